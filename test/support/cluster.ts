import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase, openPool } from '../../src/platform/db.ts'
import { migrate, readMigrations } from '../../src/platform/migrate.ts'
import { startPostgres } from '../../src/platform/postgres.ts'
import { loadUnits } from '../../src/territory/load.ts'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
  }
}

/**
 * One real PostgreSQL for the whole run: a template is migrated and given the units of the country once; every
 * test file clones it (test/support/world.ts).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'ocop-test-'))
  const postgres = await startPostgres(directory, { durable: false })
  const admin = openPool(postgres.urlOf('postgres'), { max: 1 })
  await admin.query('create database template_ocop')
  await admin.end()
  const pool = openPool(postgres.urlOf('template_ocop'), { max: 2 })
  await migrate(pool, readMigrations('migrations'))
  await loadUnits({ db: openDatabase(pool) })
  await pool.end()
  project.provide('clusterUrl', postgres.urlOf('postgres'))
  return async () => {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
