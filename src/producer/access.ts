import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Where a producer is today, for judging who may. */
export interface ProducerPlace {
  readonly id: string
  readonly communeToday: UnitCode | null
  readonly provinceToday: UnitCode | null
}

const communeStaff = ['commune-officer', 'commune-leader'] as const
const provinceReaders = ['province-officer', 'province-leader', 'advisory-member', 'inspector', 'support-officer'] as const
const countryReaders = ['ministry-officer', 'ministry-leader', 'inspector'] as const

export function isSignedIn(actor: Actor): boolean {
  return actor.id !== 'visitor'
}

/** Owner, staff or disclosed delegate. */
export function canActFor(actor: Actor, producerId: string): boolean {
  return actor.producers.includes(producerId)
}

/** An officer registers for a producer of the own commune only. */
export function canRegisterFor(actor: Actor, commune: UnitCode): boolean {
  return actor.id === 'system' || holds(actor, communeStaff, commune)
}

export function canListCommune(actor: Actor, commune: UnitCode, province: UnitCode): boolean {
  return canRegisterFor(actor, commune) || readsProvince(actor, province)
}

/** The private part of the register: phone, consent, members. */
export function canReadProducer(actor: Actor, { id, communeToday, provinceToday }: ProducerPlace): boolean {
  return (
    canActFor(actor, id) ||
    (communeToday !== null && canRegisterFor(actor, communeToday)) ||
    readsProvince(actor, provinceToday ?? country)
  )
}

/** The producer itself, or the commune on its behalf. */
export function canAmendProducer(actor: Actor, { id, communeToday }: ProducerPlace): boolean {
  return canActFor(actor, id) || (communeToday !== null && canRegisterFor(actor, communeToday))
}

/** Owners say who acts for them; the commune only while a producer it registered has nobody yet. */
export function canAddMember(actor: Actor, place: ProducerPlace, asOwner: boolean, hasOwner: boolean): boolean {
  if (actor.id === 'system') return true
  if (asOwner) return true
  return !hasOwner && place.communeToday !== null && canRegisterFor(actor, place.communeToday)
}

/** The commune leader where the predecessor sits, or the province's advisory body. */
export function canRecordSuccession(actor: Actor, { communeToday, provinceToday }: ProducerPlace): boolean {
  return (
    actor.id === 'system' ||
    (communeToday !== null && holds(actor, 'commune-leader', communeToday)) ||
    (provinceToday !== null && holds(actor, 'province-officer', provinceToday))
  )
}

function readsProvince(actor: Actor, province: UnitCode): boolean {
  return (
    actor.id === 'system' ||
    holds(actor, provinceReaders, province) ||
    holds(actor, countryReaders, country) ||
    audits(actor, province)
  )
}
