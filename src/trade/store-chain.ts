import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type {
  ChainBuyer,
  ExportReady,
  ExportRecord,
  Gift,
  LocalMedian,
  MaterialArea,
  ShownAtFair,
  StarMonth,
} from './model-chain.ts'
import { heldFor, starsOn } from './store-offer.ts'

export async function addArea(
  runs: Runs,
  a: Omit<MaterialArea, 'communeName' | 'toDate'> & { readonly communeOn: CivilDate; readonly sample: boolean },
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into trade.material_area (id, producer_id, name, crop, commune_code, commune_on, square_metres, households, contract,
        from_date, entered_by, entered_at, sample)
      values (${a.id}, ${a.producerId}, ${a.name}, ${a.crop}, ${a.communeCode}, ${a.communeOn}, ${a.squareMetres}, ${a.households},
        ${a.contract}, ${a.fromDate}, ${by}, ${at}, ${a.sample})`,
  )
}

export async function endArea(runs: Runs, producerId: string, id: string, on: CivilDate): Promise<boolean> {
  const touched = await run(
    runs,
    sql`update trade.material_area set to_date = ${on} where id = ${id} and producer_id = ${producerId} and to_date is null`,
  )
  return touched === 1
}

export function areasOf(runs: Runs, producerId: string): Promise<MaterialArea[]> {
  return rows(
    runs,
    sql<MaterialArea>`
      select a.id, a.producer_id, a.name, a.crop, a.commune_code, u.full_name as commune_name, a.square_metres, a.households, a.contract,
        a.from_date, a.to_date
      from trade.material_area a
      left join territory.pub_unit u on u.code = a.commune_code
        and a.commune_on >= u.valid_from and (u.valid_to is null or a.commune_on < u.valid_to)
      where a.producer_id = ${producerId} order by a.to_date nulls first, a.from_date, a.id limit 200`,
  )
}

export function chainBuyers(runs: Runs, producerId: string): Promise<ChainBuyer[]> {
  return rows(
    runs,
    sql<ChainBuyer>`
      select c.buyer_id, b.name, b.kind, count(*) as connections, count(o.connection_id) as received, coalesce(sum(o.value), 0)::bigint as value
      from trade.connection c join trade.buyer b on b.id = c.buyer_id left join trade.outcome o on o.connection_id = c.id
      where c.producer_id = ${producerId} and c.state in ('agreed', 'delivered', 'done')
      group by 1, 2, 3 order by value desc, b.name limit 100`,
  )
}

/** @returns false when the product stands there already. */
export async function addGift(
  runs: Runs,
  g: { id: string; productId: string; occasion: string; price: number; note: string; sample: boolean },
  by: string,
  on: CivilDate,
): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into trade.gift (id, product_id, occasion, price, note, shelved_on, shelved_by, sample)
      values (${g.id}, ${g.productId}, ${g.occasion}, ${g.price}, ${g.note}, ${on}, ${by}, ${g.sample}) on conflict do nothing`,
  )
  return added === 1
}

export async function takeOff(runs: Runs, id: string, on: CivilDate): Promise<boolean> {
  return (
    (await run(runs, sql`update trade.gift set taken_off_on = ${on} where id = ${id} and taken_off_on is null`)) === 1
  )
}

const shelf = (today: CivilDate) => sql`
  select g.id, p.name as product_name, p.slug as product_slug, m.name as producer_name, t.today_code as commune_today,
    t.today_province_code as province_today, v.full_name as province_name, g.occasion, g.price, g.note, g.shelved_on, r.stars
  from trade.gift g
  join product.pub_product p on p.id = g.product_id
  join producer.pub_producer m on m.id = p.producer_id
  join lateral (${starsOn(today)}) r on r.stars is not null
  left join territory.pub_today t on t.code = m.commune_code
    and m.commune_on >= t.valid_from and (t.valid_to is null or m.commune_on < t.valid_to)
  left join territory.pub_province_today v on v.code = t.today_province_code
  where g.taken_off_on is null and p.retired_on is null`

export function giftById(runs: Runs, id: string, today: CivilDate): Promise<Gift | undefined> {
  return maybeRow(runs, sql<Gift>`${shelf(today)} and g.id = ${id}`)
}

