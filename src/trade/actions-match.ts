import { record } from '../audit/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { paperById } from '../evidence/actions.ts'
import type { ShownDemand } from './model.ts'
import { scoreMatch } from './rules.ts'
import { offersBehind, offersToMatch } from './store-offer.ts'
import type { MatchableOffer } from './store-offer.ts'
import * as matches from './store-match.ts'
import * as store from './store.ts'

function pairsOf(demands: readonly ShownDemand[], offers: readonly MatchableOffer[]): matches.Match[] {
  const given = offers.map((offer) => ({ ...offer, held: new Set(offer.held) }))
  return demands.flatMap((demand) =>
    given.map((offer) => ({ demandId: demand.id, offerId: offer.id, ...scoreMatch(demand, offer) })),
  )
}

/** A new demand against every offer of its group. */
export async function matchDemand(tx: Tx, id: string, group: string): Promise<void> {
  await matches.lockGroup(tx, group)
  await matches.dropMatches(tx, { demandId: id })
  const demands = await store.demandsToMatch(tx, { id }, tx.today)
  await matches.keepMatches(tx, pairsOf(demands, await offersToMatch(tx, { group }, tx.today)))
}

/** Some offers of one group, new or with other papers, against every demand of it. */
export async function matchOffers(tx: Tx, ids: readonly string[], group: string): Promise<void> {
  await matches.lockGroup(tx, group)
  await matches.dropMatches(tx, { offerIds: ids })
  const demands = await store.demandsToMatch(tx, { group }, tx.today)
  await matches.keepMatches(tx, pairsOf(demands, await offersToMatch(tx, { ids }, tx.today)))
}

/** Everything again, a group at a time: papers lapse and demands end by the calendar, without an act. */
export async function matchAll(ctx: Context): Promise<number> {
  let pairs = 0
  for (const group of await matches.groupsWithDemand(ctx)) {
    pairs += await atomically(ctx, async (tx) => {
      await matches.lockGroup(tx, group)
      const demands = await store.demandsToMatch(tx, { group }, tx.today)
      const offers = await offersToMatch(tx, { group }, tx.today)
      const found = pairsOf(demands, offers)
      await matches.dropStale(tx, group, { demands: demands.map(({ id }) => id), offers: offers.map(({ id }) => id) })
      await matches.keepMatches(tx, found)
      return found.length
    })
  }
  await atomically(ctx, (tx) => record(tx, 'trade.matched', tx.today, { pairs }))
  return pairs
}

/** A paper came into a wallet or left it: the offers of its producer are looked at again. */
export async function followPaper(ctx: Context, paperId: string): Promise<void> {
  const paper = await paperById(ctx, paperId)
  if (paper) await follow(ctx, { producerId: paper.producerId })
}

/** A product was described anew, regrouped or retired. */
export function followProduct(ctx: Context, productId: string): Promise<void> {
  return follow(ctx, { productId })
}

function follow(ctx: Context, subject: { producerId?: string; productId?: string }): Promise<void> {
  return atomically(ctx, async (tx) => {
    const offers = await offersBehind(tx, subject)
    for (const group of new Set(offers.map(({ groupNo }) => groupNo))) {
      const ids = offers.filter(({ groupNo }) => groupNo === group).map(({ id }) => id)
      await matchOffers(tx, ids, group)
      await record(tx, 'trade.offers-matched', ids[0] ?? '', { group, offers: ids.length })
    }
  })
}
