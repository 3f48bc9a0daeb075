import { allow, refuse } from '../kernel/refusal.ts'
import type { Choices, PartCode, Rubric } from './model.ts'

export interface Scored {
  readonly total: number
  readonly parts: Readonly<Record<PartCode, number>>
  /** Points of every criterion; nothing chosen is 0. */
  readonly points: Readonly<Record<string, number>>
  /** Ids of disqualifiers that the chosen options themselves bring about. */
  readonly stopped: readonly string[]
}

interface Compiled {
  readonly places: ReadonlyMap<string, { readonly part: PartCode; readonly points: readonly number[] }>
  readonly zeroes: Readonly<Record<string, number>>
  readonly stops: readonly { readonly id: string; readonly zeroInAnyOf: readonly string[] }[]
}

// Looking options up by criterion instead of walking the rubric is what makes 100,000 rubrics a second.
const compiled = new WeakMap<Rubric, Compiled>()

/** Options → points → parts → total. A choice the form does not print is refused, naming the criterion. */
export function score(rubric: Rubric, choices: Choices) {
  const { places, zeroes, stops } = compiledOf(rubric)
  const points: Record<string, number> = { ...zeroes }
  const parts = { A: 0, B: 0, C: 0 }
  for (const criterion in choices) {
    const place = places.get(criterion)
    if (place === undefined)
      return refuse('regime/no-such-criterion', { field: `choices.${criterion}`, facts: { criterion } })
    const given = place.points[(choices[criterion] ?? 0) - 1]
    if (given === undefined)
      return refuse('regime/no-such-option', {
        field: `choices.${criterion}`,
        facts: { criterion, options: place.points.length },
      })
    points[criterion] = given
    parts[place.part] += given
  }
  const stopped = stops.flatMap(({ id, zeroInAnyOf }) =>
    zeroInAnyOf.some((code) => choices[code] !== undefined && points[code] === 0) ? [id] : [],
  )
  return allow<Scored>({ total: parts.A + parts.B + parts.C, parts, points, stopped })
}

function compiledOf(rubric: Rubric): Compiled {
  const known = compiled.get(rubric)
  if (known) return known
  const made: Compiled = {
    places: new Map(
      rubric.criteria.map(({ code, part, options }) => [code, { part, points: options.map(({ points }) => points) }]),
    ),
    zeroes: Object.fromEntries(rubric.criteria.map(({ code }) => [code, 0])),
    stops: rubric.criteria.flatMap(({ code, rules }) =>
      rules
        .filter(({ kind }) => kind === 'disqualify_if' || kind === 'stop_if')
        .flatMap(({ zeroInAnyOf }, index) =>
          zeroInAnyOf.length > 0 ? [{ id: `${code}-${index + 1}`, zeroInAnyOf }] : [],
        ),
    ),
  }
  compiled.set(rubric, made)
  return made
}

/** The most points a rubric can still give when these criteria are decided and the rest are open. */
export function bestTotal(
  rubric: Rubric,
  decided: Scored['points'],
  isDecided: (criterion: string) => boolean,
): number {
  return rubric.criteria.reduce((sum, { code, max }) => sum + (isDecided(code) ? (decided[code] ?? 0) : max), 0)
}
