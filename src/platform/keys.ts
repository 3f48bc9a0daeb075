import { createHash, createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Instant } from '../kernel/civil-date.ts'

/** A public key as it is published (RFC 7517). */
export interface PublicKey {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly kid: string
  readonly alg: 'ES256'
  readonly use: 'sig'
}

/** A key in the file: one that signs has `d`; a retired one has lost it for ever. */
interface KeptKey extends Omit<PublicKey, 'alg' | 'use'> {
  readonly d?: string
  readonly madeAt: Instant
}

/** Signs with ES256, and knows every key that ever signed. */
export interface SigningKeys {
  /** The key that signs today, made at the first asking. */
  current(): { readonly kid: string; sign(bytes: Uint8Array): Uint8Array }
  /** Every key since the beginning, the newest first: what an old key signed stays checkable. */
  published(): readonly PublicKey[]
  /** A new key signs from now on; the private part of the old one is gone. */
  rotate(now: Instant): { readonly from: string; readonly to: string }
}

/** Where the keys that sign certificates lie, apart from the database and its copies. */
export function certificateKeys(dataDirectory: string): SigningKeys {
  return openSigningKeys(join(dataDirectory, 'keys', 'certificates.json'))
}

/**
 * The keys in one file, readable by its owner only. It is read again at each use, so that a running process signs with
 * what a rotation beside it has made; a kilobyte costs some 20 microseconds.
 */
function openSigningKeys(file: string): SigningKeys {
  const keys = () => readKeys(file) ?? makeFirst(file)
  return {
    current() {
      const newest = keys()[0]
      if (newest?.d === undefined) throw new Error(`${file} holds no key that signs`)
      const key = createPrivateKey({ key: { ...newest }, format: 'jwk' })
      return {
        kid: newest.kid,
        sign: (bytes) => new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })),
      }
    },
    published: () => keys().map(({ kty, crv, x, y, kid }) => ({ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' })),
    rotate(now) {
      const old = keys()
      const fresh = newKey(now)
      const lock = `${file}.lock`
      // Two rotations at once would lose the key of one of them, perhaps after it had signed.
      writeFileSync(lock, '', { flag: 'wx' })
      try {
        const aside = write(file, [fresh, ...old.map(({ d: _, ...publicPart }) => publicPart)])
        renameSync(aside, file)
      } finally {
        rmSync(lock)
      }
      return { from: old[0]?.kid ?? '', to: fresh.kid }
    },
  }
}

/** @throws {Error} when the file is there but cannot be read: a new key would leave every print of the old one unproven. */
function readKeys(file: string): readonly KeptKey[] | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return (JSON.parse(text) as { keys: KeptKey[] }).keys
}

function makeFirst(file: string): readonly KeptKey[] {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const aside = write(file, [newKey(new Date().toISOString())])
  try {
    // Linking fails when another process was first: then its key is the key.
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
  return readKeys(file) ?? []
}

function write(file: string, keys: readonly KeptKey[]): string {
  const aside = `${file}.${randomUUID()}`
  writeFileSync(aside, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return aside
}

function newKey(madeAt: Instant): KeptKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' })
  // Eight characters of the key's own hash: short enough for a printed code, unlike any other key of ours.
  const kid = createHash('sha256').update(`${x}.${y}`).digest('base64url').slice(0, 8)
  return { kty: 'EC', crv: 'P-256', x, y, d, kid, madeAt }
}
