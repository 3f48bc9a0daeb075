import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Drawn, InspectionPlan, InspectionPlanInput, RiskFacts, RiskReason, ShownCandidate } from './model-plan.ts'

const shown = sql`
  select p.id, p.unit_code, p.unit_on, p.year, p.title, p.document, p.size, p.seed_number, p.seed_source, p.opened_at, p.sample,
    d.seed, d.batch_number, d.drawn_at,
    (select count(*) from oversight.candidate c where c.plan_id = p.id) as candidates,
    case when p.unit_code = ${country} then 'Trung ương' else u.full_name end as unit_name,
    case when p.unit_code = ${country} then p.unit_code else t.today_code end as unit_today,
    case when p.unit_code = ${country} then p.unit_code else t.today_province_code end as province_today
  from oversight.plan p
  left join oversight.draw d on d.plan_id = p.id
  left join territory.pub_unit u on u.code = p.unit_code
    and p.unit_on >= u.valid_from and (u.valid_to is null or p.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = p.unit_code
    and p.unit_on >= t.valid_from and (t.valid_to is null or p.unit_on < t.valid_to)`

export function planById(runs: Runs, id: string): Promise<InspectionPlan | undefined> {
  return maybeRow(runs, sql<InspectionPlan>`${shown} where p.id = ${id}`)
}

export async function lockPlan(runs: Runs, id: string): Promise<InspectionPlan | undefined> {
  await run(runs, sql`select 1 from oversight.plan where id = ${id} for update`)
  return planById(runs, id)
}

export function plansOf(runs: Runs, units: readonly UnitCode[] | 'all'): Promise<InspectionPlan[]> {
  const mine =
    units === 'all'
      ? sql`true`
      : sql`(t.today_code = any(${[...units]}::text[]) or t.today_province_code = any(${[...units]}::text[]))`
  return rows(runs, sql<InspectionPlan>`${shown} where ${mine} order by p.year desc, p.opened_at desc, p.id limit 100`)
}

/** @returns false when the unit has a plan of that year already. */
export async function addPlan(
  runs: Runs,
  plan: Pick<InspectionPlan, 'id' | 'unitOn' | 'sample'> & InspectionPlanInput,
  by: string,
  at: Instant,
): Promise<boolean> {
  const { id, unit, unitOn, year, title, document, size, seedNumber = null, seedSource = null, sample } = plan
  const added = await rows(
    runs,
    sql<{ id: string }>`
      insert into oversight.plan (id, unit_code, unit_on, year, title, document, size, seed_number, seed_source, opened_by, opened_at, sample)
      values (${id}, ${unit}, ${unitOn}, ${year}, ${title}, ${document}, ${size}, ${seedNumber}, ${seedSource}, ${by}, ${at}, ${sample})
      on conflict (unit_code, year) do nothing returning id`,
  )
  return added.length > 0
}

type FrozenCandidate = Pick<
  ShownCandidate,
  'certificateNumber' | 'productName' | 'producerName' | 'stars' | 'weight' | 'reasons'
>

export async function addCandidates(runs: Runs, planId: string, candidates: readonly FrozenCandidate[]): Promise<void> {
  await run(
    runs,
    sql`
    insert into oversight.candidate (plan_id, certificate_number, product_name, producer_name, stars, weight, reasons)
      select ${planId}, c."certificateNumber", c."productName", c."producerName", c.stars, c.weight, c.reasons
      from jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb)
        as c("certificateNumber" text, "productName" text, "producerName" text, stars integer, weight integer, reasons jsonb)`,
  )
}

/** The chosen first, in their order; the rest by weight. */
export function candidatesOf(
  runs: Runs,
  planId: string,
  { limit, offset }: { readonly limit: number | null; readonly offset: number },
): Promise<ShownCandidate[]> {
  return rows(
    runs,
    sql<Omit<ShownCandidate, 'reasons'> & { reasons: RiskReason[] }>`
    select c.certificate_number, c.product_name, c.producer_name, c.stars, c.weight, c.reasons, h.rank, h.ticket,
      i.id as inspection_id, i.number as inspection_number
    from oversight.candidate c
    left join oversight.chosen h on h.plan_id = c.plan_id and h.certificate_number = c.certificate_number
    left join lateral (select id, number from oversight.inspection
      where plan_id = c.plan_id and certificate_number = c.certificate_number and state <> 'cancelled' limit 1) i on true
    where c.plan_id = ${planId}
    order by h.rank, c.weight desc, c.certificate_number limit ${limit} offset ${offset}`,
  )
}

