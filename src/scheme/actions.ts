import { record } from '../audit/actions.ts'
import { country, systemActor } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { unitAt } from '../territory/actions.ts'
import { schemeAccess } from './access.ts'
import type { SchemePlace } from './access.ts'
import type {
  ApproveInput,
  BudgetInput,
  MeasureInput,
  PlanInput,
  ShownPlan,
  ShownTarget,
  Target,
  TargetInput,
} from './model.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type Act = keyof typeof schemeAccess

interface Placed {
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
}

export function placeOf({ unitToday, provinceToday }: Placed): SchemePlace {
  return { unit: unitToday ?? '', province: provinceToday ?? '' }
}

export function may({ actor }: Context, act: Act, placed: Placed): boolean {
  return actor.id === systemActor.id || schemeAccess[act](actor, placeOf(placed))
}

/** Whoever may not act on it does not learn that it is there. */
export function orHidden(ctx: Context, act: Act, placed: Placed): void {
  if (!may(ctx, act, placed)) throw new Refused({ code: 'kernel/not-found' })
}

const writers = ['commune-officer', 'province-officer', 'ministry-officer']

/** The units for which this person writes plans. */
export function officeUnits({ actor }: Context): readonly UnitCode[] {
  return [...new Set(actor.postings.filter(({ role }) => writers.includes(role)).map(({ unit }) => unit))]
}

/** The units whose targets and plans may stand above one of this place: itself, its province, the country. */
export function unitsAbove({ unit, province }: SchemePlace): readonly UnitCode[] {
  return [...new Set([unit, province, country])]
}

async function placeToPlan(tx: Tx, unit: UnitCode): Promise<SchemePlace> {
  const found = unit === country ? { provinceCode: country } : await unitAt(tx, unit, tx.today)
  const placed = { unitToday: unit, provinceToday: found?.provinceCode ?? null }
  if (found === undefined || !may(tx, 'write-plan', placed)) {
    throw new Refused({ code: 'scheme/not-your-unit', field: 'unit' })
  }
  return placeOf(placed)
}

export function writePlan(ctx: Context, input: PlanInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { unit, parent, ...given } = input
    const at = await placeToPlan(tx, unit)
    const above = parent === undefined ? undefined : await store.planById(tx, parent)
    if (parent !== undefined && above === undefined)
      throw new Refused({ code: 'scheme/no-such-parent', field: 'parent' })
    orRefuse(rules.judgePlan(input, above && { unit: above.unitToday ?? '', state: above.state }, at))
    const id = newId()
    const plan = { ...given, id, unitCode: unit, unitOn: tx.today, parentId: parent ?? null, sample }
    await store.addPlan(tx, plan, tx.actor.id, tx.now)
    await record(tx, 'scheme.plan-written', id, { unit, title: input.title })
    return id
  })
}

export async function lockFor(tx: Tx, id: string, act: Act, doing: rules.PlanAct): Promise<ShownPlan> {
  const plan = orMissing(await store.lockPlan(tx, id))
  orHidden(tx, act, plan)
  orRefuse(rules.judgePlanAct(doing, plan.state))
  return plan
}

export function addTarget(ctx: Context, planId: string, input: TargetInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const plan = await lockFor(tx, planId, 'write-plan', 'write')
    orRefuse(rules.judgeRoom((await store.targetsOf(tx, planId)).length))
    const target = { ...(await judgedTarget(tx, plan, input, undefined)), id: newId(), planId, source: null }
    await store.addTarget(tx, target, tx.actor.id, tx.now)
    await record(tx, 'scheme.target-added', target.id, { plan: planId, ...saidOf(target) })
    return target.id
  })
}

/** What a form says of a target, held against its plan and what it adds to. @param id its own, when it stands already. */
export async function judgedTarget(
  tx: Tx,
  plan: ShownPlan,
  input: TargetInput,
  id: string | undefined,
): Promise<Omit<Target, 'id' | 'planId' | 'source'>> {
  orRefuse(rules.judgeTarget(input, tx.today))
  const { by, keys } = orRefuse(rules.judgeParts(input.parts, input.figure))
  const { title, definition, measure, dueOn, base = null, baseOn = null, goal = null } = input
  const counted = { figure: input.figure ?? null, partBy: by, partKeys: keys, measure }
  const parentId = await parentOf(tx, plan, { ...counted, id }, input.parent)
  return { parentId, title, definition, dueOn, ...counted, base, baseOn, goal }
}

