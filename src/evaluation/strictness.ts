import { Refused } from '../kernel/refusal.ts'
import { country } from '../kernel/actor.ts'
import type { Context } from '../platform/context.ts'
import type { TextId } from '../regime/model.ts'
import { evaluationAccess } from './access.ts'
import * as results from './store-result.ts'
import type { CouncilMean } from './store-result.ts'

export interface CouncilStrictness {
  readonly councilId: string
  readonly councilName: string
  readonly ballots: number
  /** Points above (positive) or below what all councils together give at the same criteria, in hundredths of the rubric. */
  readonly deviation: number
}

/**
 * How much more or less each council gives than all councils do at the same criteria of the same rubrics. A council that
 * scored only strong products is compared criterion by criterion, not by totals; it still is a hint, not a verdict.
 */
export function strictnessOf(means: readonly CouncilMean[]): CouncilStrictness[] {
  const all = new Map<string, { points: number; ballots: number }>()
  for (const { rubric, criterion, points, ballots } of means) {
    const key = `${rubric}/${criterion}`
    const sum = all.get(key) ?? { points: 0, ballots: 0 }
    all.set(key, { points: sum.points + points, ballots: sum.ballots + ballots })
  }
  const councils = new Map<string, { name: string; above: number; ballots: number; criteria: number }>()
  for (const { councilId, councilName, rubric, criterion, points, ballots } of means) {
    const overall = all.get(`${rubric}/${criterion}`)
    if (!overall) continue
    const before = councils.get(councilId) ?? { name: councilName, above: 0, ballots: 0, criteria: 0 }
    councils.set(councilId, {
      name: councilName,
      above: before.above + points - (ballots * overall.points) / overall.ballots,
      ballots: Math.max(before.ballots, ballots),
      criteria: before.criteria + ballots,
    })
  }
  // About thirty criteria make a ballot: the mean excess per criterion, over a whole rubric.
  const criteriaInBallot = 30
  return [...councils]
    .map(([councilId, { name, above, ballots, criteria }]) => ({
      councilId,
      councilName: name,
      ballots,
      deviation: Math.round((100 * criteriaInBallot * above) / Math.max(1, criteria)),
    }))
    .toSorted((one, other) => other.deviation - one.deviation)
}

export async function strictness(ctx: Context, text: TextId): Promise<CouncilStrictness[]> {
  if (!evaluationAccess['compare-councils'](ctx.actor, { unit: country, province: country })) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return strictnessOf(await results.councilMeans(ctx, { id: ctx.actor.id, producers: ctx.actor.producers }, text))
}
