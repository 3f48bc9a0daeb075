import type pg from 'pg'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import type { Files } from './files.ts'

/** The data as an operator's command finds it: nothing migrated, nothing loaded. */
export interface Installation {
  readonly config: Config
  readonly pool: pg.Pool
  readonly files: Files
  /** A system runs on this data directory now. */
  readonly isRunning: boolean
}

export type WithInstallation = <Result>(act: (installation: Installation) => Promise<Result>) => Promise<Result>

/** How a sub-command of `bin/ocop` reaches the data: the running system's database, or one it starts and stops. */
export type WithContext = <Result>(act: (ctx: Context) => Promise<Result>) => Promise<Result>

/** Exit codes of contract.md. */
export const exitCodes = { ok: 0, refused: 1, usage: 2 } as const

/** Prints JSON for programs or lines for people. */
export function print(asJson: boolean, value: unknown, lines: readonly string[]): void {
  process.stdout.write(asJson ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join('\n')}\n`)
}