/** What the book keeps of a target's words. */
export function saidOf({ title, goal, dueOn, parentId }: Pick<Target, 'title' | 'goal' | 'dueOn' | 'parentId'>) {
  return { title, goal, dueOn, parent: parentId }
}

async function parentOf(
  tx: Tx,
  plan: ShownPlan,
  target: Parameters<typeof rules.judgeParent>[0],
  parent: string | undefined,
): Promise<string | null> {
  if (parent === undefined) return null
  const [found, chain] = await Promise.all([store.aimOf(tx, parent), store.chainAbove(tx, parent)])
  const climb = { parent: found && { ...found, unit: found.unit ?? '' }, chain, planId: plan.id, at: placeOf(plan) }
  return orRefuse(rules.judgeParent(target, climb))
}

export async function lockTarget(
  tx: Tx,
  id: string,
  act: Act,
  doing: rules.PlanAct,
): Promise<{ target: ShownTarget; plan: ShownPlan }> {
  const { planId } = orMissing(await store.targetById(tx, id))
  const plan = await lockFor(tx, planId, act, doing)
  return { target: orMissing(await store.targetById(tx, id)), plan }
}

/** What came of a target that no figure of the system counts, told with its basis. */
export function tellMeasure(ctx: Context, id: string, input: MeasureInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { target, plan } = await lockTarget(tx, id, 'tell-measure', 'measure')
    orRefuse(rules.judgeMeasure(target, { onDate: input.onDate, today: tx.today }))
    await store.addMeasurement(tx, { ...input, targetId: id }, tx.actor.id, tx.now)
    await record(tx, 'scheme.measure-told', id, { on: input.onDate, value: input.value })
    return plan.id
  })
}

export function addBudgetLine(ctx: Context, planId: string, input: BudgetInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { fromYear, toYear } = await lockFor(tx, planId, 'write-plan', 'write')
    orRefuse(rules.judgeRoom((await store.budgetOf(tx, planId)).length))
    orRefuse(rules.judgeBudgetYear(input.year, { fromYear, toYear }))
    const id = newId()
    await store.addBudgetLine(tx, { ...input, id, planId }, tx.actor.id, tx.now)
    await record(tx, 'scheme.budget-added', planId, {
      source: input.sourceKind,
      year: input.year,
      amount: input.amount,
    })
  })
}

export function submitPlan(ctx: Context, planId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const plan = await lockFor(tx, planId, 'write-plan', 'submit')
    orRefuse(rules.judgeSubmission((await store.targetsOf(tx, planId)).length))
    await store.addStep(tx, plan, { act: 'submit', on: tx.today }, tx.actor.id, tx.now)
    await record(tx, 'scheme.plan-submitted', planId)
  })
}

export function returnPlan(ctx: Context, planId: string, reason: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const plan = await lockFor(tx, planId, 'approve-plan', 'return')
    await store.addStep(tx, plan, { act: 'return', said: reason, on: tx.today }, tx.actor.id, tx.now)
    await record(tx, 'scheme.plan-returned', planId, { reason })
  })
}

/** From now on the plan is public, its targets stand and its tasks wait on the desks of those who were asked. */
export function approvePlan(ctx: Context, planId: string, { document, on }: ApproveInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const plan = await lockFor(tx, planId, 'approve-plan', 'approve')
    orRefuse(rules.judgeApproval(on, tx.today))
    await store.addStep(tx, plan, { act: 'approve', document, on }, tx.actor.id, tx.now)
    await record(tx, 'scheme.plan-approved', planId, { document, on })
  })
}

export function endPlan(ctx: Context, planId: string, reason: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const plan = await lockFor(tx, planId, 'approve-plan', 'end')
    await store.addStep(tx, plan, { act: 'end', said: reason, on: tx.today }, tx.actor.id, tx.now)
    await record(tx, 'scheme.plan-ended', planId, { reason })
  })
}
