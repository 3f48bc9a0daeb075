import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import { graceDays } from '../regime/law.ts'
import type {
  Booth,
  BoothPicture,
  BroughtProduct,
  FairApplication,
  FairOutcome,
  FairTotals,
  SelectionOutcome,
} from './model.ts'

/** The most stars a product carries on a day. */
export function starsOn(product: RawBuilder<unknown>, day: CivilDate): RawBuilder<unknown> {
  return sql`recognition.pub_stars_on(${product}, ${day}, ${graceDays})`
}

function applications(today: CivilDate): RawBuilder<unknown> {
  return sql`
  select a.id, a.fair_id, a.producer_id, o.name as producer_name, a.wish, a.note, a.applied_on, s.outcome, s.booth, s.reason,
    t.marked_on as attended_on, coalesce(p.products, '[]') as products
  from fair.application a
  join producer.pub_producer o on o.id = a.producer_id
  left join lateral (
    select * from fair.selection s where s.application_id = a.id order by s.position desc limit 1
  ) s on true
  left join fair.attendance t on t.application_id = a.id
  left join lateral (
    select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'slug', d.slug, 'stars', ${starsOn(sql`d.id`, today)})
      order by d.name, d.id) as products
    from fair.application_product b join product.pub_product d on d.id = b.product_id where b.application_id = a.id
  ) p on true`
}

/** @returns false when the producer applied before. */
export async function addApplication(
  runs: Runs,
  a: Pick<FairApplication, 'id' | 'fairId' | 'producerId' | 'wish' | 'note' | 'appliedOn'>,
  products: readonly string[],
  by: string,
  at: Instant,
): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into fair.application (id, fair_id, producer_id, wish, note, applied_by, applied_on, applied_at)
      values (${a.id}, ${a.fairId}, ${a.producerId}, ${a.wish}, ${a.note}, ${by}, ${a.appliedOn}, ${at})
      on conflict (fair_id, producer_id) do nothing`,
  )
  if (added === 0) return false
  await run(
    runs,
    sql`insert into fair.application_product (application_id, product_id)
      select ${a.id}, id from unnest(${[...products]}::text[]) as brought (id)`,
  )
  return true
}

export function applicationById(runs: Runs, id: string, today: CivilDate): Promise<FairApplication | undefined> {
  return maybeRow(runs, sql<FairApplication>`${applications(today)} where a.id = ${id}`)
}

export async function lockApplication(runs: Runs, id: string, today: CivilDate): Promise<FairApplication | undefined> {
  await run(runs, sql`select 1 from fair.application where id = ${id} for update`)
  return applicationById(runs, id, today)
}

export function applicationsOf(runs: Runs, fairId: string, today: CivilDate): Promise<FairApplication[]> {
  return rows(
    runs,
    sql<FairApplication>`${applications(today)} where a.fair_id = ${fairId}
      order by a.applied_at, a.id limit 1000`,
  )
}

export function applicationsOfProducers(
  runs: Runs,
  producers: readonly string[],
  today: CivilDate,
  { page, size }: { page: number; size: number },
): Promise<FairApplication[]> {
  return rows(
    runs,
    sql<FairApplication>`${applications(today)} where a.producer_id = any(${[...producers]}::text[])
      order by a.applied_at desc, a.id limit ${size} offset ${(page - 1) * size}`,
  )
}

export async function countOfProducers(runs: Runs, producers: readonly string[]): Promise<number> {
  const { total } = await oneRow(
    runs,
    sql<{
      total: number
    }>`select count(*) as total from fair.application where producer_id = any(${[...producers]}::text[])`,
  )
  return total
}

/** Products of producers that may be brought to a fair, with their stars of the day. */
export function productsOf(runs: Runs, producers: readonly string[], today: CivilDate): Promise<OwnProduct[]> {
  return rows(
    runs,
    sql<OwnProduct>`select d.id, d.name, d.slug, d.producer_id, ${starsOn(sql`d.id`, today)} as stars
      from product.pub_product d where d.producer_id = any(${[...producers]}::text[]) and d.retired_on is null
      order by d.name, d.id limit 300`,
  )
}

export interface OwnProduct extends BroughtProduct {
  readonly producerId: string
}

export async function addSelection(
  runs: Runs,
  id: string,
  s: { outcome: SelectionOutcome; booth: string; reason: string; by: string; on: CivilDate; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into fair.selection (application_id, position, outcome, booth, reason, by_account, on_date, at)
      select ${id}, coalesce(max(position), 0) + 1, ${s.outcome}, ${s.booth}, ${s.reason}, ${s.by}, ${s.on}::date, ${s.at}::timestamptz
      from fair.selection where application_id = ${id}`,
  )
}

