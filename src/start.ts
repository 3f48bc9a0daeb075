import { existsSync } from 'node:fs'
import { civilDateOf } from './kernel/civil-date.ts'
import { say, untilStopped } from './opening.ts'
import type { Closing } from './opening.ts'
import type { Config } from './platform/config.ts'
import { groundArchive } from './platform/prepared.ts'
import { ensureDatabase, isNewCluster, startPostgres } from './platform/postgres.ts'
import { forgetRunning, noteRunning, whoRuns } from './platform/running.ts'
import { prepareUnits } from './territory/prepare.ts'

/** `npm start`: database, law, places, demonstration, web and worker in one process, until Ctrl-C. */
export async function start(config: Config): Promise<void> {
  const running = whoRuns(config.dataDirectory)
  if (running) {
    say(`Hệ thống đang chạy sẵn tại ${running.address} (tiến trình ${running.pid}). Không khởi động thêm.`)
    return
  }
  await untilStopped(config, (closing) => open(config, closing))
}

async function open(config: Config, closing: Closing): Promise<void> {
  let building = config.demonstration
  const { address, databaseUrl, ground } = await openAll(config, closing, () => building)
  noteRunning(config.dataDirectory, { pid: process.pid, address, databaseUrl })
  closing.push(async () => forgetRunning(config.dataDirectory))
  greet(config, address)
  // After the door: whoever waits for the first page does not wait for six years of sample history.
  if (!config.demonstration) return
  try {
    const { addSampleProgramme } = await import('./demonstration/programme.ts')
    await addSampleProgramme({ ...ground.openContext(), reactsTo: new Set() }, say)
  } finally {
    building = false
  }
}

/** Opens everything in order; `closing` gains how to undo each step. */
export async function openAll(config: Config, closing: Closing, building?: () => boolean) {
  const isFirst = config.databaseUrl === undefined && isNewCluster(config.dataDirectory)
  const archive = isFirst ? groundArchive() : undefined
  const isPrepared = archive !== undefined && existsSync(archive)
  const prepared = isFirst && !isPrepared ? prepareUnits(civilDateOf(new Date().toISOString())) : undefined
  // The program is read while PostgreSQL makes its cluster: together they are most of a first start.
  const server = openDatabaseServer(config, closing, archive)
  const program = readProgram()
  // A server that comes up after the program could not be read is still known to `closing`, which stops it.
  await Promise.allSettled([server, program])
  const [databaseUrl, rooms] = await Promise.all([server, program])
  const ground = await rooms.openGround(config, databaseUrl, closing, prepared)
  await rooms.openWork(ground, config, closing)
  const address = await rooms.openWeb(ground, config, closing, building)
  return { address, databaseUrl, ground }
}

async function readProgram() {
  const parts = [import('./ground.ts'), import('./work.ts'), import('./serve.ts')] as const
  const [{ openGround }, { openWork }, { openWeb }] = await Promise.all(parts)
  return { openGround, openWork, openWeb }
}

async function openDatabaseServer(config: Config, closing: Closing, archive: string | undefined): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl
  say('Khởi động PostgreSQL đi kèm…')
  const postgres = await startPostgres(config.dataDirectory, { ground: archive })
  closing.push(() => postgres.stop())
  await ensureDatabase(postgres.urlOf('postgres'))
  return postgres.urlOf('ocop')
}

function greet(config: Config, address: string): void {
  say(`\nOCOP đang chạy tại ${address}  (Ctrl-C để dừng)`)
  if (!config.demonstration) return
  say(`Đăng nhập tại ${address}/dang-nhap: mỗi vai trò có tài khoản mẫu.`)
}
