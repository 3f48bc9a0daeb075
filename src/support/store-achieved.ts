import type { UnitCode } from '../kernel/actor.ts'
import { rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Achieved } from './model.ts'

/**
 * What was paid in a year by today's units, by kind of measure, and what came of it. An entitlement counts in the year of
 * its last payment, with what is still paid today: a sum owed back is none. Told more than once, the last number stands.
 */
export function achieved(runs: Runs, units: readonly UnitCode[] | 'all', year: number): Promise<Achieved[]> {
  const where =
    units === 'all'
      ? sql`true`
      : sql`(t.today_code = any(${[...units]}::text[]) or t.today_province_code = any(${[...units]}::text[]))`
  return rows(
    runs,
    sql<Achieved>`
    select p.kind, count(*)::int as entitlements, count(distinct e.producer_id)::int as producers, sum(m.paid)::bigint as paid,
      count(*) filter (where o.told)::int as told, sum(o.jobs)::int as jobs, sum(o.revenue)::bigint as revenue
    from support.entitlement e
    join support.policy p on p.id = e.policy_id
    left join territory.pub_unit u on u.code = e.unit_code
      and e.unit_on >= u.valid_from and (u.valid_to is null or e.unit_on < u.valid_to)
    left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from
    join lateral (
      select sum(l.amount) filter (where l.account = 'paid') as paid, max(n.on_date) filter (where n.kind = 'payment') as paid_on
      from support.entry n join support.line l on l.entry_id = n.id where n.entitlement_id = e.id
    ) m on m.paid > 0 and extract(year from m.paid_on) = ${year}
    cross join lateral (
      select count(*) > 0 as told, (array_agg(jobs order by at desc, id desc) filter (where jobs is not null))[1] as jobs,
        (array_agg(revenue order by at desc, id desc) filter (where revenue is not null))[1] as revenue
      from support.outcome where entitlement_id = e.id
    ) o
    where ${where}
    group by p.kind order by paid desc, p.kind`,
  )
}
