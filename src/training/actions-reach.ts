import { record } from '../audit/actions.ts'
import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { startOfDay, yearOf } from '../kernel/civil-date.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { placeName, unitAt } from '../territory/actions.ts'
import { may } from './actions.ts'
import type { TrainingPlace } from './access.ts'
import { reachDimensions } from './model-reach.ts'
import type { ReachDimension, ShownReachCell, SmallestCellInput } from './model-reach.ts'
import { hideSmall, shownTotal, usualSmallestCell } from './rules-reach.ts'
import * as store from './store-reach.ts'

async function placeOfUnit(ctx: Context, unit: UnitCode): Promise<TrainingPlace> {
  if (unit === country) return { unit, province: country }
  return { unit, province: orMissing(await unitAt(ctx, unit, ctx.today)).provinceCode }
}

/** The units whose reach this person sees, the own ones first. */
export function reachUnits({ actor }: Context): readonly UnitCode[] {
  const seers = ['training-officer', 'commune-leader', 'province-leader', 'ministry-leader', 'auditor']
  return [...new Set(actor.postings.filter(({ role }) => seers.includes(role)).map(({ unit }) => unit))]
}

export interface Reach {
  readonly unit: UnitCode
  readonly unitName: string
  readonly year: number
  readonly smallest: number
  /** Null: too few to be told. */
  readonly people: number | null
  /** Producers present at conferences of the unit, and producers of the unit at fairs; null: too few to be told. */
  readonly atEvents: number | null
  readonly atFairs: number | null
  readonly by: Readonly<Record<ReachDimension, readonly ShownReachCell[]>>
  readonly maySet: boolean
}

/** Whom training reached in a year, in counts only, the small ones hidden. @throws {Refused} for those it is not for. */
export async function reachOf(
  ctx: Context,
  asked: { unit: UnitCode | undefined; year: number | undefined },
): Promise<Reach> {
  const unit = asked.unit ?? orMissing(reachUnits(ctx)[0])
  const at = await placeOfUnit(ctx, unit)
  if (!may(ctx, 'read-reach', at)) throw new Refused({ code: 'kernel/not-found' })
  const year = asked.year ?? yearOf(ctx.today)
  const wanted = { unit, from: startOfDay(`${year}-01-01`), until: startOfDay(`${year + 1}-01-01`) }
  const smallest = (await store.smallestCellOf(ctx, unit, ctx.today)) ?? usualSmallestCell
  const counted = await Promise.all(
    reachDimensions.map(async (one) => [one, hideSmall(await store.reachBy(ctx, wanted, one), smallest)] as const),
  )
  const producers = await store.producersAt(ctx, wanted)
  return {
    unit,
    unitName: unit === country ? 'Cả nước' : ((await placeName(ctx, unit)) ?? unit),
    year,
    smallest,
    people: shownTotal(await store.reachTotal(ctx, wanted), smallest),
    atEvents: shownTotal(producers.events, smallest),
    atFairs: shownTotal(producers.fairs, smallest),
    by: Object.fromEntries(counted) as Reach['by'],
    maySet: may(ctx, 'set-smallest-cell', at),
  }
}

/** From today a unit hides cells of fewer people than this. */
export function setSmallestCell(ctx: Context, unit: UnitCode, { people, basis }: SmallestCellInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    if (!may(tx, 'set-smallest-cell', await placeOfUnit(tx, unit))) throw new Refused({ code: 'kernel/not-found' })
    await store.setSmallestCell(tx, unit, { people, basis, from: tx.today, by: tx.actor.id, at: tx.now })
    await record(tx, 'training.smallest-cell-set', unit, { people, basis })
  })
}
