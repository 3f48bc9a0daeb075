import type { UsedUp } from '../identity/model.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { showMoney } from '../kernel/money.ts'
import type { Purchase, PurchaseAct, PurchaseInput, PurchaseState, SoldPack } from './model.ts'
import type { TermInput } from './model-term.ts'

const openIn: Readonly<Record<PurchaseAct, readonly PurchaseState[]>> = {
  confirm: ['placed'],
  decline: ['placed', 'confirmed'],
  lapse: ['placed'],
  cancel: ['placed', 'confirmed'],
  'hand-over': ['confirmed'],
  receive: ['handed-over'],
  return: ['handed-over'],
}

export const stateAfter: Readonly<Record<PurchaseAct, PurchaseState>> = {
  confirm: 'confirmed',
  decline: 'declined',
  lapse: 'lapsed',
  cancel: 'cancelled',
  'hand-over': 'handed-over',
  receive: 'received',
  return: 'returned',
}

export function purchaseCan(act: PurchaseAct, { state }: Pick<Purchase, 'state'>): boolean {
  return openIn[act].includes(state)
}

/** After these nothing more is said of an order. */
export const ended: readonly PurchaseState[] = ['declined', 'lapsed', 'cancelled', 'received', 'returned']

export function judgeStillSold({ closedAt }: Pick<SoldPack, 'closedAt'>) {
  return closedAt === null ? allow(null) : refuse('sale/closed', { overtaken: true })
}

/** Whoever types what is left counted from what the page showed. */
export function judgeStockSeen({ stock }: Pick<SoldPack, 'stock'>, seen: number | undefined) {
  if (stock === (seen ?? null)) return allow(null)
  return refuse('sale/stock-moved', { field: 'stock', facts: { stock: stock ?? '' }, overtaken: true })
}

/** Only what holds a star today is sold here; when it ends the sale stops by itself. */
export function judgeOnSale(pack: Pick<SoldPack, 'stars' | 'closedAt'>) {
  return pack.stars === null ? refuse('sale/not-in-force') : judgeStillSold(pack)
}

export function judgePurchase(
  pack: Pick<SoldPack, 'stars' | 'closedAt' | 'price' | 'stock' | 'least'>,
  { seen, quantity, website }: Pick<PurchaseInput, 'seen' | 'quantity' | 'website'>,
) {
  if (website) return refuse('sale/automatic')
  const onSale = judgeOnSale(pack)
  if (!onSale.ok) return onSale
  if (seen !== pack.price) {
    return refuse('sale/price-changed', { field: 'quantity', facts: { price: showMoney(pack.price) } })
  }
  if (quantity < pack.least) return refuse('sale/too-few', { field: 'quantity', facts: { least: pack.least } })
  return judgeStock(pack, quantity)
}

export function judgeStock({ stock }: Pick<SoldPack, 'stock'>, quantity: number) {
  if (stock === null || quantity <= stock) return allow(null)
  return refuse('sale/not-enough', { field: 'quantity', facts: { stock } })
}

/** What a buyer reads of today's terms when ordering stays true: a new one begins on a later day. */
export function judgeTerm({ fromDate }: Pick<TermInput, 'fromDate'>, today: CivilDate) {
  return fromDate > today ? allow(null) : refuse('sale/term-not-ahead', { field: 'fromDate' })
}

export function judgeFlood(usedUp: UsedUp | undefined) {
  return usedUp === undefined ? allow(null) : refuse('sale/too-many')
}

/** From when the commune rings: half of the producer's term is over, or the producer asked before. */
export function helpFrom({
  placedAt,
  answerBy,
  helpAskedAt,
}: Pick<Purchase, 'placedAt' | 'answerBy' | 'helpAskedAt'>): Instant {
  const half = (Date.parse(placedAt) + Date.parse(answerBy)) / 2
  const asked = helpAskedAt === null ? half : Date.parse(helpAskedAt)
  return new Date(Math.min(half, asked)).toISOString()
}

export function judgeHelp({ state, helpAskedAt }: Pick<Purchase, 'state' | 'helpAskedAt'>) {
  if (state !== 'placed') return refuse('sale/not-now', { overtaken: true })
  return helpAskedAt === null ? allow(null) : refuse('sale/help-asked', { overtaken: true })
}

/** A question of a telephone is about an order that waits; what was accepted meanwhile is not declined by it. */
export function judgeAsked({ state }: Pick<Purchase, 'state'>) {
  return state === 'placed' ? allow(null) : refuse('sale/not-now', { overtaken: true })
}

export function judgeAct(act: PurchaseAct, purchase: Pick<Purchase, 'state'>, reason: string) {
  if (!purchaseCan(act, purchase)) return refuse('sale/not-now', { overtaken: true })
  const needsReason = act === 'decline' || act === 'return'
  return needsReason && reason === '' ? refuse('sale/no-reason', { field: 'reason' }) : allow(null)
}

/** What comes back to the shelf: a confirmed order that does not go out. Goods sent back are looked at first, and added by hand. */
export function givesBack(act: PurchaseAct, { state }: Pick<Purchase, 'state'>): boolean {
  return (act === 'decline' || act === 'cancel') && state === 'confirmed'
}
