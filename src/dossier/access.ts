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
}

export const dossierAccessStates: readonly string[] = dossierStates

const commune: readonly Role[] = ['commune-officer', 'commune-leader']
// A council member reads a dossier on the page of the session it stands in, where recusals are known; not here.
const province: readonly Role[] = ['province-officer', 'province-leader', 'advisory-member']

/** The ministry sees a dossier from the day the province sent it, and, as it oversees all, every one that was told. */
export const ministryStates: readonly DossierState[] = [
  'sent-to-ministry',
  'scored-by-ministry',
  'recognised-by-ministry',
  'below-90',
  'notified',
  'published',
]
/** The province sees it from the day the commune sent it. */
export const beforeProvince: readonly DossierState[] = ['draft', 'filed', 'returned', 'completed']

function owns(actor: Actor, { producer }: DossierPlace): boolean {
  return producer !== undefined && actor.producers.includes(producer)
}

export const dossierAccess = {
  write: (actor: Actor, at: DossierPlace) => owns(actor, at),
  read: (actor: Actor, at: DossierPlace) =>
    owns(actor, at) ||
    (at.state !== 'draft' && holds(actor, commune, at.unit)) ||
    (at.state !== undefined && !beforeProvince.includes(at.state) && holds(actor, province, at.province)) ||
    (at.state !== undefined &&
      ministryStates.includes(at.state) &&
      holds(actor, ['ministry-officer', 'ministry-leader'], country)) ||
    audits(actor, at.province),
  'check-at-commune': (actor: Actor, at: DossierPlace) => holds(actor, commune, at.unit),
  'sign-at-commune': (actor: Actor, at: DossierPlace) => holds(actor, 'commune-leader', at.unit),
  'receive-at-province': (actor: Actor, at: DossierPlace) => holds(actor, 'province-officer', at.province),
  'ask-at-province': (actor: Actor, at: DossierPlace) =>
    holds(actor, ['province-officer', 'province-leader'], at.province),
  'sign-at-province': (actor: Actor, at: DossierPlace) => holds(actor, 'province-leader', at.province),
} satisfies Record<string, (actor: Actor, at: DossierPlace) => boolean>

export type DossierRight = keyof typeof dossierAccess

/** Which right an act of this slice needs; acts of upper slices are judged there. */
export const rightFor: Partial<Record<DossierAct, DossierRight>> = {
  file: 'write',
  complete: 'write',
  'complete-for-province': 'write',
  withdraw: 'write',
  return: 'check-at-commune',
  'report-from-commune': 'sign-at-commune',
  'receive-at-province': 'receive-at-province',
  'ask-completion': 'ask-at-province',
}

export function placeOf({ communeToday, provinceToday, state, producerId }: Dossier): DossierPlace {
  return { unit: communeToday ?? '', province: provinceToday ?? '', state, producer: producerId }
}
