import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { isGroup } from '../product/groups.ts'
import { groupingText } from '../product/model.ts'
import { unitAt } from '../territory/actions.ts'
import { tradeAccess } from './access.ts'
import type { TradePlace } from './access.ts'
import { matchDemand } from './actions-match.ts'
import type { Buyer, BuyerInput, ChannelInput, DemandInput, MemberInput, ShownDemand } from './model.ts'
import { judgeDemand } from './rules.ts'
import { dropMatches } from './store-match.ts'
import * as store from './store.ts'

export function placeOfBuyer({ provinceToday, members }: Pick<Buyer, 'provinceToday' | 'members'>): TradePlace {
  return { unit: provinceToday ?? '', province: provinceToday ?? '', owners: members }
}

/** Anybody signed in registers a buyer and works for it; one that a trade officer enters is confirmed by that. */
export function registerBuyer(ctx: Context, input: BuyerInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { province, ...details } = input
    const unit = await unitAt(tx, province, tx.today)
    if (unit?.kind !== 'province') throw new Refused({ code: 'trade/no-such-province', field: 'province' })
    const confirmed = tradeAccess['confirm-buyer'](tx.actor, { unit: province, province })
    const id = newId()
    await store.addBuyer(tx, { ...details, id, provinceCode: province, confirmed, sample }, tx.actor.id, tx.today)
    if (!confirmed) await store.addMember(tx, id, tx.actor.id, tx.today)
    await record(tx, 'trade.buyer-registered', id, { kind: input.kind, confirmed })
    return id
  })
}

async function buyerFor(tx: Tx, id: string, right: 'run-buyer' | 'confirm-buyer'): Promise<Buyer> {
  const buyer = orMissing(await store.buyerById(tx, id))
  if (!tradeAccess[right](tx.actor, placeOfBuyer(buyer))) throw new Refused({ code: 'kernel/not-found' })
  return buyer
}

/** The trade officer has seen that the buyer exists; its demands become public. */
export function confirmBuyer(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    await buyerFor(tx, id, 'confirm-buyer')
    if (!(await store.confirmBuyer(tx, id, tx.actor.id, tx.today))) {
      throw new Refused({ code: 'trade/confirmed-already', overtaken: true })
    }
    await record(tx, 'trade.buyer-confirmed', id)
  })
}

export function addBuyerMember(ctx: Context, id: string, { signInName }: MemberInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    await buyerFor(tx, id, 'run-buyer')
    const account = await store.accountBehind(tx, signInName)
    if (account === undefined) throw new Refused({ code: 'trade/no-such-account', field: 'signInName' })
    await store.addMember(tx, id, account, tx.today)
    await record(tx, 'trade.buyer-member-added', id, { account })
  })
}

export function openChannel(ctx: Context, buyerId: string, input: ChannelInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    await buyerFor(tx, buyerId, 'run-buyer')
    const id = newId()
    await store.addChannel(tx, { ...input, asks: [...new Set(input.asks)], id, buyerId }, tx.actor.id, tx.today)
    await record(tx, 'trade.channel-opened', id, { buyer: buyerId, asks: input.asks })
    return id
  })
}

/** A demand goes through one of the buyer's channels, whose papers, codes and terms it asks. */
export function postDemand(ctx: Context, buyerId: string, input: DemandInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    await buyerFor(tx, buyerId, 'run-buyer')
    const months = orRefuse(judgeDemand(input, tx.today))
    const channel = await store.channelById(tx, input.channel)
    if (channel?.buyerId !== buyerId || channel.closedOn !== null) {
      throw new Refused({ code: 'trade/no-such-channel', field: 'channel' })
    }
    if (!isGroup(groupingText, input.group)) throw new Refused({ code: 'trade/no-such-group', field: 'group' })
    if (input.province !== undefined && (await unitAt(tx, input.province, tx.today))?.kind !== 'province') {
      throw new Refused({ code: 'trade/no-such-province', field: 'province' })
    }
    const demand = {
      id: newId(),
      channelId: channel.id,
      title: input.title,
      groupNo: input.group,
      provinceCode: input.province ?? null,
      months,
      quantity: input.quantity,
      priceTo: input.priceTo ?? null,
      until: input.until,
      note: input.note ?? '',
      sample,
    }
    await store.addDemand(tx, demand, tx.actor.id, tx.today)
    await record(tx, 'trade.demand-posted', demand.id, { channel: channel.id, group: input.group })
    await matchDemand(tx, demand.id, input.group)
    return demand.id
  })
}

export function closeDemand(ctx: Context, id: string): Promise<ShownDemand> {
  return atomically(ctx, async (tx) => {
    const demand = orMissing(await store.demandById(tx, id))
    await buyerFor(tx, demand.channel.buyerId, 'run-buyer')
    if (!(await store.closeDemand(tx, id, tx.today)))
      throw new Refused({ code: 'trade/ended-already', overtaken: true })
    await dropMatches(tx, { demandId: id })
    await record(tx, 'trade.demand-closed', id)
    return demand
  })
}
