import type { UnitCode } from '../kernel/actor.ts'
import { daysBetween } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { paths } from '../ui/paths.ts'
import { may, officeUnits, placeOf, unitsAbove } from './actions.ts'
import { unitsBelow } from './actions-task.ts'
import type { Assignment, ShownPlan, ShownTask } from './model.ts'
import { canReport, planCan } from './rules.ts'
import * as store from './store.ts'
import * as list from './store-task.ts'

const size = 20
const leaders = ['commune-leader', 'province-leader', 'ministry-leader']

function heldUnits({ actor }: Context, roles: readonly string[]): readonly UnitCode[] {
  return [...new Set(actor.postings.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit))]
}

/** Plans that anybody may read, and the drafts of the own office. */
export async function planList(
  ctx: Context,
  { province, page }: { province: UnitCode | undefined; page: number },
): Promise<Page<ShownPlan> & { readonly writes: boolean }> {
  const own = [...officeUnits(ctx), ...heldUnits(ctx, leaders)]
  const audited = heldUnits(ctx, ['auditor'])
  const found = await store.planPage(ctx, { province, own, audited }, { page, size })
  return { ...found, page, size, writes: officeUnits(ctx).length > 0 }
}

/** What a plan of each of these units may carry out. */
export function plansToCarryOut(ctx: Context): Promise<ShownPlan[]> {
  const at = ctx.actor.postings.flatMap(({ unit, province }) => unitsAbove({ unit, province }))
  return store.plansAbove(ctx, at)
}

async function seenPlan(ctx: Context, id: string): Promise<ShownPlan> {
  const plan = orMissing(await store.planById(ctx, id))
  const isDraft = plan.state === 'draft' || plan.state === 'submitted'
  if (isDraft && !may(ctx, 'read-draft', plan)) throw new Refused({ code: 'kernel/not-found' })
  return plan
}

/** A plan whole: targets with what stands below each, tasks, money, and what this person may do now. */
export async function planFile(ctx: Context, id: string) {
  const plan = await seenPlan(ctx, id)
  const writes = may(ctx, 'write-plan', plan)
  const leads = may(ctx, 'approve-plan', plan)
  const can = {
    write: writes && planCan('write', plan.state),
    submit: writes && planCan('submit', plan.state),
    decide: leads && planCan('approve', plan.state),
    end: leads && planCan('end', plan.state),
    give: writes && planCan('give-task', plan.state),
  }
  const [targets, sums, measured, tasks, budget, shares] = await Promise.all([
    store.targetsOf(ctx, id),
    store.below(ctx, id),
    store.measured(ctx, id, ctx.today),
    list.tasksOf(ctx, id),
    store.budgetOf(ctx, id),
    list.ownShares(
      ctx,
      id,
      ctx.actor.postings.map(({ unit }) => unit),
    ),
  ])
  const above = can.write ? await store.targetsAbove(ctx, id, unitsAbove(placeOf(plan))) : []
  const units = can.give ? await unitsBelow(ctx, plan) : []
  return { plan, targets, sums, measured, tasks, budget, shares, above, units, can }
}
export type PlanFile = Awaited<ReturnType<typeof planFile>>

/** A target with what adds to it, what was told of it, and what this person may change. */
export async function targetFile(ctx: Context, id: string) {
  const target = orMissing(await store.targetById(ctx, id))
  const plan = await seenPlan(ctx, target.planId)
  const writes = may(ctx, 'write-plan', plan) && planCan('write', plan.state)
  const measures = may(ctx, 'tell-measure', plan) && planCan('measure', plan.state) && target.figure === null
  const [added, told, above] = await Promise.all([
    store.contributions(ctx, id, plan.id),
    store.measurementsOf(ctx, id),
    writes ? store.targetsAbove(ctx, plan.id, unitsAbove(placeOf(plan))) : [],
  ])
  return { target, plan, added, told, above: above.filter((one) => one.id !== id), writes, measures }
}
export type TargetFile = Awaited<ReturnType<typeof targetFile>>

/** Only what is aimed at, for whoever measures it. */
export async function aimsOf(ctx: Context, id: string, at: string) {
  const plan = await seenPlan(ctx, id)
  const [targets, measured] = await Promise.all([store.targetsOf(ctx, id), store.measured(ctx, id, at)])
  return { plan, targets, measured }
}

