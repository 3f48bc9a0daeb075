import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { producerById } from '../producer/actions.ts'
import { productById } from '../product/actions.ts'
import type { Product } from '../product/model.ts'
import { tradeAccess } from './access.ts'
import type { TradePlace } from './access.ts'
import { matchOffers } from './actions-match.ts'
import type { OfferInput } from './model.ts'
import { judgeMinOrder, judgeMonths } from './rules.ts'
import { dropMatches } from './store-match.ts'
import * as store from './store-offer.ts'

/** Where a producer is today, for the rights of the trade. */
export async function placeOfSeller(ctx: Context, producerId: string): Promise<TradePlace> {
  const producer = orMissing(await producerById(ctx, producerId))
  return { unit: producer.communeToday ?? '', province: producer.provinceToday ?? '', producer: producerId }
}

async function productFor(tx: Tx, id: string): Promise<Product> {
  const product = await productById(tx, id)
  const isTheirs =
    product !== undefined && tradeAccess['make-offer'](tx.actor, await placeOfSeller(tx, product.producerId))
  if (!isTheirs || product.retiredOn !== null) throw new Refused({ code: 'trade/no-such-product', field: 'product' })
  return product
}

/** What a product can be sold in quantity for. Another offer of the same product ends the one before; what was agreed under that stays. */
export function makeOffer(ctx: Context, input: OfferInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    const product = await productFor(tx, input.product)
    const monthly = orRefuse(judgeMonths(input))
    orRefuse(judgeMinOrder(input, monthly))
    const before = await store.withdrawOffersOf(tx, product.id, tx.today)
    const { unit, price, minOrder, paymentDays, discountPercent, note = '' } = input
    const offer = {
      id: newId(),
      productId: product.id,
      monthly,
      unit,
      price,
      minOrder,
      paymentDays,
      discountPercent,
      note,
      offeredOn: tx.today,
      sample,
    }
    await store.addOffer(tx, offer, tx.actor.id)
    await record(tx, 'trade.offered', offer.id, { product: product.id, price, unit })
    await dropMatches(tx, { offerIds: before })
    await matchOffers(tx, [offer.id], product.groupNo)
    return offer.id
  })
}

export function withdrawOffer(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const offer = orMissing(await store.offerById(tx, id, tx.today))
    const at = { unit: offer.communeToday ?? '', province: offer.provinceToday ?? '', producer: offer.producerId }
    if (!tradeAccess['make-offer'](tx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
    const ended = await store.withdrawOffersOf(tx, offer.productId, tx.today)
    if (!ended.includes(id)) throw new Refused({ code: 'trade/ended-already', overtaken: true })
    await dropMatches(tx, { offerIds: ended })
    await record(tx, 'trade.offer-withdrawn', id)
  })
}