export async function addDraw(
  runs: Runs,
  planId: string,
  { seed, batchNumber, drawn }: { seed: string; batchNumber: number | null; drawn: readonly Drawn[] },
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into oversight.draw (plan_id, seed, batch_number, drawn_by, drawn_at) values (${planId}, ${seed}, ${batchNumber}, ${by}, ${at})`,
  )
  await run(
    runs,
    sql`insert into oversight.chosen (plan_id, certificate_number, rank, ticket)
      select ${planId}, d."certificateNumber", d.rank, d.ticket
      from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as d("certificateNumber" text, rank integer, ticket text)`,
  )
}

export async function isChosen(runs: Runs, planId: string, certificateNumber: string): Promise<boolean> {
  const found = await maybeRow(
    runs,
    sql<{
      rank: number
    }>`select rank from oversight.chosen where plan_id = ${planId} and certificate_number = ${certificateNumber}`,
  )
  return found !== undefined
}

export function firstBatchAfter(runs: Runs, at: Instant): Promise<{ number: number; hash: string } | undefined> {
  return maybeRow(
    runs,
    sql<{
      number: number
      hash: string
    }>`select number, hash from audit.pub_batch where sealed_at > ${at} order by number limit 1`,
  )
}

/** Papers that run out within so many days count as ending. */
export const endingDays = 60

/** What stands against each certificate in force in a unit: five stars for the ministry, three and four for the rest. */
export function riskFactsOf(runs: Runs, unit: UnitCode, today: CivilDate): Promise<RiskFacts[]> {
  const here =
    unit === country
      ? sql`r.stars = 5`
      : sql`r.stars < 5 and (t.today_code = ${unit} or t.today_province_code = ${unit})`
  return rows(
    runs,
    sql<RiskFacts>`
    with council as (
      select unit_code, text, avg(mean_hundredths) as mean from recognition.pub_recognition
        where mean_hundredths is not null group by unit_code, text
    ), all_councils as (
      select text, avg(mean_hundredths) as mean from recognition.pub_recognition where mean_hundredths is not null group by text
    )
    select r.number as certificate_number, r.product_name, r.producer_name, r.stars, r.text, r.mean_hundredths,
      round(c.mean - a.mean)::integer as lenience,
      (select count(*) from evidence.pub_paper e where e.producer_id = r.producer_id and (e.product_id is null or e.product_id = r.product_id)
        and e.withdrawn_at is null and e.expires_on < ${today}::date + ${endingDays}::integer) as papers_ending,
      (select count(*) from feedback.pub_misuse m where m.filed_on > ${today}::date - 730
        and (strpos(upper(m.about), r.number) > 0 or strpos(m.about, d.code) > 0)) as misuse_reports,
      exists (select 1 from outcome.pub_report o where o.producer_id = r.producer_id
        and o.year = extract(year from ${today}::date) - 1) as reported_last_year,
      exists (select 1 from oversight.inspection i where i.product_id = r.product_id and i.state <> 'cancelled') as inspected,
      (select count(*) from oversight.finding f join oversight.inspection i on i.id = f.inspection_id
        where i.producer_id = r.producer_id and i.visit_on > ${today}::date - interval '36 months') as findings
    from recognition.pub_recognition r
    join product.pub_product d on d.id = r.product_id
    left join territory.pub_today t on t.code = d.commune_code
      and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
    left join council c on c.unit_code = r.unit_code and c.text = r.text
    left join all_councils a on a.text = r.text
    where r.issued_on <= ${today} and r.last_day >= ${today} and ${here}
    order by r.number`,
  )
}

/** The next number of a series; the row is locked until the act ends, so that no number is given twice or lost. */
export async function nextSerial(runs: Runs, unit: UnitCode, kind: 'KT' | 'KN', year: number): Promise<number> {
  const { last } = await oneRow(
    runs,
    sql<{ last: number }>`
    insert into oversight.serial (unit_code, kind, year, last) values (${unit}, ${kind}, ${year}, 1)
      on conflict (unit_code, kind, year) do update set last = oversight.serial.last + 1 returning last`,
  )
  return last
}
