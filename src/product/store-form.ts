import { maybeRow, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Product } from './model.ts'

/** What was described with this form; the same form at the same moment waits. */
export async function describedWith(
  runs: Runs,
  key: string,
): Promise<Pick<Product, 'id' | 'slug' | 'name' | 'producerId'> | undefined> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`product form ${key}`}, 0))`)
  return maybeRow(
    runs,
    sql<Pick<Product, 'id' | 'slug' | 'name' | 'producerId'>>`select id, slug, name, producer_id from product.product
      where form_key = ${key}`,
  )
}
