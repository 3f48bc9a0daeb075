import { record } from '../audit/actions.ts'
import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { communesOfProvince, provincesToday } from '../territory/actions.ts'
import type { UnitToday } from '../territory/model.ts'
import { lockFor, orHidden, placeOf } from './actions.ts'
import type { ReportInput, ShownPlan, TaskInput, VerdictInput } from './model.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import * as list from './store-task.ts'

/** Units one level below a plan's own: provinces, or the communes of a province. */
export async function unitsBelow(
  ctx: Context,
  plan: Pick<ShownPlan, 'unitToday' | 'provinceToday'>,
): Promise<UnitToday[]> {
  const { unit, province } = placeOf(plan)
  if (unit === country) return provincesToday(ctx)
  return unit === province && unit !== '' ? communesOfProvince(ctx, province) : []
}

/** A task of a plan, given to the own unit or to units below. */
export function giveTask(ctx: Context, planId: string, input: TaskInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const plan = await lockFor(tx, planId, 'give-task', 'give-task')
    orRefuse(rules.judgeRoom((await list.tasksOf(tx, planId)).length))
    const units = await askedUnits(tx, plan, input)
    await mustBelong(tx, planId, input.target)
    const id = newId()
    const { task: title, asks, taskDue: dueOn } = input
    await list.addTask(tx, { id, planId, targetId: input.target ?? null, title, asks, dueOn }, tx.actor.id, tx.now)
    await list.assign(tx, id, units, tx.today)
    await record(tx, 'scheme.task-given', id, { plan: planId, title, dueOn, units: units.length })
    return id
  })
}

/** Each unit that a form asks, with the id of its share. */
export async function askedUnits(tx: Tx, plan: ShownPlan, input: TaskInput): Promise<{ id: string; unit: UnitCode }[]> {
  const below = (await unitsBelow(tx, plan)).map(({ code }) => code)
  const units = input.everyone ? below : [...new Set(input.units)]
  const known = [...below, plan.unitToday ?? '']
  orRefuse(rules.judgeTask({ dueOn: input.taskDue, today: tx.today, units, known }))
  return units.map((unit) => ({ id: newId(), unit }))
}

export async function mustBelong(tx: Tx, planId: string, target: string | undefined): Promise<void> {
  if (target === undefined) return
  const found = await store.targetById(tx, target)
  if (found?.planId !== planId) throw new Refused({ code: 'scheme/no-such-target', field: 'target' })
}

/** How far a unit is with its share; `done` waits for the answer of whoever asked. */
export function reportTask(ctx: Context, id: string, input: ReportInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const share = orMissing(await list.lockAssignment(tx, id))
    orHidden(tx, 'report-task', share)
    if (share.planState === 'draft' || share.planState === 'submitted') throw new Refused({ code: 'kernel/not-found' })
    orRefuse(rules.judgeReport(share))
    const [last] = await list.reportsOf(tx, id)
    const { progress, said, value = null } = input
    await list.addReport(tx, id, { number: (last?.number ?? 0) + 1, progress, said, value }, tx.actor.id, tx.now)
    await record(tx, 'scheme.task-reported', id, { progress, value })
  })
}

/** Whoever gave the task takes the result, or says what is missing. */
export function answerReport(ctx: Context, id: string, input: VerdictInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const share = orMissing(await list.lockAssignment(tx, id))
    orHidden(tx, 'answer-report', orMissing(await store.planById(tx, share.planId)))
    const [last] = await list.reportsOf(tx, id)
    const { number, said } = input
    const accepted = input.accepted === 'co'
    orRefuse(rules.judgeVerdict(share, last?.number, { number, accepted, said }))
    await list.addVerdict(tx, id, { number, accepted, said: said ?? null }, tx.actor.id, tx.now)
    await record(tx, 'scheme.report-answered', id, { number, accepted })
  })
}
