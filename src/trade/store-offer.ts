import type { CivilDate } from '../kernel/civil-date.ts'
import { likeWords } from '../kernel/text.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import { graceDays } from '../regime/law.ts'
import { groupingText } from '../product/model.ts'
import type { Ask, Holding, Offer, ShownOffer } from './model.ts'
import type { BoardWanted } from './store.ts'

const shown = (today: CivilDate) => sql`
  select o.id, o.product_id, o.unit, o.price, o.monthly, o.min_order, o.payment_days, o.discount_percent, o.note, o.offered_on,
    o.withdrawn_on, p.producer_id, m.name as producer_name, p.name as product_name, p.slug as product_slug, p.group_text, p.group_no,
    t.today_code as commune_today, c.full_name as commune_name, t.today_province_code as province_today, v.full_name as province_name,
    coalesce(r.stars, 0) as stars
  from trade.offer o
  join product.pub_product p on p.id = o.product_id
  join producer.pub_producer m on m.id = p.producer_id
  left join territory.pub_today t on t.code = m.commune_code
    and m.commune_on >= t.valid_from and (t.valid_to is null or m.commune_on < t.valid_to)
  left join territory.pub_commune_today c on c.code = t.today_code
  left join territory.pub_province_today v on v.code = t.today_province_code
  left join lateral (${starsOn(today)}) r on true`

/** The star that the product `p` carries on a day. */
export function starsOn(today: CivilDate): RawBuilder<unknown> {
  return sql`select recognition.pub_stars_on(p.id, ${today}, ${graceDays}) as stars`
}

export async function addOffer(
  runs: Runs,
  o: Omit<Offer, 'withdrawnOn'> & { readonly sample: boolean },
  by: string,
): Promise<void> {
  await run(
    runs,
    sql`insert into trade.offer (id, product_id, unit, price, monthly, min_order, payment_days, discount_percent, note, offered_on,
        offered_by, sample)
      values (${o.id}, ${o.productId}, ${o.unit}, ${o.price}, ${[...o.monthly]}::integer[], ${o.minOrder}, ${o.paymentDays},
        ${o.discountPercent}, ${o.note}, ${o.offeredOn}, ${by}, ${o.sample})`,
  )
}

