import { country } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'
import { addDays } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { provincesToday } from '../territory/actions.ts'
import { tradeAccess } from './access.ts'
import { placeOfBuyer } from './actions-buyer.ts'
import type { Buyer, Channel, ShownDemand, ShownOffer } from './model.ts'
import { gapsOf } from './rules.ts'
import { outcomeSums } from './store-connection.ts'
import type { OutcomeSum } from './store-connection.ts'
import { matchesOf } from './store-match.ts'
import type { ShownMatch } from './store-match.ts'
import * as offers from './store-offer.ts'
import type { BoardWanted } from './store.ts'
import * as store from './store.ts'

const size = 20
/** A paper that lapses within so many days is said to, before a buyer finds out. */
const soonDays = 60

/** The units whose trade this person looks after or looks at. */
export function lookedAfter({ postings }: Actor): readonly UnitCode[] | 'all' {
  const seen = postings.filter(({ role }) => role === 'trade-officer' || role === 'auditor')
  return seen.some(({ role, unit }) => role === 'auditor' && unit === country) ? 'all' : seen.map(({ unit }) => unit)
}

/** The public board: what is offered, or what is wanted. */
export async function board(ctx: Context, side: 'offers' | 'demands', wanted: BoardWanted, page: number) {
  const [provinces, offered, demanded] = await Promise.all([
    provincesToday(ctx),
    offers.openOffers(ctx, wanted, ctx.today, { page: side === 'offers' ? page : 1, size }),
    store.openDemands(ctx, wanted, ctx.today, { page: side === 'demands' ? page : 1, size }),
  ])
  return { side, wanted, provinces, offers: offered, demands: demanded, page, size }
}
export type Board = Awaited<ReturnType<typeof board>>

/** A demand that strangers may see; whoever runs the buyer sees it before it is confirmed too. */
function seesDemands(ctx: Context, channel: Channel, buyer: Buyer): boolean {
  return channel.buyerConfirmed || tradeAccess['read-buyer'](ctx.actor, placeOfBuyer(buyer))
}

/** A channel with what it asks and, for whoever makes products, what each of them holds and lacks. */
export async function channelPage(ctx: Context, id: string) {
  const channel = orMissing(await store.channelById(ctx, id))
  const buyer = orMissing(await store.buyerById(ctx, channel.buyerId))
  if (!seesDemands(ctx, channel, buyer)) throw new Refused({ code: 'kernel/not-found' })
  const [holdings, own] = await Promise.all([
    offers.holdingsOf(ctx, ctx.actor.producers, ctx.today),
    offers.offersOf(ctx, ctx.actor.producers, ctx.today),
  ])
  const soon = addDays(ctx.today, soonDays)
  const gaps = holdings.map((holding) => ({
    holding,
    gaps: gapsOf(channel.asks, holding, soon),
    offer: own.find(({ productId }) => productId === holding.productId),
  }))
  return { channel, gaps }
}
export type ChannelFile = Awaited<ReturnType<typeof channelPage>>

export interface MatchedOffer {
  readonly match: ShownMatch
  readonly offer: ShownOffer
}

export interface MatchedDemand {
  readonly match: ShownMatch
  readonly demand: ShownDemand
}

export async function demandPage(ctx: Context, id: string, page: number) {
  const demand = orMissing(await store.demandById(ctx, id))
  const buyer = orMissing(await store.buyerById(ctx, demand.channel.buyerId))
  if (!seesDemands(ctx, demand.channel, buyer)) throw new Refused({ code: 'kernel/not-found' })
  const found = await matchesOf(ctx, { demandId: id }, ctx.today, { page, size })
  const matched: MatchedOffer[] = []
  for (const match of found.items) {
    matched.push({ match, offer: orMissing(await offers.offerById(ctx, match.offerId, ctx.today)) })
  }
  const mayClose = demand.closedOn === null && tradeAccess['run-buyer'](ctx.actor, placeOfBuyer(buyer))
  return { demand, matched: { items: matched, total: found.total, page, size }, mayClose }
}
export type DemandFile = Awaited<ReturnType<typeof demandPage>>

