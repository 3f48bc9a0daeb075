import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'

/** One month ahead: how many recognitions end in it. */
export interface RunwayMonth {
  /** The first day of the month. */
  readonly month: CivilDate
  readonly ending: number
  /** Of these, how many have a renewal filed. */
  readonly renewing: number
}

const producersOf = (province: UnitCode | null) =>
  sql`producer.pub_producer p join territory.pub_today t
    on t.code = p.commune_code and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
    and (${province}::text is null or t.today_province_code = ${province})`

/** The months from `today` on, also those in which nothing ends. @param province null for the country. */
export function runwayMonths(
  runs: Runs,
  province: UnitCode | null,
  today: CivilDate,
  count: number,
): Promise<RunwayMonth[]> {
  return rows<RunwayMonth>(
    runs,
    sql`with ending as (
        select date_trunc('month', r.last_day)::date as month, n.certificate_number is not null as renews
        from recognition.pub_recognition r join ${producersOf(province)} on p.id = r.producer_id
        left join recognition.pub_renewal n on n.certificate_number = r.number and n.settled_on is null
        where r.end_kind is null and r.last_day >= ${today}
      )
      select m::date as month, count(e.month) as ending, count(e.month) filter (where e.renews) as renewing
      from generate_series(date_trunc('month', ${today}::date), date_trunc('month', ${today}::date) + make_interval(months => ${count - 1}::int), interval '1 month') as m
      left join ending e on e.month = m::date
      group by m order by m`,
  )
}

/** How many dossiers the councils of a unit scored in the twelve months before `today`: what they can bear. */
export function scoredInAYear(
  runs: Runs,
  unit: UnitCode,
  today: CivilDate,
): Promise<{ scored: number; sessions: number }> {
  return oneRow<{ scored: number; sessions: number }>(
    runs,
    sql`select count(*) as scored, count(distinct session_id) as sessions from evaluation.pub_result
      where unit_code = ${unit} and meets_on > ${today}::date - interval '12 months' and meets_on <= ${today}::date`,
  )
}
