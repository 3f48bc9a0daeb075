import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { awarding, province } from '../../test/support/awarding.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { verifyBook } from '../audit/proof.ts'
import { makePartitions, sealBatch } from '../audit/sealing.ts'
import { openBookKey } from '../audit/signer.ts'
import { newId } from '../kernel/id.ts'
import { systemActor } from '../kernel/actor.ts'
import { atomically } from '../platform/atomically.ts'
import type { Config } from '../platform/config.ts'
import type { Installation } from '../platform/console.ts'
import { contextAt } from '../platform/context.ts'
import { onDatabase, openDatabase, openPool } from '../platform/db.ts'
import { localFiles } from '../platform/files.ts'
import { enqueue } from '../platform/jobs.ts'
import { certificateKeys } from '../platform/keys.ts'
import { readMigrations } from '../platform/migrate.ts'
import { makeBackup } from './backup.ts'
import { checkBook, checkFiles, checkJobs, checkMigrations, checkServer } from './checks-data.ts'
import { restoreBackup } from './restore.ts'
import * as store from './store.ts'

// A whole restore, or a whole program started, takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const world = useWorld()
const program = readMigrations('migrations')
const tell = () => undefined
const now = '2026-11-24T02:00:00.000Z'
const opened: { pool: pg.Pool; name: string }[] = []
let directory: string
let source: Installation
let backup: string

/** An installation on a new machine: an empty database and an empty data directory. */
async function emptyInstallation(): Promise<Installation> {
  const name = `r_${newId().replaceAll('-', '')}`
  const admin = openPool(inject('clusterUrl'), { max: 1 })
  await admin.query(`create database ${name}`)
  await admin.end()
  const pool = openPool(onDatabase(inject('clusterUrl'), name), { max: 4 })
  opened.push({ pool, name })
  return installation(pool, join(directory, name))
}

function installation(pool: pg.Pool, dataDirectory: string): Installation {
  const config = { dataDirectory } as Config
  return { config, pool, files: localFiles(join(dataDirectory, 'files')), isRunning: false }
}

const contextOf = ({ config, pool, files }: Installation) =>
  contextAt(
    {
      db: openDatabase(pool),
      files,
      keys: certificateKeys(config.dataDirectory),
      actor: systemActor,
      reactsTo: new Set(),
    },
    now,
  )

/** Every row of every table in one figure each. */
async function rowsOf(pool: pg.Pool): Promise<Record<string, string>> {
  const client = await pool.connect()
  try {
    const figures: Record<string, string> = {}
    for (const { name } of await store.tables(client)) {
      const { rows } = await client.query<{ figure: string }>(
        `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as figure from ${name} t`,
      )
      figures[name] = rows[0]?.figure ?? ''
    }
    return figures
  } finally {
    client.release()
  }
}

async function copyOf(): Promise<string> {
  const other = join(directory, newId())
  await makeBackup(source, other, { now, tell })
  return other
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ocop-upkeep-'))
  source = installation(openPool(world.url, { max: 4 }), join(directory, 'source'))
  opened.push({ pool: source.pool, name: '' })
  const ctx = contextOf(source)
  await makePartitions(ctx)
  // Closed sessions: their ballots and results are behind guards that refuse any insert.
  await awarding({ ...world, db: ctx.db, files: source.files }).scored({ 'Mật ong mẫu': 82, 'Chè mẫu': 55 })
  const signer = openBookKey(join(source.config.dataDirectory, 'keys'))
  await sealBatch(ctx, signer)
  await awarding({ ...world, db: ctx.db, files: source.files }).product('Sau niêm phong')
  await atomically(ctx, (tx) => enqueue(tx, 'catalogue.publish', { subject: 'x' }, 'kept'))
  await source.files.put(Buffer.from('một tệp'))
  backup = join(directory, 'backup')
  await makeBackup(source, backup, { now, tell })
})

