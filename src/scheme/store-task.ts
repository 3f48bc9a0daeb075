import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Assignment, PlanTask, Progress, ShownTask, TaskReport } from './model.ts'
import { ofUnit, ofWhom } from './store.ts'

const tasks = sql`
  select k.id, k.plan_id, k.target_id, k.title, k.asks, k.due_on, c.given, c.told, c.accepted, c.waiting
  from scheme.task k left join lateral (
    select count(*) as given, count(*) filter (where state <> 'given') as told, count(*) filter (where state = 'accepted') as accepted,
      count(*) filter (where state = 'reported') as waiting
    from scheme.pub_assignment where task_id = k.id
  ) c on true`

const assignments = sql`
  select p.id, p.task_id, p.plan_id, p.title, k.asks, p.due_on, p.unit_code, p.state, p.last_told_at, p.plan_state, ${ofWhom}
  from scheme.pub_assignment p join scheme.task k on k.id = p.task_id ${ofUnit}`

export async function addTask(runs: Runs, k: PlanTask, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into scheme.task (id, plan_id, target_id, title, asks, due_on, added_by, added_at)
      values (${k.id}, ${k.planId}, ${k.targetId}, ${k.title}, ${k.asks}, ${k.dueOn}, ${by}, ${at})`,
  )
}

export async function assign(
  runs: Runs,
  taskId: string,
  given: readonly { id: string; unit: UnitCode }[],
  on: CivilDate,
): Promise<void> {
  await run(
    runs,
    sql`insert into scheme.assignment (id, task_id, unit_code, unit_on)
      select id, ${taskId}, unit, ${on}::date
      from unnest(${given.map(({ id }) => id)}::text[], ${given.map(({ unit }) => unit)}::text[]) as g (id, unit)`,
  )
}

/** Of a draft's task only: nobody has told of it yet. */
export async function unassignAll(runs: Runs, taskId: string): Promise<void> {
  await run(runs, sql`delete from scheme.assignment where task_id = ${taskId}`)
}

export async function changeTask(runs: Runs, k: PlanTask): Promise<void> {
  await run(
    runs,
    sql`update scheme.task set target_id = ${k.targetId}, title = ${k.title}, asks = ${k.asks}, due_on = ${k.dueOn} where id = ${k.id}`,
  )
}

export async function dropTask(runs: Runs, id: string): Promise<void> {
  await run(runs, sql`delete from scheme.task where id = ${id}`)
}

export async function unitsOfTask(runs: Runs, taskId: string): Promise<UnitCode[]> {
  const found = await rows(
    runs,
    sql<{ unit: UnitCode }>`select unit_code as unit from scheme.assignment where task_id = ${taskId}`,
  )
  return found.map(({ unit }) => unit)
}

export function taskById(runs: Runs, id: string): Promise<ShownTask | undefined> {
  return maybeRow(runs, sql<ShownTask>`${tasks} where k.id = ${id}`)
}

export function tasksOf(runs: Runs, planId: string): Promise<ShownTask[]> {
  return rows(runs, sql<ShownTask>`${tasks} where k.plan_id = ${planId} order by k.due_on, k.added_at, k.id`)
}

/** Those who wait for an answer first, then the silent ones, then by name. */
export async function assignmentsOf(
  runs: Runs,
  taskId: string,
  { page, size }: { page: number; size: number },
): Promise<{ items: Assignment[]; total: number }> {
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from scheme.assignment where task_id = ${taskId}`,
  )
  const items = await rows(
    runs,
    sql<Assignment>`${assignments} where p.task_id = ${taskId}
      order by p.state <> 'reported', p.state <> 'blocked', p.state = 'accepted', u.name, p.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

export function assignmentById(runs: Runs, id: string): Promise<Assignment | undefined> {
  return maybeRow(runs, sql<Assignment>`${assignments} where p.id = ${id}`)
}

/** Whoever reports or answers waits for whoever does already. */
export async function lockAssignment(runs: Runs, id: string): Promise<Assignment | undefined> {
  await run(runs, sql`select 1 from scheme.assignment where id = ${id} for update`)
  return assignmentById(runs, id)
}

/** What these units still owe, nearest first. */
export function owedBy(runs: Runs, units: readonly UnitCode[]): Promise<Assignment[]> {
  return rows(
    runs,
    sql<Assignment>`${assignments} where p.plan_state = 'approved' and p.state in ('given', 'doing', 'blocked', 'returned')
      and (t.today_code = any(${[...units]}::text[]) or p.unit_code = 'VN' and 'VN' = any(${[...units]}::text[]))
      order by p.due_on, p.id limit 100`,
  )
}

/** Tasks of these units' plans on which a report waits for an answer. */
export function tasksToAnswer(runs: Runs, units: readonly UnitCode[]): Promise<ShownTask[]> {
  return rows(
    runs,
    sql<ShownTask>`${tasks} join scheme.pub_plan p on p.id = k.plan_id ${ofUnit}
      where c.waiting > 0 and p.state = 'approved'
        and (t.today_code = any(${[...units]}::text[]) or p.unit_code = 'VN' and 'VN' = any(${[...units]}::text[]))
      order by k.due_on, k.id limit 50`,
  )
}

/** The shares of these units in the tasks of one plan. */
export function ownShares(runs: Runs, planId: string, units: readonly UnitCode[]): Promise<Assignment[]> {
  return rows(
    runs,
    sql<Assignment>`${assignments} where p.plan_id = ${planId} and t.today_code = any(${[...units]}::text[]) order by p.due_on, p.id
      limit 100`,
  )
}

export async function addReport(
  runs: Runs,
  assignmentId: string,
  r: { number: number; progress: Progress; said: string; value: number | null },
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into scheme.report (assignment_id, number, progress, said, value, told_by, told_at)
      values (${assignmentId}, ${r.number}, ${r.progress}, ${r.said}, ${r.value}, ${by}, ${at})`,
  )
}

/** Last first. */
export function reportsOf(runs: Runs, assignmentId: string): Promise<TaskReport[]> {
  return rows(
    runs,
    sql<TaskReport>`select r.number, r.progress, r.said, r.value, coalesce(a.name, r.told_by) as told_by, r.told_at, v.accepted, v.said as answer
      from scheme.report r
      left join scheme.verdict v on v.assignment_id = r.assignment_id and v.number = r.number
      left join identity.pub_named a on a.id = r.told_by
      where r.assignment_id = ${assignmentId} order by r.number desc limit 100`,
  )
}

export async function addVerdict(
  runs: Runs,
  assignmentId: string,
  v: { number: number; accepted: boolean; said: string | null },
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into scheme.verdict (assignment_id, number, accepted, said, given_by, given_at)
      values (${assignmentId}, ${v.number}, ${v.accepted}, ${v.said}, ${by}, ${at})`,
  )
}
