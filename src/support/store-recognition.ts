import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'

/** A recognition with the stars before it and the units that may owe something for it. */
export interface RecognitionFacts {
  readonly number: string
  readonly productId: string
  readonly producerId: string
  readonly stars: number
  readonly before: number | null
  readonly decidedOn: CivilDate
  readonly communeCode: UnitCode
  readonly communeOn: CivilDate
  /** The province of the decision's day; null when the place of those days cannot be told. */
  readonly provinceCode: UnitCode | null
  readonly sample: boolean
}

// A province's decision names the province itself; of the others the commune of the product tells it, as of that day.
export function recognitionFacts(runs: Runs, number: string): Promise<RecognitionFacts | undefined> {
  return maybeRow(
    runs,
    sql<RecognitionFacts>`
    select r.number, r.product_id, r.producer_id, r.stars, r.decided_on, d.commune_code, d.commune_on, r.sample,
      (select b.stars from recognition.pub_recognition b
        where b.product_id = r.product_id and b.number <> r.number and b.issued_on <= r.issued_on
          and b.end_kind is distinct from 'revoked'
        order by b.issued_on desc, b.number desc limit 1) as before,
      case when r.level = 'province' then r.unit_code else coalesce(
        (select u.province_code from territory.pub_unit u where u.code = d.commune_code
          and r.decided_on >= u.valid_from and (u.valid_to is null or r.decided_on < u.valid_to)),
        (select t.today_province_code from territory.pub_today t where t.code = d.commune_code
          and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to))) end as province_code
    from recognition.pub_recognition r join product.pub_product d on d.id = r.product_id
    where r.number = ${number} and r.decided_on is not null`,
  )
}

export async function isRevoked(runs: Runs, number: string): Promise<boolean> {
  const found = await maybeRow(
    runs,
    sql<{
      endKind: string
    }>`select end_kind from recognition.pub_recognition where number = ${number} and end_kind = 'revoked'`,
  )
  return found !== undefined
}

/** The most stars a product holds on a day. */
export async function starsOn(runs: Runs, productId: string, on: CivilDate): Promise<number | null> {
  const found = await maybeRow(
    runs,
    sql<{ stars: number }>`select max(stars) as stars from recognition.pub_recognition
      where product_id = ${productId} and issued_on <= ${on} and last_day >= ${on}`,
  )
  return found?.stars ?? null
}

export interface OwnProduct {
  readonly id: string
  readonly name: string
  readonly producerId: string
  readonly communeCode: UnitCode
  readonly communeOn: CivilDate
}

export function productsOf(runs: Runs, producers: readonly string[]): Promise<OwnProduct[]> {
  return rows(
    runs,
    sql<OwnProduct>`select id, name, producer_id, commune_code, commune_on from product.pub_product
      where producer_id = any(${[...producers]}::text[]) and retired_on is null order by name, id limit 200`,
  )
}

export interface OwnProducer {
  readonly id: string
  readonly name: string
  readonly communeCode: UnitCode
  readonly communeOn: CivilDate
  readonly communeToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly sample: boolean
}

export function producersWithPlace(runs: Runs, ids: readonly string[]): Promise<OwnProducer[]> {
  return rows(
    runs,
    sql<OwnProducer>`select o.id, o.name, o.commune_code, o.commune_on, t.today_code as commune_today,
        t.today_province_code as province_today, o.sample
      from producer.pub_producer o
      left join territory.pub_today t on t.code = o.commune_code
        and o.commune_on >= t.valid_from and (t.valid_to is null or o.commune_on < t.valid_to)
      where o.id = any(${[...ids]}::text[]) order by o.name, o.id`,
  )
}
