import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, Role, UnitCode } from '../kernel/actor.ts'
import type { Dossier, DossierAct, DossierState } from './model.ts'
import { dossierStates } from './model.ts'

export interface DossierPlace {
  /** Today's commune. */
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly state?: DossierState
  readonly producer?: string
  /** Was it ever handed in, and did the commune ever send it up? What was withdrawn before is nobody else's. */
  readonly filed?: boolean
  readonly forwarded?: boolean
  /** The producer agreed that its commune writes for it. */
  readonly assisted?: boolean
  /** It asked for that by itself: then it looks again, and files. */
  readonly confirms?: boolean
  /** Accounts that stepped back from it on a council. */
  readonly recused?: readonly string[]
}

export const dossierAccessStates: readonly string[] = dossierStates

const commune: readonly Role[] = ['commune-officer', 'commune-leader']
// A council member reads a dossier on the page of the session it stands in, where recusals are known; not here.
const province: readonly Role[] = ['province-officer', 'province-leader', 'advisory-member']

/** The ministry sees a dossier from the day the province sent it, and, as it oversees all, every one that was told. */
export const ministryStates: readonly DossierState[] = [
  'sent-to-ministry',
  'received-by-ministry',
  'scored-by-ministry',
  'recognised-by-ministry',
  'below-90',
  'notified',
  'published',
]
/** The province sees it from the day the commune sent it. */
export const beforeProvince: readonly DossierState[] = [
  'draft',
  'filed',
  'returned',
  'completed',
  'received-by-commune',
  'commune-checked',
]

function owns(actor: Actor, { producer }: DossierPlace): boolean {
  return producer !== undefined && actor.producers.includes(producer)
}

/** The commune writes for a producer only under its recorded consent, and only while that stands. */
function assists(actor: Actor, at: DossierPlace): boolean {
  return at.assisted === true && !steppedBack(actor, at) && holds(actor, commune, at.unit)
}

function reachedCommune({ state, filed = false }: DossierPlace): boolean {
  return state !== undefined && state !== 'draft' && (state !== 'withdrawn' || filed)
}

function reachedProvince({ state, forwarded = false }: DossierPlace): boolean {
  return state !== undefined && !beforeProvince.includes(state) && (state !== 'withdrawn' || forwarded)
}

/** For an officer who stepped back the dossier is not there, on whatever desk they sit (invariant 4). */
function steppedBack({ id }: Actor, { recused = [] }: DossierPlace): boolean {
  return recused.includes(id)
}

/** Nobody decides as an officer on what is their own, or on what they stepped back from. */
function mayDecide(actor: Actor, at: DossierPlace): boolean {
  return !owns(actor, at) && !steppedBack(actor, at)
}

export const dossierAccess = {
  write: (actor: Actor, at: DossierPlace) => owns(actor, at) || assists(actor, at),
  file: (actor: Actor, at: DossierPlace) => owns(actor, at) || (at.confirms !== true && assists(actor, at)),
  'ask-help': owns,
  'say-written': (actor: Actor, at: DossierPlace) => at.confirms === true && assists(actor, at),
  withdraw: (actor: Actor, at: DossierPlace) => owns(actor, at),
  'open-for': (actor: Actor, at: DossierPlace) => holds(actor, commune, at.unit),
  'end-assistance': (actor: Actor, at: DossierPlace) => owns(actor, at),
  read: (actor: Actor, at: DossierPlace) =>
    owns(actor, at) ||
    assists(actor, at) ||
    (!steppedBack(actor, at) &&
      ((reachedCommune(at) && holds(actor, commune, at.unit)) ||
        (reachedProvince(at) && holds(actor, province, at.province)) ||
        (at.state !== undefined &&
          ministryStates.includes(at.state) &&
          holds(actor, ['ministry-officer', 'ministry-leader'], country)) ||
        (reachedCommune(at) && audits(actor, at.province)))),
  'check-at-commune': (actor: Actor, at: DossierPlace) => mayDecide(actor, at) && holds(actor, commune, at.unit),
  'sign-at-commune': (actor: Actor, at: DossierPlace) =>
    mayDecide(actor, at) && holds(actor, 'commune-leader', at.unit),
  'receive-at-province': (actor: Actor, at: DossierPlace) =>
    mayDecide(actor, at) && holds(actor, 'province-officer', at.province),
  'advise-at-province': (actor: Actor, at: DossierPlace) =>
    mayDecide(actor, at) && holds(actor, ['province-officer', 'advisory-member'], at.province),
  'ask-at-province': (actor: Actor, at: DossierPlace) =>
    mayDecide(actor, at) && holds(actor, ['province-officer', 'province-leader'], at.province),
  'sign-at-province': (actor: Actor, at: DossierPlace) =>
    mayDecide(actor, at) && holds(actor, 'province-leader', at.province),
  'receive-at-ministry': (actor: Actor, at: DossierPlace) =>
    mayDecide(actor, at) && holds(actor, 'ministry-officer', country),
} satisfies Record<string, (actor: Actor, at: DossierPlace) => boolean>

export type DossierRight = keyof typeof dossierAccess

/** Which right an act of this slice needs; acts of upper slices are judged there. */
export const rightFor: Partial<Record<DossierAct, DossierRight>> = {
  file: 'file',
  complete: 'file',
  'complete-for-province': 'file',
  withdraw: 'withdraw',
  return: 'check-at-commune',
  'receive-at-commune': 'check-at-commune',
  'send-for-signature': 'check-at-commune',
  'report-from-commune': 'sign-at-commune',
  'take-back': 'sign-at-commune',
  'receive-at-province': 'receive-at-province',
  'ask-completion': 'ask-at-province',
  'take-back-from-ministry': 'sign-at-province',
  'receive-at-ministry': 'receive-at-ministry',
}

export function placeOf(dossier: Dossier): DossierPlace {
  const { communeToday, provinceToday, state, producerId: producer, filedOn, number, recused } = dossier
  const place = { unit: communeToday ?? '', province: provinceToday ?? '' }
  // The slip number is given as the commune sends it up.
  const help = { assisted: dossier.assisted, confirms: dossier.confirms }
  return { ...place, ...help, state, producer, recused, filed: filedOn !== null, forwarded: number !== null }
}
