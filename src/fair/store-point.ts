import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type { PointClass, SalePoint, ShelvedProduct } from './model-point.ts'
import { starsOn } from './store-application.ts'

function points(today: CivilDate): RawBuilder<unknown> {
  return sql`
  select p.id, p.unit_code, p.class, p.name, p.address, p.keeper, p.phone, p.hours, p.opened_on, c.closed_on, p.sample,
    m.full_name as commune_name, t.today_province_code as province_today,
    case when p.unit_code = 'VN' then 'VN' else ut.today_code end as unit_today,
    (select count(*) from fair.shelf s where s.point_id = p.id and s.to_date is null
      and ${starsOn(sql`s.product_id`, today)} is not null) as in_force
  from fair.point p
  left join fair.point_closing c on c.point_id = p.id
  left join territory.pub_today t on t.code = p.commune_code
    and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
  left join territory.pub_commune_today m on m.code = t.today_code
  left join territory.pub_today ut on ut.code = p.unit_code
    and p.unit_on >= ut.valid_from and (ut.valid_to is null or p.unit_on < ut.valid_to)`
}

export async function addPoint(
  runs: Runs,
  p: Omit<SalePoint, 'closedOn' | 'communeName' | 'provinceToday' | 'unitToday' | 'inForce'> & {
    readonly commune: UnitCode
  },
  by: string,
  on: CivilDate,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into fair.point (id, unit_code, unit_on, class, name, address, commune_code, commune_on, keeper, phone, hours, opened_on,
        entered_by, entered_at, sample)
      values (${p.id}, ${p.unitCode}, ${on}, ${p.class}, ${p.name}, ${p.address}, ${p.commune}, ${on}, ${p.keeper}, ${p.phone},
        ${p.hours}, ${p.openedOn}, ${by}, ${at}, ${p.sample})`,
  )
}

export function pointById(runs: Runs, id: string, today: CivilDate): Promise<SalePoint | undefined> {
  return maybeRow(runs, sql<SalePoint>`${points(today)} where p.id = ${id}`)
}

export async function lockPoint(runs: Runs, id: string, today: CivilDate): Promise<SalePoint | undefined> {
  await run(runs, sql`select 1 from fair.point where id = ${id} for update`)
  return pointById(runs, id, today)
}

export interface PointsWanted {
  readonly province?: UnitCode | undefined
  readonly class?: PointClass | undefined
  /** Today's units that keep them; then the closed ones are listed too. */
  readonly units?: readonly UnitCode[]
}

export async function listPoints(
  runs: Runs,
  wanted: PointsWanted,
  today: CivilDate,
  { page, size }: { page: number; size: number },
): Promise<{ items: SalePoint[]; total: number }> {
  const all = [wanted.units === undefined ? sql`(c.closed_on is null or c.closed_on > ${today}::date)` : sql`true`]
  if (wanted.province !== undefined) all.push(sql`t.today_province_code = ${wanted.province}`)
  if (wanted.class !== undefined) all.push(sql`p.class = ${wanted.class}`)
  if (wanted.units !== undefined) {
    const list = sql`${[...wanted.units]}::text[]`
    all.push(sql`(p.unit_code = any(${list}) or ut.today_code = any(${list}))`)
  }
  const where = sql.join(all, sql` and `)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${points(today)} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<SalePoint>`${points(today)} where ${where} order by t.today_province_code, public.vn_fold(p.name), p.id
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

/** What stands on the shelf: in force first, then what must not be called OCOP any more. */
export function shelfOf(runs: Runs, pointId: string, today: CivilDate): Promise<ShelvedProduct[]> {
  return rows(
    runs,
    sql<ShelvedProduct>`select d.id, d.name, d.slug, o.name as producer_name, ${starsOn(sql`d.id`, today)} as stars,
        (select max(r.last_day) from recognition.pub_recognition r where r.product_id = d.id) as last_day
      from fair.shelf s join product.pub_product d on d.id = s.product_id join producer.pub_producer o on o.id = d.producer_id
      where s.point_id = ${pointId} and s.to_date is null
      order by stars desc nulls last, public.vn_fold(d.name), d.id limit 500`,
  )
}

/** A product by its code or by the number of one of its certificates. */
export function productByCode(
  runs: Runs,
  code: string,
  today: CivilDate,
): Promise<{ id: string; stars: number | null } | undefined> {
  return maybeRow(
    runs,
    sql<{
      id: string
      stars: number | null
    }>`select d.id, ${starsOn(sql`d.id`, today)} as stars from product.pub_product d
      where d.id in (
        select product_id from product.pub_code where code = ${code}
        union select product_id from recognition.pub_recognition where number = ${code}) limit 1`,
  )
}

/** @returns false when it stands there already. */
export async function putOnShelf(
  runs: Runs,
  pointId: string,
  productId: string,
  mark: { by: string; on: CivilDate; at: Instant },
): Promise<boolean> {
  const put = await run(
    runs,
    sql`insert into fair.shelf (point_id, product_id, position, from_date, by_account, at)
      select ${pointId}, ${productId}, coalesce(max(position), 0) + 1, ${mark.on}::date, ${mark.by}, ${mark.at}::timestamptz
      from fair.shelf where point_id = ${pointId} and product_id = ${productId}
      on conflict do nothing`,
  )
  return put === 1
}

export function takeDown(runs: Runs, pointId: string, productId: string, on: CivilDate): Promise<number> {
  return run(
    runs,
    sql`update fair.shelf set to_date = ${on}::date
      where point_id = ${pointId} and product_id = ${productId} and to_date is null`,
  )
}

export async function closePoint(
  runs: Runs,
  pointId: string,
  c: { closedOn: CivilDate; reason: string; by: string; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into fair.point_closing (point_id, closed_on, reason, by_account, at)
      values (${pointId}, ${c.closedOn}, ${c.reason}, ${c.by}, ${c.at})`,
  )
}
