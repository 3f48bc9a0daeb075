import type { Command } from 'commander'
import { addAuditCommands } from './audit/commands.ts'
import { withConsole, withInstallation } from './console.ts'
import { addDemonstrationCommands } from './demonstration/commands.ts'
import { addEvaluationCommands } from './evaluation/commands.ts'
import { addExchangeCommands } from './exchange/commands.ts'
import { addIdentityCommands } from './identity/commands.ts'
import { readConfig } from './platform/config.ts'
import { addRecognitionCommands } from './recognition/commands.ts'
import { addRegimeCommands } from './regime/commands.ts'
import { addUpkeepCommands } from './upkeep/commands.ts'

/** What operators do beside the doors: each slice brings its own commands. */
export function addOperatorCommands(program: Command): void {
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
}
