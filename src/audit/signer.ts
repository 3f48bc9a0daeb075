import { createHash, createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { JsonWebKeyInput, KeyObject } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Head } from './model.ts'

/** Who seals the book. What it keeps lies outside the database, out of reach of whoever owns the database. */
export interface Signer {
  readonly keyId: string
  /** 32 bytes of Ed25519, base64url. */
  readonly publicKey: string
  /** Ed25519 over the text, base64url. */
  sign(text: string): string
  /** Notes the end of the chain, durably, after the batch is committed. */
  keepHead(head: Head): Promise<void>
  heads(): Promise<readonly Head[]>
}

/**
 * The signer whose key lies in `directory`/book.json, made there at the first start; the ends of the chain are noted in
 * `directory`/book-heads.jsonl. Several processes share both by sharing the directory.
 */
export function openBookKey(directory: string): Signer {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const privateKey = readOrMakeKey(join(directory, 'book.json'))
  const { x: publicKey = '' } = privateKey.export({ format: 'jwk' })
  const notes = join(directory, 'book-heads.jsonl')
  return {
    keyId: createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    keepHead: (head) => appendDurably(notes, `${JSON.stringify(head)}\n`),
    heads: () => readHeads(notes),
  }
}

function readOrMakeKey(file: string): KeyObject {
  const found = readKey(file)
  if (found) return found
  const { privateKey } = generateKeyPairSync('ed25519')
  const aside = `${file}.${randomUUID()}`
  writeFileSync(aside, `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
  try {
    // Linking fails when another process was first: then its key is the key.
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
  return readKey(file) ?? privateKey
}

/** @throws {Error} when the file is there but holds no key: sealing with a new one would break the chain unseen. */
function readKey(file: string): KeyObject | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return createPrivateKey({ key: JSON.parse(text) as JsonWebKeyInput['key'], format: 'jwk' })
}

async function appendDurably(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.write(line)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readHeads(file: string): Promise<Head[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  // A line that a kill -9 cut short was never acknowledged.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Head)
}
