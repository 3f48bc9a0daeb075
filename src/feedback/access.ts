import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

export interface MatterPlace {
  /** The unit that holds the matter now. */
  readonly unit: UnitCode
  readonly province: UnitCode
  /** Account of the sender, when signed in while filing. */
  readonly owner?: string
  /** Whether the asker stepped back from the dossier that the matter speaks of: then there is no such matter. */
  readonly recused?: readonly string[]
}

function handles(actor: Actor, { unit, recused = [] }: MatterPlace): boolean {
  if (recused.includes(actor.id)) return false
  if (unit === country) return holds(actor, ['ministry-officer', 'ministry-leader'], unit)
  return holds(actor, ['commune-officer', 'commune-leader', 'province-officer', 'province-leader'], unit)
}

function sent(actor: Actor, { owner }: MatterPlace): boolean {
  return owner !== undefined && actor.id === owner
}

function checks(actor: Actor, { province, recused = [] }: MatterPlace): boolean {
  return audits(actor, province) && !recused.includes(actor.id)
}

export const feedbackAccess = {
  'read-matter': (actor: Actor, at: MatterPlace) => handles(actor, at) || sent(actor, at) || checks(actor, at),
  /** Name and telephone of the sender, and the photo. */
  'see-sender': (actor: Actor, at: MatterPlace) => handles(actor, at) || sent(actor, at),
  'transfer-matter': handles,
  'answer-matter': handles,
  'publish-answer': handles,
  'reopen-matter': sent,
} satisfies Record<string, (actor: Actor, at: MatterPlace) => boolean>
