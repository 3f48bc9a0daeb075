import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import type { Context } from '../platform/context.ts'
import { runwayMonths, scoredInAYear } from './store-runway.ts'

const monthsAhead = 24

/** What ends in the next two years, month by month, against what the councils of the place scored in the last. */
export async function runway(ctx: Context, province: UnitCode | null) {
  const months = await runwayMonths(ctx, province, ctx.today, monthsAhead)
  const past = await scoredInAYear(ctx, province ?? country, ctx.today)
  return { months, ...past }
}
