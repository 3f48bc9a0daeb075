import type { UnitCode } from '../kernel/actor.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type { OutcomeSum, Owing, ShownReport, Term, YearReport } from './model.ts'

/** Two tellings of one year wait for each other, so that each gets a number of its own. */
export async function lockYear(runs: Runs, producerId: string, year: number): Promise<void> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`outcome:${producerId}:${year}`}, 0))`)
}

export async function addReport(runs: Runs, r: YearReport, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into outcome.report (id, producer_id, year, version, commune_code, commune_on, revenue, labour_total, labour_local, labour_female,
        labour_minority, monthly_income, closed_chain, environment_care, culture_kept, material_square_metres, material_households, note, told_by, told_at,
        told_for, sample)
      values (${r.id}, ${r.producerId}, ${r.year}, ${r.version}, ${r.communeCode}, ${r.communeOn}, ${r.revenue}, ${r.labourTotal},
        ${r.labourLocal}, ${r.labourFemale}, ${r.labourMinority}, ${r.monthlyIncome}, ${r.closedChain}, ${r.environmentCare}, ${r.cultureKept},
        ${r.materialSquareMetres},        ${r.materialHouseholds}, ${r.note}, ${by}, ${at}, ${r.toldFor}, ${r.sample})`,
  )
}

/** Every telling of a producer, the latest year and the last telling first. */
export function reportsOf(runs: Runs, producerId: string): Promise<ShownReport[]> {
  return rows(
    runs,
    sql<ShownReport>`select r.id, r.producer_id, r.year, r.version, r.commune_code, r.commune_on, r.revenue, r.labour_total, r.labour_local,
        r.labour_female, r.labour_minority, r.monthly_income, r.closed_chain, r.environment_care, r.culture_kept, r.material_square_metres,
        r.material_households, r.note,        coalesce(a.name, case r.told_by when 'system' then 'Hệ thống' else r.told_by end) as told_by, r.told_at, r.told_for, r.sample
      from outcome.report r left join identity.pub_account a on a.id = r.told_by
      where r.producer_id = ${producerId} order by r.year desc, r.version desc limit 200`,
  )
}

export function terms(runs: Runs): Promise<Term[]> {
  return rows(
    runs,
    sql<Term>`select unit_code, from_year, due_month, due_day, smallest_cell, basis from outcome.term
      order by unit_code <> 'VN', unit_code, from_year desc limit 500`,
  )
}

export async function saveTerm(runs: Runs, t: Term, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into outcome.term (unit_code, from_year, due_month, due_day, smallest_cell, basis, set_by, set_at)
      values (${t.unitCode}, ${t.fromYear}, ${t.dueMonth}, ${t.dueDay}, ${t.smallestCell}, ${t.basis}, ${by}, ${at})
      on conflict (unit_code, from_year) do update set due_month = excluded.due_month, due_day = excluded.due_day,
        smallest_cell = excluded.smallest_cell, basis = excluded.basis, set_by = excluded.set_by, set_at = excluded.set_at`,
  )
}

/** Producers with a product in term on some day of the year, where they are today, and their last telling of that year. */
function owing(year: number): RawBuilder<unknown> {
  return sql`
    select p.id as producer_id, p.name, p.kind, u.full_name as commune_name, ${year}::integer as year, r.id as report_id, r.told_at,
      case when length(t.today_code) = 5 then t.today_code end as commune_today, t.today_province_code as province_today,
      r.revenue, r.labour_total, r.labour_local, r.labour_female, r.labour_minority, r.monthly_income, r.closed_chain, r.environment_care,
      r.culture_kept, r.material_square_metres
    from producer.pub_producer p
    left join territory.pub_unit u on u.code = p.commune_code
      and p.commune_on >= u.valid_from and (u.valid_to is null or p.commune_on < u.valid_to)
    left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from
    left join lateral (
      select * from outcome.report where producer_id = p.id and year = ${year}::integer order by version desc limit 1
    ) r on true
    where p.kind <> 'unknown' and (p.closed_on is null or p.closed_on >= make_date(${year}::integer, 1, 1)) and exists (
      select from recognition.pub_recognition c where c.producer_id = p.id
        and c.issued_on <= make_date(${year}::integer, 12, 31) and c.last_day >= make_date(${year}::integer, 1, 1))`
}

export interface OwingWanted {
  readonly year: number
  readonly commune?: UnitCode | undefined
  readonly province?: UnitCode | undefined
  readonly onlySilent: boolean
}

function wantedRows({ commune, province, onlySilent }: OwingWanted): RawBuilder<unknown> {
  const all = [sql`true`]
  if (commune !== undefined) all.push(sql`o.commune_today = ${commune}`)
  if (province !== undefined) all.push(sql`o.province_today = ${province}`)
  if (onlySilent) all.push(sql`o.report_id is null`)
  return sql.join(all, sql` and `)
}

/** Those who are silent first. */
export async function owingPage(
  runs: Runs,
  wanted: OwingWanted,
  { page, size }: { page: number; size: number },
): Promise<{ items: Owing[]; total: number; silent: number }> {
  const where = wantedRows(wanted)
  const counts = await oneRow(
    runs,
    sql<{
      total: number
      silent: number
    }>`select count(*) as total, count(*) filter (where o.report_id is null) as silent
      from (${owing(wanted.year)}) o where ${where}`,
  )
  const items = await rows(
    runs,
    sql<Owing>`select o.producer_id, o.name, o.kind, o.commune_name, o.commune_today, o.province_today, o.year, o.report_id, o.told_at
      from (${owing(wanted.year)}) o where ${where} order by o.report_id is not null, o.name, o.producer_id
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, ...counts }
}