/** Exactly these of the chosen came; a mark set by mistake is taken back. */
export async function markAttendance(
  runs: Runs,
  fairId: string,
  { shown, came }: { shown: readonly string[]; came: readonly string[] },
  mark: { by: string; on: CivilDate; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`delete from fair.attendance t using fair.application a
      where a.id = t.application_id and a.fair_id = ${fairId} and a.id = any(${[...shown]}::text[])
        and a.id <> all(${[...came]}::text[])`,
  )
  await run(
    runs,
    sql`insert into fair.attendance (application_id, marked_by, marked_on, marked_at)
      select id, ${mark.by}, ${mark.on}::date, ${mark.at}::timestamptz from unnest(${[...came]}::text[]) as came (id)
      on conflict do nothing`,
  )
}

export function boothOf(runs: Runs, id: string): Promise<Booth | undefined> {
  return maybeRow(runs, sql<Booth>`select words, film_url, edition from fair.booth where application_id = ${id}`)
}

export async function keepBooth(
  runs: Runs,
  id: string,
  { words, filmUrl }: Omit<Booth, 'edition'>,
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into fair.booth (application_id, words, film_url, written_by, written_at)
      values (${id}, ${words}, ${filmUrl}, ${by}, ${at})
      on conflict (application_id) do update set words = excluded.words, film_url = excluded.film_url,
        edition = fair.booth.edition + 1, written_by = excluded.written_by, written_at = excluded.written_at`,
  )
}

export function picturesOf(
  runs: Runs,
  applicationIds: readonly string[],
): Promise<(BoothPicture & { boothOf: string })[]> {
  return rows(
    runs,
    sql<
      BoothPicture & { boothOf: string }
    >`select id, application_id as booth_of, file, width, height, small, small_width, small_height,
        description
      from fair.picture where application_id = any(${[...applicationIds]}::text[]) order by added_at, id`,
  )
}

export async function addPicture(runs: Runs, applicationId: string, p: BoothPicture, by: string, at: Instant) {
  await run(
    runs,
    sql`insert into fair.picture (id, application_id, file, width, height, small, small_width, small_height, description, added_by, added_at)
      values (${p.id}, ${applicationId}, ${p.file}, ${p.width}, ${p.height}, ${p.small}, ${p.smallWidth}, ${p.smallHeight},
        ${p.description}, ${by}, ${at})`,
  )
}

/** Only a picture of a booth is fetched by its hash. */
export async function isPicture(runs: Runs, hash: string): Promise<boolean> {
  const found = await maybeRow(runs, sql`select 1 from fair.picture where file = ${hash} or small = ${hash} limit 1`)
  return found !== undefined
}

export async function addOutcome(runs: Runs, id: string, o: FairOutcome, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into fair.outcome (application_id, position, contracts, contract_value, distributors, revenue, note, told_by,
        by_account, on_date, at)
      select ${id}, coalesce(max(position), 0) + 1, ${o.contracts}, ${o.contractValue}, ${o.distributors}, ${o.revenue}, ${o.note},
        ${o.toldBy}, ${by}, ${o.onDate}::date, ${at}::timestamptz
      from fair.outcome where application_id = ${id}`,
  )
}

export function outcomeOf(runs: Runs, id: string): Promise<FairOutcome | undefined> {
  return maybeRow(
    runs,
    sql<FairOutcome>`select contracts, contract_value, distributors, revenue, note, told_by, on_date from fair.outcome
      where application_id = ${id} order by position desc limit 1`,
  )
}

/** Sums over those who came, each by the last word about them. */
export function totalsOf(runs: Runs, fairId: string): Promise<FairTotals> {
  return oneRow(
    runs,
    sql<FairTotals>`
    select count(*) as producers,
      (select count(distinct p.product_id) from fair.pub_attendance p where p.fair_id = ${fairId}) as products,
      count(o.application_id) as told, coalesce(sum(o.contracts), 0)::bigint as contracts,
      coalesce(sum(o.contract_value), 0)::bigint as contract_value, coalesce(sum(o.distributors), 0)::bigint as distributors,
      coalesce(sum(o.revenue), 0)::bigint as revenue
    from fair.application a
    join fair.attendance t on t.application_id = a.id
    left join lateral (
      select * from fair.outcome o where o.application_id = a.id order by o.position desc limit 1
    ) o on true
    where a.fair_id = ${fairId}`,
  )
}
