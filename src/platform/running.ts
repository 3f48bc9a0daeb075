import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running system leaves in its data directory, so that a second start and the command line find it. */
export interface Running {
  readonly pid: number
  readonly address: string
  readonly databaseUrl: string
}

const fileIn = (dataDirectory: string) => join(dataDirectory, 'running.json')

/** The system that runs on this data directory now; a note left behind by kill -9 counts as nothing. */
export function whoRuns(dataDirectory: string): Running | undefined {
  try {
    const running = JSON.parse(readFileSync(fileIn(dataDirectory), 'utf8')) as Running
    return isOurs(running.pid) ? running : undefined
  } catch {
    return undefined
  }
}

export function noteRunning(dataDirectory: string, running: Running): void {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  writeFileSync(fileIn(dataDirectory), JSON.stringify(running), { mode: 0o600 })
}

export function forgetRunning(dataDirectory: string): void {
  rmSync(fileIn(dataDirectory), { force: true })
}

// A process id is used again after a while: only a process that runs this program counts. Without procfs (macOS)
// a live process is believed.
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !/\) Z /.test(status) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('tend.ts')
  } catch {
    return process.platform !== 'linux'
  }
}
