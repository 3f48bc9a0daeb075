import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { KeptFile } from './file.ts'
import type { NewPaper, Paper, WalletPaper } from './model.ts'

const paperColumns = sql`
  w.id, w.producer_id, w.product_id, w.kind, w.title, w.issuer, w.number, w.issued_on, w.expires_on, w.file, w.file_name,
  w.media_type, w.bytes, w.added_at, w.added_by, w.withdrawn_at, w.withdrawn_why, w.sample`

export function paperById(runs: Runs, id: string): Promise<Paper | undefined> {
  return maybeRow(runs, sql<Paper>`select ${paperColumns} from evidence.paper w where w.id = ${id}`)
}

export function lockPaper(runs: Runs, id: string): Promise<Paper | undefined> {
  return maybeRow(runs, sql<Paper>`select ${paperColumns} from evidence.paper w where w.id = ${id} for update`)
}

/** The wallet of a producer with what came to it by succession, in the order of the list of Form 02. */
export function walletOf(runs: Runs, producerId: string): Promise<WalletPaper[]> {
  return rows(
    runs,
    sql<WalletPaper>`
      select ${paperColumns}, p.name as product_name, case when w.producer_id <> ${producerId} then o.name end as inherited_from
      from evidence.paper w
      join producer.pub_producer o on o.id = w.producer_id
      left join product.pub_product p on p.id = w.product_id
      where w.producer_id = ${producerId}
        or w.producer_id in (select ancestor_id from producer.pub_line where producer_id = ${producerId})
      order by w.withdrawn_at nulls first, w.kind, w.expires_on nulls last, w.added_at`,
  )
}

/** Producers that carry on this one and therefore keep its papers. */
export async function heirsOf(runs: Runs, producerId: string): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{ producerId: string }>`select producer_id from producer.pub_line where ancestor_id = ${producerId}`,
  )
  return found.map((row) => row.producerId)
}

/** The same file twice in a wallet; those who send it at once wait for each other. */
export async function sameFile(runs: Runs, producerId: string, source: string): Promise<Paper | undefined> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`paper:${producerId}:${source}`}, 0))`)
  return maybeRow(
    runs,
    sql<Paper>`
      select ${paperColumns} from evidence.paper w
      where w.producer_id = ${producerId} and w.source = ${source} and w.withdrawn_at is null`,
  )
}

export async function productBelongsTo(runs: Runs, productId: string, producerId: string): Promise<boolean> {
  const found = await maybeRow(
    runs,
    sql`select 1 from product.pub_product where id = ${productId} and producer_id = ${producerId}`,
  )
  return found !== undefined
}

export function productsOf(runs: Runs, producerId: string): Promise<{ id: string; name: string }[]> {
  return rows(
    runs,
    sql<{ id: string; name: string }>`
      select id, name from product.pub_product where producer_id = ${producerId} and retired_on is null order by name, id`,
  )
}

/** The day by which the province's next round of evaluation is done, when one is announced. */
export async function nextEvaluation(runs: Runs, producerId: string, today: CivilDate): Promise<CivilDate | undefined> {
  const found = await maybeRow(
    runs,
    sql<{ doneBy: CivilDate | null }>`
      select min(r.done_by) as done_by
      from programme.pub_round r
      join territory.pub_today u
        on u.code = r.unit_code and r.unit_on >= u.valid_from and (u.valid_to is null or r.unit_on < u.valid_to)
      join producer.pub_producer p on p.id = ${producerId}
      join territory.pub_today t
        on t.code = p.commune_code and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
      where r.level = 'province' and r.done_by >= ${today} and u.today_code = t.today_province_code`,
  )
  return found?.doneBy ?? undefined
}

export interface NewRow {
  readonly id: string
  readonly paper: NewPaper
  readonly kept: KeptFile
  readonly at: string
  readonly by: string
}

export async function addPaper(runs: Runs, { id, paper: p, kept, at, by }: NewRow): Promise<void> {
  await run(
    runs,
    sql`insert into evidence.paper (id, producer_id, product_id, kind, title, issuer, number, issued_on, expires_on, file, source,
        file_name, media_type, bytes, added_at, added_by, sample)
      values (${id}, ${p.producerId}, ${p.productId ?? null}, ${p.kind}, ${p.title}, ${p.issuer ?? null}, ${p.number ?? null},
        ${p.issuedOn ?? null}, ${p.expiresOn ?? null}, ${kept.file}, ${kept.source}, ${kept.fileName}, ${kept.mediaType},
        ${kept.bytes}, ${at}, ${by}, ${p.sample ?? false})`,
  )
}

export async function withdrawPaper(
  runs: Runs,
  id: string,
  { at, by, why }: { at: string; by: string; why: string },
): Promise<void> {
  await run(
    runs,
    sql`update evidence.paper set withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_why = ${why} where id = ${id}`,
  )
}
