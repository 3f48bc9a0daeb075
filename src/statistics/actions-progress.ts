import type { CivilDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { aimsOf } from '../scheme/actions-reading.ts'
import type { Measurement, ShownTarget } from '../scheme/model.ts'
import { placeByCode } from './actions.ts'
import { figureById } from './figures/catalogue-of-figures.ts'
import type { Place, Progress } from './model.ts'
import { progressOf } from './rules.ts'
import * as store from './store.ts'

/** A plan's targets held against what the records say on a day; what no figure counts is as the unit told it. */
export async function planProgress(ctx: Context, planId: string, at: CivilDate) {
  const { plan, targets, measured } = await aimsOf(ctx, planId, at)
  // A unit that was split has no place of its own until a person says which part follows it.
  const place = plan.unitToday === null ? undefined : await placeByCode(ctx, plan.unitToday)
  const rows: { target: ShownTarget; told: Measurement | undefined; progress: Progress }[] = []
  for (const target of targets) {
    const told = measured.find(({ targetId }) => targetId === target.id)
    const actual =
      target.figure === null ? (told?.value ?? null) : place ? await countedFor(ctx, target, at, place) : null
    rows.push({ target, told, progress: progressOf(target, actual) })
  }
  return { plan, place, rows }
}

async function countedFor(ctx: Context, target: ShownTarget, at: CivilDate, place: Place): Promise<number> {
  const figure = orMissing(figureById(target.figure ?? ''))
  const { partBy: by, partKeys } = target
  return by === null ? store.countOf(ctx, figure, at, place) : store.countParts(ctx, figure, at, place, by, partKeys)
}
