import { json, maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { ListRow, RowReport, Settlement, SoundRecognition, WaitingRow } from './model.ts'
import type { Namesake } from './rules.ts'

export async function addBatch(
  runs: Runs,
  batch: { id: string; fileName: string; fileHash: string; rows: number; by: string; at: string },
): Promise<void> {
  await run(
    runs,
    sql`insert into exchange.batch (id, file_name, file_hash, rows, imported_by, imported_at)
      values (${batch.id}, ${batch.fileName}, ${batch.fileHash}, ${batch.rows}, ${batch.by}, ${batch.at})`,
  )
}

export function rowByKey(runs: Runs, key: string): Promise<(RowReport & { readonly isSettled: boolean }) | undefined> {
  return maybeRow(
    runs,
    sql<
      RowReport & { isSettled: boolean }
    >`select settled is not null as is_settled, line, outcome, reason, province_code, commune_code, product_id, gaps from exchange.row where key = ${key}`,
  )
}

/** A row that waited may be decided later, e.g. when a unit's lineage is settled; an accepted one never changes. */
export async function saveRow(
  runs: Runs,
  key: string,
  batchId: string,
  row: ListRow,
  report: RowReport,
): Promise<void> {
  await run(
    runs,
    sql`insert into exchange.row (key, batch_id, line, content, outcome, reason, province_code, commune_code, product_id, gaps)
      values (${key}, ${batchId}, ${row.line}, ${json(row)}, ${report.outcome}, ${report.reason}, ${report.provinceCode},
        ${report.communeCode}, ${report.productId}, ${[...report.gaps]}::text[])
      on conflict (key) do update set outcome = excluded.outcome, reason = excluded.reason, province_code = excluded.province_code,
        commune_code = excluded.commune_code, product_id = excluded.product_id, gaps = excluded.gaps
      where exchange.row.outcome <> 'accepted'`,
  )
}

/** The producer of this name in this unit (a commune of today, or the district or province a list told). */
export function producerNamed(runs: Runs, name: string, unit: string): Promise<{ id: string }[]> {
  return rows(
    runs,
    sql<{ id: string }>`select o.id from producer.pub_producer o
      join territory.pub_today t on t.code = o.commune_code
        and o.commune_on >= t.valid_from and (t.valid_to is null or o.commune_on < t.valid_to)
      where lower(o.name) = lower(${name}) and (t.today_code = ${unit} or (length(o.commune_code) < 5 and o.commune_code = ${unit})) limit 2`,
  )
}

export function productNamed(runs: Runs, name: string, producerId: string): Promise<{ id: string }[]> {
  return rows(
    runs,
    sql<{
      id: string
    }>`select id from product.pub_product where lower(name) = lower(${name}) and producer_id = ${producerId} limit 2`,
  )
}

/** Recognitions that a decision of this number and day already holds under one name of a product. */
export function namesakes(
  runs: Runs,
  { decisionNo, decidedOn, product }: SoundRecognition,
  authority: string,
): Promise<Namesake[]> {
  return rows<Namesake>(
    runs,
    sql<Namesake>`select r.product_id, r.stars, o.kind = 'unknown' as is_unnamed from recognition.pub_recognition r
      join producer.pub_producer o on o.id = r.producer_id
      where r.decision_number = ${decisionNo} and r.decided_on = ${decidedOn} and r.authority = ${authority}
        and lower(r.product_name) = lower(${product})`,
  )
}

/** The day, other than the one given, under which a decision of this number, authority and year was entered. */
export function otherDay(
  runs: Runs,
  { decisionNo, decidedOn }: SoundRecognition,
  authority: string,
): Promise<{ decidedOn: string } | undefined> {
  return maybeRow(
    runs,
    sql<{ decidedOn: string }>`select decided_on from recognition.pub_recognition
      where decision_number = ${decisionNo} and authority = ${authority} and decided_on <> ${decidedOn}
        and extract(year from decided_on) = extract(year from ${decidedOn}::date) limit 1`,
  )
}

const waiting = sql`key, line, outcome, reason, province_code, commune_code, product_id, gaps, content, settled`

/** Rows that wait for a person, and those entered with gaps, of these provinces or of the whole country. */
export function waitingRows(runs: Runs, provinces: readonly string[] | 'all'): Promise<WaitingRow[]> {
  return rows<WaitingRow>(
    runs,
    sql<WaitingRow>`select ${waiting} from exchange.row
      where case when outcome = 'accepted' then gaps <> '{}' else settled is null end
        and ${provinces === 'all' ? sql`true` : sql`province_code = any(${[...provinces]}::text[])`}
      order by outcome, province_code nulls first, line limit 500`,
  )
}

export function waitingRow(runs: Runs, key: string): Promise<WaitingRow | undefined> {
  return maybeRow<WaitingRow>(runs, sql<WaitingRow>`select ${waiting} from exchange.row where key = ${key}`)
}

export function lockRow(runs: Runs, key: string): Promise<WaitingRow | undefined> {
  return maybeRow<WaitingRow>(runs, sql<WaitingRow>`select ${waiting} from exchange.row where key = ${key} for update`)
}

/** The other rows that wait and name the same decision of the same province. */
export function rowsOfDecision(runs: Runs, { key, content, provinceCode }: WaitingRow): Promise<WaitingRow[]> {
  return rows<WaitingRow>(
    runs,
    sql<WaitingRow>`select ${waiting} from exchange.row
      where outcome = 'needs-person' and settled is null and key <> ${key} and province_code = ${provinceCode}
        and content ->> 'decisionNo' = ${content.decisionNo ?? null} and content ->> 'year' is not distinct from ${content.year ?? null}
      order by line for update`,
  )
}

export async function settle(runs: Runs, key: string, report: RowReport, settled: Settlement): Promise<void> {
  await run(
    runs,
    sql`update exchange.row set outcome = ${report.outcome}, reason = ${report.reason}, province_code = ${report.provinceCode},
      commune_code = ${report.communeCode}, product_id = ${report.productId}, gaps = ${[...report.gaps]}::text[],
      settled = ${json(settled)} where key = ${key}`,
  )
}
