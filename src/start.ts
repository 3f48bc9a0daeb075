import { civilDateOf } from './kernel/civil-date.ts'
import { say, untilStopped } from './opening.ts'
import type { Closing } from './opening.ts'
import type { Config } from './platform/config.ts'
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

/** Opens everything in order; `closing` gains how to undo each step. */
async function open(config: Config, closing: Closing): Promise<void> {
  const isFirst = config.databaseUrl === undefined && isNewCluster(config.dataDirectory)
  const prepared = isFirst ? prepareUnits(civilDateOf(new Date().toISOString())) : undefined
  // The program is read while PostgreSQL makes its cluster: together they are most of a first start.
  const [databaseUrl, rooms] = await Promise.all([openDatabaseServer(config, closing), readProgram()])
  const ground = await rooms.openGround(config, databaseUrl, closing, prepared)
  await rooms.openWork(ground, config, closing)
  let building = config.demonstration
  const address = await rooms.openWeb(ground, config, closing, () => building)
  noteRunning(config.dataDirectory, { pid: process.pid, address, databaseUrl })
  closing.push(async () => forgetRunning(config.dataDirectory))
  greet(config, address)
  // After the door: whoever waits for the first page does not wait for six years of sample history.
  if (!config.demonstration) return
  try {
    await rooms.addSampleProgramme({ ...ground.openContext(), reactsTo: new Set() }, say)
  } finally {
    building = false
  }
}

async function readProgram() {
  const parts = [
    import('./ground.ts'),
    import('./work.ts'),
    import('./serve.ts'),
    import('./demonstration/programme.ts'),
  ] as const
  const [{ openGround }, { openWork }, { openWeb }, { addSampleProgramme }] = await Promise.all(parts)
  return { openGround, openWork, openWeb, addSampleProgramme }
}

async function openDatabaseServer(config: Config, closing: Closing): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl
  say('Khởi động PostgreSQL đi kèm…')
  const postgres = await startPostgres(config.dataDirectory)
  closing.push(() => postgres.stop())
  await ensureDatabase(postgres.urlOf('postgres'))
  return postgres.urlOf('ocop')
}

function greet(config: Config, address: string): void {
  say(`\nOCOP đang chạy tại ${address}  (Ctrl-C để dừng)`)
  if (!config.demonstration) return
  say(`Đăng nhập tại ${address}/dang-nhap: mỗi vai trò có tài khoản mẫu.`)
}
