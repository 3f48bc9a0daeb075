import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { Refused } from '../kernel/refusal.ts'
import type { Installation } from '../platform/console.ts'
import type { Files } from '../platform/files.ts'
import { filesAnswer } from '../platform/open-files.ts'
import type { Manifest, Part, Table, Tell } from './model.ts'
import { fillAside, namesIn, writePart } from './parts.ts'
import * as store from './store.ts'

export interface BackupReport {
  readonly directory: string
  readonly madeAt: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly keys: number
  readonly bytes: number
  readonly lost: readonly string[]
}

/**
 * A consistent copy of database, files and keys while the system runs. The order is what makes it consistent: first
 * the notes of the book's ends, so none of them is ahead of the copied book; then the database in one frozen view; then
 * keys and files, which only ever grow, so whatever the frozen rows name is there.
 */
export function makeBackup(
  { config, pool, files }: Pick<Installation, 'config' | 'pool' | 'files'>,
  directory: string,
  { now, tell }: { now: string; tell: Tell },
): Promise<BackupReport> {
  const keysAt = join(config.dataDirectory, 'keys')
  return fillAside(directory, async (aside) => {
    const notes = await copyKeys(keysAt, aside, (name) => name.endsWith('.jsonl'))
    const database = await copyDatabase(pool, aside, tell)
    const keys = [...notes, ...(await copyKeys(keysAt, aside, (name) => !name.endsWith('.jsonl')))]
    const { kept, lost } = await copyFiles(files, aside, tell)
    const { parts: tableParts, ...described } = database
    const parts = [...tableParts, ...keys, ...kept]
    const manifest: Manifest = { format: 'ocop-backup-1', madeAt: now, ...described, lost, parts }
    return {
      manifest,
      result: {
        directory,
        madeAt: now,
        tables: manifest.tables.length,
        rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
        files: kept.length,
        keys: keys.length,
        bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
        lost,
      },
    }
  })
}

async function copyKeys(directory: string, aside: string, wanted: (name: string) => boolean): Promise<Part[]> {
  const parts: Part[] = []
  for (const name of (await namesIn(directory)).filter(wanted).toSorted()) {
    // Locks and what a kill left aside have longer names.
    if (!/^[\w-]+\.jsonl?$/.test(name)) continue
    const bytes = await readFile(join(directory, name))
    parts.push(await writePart(aside, `keys/${name}`, Readable.from([bytes])))
  }
  return parts
}

type CopiedDatabase = Pick<Manifest, 'postgres' | 'migrations' | 'tables' | 'partitions' | 'sequences' | 'parts'>

async function copyDatabase(pool: pg.Pool, aside: string, tell: Tell): Promise<CopiedDatabase> {
  const client = await pool.connect()
  try {
    await store.freeze(client)
    const migrations = await store.appliedMigrations(client)
    if (migrations.length === 0) throw new Refused({ code: 'upkeep/nothing-to-copy' })
    const found = await store.tables(client)
    const tables: Table[] = []
    const parts: Part[] = []
    for (const table of found) {
      tell(tables.length, found.length, table.name)
      const source = store.copyOut(client, table)
      // The error of either end reaches the writer through the compressed stream.
      const compressed = pipeline(source, createGzip({ level: 4 }), () => undefined)
      parts.push(await writePart(aside, `database/${table.name}.copy.gz`, compressed))
      tables.push({ ...table, rows: source.rowCount })
    }
    const postgres = await store.serverVersion(client)
    const partitions = await store.partitions(client)
    // Read after the rows: a number may be skipped, never given twice.
    const sequences = await store.sequences(client)
    await client.query('commit')
    return { postgres, migrations, tables, partitions, sequences, parts }
  } finally {
    // Ends the frozen view whatever happened.
    client.release(true)
  }
}

/** A file that no longer matches its hash must not stop the copy of all others. */
async function copyFiles(files: Files, aside: string, tell: Tell): Promise<{ kept: Part[]; lost: string[] }> {
  const hashes: string[] = []
  for await (const hash of files.all()) hashes.push(hash)
  const kept: Part[] = []
  const lost: string[] = []
  for (const hash of hashes) {
    tell(kept.length + lost.length, hashes.length, 'tệp')
    const bytes = await files.get(hash).catch(() => undefined)
    if (bytes === undefined) lost.push(hash)
    else kept.push(await writePart(aside, `files/${hash.slice(0, 2)}/${hash}`, Readable.from([bytes])))
  }
  // A store that is down must not pass for one that lost everything.
  if (lost.length > 0 && !(await filesAnswer(files))) throw new Refused({ code: 'kernel/file-not-read' })
  return { kept, lost }
}
