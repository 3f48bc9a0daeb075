import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say, untilClosed } from './opening.ts'
import { readConfig } from './platform/config.ts'
import { openDatabase, openPool } from './platform/db.ts'
import { migrate, migrationsDirectory, readMigrations } from './platform/migrate.ts'
import { ensureDatabase, startPostgres } from './platform/postgres.ts'
import { groundArchive, packCluster } from './platform/prepared.ts'
import { openAll } from './start.ts'
import { loadUnits } from './territory/load.ts'

const rehearsed = ['/', '/san-pham', '/dang-nhap']

/** `bin/ocop prepare`: the work of a first start, done once when the program is installed (docs/decisions/0054). */
export async function prepare(): Promise<void> {
  say('Chuẩn bị sẵn cho lần khởi động đầu (vài giây)…')
  const archive = groundArchive()
  if (!existsSync(archive)) await makeGround(archive)
  await inDirectory(rehearse)
}

/** What migrations and lists make of an empty cluster. No day goes in: the first start catches up with its own. */
export function makeGround(archive: string): Promise<void> {
  return inDirectory((directory) => fillGround(directory, archive))
}

async function fillGround(directory: string, archive: string): Promise<void> {
  const postgres = await startPostgres(directory, { durable: false })
  try {
    await ensureDatabase(postgres.urlOf('postgres'))
    const pool = openPool(postgres.urlOf('ocop'), { max: 2 })
    await migrate(pool, readMigrations(migrationsDirectory))
    await loadUnits({ db: openDatabase(pool) })
    await pool.end()
  } finally {
    await postgres.stop()
  }
  await packCluster(join(directory, 'pg18'), archive)
}

/** A first start whose pages are asked for once: what V8 compiled on the way is kept when this process ends. */
async function rehearse(directory: string): Promise<void> {
  const config = readConfig({ PORT: '0', DATA_DIR: directory, OCOP_DEMO: '0', LOG_LEVEL: 'silent' })
  await untilClosed(async (closing) => {
    const { address } = await openAll(config, closing)
    for (const path of rehearsed) await (await fetch(`${address}${path}`)).text()
  })
}

async function inDirectory(act: (directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'ocop-prepare-'))
  try {
    await act(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
