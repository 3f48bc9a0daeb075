import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes kept under the SHA-256 of their content; storing the same bytes twice keeps one copy. */
export interface Files {
  /** Returns the hash (64 hex digits) once the bytes are safely kept. @throws when they are not: nothing counts then. */
  put(bytes: Uint8Array): Promise<string>
  /** @throws {Error} when the bytes are not there or no longer match their hash. */
  get(hash: string): Promise<Buffer>
  has(hash: string): Promise<boolean>
  /** The hash of everything kept, in order. */
  all(): AsyncIterable<string>
}

/** Under two digits first, so that no folder holds everything; the same in a directory and in an object store. */
export function keyOf(hash: string): string {
  return `${hash.slice(0, 2)}/${hash}`
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A content-addressed store in a directory: write aside, fsync, rename, fsync the directory. */
export function localFiles(directory: string): Files {
  const placeOf = (hash: string) => join(directory, keyOf(hash))
  return {
    async put(bytes) {
      const hash = hashOf(bytes)
      const place = placeOf(hash)
      if (await exists(place)) return hash
      const folder = join(directory, hash.slice(0, 2))
      await mkdir(folder, { recursive: true })
      const aside = join(folder, `.${randomUUID()}`)
      try {
        await writeDurably(aside, bytes)
        await rename(aside, place)
      } catch (error) {
        await unlink(aside).catch(() => undefined)
        throw error
      }
      await syncDirectory(folder)
      return hash
    },
    async get(hash) {
      const bytes = await readFile(placeOf(hash))
      if (hashOf(bytes) !== hash) {
        throw new Error(`File ${hash} no longer matches its hash`)
      }
      return bytes
    },
    has: (hash) => exists(placeOf(hash)),
    all: () => hashesIn(directory),
  }
}

async function* hashesIn(directory: string): AsyncGenerator<string> {
  const folders = await readdir(directory).catch(() => [])
  for (const folder of folders.toSorted()) {
    for (const name of (await readdir(join(directory, folder))).toSorted()) {
      // What a kill left aside has another name.
      if (/^[0-9a-f]{64}$/.test(name)) yield name
    }
  }
}

async function writeDurably(place: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(place, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function syncDirectory(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  )
}
