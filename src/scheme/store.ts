import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type { Below, BudgetLine, Contribution, Measurement, Plan, ShownPlan, ShownTarget, Target } from './model.ts'

/** The unit of a row called `p` as it is called and as it is today; the country has no row of its own. */
export const ofUnit = sql`
  left join territory.pub_unit u on u.code = p.unit_code
    and p.unit_on >= u.valid_from and (u.valid_to is null or p.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from`

export const ofWhom = sql`u.full_name as unit_name, case p.unit_code when 'VN' then 'VN' else t.today_code end as unit_today,
  case p.unit_code when 'VN' then 'VN' else t.today_province_code end as province_today`

const plans = sql`
  select p.id, p.unit_code, p.unit_on, p.kind, p.title, p.from_year, p.to_year, p.parent_id, p.sample, p.source, p.source_url, p.state,
    p.document, p.approved_on, p.last_said, p.steps, o.title as parent_title, ${ofWhom}
  from scheme.pub_plan p ${ofUnit} left join scheme.plan o on o.id = p.parent_id`

export async function addPlan(runs: Runs, p: Plan, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into scheme.plan (id, unit_code, unit_on, kind, title, from_year, to_year, parent_id, written_by, written_at, sample)
      values (${p.id}, ${p.unitCode}, ${p.unitOn}, ${p.kind}, ${p.title}, ${p.fromYear}, ${p.toYear}, ${p.parentId}, ${by}, ${at},
        ${p.sample})`,
  )
}

export function planById(runs: Runs, id: string): Promise<ShownPlan | undefined> {
  return maybeRow(runs, sql<ShownPlan>`${plans} where p.id = ${id}`)
}

/** Whoever changes a plan waits for whoever does already. */
export async function lockPlan(runs: Runs, id: string): Promise<ShownPlan | undefined> {
  await run(runs, sql`select 1 from scheme.plan where id = ${id} for update`)
  return planById(runs, id)
}

export interface Step {
  readonly act: 'submit' | 'return' | 'approve' | 'end'
  readonly said?: string
  readonly document?: string
  readonly on: CivilDate
}

export async function addStep(runs: Runs, plan: ShownPlan, step: Step, by: string, at: Instant): Promise<void> {
  const { act, said = null, document = null, on } = step
  await run(
    runs,
    sql`insert into scheme.step (plan_id, number, act, said, document, on_date, done_by, done_at)
      values (${plan.id}, ${plan.steps + 1}, ${act}, ${said}, ${document}, ${on}, ${by}, ${at})`,
  )
}

export interface PlansWanted {
  /** Only of this province and its communes. */
  readonly province?: UnitCode | undefined
  /** Drafts of these units are listed too. */
  readonly own: readonly UnitCode[]
  /** Drafts of all units of these provinces are listed too; `VN` is everywhere. */
  readonly audited: readonly UnitCode[]
}

function listed({ province, own, audited }: PlansWanted): RawBuilder<unknown> {
  const seen = sql`(p.state not in ('draft', 'submitted') or t.today_code = any(${[...own]}::text[])
    or p.unit_code = 'VN' and 'VN' = any(${[...own]}::text[])
    or 'VN' = any(${[...audited]}::text[]) or t.today_province_code = any(${[...audited]}::text[]))`
  return province === undefined ? seen : sql`${seen} and t.today_province_code = ${province}`
}

/** Drafts of the own office, then the latest years first; the country before provinces, provinces before communes. */
export async function planPage(
  runs: Runs,
  wanted: PlansWanted,
  { page, size }: { page: number; size: number },
): Promise<{ items: ShownPlan[]; total: number }> {
  const where = listed(wanted)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from scheme.pub_plan p ${ofUnit} where ${where}`,
  )
  const items = await rows(
    runs,
    sql<ShownPlan>`${plans} where ${where}
      order by p.state in ('draft', 'submitted') desc, p.to_year desc, p.unit_code <> 'VN', length(p.unit_code), p.unit_code, p.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

/** What a plan of this unit may carry out: what stands of the unit itself and above it. */
export function plansAbove(runs: Runs, units: readonly UnitCode[]): Promise<ShownPlan[]> {
  return rows(
    runs,
    sql<ShownPlan>`${plans} where p.state in ('approved', 'expected')
      and (t.today_code = any(${[...units]}::text[]) or p.unit_code = 'VN' and 'VN' = any(${[...units]}::text[]))
      order by p.to_year desc, length(p.unit_code), p.title limit 200`,
  )
}

/** Plans that wait for the leader, or came back to the officer. */
export function plansWaiting(runs: Runs, units: readonly UnitCode[]): Promise<ShownPlan[]> {
  return rows(
    runs,
    sql<ShownPlan>`${plans} where (p.state = 'submitted' or (p.state = 'draft' and p.steps > 0))
      and (t.today_code = any(${[...units]}::text[]) or p.unit_code = 'VN' and 'VN' = any(${[...units]}::text[]))
      order by p.written_at limit 50`,
  )
}

const targets = sql`
  select g.id, g.plan_id, g.parent_id, g.title, g.definition, g.figure, g.part_by, g.part_keys, g.measure, g.base, g.base_on, g.goal,
    g.due_on, g.source, p.title as parent_title, p.plan_id as parent_plan_id, u.full_name as parent_unit_name
  from scheme.target g left join scheme.pub_target p on p.id = g.parent_id ${ofUnit}`

export async function addTarget(runs: Runs, g: Target, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into scheme.target (id, plan_id, parent_id, title, definition, figure, part_by, part_keys, measure, base, base_on, goal, due_on,
        source, added_by, added_at)
      values (${g.id}, ${g.planId}, ${g.parentId}, ${g.title}, ${g.definition}, ${g.figure}, ${g.partBy}, ${[...g.partKeys]}::text[],
        ${g.measure}, ${g.base}, ${g.baseOn}, ${g.goal}, ${g.dueOn}, ${g.source}, ${by}, ${at})`,
  )
}

