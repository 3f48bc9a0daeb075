import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Where a producer is today, and which it is when one is meant. */
export interface OutcomePlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly producer?: string
}

const communeStaff = ['commune-officer', 'commune-leader'] as const
const provinceReaders = ['province-officer', 'province-leader', 'support-officer'] as const

function actsFor(actor: Actor, { producer }: OutcomePlace): boolean {
  return producer !== undefined && actor.producers.includes(producer)
}

function oversees(actor: Actor, { unit, province }: OutcomePlace): boolean {
  return (
    holds(actor, communeStaff, unit) ||
    holds(actor, provinceReaders, province) ||
    holds(actor, ['ministry-officer', 'ministry-leader'], country) ||
    audits(actor, province)
  )
}

/** What a single producer told is its own and its officers'; the public reads sums that tell of nobody alone. */
export const outcomeAccess = {
  'tell-own': actsFor,
  'tell-for': (actor, { unit }) => holds(actor, 'commune-officer', unit),
  'read-report': (actor, at) => actsFor(actor, at) || oversees(actor, at),
  'read-owing': oversees,
  'set-term': (actor, { unit }) => holds(actor, unit === country ? 'ministry-officer' : 'province-officer', unit),
} satisfies Record<string, (actor: Actor, at: OutcomePlace) => boolean>
