import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export interface Running {
  readonly child: ChildProcess
  /** What it printed so far, both streams. */
  said(): string
  /** The first line that matches, waited for. @throws {Error} with all it said when it ends before. */
  saying(pattern: RegExp): Promise<string>
  /** The exit code, waited for; null after a kill. */
  readonly ended: Promise<number | null>
}

/** The program as an operator starts it, in a process of its own: `program(['web'], { DATABASE_URL })`. */
export function program(words: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const options = ['--disable-warning=ExperimentalWarning', '--import', join(root, 'src/platform/tsx-loader.ts')]
  const child = spawn(process.execPath, [...options, join(root, 'src/tend.ts'), ...words], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (text += bytes.toString()))
  const ended = new Promise<number | null>((settle) => child.once('close', settle))
  return {
    child,
    said: () => text,
    ended,
    saying: (pattern) =>
      new Promise((settle, fail) => {
        const look = () => {
          const found = pattern.exec(text)
          if (found) settle(found[0])
        }
        look()
        child.stdout.on('data', look)
        child.stderr.on('data', look)
        void ended.then(() => fail(new Error(`It ended before it said ${pattern}:\n${text}`)))
      }),
  }
}