export function owingOf(runs: Runs, producers: readonly string[], year: number): Promise<Owing[]> {
  return rows(
    runs,
    sql<Owing>`select o.producer_id, o.name, o.kind, o.commune_name, o.commune_today, o.province_today, o.year, o.report_id, o.told_at
      from (${owing(year)}) o where o.producer_id = any(${[...producers]}::text[]) order by o.name limit 100`,
  )
}

const sums = sql`
  count(*) as owing, count(o.report_id) as reported, coalesce(sum(o.revenue), 0)::bigint as revenue,
  coalesce(sum(o.labour_total), 0)::bigint as labour_total, coalesce(sum(o.labour_local), 0)::bigint as labour_local,
  coalesce(sum(o.labour_female), 0)::bigint as labour_female, coalesce(sum(o.labour_minority), 0)::bigint as labour_minority,
  count(*) filter (where o.closed_chain) as closed_chain, count(o.environment_care) as care_asked,
  count(*) filter (where o.environment_care) as environment_care,
  count(*) filter (where o.culture_kept) as culture_kept, coalesce(sum(o.material_square_metres), 0)::bigint as material_square_metres,
  coalesce(round(sum(o.monthly_income * o.labour_total) / nullif(sum(o.labour_total) filter (where o.monthly_income is not null), 0), -3), 0)::bigint
    as monthly_income,
  jsonb_build_object('revenue', count(o.revenue), 'labourTotal', count(o.labour_total), 'labourLocal', count(o.labour_local),
    'labourFemale', count(o.labour_female), 'labourMinority', count(o.labour_minority),
    'monthlyIncome', count(o.monthly_income) filter (where o.labour_total > 0)) as told`

export interface SumRow extends OutcomeSum {
  readonly level: 'country' | 'province' | 'kind' | 'province-kind' | 'commune'
  readonly province: UnitCode | null
}

/** Every sum that a page of a year shows, over those who owe a report; each is keyed by what it is split by. */
export function outcomeSums(runs: Runs, year: number): Promise<SumRow[]> {
  return rows(
    runs,
    sql<SumRow>`select
        case grouping(o.province_today, o.kind, o.commune_today)
          when 7 then 'country' when 3 then 'province' when 5 then 'kind' when 1 then 'province-kind' else 'commune' end as level,
        case when grouping(o.province_today) = 0 then o.province_today end as province,
        case grouping(o.province_today, o.kind, o.commune_today)
          when 3 then o.province_today when 5 then o.kind when 1 then o.kind when 2 then o.commune_today end as key,
        ${sums}
      from (${owing(year)}) o
      group by grouping sets ((), (o.province_today), (o.kind), (o.province_today, o.kind), (o.province_today, o.commune_today))`,
  )
}

/** Names of communes and provinces of today. */
export function placeNames(runs: Runs, codes: readonly string[]): Promise<{ code: string; name: string }[]> {
  return rows(
    runs,
    sql<{
      code: string
      name: string
    }>`select code, full_name as name from territory.pub_province_today where code = any(${[...codes]}::text[])
      union all select code, full_name from territory.pub_commune_today where code = any(${[...codes]}::text[])`,
  )
}

/** Years that somebody told of, the latest first. */
export function yearsTold(runs: Runs): Promise<{ year: number }[]> {
  return rows(runs, sql<{ year: number }>`select distinct year from outcome.report order by year desc limit 20`)
}
