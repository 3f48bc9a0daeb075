import { createReadStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { Refused } from '../kernel/refusal.ts'
import type { Installation } from '../platform/console.ts'
import type { Files } from '../platform/files.ts'
import { apply, guard, makeList, migrate, prepareJobs } from '../platform/migrate.ts'
import type { Migration } from '../platform/migrate.ts'
import type { Manifest, Part, Table, Tell } from './model.ts'
import { damaged, provePart, readManifest } from './parts.ts'
import * as store from './store.ts'

export interface RestoreReport {
  readonly madeAt: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly keys: number
  readonly migratedFurther: readonly string[]
}

/**
 * Brings a backup back on an empty installation. Everything is proven before anything is written; the database comes
 * back in one transaction that is committed last, so a restore that ends anywhere before leaves the database empty and
 * can simply be run again.
 * @throws {Refused} upkeep/running, not-a-backup, damaged, not-empty, other-keys
 * @throws {Error} when the backup is of a newer program.
 */
export async function restoreBackup(
  { config, pool, files, isRunning }: Installation,
  directory: string,
  { program, tell }: { program: readonly Migration[]; tell: Tell },
): Promise<RestoreReport> {
  if (isRunning) throw new Refused({ code: 'upkeep/running' })
  const manifest = await readManifest(directory)
  guard(manifest.migrations, program)
  for (const [index, part] of manifest.parts.entries()) {
    tell(index, manifest.parts.length, 'kiểm tra')
    await provePart(directory, part)
  }
  const keysAt = join(config.dataDirectory, 'keys')
  const keys = manifest.parts.filter(({ path }) => path.startsWith('keys/'))
  await refuseOtherKeys(keysAt, directory, keys)
  const client = await pool.connect()
  try {
    if (await store.isOccupied(client)) throw new Refused({ code: 'upkeep/not-empty' })
    await prepareJobs(pool)
    await client.query('begin')
    await loadDatabase(client, { directory, manifest, program, tell })
    const stored = manifest.parts.filter(({ path }) => path.startsWith('files/'))
    await placeFiles(files, directory, stored, tell)
    await placeKeys(keysAt, directory, keys)
    await client.query('commit')
    await client.query('analyze')
    return {
      madeAt: manifest.madeAt,
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      files: stored.length,
      keys: keys.length,
      migratedFurther: await migrate(pool, program),
    }
  } finally {
    // An open transaction goes with its connection.
    client.release(true)
  }
}

/** The schema as it was, from the migrations in the order in which they were applied; then the rows as they were. */
async function loadDatabase(
  client: pg.PoolClient,
  {
    directory,
    manifest,
    program,
    tell,
  }: {
    directory: string
    manifest: Manifest
    program: readonly Migration[]
    tell: Tell
  },
): Promise<void> {
  await makeList(client)
  const byName = new Map(program.map((migration) => [migration.name, migration]))
  for (const { name } of manifest.migrations) await apply(client, byName.get(name) as Migration)
  await store.speakPlainly(client)
  const there = new Set((await store.partitions(client)).map(({ name }) => name))
  for (const partition of manifest.partitions)
    if (!there.has(partition.name)) await store.addPartition(client, partition)
  const ordered = await store.inOrderOfKeys(client, manifest.tables)
  await store.openForLoading(client, ordered)
  for (const [index, table] of ordered.entries()) {
    tell(index, ordered.length, table.name)
    await loadTable(client, directory, table)
  }
  await store.closeAfterLoading(client, ordered)
  for (const sequence of manifest.sequences) await store.setSequence(client, sequence)
  await store.freeJobs(client)
}

async function loadTable(client: pg.PoolClient, directory: string, table: Table): Promise<void> {
  const target = store.copyIn(client, table)
  const file = join(directory, `database/${table.name}.copy.gz`)
  await pipeline(createReadStream(file), createGunzip(), target)
  if (target.rowCount !== table.rows) throw damaged(file)
}

async function placeFiles(files: Files, directory: string, stored: readonly Part[], tell: Tell): Promise<void> {
  for (const [index, { path }] of stored.entries()) {
    tell(index, stored.length, 'tệp')
    if ((await files.put(await readFile(join(directory, path)))) !== basename(path)) throw damaged(path)
  }
}

/** A key of another system would be overwritten, and with it the means to go on with that system's book. */
async function refuseOtherKeys(keysAt: string, directory: string, keys: readonly Part[]): Promise<void> {
  for (const { path } of keys) {
    const present = await readFile(join(keysAt, basename(path))).catch(() => undefined)
    if (present !== undefined && !present.equals(await readFile(join(directory, path)))) {
      throw new Refused({ code: 'upkeep/other-keys', facts: { file: join(keysAt, basename(path)) } })
    }
  }
}

async function placeKeys(keysAt: string, directory: string, keys: readonly Part[]): Promise<void> {
  await mkdir(keysAt, { recursive: true, mode: 0o700 })
  for (const { path } of keys) {
    await writeFile(join(keysAt, basename(path)), await readFile(join(directory, path)), { mode: 0o600, flush: true })
  }
}
