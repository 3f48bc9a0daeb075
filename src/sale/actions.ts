import { createHash } from 'node:crypto'
import { record } from '../audit/actions.ts'
import { countSending } from '../identity/attempts.ts'
import { systemActor, visitor } from '../kernel/actor.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { newId, spokenCode } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { recall } from '../notice/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { saleAccess } from './access.ts'
import { askProducer, orderedKey, tellCancelled } from './actions-asking.ts'
import { tellBuyer } from './actions-buyer.ts'
import { termOfPack } from './actions-term.ts'
import type {
  AnswerInput,
  PackChangeInput,
  PackInput,
  Purchase,
  PurchaseAct,
  PurchaseInput,
  PurchaseMeans,
  PurchaseSide,
  SoldPack,
} from './model.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export function placeOf({ unitToday, producerId }: SoldPack) {
  return { unit: unitToday ?? '', producer: producerId }
}

/** Only this hash is kept of the code by which a buyer follows an order. */
export function codeHashOf(code: string): string {
  return createHash('sha256').update(spokenCode(code)).digest('hex')
}

function hoursFrom(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString()
}

/** A producer sells a pack of a product that holds a star today. */
export function openPack(ctx: Context, input: PackInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const own = await store.sellableProducts(tx, tx.actor.producers, tx.today)
    if (!own.some(({ id }) => id === input.product)) {
      throw new Refused({ code: 'sale/no-such-product', field: 'product' })
    }
    const id = newId()
    await store.addPack(tx, id, input, { by: tx.actor.id, at: tx.now })
    await record(tx, 'sale.pack-opened', input.product, { pack: id, price: input.price })
    return id
  })
}

async function lockOwnPack(tx: Tx, id: string): Promise<SoldPack> {
  const pack = orMissing(await store.lockPack(tx, id, tx.today))
  if (!saleAccess['sell-directly'](tx.actor, placeOf(pack))) throw new Refused({ code: 'kernel/not-found' })
  return pack
}

/** Orders that were placed keep their price. */
export function changePack(ctx: Context, id: string, { price, stock, seen }: PackChangeInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const pack = await lockOwnPack(tx, id)
    orRefuse(rules.judgeStillSold(pack))
    orRefuse(rules.judgeStockSeen(pack, seen))
    await store.changePack(tx, id, price, stock ?? null)
    await record(tx, 'sale.pack-changed', pack.productId, { pack: id, price })
  })
}

export function closePack(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const pack = await lockOwnPack(tx, id)
    orRefuse(rules.judgeStillSold(pack))
    await store.closePack(tx, id, tx.now)
    await record(tx, 'sale.pack-closed', pack.productId, { pack: id })
  })
}

/** Anybody orders one pack. The same form sent again is the same order. @param source who or what network sends. */
export function placePurchase(ctx: Context, packId: string, input: PurchaseInput, source?: string): Promise<string> {
  return atomically(ctx, async (tx) => {
    const codeHash = codeHashOf(input.ma)
    const before = await store.purchaseByCode(tx, codeHash)
    if (before) return before.id
    const pack = orMissing(await store.packById(tx, packId, tx.today))
    orRefuse(rules.judgePurchase(pack, input))
    const { quantity, name, phone, address, note = '' } = input
    const id = newId()
    const { answerHours, contactDays } = await termOfPack(tx, pack)
    const times = { placedAt: tx.now, answerBy: hoursFrom(tx.now, answerHours), contactDays }
    const said = { quantity, name, phone, address, note, price: pack.price, fee: pack.fee }
    if (!(await store.addPurchase(tx, { id, codeHash, packId, ...said, ...times }))) {
      return orMissing(await store.purchaseByCode(tx, codeHash)).id
    }
    if (source !== undefined) {
      const counts = [['order', source] as const, ['orderer', `${source} ${phone}`] as const]
      orRefuse(rules.judgeFlood(await countSending(tx, counts)))
    }
    await askProducer(tx, pack, { id, quantity, answerBy: times.answerBy })
    // The book is read by others and never forgets: it names no buyer.
    await record({ ...tx, actor: visitor }, 'sale.ordered', id, { pack: packId, quantity })
    return id
  })
}

interface Moved {
  readonly act: PurchaseAct
  readonly reason: string
  readonly side: PurchaseSide
  readonly means: PurchaseMeans | null
}

/** One step of an order, with what it does to the stock. The order is locked before the pack, always. */
export async function move(tx: Tx, purchase: Purchase, { act, reason, side, means }: Moved): Promise<void> {
  orRefuse(rules.judgeAct(act, purchase, reason))
  const pack = orMissing(await store.lockPack(tx, purchase.packId, tx.today))
  if (act === 'confirm') {
    orRefuse(rules.judgeOnSale({ ...pack, closedAt: null }))
    orRefuse(rules.judgeStock(pack, purchase.quantity))
    await store.moveStock(tx, pack.id, -purchase.quantity)
  }
  if (rules.givesBack(act, purchase)) await store.moveStock(tx, pack.id, purchase.quantity)
  const by = side === 'buyer' ? visitor.id : tx.actor.id
  const stateAfter = rules.stateAfter[act]
  await store.addStep(tx, purchase.id, { act, reason, side, means, stateAfter, by, at: tx.now })
  await recall(tx, [orderedKey(purchase.id)])
  if (side === 'buyer') await tellCancelled(tx, pack, purchase)
  else await tellBuyer(tx, purchase.id, pack, stateAfter)
}

/** The producer answers, or the officer of the commune who rang the producer. */
export function answerPurchase(ctx: Context, id: string, { act, reason = '' }: AnswerInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const purchase = orMissing(await store.lockPurchase(tx, id))
    const place = placeOf(orMissing(await store.packById(tx, purchase.packId, tx.today)))
    if (!saleAccess['answer-purchase'](tx.actor, place)) throw new Refused({ code: 'kernel/not-found' })
    const side = tx.actor.producers.includes(place.producer) ? 'producer' : 'officer'
    await move(tx, purchase, { act, reason, side, means: 'web' })
    await record(tx, 'sale.answered', id, { act, side, means: 'web' })
  })
}

/** Whoever holds the code takes the order back, until it is on its way. */
export function cancelPurchase(ctx: Context, code: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { id } = orMissing(await store.purchaseByCode(tx, codeHashOf(code)))
    const purchase = orMissing(await store.lockPurchase(tx, id))
    await move(tx, purchase, { act: 'cancel', reason: '', side: 'buyer', means: 'web' })
    await record({ ...tx, actor: visitor }, 'sale.cancelled', id)
  })
}

/** Orders nobody answered in their term end by themselves. */
export async function lapseDue(ctx: Context): Promise<void> {
  for (const id of await store.overdue(ctx, ctx.now)) {
    await atomically({ ...ctx, actor: systemActor }, async (tx) => {
      const purchase = orMissing(await store.lockPurchase(tx, id))
      if (!rules.purchaseCan('lapse', purchase)) return
      await move(tx, purchase, { act: 'lapse', reason: '', side: 'system', means: null })
      await record(tx, 'sale.lapsed', id)
    })
  }
}

/** Who the buyer was is kept no longer than goods may still come back. */
export function forgetContacts(ctx: Context): Promise<number> {
  return atomically({ ...ctx, actor: systemActor }, async (tx) => {
    const count = await store.forgetContacts(tx, tx.now)
    if (count > 0) await record(tx, 'sale.contacts-forgotten', newId(), { count })
    return count
  })
}
