import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { FundSource, Funds, LedgerCheck, LedgerEntry, LedgerLine, PrintedEntry } from './model-ledger.ts'

const funds = sql`
  select s.id, s.unit_code, s.unit_on, s.kind, s.name, s.document, s.year, s.sample, u.full_name as unit_name,
    t.today_code as unit_today, t.today_province_code as province_today, b.funding, b.available, b.committed, b.paid, b.claimed
  from support.source s
  left join territory.pub_unit u on u.code = s.unit_code
    and s.unit_on >= u.valid_from and (u.valid_to is null or s.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from
  cross join lateral (
    select max(amount) filter (where account = 'funding') as funding, max(amount) filter (where account = 'available') as available,
      max(amount) filter (where account = 'committed') as committed, max(amount) filter (where account = 'paid') as paid,
      max(amount) filter (where account = 'claimed') as claimed
    from support.balance where source_id = s.id
  ) b`

/** @returns false when the unit has a source of that year, name and document; whoever comes at the same moment waits. */
export async function addSource(runs: Runs, s: FundSource, by: string, at: Instant): Promise<boolean> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`support.source:${s.unitCode}:${s.year}`}, 0))`)
  const added = await run(
    runs,
    sql`insert into support.source (id, unit_code, unit_on, kind, name, document, year, opened_by, opened_at, sample)
      select ${s.id}, ${s.unitCode}, ${s.unitOn}::date, ${s.kind}, ${s.name}, ${s.document}, ${s.year}::integer, ${by},
        ${at}::timestamptz, ${s.sample}::boolean
      where not exists (select from support.source where unit_code = ${s.unitCode} and year = ${s.year} and kind = ${s.kind}
        and name = ${s.name} and document = ${s.document})`,
  )
  return added === 1
}

export function fundsById(runs: Runs, id: string): Promise<Funds | undefined> {
  return maybeRow(runs, sql<Funds>`${funds} where s.id = ${id}`)
}

/** Whoever moves money of a source waits for whoever moves it already. */
export async function lockFunds(runs: Runs, id: string): Promise<Funds | undefined> {
  await run(runs, sql`select 1 from support.source where id = ${id} for update`)
  return fundsById(runs, id)
}

/** The sources of today's units and what lies in them; the newest year first. */
export async function listFunds(
  runs: Runs,
  units: readonly UnitCode[] | 'all',
  { page, size }: { page: number; size: number },
): Promise<{ items: Funds[]; total: number }> {
  const where =
    units === 'all'
      ? sql`true`
      : sql`(t.today_code = any(${[...units]}::text[]) or t.today_province_code = any(${[...units]}::text[]))`
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${funds} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<Funds>`${funds} where ${where} order by s.year desc, s.name, s.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

export function fundsOfUnit(runs: Runs, unit: UnitCode): Promise<Funds[]> {
  return rows(runs, sql<Funds>`${funds} where t.today_code = ${unit} order by s.year desc, s.name, s.id limit 100`)
}

export async function addEntry(runs: Runs, e: LedgerEntry, lines: readonly LedgerLine[], by: string): Promise<void> {
  await run(
    runs,
    sql`insert into support.entry (id, key, source_id, entitlement_id, kind, document, note, corrects, on_date, entered_by, entered_at)
      values (${e.id}, ${e.key}, ${e.sourceId}, ${e.entitlementId}, ${e.kind}, ${e.document}, ${e.note}, ${e.corrects}, ${e.onDate},
        ${by}, ${e.enteredAt})`,
  )
  const values = lines.map(
    ({ account, amount }, index) => sql`(${e.id}, ${index + 1}, ${e.sourceId}, ${account}, ${amount})`,
  )
  await run(
    runs,
    sql`insert into support.line (entry_id, position, source_id, account, amount) values ${sql.join(values)}`,
  )
}

const entryColumns = sql`n.id, n.key, n.source_id, n.entitlement_id, n.kind, n.document, n.note, n.corrects, n.on_date, n.entered_at`

