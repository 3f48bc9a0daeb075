import { audits, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

export interface IdeaPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  /** Account of the proposer, when signed in while filing. */
  readonly owner?: string
}

const commune = ['commune-officer', 'commune-leader'] as const

export const ideaAccess = {
  read: (actor: Actor, at: IdeaPlace) =>
    holds(actor, commune, at.unit) || (at.owner !== undefined && actor.id === at.owner) || audits(actor, at.province),
  answer: (actor: Actor, at: IdeaPlace) => holds(actor, commune, at.unit),
} satisfies Record<string, (actor: Actor, at: IdeaPlace) => boolean>