afterAll(async () => {
  const admin = openPool(inject('clusterUrl'), { max: 1 })
  for (const { pool, name } of opened) {
    await pool.end()
    if (name !== '') await admin.query(`drop database ${name} with (force)`)
  }
  await admin.end()
  await rm(directory, { recursive: true, force: true })
})

describe('a backup restored on an empty machine', () => {
  test('brings back every row, file and key, a provable book and the numbers where they stood', async () => {
    const target = await emptyInstallation()
    const report = await restoreBackup(target, backup, { program, tell })
    expect(report).toMatchObject({ files: 1, keys: 2, migratedFurther: [] })
    expect(await rowsOf(target.pool)).toEqual(await rowsOf(source.pool))

    const signer = openBookKey(join(target.config.dataDirectory, 'keys'))
    const book = await verifyBook(contextOf(target), signer)
    expect(book.findings).toEqual([])
    expect(book.batches).toBe(1)
    expect(book.unsealed).toBeGreaterThan(0)

    // Work goes on: the next number is a new one, the chain gains a batch, a guard still refuses.
    const { product } = awarding({ ...world, db: contextOf(target).db, files: target.files })
    await product('Sau khôi phục')
    await sealBatch(contextOf(target), signer)
    expect((await verifyBook(contextOf(target), signer)).findings).toEqual([])
    await expect(target.pool.query('delete from audit.entry')).rejects.toThrow('append-only')
    await expect(target.pool.query('truncate audit.entry_rest')).rejects.toThrow('append-only')
    await expect(target.pool.query('delete from evaluation.result')).rejects.toThrow()
  })

  test('runs the jobs that waited, also one that somebody held, and is examined without a finding', async () => {
    await source.pool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone'`)
    const held = await copyOf()
    const target = await emptyInstallation()
    await restoreBackup(target, held, { program, tell })
    const { rows } = await target.pool.query(`select key, locked_by from graphile_worker._private_jobs`)
    expect(rows).toEqual([{ key: 'kept', locked_by: null }])

    const ctx = contextOf(target)
    const findings = [
      await checkMigrations(target.pool, program),
      ...(await checkBook(ctx, target.config.dataDirectory)),
      ...(await checkJobs(ctx)),
      await checkFiles(ctx, { deep: true }),
    ]
    expect(findings.filter(({ level }) => level !== 'fine')).toEqual([])
    // The test server runs without fsync, and this is where an operator would be told.
    expect((await checkServer(ctx)).map(({ sentence }) => sentence)).toEqual([expect.stringContaining('fsync')])
  })

  test('goes on to the migrations that the program has gained since', async () => {
    const target = await emptyInstallation()
    const newer = { name: '9000_later.sql', sql: 'create schema later', hash: 'f'.repeat(64) }
    const { migratedFurther } = await restoreBackup(target, backup, { program: [...program, newer], tell })
    expect(migratedFurther).toEqual(['9000_later.sql'])
  })
})

