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
  /**
   * A new key lies ready and signs nothing yet, beside the one that does; one that was left ready by a crash is taken up
   * again. Whoever prepares and activates holds a lock for both.
   */
  prepare(now: Instant): { readonly from: string; readonly to: string }
  /** The key that lies ready signs from now on, and the private part of the old one is gone. Again, nothing happens. */
  activate(kid: string): void
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
  const next = `${file}.next`
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
    prepare(now) {
      const [old] = keys()
      const [ready] = readKeys(next) ?? []
      if (ready !== undefined) return { from: old?.kid ?? '', to: ready.kid }
      const fresh = newKey(now)
      renameSync(write(file, [fresh]), next)
      return { from: old?.kid ?? '', to: fresh.kid }
    },
    activate(kid) {
      const old = keys()
      const ready = readKeys(next)?.find((key) => key.kid === kid)
      if (!old.some((key) => key.kid === kid)) {
        if (ready === undefined) throw new Error(`${next} holds no key ${kid}`)
        // One rename: before it the old key signs, after it the new one, and a crash leaves either.
        renameSync(write(file, [ready, ...old.map(({ d: _, ...publicPart }) => publicPart)]), file)
      }
      if (ready !== undefined) rmSync(next)
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
