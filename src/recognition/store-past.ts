import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'

/** Lines and certificates of a product that were printed elsewhere take the name of their holder. */
export async function attribute(
  runs: Runs,
  productId: string,
  holder: { producerId: string; producerName: string; placeName: string },
): Promise<number> {
  const { producerId, producerName, placeName } = holder
  await run(
    runs,
    sql`update recognition.line l set producer_id = ${producerId}, producer_name = ${producerName}, place_name = ${placeName}
      from recognition.certificate c where c.line_id = l.id and c.product_id = ${productId} and c.layout = 'elsewhere'`,
  )
  return run(
    runs,
    sql`update recognition.certificate set producer_id = ${producerId}, producer_name = ${producerName}
      where product_id = ${productId} and layout = 'elsewhere'`,
  )
}

/** A product of one of today's provinces, found by what an officer copies from paper. */
export interface NamedProduct {
  readonly id: string
  readonly slug: string
  readonly producerId: string
  readonly producerName: string
  /** Null when its commune was split or is not certain. */
  readonly communeToday: string | null
  /** The district of its commune as recorded; null since districts are no more. */
  readonly districtCode: string | null
  readonly sample: boolean
}

/** By a code, today's or an earlier one, by the end of its page's address, or by its whole name. */
export function productsNamed(runs: Runs, words: string, province: string): Promise<NamedProduct[]> {
  return rows(
    runs,
    sql<NamedProduct>`select p.id, p.slug, p.producer_id, o.name as producer_name, t.today_code as commune_today, u.district_code, p.sample
      from product.pub_product p
      join producer.pub_producer o on o.id = p.producer_id
      join territory.pub_today t on t.code = p.commune_code
        and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
      join territory.pub_unit u on u.code = t.code and u.valid_from = t.valid_from
      where t.today_province_code = ${province} and (
        p.slug = ${words} or public.vn_fold(p.name) = public.vn_fold(${words})
        or exists (select from product.pub_code c where c.product_id = p.id and c.code = upper(${words})))
      order by p.id limit 100`,
  )
}

/** An old round entered again from its papers, by whom and when. */
export interface PastRound {
  readonly minutes: string | null
  readonly enteredBy: string
  readonly enteredAt: Instant
}

export function addPastRound(runs: Runs, decisionId: string, round: PastRound): Promise<number> {
  return run(
    runs,
    sql`insert into recognition.past_round (decision_id, minutes, entered_by, entered_at)
      values (${decisionId}, ${round.minutes}, ${round.enteredBy}, ${round.enteredAt})`,
  )
}

/** With the name of the person, not the account. */
export function pastRoundOf(runs: Runs, decisionId: string): Promise<PastRound | undefined> {
  return maybeRow(
    runs,
    sql<PastRound>`select r.minutes, a.name as entered_by, r.entered_at
      from recognition.past_round r join identity.pub_account a on a.id = r.entered_by
      where r.decision_id = ${decisionId}`,
  )
}
