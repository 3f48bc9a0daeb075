import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import { addStepTo, reasonFor } from '../platform/steps.ts'
import type { NewStep, StepTable } from '../platform/steps.ts'
import type { Clash, Fair, FairState, ShownFair } from './model.ts'

const unit = sql`
  left join territory.pub_unit u on u.code = f.unit_code
    and f.unit_on >= u.valid_from and (u.valid_to is null or f.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from`

const shown = sql`
  select f.id, f.slug, f.kind, f.reach, f.unit_code, f.unit_on, f.title, f.summary, f.organiser, f.province_code, f.place, f.audience,
    f.opens_on, f.closes_on, f.apply_by, f.booths, f.least_stars, f.highlight, f.clash_reason, f.edition, f.state, f.sample,
    u.full_name as unit_name, case when f.unit_code = 'VN' then 'VN' else t.today_code end as unit_today,
    case when f.unit_code = 'VN' then 'VN' else t.today_province_code end as province_today, v.full_name as province_name
  from fair.fair f ${unit}
  left join territory.pub_province_today v on v.code = f.province_code`

export async function addFair(runs: Runs, f: Fair, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into fair.fair (id, slug, kind, reach, unit_code, unit_on, title, summary, organiser, province_code, place, audience,
        opens_on, closes_on, apply_by, booths, least_stars, highlight, clash_reason, created_by, created_at, sample)
      values (${f.id}, ${f.slug}, ${f.kind}, ${f.reach}, ${f.unitCode}, ${f.unitOn}, ${f.title}, ${f.summary}, ${f.organiser},
        ${f.provinceCode}, ${f.place}, ${f.audience}, ${f.opensOn}, ${f.closesOn}, ${f.applyBy}, ${f.booths}, ${f.leastStars},
        ${f.highlight}, ${f.clashReason}, ${by}, ${at}, ${f.sample})`,
  )
}

export async function amendFair(runs: Runs, f: Fair): Promise<void> {
  await run(
    runs,
    sql`update fair.fair set kind = ${f.kind}, reach = ${f.reach}, title = ${f.title}, summary = ${f.summary},
        organiser = ${f.organiser}, province_code = ${f.provinceCode}, place = ${f.place}, audience = ${f.audience},
        opens_on = ${f.opensOn}, closes_on = ${f.closesOn}, apply_by = ${f.applyBy}, booths = ${f.booths},
        least_stars = ${f.leastStars}, highlight = ${f.highlight}, clash_reason = ${f.clashReason}, edition = edition + 1
      where id = ${f.id}`,
  )
}

const steps: StepTable = { name: sql`fair.step`, thing: sql`fair_id` }

export function addStep(runs: Runs, id: string, step: NewStep<FairState>): Promise<void> {
  return addStepTo(runs, steps, id, step)
}

export function cancelReason(runs: Runs, id: string): Promise<string | undefined> {
  return reasonFor(runs, steps, id, 'cancel')
}

export function fairById(runs: Runs, id: string): Promise<ShownFair | undefined> {
  return maybeRow(runs, sql<ShownFair>`${shown} where f.id = ${id}`)
}

export function fairBySlug(runs: Runs, slug: string): Promise<ShownFair | undefined> {
  return maybeRow(runs, sql<ShownFair>`${shown} where f.slug = ${slug}`)
}

export async function lockFair(runs: Runs, id: string): Promise<ShownFair | undefined> {
  await run(runs, sql`select 1 from fair.fair where id = ${id} for update`)
  return fairById(runs, id)
}

/** What stands on the common calendar on these days, in the same province or for the same people. */
export function clashOf(
  runs: Runs,
  f: Pick<Fair, 'provinceCode' | 'audience' | 'opensOn' | 'closesOn'>,
  except: string | null,
): Promise<Clash | undefined> {
  const people = sql`public.vn_fold(${f.audience})`
  return maybeRow(
    runs,
    sql<Clash>`
    select title, coalesce(unit_name, 'Bộ Nông nghiệp và Môi trường') as unit_name, opens_on, closes_on, same_place from (
      select f.title, u.full_name as unit_name, f.opens_on, f.closes_on, f.province_code = ${f.provinceCode} as same_place,
        public.vn_fold(f.audience) = ${people} as same_people, true as weighs
      from fair.fair f ${unit} where f.state = 'called' and f.id is distinct from ${except}
      union all
      select f.title, u.full_name, (f.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, (f.ends_at at time zone 'Asia/Ho_Chi_Minh')::date,
        t.today_province_code = ${f.provinceCode}, public.vn_fold(f.audience) = ${people}, f.kind = 'ceremony'
      from gathering.pub_event f ${unit} where f.state = 'announced'
    ) other
    where opens_on <= ${f.closesOn}::date and closes_on >= ${f.opensOn}::date and (same_place and weighs or same_people)
    order by same_place desc, opens_on, title limit 1`,
  )
}

export interface FairsWanted {
  /** Today's units, or all; a province brings its communes. */
  readonly units?: readonly UnitCode[] | 'all'
  readonly states?: readonly FairState[]
  readonly closedBefore?: CivilDate
}

function whereOf({ units = 'all', states, closedBefore }: FairsWanted): RawBuilder<unknown> {
  const all = [sql`true`]
  if (units !== 'all') {
    const list = sql`${[...units]}::text[]`
    all.push(sql`(f.unit_code = any(${list}) or t.today_code = any(${list}) or t.today_province_code = any(${list}))`)
  }
  if (states !== undefined) all.push(sql`f.state = any(${[...states]}::text[])`)
  if (closedBefore !== undefined) all.push(sql`f.closes_on < ${closedBefore}::date`)
  return sql.join(all, sql` and `)
}

/** The latest first. */
export async function fairs(
  runs: Runs,
  wanted: FairsWanted,
  { page, size }: { page: number; size: number },
): Promise<{ items: ShownFair[]; total: number }> {
  const where = whereOf(wanted)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${shown} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<ShownFair>`${shown} where ${where} order by f.opens_on desc, f.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}
