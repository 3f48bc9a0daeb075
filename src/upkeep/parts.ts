import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, normalize, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refused } from '../kernel/refusal.ts'
import { syncDirectory } from '../platform/files.ts'
import { Manifest } from './model.ts'
import type { Part } from './model.ts'

const manifestFile = 'manifest.json'
/** In the format of `sha256sum -c`, so that anybody can check the list that names every other hash. */
const sealFile = 'manifest.json.sha256'

/** Writes one part with its hash, safe on disk when it returns. */
export async function writePart(root: string, path: string, source: Readable): Promise<Part> {
  const place = join(root, path)
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    source,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    },
    createWriteStream(place, { mode: 0o600, flags: 'wx', flush: true }),
  )
  return { path, bytes, sha256: hash.digest('hex') }
}

/**
 * Fills a directory aside and renames it into place when whole: what a kill leaves behind has another name and no
 * manifest. What an earlier kill left of the same backup is taken away.
 * @throws {Refused} upkeep/target-exists
 */
export async function fillAside<Result>(
  directory: string,
  fill: (aside: string) => Promise<{ manifest: Manifest; result: Result }>,
): Promise<Result> {
  const target = resolve(directory)
  const parent = dirname(target)
  const aside = `${target}.part-${process.pid}`
  if ((await namesIn(target)).length > 0) throw new Refused({ code: 'upkeep/target-exists', facts: { directory } })
  await forgetAbandoned(parent, basename(target))
  await mkdir(aside, { recursive: true, mode: 0o700 })
  try {
    const { manifest, result } = await fill(aside)
    const text = `${JSON.stringify(manifest, null, 1)}\n`
    const { sha256 } = await writePart(aside, manifestFile, Readable.from([Buffer.from(text)]))
    await writePart(aside, sealFile, Readable.from([Buffer.from(`${sha256}  ${manifestFile}\n`)]))
    for (const folder of await foldersIn(aside)) await syncDirectory(folder)
    await rename(aside, target)
    await syncDirectory(parent)
    return result
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw error
  }
}

async function forgetAbandoned(parent: string, name: string): Promise<void> {
  for (const left of await namesIn(parent)) {
    if (!left.startsWith(`${name}.part-`)) continue
    const pid = Number(left.slice(`${name}.part-`.length))
    if (Number.isInteger(pid) && !isAlive(pid)) await rm(join(parent, left), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function foldersIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory())
  return [root, ...folders.map((entry) => join(entry.parentPath, entry.name))]
}

export async function namesIn(directory: string): Promise<string[]> {
  return readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}

/** @throws {Refused} upkeep/not-a-backup, or upkeep/damaged when the manifest is not the one that was written. */
export async function readManifest(directory: string): Promise<Manifest> {
  const notOne = new Refused({ code: 'upkeep/not-a-backup', facts: { directory } })
  const text = await readFile(join(directory, manifestFile), 'utf8').catch(() => {
    throw notOne
  })
  const seal = await readFile(join(directory, sealFile), 'utf8').catch(() => '')
  if (seal.split(' ')[0] !== createHash('sha256').update(text).digest('hex')) throw damaged(manifestFile)
  const read = Manifest.safeParse(JSON.parse(text))
  if (!read.success) throw notOne
  return read.data
}

/** Reads every part against its hash. @throws {Refused} upkeep/damaged naming the first that differs. */
export async function provePart(directory: string, { path, bytes, sha256 }: Part): Promise<void> {
  // A path that leaves the backup is not one that we wrote.
  if (normalize(path) !== path || path.startsWith('..') || path.startsWith('/')) throw damaged(path)
  const hash = createHash('sha256')
  let read = 0
  try {
    for await (const chunk of createReadStream(join(directory, path)) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      read += chunk.length
    }
  } catch {
    throw damaged(path)
  }
  if (read !== bytes || hash.digest('hex') !== sha256) throw damaged(path)
}

export function damaged(path: string): Refused {
  return new Refused({ code: 'upkeep/damaged', facts: { path } })
}
