import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

interface Owner {
  readonly pid: number
  /** When the process began, in ticks since the machine did; '' where there is no procfs. */
  readonly began: string
}

/**
 * Takes a file that says which process works on what lies beside it. A note of a process that is gone counts as nothing.
 * @returns how to give it back.
 * @throws {Error} while another process, or this one, holds it.
 */
export function takeOwnership(file: string): () => void {
  const own: Owner = { pid: process.pid, began: beginningOf(process.pid) ?? '' }
  const aside = `${file}.${randomUUID()}`
  writeFileSync(aside, JSON.stringify(own), { mode: 0o600 })
  try {
    while (!linked(aside, file)) {
      const owner = ownerIn(file)
      if (owner && lives(owner)) {
        throw new Error(
          `Một lệnh khác (tiến trình ${owner.pid}) đang dùng cơ sở dữ liệu của thư mục này. Hãy đợi nó xong rồi chạy lại.`,
        )
      }
      // Renamed before it is removed: of several that found the same dead owner, one goes on.
      removeOnce(file)
    }
  } finally {
    rmSync(aside)
  }
  return () => rmSync(file, { force: true })
}

/** Linking fails when the file is there, and never leaves half of one. */
function linked(aside: string, file: string): boolean {
  try {
    linkSync(aside, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function ownerIn(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

function removeOnce(file: string): void {
  const dead = `${file}.${randomUUID()}`
  try {
    renameSync(file, dead)
    rmSync(dead)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

// A process id is used again after a while, so its beginning must be the same.
function lives({ pid, began }: Owner): boolean {
  if (process.platform === 'linux') return beginningOf(pid) === began
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Undefined for a process that is gone, or is a zombie that an idle PID 1 never reaped. */
function beginningOf(pid: number): string | undefined {
  try {
    // The second field is the name in brackets and may hold spaces; what follows it does not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}
