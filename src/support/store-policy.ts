import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { EndPolicyInput, ListedPolicy, Policy } from './model.ts'

const policies = sql`
  select p.id, p.unit_code, p.unit_on, p.title, p.document, p.clause, p.kind, p.opens, p.stars, p.events, p.fixed, p.percent, p.cap_item,
    p.cap_product, p.cap_producer, p.cap_commune, p.once, p.paid_by, p.from_date, p.to_date, p.source_url, p.sample,
    u.full_name as unit_name, t.today_code as unit_today, t.today_province_code as province_today, e.ended_on
  from support.policy p
  left join support.policy_ending e on e.policy_id = p.id
  left join territory.pub_unit u on u.code = p.unit_code
    and p.unit_on >= u.valid_from and (u.valid_to is null or p.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from`

export async function addPolicy(runs: Runs, p: Policy, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into support.policy (id, unit_code, unit_on, title, document, clause, kind, opens, stars, events, fixed, percent, cap_item,
        cap_product, cap_producer, cap_commune, once, paid_by, from_date, to_date, source_url, entered_by, entered_at, sample)
      values (${p.id}, ${p.unitCode}, ${p.unitOn}, ${p.title}, ${p.document}, ${p.clause}, ${p.kind}, ${p.opens},
        ${[...p.stars]}::integer[], ${[...p.events]}::text[], ${p.fixed}, ${p.percent}, ${p.capItem}, ${p.capProduct}, ${p.capProducer},
        ${p.capCommune}, ${p.once}, ${p.paidBy}, ${p.fromDate}, ${p.toDate}, ${p.sourceUrl}, ${by}, ${at}, ${p.sample})`,
  )
}

/** @returns false when it was ended before. */
export async function endPolicy(
  runs: Runs,
  id: string,
  { endedOn, basis }: EndPolicyInput,
  by: string,
  at: Instant,
): Promise<boolean> {
  const ended = await run(
    runs,
    sql`insert into support.policy_ending (policy_id, ended_on, basis, ended_by, ended_at)
      values (${id}, ${endedOn}, ${basis}, ${by}, ${at}) on conflict (policy_id) do nothing`,
  )
  return ended === 1
}

export function policyById(runs: Runs, id: string): Promise<ListedPolicy | undefined> {
  return maybeRow(runs, sql<ListedPolicy>`${policies} where p.id = ${id}`)
}

/** Whoever promises under a policy waits for whoever promises already: caps are counted one after the other. */
export async function lockPolicy(runs: Runs, id: string): Promise<void> {
  await run(runs, sql`select 1 from support.policy where id = ${id} for update`)
}

export async function listPolicies(
  runs: Runs,
  { province, on, page, size }: { province: UnitCode | undefined; on: CivilDate; page: number; size: number },
): Promise<{ items: ListedPolicy[]; total: number }> {
  const where = province === undefined ? sql`true` : sql`t.today_province_code = ${province}`
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${policies} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<ListedPolicy>`${policies} where ${where}
      order by (p.to_date < ${on} or e.ended_on <= ${on}) is true, t.today_province_code, p.document, p.clause, p.id
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

/** The province or commune, as one unit of one time, that a policy must belong to. */
export interface PayingUnit {
  readonly code: UnitCode
  readonly on: CivilDate
}

// A code that outlived a merger is another unit afterwards: the policy and the day must share one time of the unit.
export function policiesOf(runs: Runs, units: readonly PayingUnit[]): Promise<ListedPolicy[]> {
  const asked = sql.join(
    units.map(
      ({ code, on }) => sql`(u.code = ${code} and ${on}::date >= u.valid_from
    and (u.valid_to is null or ${on}::date < u.valid_to))`,
    ),
    sql` or `,
  )
  return rows(runs, sql<ListedPolicy>`${policies} where ${asked} order by p.document, p.clause, p.id`)
}
