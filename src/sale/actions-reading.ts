import { civilDateOf, daysBetween } from '../kernel/civil-date.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { paths } from '../ui/paths.ts'
import { saleAccess } from './access.ts'
import { codeHashOf, placeOf } from './actions.ts'
import { buyerContact } from './actions-buyer.ts'
import { termOfPack } from './actions-term.ts'
import { leastForSpeed } from './model.ts'
import { helpFrom, judgeHelp } from './rules.ts'
import * as store from './store.ts'

/** What of a product can be ordered today, and how fast its producer answers where enough was ordered to say so. */
export async function saleOf(ctx: Context, product: { readonly id: string; readonly producerId: string }) {
  const packs = (await store.packsOfProduct(ctx, product.id, ctx.today)).filter(({ stars }) => stars !== null)
  if (packs.length === 0) return { packs, hours: null }
  const { orders, hours } = await store.speedOf(ctx, product.producerId)
  return { packs, hours: orders >= leastForSpeed ? hours : null }
}

export async function packToOrder(ctx: Context, id: string) {
  return orMissing(await store.packById(ctx, id, ctx.today))
}

/** A pack with the terms under which it is ordered today. */
export async function orderForm(ctx: Context, id: string) {
  const pack = await packToOrder(ctx, id)
  return { pack, term: await termOfPack(ctx, pack) }
}

/** The order behind a code; undefined when no order has it. */
export async function purchaseOfCode(ctx: Context, code: string) {
  const purchase = await store.purchaseByCode(ctx, codeHashOf(code))
  return purchase && { ...(await fileOf(ctx, purchase)), contact: await buyerContact(ctx, purchase.id) }
}
export type BuyerFile = NonNullable<Awaited<ReturnType<typeof purchaseOfCode>>>

async function fileOf(ctx: Context, purchase: NonNullable<Awaited<ReturnType<typeof store.purchaseById>>>) {
  const pack = orMissing(await store.packById(ctx, purchase.packId, ctx.today))
  return { purchase, pack, steps: await store.stepsOf(ctx, purchase.id) }
}
export type PurchaseFile = Awaited<ReturnType<typeof fileOf>>

export async function purchaseToAnswer(ctx: Context, id: string) {
  const file = await fileOf(ctx, orMissing(await store.purchaseById(ctx, id)))
  const place = placeOf(file.pack)
  if (!saleAccess['answer-purchase'](ctx.actor, place)) throw new Refused({ code: 'kernel/not-found' })
  const mayAskHelp = saleAccess['ask-help'](ctx.actor, place) && judgeHelp(file.purchase).ok
  return { ...file, mayAskHelp }
}
export type FileToAnswer = Awaited<ReturnType<typeof purchaseToAnswer>>

function waitingFor(ctx: Context) {
  const { actor } = ctx
  const units = actor.postings.filter(({ role }) => role === 'commune-officer').map(({ unit }) => unit)
  return store.purchasesFor(ctx, { producers: actor.producers, units }, ctx.today)
}

/** Packs, orders and figures of one's own producers; for an officer the orders of the commune that wait. */
export async function saleDesk(ctx: Context) {
  const { producers } = ctx.actor
  const [packs, products, purchases, figures] = await Promise.all([
    store.packsOfProducers(ctx, producers, ctx.today),
    store.sellableProducts(ctx, producers, ctx.today),
    waitingFor(ctx),
    store.figuresOf(ctx, producers),
  ])
  return { sells: producers.length > 0, packs, products, purchases, figures }
}
export type SaleDesk = Awaited<ReturnType<typeof saleDesk>>

/** What waits for an answer: one's own from the first hour, those of the commune once it is its turn to ring. */
export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const waiting = (await waitingFor(ctx)).filter(({ state }) => state === 'placed')
  const isOwn = ({ producerId }: store.ListedPurchase) => ctx.actor.producers.includes(producerId)
  const due = waiting.filter((one) => isOwn(one) || helpFrom(one) <= ctx.now)
  return due.map((one) => {
    const { id, productName, label, quantity, producerName, answerBy, helpAskedAt } = one
    const dueOn = civilDateOf(answerBy)
    const help = helpAskedAt === null ? 'Gọi giúp: đơn chưa trả lời' : 'Gọi giúp: chủ thể nhờ'
    return {
      id,
      href: paths.sale.purchase(id),
      title: productName,
      sub: `${quantity} × ${label}, ${producerName}`,
      act: isOwn(one) ? 'Trả lời đơn đặt mua' : help,
      dueOn,
      daysLeft: daysBetween(ctx.today, dueOn),
      plainDays: true,
      turn: 'Chủ thể',
    }
  })
}
