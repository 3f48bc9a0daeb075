import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Actor } from '../kernel/actor.ts'
import type { Act, Batch, Entry, Finding } from './model.ts'

/**
 * JSON with the keys in order and no blanks, as RFC 8785 writes it, so that two programs hash the same bytes.
 * `undefined` members vanish and dates become text, exactly as the database will keep them.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(JSON.parse(JSON.stringify(value))))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, ordered(member)]))
}

/** SHA-256, 64 hex digits. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The hash of an entry covers all that it says; its number is covered by the batch that seals it. */
export function hashOfAct({ at, actor, posting, provinces, fact, subject, detail }: Act): string {
  return sha256(canonicalJson({ at, actor, posting, provinces, fact, subject, detail }))
}

/** The roles of an actor in one line: `commune-officer@24043 editor@52`. */
export function postingSummary({ postings }: Pick<Actor, 'postings'>): string | null {
  return postings.length === 0 ? null : postings.map(({ role, unit }) => `${role}@${unit}`).join(' ')
}

export function provincesOf({ postings }: Pick<Actor, 'postings'>): string[] {
  return [...new Set(postings.map(({ province }) => province))].toSorted()
}

/** What the first batch is chained to. */
export const beginning = '0'.repeat(64)

/** A leaf covers the number of the entry too, so that two entries cannot change places. */
function leafOf(seq: number, hash: string): Buffer {
  return Buffer.from(sha256(`leaf:${seq}:${hash}`), 'hex')
}

/** The root of a binary tree over the entries in order; a last one without a partner moves up as it is. */
export function merkleRoot({ members, leaves }: Pick<Batch, 'members' | 'leaves'>): string {
  let level = members.map((seq, index) => leafOf(seq, leaves[index] ?? ''))
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, index) => {
      const [left, right] = [level[2 * index]!, level[2 * index + 1]]
      return right === undefined ? left : Buffer.from(sha256(Buffer.concat([Buffer.from('node:'), left, right])), 'hex')
    })
  }
  return level[0]?.toString('hex') ?? beginning
}

export function hashOfBatch({
  number,
  members,
  root,
  previous,
  keyId,
  sealedAt,
}: Omit<Batch, 'hash' | 'signature'>): string {
  return sha256(canonicalJson({ number, count: members.length, root, previous, keyId, sealedAt }))
}

/** @param publicKey 32 bytes of Ed25519, base64url. */
export function isSignedBy(publicKey: string, { hash, signature }: Pick<Batch, 'hash' | 'signature'>): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  return verify(null, Buffer.from(hash), key, Buffer.from(signature, 'base64url'))
}

/** What is wrong with a batch itself, given the hash of the one before. */
export function faultsOfBatch(batch: Batch, previous: string, publicKey: string): Finding[] {
  const at = { batch: batch.number }
  const isWhole = merkleRoot(batch) === batch.root && hashOfBatch(batch) === batch.hash
  return [
    ...(batch.previous === previous ? [] : [{ kind: 'chain-broken', ...at } as const]),
    ...(isWhole ? [] : [{ kind: 'batch-changed', ...at } as const]),
    ...(isSignedBy(publicKey, batch) ? [] : [{ kind: 'signature-wrong', ...at } as const]),
  ]
}

/** What is wrong with the entries of a batch, in its order. */
export function faultsOfEntries(batch: Batch, entries: readonly Entry[]): Finding[] {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]))
  return batch.members.flatMap((seq, index): Finding[] => {
    const entry = bySeq.get(seq)
    const at = { batch: batch.number, seq }
    if (entry === undefined) return [{ kind: 'missing', ...at }]
    const hash = hashOfAct(entry)
    if (hash === batch.leaves[index] && hash === entry.hash) return []
    // The words of another entry of the batch under this number: the rows changed places.
    return [{ kind: hash !== batch.leaves[index] && batch.leaves.includes(hash) ? 'reordered' : 'changed', ...at }]
  })
}
