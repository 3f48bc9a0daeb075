import { audits, holds } from '../kernel/actor.ts'
import type { Actor, Role, UnitCode } from '../kernel/actor.ts'

/** Whose event it is today; for a conclusion also the office that carries it out. */
export interface GatheringPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly ownerRole?: Role
  readonly ownerUnit?: UnitCode
}

export const organisingRoles = [
  'commune-officer',
  'province-officer',
  'ministry-officer',
  'trade-officer',
  'training-officer',
] as const satisfies readonly Role[]

const leadingRoles = ['commune-leader', 'province-leader', 'ministry-leader'] as const

function organises(actor: Actor, { unit }: GatheringPlace): boolean {
  return holds(actor, organisingRoles, unit)
}

function looks(actor: Actor, at: GatheringPlace): boolean {
  return organises(actor, at) || holds(actor, leadingRoles, at.unit) || audits(actor, at.province)
}

function owns(actor: Actor, { ownerRole, ownerUnit }: GatheringPlace): boolean {
  return ownerRole !== undefined && ownerUnit !== undefined && holds(actor, ownerRole, ownerUnit)
}

/** Guests answer by a signed link of their own and need no right; what is announced, everybody reads. */
export const gatheringAccess = {
  'read-event': looks,
  'organise-event': organises,
  'invite-guests': organises,
  'close-event': organises,
  'read-conclusion': (actor: Actor, at: GatheringPlace) => looks(actor, at) || owns(actor, at),
  'report-conclusion': owns,
} satisfies Record<string, (actor: Actor, at: GatheringPlace) => boolean>
