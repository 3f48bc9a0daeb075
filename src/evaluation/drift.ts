import type { CouncilMean } from './model.ts'

/** Points above (positive) or below what all councils together give for the same, in hundredths a ballot. */
interface Drift {
  readonly deviation: number
}

export interface CriterionDrift extends Drift {
  readonly rubric: string
  readonly criterion: string
}

export interface CouncilStrictness extends Drift {
  readonly councilId: string
  readonly councilName: string
  readonly ballots: number
  /** The criteria where the council differs most, the furthest first. */
  readonly furthest: readonly CriterionDrift[]
}

const shown = 3

/**
 * How much more or less each council gives than all councils do at the same criteria of the same rubrics: the gaps of the
 * criteria add up to one ballot of a rubric, and rubrics weigh by their ballots. A council that had only strong products
 * stands high too, so this is a reason to look, not a verdict.
 */
export function strictnessOf(means: readonly CouncilMean[]): CouncilStrictness[] {
  const overall = sums(means, ({ rubric, criterion }) => `${rubric}/${criterion}`)
  const gaps = means.map((mean) => {
    const all = overall.get(`${mean.rubric}/${mean.criterion}`) ?? mean
    return { ...mean, gap: mean.points / mean.ballots - all.points / all.ballots }
  })
  return [...Map.groupBy(gaps, ({ councilId }) => councilId).entries()]
    .map(([councilId, ours]) => {
      // Every criterion of a rubric has as many ballots as the rubric, so the greatest count is the rubric's.
      const ballotsOf = [...Map.groupBy(ours, ({ rubric }) => rubric).values()].map((lines) =>
        Math.max(...lines.map(({ ballots }) => ballots)),
      )
      const ballots = ballotsOf.reduce((sum, count) => sum + count, 0)
      const above = ours.reduce((sum, { gap, ballots: count }) => sum + gap * count, 0)
      return {
        councilId,
        councilName: ours[0]?.councilName ?? '',
        ballots,
        deviation: Math.round((100 * above) / ballots),
        furthest: ours
          .toSorted((one, other) => Math.abs(other.gap) - Math.abs(one.gap))
          .slice(0, shown)
          .map(({ rubric, criterion, gap }) => ({ rubric, criterion, deviation: Math.round(100 * gap) })),
      }
    })
    .toSorted((one, other) => other.deviation - one.deviation)
}

function sums(means: readonly CouncilMean[], keyOf: (mean: CouncilMean) => string) {
  const found = new Map<string, { readonly points: number; readonly ballots: number }>()
  for (const mean of means) {
    const before = found.get(keyOf(mean)) ?? { points: 0, ballots: 0 }
    found.set(keyOf(mean), { points: before.points + mean.points, ballots: before.ballots + mean.ballots })
  }
  return found
}
