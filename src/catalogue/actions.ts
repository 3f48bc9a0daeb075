import { saleOf } from '../sale/actions-reading.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Page } from '../kernel/page.ts'
import type { Context } from '../platform/context.ts'
import type { CatalogueFilter, Facet, Listing, Order } from './model.ts'
import type { Labelled } from './linkset.ts'
import * as store from './store.ts'
import * as labels from './store-label.ts'
import * as detail from './store-product.ts'

export const pageSize = 20

export interface CatalogueAnswer {
  readonly list: Page<Listing>
  readonly counts: { readonly inForce: number; readonly lapsed: number; readonly producers: number }
  readonly byStars: readonly Facet[]
  readonly byGroup: readonly Facet[]
}

interface Counted {
  readonly total: number
  readonly counts: CatalogueAnswer['counts']
  readonly byStars: readonly Facet[]
  readonly byGroup: readonly Facet[]
}

// Counting 20,000 rows four ways costs more than the page itself; the answers hold until a listing or the day changes.
const counted = new Map<string, Promise<Counted>>()
const mostCounted = 500

function countsOf(ctx: Context, filter: CatalogueFilter, version: string): Promise<Counted> {
  const key = JSON.stringify([version, ctx.today, filter])
  const known = counted.get(key)
  if (known) return known
  if (counted.size >= mostCounted) counted.clear()
  const fresh = countAll(ctx, filter)
  counted.set(key, fresh)
  // A count that failed is asked again, and one that the catalogue overtook: with a copy in use, the version may come
  // from one server and the count from another that is a moment behind.
  void fresh
    .then(() => store.version(ctx))
    .then(
      (after) => after !== version && counted.delete(key),
      () => counted.delete(key),
    )
  return fresh
}

async function countAll(ctx: Context, filter: CatalogueFilter): Promise<Counted> {
  const [total, counts, byStars, byGroup] = await Promise.all([
    store.countListings(ctx, filter, ctx.today),
    store.standingCounts(ctx, filter, ctx.today),
    store.facet(ctx, filter, ctx.today, 'stars'),
    store.facet(ctx, filter, ctx.today, 'group'),
  ])
  return { total, counts, byStars, byGroup }
}

/** One page of the public list with the counts that stand beside its filters. */
export async function browse(
  ctx: Context,
  filter: CatalogueFilter,
  { page, order, size = pageSize }: { page: number; order: Order; size?: number },
): Promise<CatalogueAnswer> {
  const [items, { total, ...beside }] = await Promise.all([
    store.findListings(ctx, filter, ctx.today, { page, size, order }),
    store.version(ctx).then((version) => countsOf(ctx, filter, version)),
  ])
  return { list: { items, total, page, size }, ...beside }
}

/** Everything the product page shows; a product that was described but never recognised has no listing. */
export async function productPage(ctx: Context, slug: string) {
  const product = orMissing(await detail.productDetail(ctx, slug))
  const producer = orMissing(await detail.producerDetail(ctx, { id: product.producerId }))
  const [listing, siblings, history, pictures, packs, sale] = await Promise.all([
    store.listingBySlug(ctx, slug),
    // Products whose subject nobody knows are no siblings.
    producer.kind === 'unknown' ? [] : detail.otherProducts(ctx, product.producerId, product.id),
    detail.recognitionsOf(ctx, product.id),
    detail.picturesOf(ctx, product.id),
    detail.packsOf(ctx, product.id),
    saleOf(ctx, product),
  ])
  return { product, listing, producer, siblings, history, pictures, packs, sale }
}

export async function producerPage(ctx: Context, slug: string) {
  const producer = orMissing(await detail.producerDetail(ctx, { slug }))
  const [listings, others, sources] = await Promise.all([
    store.listingsOfProducer(ctx, producer.id),
    detail.otherProducts(ctx, producer.id, ''),
    detail.sourcesOfProducer(ctx, producer.id),
  ])
  return { producer, listings, sources, unrecognised: others.filter(({ recognised }) => !recognised) }
}

/** The newest recognitions in force, for the front page. */
export async function newest(ctx: Context, size: number): Promise<readonly Listing[]> {
  const filter: CatalogueFilter = { groups: [], stars: [], standing: 'in-force' }
  return store.findListings(ctx, filter, ctx.today, { page: 1, size, order: 'moi' })
}

export function inForceByProvince(ctx: Context): Promise<Facet[]> {
  return store.inForceByProvince(ctx, ctx.today)
}

export function inForceByGroup(ctx: Context): Promise<Facet[]> {
  return store.facet(ctx, { groups: [], stars: [], standing: 'in-force' }, ctx.today, 'group')
}

/** A decision or one certificate changed: exactly its products' lines are rebuilt. */
export async function refreshFor(ctx: Context, subject: string): Promise<void> {
  const products = await store.productsOf(ctx, { decision: subject, certificate: subject })
  const ids = products.length > 0 ? products.map(({ productId }) => productId) : [subject]
  await store.refreshListings(ctx, ids)
}

export function rebuild(ctx: Context): Promise<void> {
  return store.refreshAll(ctx)
}

/** The choices of the place filter: all provinces, and the communes of the chosen one. */
export async function placeChoices(ctx: Context, province: string | undefined) {
  const [provinces, communes] = await Promise.all([
    detail.provinces(ctx),
    province === undefined ? [] : detail.communesOf(ctx, province),
  ])
  return { provinces, communes }
}

/** One product by its code or id, for the API. */
export async function listingByCode(ctx: Context, code: string): Promise<Listing> {
  return orMissing(await store.listingByCode(ctx, code))
}

/** By the code of the register, or by the id that an answer about a product names. */
export async function producerByCode(ctx: Context, code: string) {
  const producer = orMissing(await detail.producerDetail(ctx, { code, id: code }))
  return { producer, listings: await store.listingsOfProducer(ctx, producer.id) }
}

/** A text that changes with every change of the catalogue. */
export function listingVersion(ctx: Context): Promise<string> {
  return store.version(ctx)
}

export function labelledByGtin(ctx: Context, gtin: string): Promise<Labelled | undefined> {
  return labels.productByGtin(ctx, gtin)
}

export function labelledByCode(ctx: Context, code: string): Promise<Labelled | undefined> {
  return labels.productByCode(ctx, code)
}
