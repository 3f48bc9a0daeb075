import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { oneRow, openDatabase, openPool, sql } from './platform/db.ts'
import { migrate, migrationsDirectory, readMigrations } from './platform/migrate.ts'
import { startPostgres } from './platform/postgres.ts'
import { unpackCluster } from './platform/prepared.ts'
import { makeGround } from './prepare.ts'
import { loadUnits } from './territory/load.ts'

let directory: string
const archive = () => join(directory, 'made', 'ground-1.tar.gz')

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ocop-prepare-test-'))
  mkdirSync(join(directory, 'made'))
  writeFileSync(join(directory, 'made', 'ground-0.tar.gz'), 'of an older program')
  await makeGround(archive())
})
afterAll(() => rmSync(directory, { recursive: true }))

test('a first start finds tables and places in the prepared ground, and has nothing left to do', async () => {
  const data = join(directory, 'first')
  const postgres = await startPostgres(data, { durable: false, ground: archive() })
  const pool = openPool(postgres.urlOf('ocop'), { max: 2 })
  const db = openDatabase(pool)
  const places = () => oneRow({ db }, sql`select count(*), max(xmin::text::bigint) as written from territory.unit`)
  try {
    expect(await migrate(pool, readMigrations(migrationsDirectory))).toEqual([])
    const before = await places()
    await loadUnits({ db, today: '2026-11-24' })
    expect(await places()).toEqual(before)
    expect(statSync(join(data, 'pg18')).mode & 0o777).toBe(0o700)
  } finally {
    await pool.end()
    await postgres.stop()
  }
})

test('what was packed for an older program goes when a new one is packed', () => {
  expect(readdirSync(join(directory, 'made'))).toEqual(['ground-1.tar.gz'])
})

const damaged: [string, (place: string) => void][] = [
  ['missing', () => undefined],
  ['empty', (place) => writeFileSync(place, '')],
  ['something else', (place) => writeFileSync(place, 'no archive')],
  ['cut off', (place) => cutOff(place)],
]

function cutOff(place: string): void {
  copyFileSync(archive(), place)
  truncateSync(place, statSync(place).size - 2_000)
}

test.each(damaged)('of an archive that is %s nothing is taken', async (_, damage) => {
  const place = join(mkdtempSync(join(directory, 'damaged-')), 'ground.tar.gz')
  damage(place)
  expect(await unpackCluster(place, `${place}.out`)).toBe(false)
  expect(existsSync(`${place}.out`)).toBe(false)
})

test('with a damaged archive a first start makes its cluster as without one', async () => {
  const place = join(directory, 'cut-off.tar.gz')
  cutOff(place)
  const postgres = await startPostgres(join(directory, 'second'), { durable: false, ground: place })
  const client = new pg.Client({ connectionString: postgres.urlOf('postgres') })
  await client.connect()
  const { rows } = await client.query('select datname from pg_database where not datistemplate')
  await client.end()
  await postgres.stop()
  expect(rows).toEqual([{ datname: 'postgres' }])
})

test('the archive of a program with another migration has another name', () => {
  const root = join(directory, 'program')
  for (const path of ['migrations', 'src/territory', 'package-lock.json']) {
    cpSync(path, join(root, path), { recursive: true })
  }
  mkdirSync(join(root, 'src', 'platform'))
  for (const name of ['postgres.ts', 'prepared.ts']) {
    copyFileSync(join('src', 'platform', name), join(root, 'src', 'platform', name))
  }
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  const ask = `import('./src/platform/prepared.ts').then(({ groundArchive }) => console.log(groundArchive()))`
  const name = () => execFileSync(process.execPath, ['-e', ask], { cwd: root, encoding: 'utf8' })
  const before = name()
  expect(name()).toBe(before)
  writeFileSync(join(root, 'migrations', '9999_audit_more.sql'), 'select 1')
  expect(name()).not.toBe(before)
})
