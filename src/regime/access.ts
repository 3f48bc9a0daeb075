import { country, holds } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'

/** The text of the law is the country's: only the ministry loads its official wording. */
export const regimeAccess = {
  'load-wording': (actor: Actor, _: { readonly unit: string; readonly province: string }) =>
    holds(actor, 'ministry-officer', country),
}
