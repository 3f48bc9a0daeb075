import { audits, holds } from '../kernel/actor.ts'
import type { Actor, Role, UnitCode } from '../kernel/actor.ts'

/** Whose fair or point of sale it is today; for an application also whose. */
export interface FairPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly producer?: string
}

export const tradingRoles = [
  'trade-officer',
  'province-officer',
  'commune-officer',
  'ministry-officer',
] as const satisfies readonly Role[]

function organises(actor: Actor, { unit }: FairPlace): boolean {
  return holds(actor, tradingRoles, unit)
}

function looks(actor: Actor, at: FairPlace): boolean {
  const leaders = ['commune-leader', 'province-leader', 'ministry-leader'] as const
  return organises(actor, at) || holds(actor, leaders, at.unit) || audits(actor, at.province)
}

function owns(actor: Actor, { producer }: FairPlace): boolean {
  return producer !== undefined && actor.producers.includes(producer)
}

/** Whoever organises chooses with reasons; what a booth shows and what came of it is the producer's to say. */
export const fairAccess = {
  'read-fair': looks,
  'organise-fair': organises,
  'apply-to-fair': owns,
  'read-application': (actor: Actor, at: FairPlace) => owns(actor, at) || looks(actor, at),
  'choose-applicants': organises,
  'write-booth': owns,
  'mark-attendance': organises,
  'tell-fair-outcome': (actor: Actor, at: FairPlace) => owns(actor, at) || organises(actor, at),
  'keep-point': organises,
} satisfies Record<string, (actor: Actor, at: FairPlace) => boolean>