describe('what a restore refuses, leaving nothing behind', () => {
  async function refused(damagedBackup: string, target?: Installation): Promise<string[]> {
    const place = target ?? (await emptyInstallation())
    const codes = await refusedWith(restoreBackup(place, damagedBackup, { program, tell }))
    if (target === undefined) {
      const client = await place.pool.connect()
      expect(await store.isOccupied(client)).toBe(false)
      client.release()
      await expect(stat(join(place.config.dataDirectory, 'keys'))).rejects.toThrow('ENOENT')
      await expect(stat(join(place.config.dataDirectory, 'files'))).rejects.toThrow('ENOENT')
    }
    return codes
  }

  test('a part with one more byte, a truncated part, a part that is gone', async () => {
    for (const spoil of [
      (path: string) => appendFile(path, 'x'),
      (path: string) => truncate(path, 20),
      (path: string) => rm(path),
    ]) {
      const other = await copyOf()
      await spoil(join(other, 'database/audit.entry.copy.gz'))
      expect(await refused(other)).toEqual(['upkeep/damaged'])
    }
  })

  test('a manifest that was changed, and a directory without one', async () => {
    const other = await copyOf()
    const text = await readFile(join(other, 'manifest.json'), 'utf8')
    await writeFile(join(other, 'manifest.json'), text.replace(/"rows": \d+/, '"rows": 0'))
    expect(await refused(other)).toEqual(['upkeep/damaged'])
    await mkdir(join(directory, 'nothing'))
    expect(await refused(join(directory, 'nothing'))).toEqual(['upkeep/not-a-backup'])
  })

  test('a backup of a newer program', async () => {
    const target = await emptyInstallation()
    await expect(restoreBackup(target, backup, { program: program.slice(0, -1), tell })).rejects.toThrow('mới hơn')
  })

  test('a database that is not empty, keys of another system, a system that runs', async () => {
    expect(await refused(backup, source)).toEqual(['upkeep/not-empty'])
    const target = await emptyInstallation()
    openBookKey(join(target.config.dataDirectory, 'keys'))
    expect(await refused(backup, target)).toEqual(['upkeep/other-keys'])
    expect(await refused(backup, { ...target, isRunning: true })).toEqual(['upkeep/running'])
  })

  test('rows that do not fit are rolled back whole, and the same restore can be run again', async () => {
    const other = await copyOf()
    const manifestFile = join(other, 'manifest.json')
    const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as { tables: { name: string; rows: number }[] }
    for (const table of manifest.tables) if (table.name === 'audit.batch') table.rows += 1
    const text = JSON.stringify(manifest)
    await writeFile(manifestFile, text)
    await writeFile(`${manifestFile}.sha256`, createHash('sha256').update(text).digest('hex'))
    const target = await emptyInstallation()
    expect(await refused(other, target)).toEqual(['upkeep/damaged'])
    expect(await restoreBackup(target, backup, { program, tell })).toMatchObject({ files: 1 })
  })
})

describe('making a backup', () => {
  test('never writes over anything', async () => {
    expect(await refusedWith(makeBackup(source, backup, { now, tell }))).toEqual(['upkeep/target-exists'])
  })

  test('that fails leaves no directory; one that was killed is taken away by the next', async () => {
    const gone = join(directory, 'dead')
    const pool = openPool(onDatabase(world.url, 'nowhere'), { max: 1 })
    await expect(makeBackup({ ...source, pool }, gone, { now, tell })).rejects.toThrow()
    await pool.end()
    await mkdir(`${gone}.part-999999999`)
    await makeBackup(source, gone, { now, tell })
    expect((await readdir(directory)).filter((name) => name.startsWith('dead'))).toEqual(['dead'])
  })

  test('tells of a stored file that no longer matches its hash, and copies all others', async () => {
    const hash = await source.files.put(Buffer.from('sẽ hỏng'))
    const place = join(source.config.dataDirectory, 'files', hash.slice(0, 2), hash)
    await writeFile(place, 'đã hỏng')
    const report = await makeBackup(source, join(directory, newId()), { now, tell })
    await rm(place)
    expect(report).toMatchObject({ lost: [hash], files: 1 })
  })

  test('is one moment: acts that go on meanwhile are in it whole or not at all', async () => {
    const { product } = awarding({ ...world, db: contextOf(source).db, files: source.files })
    const stop = new AbortController()
    const busy = (async () => {
      for (let count = 0; !stop.signal.aborted; count++) await product(`Bận ${count} ${province}`)
    })()
    const signer = openBookKey(join(source.config.dataDirectory, 'keys'))
    const sealing = (async () => {
      while (!stop.signal.aborted) await sealBatch(contextOf(source), signer)
    })()
    const during = await copyOf()
    stop.abort()
    await Promise.all([busy, sealing])
    const target = await emptyInstallation()
    await restoreBackup(target, during, { program, tell })
    const key = openBookKey(join(target.config.dataDirectory, 'keys'))
    expect((await verifyBook(contextOf(target), key)).findings).toEqual([])
  })
})