/** An offer; its people see which demands it answers, a buyer's people can ask for goods. */
export async function offerPage(ctx: Context, id: string, page: number) {
  const offer = orMissing(await offers.offerById(ctx, id, ctx.today))
  const at = { unit: offer.communeToday ?? '', province: offer.provinceToday ?? '', producer: offer.producerId }
  const mayChange = offer.withdrawnOn === null && tradeAccess['make-offer'](ctx.actor, at)
  const found = mayChange ? await matchesOf(ctx, { offerId: id }, ctx.today, { page, size }) : { items: [], total: 0 }
  const matched: MatchedDemand[] = []
  for (const match of found.items) {
    matched.push({ match, demand: orMissing(await store.demandById(ctx, match.demandId)) })
  }
  return { offer, mayChange, matched: { items: matched, total: found.total, page, size }, buyers: await buyersFor(ctx) }
}
export type OfferFile = Awaited<ReturnType<typeof offerPage>>

/** Confirmed buyers that this person may ask for goods as, or on behalf of. */
async function buyersFor(ctx: Context): Promise<readonly (Buyer & { readonly own: boolean })[]> {
  const mine = await store.buyersOf(ctx, ctx.actor.id)
  const looked = ctx.actor.postings.filter(({ role }) => role === 'trade-officer').map(({ unit }) => unit)
  const { items } = looked.length > 0 ? await store.buyersIn(ctx, looked, { page: 1, size: 100 }) : { items: [] }
  const others = items.filter(({ id }) => !mine.some((own) => own.id === id))
  return [...mine, ...others]
    .filter(({ confirmedOn }) => confirmedOn !== null)
    .map((buyer) => ({ ...buyer, own: mine.some(({ id }) => id === buyer.id) }))
}

export async function buyerPage(ctx: Context, id: string) {
  const buyer = orMissing(await store.buyerById(ctx, id))
  const at = placeOfBuyer(buyer)
  if (!tradeAccess['read-buyer'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const [channels, demands, provinces] = await Promise.all([
    store.channelsOf(ctx, id),
    store.demandsOfBuyer(ctx, id),
    provincesToday(ctx),
  ])
  const may = {
    run: tradeAccess['run-buyer'](ctx.actor, at),
    confirm: buyer.confirmedOn === null && tradeAccess['confirm-buyer'](ctx.actor, at),
  }
  return { buyer, channels, demands, provinces, may }
}
export type BuyerFile = Awaited<ReturnType<typeof buyerPage>>

/** Buyers this person works for, and for officers those of their place. */
export async function buyerList(ctx: Context, page: number): Promise<Page<Buyer> & { readonly own: readonly Buyer[] }> {
  const looked = lookedAfter(ctx.actor)
  const [own, found] = await Promise.all([
    store.buyersOf(ctx, ctx.actor.id),
    looked.length > 0 ? store.buyersIn(ctx, looked, { page, size }) : { items: [], total: 0 },
  ])
  return { own, ...found, page, size }
}

/** Fewer producers behind a sum would tell of one of them. */
const leastProducers = 3

export interface OutcomeAnswer {
  readonly year: number
  readonly shown: readonly OutcomeSum[]
  /** Connections of provinces with too few producers: counted, not valued. */
  readonly hidden: number
}

export async function outcomePage(ctx: Context, year: number): Promise<OutcomeAnswer> {
  const sums = await outcomeSums(ctx, year)
  const shown = sums.filter(({ producers }) => producers >= leastProducers)
  const hidden = sums.filter(({ producers }) => producers < leastProducers)
  return { year, shown, hidden: hidden.reduce((sum, { connections }) => sum + connections, 0) }
}

/** The same, for whoever may add to it. */
export async function runningBuyer(ctx: Context, id: string): Promise<BuyerFile> {
  const file = await buyerPage(ctx, id)
  if (!file.may.run) throw new Refused({ code: 'kernel/not-found' })
  return file
}

/** What is offered of a product now, to begin the next offer with. */
export function standingOffer(ctx: Context, productId: string): Promise<ShownOffer | undefined> {
  return offers.offerOfProduct(ctx, productId, ctx.today)
}
