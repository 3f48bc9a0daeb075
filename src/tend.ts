import { Command } from 'commander'
import { ConfigFault, readConfig } from './platform/config.ts'
import { exitCodes } from './platform/console.ts'
import { isMissingFile, outsideTrouble } from './platform/outside-trouble.ts'

/** The command line: `npm start` is `tend.ts start`; operators use `bin/ocop`. */
const program = new Command('ocop')
  .description('Vận hành hệ thống OCOP')
  .showHelpAfterError('(dùng --help để xem cách gọi)')
  .exitOverride()

// A door reads what it opens, and nothing else: `start` has PostgreSQL coming up before the program is read.
program
  .command('start')
  .description('Khởi động cơ sở dữ liệu, máy chủ web và việc nền trong một tiến trình')
  .action(async () => (await import('./start.ts')).start(readConfig(process.env)))
program
  .command('web')
  .description('Chạy một máy chủ web trên DATABASE_URL; chạy nhiều tiến trình được')
  .action(async () => (await import('./serve.ts')).serveAlone(readConfig(process.env)))
program
  .command('worker')
  .description('Chạy một tiến trình việc nền trên DATABASE_URL; chạy nhiều tiến trình được')
  .action(async () => (await import('./work.ts')).workAlone(readConfig(process.env)))
program
  .command('prepare')
  .description('Chuẩn bị sẵn cho những lần khởi động sau; npm tự gọi khi cài đặt')
  .action(async () => (await import('./prepare.ts')).prepare())

const doors = program.commands.map((door) => door.name())

try {
  if (!doors.includes(process.argv[2] ?? '')) (await import('./commands.ts')).addOperatorCommands(program)
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigFault) {
    console.error(error.message)
    return exitCodes.usage
  }
  const { code, exitCode } = error as { code?: string; exitCode?: number }
  // Commander has printed its own message; help and version are no failure.
  if (code?.startsWith('commander.')) return exitCode === 0 ? exitCodes.ok : exitCodes.usage
  console.error(outsideTrouble(error) ?? (error as Error).message)
  return isMissingFile(error) ? exitCodes.usage : exitCodes.refused
}
