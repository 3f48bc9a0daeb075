import type { Instant } from '../kernel/civil-date.ts'

/** One act as it stands in the book: who, when, what, on what. */
export interface Act {
  readonly at: Instant
  /** Account id, `visitor` or `system`. */
  readonly actor: string
  /** The roles held at that moment, `commune-officer@24043`; null for visitors and scheduled work. */
  readonly posting: string | null
  /** The provinces of those roles, `VN` for the country: what an auditor of a province may read. */
  readonly provinces: readonly string[]
  /** `slice.fact`, e.g. `dossier.filed`. */
  readonly fact: string
  /** The id of the thing acted on. */
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** An act with its number and the SHA-256 of its canonical form. */
export interface Entry extends Act {
  readonly seq: number
  readonly hash: string
}

/** What the task `react` is given: src/reactions.ts says which tasks follow from the fact. */
export interface Reaction {
  readonly fact: string
  readonly subject: string
  readonly entry: number
}

/** Entries sealed together: their Merkle root, chained to the batch before, signed. */
export interface Batch {
  readonly number: number
  /** Numbers of the entries in the order of sealing. */
  readonly members: readonly number[]
  /** Hash of each entry when it was sealed, in the same order. */
  readonly leaves: readonly string[]
  readonly root: string
  readonly previous: string
  readonly hash: string
  /** Ed25519 over the hash as text, base64url. */
  readonly signature: string
  readonly keyId: string
  readonly sealedAt: Instant
}

/** The end of the chain at some moment, kept outside the database: what was sealed by then can no longer be cut off. */
export interface Head {
  readonly number: number
  readonly hash: string
}

export const findingKinds = [
  'changed',
  'missing',
  'reordered',
  'extra',
  'batch-missing',
  'batch-changed',
  'chain-broken',
  'signature-wrong',
  'cut',
] as const

/** One thing wrong with the book, at a batch or an entry. */
export interface Finding {
  readonly kind: (typeof findingKinds)[number]
  readonly batch?: number
  readonly seq?: number
}

export interface Verification {
  readonly batches: number
  readonly entries: number
  readonly unsealed: number
  readonly head: Head | undefined
  readonly findings: readonly Finding[]
}