export function entryByKey(runs: Runs, key: string): Promise<LedgerEntry | undefined> {
  return maybeRow(runs, sql<LedgerEntry>`select ${entryColumns} from support.entry n where n.key = ${key}`)
}

export function entryById(runs: Runs, id: string): Promise<LedgerEntry | undefined> {
  return maybeRow(runs, sql<LedgerEntry>`select ${entryColumns} from support.entry n where n.id = ${id}`)
}

export async function isCorrected(runs: Runs, id: string): Promise<boolean> {
  return (await maybeRow(runs, sql<{ id: string }>`select id from support.entry where corrects = ${id}`)) !== undefined
}

export function linesOf(runs: Runs, entryId: string): Promise<LedgerLine[]> {
  return rows(
    runs,
    sql<LedgerLine>`select account, amount from support.line where entry_id = ${entryId} order by position`,
  )
}

/** The commitment that stands: where the money of an entitlement comes from. */
export async function sourceOfCommitment(runs: Runs, entitlementId: string): Promise<string | undefined> {
  const found = await maybeRow(
    runs,
    sql<{ sourceId: string }>`select n.source_id from support.entry n
      where n.entitlement_id = ${entitlementId} and n.kind = 'commitment'
        and not exists (select from support.entry c where c.corrects = n.id)
      order by n.entered_at desc limit 1`,
  )
  return found?.sourceId
}

const printed = sql`
  select ${entryColumns}, c.account as credit, d.account as debit, d.amount, o.name as producer_name, x.id as corrected_by
  from support.entry n
  join support.line c on c.entry_id = n.id and c.amount < 0
  join support.line d on d.entry_id = n.id and d.amount > 0
  left join support.entitlement e on e.id = n.entitlement_id
  left join producer.pub_producer o on o.id = e.producer_id
  left join support.entry x on x.corrects = n.id`

export async function ledgerOf(
  runs: Runs,
  sourceId: string,
  { page, size }: { page: number; size: number },
): Promise<{ items: PrintedEntry[]; total: number }> {
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from support.entry where source_id = ${sourceId}`,
  )
  const items = await rows(
    runs,
    sql<PrintedEntry>`${printed} where n.source_id = ${sourceId} order by n.entered_at desc, n.id desc
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

export function entriesOf(runs: Runs, entitlementId: string): Promise<PrintedEntry[]> {
  return rows(
    runs,
    sql<PrintedEntry>`${printed} where n.entitlement_id = ${entitlementId} order by n.entered_at, n.id limit 500`,
  )
}

/**
 * Reads every line: each entry sums to nothing, each kept balance is what its lines come to, and no entitlement was
 * paid more than was committed for it. Without a source, the whole ledger.
 */
export function checkLedger(runs: Runs, sourceId: string | null): Promise<LedgerCheck> {
  return oneRow(
    runs,
    sql<LedgerCheck>`
    with asked as materialized (
      select entry_id, source_id, account, amount from support.line where ${sourceId}::text is null or source_id = ${sourceId}
    ), sums as (select source_id, account, sum(amount) as amount from asked group by source_id, account)
    select (select count(*) from asked) as lines,
      (select count(*) from (select entry_id from asked group by entry_id having sum(amount) <> 0) off) as unbalanced,
      (select count(*) from support.balance b left join sums s using (source_id, account)
        where (${sourceId}::text is null or b.source_id = ${sourceId}) and b.amount <> coalesce(s.amount, 0)) as drifted,
      (select count(*) from (
        select n.entitlement_id from asked l join support.entry n on n.id = l.entry_id
        where l.account = 'committed' and n.entitlement_id is not null
        group by n.entitlement_id having sum(l.amount) < 0) over) as overpaid`,
  )
}

export function wholeLedger(runs: Runs, sourceId: string, upTo: CivilDate): Promise<PrintedEntry[]> {
  return rows(
    runs,
    sql<PrintedEntry>`${printed} where n.source_id = ${sourceId} and n.on_date <= ${upTo} order by n.entered_at, n.id`,
  )
}
