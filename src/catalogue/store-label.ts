import type { Runs } from '../platform/db.ts'
import { maybeRow, sql } from '../platform/db.ts'
import type { Labelled } from './linkset.ts'

const labelled = sql`
  select p.slug, p.name,
    (select r.number from recognition.pub_recognition r where r.product_id = p.id order by r.issued_on desc, r.number desc limit 1) as certificate
  from product.pub_product p`

/** The product that carries this bar code: a sibling's code leads to the sibling. */
export function productByGtin(runs: Runs, gtin: string): Promise<Labelled | undefined> {
  return maybeRow(
    runs,
    sql<Labelled>`${labelled} where p.id = (select k.product_id from product.pub_pack k where k.gtin = ${gtin})`,
  )
}

/** By any code it was ever given: labels outlive the borders that a code was made from. */
export function productByCode(runs: Runs, code: string): Promise<Labelled | undefined> {
  return maybeRow(
    runs,
    sql<Labelled>`${labelled} where p.id = (select k.product_id from product.pub_code k where k.code = ${code})`,
  )
}
