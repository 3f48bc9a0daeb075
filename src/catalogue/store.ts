import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { CatalogueFilter, Facet, Listing, Order } from './model.ts'
import { graceDays } from '../regime/law.ts'

/** Rebuilds exactly these products' lines. */
export async function refreshListings(runs: Runs, productIds: readonly string[]): Promise<void> {
  await run(runs, sql`select catalogue.refresh(${[...productIds]}::text[])`)
}

/** Rebuilds every line, e.g. after a reform of units or an import. */
export async function refreshAll(runs: Runs): Promise<void> {
  await run(
    runs,
    sql`select catalogue.refresh(array(select id from product.pub_product union select product_id from catalogue.listing))`,
  )
}

export function productsOf(
  runs: Runs,
  subject: { decision?: string; certificate?: string },
): Promise<{ productId: string }[]> {
  return rows(
    runs,
    sql<{ productId: string }>`select distinct product_id from recognition.pub_recognition
      where decision_id = ${subject.decision ?? ''} or number = ${subject.certificate ?? ''}`,
  )
}

/** SQL for "in force today": the same sentence as rules.inForce, kept equal by a test over generated histories. */
function standsOn(today: CivilDate) {
  return sql`(l.end_kind is distinct from 'revoked' or ${today}::date <= l.last_day)
    and not (l.suspended_from is not null and l.suspended_from <= ${today}::date
      and (l.suspended_to is null or ${today}::date < l.suspended_to))
    and (${today}::date <= l.last_day or (l.renewal_filed_on is not null and l.end_kind is null
      and ${today}::date <= l.expires_on + ${graceDays}::integer))`
}

function where(filter: CatalogueFilter, today: CivilDate, without?: 'province' | 'group' | 'stars') {
  const parts = [sql`true`]
  if (filter.words) {
    parts.push(
      sql`(l.search @@ websearch_to_tsquery('simple', public.vn_fold(${filter.words}))
        or l.folded like '%' || public.vn_fold(${filter.words}) || '%')`,
    )
  }
  if (filter.province && without !== 'province') parts.push(sql`l.province_code = ${filter.province}`)
  if (filter.commune) parts.push(sql`l.commune_code = ${filter.commune}`)
  if (filter.groups.length > 0 && without !== 'group') parts.push(sql`l.group_no = any(${[...filter.groups]}::text[])`)
  if (filter.stars.length > 0 && without !== 'stars') parts.push(sql`l.stars = any(${[...filter.stars]}::integer[])`)
  if (filter.standing === 'in-force') parts.push(standsOn(today))
  if (filter.standing === 'expired') parts.push(sql`not (${standsOn(today)})`)
  return sql.join(parts, sql` and `)
}

const orders: Record<Order, ReturnType<typeof sql>> = {
  moi: sql`l.issued_on desc`,
  sao: sql`l.stars desc, l.issued_on desc`,
  ten: sql`l.name collate "vi-x-icu"`,
  han: sql`l.last_day`,
}

/** Changes with every change of the listings, so that counts kept in memory are known to be of today's rows. */
export async function version(runs: Runs): Promise<string> {
  // Three figures, for a change that committed late has a lower number than one that is seen already.
  const { seen } = await oneRow(
    runs,
    sql<{ seen: string }>`select concat_ws('.', max(id), count(*), sum(id)) as seen from catalogue.change`,
  )
  return seen
}

/**
 * One page. Names that hold the words exactly as typed, marks included, come first: a query
 * with marks must not return other words before its own.
 */
export async function findListings(
  runs: Runs,
  filter: CatalogueFilter,
  today: CivilDate,
  { page, size, order }: { page: number; size: number; order: Order },
): Promise<Listing[]> {
  const exactFirst = filter.words
    ? sql`(position(lower(${filter.words}) in lower(l.name)) = 0), (position(public.vn_fold(${filter.words}) in public.vn_fold(l.name)) = 0),`
    : sql``
  const condition = where(filter, today)
  return rows<Listing>(
    runs,
    sql`select l.product_id, l.slug, l.code, l.name, l.summary, l.producer_id, l.producer_slug, l.producer_name, l.producer_kind,
        l.group_text, l.group_no, l.commune_code, l.commune_name, l.province_code, l.province_name, l.number, l.stars,
        l.issued_on, l.last_day, l.expires_on, l.end_kind, l.renewal_filed_on, l.suspended_from, l.suspended_to,
        l.decision_number, l.decided_on, l.authority, l.picture, l.picture_description, l.sample
      from catalogue.listing l where ${condition}
      order by ${exactFirst} ${orders[order]}, l.product_id
      limit ${size} offset ${(page - 1) * size}`,
  )
}

export async function countListings(runs: Runs, filter: CatalogueFilter, today: CivilDate): Promise<number> {
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from catalogue.listing l where ${where(filter, today)}`,
  )
  return total
}

/** How many products each choice of one filter would leave, the other filters kept. */
export function facet(
  runs: Runs,
  filter: CatalogueFilter,
  today: CivilDate,
  by: 'province' | 'group' | 'stars',
): Promise<Facet[]> {
  const column = { province: sql`l.province_code`, group: sql`l.group_no`, stars: sql`l.stars::text` }[by]
  return rows<Facet>(
    runs,
    sql`select ${column} as key, count(*) as count from catalogue.listing l
      where ${where(filter, today, by)} and ${column} is not null group by 1`,
  )
}

/** How many of each standing the other filters leave, and of how many producers. */
export async function standingCounts(
  runs: Runs,
  filter: CatalogueFilter,
  today: CivilDate,
): Promise<{ inForce: number; lapsed: number; producers: number }> {
  const others = where({ ...filter, standing: 'all' }, today)
  return oneRow(
    runs,
    sql<{ inForce: number; lapsed: number; producers: number }>`
      select count(*) filter (where ${standsOn(today)}) as in_force, count(*) filter (where not (${standsOn(today)})) as lapsed,
        count(distinct l.producer_id) filter (where l.producer_kind <> 'unknown' and ${where(filter, today)}) as producers
      from catalogue.listing l where ${others}`,
  )
}

export function listingBySlug(runs: Runs, slug: string): Promise<Listing | undefined> {
  return maybeRow<Listing>(runs, sql`select * from catalogue.listing where slug = ${slug}`)
}

export function listingByCode(runs: Runs, code: string): Promise<Listing | undefined> {
  return maybeRow<Listing>(runs, sql`select * from catalogue.listing where code = ${code} or product_id = ${code}`)
}

export function listingsOfProducer(runs: Runs, producerId: string): Promise<Listing[]> {
  return rows<Listing>(
    runs,
    sql`select * from catalogue.listing where producer_id = ${producerId} order by last_day desc, name`,
  )
}

/** How many products stand in force in each province today, for the map. */
export function inForceByProvince(runs: Runs, today: CivilDate): Promise<Facet[]> {
  return facet(runs, { groups: [], stars: [], standing: 'in-force' }, today, 'province')
}
