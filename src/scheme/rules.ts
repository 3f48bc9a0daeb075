import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { yearOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { partDimensions } from './model.ts'
import type { Assignment, AssignmentState, PartDimension, PlanInput, PlanState, Target, TargetInput } from './model.ts'

const openIn = {
  write: ['draft'],
  submit: ['draft'],
  return: ['submitted'],
  approve: ['submitted'],
  end: ['approved'],
  'give-task': ['draft', 'approved'],
  measure: ['approved'],
} as const satisfies Record<string, readonly PlanState[]>
export type PlanAct = keyof typeof openIn

export function planCan(act: PlanAct, state: PlanState): boolean {
  const states: readonly PlanState[] = openIn[act]
  return states.includes(state)
}

export function judgePlanAct(act: PlanAct, state: PlanState) {
  return planCan(act, state) ? allow(null) : refuse('scheme/not-now', { overtaken: true, facts: { state } })
}

/** Signed, and its last year is behind: nobody ended it, it ran out. */
export function isOver({ state, toYear }: { state: PlanState; toYear: number }, today: CivilDate): boolean {
  return state === 'approved' && toYear < yearOf(today)
}

/** What a plan may carry out: something that stands, of the same unit or above it. */
export interface Above {
  readonly unit: UnitCode
  readonly state: PlanState
}

function covers(above: UnitCode, { unit, province }: { unit: UnitCode; province: UnitCode }): boolean {
  return above === country || above === province || above === unit
}

const standing: readonly PlanState[] = ['approved', 'ended', 'expected']

export function judgePlan(
  { kind, fromYear, toYear }: Pick<PlanInput, 'kind' | 'fromYear' | 'toYear'>,
  parent: Above | undefined,
  at: { unit: UnitCode; province: UnitCode },
) {
  if (toYear < fromYear) return refuse('scheme/years-reversed', { field: 'toYear' })
  if (kind === 'plan' && toYear !== fromYear) return refuse('scheme/plan-is-one-year', { field: 'toYear' })
  if (parent && (!standing.includes(parent.state) || !covers(parent.unit, at))) {
    return refuse('scheme/no-such-parent', { field: 'parent' })
  }
  return allow(null)
}

/** What others add to keeps counting what they count. @param added how many do. */
export function judgeRecount(
  before: Omit<Counted, 'id' | 'title'>,
  after: Omit<Counted, 'id' | 'title'>,
  added: number,
) {
  return added === 0 || countsTheSame(before, after)
    ? allow(null)
    : refuse('scheme/others-count-with-it', { field: 'figure', facts: { added } })
}

/** So many lines a plan holds of each kind; beyond that nobody reads it. */
export const mostLines = 60

export function judgeRoom(lines: number) {
  return lines < mostLines ? allow(null) : refuse('scheme/plan-is-full', { facts: { most: mostLines } })
}

/** `kind:company`, `kind:cooperative` → one dimension and its keys. */
export function judgeParts(parts: readonly string[], figure: string | undefined) {
  const cut = parts.map((part) => part.split(':') as [string, string])
  const [by] = cut[0] ?? []
  if (by === undefined) return allow<{ by: PartDimension | null; keys: string[] }>({ by: null, keys: [] })
  const dimension = partDimensions.find((one) => one === by)
  if (dimension === undefined || cut.some(([one]) => one !== by))
    return refuse('scheme/mixed-parts', { field: 'parts' })
  if (figure === undefined) return refuse('scheme/parts-of-no-figure', { field: 'parts' })
  return allow<{ by: PartDimension | null; keys: string[] }>({ by: dimension, keys: cut.map(([, key]) => key) })
}

export function judgeTarget({ base, baseOn, goal, goalUnknown, dueOn }: TargetInput, today: CivilDate) {
  if (base !== undefined && baseOn === undefined) return refuse('scheme/base-needs-day', { field: 'baseOn' })
  if (base === undefined && baseOn !== undefined) return refuse('scheme/base-needs-number', { field: 'base' })
  if (goal === undefined && !goalUnknown) return refuse('scheme/goal-needed', { field: 'goal' })
  if (goal !== undefined && goalUnknown) return refuse('scheme/goal-known-and-unknown', { field: 'goalUnknown' })
  if (dueOn < today) return refuse('scheme/due-in-past', { field: 'dueOn' })
  if (baseOn !== undefined && baseOn >= dueOn) return refuse('scheme/base-after-due', { field: 'baseOn' })
  return allow(null)
}

type Counted = Pick<Target, 'id' | 'title' | 'figure' | 'partBy' | 'partKeys' | 'measure'>

export interface Climb {
  /** The target named as parent; undefined when there is none the person may see. */
  readonly parent:
    | (Counted & { readonly planId: string; readonly unit: UnitCode; readonly state: PlanState })
    | undefined
  /** The parent and everything above it, nearest first. */
  readonly chain: readonly { readonly id: string; readonly title: string }[]
  readonly planId: string
  readonly at: { readonly unit: UnitCode; readonly province: UnitCode }
}

/**
 * A target adds to one above it that counts the same thing, in the same plan or in one that stands, and never to itself
 * through others. A standing plan's targets cannot be moved, so a circle can only close inside one plan.
 */
export function judgeParent(target: Omit<Counted, 'id' | 'title'> & { id: string | undefined }, climb: Climb) {
  const { parent, chain, planId, at } = climb
  const sits = parent && (parent.planId === planId || standing.includes(parent.state)) && covers(parent.unit, at)
  if (!parent || !sits) return refuse('scheme/no-such-target', { field: 'parent' })
  if (chain.some(({ id }) => id === target.id)) {
    const way = chain.slice(0, chain.findIndex(({ id }) => id === target.id) + 1)
    return refuse('scheme/circular-target', {
      field: 'parent',
      facts: { way: way.map(({ title }) => title).join(' → ') },
    })
  }
  if (!countsTheSame(target, parent)) return refuse('scheme/counts-another-thing', { field: 'parent' })
  return allow(parent.id)
}

function countsTheSame(one: Omit<Counted, 'id' | 'title'>, other: Omit<Counted, 'id' | 'title'>): boolean {
  const keys = (target: Pick<Target, 'partKeys'>) => target.partKeys.toSorted().join()
  return (
    one.figure === other.figure &&
    one.partBy === other.partBy &&
    keys(one) === keys(other) &&
    (one.figure !== null || one.measure === other.measure)
  )
}

/** What others lean on stays. */
export function judgeDrop(named: boolean) {
  return named ? refuse('scheme/target-is-named') : allow(null)
}

export function judgeBudgetYear(year: number, { fromYear, toYear }: { fromYear: number; toYear: number }) {
  return year >= fromYear && year <= toYear
    ? allow(null)
    : refuse('scheme/year-outside', { field: 'year', facts: { from: fromYear, to: toYear } })
}

/** A plan goes to the leader with at least one target: otherwise nobody can tell whether it was carried out. */
export function judgeSubmission(targets: number) {
  return targets > 0 ? allow(null) : refuse('scheme/no-targets')
}

export function judgeApproval(on: CivilDate, today: CivilDate) {
  return on > today ? refuse('scheme/approved-in-future', { field: 'on' }) : allow(null)
}

export interface GivenTask {
  readonly dueOn: CivilDate
  readonly today: CivilDate
  readonly units: readonly UnitCode[]
  readonly known: readonly UnitCode[]
}

/** Tasks go to the own unit or one level down: the ministry asks provinces, a province its communes. */
export function judgeTask({ dueOn, today, units, known }: GivenTask) {
  if (dueOn < today) return refuse('scheme/due-in-past', { field: 'taskDue' })
  if (units.length === 0) return refuse('scheme/nobody-asked', { field: 'units' })
  if (!units.every((unit) => known.includes(unit))) return refuse('scheme/not-below', { field: 'units' })
  return allow(null)
}

export function judgeMeasure(
  { figure }: Pick<Target, 'figure'>,
  { onDate, today }: { onDate: CivilDate; today: CivilDate },
) {
  if (figure !== null) return refuse('scheme/measured-by-figure', { field: 'value' })
  return onDate > today ? refuse('scheme/measured-in-future', { field: 'onDate' }) : allow(null)
}

const reportable: readonly AssignmentState[] = ['given', 'doing', 'blocked', 'returned']

export function canReport({ state, planState }: Pick<Assignment, 'state' | 'planState'>): boolean {
  return planState === 'approved' && reportable.includes(state)
}

export function judgeReport(assignment: Pick<Assignment, 'state' | 'planState'>) {
  if (assignment.planState !== 'approved') return refuse('scheme/plan-not-in-force')
  return canReport(assignment) ? allow(null) : refuse('scheme/told-already', { overtaken: true })
}

/** Only the last report, and only one that says done, waits for an answer. */
export function judgeVerdict(
  { state }: Pick<Assignment, 'state'>,
  last: number | undefined,
  { number, accepted, said }: { number: number; accepted: boolean; said: string | undefined },
) {
  if (state !== 'reported' || last !== number) return refuse('scheme/nothing-to-answer', { overtaken: true })
  if (!accepted && said === undefined) return refuse('scheme/say-what-is-missing', { field: 'said' })
  return allow(null)
}
