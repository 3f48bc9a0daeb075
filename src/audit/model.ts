import type { Instant } from '../kernel/civil-date.ts'

/** One act as it stands in the book: who, when, what, on what. */
export interface Act {
  readonly at: Instant
  /** Account id, `visitor` or `system`. */
  readonly actor: string
  /** The roles held at that moment, `commune-officer@24043`; null for visitors and scheduled work. */
  readonly posting: string | null
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
