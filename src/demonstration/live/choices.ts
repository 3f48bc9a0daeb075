import type { Choices, Criterion, Rubric } from '../../regime/model.ts'
import type { Chance } from '../chance.ts'

/** What a filled rubric should come to: so many points, with the gates of so many stars held. */
export interface Aim {
  readonly points: number
  readonly stars: number
}

interface Field {
  readonly code: string
  /** Positions of the first case with their points, the least first; those below the gate are left out. */
  readonly steps: readonly { readonly position: number; readonly points: number }[]
}

/** A filled rubric that comes as near to the aim as its options allow, never above it by choice. */
export function choicesFor(rubric: Rubric, aim: Aim, chance: Chance): Choices {
  const fields = fieldsOf(rubric, aim.stars)
  const at = new Map(fields.map(({ code }) => [code, 0]))
  let total = fields.reduce((sum, { steps }) => sum + (steps[0]?.points ?? 0), 0)
  const open = new Set(fields)
  while (open.size > 0 && total < aim.points) {
    const field = chance.pick([...open])
    const now = at.get(field.code) ?? 0
    const gain = (field.steps[now + 1]?.points ?? Infinity) - (field.steps[now]?.points ?? 0)
    if (total + gain > aim.points) open.delete(field)
    else {
      at.set(field.code, now + 1)
      total += gain
    }
  }
  return Object.fromEntries(fields.map(({ code, steps }) => [code, steps[at.get(code) ?? 0]?.position ?? 1]))
}

function fieldsOf(rubric: Rubric, stars: number): Field[] {
  const stopping = new Set(rubric.criteria.flatMap(({ rules }) => rules.flatMap(({ zeroInAnyOf }) => zeroInAnyOf)))
  return rubric.criteria.map((criterion) => {
    const gates = rubric.gates.filter((gate) => gate.criterion === criterion.code && gate.stars <= stars)
    const need = Math.max(stopping.has(criterion.code) ? 1 : 0, ...gates.map((gate) => gate.need))
    return { code: criterion.code, steps: stepsOf(criterion, need) }
  })
}

function stepsOf({ options, cases }: Criterion, need: number): Field['steps'] {
  const first = cases[0]?.code ?? null
  const steps = options
    .filter((option) => option.case === null || option.case === first)
    .map(({ position, points }) => ({ position, points }))
    .toSorted((one, other) => one.points - other.points)
  const enough = steps.filter(({ points }) => points >= need)
  return enough.length > 0 ? enough : steps.slice(-1)
}
