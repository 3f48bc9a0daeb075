import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

export interface IdeaPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  /** Account of the proposer, when signed in while filing. */
  readonly owner?: string
}

const commune = ['commune-officer', 'commune-leader'] as const
const above = ['province-officer', 'province-leader'] as const

function isOwner(actor: Actor, { owner }: IdeaPlace): boolean {
  return owner !== undefined && actor.id === owner
}

function works(actor: Actor, { unit }: IdeaPlace): boolean {
  return holds(actor, commune, unit)
}

export const ideaAccess = {
  read: (actor: Actor, at: IdeaPlace) =>
    works(actor, at) || isOwner(actor, at) || holds(actor, above, at.province) || audits(actor, at.province),
  /** Name and telephone of the proposer, and of those who want to join. */
  'see-proposer': (actor: Actor, at: IdeaPlace) => works(actor, at) || isOwner(actor, at),
  answer: works,
  /** An officer types the idea of somebody who agreed. */
  'file-for': works,
  'record-visit': works,
  'moderate-voice': works,
  /** Lets a text of the proposer be read by everybody, or holds it back. */
  'look-before-public': works,
  /** Only the proposer makes an organisation, a producer or a product of it. */
  'walk-on': isOwner,
  'set-term': (actor: Actor, { province }: IdeaPlace) => province !== country && holds(actor, above, province),
} satisfies Record<string, (actor: Actor, at: IdeaPlace) => boolean>
