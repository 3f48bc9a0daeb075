import { Command } from 'commander'
import { addAuditCommands } from './audit/commands.ts'
import { addDemonstrationCommands } from './demonstration/commands.ts'
import { addExchangeCommands } from './exchange/commands.ts'
import { addIdentityCommands } from './identity/commands.ts'
import { addEvaluationCommands } from './evaluation/commands.ts'
import { addRecognitionCommands } from './recognition/commands.ts'
import { addRegimeCommands } from './regime/commands.ts'
import { ConfigFault, readConfig } from './platform/config.ts'
import { exitCodes } from './platform/console.ts'
import { withConsole, withInstallation } from './console.ts'
import { serveAlone } from './serve.ts'
import { start } from './start.ts'
import { addUpkeepCommands } from './upkeep/commands.ts'
import { workAlone } from './work.ts'

/** The command line: `npm start` is `tend.ts start`; operators use `bin/ocop`. */
const program = new Command('ocop')
  .description('Vận hành hệ thống OCOP')
  .showHelpAfterError('(dùng --help để xem cách gọi)')
  .exitOverride()

program
  .command('start')
  .description('Khởi động cơ sở dữ liệu, máy chủ web và việc nền trong một tiến trình')
  .action(() => start(readConfig(process.env)))
program
  .command('web')
  .description('Chạy một máy chủ web trên DATABASE_URL; chạy nhiều tiến trình được')
  .action(() => serveAlone(readConfig(process.env)))
program
  .command('worker')
  .description('Chạy một tiến trình việc nền trên DATABASE_URL; chạy nhiều tiến trình được')
  .action(() => workAlone(readConfig(process.env)))

const withData = withInstallation(() => readConfig(process.env))
const withContext = withConsole(withData)
addRegimeCommands(program, withContext)
addAuditCommands(program, withContext)
addIdentityCommands(program, withContext)
addEvaluationCommands(program)
addRecognitionCommands(program, withContext)
addExchangeCommands(program, withContext)
addUpkeepCommands(program, withData)
addDemonstrationCommands(program, withContext)

try {
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
  console.error((error as Error).message)
  return exitCodes.refused
}
