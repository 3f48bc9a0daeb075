import type { Band, Gate, Rubric, Stars } from './model.ts'

/** An exact mean: a sum of whole points over a number of members; a single score has `count` 1. */
export interface Mean {
  readonly sum: number
  readonly count: number
}

/** How a star is chosen when points suffice and gates do not; the law is silent, a council's regulation may differ. */
export type Fallback = 'highest-met' | 'not-recognised'

export interface WeighedGate extends Gate {
  readonly got: number
  readonly met: boolean
}

/** Nothing is rounded before banding: 89.99 is not 90 (26/2026 Article 3.3 speaks of the mean, not of a rounded one). */
export function bandOf(bands: readonly Band[], { sum, count }: Mean): Stars {
  return bands.reduce<Stars>((best, { stars, from }) => (stars > best && sum >= from * count ? stars : best), 1)
}

export function weighGates(
  { gates }: Pick<Rubric, 'gates'>,
  points: Readonly<Record<string, number>>,
): readonly WeighedGate[] {
  // Written out: spreading some forty gates of every sheet took a third of the time of the whole assessment.
  return gates.map(({ criterion, stars, need }) => {
    const got = points[criterion] ?? 0
    return { criterion, stars, need, got, met: got >= need }
  })
}

/** The highest star whose band and gates both hold, the gates of lower stars included; below 3 only points speak. */
export function starOf(
  band: Stars,
  gates: readonly Pick<WeighedGate, 'stars' | 'met'>[],
  fallback: Fallback = 'highest-met',
): Stars {
  if (band < 3) return band
  const candidates = ([5, 4, 3] as const).filter((stars) =>
    fallback === 'highest-met' ? stars <= band : stars === band,
  )
  return candidates.find((stars) => gates.every((gate) => gate.stars > stars || gate.met)) ?? 2
}
