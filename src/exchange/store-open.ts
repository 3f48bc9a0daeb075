import { productsInForce } from '../statistics/figures/products-in-force.ts'
import type { Context } from '../platform/context.ts'
import { rows, sql } from '../platform/db.ts'
import type { RawBuilder } from '../platform/db.ts'
import type { OpenRow } from './model.ts'

// One page of a walk by key: a reader who is slow, or leaves, holds neither a transaction nor more than this in memory.
const pageSize = 2000

async function* walk(ctx: Context, key: string, page: (after: string) => RawBuilder<OpenRow>): AsyncGenerator<OpenRow> {
  let after = ''
  for (;;) {
    const found = await rows<OpenRow>(ctx, page(after))
    yield* found
    if (found.length < pageSize) return
    after = String(found.at(-1)?.[key])
  }
}

export function products(ctx: Context): AsyncGenerator<OpenRow> {
  return walk(
    ctx,
    'productId',
    (after) => sql<OpenRow>`select l.*, l.number as certificate from catalogue.pub_listing l
      where l.product_id > ${after} order by l.product_id limit ${pageSize}`,
  )
}

export function recognitions(ctx: Context): AsyncGenerator<OpenRow> {
  return walk(
    ctx,
    'certificate',
    (
      after,
    ) => sql<OpenRow>`select r.number as certificate, r.product_id, r.product_name, r.producer_name, r.stars, r.issued_on,
        r.expires_on, r.last_day, r.end_kind, r.decision_number, r.decided_on, r.authority, r.level, r.text, r.source_url, r.sample
      from recognition.pub_recognition r where r.number > ${after} order by r.number limit ${pageSize}`,
  )
}

export function producers(ctx: Context): AsyncGenerator<OpenRow> {
  return walk(
    ctx,
    'producerId',
    (after) => sql<OpenRow>`
      select o.id as producer_id, o.code, o.name, o.kind, c.products, c.products_in_force, u.code as commune_code,
        u.full_name as commune_name, v.code as province_code, v.full_name as province_name, o.sample
      from producer.pub_producer o
      join (select l.producer_id, count(*) as products, count(f.key) as products_in_force from catalogue.pub_listing l
        left join (${productsInForce.facts(ctx.today)}) f on f.key = l.product_id
        group by l.producer_id) c on c.producer_id = o.id
      left join territory.pub_today t on t.code = o.commune_code
        and o.commune_on >= t.valid_from and (t.valid_to is null or o.commune_on < t.valid_to)
      left join territory.pub_commune_today u on u.code = t.today_code
      left join territory.pub_province_today v on v.code = t.today_province_code
      where o.kind <> 'unknown' and o.id > ${after} order by o.id limit ${pageSize}`,
  )
}
