import { createHash } from 'node:crypto'
import type { Actor } from '../kernel/actor.ts'
import type { Act } from './model.ts'

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
export function hashOfAct({ at, actor, posting, fact, subject, detail }: Act): string {
  return sha256(canonicalJson({ at, actor, posting, fact, subject, detail }))
}

/** The roles of an actor in one line: `commune-officer@24043 editor@52`. */
export function postingSummary({ postings }: Pick<Actor, 'postings'>): string | null {
  return postings.length === 0 ? null : postings.map(({ role, unit }) => `${role}@${unit}`).join(' ')
}
