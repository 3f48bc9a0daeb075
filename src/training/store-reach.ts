import type { UnitCode } from '../kernel/actor.ts'
import { country } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type { ReachCell, ReachDimension } from './model-reach.ts'

export interface ReachWanted {
  /** Today's unit whose courses are meant; a province brings its communes, the country everything. */
  readonly unit: UnitCode
  readonly from: Instant
  readonly until: Instant
}

/**
 * Everybody who came to a meeting in the time, once: accounts by themselves, others by their name on a list. What a
 * person told is taken from the last enrolment.
 */
function reached({ unit, from, until }: ReachWanted): RawBuilder<unknown> {
  const ofUnit = unit === country ? sql`true` : sql`(t.today_code = ${unit} or t.today_province_code = ${unit})`
  return sql`
    select distinct on (coalesce(e.account_id, e.id)) e.sex, e.ethnicity, e.capacity_as, w.full_name as place
    from training.pub_attended d
    join training.meeting m on m.id = d.meeting_id
    join training.enrolment e on e.id = d.enrolment_id
    join training.class k on k.id = e.class_id
    join training.course c on c.id = k.course_id
    left join territory.pub_unit u on u.code = c.unit_code
      and c.unit_on >= u.valid_from and (u.valid_to is null or c.unit_on < u.valid_to)
    left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from
    left join producer.pub_producer o on o.id = e.producer_id
    left join territory.pub_today p on p.code = o.commune_code
      and o.commune_on >= p.valid_from and (p.valid_to is null or o.commune_on < p.valid_to)
    left join territory.pub_commune_today w on w.code = p.today_code
    where m.starts_at >= ${from} and m.starts_at < ${until} and ${ofUnit}
    order by coalesce(e.account_id, e.id), e.enrolled_at desc`
}

/** Producers that were present at events of the unit, and at any fair, in the time; a fair has no unit whose reach it is. */
export function producersAt(
  runs: Runs,
  { unit, from, until }: ReachWanted,
): Promise<{ events: number; fairs: number }> {
  const ofUnit = unit === country ? sql`true` : sql`(t.today_code = ${unit} or t.today_province_code = ${unit})`
  const hereToday = sql`exists (select from producer.pub_producer o join territory.pub_today t on t.code = o.commune_code
    and o.commune_on >= t.valid_from and (t.valid_to is null or o.commune_on < t.valid_to) where o.id = a.producer_id and ${ofUnit})`
  return oneRow(
    runs,
    sql<{ events: number; fairs: number }>`select
        (select count(distinct p.producer_id) from gathering.pub_presence p
          left join territory.pub_today t on t.code = p.unit_code
            and p.unit_on >= t.valid_from and (t.valid_to is null or p.unit_on < t.valid_to)
          where p.starts_at >= ${from} and p.starts_at < ${until} and ${ofUnit}) as events,
        (select count(distinct a.producer_id) from fair.pub_attendance a
          where a.opens_on >= (${from}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date and a.opens_on < (${until}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
            and ${unit === country ? sql`true` : hereToday}) as fairs`,
  )
}

const labels: Readonly<Record<ReachDimension, RawBuilder<unknown>>> = {
  sex: sql`coalesce(sex, 'unknown')`,
  ethnicity: sql`coalesce(ethnicity, 'unknown')`,
  kind: sql`capacity_as`,
  place: sql`coalesce(place, 'unknown')`,
}

export async function reachTotal(runs: Runs, wanted: ReachWanted): Promise<number> {
  return (await oneRow(runs, sql<{ people: number }>`select count(*) as people from (${reached(wanted)}) r`)).people
}

export function reachBy(runs: Runs, wanted: ReachWanted, dimension: ReachDimension): Promise<ReachCell[]> {
  return rows(
    runs,
    // `ê đê` and `Ê Đê` are one, written as the capitals have it.
    sql<ReachCell>`select label, people from (
        select min(${labels[dimension]} collate "C") as label, count(*) as people from (${reached(wanted)}) r
        group by lower(${labels[dimension]})
      ) counted order by label = 'unknown', label`,
  )
}

/** What the unit set, as it stands on a day. */
export async function smallestCellOf(runs: Runs, unit: UnitCode, on: CivilDate): Promise<number | undefined> {
  const found = await maybeRow(
    runs,
    sql<{ people: number }>`select people from training.smallest_cell
      where unit_code = ${unit} and from_date <= ${on} order by from_date desc limit 1`,
  )
  return found?.people
}

export async function setSmallestCell(
  runs: Runs,
  unit: UnitCode,
  set: {
    readonly people: number
    readonly basis: string
    readonly from: CivilDate
    readonly by: string
    readonly at: Instant
  },
): Promise<void> {
  await run(
    runs,
    sql`insert into training.smallest_cell (unit_code, from_date, people, basis, set_by, set_at)
      values (${unit}, ${set.from}, ${set.people}, ${set.basis}, ${set.by}, ${set.at})
      on conflict (unit_code, from_date) do update set people = excluded.people, basis = excluded.basis, set_by = excluded.set_by,
        set_at = excluded.set_at`,
  )
}
