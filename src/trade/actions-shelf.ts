import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { productById } from '../product/actions.ts'
import { provincesToday } from '../territory/actions.ts'
import { tradeAccess } from './access.ts'
import { placeOfSeller } from './actions-offer.ts'
import type { ExportInput, ExportReady, GiftInput } from './model-chain.ts'
import { exportPoints, isExportReady, judgeGift } from './rules-chain.ts'
import * as store from './store-chain.ts'
import { holdingsOf } from './store-offer.ts'

const size = 20

function offices({ actor }: Context): string[] {
  return actor.postings.filter(({ role }) => role === 'trade-officer').map(({ unit }) => unit)
}

export interface ShelfWanted {
  readonly province: string | undefined
  readonly budget: number | undefined
}

/** The official shelf: what offices may give, each with a star in force today. */
export async function giftShelf(ctx: Context, wanted: ShelfWanted, page: number) {
  const [found, provinces] = await Promise.all([
    store.giftsOn(ctx, wanted, ctx.today, { page, size }),
    provincesToday(ctx),
  ])
  const gifts = found.items.map((gift) => {
    const at = { unit: gift.communeToday ?? '', province: gift.provinceToday ?? '' }
    return { ...gift, mayTakeOff: tradeAccess['shelve-gift'](ctx.actor, at) }
  })
  return { gifts, total: found.total, page, size, wanted, provinces, mayShelve: offices(ctx).length > 0 }
}
export type Shelf = Awaited<ReturnType<typeof giftShelf>>

export async function giftChoices(ctx: Context) {
  const units = offices(ctx)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  return store.giftable(ctx, units, ctx.today)
}

export function shelveGift(ctx: Context, input: GiftInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    const product = await productById(tx, input.product)
    const mayShelve =
      product && tradeAccess['shelve-gift'](tx.actor, await placeOfSeller(tx, product.producerId)) && !product.retiredOn
    if (!mayShelve) throw new Refused({ code: 'trade/no-such-product', field: 'product' })
    const holding = (await holdingsOf(tx, [product.producerId], tx.today)).find(
      ({ productId }) => productId === product.id,
    )
    orRefuse(judgeGift(holding?.stars ?? 0))
    const { occasion, price, note = '' } = input
    const gift = { id: newId(), productId: product.id, occasion, price, note, sample }
    if (!(await store.addGift(tx, gift, tx.actor.id, tx.today))) {
      throw new Refused({ code: 'trade/on-shelf-already', field: 'product' })
    }
    await record(tx, 'trade.gift-shelved', gift.id, { product: product.id, price })
    return gift.id
  })
}

export function takeGiftOff(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const gift = orMissing(await store.giftById(tx, id, tx.today))
    const at = { unit: gift.communeToday ?? '', province: gift.provinceToday ?? '' }
    if (!tradeAccess['shelve-gift'](tx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
    if (!(await store.takeOff(tx, id, tx.today)))
      throw new Refused({ code: 'trade/off-shelf-already', overtaken: true })
    await record(tx, 'trade.gift-taken-off', id)
  })
}

/** Products that may be shown to buyers abroad: everything of the list is met today. */
export async function exportList(ctx: Context): Promise<readonly ExportReady[]> {
  const records = await store.exportRecords(ctx, ctx.today)
  return records.filter((one) =>
    isExportReady(one, { stars: one.stars, papers: one.held.map((kind) => ({ kind, until: null })) }),
  )
}

/** A product's readiness for its own people: what is met, what is missing. */
export async function exportPage(ctx: Context, productId: string) {
  const product = orMissing(await productById(ctx, productId))
  const at = await placeOfSeller(ctx, product.producerId)
  if (!tradeAccess['keep-export'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const [kept, holdings, fairs] = await Promise.all([
    store.exportRecordOf(ctx, productId),
    holdingsOf(ctx, [product.producerId], ctx.today),
    store.fairsOf(ctx, productId),
  ])
  const holding = holdings.find((one) => one.productId === productId) ?? { papers: [], stars: 0 }
  return { product, kept, points: exportPoints(kept, holding), fairs }
}
export type ExportFile = Awaited<ReturnType<typeof exportPage>>

export function keepExport(ctx: Context, productId: string, input: ExportInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    await exportPage(tx, productId)
    const { hsCode = '', ...words } = input
    await store.keepExport(tx, productId, { ...words, hsCode }, tx.actor.id, tx.today)
    await record(tx, 'trade.export-kept', productId, { hsCode, markets: input.markets })
  })
}

/** Own products with how much of the list each meets. */
export async function ownExports(ctx: Context) {
  const holdings = await holdingsOf(ctx, ctx.actor.producers, ctx.today)
  return Promise.all(
    holdings.map(async (holding) => {
      const points = exportPoints(await store.exportRecordOf(ctx, holding.productId), holding)
      return { ...holding, met: points.filter(({ met }) => met).length, of: points.length }
    }),
  )
}