export function targetById(runs: Runs, id: string): Promise<ShownTarget | undefined> {
  return maybeRow(runs, sql<ShownTarget>`${targets} where g.id = ${id}`)
}

export function targetsOf(runs: Runs, planId: string): Promise<ShownTarget[]> {
  return rows(runs, sql<ShownTarget>`${targets} where g.plan_id = ${planId} order by g.due_on, g.added_at, g.id`)
}

/** A target as somebody below may name it. */
export function aimOf(runs: Runs, id: string) {
  return maybeRow(
    runs,
    sql<
      Target & Pick<ShownPlan, 'state'> & { unit: UnitCode | null }
    >`select p.id, p.plan_id, p.title, p.figure, p.part_by, p.part_keys,
        p.measure, p.state, case p.unit_code when 'VN' then 'VN' else t.today_code end as unit
      from scheme.pub_target p ${ofUnit} where p.id = ${id}`,
  )
}

/** Targets that a plan's targets may add to: of the plan itself, and of plans that stand above it. */
export function targetsAbove(
  runs: Runs,
  planId: string,
  units: readonly UnitCode[],
): Promise<{ id: string; title: string; planId: string; planTitle: string }[]> {
  return rows(
    runs,
    sql<{ id: string; title: string; planId: string; planTitle: string }>`
      select p.id, p.title, p.plan_id, o.title as plan_title
      from scheme.pub_target p join scheme.plan o on o.id = p.plan_id ${ofUnit}
      where p.plan_id = ${planId} or (p.state in ('approved', 'expected')
        and (t.today_code = any(${[...units]}::text[]) or p.unit_code = 'VN' and 'VN' = any(${[...units]}::text[])))
      order by length(p.unit_code), o.to_year desc, o.title, p.title limit 300`,
  )
}

/** A target and everything above it, nearest first; a circle that somehow got in ends where it closes. */
export function chainAbove(runs: Runs, id: string): Promise<{ id: string; title: string }[]> {
  return rows(
    runs,
    sql<{ id: string; title: string }>`
      with recursive up as (
        select id, title, parent_id, 1 as step, array[id] as seen from scheme.target where id = ${id}
        union all
        select g.id, g.title, g.parent_id, up.step + 1, up.seen || g.id
        from up join scheme.target g on g.id = up.parent_id where not g.id = any(up.seen)
      ) select id, title from up order by step`,
  )
}

export async function changeTarget(runs: Runs, id: string, g: Omit<Target, 'id' | 'planId' | 'source'>): Promise<void> {
  await run(
    runs,
    sql`update scheme.target set parent_id = ${g.parentId}, title = ${g.title}, definition = ${g.definition}, figure = ${g.figure},
        part_by = ${g.partBy}, part_keys = ${[...g.partKeys]}::text[], measure = ${g.measure}, base = ${g.base}, base_on = ${g.baseOn},
        goal = ${g.goal}, due_on = ${g.dueOn} where id = ${id}`,
  )
}

