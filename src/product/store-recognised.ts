import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'

export async function markRecognised(runs: Runs, productId: string, since: CivilDate): Promise<void> {
  await run(
    runs,
    sql`insert into product.recognised (product_id, since) values (${productId}, ${since})
      on conflict (product_id) do update set since = least(product.recognised.since, excluded.since)`,
  )
}

export async function wasRecognised(runs: Runs, productId: string): Promise<boolean> {
  const found = await maybeRow(
    runs,
    sql<{ since: CivilDate }>`select since from product.recognised where product_id = ${productId}`,
  )
  return found !== undefined
}