/** Ends what is offered of a product now; those who change it at once wait for each other. */
export async function withdrawOffersOf(runs: Runs, productId: string, on: CivilDate): Promise<string[]> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`trade.offer:${productId}`}, 0))`)
  const ended = await rows(
    runs,
    sql<{
      id: string
    }>`update trade.offer set withdrawn_on = ${on} where product_id = ${productId} and withdrawn_on is null returning id`,
  )
  return ended.map(({ id }) => id)
}

export function offerById(runs: Runs, id: string, today: CivilDate): Promise<ShownOffer | undefined> {
  return maybeRow(runs, sql<ShownOffer>`${shown(today)} where o.id = ${id}`)
}

export function offerOfProduct(runs: Runs, productId: string, today: CivilDate): Promise<ShownOffer | undefined> {
  return maybeRow(runs, sql<ShownOffer>`${shown(today)} where o.product_id = ${productId} and o.withdrawn_on is null`)
}

export function offersOf(runs: Runs, producers: readonly string[], today: CivilDate): Promise<ShownOffer[]> {
  return rows(
    runs,
    sql<ShownOffer>`${shown(today)} where p.producer_id = any(${[...producers]}::text[]) and o.withdrawn_on is null order by p.name, o.id limit 200`,
  )
}

/** An offer with what is held for it. */
export type MatchableOffer = ShownOffer & { readonly held: readonly Ask[] }

type OffersWanted = { readonly group: string } | { readonly ids: readonly string[] }

/**
 * Standing offers with the kinds of papers in force and the code, for a whole group in one statement: joined, not asked offer by
 * offer, which took most of a refresh of ten thousand.
 */
export function offersToMatch(runs: Runs, wanted: OffersWanted, today: CivilDate): Promise<MatchableOffer[]> {
  const which =
    'ids' in wanted
      ? sql`o.id = any(${[...wanted.ids]}::text[])`
      : sql`p.group_no = ${wanted.group} and p.group_text = ${groupingText}`
  return rows(
    runs,
    sql<MatchableOffer>`
      with standing as materialized (${shown(today)} where o.withdrawn_on is null and p.retired_on is null and ${which}),
      holder as (
        select id, product_id, producer_id from standing
        union all select s.id, s.product_id, l.ancestor_id from standing s join producer.pub_line l on l.producer_id = s.producer_id
      ),
      kept as (
        select h.id, w.kind from holder h join evidence.pub_paper w on w.producer_id = h.producer_id
          and (w.product_id is null or w.product_id = h.product_id) and ${isInForce(today)}
        union select s.id, 'gtin' from standing s join product.pub_pack k on k.product_id = s.product_id and k.gtin is not null
      ),
      held as (select id, array_agg(kind) as kinds from kept group by id)
      select s.*, coalesce(h.kinds, '{}') as held from standing s left join held h on h.id = s.id`,
  )
}

function isInForce(today: CivilDate): RawBuilder<unknown> {
  return sql`w.withdrawn_at is null and (w.issued_on is null or w.issued_on <= ${today}) and (w.expires_on is null or w.expires_on >= ${today})`
}

/** Papers in force for one product: its own, its producer's, and what came to them by succession; its code too. */
export function heldFor(
  producer: RawBuilder<unknown>,
  product: RawBuilder<unknown>,
  today: CivilDate,
): RawBuilder<unknown> {
  return sql`
    select w.kind, w.expires_on as until from evidence.pub_paper w
    where w.producer_id in (select ${producer} union all select l.ancestor_id from producer.pub_line l where l.producer_id = ${producer})
      and (w.product_id is null or w.product_id = ${product}) and ${isInForce(today)}
    union all select 'gtin', null from product.pub_pack k where k.product_id = ${product} and k.gtin is not null`
}

export interface ProductHolding extends Holding {
  readonly productId: string
  readonly productName: string
}

/** What each product of some producers holds today. */
export function holdingsOf(runs: Runs, producers: readonly string[], today: CivilDate): Promise<ProductHolding[]> {
  return rows(
    runs,
    sql<ProductHolding>`
      select p.id as product_id, p.name as product_name, coalesce(r.stars, 0) as stars,
        (select coalesce(jsonb_agg(h), '[]') from (${heldFor(sql`p.producer_id`, sql`p.id`, today)}) h) as papers
      from product.pub_product p left join lateral (${starsOn(today)}) r on true
      where p.producer_id = any(${[...producers]}::text[]) and p.retired_on is null order by p.name, p.id limit 100`,
  )
}

/** Groups of the offers that a producer or a product stands behind. */
export function offersBehind(
  runs: Runs,
  subject: { producerId?: string; productId?: string },
): Promise<{ id: string; groupNo: string }[]> {
  return rows(
    runs,
    sql<{ id: string; groupNo: string }>`
      select o.id, p.group_no from trade.offer o join product.pub_product p on p.id = o.product_id
      where o.withdrawn_on is null and (p.producer_id = ${subject.producerId ?? null} or p.id = ${subject.productId ?? null})`,
  )
}

export async function openOffers(
  runs: Runs,
  wanted: BoardWanted,
  today: CivilDate,
  { page, size }: { page: number; size: number },
): Promise<{ items: ShownOffer[]; total: number }> {
  const where = offerWhere(wanted)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${shown(today)} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<ShownOffer>`${shown(today)} where ${where} order by r.stars desc nulls last, o.offered_on desc, o.id
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

function offerWhere({ q, groups, province, month }: BoardWanted): RawBuilder<unknown> {
  const all = [sql`o.withdrawn_on is null and p.retired_on is null`]
  if (q) all.push(sql`public.vn_fold(p.name || ' ' || m.name) like '%' || public.vn_fold(${likeWords(q)}) || '%'`)
  if (groups.length > 0) all.push(sql`p.group_no = any(${[...groups]}::text[]) and p.group_text = ${groupingText}`)
  if (province) all.push(sql`t.today_province_code = ${province}`)
  if (month) all.push(sql`o.monthly[${month}::integer] > 0`)
  return sql.join(all, sql` and `)
}
