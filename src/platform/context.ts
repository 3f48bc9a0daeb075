import type { Actor } from '../kernel/actor.ts'
import { civilDateOf } from '../kernel/civil-date.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Database } from './db.ts'
import type { Files } from './files.ts'
import type { SigningKeys } from './keys.ts'

/** What an act needs to know of its surroundings; nothing is ambient. */
export interface Context {
  readonly db: Database
  readonly files: Files
  /** What the system signs with, and every public key it ever had. */
  readonly keys: SigningKeys
  readonly actor: Actor
  readonly now: Instant
  /** The civil day of `now` in Vietnam. */
  readonly today: CivilDate
  /** Facts that have reactions; set once by the doors from src/reactions.ts. */
  readonly reactsTo: ReadonlySet<string>
}

/** The same surroundings at another moment, or as somebody else. */
export function contextAt(context: Omit<Context, 'now' | 'today'>, now: Instant): Context {
  return { ...context, now, today: civilDateOf(now) }
}

export function actingAs(context: Context, actor: Actor): Context {
  return { ...context, actor }
}
