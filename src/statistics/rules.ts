import { daysBetween } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Figure } from './figures/figure.ts'
import type { LegalText, Rubric } from '../regime/model.ts'
import type {
  CommuneStanding,
  CorrectionInput,
  CriterionBasis,
  Dimension,
  FigureAnswer,
  Lack,
  Part,
  Progress,
  Published,
  RegionInput,
  Rising,
  Standing,
} from './model.ts'

/** value = sum of parts + remainder, always; the remainder is shown, never hidden. */
export function answerOf(value: number, parts: readonly Part[]): FigureAnswer {
  return { value, parts, remainder: value - parts.reduce((sum, { count }) => sum + count, 0) }
}

/** Ours, no text speaks of a warning: time enough to prepare a dossier and have it decided. */
export const soonDays = 180

export function standingOf({ products, lastDay }: Omit<CommuneStanding, 'code' | 'name'>, at: CivilDate): Standing {
  if (products === 0 || lastDay === null) return 'not-met'
  return daysBetween(at, lastDay) <= soonDays ? 'lapsing' : 'met'
}

/** 51/2025/QĐ-TTg, in effect from 15/2/2026, has an indicator of its own that was not seen. */
export function criterionBasis(at: CivilDate): CriterionBasis {
  return at < '2026-02-15' ? '13.2' : 'not-seen'
}

/** From the base to the goal when there is a base below it, else from nothing. Rounded down: 99.9% is not done. */
export function progressOf(
  { base, goal }: { readonly base: number | null; readonly goal: number | null },
  actual: number | null,
): Progress {
  if (goal === null || actual === null) return { actual, left: null, percent: null }
  const from = base !== null && base < goal ? base : 0
  const percent = goal === from ? 100 : Math.floor(((actual - from) * 100) / (goal - from))
  return { actual, left: goal - actual, percent: Math.min(100, Math.max(0, percent)) }
}

/** What a star lacks for the next one: the points of its band, and the gates that this star adds. */
export function lackOf(
  { stars, meanHundredths, groupNo }: Pick<Rising, 'stars' | 'meanHundredths' | 'groupNo'>,
  { id, bands }: Pick<LegalText, 'id' | 'bands'>,
  rubric: Pick<Rubric, 'gates'> | undefined,
): Lack {
  const next = stars === 3 ? 4 : 5
  const from = bands.find((band) => band.stars === next)?.from ?? 100
  return {
    stars: next,
    points: Math.max(0, from * 100 - meanHundredths),
    gates: (rubric?.gates ?? [])
      .filter((gate) => gate.stars === next)
      .map(({ criterion, need }) => ({ criterion, need })),
    rubric: rubric === undefined || groupNo === null ? null : [id, groupNo],
  }
}

export function canSplit(figure: Figure, by: Dimension): boolean {
  return figure.dimensions.includes(by)
}

export interface Reconciliation {
  readonly sumOfParts: number
  /** Total as printed − sum of its printed parts. */
  readonly unexplained: number
  readonly addsUp: boolean
  /** What the records say on that day; total as printed − this is the difference to the records. */
  readonly counted: number
  readonly toRecords: number
}

/** A published total against its own parts, and against the records (invariant 6). */
export function reconcile({ total, parts }: Pick<Published, 'total' | 'parts'>, counted: number): Reconciliation {
  const sumOfParts = parts.reduce((sum, { count }) => sum + count, 0)
  return {
    sumOfParts,
    unexplained: total - sumOfParts,
    addsUp: total === sumOfParts,
    counted,
    toRecords: total - counted,
  }
}

/** A correction names what was printed and differs from it. */
export function judgeCorrection(
  { total, parts }: Pick<Published, 'total' | 'parts'>,
  { part, shouldBe }: Pick<CorrectionInput, 'part' | 'shouldBe'>,
) {
  const said = part === undefined ? total : parts.find(({ label }) => label === part)?.count
  if (said === undefined) return refuse('statistics/no-such-part', { field: 'part' })
  if (said === shouldBe) return refuse('statistics/nothing-wrong', { field: 'shouldBe' })
  return allow({ part: part ?? null, said })
}

/** A region has a name of its own and is made of provinces of today. */
export function judgeRegion(
  { provinces }: Pick<RegionInput, 'provinces'>,
  id: string,
  known: { isTaken: boolean; provinces: readonly { code: string }[] },
) {
  if (id === '' || known.isTaken) return refuse('statistics/region-exists', { field: 'name' })
  const codes = new Set(known.provinces.map(({ code }) => code))
  if (!provinces.every((code) => codes.has(code))) return refuse('statistics/no-such-province', { field: 'provinces' })
  return allow(undefined)
}
