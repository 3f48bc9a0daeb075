import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

// What an installation made ready for its starts (docs/decisions/0054): may be deleted at any time, holds no data.
const root = join(import.meta.dirname, '..', '..')
export const preparedDirectory = join(root, 'node_modules', '.cache', 'ocop')

// All that decides what a new cluster holds before anybody used it.
const groundSources = ['package-lock.json', 'migrations', 'src/territory', 'src/platform/postgres.ts']

const run = promisify(execFile)

/** Where the packed cluster of exactly this program lies, with its tables and the places of the country, once it was made. */
export function groundArchive(): string {
  const hash = createHash('sha256')
  for (const file of groundSources.flatMap(filesUnder)) hash.update(file).update(readFileSync(join(root, file)))
  return join(preparedDirectory, `ground-${hash.digest('hex').slice(0, 20)}.tar.gz`)
}

function filesUnder(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  const entries = readdirSync(join(root, path), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()
}

/** Packs a cluster that was stopped; those of older programs go. Packed, so that half of one is never taken for a whole. */
export async function packCluster(cluster: string, archive: string): Promise<void> {
  const directory = dirname(archive)
  mkdirSync(directory, { recursive: true })
  const older = readdirSync(directory).filter((name) => name.startsWith('ground-') && name !== basename(archive))
  const aside = `${archive}.${randomUUID()}`
  await run('tar', ['-C', cluster, '--exclude=postmaster.opts', '--sparse', '-czf', aside, '.'])
  renameSync(aside, archive)
  for (const name of older) rmSync(join(directory, name), { force: true })
}

/** @returns whether the whole archive was unpacked into this new directory; a missing or damaged one leaves none. */
export async function unpackCluster(archive: string, cluster: string): Promise<boolean> {
  try {
    mkdirSync(cluster, { mode: 0o700 })
    await run('tar', ['-C', cluster, '--no-same-owner', '-xzf', archive])
    return true
  } catch {
    rmSync(cluster, { recursive: true, force: true })
    return false
  }
}
