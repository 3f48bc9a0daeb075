import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'
import type { Council, Seat, SessionState, Sitting, SittingItem } from './model.ts'

/** A council, one of its sessions or an item of it, as access sees it. The country's council stands at `VN`. */
export interface CouncilPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly seats?: readonly Pick<Seat, 'accountId' | 'capacity' | 'votes'>[]
  /** Of a session; absent means closed to every act in it. */
  readonly state?: SessionState
  /** Of an item or a dossier: whose it is, and who takes no part in it. */
  readonly producer?: string
  readonly recused?: ReadonlySet<string>
}

export const evaluationStates: readonly SessionState[] = ['called', 'open', 'closed']

const provinceStaff = ['province-officer', 'province-leader', 'advisory-member'] as const
const countryStaff = ['ministry-officer', 'ministry-leader'] as const

function seatAt({ id }: Actor, { seats = [] }: CouncilPlace) {
  return seats.find(({ accountId }) => accountId === id)
}

/** The leader who signs the decision and the regulation (26/2026 Điều 7.3, 7.4). Districts are history: nobody acts for them. */
function leads(actor: Actor, { unit, province }: CouncilPlace): boolean {
  if (actor.id === 'system') return true
  return unit === country
    ? holds(actor, 'ministry-leader', country)
    : unit === province && holds(actor, 'province-leader', province)
}

function readsCouncil(actor: Actor, at: CouncilPlace): boolean {
  return (
    actor.id === 'system' ||
    seatAt(actor, at) !== undefined ||
    (at.unit !== country && holds(actor, provinceStaff, at.province)) ||
    holds(actor, countryStaff, country) ||
    audits(actor, at.province)
  )
}

function preparesHere(actor: Actor, at: CouncilPlace): boolean {
  return (
    (seatAt(actor, at)?.capacity ?? 'member') !== 'member' ||
    holds(actor, at.unit === country ? 'ministry-officer' : 'province-officer', at.province)
  )
}

/** Somebody of the producer, or who stepped back: for them the item is not there. */
function isConflicted({ id, producers }: Actor, { producer, recused }: CouncilPlace): boolean {
  return (producer !== undefined && producers.includes(producer)) || (recused?.has(id) ?? false)
}

export const evaluationAccess = {
  'set-up-council': leads,
  'adopt-regulation': leads,
  'read-council': readsCouncil,
  'read-item': (actor: Actor, at: CouncilPlace) => readsCouncil(actor, at) && !isConflicted(actor, at),
  /** The advisory body prepares; so do the secretary and whoever leads the council. Nobody for a district: it is history. */
  'prepare-session': (actor: Actor, at: CouncilPlace) =>
    actor.id === 'system' || (at.unit === at.province && preparesHere(actor, at)),
  'cast-ballot': (actor: Actor, at: CouncilPlace) =>
    at.state === 'open' && (seatAt(actor, at)?.votes ?? false) && !isConflicted(actor, at),
  'compare-councils': (actor: Actor, at: CouncilPlace) =>
    holds(actor, countryStaff, country) || (at.unit === country && audits(actor, country)),
  /** The advisory body or team of the level whose turn it is. */
  advise: (actor: Actor, at: CouncilPlace) =>
    !isConflicted(actor, at) &&
    holds(actor, ['advisory-member', at.unit === country ? 'ministry-officer' : 'province-officer'], at.province),
} satisfies Record<string, (actor: Actor, at: CouncilPlace) => boolean>

export function placeOf({
  level,
  unitCode,
  provinceToday,
  seats,
}: Council): CouncilPlace & Required<Pick<CouncilPlace, 'seats'>> {
  return { unit: level === 'district' ? unitCode : provinceToday, province: provinceToday, seats }
}

/**
 * A sitting as one person may see it: items they are recused from, or whose producer they act for, are not in it at all,
 * so that no list, count or sum can tell of them (invariant 4).
 */
export function seenBy(sitting: Sitting, actor: Actor): Sitting {
  const place = placeOf(sitting.council)
  const isSeen = ({ producerId, recused }: SittingItem) =>
    evaluationAccess['read-item'](actor, { ...place, producer: producerId, recused })
  return { ...sitting, items: sitting.items.filter(isSeen) }
}
