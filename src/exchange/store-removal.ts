import { rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Candidate } from './model.ts'

/** Recognitions of a province of today whose product is named like this one; the likest first, then the latest. */
export function candidates(
  runs: Runs,
  { provinceCode, product }: { provinceCode: string; product: string },
): Promise<Candidate[]> {
  const likeness = sql`similarity(public.vn_fold(r.product_name), public.vn_fold(${product}))`
  return rows<Candidate>(
    runs,
    sql<Candidate>`select r.number, r.product_id, r.product_name, r.producer_name, r.stars, r.level, r.unit_code,
        r.decision_number, r.decided_on, r.issued_on, r.expires_on, r.end_kind, ${provinceCode} as today_unit
      from recognition.pub_recognition r
      join product.pub_product p on p.id = r.product_id
      join territory.pub_today t on t.code = p.commune_code
        and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
      where t.today_province_code = ${provinceCode} and coalesce(r.end_kind, 'expiry-recorded') = 'expiry-recorded'
        and ${likeness} >= 0.3
      order by ${likeness} desc, r.issued_on desc, r.number limit 12`,
  )
}
