import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Where a producer is today. A split nobody has settled yet leaves `unit` empty: no commune holds it. */
export interface ProducerPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly producer?: string
  /** Accounts that own it today. */
  readonly owners?: readonly string[]
}

const communeStaff = ['commune-officer', 'commune-leader'] as const
const provinceReaders = [
  'province-officer',
  'province-leader',
  'advisory-member',
  'inspector',
  'support-officer',
] as const
const countryReaders = ['ministry-officer', 'ministry-leader', 'inspector'] as const

export function isSignedIn(actor: Actor): boolean {
  return actor.id !== 'visitor'
}

/** Owner, staff or disclosed delegate. */
export function canActFor(actor: Actor, producerId: string): boolean {
  return actor.producers.includes(producerId)
}

function worksAt(actor: Actor, { unit }: ProducerPlace): boolean {
  return holds(actor, communeStaff, unit)
}

function actsFor(actor: Actor, { producer }: ProducerPlace): boolean {
  return producer !== undefined && canActFor(actor, producer)
}

function readsAbove(actor: Actor, { province }: ProducerPlace): boolean {
  return holds(actor, provinceReaders, province) || holds(actor, countryReaders, country) || audits(actor, province)
}

export const producerAccess = {
  /** An officer registers for a producer of the own commune only. */
  'register-for': worksAt,
  'list-commune': (actor, at) => worksAt(actor, at) || readsAbove(actor, at),
  /** The private part of the register: phone, consent, members. */
  read: (actor, at) => actsFor(actor, at) || worksAt(actor, at) || readsAbove(actor, at),
  /** The producer itself, or the commune on its behalf. */
  amend: (actor, at) => actsFor(actor, at) || worksAt(actor, at),
  /** Owners say who acts for them. */
  'manage-members': (actor, at) => at.owners?.includes(actor.id) ?? false,
  /** The commune names the first owner of a producer that has nobody yet. */
  'name-first-owner': (actor, at) => at.owners?.length === 0 && worksAt(actor, at),
  /** The commune leader where the predecessor sits, or the province's advisory body. */
  'record-succession': (actor, at) =>
    holds(actor, 'commune-leader', at.unit) || holds(actor, 'province-officer', at.province),
} satisfies Record<string, (actor: Actor, at: ProducerPlace) => boolean>

interface Placed {
  readonly id: string
  readonly communeToday: UnitCode | null
  readonly provinceToday: UnitCode | null
}

export function placeOfProducer(
  { id, communeToday, provinceToday }: Placed,
  owners?: readonly string[],
): ProducerPlace {
  return { unit: communeToday ?? '', province: provinceToday ?? '', producer: id, ...(owners && { owners }) }
}
