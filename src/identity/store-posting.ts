import type { Role, UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Place } from './access.ts'
import type { HeldPosting } from './model.ts'

export interface NewPosting {
  readonly id: string
  readonly accountId: string
  readonly role: string
  readonly unit: UnitCode
  readonly unitOn: CivilDate
  readonly from: CivilDate
  readonly to: CivilDate | null
  readonly by: string
  readonly at: Instant
}

export async function addPosting(runs: Runs, posting: NewPosting): Promise<void> {
  const { id, accountId, role, unit, unitOn, from, to, by, at } = posting
  await run(
    runs,
    sql`
      insert into identity.posting
        (id, account_id, role, unit_code, unit_on, from_date, to_date, granted_by, granted_at, confirmed_at)
      values (${id}, ${accountId}, ${role}, ${unit}, ${unitOn}, ${from}, ${to}, ${by}, ${at}, ${at})`,
  )
}

/** Every posting with its unit followed to today's. Districts and units that were split have no today. */
const held = sql`
  select p.id, p.account_id, a.name as account_name, a.sign_in_name, p.role, p.unit_code, p.unit_on, p.from_date, p.to_date,
    e.on_date as ended_on, p.confirmed_at, a.password_reset_at,
    case when p.unit_code = 'VN' then 'VN' else t.today_code end as today,
    case when p.unit_code = 'VN' then 'VN' else t.today_province_code end as province,
    case when p.unit_code = 'VN' then 'Cả nước' else coalesce(now_unit.full_name, then_unit.full_name, p.unit_code) end as unit_name
  from identity.posting p
  join identity.account a on a.id = p.account_id
  left join identity.posting_end e on e.posting_id = p.id
  left join territory.pub_today t on t.code = p.unit_code and p.unit_on >= t.valid_from
    and (t.valid_to is null or p.unit_on < t.valid_to)
  left join territory.pub_unit then_unit on then_unit.code = t.code and then_unit.valid_from = t.valid_from
  left join territory.pub_unit now_unit on now_unit.code = t.today_code and now_unit.valid_to is null`

export function postingsOf(runs: Runs, accountId: string): Promise<HeldPosting[]> {
  return rows(runs, sql<HeldPosting>`${held} where p.account_id = ${accountId} order by p.from_date, p.id`)
}

export function postingsOfAll(runs: Runs, accountIds: readonly string[]): Promise<HeldPosting[]> {
  return rows(runs, sql<HeldPosting>`${held} where p.account_id = any(${[...accountIds]}) order by p.from_date, p.id`)
}

export function postingById(runs: Runs, id: string): Promise<HeldPosting | undefined> {
  return maybeRow(runs, sql<HeldPosting>`${held} where p.id = ${id}`)
}

export async function lockPosting(runs: Runs, id: string): Promise<HeldPosting | undefined> {
  await run(runs, sql`select from identity.posting where id = ${id} for update`)
  return postingById(runs, id)
}

/** Postings in the given units and, for provinces, in their communes: what their leaders answer for. */
export function postingsIn(runs: Runs, units: readonly UnitCode[], today: CivilDate): Promise<HeldPosting[]> {
  return rows(
    runs,
    sql<HeldPosting>`
      select * from (${held}) as h
      where (h.today = any(${[...units]}) or h.province = any(${[...units]}) or 'VN' = any(${[...units]}))
        and (h.ended_on is null or h.ended_on > ${today}) and (h.to_date is null or h.to_date >= ${today})
      order by h.province, h.today nulls first, h.role, h.account_name collate "vi-x-icu", h.id`,
  )
}

export async function addEnd(
  runs: Runs,
  end: { id: string; on: CivilDate; reason: string; by: string; at: Instant },
): Promise<void> {
  const { id, on, reason, by, at } = end
  await run(
    runs,
    sql`
      insert into identity.posting_end (posting_id, on_date, reason, ended_by, ended_at)
      values (${id}, ${on}, ${reason}, ${by}, ${at})`,
  )
}

export async function confirm(runs: Runs, id: string, at: Instant): Promise<void> {
  await run(runs, sql`update identity.posting set confirmed_at = ${at} where id = ${id}`)
}

/** Where a commune or province code of a day is today; undefined when it was none, or was split since. */
export function placeToday(runs: Runs, code: UnitCode, on: CivilDate): Promise<Place | undefined> {
  return maybeRow(
    runs,
    sql<Place>`
      select today_code as unit, today_province_code as province from territory.pub_today
      where code = ${code} and ${on}::date >= valid_from and (valid_to is null or ${on}::date < valid_to)
        and today_code is not null and today_province_code is not null`,
  )
}

/** The accounts that hold a role in a unit of today. */
export async function holdersOf(runs: Runs, role: Role, unit: UnitCode, today: CivilDate): Promise<string[]> {
  const found = await rows<{ accountId: string }>(
    runs,
    sql`select distinct account_id from identity.pub_holder
      where role = ${role} and unit_today = ${unit} and from_date <= ${today} and (last_day is null or last_day >= ${today})`,
  )
  return found.map(({ accountId }) => accountId)
}