/** Of the targets of a plan: what stands below each, in plans that stand and in the plan itself. */
export function below(runs: Runs, planId: string): Promise<Below[]> {
  return rows(
    runs,
    sql<Below>`
      select c.parent_id, count(*) as targets, coalesce(sum(c.goal), 0)::bigint as sum, count(*) filter (where c.goal is null) as unknown
      from scheme.pub_target c join scheme.target g on g.id = c.parent_id
      where g.plan_id = ${planId} and (c.state in ('approved', 'ended') or c.plan_id = ${planId}) group by c.parent_id`,
  )
}

/** The targets that add to one, of plans that stand and of the plan itself. */
export function contributions(runs: Runs, id: string, planId: string): Promise<Contribution[]> {
  return rows(
    runs,
    sql<Contribution>`select p.id, p.title, p.plan_id, o.title as plan_title, u.full_name as unit_name, p.goal, p.due_on
      from scheme.pub_target p join scheme.plan o on o.id = p.plan_id ${ofUnit}
      where p.parent_id = ${id} and (p.state in ('approved', 'ended') or p.plan_id = ${planId}) order by u.name, o.title, p.id limit 500`,
  )
}

export async function isNamed(runs: Runs, targetId: string): Promise<boolean> {
  const { named } = await oneRow(
    runs,
    sql<{ named: boolean }>`select exists (select from scheme.target where parent_id = ${targetId})
      or exists (select from scheme.task where target_id = ${targetId}) as named`,
  )
  return named
}

export async function dropTarget(runs: Runs, id: string): Promise<void> {
  await run(runs, sql`delete from scheme.target where id = ${id}`)
}

export async function addMeasurement(runs: Runs, m: Measurement, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into scheme.measurement (target_id, number, on_date, value, basis, told_by, told_at)
      select ${m.targetId}, coalesce(max(number), 0) + 1, ${m.onDate}::date, ${m.value}::bigint, ${m.basis}::text, ${by}::text,
        ${at}::timestamptz
      from scheme.measurement where target_id = ${m.targetId}`,
  )
}

/** The last told value of each target of a plan, as of a day. */
export function measured(runs: Runs, planId: string, at: CivilDate): Promise<Measurement[]> {
  return rows(
    runs,
    sql<Measurement>`select distinct on (m.target_id) m.target_id, m.on_date, m.value, m.basis
      from scheme.measurement m join scheme.target g on g.id = m.target_id
      where g.plan_id = ${planId} and m.on_date <= ${at} order by m.target_id, m.on_date desc, m.number desc`,
  )
}

/** Everything told of one target, the latest first. */
export function measurementsOf(runs: Runs, targetId: string): Promise<Measurement[]> {
  return rows(
    runs,
    sql<Measurement>`select target_id, on_date, value, basis from scheme.measurement where target_id = ${targetId}
      order by on_date desc, number desc limit 100`,
  )
}

export async function addBudgetLine(runs: Runs, b: BudgetLine, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into scheme.budget_line (id, plan_id, source_kind, year, amount, purpose, added_by, added_at)
      values (${b.id}, ${b.planId}, ${b.sourceKind}, ${b.year}, ${b.amount}, ${b.purpose}, ${by}, ${at})`,
  )
}

const lines = sql`select id, plan_id, source_kind, year, amount, purpose from scheme.budget_line`

export function budgetLineById(runs: Runs, id: string): Promise<BudgetLine | undefined> {
  return maybeRow(runs, sql<BudgetLine>`${lines} where id = ${id}`)
}

export async function changeBudgetLine(runs: Runs, b: BudgetLine): Promise<void> {
  await run(
    runs,
    sql`update scheme.budget_line set source_kind = ${b.sourceKind}, year = ${b.year}, amount = ${b.amount}, purpose = ${b.purpose}
      where id = ${b.id}`,
  )
}

export async function dropBudgetLine(runs: Runs, id: string): Promise<void> {
  await run(runs, sql`delete from scheme.budget_line where id = ${id}`)
}

export function budgetOf(runs: Runs, planId: string): Promise<BudgetLine[]> {
  return rows(
    runs,
    sql<BudgetLine>`${lines} where plan_id = ${planId}
      order by year, source_kind, added_at, id`,
  )
}