/** A task and who was given it; what each told is for those who may read reports. */
export async function taskFile(ctx: Context, id: string, page: number) {
  const task = orMissing(await list.taskById(ctx, id))
  const plan = await seenPlan(ctx, task.planId)
  const shares = await list.assignmentsOf(ctx, id, { page, size })
  const writes = may(ctx, 'give-task', plan) && planCan('write', plan.state)
  const [targets, units, asked] = writes
    ? await Promise.all([store.targetsOf(ctx, plan.id), unitsBelow(ctx, plan), list.unitsOfTask(ctx, id)])
    : [[], [], []]
  const reads = may(ctx, 'read-report', plan)
  return { task, plan, shares: { ...shares, page, size }, reads, writes, targets, units, asked }
}
export type TaskFile = Awaited<ReturnType<typeof taskFile>>

/** One line of the money planned, read as the plan is. */
export async function budgetLineFile(ctx: Context, id: string) {
  const line = orMissing(await store.budgetLineById(ctx, id))
  const plan = await seenPlan(ctx, line.planId)
  return { line, plan, writes: may(ctx, 'write-plan', plan) && planCan('write', plan.state) }
}
export type BudgetLineFile = Awaited<ReturnType<typeof budgetLineFile>>

/** One unit's share: for that unit, for whoever gave it, and for auditors. */
export async function shareFile(ctx: Context, id: string) {
  const share = orMissing(await list.assignmentById(ctx, id))
  const plan = orMissing(await store.planById(ctx, share.planId))
  const ofPlan = may(ctx, 'read-report', plan)
  const isDraft = plan.state === 'draft' || plan.state === 'submitted'
  if (!ofPlan && (isDraft || !may(ctx, 'read-report', share))) throw new Refused({ code: 'kernel/not-found' })
  const reports = await list.reportsOf(ctx, id)
  return {
    share,
    plan,
    reports,
    mayReport: may(ctx, 'report-task', share) && canReport(share),
    mayAnswer: may(ctx, 'answer-report', plan) && share.state === 'reported',
  }
}
export type ShareFile = Awaited<ReturnType<typeof shareFile>>

/** Shares that are owed, reports that wait for an answer, plans that wait for a signature or came back. */
export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const office = officeUnits(ctx)
  const led = heldUnits(ctx, leaders)
  if (office.length === 0 && led.length === 0) return []
  const [owed, toAnswer, waiting] = await Promise.all([
    list.owedBy(ctx, office),
    list.tasksToAnswer(ctx, office),
    store.plansWaiting(ctx, [...office, ...led]),
  ])
  return [
    ...owed.map((share) => owedItem(ctx, share)),
    ...toAnswer.map(answerItem),
    ...waiting.flatMap((plan) => planItem(ctx, plan)),
  ]
}

function owedItem({ today }: Context, { id, title, unitName, dueOn, state }: Assignment): DeskItem {
  return {
    id,
    href: paths.scheme.share(id),
    title,
    sub: unitName ?? undefined,
    act: state === 'returned' ? 'Làm tiếp và báo cáo lại' : 'Báo cáo kết quả việc được giao',
    dueOn,
    daysLeft: daysBetween(today, dueOn),
    plainDays: true,
    turn: 'Cán bộ',
  }
}

function answerItem({ id, title, waiting }: ShownTask): DeskItem {
  const sub = `${waiting} đơn vị đã báo xong`
  const act = 'Xem và nhận kết quả'
  return { id, href: paths.scheme.task(id), title, sub, act, dueOn: null, daysLeft: null, turn: 'Cán bộ giao việc' }
}

function planItem(ctx: Context, plan: ShownPlan): DeskItem[] {
  const signs = plan.state === 'submitted' && may(ctx, 'approve-plan', plan)
  const mends = plan.state === 'draft' && may(ctx, 'write-plan', plan)
  if (!signs && !mends) return []
  const { id, title, unitName } = plan
  const asked = signs ? { act: 'Xem và phê duyệt kế hoạch', turn: 'Lãnh đạo' } : { act: 'Sửa kế hoạch', turn: 'Cán bộ' }
  const item = { id, href: paths.scheme.plan(id), title, sub: unitName ?? undefined, dueOn: null, daysLeft: null }
  return [{ ...item, ...asked }]
}
