import type { CivilDate } from '../kernel/civil-date.ts'
import { rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import { recognisedUpTo } from '../statistics/figures/recognised.ts'
import type { Place } from '../statistics/model.ts'
import type { ReportedProduct } from './model.ts'

/** Every product of a place that was ever recognised up to a day, with all its recognitions of then in order. */
export function reportedProducts(runs: Runs, at: CivilDate, { provinces }: Place): Promise<ReportedProduct[]> {
  return rows<ReportedProduct>(
    runs,
    sql<ReportedProduct>`select f.product_id, p.code as product_code, f.product_name, p.group_text, p.group_no, f.stars,
        f.in_force, f.end_kind, f.last_day, f.producer_name, o.kind, o.address, o.representative_name,
        coalesce(f.commune_code, f.province_code) as unit_code, u.full_name as commune_name, v.full_name as province_name,
        (select json_agg(json_build_object('stars', r.stars, 'decidedOn', r.decided_on, 'decisionNumber', r.decision_number,
            'authority', r.authority) order by r.issued_on, r.number)
          from recognition.pub_recognition r where r.product_id = f.product_id and r.issued_on <= ${at}::date) as recognitions
      from (${recognisedUpTo(at)}) f
      join product.pub_product p on p.id = f.product_id
      join producer.pub_producer o on o.id = f.producer_id
      left join territory.pub_commune_today u on u.code = f.commune_code
      left join territory.pub_province_today v on v.code = f.province_code
      where ${provinces === undefined ? sql`true` : sql`f.province_code = any(${[...provinces]}::text[])`}
      order by v.full_name nulls last, u.full_name nulls last, f.product_name, f.product_id`,
  )
}
