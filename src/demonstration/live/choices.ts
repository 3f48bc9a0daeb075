import type { Choices, Criterion, Rubric } from '../../regime/model.ts'
import type { ProducerKind } from '../../producer/model.ts'
import type { Chance } from '../chance.ts'

/** What a filled rubric should come to: so many points, with the gates of so many stars held. */
export interface Aim {
  readonly points: number
  readonly stars: number
}

/** What the register says of whoever makes the product, and a council sees before anything is scored. */
export interface Maker {
  readonly kind: ProducerKind
  readonly name: string
  readonly localCapitalPercent: number | null
  readonly representativeSex: 'female' | 'male' | null
  readonly representativeEthnicity: string | null
  readonly representativeDisabled: boolean
  readonly labourTotal: number | null
  readonly labourLocal: number | null
}

/** Part A3 of every set of 26/2026 Annex II: the position of the option that the register itself tells, by the criterion's key. */
export function toldBy(maker: Maker): Readonly<Record<string, number>> {
  const { representativeSex: sex, representativeEthnicity: ethnicity, representativeDisabled } = maker
  const preferred = sex === 'female' || (ethnicity !== null && ethnicity !== 'Kinh') || representativeDisabled
  return {
    organisation_type: formOf(maker),
    inclusive_representative: preferred ? 2 : 1,
    local_labour: labourOf(maker),
  }
}

/** Only a joint-stock company is asked whose capital it is (criterion 3.1). */
function formOf({ kind, name, localCapitalPercent }: Maker): number {
  if (kind === 'household' || kind === 'farm' || kind === 'group') return 1
  if (kind !== 'company') return 3
  return name.includes('cổ phần') && (localCapitalPercent ?? 0) >= 51 ? 3 : 2
}

function labourOf({ labourTotal, labourLocal }: Maker): number {
  const percent = (100 * (labourLocal ?? 0)) / Math.max(1, labourTotal ?? 0)
  if (percent < 50) return 1
  return percent < 75 ? 2 : 3
}

interface Field {
  readonly code: string
  /** Positions of the first case with their points, the least first; those below the gate are left out. */
  readonly steps: readonly { readonly position: number; readonly points: number }[]
}

/** A filled rubric that comes as near to the aim as its options allow, never above it by choice, nor against the register. */
export function choicesFor(rubric: Rubric, aim: Aim, chance: Chance, maker: Maker): Choices {
  const fields = fieldsOf(rubric, aim.stars, toldBy(maker))
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

function fieldsOf(rubric: Rubric, stars: number, told: Readonly<Record<string, number>>): Field[] {
  const stopping = new Set(rubric.criteria.flatMap(({ rules }) => rules.flatMap(({ zeroInAnyOf }) => zeroInAnyOf)))
  return rubric.criteria.map((criterion) => {
    const gates = rubric.gates.filter((gate) => gate.criterion === criterion.code && gate.stars <= stars)
    const need = Math.max(stopping.has(criterion.code) ? 1 : 0, ...gates.map((gate) => gate.need))
    const steps = stepsOf(criterion, need)
    const known = criterion.options.filter(({ position }) => position === told[criterion.key])
    return { code: criterion.code, steps: known.length > 0 ? known : steps }
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
