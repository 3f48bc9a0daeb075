import { country, holds } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'

/** Who may enter what was published elsewhere, for a place: officers of that province, or of the ministry. */
export const statisticsAccess = {
  'enter-published': (actor: Actor, { unit, province }: { unit: string; province: string }) =>
    holds(actor, ['ministry-officer', 'editor'], country) ||
    (unit !== country && holds(actor, ['province-officer', 'editor'], province)),
  /** A set of provinces for which figures can be asked is the whole country's word. */
  'define-region': (actor: Actor) => holds(actor, 'ministry-officer', country),
}
