import { country } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { TextId } from '../regime/model.ts'
import { evaluationAccess } from './access.ts'
import { strictnessOf } from './drift.ts'
import type { CouncilStrictness } from './drift.ts'
import * as results from './store-result.ts'

/** Councils side by side, for the ministry and the country's auditors; what a reader is recused from is not counted. */
export async function strictness(ctx: Context, text: TextId): Promise<CouncilStrictness[]> {
  if (!evaluationAccess['compare-councils'](ctx.actor, { unit: country, province: country })) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return strictnessOf(await results.councilMeans(ctx, ctx.actor, text))
}
