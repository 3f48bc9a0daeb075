import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Batch, Entry, Head } from './model.ts'
import { entryColumns } from './store.ts'

/** One sealer at a time; the next waits until this transaction ends. */
export async function lockChain(runs: Runs): Promise<void> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtext('audit.batch'))`)
}

/**
 * Takes the numbers that wait, oldest first. Only committed acts are on the list, so an act still in flight keeps its
 * number for a later batch. A number whose entry is gone stays on the list, where verifying finds it.
 */
export function takeUnsealed(runs: Runs, limit: number): Promise<{ seq: number; hash: string }[]> {
  return rows(
    runs,
    sql<{ seq: number; hash: string }>`
      with waiting as (
        select u.seq, e.hash from audit.unsealed u join audit.entry e on e.seq = u.seq and e.at = u.at
        order by u.seq limit ${limit}
      ), taken as (
        delete from audit.unsealed u using waiting w where u.seq = w.seq returning u.seq
      )
      select w.seq, w.hash from waiting w join taken t on t.seq = w.seq order by w.seq`,
  )
}

export function lastHead(runs: Runs): Promise<Head | undefined> {
  return maybeRow(runs, sql<Head>`select number, hash from audit.batch order by number desc limit 1`)
}

export function lastSeal(runs: Runs): Promise<{ keyId: string } | undefined> {
  return maybeRow(runs, sql<{ keyId: string }>`select key_id from audit.batch order by number desc limit 1`)
}

export async function addBatch(runs: Runs, batch: Batch): Promise<void> {
  const { number, members, leaves, root, previous, hash, signature, keyId, sealedAt } = batch
  await run(
    runs,
    sql`
      insert into audit.batch (number, first_seq, last_seq, members, leaves, root, previous, hash, signature, key_id, sealed_at)
      values (${number}, ${members[0]}, ${members.at(-1)}, ${[...members]}, ${[...leaves]}, ${root}, ${previous}, ${hash},
        ${signature}, ${keyId}, ${sealedAt})`,
  )
}

/** The batch after a number; undefined at the end of the chain. */
export async function batchAfter(runs: Runs, number: number): Promise<Batch | undefined> {
  const batch = await maybeRow(
    runs,
    sql<Omit<Batch, 'members'> & { members: string[] }>`
      select number, members, leaves, root, previous, hash, signature, key_id, sealed_at
      from audit.batch where number > ${number} order by number limit 1`,
  )
  return batch && { ...batch, members: batch.members.map(Number) }
}

export function entriesNumbered(runs: Runs, members: readonly number[]): Promise<Entry[]> {
  return rows(runs, sql<Entry>`select ${entryColumns} from audit.entry e where e.seq = any(${[...members]}::bigint[])`)
}

/** Entries that wait for the next batch; where the entry is gone, its number alone. */
export function unsealedEntries(runs: Runs): Promise<({ waiting: number } & (Entry | { seq: null }))[]> {
  return rows(
    runs,
    sql<{ waiting: number } & (Entry | { seq: null })>`
      select u.seq as waiting, ${entryColumns}
      from audit.unsealed u left join audit.entry e on e.seq = u.seq and e.at = u.at order by u.seq`,
  )
}

export async function countEntries(runs: Runs): Promise<{ entries: number; batches: number }> {
  return oneRow(
    runs,
    sql<{ entries: number; batches: number }>`
      select (select count(*) from audit.entry) as entries, (select count(*) from audit.batch) as batches`,
  )
}

/** Entries that no batch holds and that do not wait for one: written past the programme, or written twice. */
export async function entriesInNoBatch(runs: Runs): Promise<number[]> {
  const found = await rows(
    runs,
    sql<{ seq: number }>`
      with known as (
        select unnest(members) as seq from audit.batch union all select seq from audit.unsealed
      )
      select seq from audit.entry group by seq
      having count(*) > 1 or not exists (select from known k where k.seq = entry.seq)
      order by seq`,
  )
  return found.map(({ seq }) => seq)
}

/** What is read together must be of one moment, while others write on. */
export async function freezeReading(runs: Runs): Promise<void> {
  await run(runs, sql`set transaction isolation level repeatable read read only`)
}

/**
 * The partition of a month, when it can still be made: once entries of that month rest in the default partition, they
 * stay there. Waits at most five seconds for the table, so that writers never queue behind it for long.
 */
export async function addPartition(runs: Runs, month: string, next: string): Promise<void> {
  const name = sql.raw(`audit.entry_${month.slice(0, 7).replace('-', '_')}`)
  const [from, to] = [`${month}T00:00:00+07:00`, `${next}T00:00:00+07:00`].map((moment) => sql.lit(moment)) as [
    unknown,
    unknown,
  ]
  const { there } = await oneRow(
    runs,
    sql<{ there: boolean }>`
      select to_regclass(${`audit.entry_${month.slice(0, 7).replace('-', '_')}`}) is not null
        or exists (select from audit.entry_rest where at >= ${from} and at < ${to}) as there`,
  )
  if (there) return
  await run(runs, sql`set local lock_timeout = '5s'`)
  await run(runs, sql`create table ${name} partition of audit.entry for values from (${from}) to (${to})`)
  await run(
    runs,
    sql`create trigger month_never_emptied before truncate on ${name} for each statement execute function audit.refuse_change()`,
  )
}
