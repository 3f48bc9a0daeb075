import { allow, refuse } from '../kernel/refusal.ts'
import type { Choices, Criterion, PartCode, Rubric } from './model.ts'

export interface Scored {
  readonly total: number
  readonly parts: Readonly<Record<PartCode, number>>
  /** Points of every criterion; nothing chosen is 0. */
  readonly points: Readonly<Record<string, number>>
  /** Ids of disqualifiers that the chosen options themselves bring about. */
  readonly stopped: readonly string[]
}

type Level = Pick<Criterion['options'][number], 'label' | 'points'>

export const noLevel: Level = { label: 'Chưa đạt mức nào', points: 0 }

interface Compiled {
  readonly codes: readonly string[]
  readonly known: ReadonlySet<string>
  readonly part: readonly PartCode[]
  /** Points by criterion and position; position 0 says that no level is reached, and is a hole where a level of 0 is printed. */
  readonly points: readonly (readonly (number | undefined)[])[]
  readonly stops: readonly { readonly id: string; readonly zeroInAnyOf: readonly string[] }[]
}

// Each rubric is laid out once as arrays in its own order; walking them beats looking every choice up by code.
const compiled = new WeakMap<Rubric, Compiled>()

/** Options → points → parts → total. A choice the form does not print is refused, naming the criterion. */
export function score(rubric: Rubric, choices: Choices) {
  const { codes, known, part, points: worth, stops } = compiledOf(rubric)
  const points: Record<string, number> = {}
  const parts = { A: 0, B: 0, C: 0 }
  let answered = 0
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] as string
    const position = choices[code]
    let given: number | undefined = 0
    if (position !== undefined) {
      given = worth[index]?.[position]
      if (given === undefined) return noSuchOption(code, (worth[index]?.length ?? 1) - 1)
      answered++
      parts[part[index] as PartCode] += given
    }
    points[code] = given
  }
  const stranger = strangerIn(choices, answered, known)
  if (stranger !== undefined)
    return refuse('regime/no-such-criterion', { field: `choices.${stranger}`, facts: { criterion: stranger } })
  const stopped = stops.flatMap(({ id, zeroInAnyOf }) =>
    zeroInAnyOf.some((code) => choices[code] !== undefined && points[code] === 0) ? [id] : [],
  )
  return allow<Scored>({ total: parts.A + parts.B + parts.C, parts, points, stopped })
}

function noSuchOption(criterion: string, options: number) {
  return refuse('regime/no-such-option', { field: `choices.${criterion}`, facts: { criterion, options } })
}

// Nothing is strange when as many choices were used as were given; only otherwise are their names looked at.
function strangerIn(choices: Choices, answered: number, known: ReadonlySet<string>): string | undefined {
  const given = Object.keys(choices)
  return given.length === answered ? undefined : given.find((code) => !known.has(code))
}

function compiledOf(rubric: Rubric): Compiled {
  const kept = compiled.get(rubric)
  if (kept) return kept
  const { criteria } = rubric
  const made: Compiled = {
    codes: criteria.map(({ code }) => code),
    known: new Set(criteria.map(({ code }) => code)),
    part: criteria.map(({ part }) => part),
    points: criteria.map((criterion) => [
      mayReachNone(criterion) ? 0 : undefined,
      ...criterion.options.map(({ points }) => points),
    ]),
    stops: criteria.flatMap(({ code, rules }) =>
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

/** No printed level is worth 0 there, so whoever reaches none of them says so with position 0. */
export function mayReachNone({ options }: Pick<Criterion, 'options'>): boolean {
  return options.every(({ points }) => points > 0)
}

/** What a choice says: the printed level, or that none is reached; nothing for what was not chosen. */
export function levelAt({ options }: { readonly options: readonly Level[] }, position: number | undefined) {
  return position === 0 ? noLevel : options[(position ?? 0) - 1]
}

/** The most points a rubric can still give when these criteria are decided and the rest are open. */
export function bestTotal(
  rubric: Rubric,
  decided: Scored['points'],
  isDecided: (criterion: string) => boolean,
): number {
  return rubric.criteria.reduce((sum, { code, max }) => sum + (isDecided(code) ? (decided[code] ?? 0) : max), 0)
}
