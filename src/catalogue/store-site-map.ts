import { rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'

/** What has a page of its own in the catalogue, in the order of ids: ids grow with time, so old parts stay as they are. */
const lists = {
  'san-pham': sql.raw('select product_id as id, slug from catalogue.listing'),
  'chu-the': sql.raw(
    'select producer_id as id, min(producer_slug) as slug from catalogue.listing group by producer_id',
  ),
} as const

export type Listed = keyof typeof lists
export const listedKinds = Object.keys(lists) as Listed[]

/** The id that each part of `size` addresses begins with. */
export async function partBeginnings(runs: Runs, kind: Listed, size: number): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{ id: string }>`
      select id from (select id, row_number() over (order by id) - 1 as place from (${lists[kind]}) l) n
      where place % ${size} = 0 order by id`,
  )
  return found.map(({ id }) => id)
}

/** Pages from an id on, at most `size` of them. */
export function pagesFrom(runs: Runs, kind: Listed, id: string, size: number): Promise<{ id: string; slug: string }[]> {
  return rows(runs, sql`select id, slug from (${lists[kind]}) l where id >= ${id} order by id limit ${size}`)
}
