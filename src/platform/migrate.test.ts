import { afterAll, expect, inject, test } from 'vitest'
import { newId } from '../kernel/id.ts'
import { onDatabase, openPool } from './db.ts'
import { migrate } from './migrate.ts'

const admin = openPool(inject('clusterUrl'), { max: 1 })
const name = `t_${newId().replaceAll('-', '')}`

afterAll(async () => {
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
})

test('a database whose letters are those of C is refused, and nothing is left in it', async () => {
  await admin.query(`create database ${name} template template0 locale_provider libc lc_ctype 'C' lc_collate 'C'`)
  const pool = openPool(onDatabase(inject('clusterUrl'), name), { max: 1 })
  await expect(migrate(pool, [])).rejects.toThrow('LC_CTYPE')
  const { rows } = await pool.query(`select 1 from pg_tables where schemaname = 'public'`)
  expect(rows).toEqual([])
  await pool.end()
})
