import { record } from '../audit/actions.ts'
import { orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { judgedTarget, lockFor, lockTarget, saidOf } from './actions.ts'
import { askedUnits, mustBelong } from './actions-task.ts'
import type { BudgetInput, BudgetLine, ShownPlan, ShownTask, TargetInput, TaskInput } from './model.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import * as list from './store-task.ts'

// A draft is said otherwise, or shorter, until it goes to the leader; what was signed stands. Each act answers with the plan's id.

export function changeTarget(ctx: Context, id: string, input: TargetInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { target, plan } = await lockTarget(tx, id, 'write-plan', 'write')
    const said = await judgedTarget(tx, plan, input, id)
    orRefuse(rules.judgeRecount(target, said, (await store.contributions(tx, id, plan.id)).length))
    await store.changeTarget(tx, id, said)
    await record(tx, 'scheme.target-changed', id, { plan: plan.id, ...saidOf(said) })
    return plan.id
  })
}

export function dropTarget(ctx: Context, id: string): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { target, plan } = await lockTarget(tx, id, 'write-plan', 'write')
    orRefuse(rules.judgeDrop(await store.isNamed(tx, id)))
    await store.dropTarget(tx, id)
    await record(tx, 'scheme.target-dropped', id, { plan: plan.id, title: target.title })
    return plan.id
  })
}

async function lockTask(tx: Tx, id: string): Promise<{ task: ShownTask; plan: ShownPlan }> {
  const { planId } = orMissing(await list.taskById(tx, id))
  const plan = await lockFor(tx, planId, 'give-task', 'write')
  return { task: orMissing(await list.taskById(tx, id)), plan }
}

/** Nobody was told of a draft's task, so whom it is given to may change with its words. */
export function changeTask(ctx: Context, id: string, input: TaskInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { plan } = await lockTask(tx, id)
    const units = await askedUnits(tx, plan, input)
    await mustBelong(tx, plan.id, input.target)
    const { task: title, asks, taskDue: dueOn, target = null } = input
    await list.changeTask(tx, { id, planId: plan.id, targetId: target, title, asks, dueOn })
    await list.unassignAll(tx, id)
    await list.assign(tx, id, units, tx.today)
    await record(tx, 'scheme.task-changed', id, { plan: plan.id, title, dueOn, units: units.length })
    return plan.id
  })
}

export function dropTask(ctx: Context, id: string): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { task, plan } = await lockTask(tx, id)
    await list.unassignAll(tx, id)
    await list.dropTask(tx, id)
    await record(tx, 'scheme.task-dropped', id, { plan: plan.id, title: task.title, units: task.given })
    return plan.id
  })
}

async function lockBudgetLine(tx: Tx, id: string): Promise<{ line: BudgetLine; plan: ShownPlan }> {
  const { planId } = orMissing(await store.budgetLineById(tx, id))
  const plan = await lockFor(tx, planId, 'write-plan', 'write')
  return { line: orMissing(await store.budgetLineById(tx, id)), plan }
}

export function changeBudgetLine(ctx: Context, id: string, input: BudgetInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { line, plan } = await lockBudgetLine(tx, id)
    orRefuse(rules.judgeBudgetYear(input.year, plan))
    await store.changeBudgetLine(tx, { ...input, id, planId: plan.id })
    const { sourceKind: source, year, amount } = input
    await record(tx, 'scheme.budget-changed', plan.id, { source, year, amount, before: line.amount })
    return plan.id
  })
}

export function dropBudgetLine(ctx: Context, id: string): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { line, plan } = await lockBudgetLine(tx, id)
    await store.dropBudgetLine(tx, id)
    const { sourceKind: source, year, amount, purpose } = line
    await record(tx, 'scheme.budget-dropped', plan.id, { source, year, amount, purpose })
    return plan.id
  })
}
