import type { CivilDate } from '../../kernel/civil-date.ts'
import { sql } from '../../platform/db.ts'
import { graceDays } from '../../regime/law.ts'
import type { RawBuilder } from '../../platform/db.ts'

/**
 * Each product ever recognised up to a day, once, with its latest recognition of then, where it is today and whether
 * it stood in force. The ground of every figure, so that they cannot disagree.
 */
export function recognisedUpTo(at: CivilDate): RawBuilder<unknown> {
  return sql`
    select distinct on (r.product_id) r.product_id, r.product_name, p.slug, r.producer_id, r.producer_name, o.slug as producer_slug,
      r.number, r.stars, nullif(p.group_no, '') as group_no, nullif(o.kind, 'unknown') as kind, r.round_id, r.issued_on, r.last_day, r.end_kind,
      t.today_province_code as province_code,
      case when length(t.today_code) = 5 then t.today_code end as commune_code,
      (${at}::date <= r.last_day or (r.end_kind is null and ${at}::date <= r.expires_on + ${graceDays}::integer and exists (
          select 1 from recognition.pub_renewal w
          where w.certificate_number = r.number and w.filed_on <= ${at}::date and (w.settled_on is null or w.settled_on > ${at}::date))))
        and not exists (
          select 1 from recognition.pub_suspension s
          where s.certificate_number = r.number and s.from_date <= ${at}::date and (s.to_date is null or s.to_date > ${at}::date))
        as in_force
    from recognition.pub_recognition r
    join product.pub_product p on p.id = r.product_id
    join producer.pub_producer o on o.id = r.producer_id
    left join territory.pub_today t on t.code = p.commune_code
      and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
    where r.issued_on <= ${at}::date
    order by r.product_id, r.issued_on desc, r.number desc`
}
