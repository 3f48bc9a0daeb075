import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { newId } from '../../src/kernel/id.ts'
import { onDatabase, openDatabase, openPool } from '../../src/platform/db.ts'
import { migrate, readMigrations } from '../../src/platform/migrate.ts'
import { groundArchive } from '../../src/platform/prepared.ts'
import { startPostgres } from '../../src/platform/postgres.ts'
import { loadUnits } from '../../src/territory/load.ts'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
    template: string
    /** Where the files and keys of the sample programme lie, once a test needs it. */
    sampleDirectory: string
    startedAt: string
  }
}

/**
 * One real PostgreSQL for the whole run: a template is migrated and given the units of the country once; every
 * test file clones it (test/support/world.ts). `TEST_DATABASE_URL` names another server, e.g. PostgreSQL 15, whose
 * account may create databases; otherwise the one that npm brought is started.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const cluster = await openCluster(given)
  const template = `template_ocop_${newId().replaceAll('-', '')}`
  const admin = openPool(cluster.url, { max: 1 })
  // A server that began from the prepared ground has them already, and what follows finds nothing to do.
  const { rowCount: prepared } = await admin.query(`select from pg_database where datname = 'ocop'`)
  await admin.query(
    `create database ${template} template ${prepared === 1 && given === undefined ? 'ocop' : 'template1'}`,
  )
  const pool = openPool(onDatabase(cluster.url, template), { max: 2 })
  await migrate(pool, readMigrations('migrations'))
  await loadUnits({ db: openDatabase(pool) })
  await pool.end()
  project.provide('clusterUrl', cluster.url)
  project.provide('template', template)
  const sampleDirectory = mkdtempSync(join(tmpdir(), 'ocop-sample-'))
  project.provide('sampleDirectory', sampleDirectory)
  project.provide('startedAt', new Date().toISOString())
  return async () => {
    for (const name of [template, `${template}_sample`, `${template}_sample_building`])
      await admin.query(`drop database if exists ${name} with (force)`)
    rmSync(sampleDirectory, { recursive: true, force: true })
    await admin.end()
    await cluster.close()
  }
}

async function openCluster(given: string | undefined): Promise<{ url: string; close(): Promise<void> }> {
  if (given !== undefined) return { url: given, close: async () => undefined }
  const directory = mkdtempSync(join(tmpdir(), 'ocop-test-'))
  const postgres = await startPostgres(directory, { durable: false, ground: groundArchive() })
  return {
    url: postgres.urlOf('postgres'),
    close: async () => {
      await postgres.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
