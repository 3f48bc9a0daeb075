import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { producerById } from '../producer/actions.ts'
import { communesOfProvince, unitAt } from '../territory/actions.ts'
import { tradeAccess } from './access.ts'
import { placeOfSeller } from './actions-offer.ts'
import type { AreaInput, StarMonthInput } from './model-chain.ts'
import { isClosed, judgeArea, judgeMonth, monthsBack, shownMedian, sumOf } from './rules-chain.ts'
import * as store from './store-chain.ts'

async function orNotTheirs(ctx: Context, producerId: string, right: 'read-chain' | 'enter-area' | 'keep-star-sheet') {
  const at = await placeOfSeller(ctx, producerId)
  if (!tradeAccess[right](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  return at
}

/** Where the material comes from, who makes it, who buys it: one producer's chain, end to end. */
export async function chainPage(ctx: Context, producerId: string) {
  const at = await orNotTheirs(ctx, producerId, 'read-chain')
  const [producer, areas, buyers, communes] = await Promise.all([
    producerById(ctx, producerId),
    store.areasOf(ctx, producerId),
    store.chainBuyers(ctx, producerId),
    communesOfProvince(ctx, at.province),
  ])
  const mayEnter = tradeAccess['enter-area'](ctx.actor, at)
  return {
    producer: orMissing(producer),
    areas,
    buyers,
    communes,
    mayEnter,
    closed: isClosed(areas, buyers, ctx.today),
    commune: at.unit,
  }
}
export type Chain = Awaited<ReturnType<typeof chainPage>>

export function enterArea(ctx: Context, producerId: string, input: AreaInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    await orNotTheirs(tx, producerId, 'enter-area')
    orRefuse(judgeArea(input, tx.today))
    const { commune, ...details } = input
    if ((await unitAt(tx, commune, tx.today))?.kind !== 'commune') {
      throw new Refused({ code: 'trade/no-such-commune', field: 'commune' })
    }
    const id = newId()
    const area = { ...details, id, producerId, communeCode: commune, communeOn: tx.today, sample }
    await store.addArea(tx, area, tx.actor.id, tx.now)
    await record(tx, 'trade.area-entered', producerId, { area: id, commune, contract: input.contract })
    return id
  })
}

export function endArea(ctx: Context, producerId: string, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    await orNotTheirs(tx, producerId, 'enter-area')
    if (!(await store.endArea(tx, producerId, id, tx.today))) {
      throw new Refused({ code: 'trade/ended-already', overtaken: true })
    }
    await record(tx, 'trade.area-ended', producerId, { area: id })
  })
}

/** A year of the producer's own numbers, beside the middle of at least five others of its province. */
export async function starSheet(ctx: Context, producerId: string) {
  const at = await orNotTheirs(ctx, producerId, 'keep-star-sheet')
  const since = monthsBack(ctx.today, 11)
  const [producer, months, median] = await Promise.all([
    producerById(ctx, producerId),
    store.monthsOf(ctx, producerId, since),
    store.medianNearby(ctx, producerId, at.province, since),
  ])
  const choices = Array.from({ length: 12 }, (_, back) => monthsBack(ctx.today, back))
  return { producer: orMissing(producer), months, sum: sumOf(months), median: shownMedian(median), choices }
}
export type StarSheet = Awaited<ReturnType<typeof starSheet>>

/** The book says that the sheet was kept, never what stands in it. */
export function keepStarMonth(ctx: Context, producerId: string, input: StarMonthInput, sample = false): Promise<void> {
  return atomically(ctx, async (tx) => {
    await orNotTheirs(tx, producerId, 'keep-star-sheet')
    const { month: typed, ...figures } = input
    const month = orRefuse(judgeMonth(`${typed}-01`, tx.today))
    await store.keepMonth(tx, producerId, { month, ...figures, sample }, tx.actor.id, tx.today)
    await record(tx, 'trade.star-month-kept', producerId, { month })
  })
}
