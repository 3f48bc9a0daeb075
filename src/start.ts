import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { makePartitions } from './audit/sealing.ts'
import { addSampleProgramme } from './demonstration/programme.ts'
import { systemActor } from './kernel/actor.ts'
import { civilDateOf } from './kernel/civil-date.ts'
import type { Config } from './platform/config.ts'
import { contextAt } from './platform/context.ts'
import type { Context } from './platform/context.ts'
import { openDatabase, openPool } from './platform/db.ts'
import { certificateKeys } from './platform/keys.ts'
import { openLog } from './platform/log.ts'
import { openMail } from './platform/mail.ts'
import { migrate, migrationsDirectory, readMigrations } from './platform/migrate.ts'
import { openFiles } from './platform/open-files.ts'
import { openOpenId } from './platform/open-id.ts'
import { startPostgres } from './platform/postgres.ts'
import { forgetRunning, noteRunning, whoRuns } from './platform/running.ts'
import { reactingFacts } from './reactions.ts'
import { openDoor } from './serve.ts'
import { loadUnits } from './territory/load.ts'
import { paths } from './ui/paths.ts'
import { allTasks, openWorkshop } from './work.ts'

const say = (line: string) => console.log(line)

/** `npm start`: database, law, places, demonstration, web and worker in one process, until Ctrl-C. */
export async function start(config: Config): Promise<void> {
  const running = whoRuns(config.dataDirectory)
  if (running) {
    say(`Hệ thống đang chạy sẵn tại ${running.address} (tiến trình ${running.pid}). Không khởi động thêm.`)
    return
  }
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 })
  const closing: (() => Promise<unknown>)[] = []
  const stop = stopOnce(closing)
  try {
    await open(config, closing)
  } catch (error) {
    await stop()
    throw error
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

/** Opens everything in order; `closing` gains how to undo each step. */
async function open(config: Config, closing: (() => Promise<unknown>)[]): Promise<void> {
  const log = openLog(config.logLevel)
  const databaseUrl = await openDatabaseServer(config, closing)
  const pool = openPool(databaseUrl, { max: 20 })
  closing.push(() => pool.end())
  const db = openDatabase(pool)
  const applied = await migrate(pool, readMigrations(migrationsDirectory))
  if (applied.length > 0) say(`Đã cập nhật cơ sở dữ liệu: ${applied.length} bước.`)
  const clock = () => new Date().toISOString()
  await loadUnits({ db, today: civilDateOf(clock()) })
  const keys = certificateKeys(config.dataDirectory)
  // Made now, not by the first visitor: a directory that cannot hold a key stops the start.
  keys.current()
  const surroundings = { db, files: openFiles(config, log), keys, reactsTo: reactingFacts }
  const openContext = (): Context => contextAt({ ...surroundings, actor: systemActor }, clock())
  const workshop = await openWorkshop(
    pool,
    log,
    allTasks(openContext, {
      signerDirectory: join(config.dataDirectory, 'keys'),
      sendMail: openMail(config, { db }),
      publicUrl: config.publicUrl,
    }),
  )
  closing.push(() => workshop.stop())
  await makePartitions(openContext())
  const returnTo = `${config.publicUrl}${paths.identity.outsideReturn()}`
  const openId = config.openId && openOpenId(config.openId, returnTo, log)
  const door = await openDoor({ ...surroundings, config, log, clock, openId }, config)
  closing.push(() => door.close())
  const address = `http://localhost:${door.port}`
  noteRunning(config.dataDirectory, { pid: process.pid, address, databaseUrl })
  closing.push(async () => forgetRunning(config.dataDirectory))
  greet(config, address)
  // After the door: whoever waits for the first page does not wait for six years of sample history.
  if (config.demonstration) await addSampleProgramme({ ...openContext(), reactsTo: new Set() }, say)
}

async function openDatabaseServer(config: Config, closing: (() => Promise<unknown>)[]): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl
  say('Khởi động PostgreSQL đi kèm…')
  const postgres = await startPostgres(config.dataDirectory)
  closing.push(() => postgres.stop())
  await ensureDatabase(postgres.urlOf('postgres'))
  return postgres.urlOf('ocop')
}

/** Makes the database `ocop` on a new cluster. */
export async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'ocop'`)
    if (rowCount === 0) await client.query('create database ocop')
  } finally {
    await client.end()
  }
}

function stopOnce(closing: (() => Promise<unknown>)[]) {
  let stopping: Promise<void> | undefined
  return () =>
    (stopping ??= (async () => {
      for (const close of closing.toReversed()) await close().catch((error: Error) => console.error(error.message))
    })())
}

function greet(config: Config, address: string): void {
  say(`\nOCOP đang chạy tại ${address}  (Ctrl-C để dừng)`)
  if (!config.demonstration) return
  say(`Dữ liệu mẫu: đăng nhập tại ${address}/dang-nhap, chọn một tài khoản mẫu cho từng vai trò.`)
}