/** The best stars first. A product whose recognition ended is not there, without anybody taking it off. */
export async function giftsOn(
  runs: Runs,
  { province, budget }: { readonly province?: UnitCode | undefined; readonly budget?: number | undefined },
  today: CivilDate,
  { page, size }: { page: number; size: number },
): Promise<{ items: Gift[]; total: number }> {
  const where = sql`(${province ?? null}::text is null or t.today_province_code = ${province ?? null})
    and (${budget ?? null}::bigint is null or g.price <= ${budget ?? null}::bigint)`
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${shelf(today)} and ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<Gift>`${shelf(today)} and ${where} order by r.stars desc, p.name, g.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

/** Products of a province, or all of the country, with a star in force that are not on the shelf yet. */
export function giftable(
  runs: Runs,
  units: readonly UnitCode[],
  today: CivilDate,
): Promise<{ id: string; name: string; producerName: string; stars: number }[]> {
  return rows(
    runs,
    sql<{ id: string; name: string; producerName: string; stars: number }>`
      select p.id, p.name, m.name as producer_name, r.stars
      from product.pub_product p join producer.pub_producer m on m.id = p.producer_id
      join lateral (${starsOn(today)}) r on r.stars is not null
      join territory.pub_today t on t.code = m.commune_code
        and m.commune_on >= t.valid_from and (t.valid_to is null or m.commune_on < t.valid_to)
      where p.retired_on is null and (t.today_code = any(${[...units]}::text[]) or t.today_province_code = any(${[...units]}::text[]))
        and not exists (select 1 from trade.gift g where g.product_id = p.id and g.taken_off_on is null)
      order by p.name, p.id limit 500`,
  )
}

export function exportRecordOf(runs: Runs, productId: string): Promise<ExportRecord | undefined> {
  return maybeRow(
    runs,
    sql<ExportRecord>`select english_name, english_summary, hs_code, markets, english_label from trade.export_record where product_id = ${productId}`,
  )
}

export async function keepExport(
  runs: Runs,
  productId: string,
  e: ExportRecord,
  by: string,
  on: CivilDate,
): Promise<void> {
  await run(
    runs,
    sql`insert into trade.export_record (product_id, english_name, english_summary, hs_code, markets, english_label, kept_on, kept_by)
      values (${productId}, ${e.englishName}, ${e.englishSummary}, ${e.hsCode}, ${e.markets}, ${e.englishLabel}, ${on}, ${by})
      on conflict (product_id) do update set english_name = excluded.english_name, english_summary = excluded.english_summary,
        hs_code = excluded.hs_code, markets = excluded.markets, english_label = excluded.english_label, kept_on = excluded.kept_on,
        kept_by = excluded.kept_by`,
  )
}

/** Every kept record with what is held for it today. */
export function exportRecords(runs: Runs, today: CivilDate): Promise<ExportReady[]> {
  return rows(
    runs,
    sql<ExportReady>`
      select e.english_name, e.english_summary, e.hs_code, e.markets, e.english_label, p.id as product_id, p.name as product_name,
        p.slug as product_slug, p.producer_id, m.name as producer_name, v.name_en as province_name, r.stars,
        array(select kind from (${heldFor(sql`p.producer_id`, sql`p.id`, today)}) h group by kind) as held
      from trade.export_record e join product.pub_product p on p.id = e.product_id
      join producer.pub_producer m on m.id = p.producer_id
      join lateral (${starsOn(today)}) r on r.stars is not null
      left join territory.pub_today t on t.code = m.commune_code
        and m.commune_on >= t.valid_from and (t.valid_to is null or m.commune_on < t.valid_to)
      left join territory.pub_province_today v on v.code = t.today_province_code
      where p.retired_on is null order by e.english_name, p.id limit 500`,
  )
}

export async function keepMonth(
  runs: Runs,
  producerId: string,
  m: Omit<StarMonth, 'received'> & { readonly sample: boolean },
  by: string,
  on: CivilDate,
): Promise<void> {
  await run(
    runs,
    sql`insert into trade.star_month (producer_id, month, cost, starred_sales, other_sales, kept_on, kept_by, sample)
      values (${producerId}, ${m.month}, ${m.cost}, ${m.starredSales}, ${m.otherSales}, ${on}, ${by}, ${m.sample})
      on conflict (producer_id, month) do update set cost = excluded.cost, starred_sales = excluded.starred_sales,
        other_sales = excluded.other_sales, kept_on = excluded.kept_on, kept_by = excluded.kept_by`,
  )
}

/** Fairs that a product was shown at, the newest first. */
export function fairsOf(runs: Runs, productId: string): Promise<ShownAtFair[]> {
  return rows(
    runs,
    sql<ShownAtFair>`select f.slug, f.title, a.reach, a.opens_on
      from fair.pub_attendance a join fair.pub_fair f on f.id = a.fair_id
      where a.product_id = ${productId} order by a.opens_on desc, f.id limit 20`,
  )
}

export function monthsOf(runs: Runs, producerId: string, since: CivilDate): Promise<StarMonth[]> {
  return rows(
    runs,
    sql<StarMonth>`select month, coalesce(m.cost, 0) as cost, coalesce(m.starred_sales, 0) as starred_sales,
        coalesce(m.other_sales, 0) as other_sales, coalesce(r.value, 0) as received
      from (select * from trade.star_month where producer_id = ${producerId}) m
      full join (select * from sale.pub_received where producer_id = ${producerId}) r using (month)
      where month >= ${since} order by month desc`,
  )
}

/** The middle of the other producers of a province, each with its own sums since a month. */
export function medianNearby(runs: Runs, except: string, province: UnitCode, since: CivilDate): Promise<LocalMedian> {
  return oneRow(
    runs,
    sql<LocalMedian>`
      select count(*) as producers,
        percentile_disc(0.5) within group (order by cost_per_thousand)::integer as cost_per_thousand,
        percentile_disc(0.5) within group (order by starred_percent)::integer as starred_percent
      from (
        select s.producer_id, round(sum(s.cost) * 1000 / sum(s.starred_sales)) as cost_per_thousand,
          round(sum(s.starred_sales) * 100 / (sum(s.starred_sales) + sum(s.other_sales))) as starred_percent
        from (
          select producer_id, month, cost, starred_sales, other_sales from trade.star_month
          -- Whoever keeps no sheet stands in no median.
          union all select r.producer_id, r.month, 0, r.value, 0 from sale.pub_received r
            where exists (select 1 from trade.star_month k where k.producer_id = r.producer_id and k.month >= ${since})
        ) s join producer.pub_producer m on m.id = s.producer_id
        join territory.pub_today t on t.code = m.commune_code
          and m.commune_on >= t.valid_from and (t.valid_to is null or m.commune_on < t.valid_to)
        where s.month >= ${since} and s.producer_id <> ${except} and t.today_province_code = ${province}
        group by s.producer_id having sum(s.starred_sales) > 0
      ) each_one`,
  )
}
