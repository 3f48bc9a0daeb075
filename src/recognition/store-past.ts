import { run, sql } from '../platform/db.ts'
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
