import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Offer } from './model.ts'
import type { Connection, ConnectionAct, ConnectionState, Side, StepInput } from './model-connection.ts'
import { capacityIn } from './rules.ts'

/** Which side may do an act in which state, and where it leads. */
const ways: Readonly<
  Record<
    ConnectionAct,
    { readonly from: Partial<Record<ConnectionState, Side | 'either'>>; readonly to: ConnectionState }
  >
> = {
  quote: { from: { asked: 'producer', quoted: 'producer' }, to: 'quoted' },
  accept: { from: { quoted: 'buyer' }, to: 'agreed' },
  decline: { from: { asked: 'producer', quoted: 'buyer' }, to: 'declined' },
  deliver: { from: { agreed: 'producer' }, to: 'delivered' },
  'report-short': { from: { delivered: 'buyer' }, to: 'agreed' },
  receive: { from: { delivered: 'buyer' }, to: 'done' },
  cancel: { from: { asked: 'buyer', quoted: 'producer', agreed: 'either' }, to: 'cancelled' },
}

export function connectionCan(act: ConnectionAct, state: ConnectionState, side: Side): boolean {
  const who = ways[act].from[state]
  return who === side || who === 'either'
}

export function stateAfter(act: ConnectionAct): ConnectionState {
  return ways[act].to
}

/** Whose turn it is; null when it has ended. */
export function turnSide(state: ConnectionState): Side | null {
  if (state === 'asked' || state === 'agreed') return 'producer'
  return state === 'quoted' || state === 'delivered' ? 'buyer' : null
}

/** What one digit means while a question is open: `1` goes on, `2` does not. */
const digits: Partial<Record<ConnectionState, readonly [one: ConnectionAct, two: ConnectionAct]>> = {
  asked: ['quote', 'decline'],
  quoted: ['accept', 'decline'],
  agreed: ['deliver', 'cancel'],
  delivered: ['receive', 'report-short'],
}

export function actOfDigit(state: ConnectionState, digit: '1' | '2'): ConnectionAct | undefined {
  return digits[state]?.[digit === '1' ? 0 : 1]
}

const mostValue = 1_000_000_000_000

/** A step with its figures: what a page left out is what stands. */
export function judgeStep(
  connection: Connection,
  { act, side, ...given }: Pick<StepInput, 'act' | 'side' | 'quantity' | 'price' | 'value' | 'onDate' | 'note'>,
  today: CivilDate,
) {
  if (!connectionCan(act, connection.state, side)) return refuse('trade/not-now', { overtaken: true })
  if (act === 'cancel' && !given.note) return refuse('trade/say-why', { field: 'note' })
  const quantity = given.quantity ?? connection.quantity
  const price = given.price ?? connection.price
  const value = given.value ?? quantity * price
  if (value > mostValue) return refuse('trade/too-much', { field: 'price' })
  const onDate = given.onDate ?? today
  if (onDate > today) return refuse('trade/day-to-come', { field: 'onDate' })
  if (onDate < connection.askedOn) return refuse('trade/day-before-asking', { field: 'onDate' })
  return allow({ quantity, price, value, onDate })
}

/** A form that was drawn before somebody took another step. */
export function judgePosition(drawn: number, now: number) {
  return drawn === now ? allow(now) : refuse('trade/not-now', { overtaken: true })
}

export function judgeEnquiry(
  offer: Offer,
  { quantity, wantedOn }: { quantity: number; wantedOn: CivilDate },
  today: CivilDate,
) {
  if (offer.withdrawnOn !== null) return refuse('trade/offer-withdrawn', { overtaken: true })
  if (wantedOn < today) return refuse('trade/wanted-past', { field: 'wantedOn' })
  if (quantity < offer.minOrder)
    return refuse('trade/below-order', { field: 'quantity', facts: { least: offer.minOrder } })
  const most = capacityIn(offer, Number(wantedOn.slice(5, 7)))
  if (most === 0) return refuse('trade/out-of-season', { field: 'wantedOn' })
  if (quantity > most) return refuse('trade/over-capacity', { field: 'quantity', facts: { most } })
  if (quantity * offer.price > mostValue) return refuse('trade/too-much', { field: 'quantity' })
  return allow(quantity)
}
