import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Where a producer is today, and which it is when one is meant. */
export interface CyclePlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly producer?: string
}

const helpers = ['support-officer', 'training-officer', 'trade-officer'] as const
export const communeReaders = ['commune-officer', 'commune-leader', ...helpers] as const
export const provinceReaders = [
  'province-officer',
  'province-leader',
  'advisory-member',
  'inspector',
  ...helpers,
] as const
export const countryReaders = ['ministry-officer', 'ministry-leader', 'inspector'] as const

function actsFor(actor: Actor, { producer }: CyclePlace): boolean {
  return producer !== undefined && actor.producers.includes(producer)
}

function looksAfter(actor: Actor, { unit, province }: CyclePlace): boolean {
  return (
    holds(actor, communeReaders, unit) ||
    holds(actor, provinceReaders, province) ||
    holds(actor, countryReaders, country) ||
    audits(actor, province)
  )
}

/** A segment speaks of a producer's revenue: its own people and those who look after it read it, nobody else. */
export const cycleAccess = {
  'read-advice': (actor, at) => actsFor(actor, at) || looksAfter(actor, at),
  'read-segments': looksAfter,
  'set-threshold': (actor, { unit }) => holds(actor, unit === country ? 'ministry-officer' : 'province-officer', unit),
  'set-season': (actor, { province }) => province !== country && holds(actor, 'province-officer', province),
} satisfies Record<string, (actor: Actor, at: CyclePlace) => boolean>
