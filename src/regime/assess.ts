import { allow, refuse } from '../kernel/refusal.ts'
import type { Band, Choices, LegalText, PartCode, Rubric, Stars } from './model.ts'
import { bestTotal, score } from './score.ts'
import type { Scored } from './score.ts'
import { bandOf, starOf, weighGates } from './stars.ts'
import type { WeighedGate } from './stars.ts'

export interface NextStar {
  readonly stars: Stars
  readonly pointsShort: number
  /** Gates of that star, and of lower ones, that do not hold yet. */
  readonly missing: readonly { readonly criterion: string; readonly need: number; readonly got: number }[]
}

export interface Assessment {
  readonly total: number
  readonly parts: Readonly<Record<PartCode, number>>
  readonly points: Readonly<Record<string, number>>
  readonly band: Stars
  readonly stars: Stars
  readonly gates: readonly WeighedGate[]
  readonly nextStar: NextStar | null
  /** Grounds that reject the product whatever its points; empty when none holds. */
  readonly disqualified: readonly string[]
}

/** One filled rubric: points, star, gates, and what is missing for the next star. */
export function assess(law: LegalText, rubric: Rubric, choices: Choices, disqualified: readonly string[] = []) {
  if (!rubric.scorable) return refuse('regime/not-scorable', { facts: { rubric: rubric.number } })
  const unknown = disqualified.find((id) => !rubric.disqualifiers.some((one) => one.id === id))
  if (unknown !== undefined)
    return refuse('regime/no-such-disqualifier', { field: 'disqualified', facts: { id: unknown } })
  const scored = score(rubric, choices)
  if (!scored.ok) return scored
  const out = [...new Set([...disqualified, ...scored.value.stopped])]
  return allow<Assessment>({
    ...judged(law.bands, rubric, scored.value),
    ...(out.length > 0 ? { stars: 0, nextStar: null } : {}),
    disqualified: out,
  })
}

function judged(
  bands: readonly Band[],
  rubric: Rubric,
  { total, parts, points }: Scored,
): Omit<Assessment, 'disqualified'> {
  const band = bandOf(bands, { sum: total, count: 1 })
  const gates = weighGates(rubric, points)
  const stars = starOf(band, gates)
  return { total, parts, points, band, stars, gates, nextStar: nextStarOf(bands, stars, total, gates) }
}

function nextStarOf(
  bands: readonly Band[],
  stars: Stars,
  total: number,
  gates: readonly WeighedGate[],
): NextStar | null {
  const next = bands.find((band) => band.stars === stars + 1)
  if (!next) return null
  const missing = new Map<string, { criterion: string; need: number; got: number }>()
  for (const { criterion, need, got, met, stars: of } of gates) {
    if (met || of > next.stars) continue
    if ((missing.get(criterion)?.need ?? 0) < need) missing.set(criterion, { criterion, need, got })
  }
  return { stars: next.stars, pointsShort: Math.max(0, next.from - total), missing: [...missing.values()] }
}

export interface Readiness {
  readonly pointsSure: number
  readonly pointsPossible: number
  /** The star if nothing else is proved, and if everything open turns out best. */
  readonly starsFrom: Stars
  readonly starsTo: Stars
  readonly next: NextStar | null
}

/**
 * From what is sure (chosen, with its evidence) to what is possible: the range always holds the star that comes out,
 * however the open criteria are filled.
 */
export function readiness(law: LegalText, rubric: Rubric, sure: Choices) {
  if (!rubric.scorable) return refuse('regime/not-scorable', { facts: { rubric: rubric.number } })
  const scored = score(rubric, sure)
  if (!scored.ok) return scored
  const { total, points, stopped } = scored.value
  const isDecided = (criterion: string) => sure[criterion] !== undefined
  const best = Object.fromEntries(
    rubric.criteria.map(({ code, max }) => [code, isDecided(code) ? (points[code] ?? 0) : max]),
  )
  const pointsPossible = bestTotal(rubric, points, isDecided)
  const lowest = starOf(bandOf(law.bands, { sum: total, count: 1 }), weighGates(rubric, points))
  const highest = starOf(bandOf(law.bands, { sum: pointsPossible, count: 1 }), weighGates(rubric, best))
  const starsFrom = stopped.length > 0 || mayStillStop(rubric, isDecided) ? 0 : lowest
  const starsTo = stopped.length > 0 ? 0 : highest
  const next = stopped.length > 0 ? null : nextStarOf(law.bands, lowest, total, weighGates(rubric, points))
  return allow<Readiness>({ pointsSure: total, pointsPossible, starsFrom, starsTo, next })
}

// Set 16: an open criterion of 6.1–6.4 that comes out at 0 stops the scoring, so until then no star is sure.
function mayStillStop({ criteria }: Rubric, isDecided: (criterion: string) => boolean): boolean {
  const stopping = new Set(criteria.flatMap(({ rules }) => rules.flatMap(({ zeroInAnyOf }) => zeroInAnyOf)))
  return criteria.some(
    ({ code, options }) => stopping.has(code) && !isDecided(code) && options.some(({ points }) => points === 0),
  )
}
