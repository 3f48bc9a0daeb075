import pg from 'pg'
import { addSampleProgramme } from './demonstration/programme.ts'
import { openGround, say, untilStopped } from './ground.ts'
import type { Closing } from './ground.ts'
import type { Config } from './platform/config.ts'
import { startPostgres } from './platform/postgres.ts'
import { forgetRunning, noteRunning, whoRuns } from './platform/running.ts'
import { openWeb } from './serve.ts'
import { openWork } from './work.ts'

/** `npm start`: database, law, places, demonstration, web and worker in one process, until Ctrl-C. */
export async function start(config: Config): Promise<void> {
  const running = whoRuns(config.dataDirectory)
  if (running) {
    say(`Hệ thống đang chạy sẵn tại ${running.address} (tiến trình ${running.pid}). Không khởi động thêm.`)
    return
  }
  await untilStopped(config, (closing) => open(config, closing))
}

/** Opens everything in order; `closing` gains how to undo each step. */
async function open(config: Config, closing: Closing): Promise<void> {
  const databaseUrl = await openDatabaseServer(config, closing)
  const ground = await openGround(config, databaseUrl, closing)
  await openWork(ground, config, closing)
  const address = await openWeb(ground, config, closing)
  noteRunning(config.dataDirectory, { pid: process.pid, address, databaseUrl })
  closing.push(async () => forgetRunning(config.dataDirectory))
  greet(config, address)
  // After the door: whoever waits for the first page does not wait for six years of sample history.
  if (config.demonstration) await addSampleProgramme({ ...ground.openContext(), reactsTo: new Set() }, say)
}

async function openDatabaseServer(config: Config, closing: Closing): Promise<string> {
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

function greet(config: Config, address: string): void {
  say(`\nOCOP đang chạy tại ${address}  (Ctrl-C để dừng)`)
  if (!config.demonstration) return
  say(`Đăng nhập tại ${address}/dang-nhap: mỗi vai trò có tài khoản mẫu.`)
}
