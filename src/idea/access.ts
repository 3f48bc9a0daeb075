import { audits, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

export interface IdeaPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  /** Account of the proposer, when signed in while filing. */
  readonly owner?: string
}

const commune = ['commune-officer', 'commune-leader'] as const

function isOwner(actor: Actor, { owner }: IdeaPlace): boolean {
  return owner !== undefined && actor.id === owner
}

export const ideaAccess = {
  read: (actor: Actor, at: IdeaPlace) =>
    holds(actor, commune, at.unit) || isOwner(actor, at) || audits(actor, at.province),
  /** Name and telephone of the proposer. */
  'see-proposer': (actor: Actor, at: IdeaPlace) => holds(actor, commune, at.unit) || isOwner(actor, at),
  answer: (actor: Actor, at: IdeaPlace) => holds(actor, commune, at.unit),
} satisfies Record<string, (actor: Actor, at: IdeaPlace) => boolean>
