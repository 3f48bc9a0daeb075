import { country, holds, holdsAnywhere } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'

/** Who may enter a resolution on units, or settle a doubtful successor: the administrator and the ministry's officers. */
export function mayChangeUnits(actor: Actor): boolean {
  return holdsAnywhere(actor, 'administrator') || holds(actor, 'ministry-officer', country)
}
