import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { CopyStreamQuery, CopyToStreamQuery } from 'pg-copy-streams'
import type { AppliedMigration } from '../platform/migrate.ts'
import type { Partition, Sequence, Table } from './model.ts'

// The whole database is read through the catalogue of PostgreSQL, so a table that a slice adds tomorrow is in the next
// backup without a word here. `public` holds extensions and the list of migrations, which travels in the manifest; the
// library of the jobs keeps its own list.
const ours = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
  and (n.nspname, c.relname) <> ('graphile_worker', 'migrations')
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

async function all<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await client.query<Row>(text, values)).rows
}

/** One frozen view of everything, in a form that any server reads alike. */
export async function freeze(client: pg.ClientBase): Promise<void> {
  await client.query('begin transaction isolation level repeatable read, read only')
  await speakPlainly(client)
}

export async function speakPlainly(client: pg.ClientBase): Promise<void> {
  await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
    set local extra_float_digits = 3; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local search_path = pg_catalog;
    set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
}

export async function serverVersion(client: pg.ClientBase): Promise<string> {
  const [row] = await all<{ version: string }>(client, `select current_setting('server_version') as version`)
  return row?.version ?? ''
}

/** What was applied, in the order in which it was; none on a database that never saw the program. */
export async function appliedMigrations(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const [row] = await all<{ there: boolean }>(client, `select to_regclass('public.migration') is not null as there`)
  if (!row?.there) return []
  return all(client, 'select name, hash from public.migration order by applied_at, name')
}

/** Every table but partitions, with the columns that are stored rather than generated. */
export function tables(client: pg.ClientBase): Promise<Pick<Table, 'name' | 'columns'>[]> {
  return all(
    client,
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind in ('r', 'p') and not c.relispartition and ${ours}
      group by 1 order by 1`,
  )
}

export function partitions(client: pg.ClientBase): Promise<Partition[]> {
  return all(
    client,
    `select n.nspname || '.' || c.relname as name, pn.nspname || '.' || p.relname as parent,
        pg_get_expr(c.relpartbound, c.oid) as bound,
        array(select pg_get_triggerdef(t.oid) from pg_trigger t
          where t.tgrelid = c.oid and not t.tgisinternal and t.tgparentid = 0 order by t.tgname) as triggers
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid
        join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
      where c.relispartition and c.relkind = 'r' and ${ours}
      order by 1`,
  )
}

export function sequences(client: pg.ClientBase): Promise<Sequence[]> {
  return all<{ name: string }>(
    client,
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and ${ours} order by 1`,
  ).then(async (found) => {
    const read: Sequence[] = []
    for (const { name } of found) {
      const [row] = await all<{ value: number; isCalled: boolean }>(
        client,
        `select last_value as value, is_called as "isCalled" from ${quoted(name)}`,
      )
      if (row) read.push({ name, ...row })
    }
    return read
  })
}

/** Tables in an order in which each one comes after those it points to. */
export async function inOrderOfKeys(client: pg.ClientBase, given: readonly Table[]): Promise<Table[]> {
  const keys = await all<{ child: string; parent: string }>(
    client,
    // Names as `tables` gives them: a cast to regclass would put quotes around a word that SQL keeps for itself.
    `select distinct cn.nspname || '.' || c.relname as child, pn.nspname || '.' || p.relname as parent
      from pg_constraint k
        join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
        join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
      where k.contype = 'f' and k.conrelid <> k.confrelid`,
  )
  const waiting = new Map(given.map((table) => [table.name, table]))
  const ordered: Table[] = []
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ name }) => !keys.some(({ child, parent }) => child === name && waiting.has(parent)),
    )
    if (free.length === 0) throw new Error(`Foreign keys form a ring: ${[...waiting.keys()].join(', ')}`)
    for (const table of free) waiting.delete(table.name)
    ordered.push(...free)
  }
  return ordered
}

export function copyOut(client: pg.ClientBase, { name, columns }: Pick<Table, 'name' | 'columns'>): CopyToStreamQuery {
  const list = columns.map(quotedName).join(', ')
  // A partitioned table has no rows of its own; a query reads all its parts.
  return client.query(copyTo(`copy (select ${list} from ${quoted(name)}) to stdout`))
}

export function copyIn(client: pg.ClientBase, { name, columns }: Pick<Table, 'name' | 'columns'>): CopyStreamQuery {
  return client.query(copyFrom(`copy ${quoted(name)} (${columns.map(quotedName).join(', ')}) from stdin`))
}

/** Takes the guards of these tables off, so that rows come back as they were, and empties what migrations put there. */
export async function openForLoading(client: pg.ClientBase, given: readonly Table[]): Promise<void> {
  await setGuards(client, given, 'disable')
  await client.query(`truncate ${given.map(({ name }) => quoted(name)).join(', ')}`)
}

export async function closeAfterLoading(client: pg.ClientBase, given: readonly Table[]): Promise<void> {
  await setGuards(client, given, 'enable')
}

// Partitions have guards of their own, which a word to their table does not reach.
async function setGuards(client: pg.ClientBase, given: readonly Table[], state: 'enable' | 'disable'): Promise<void> {
  for (const { name } of [...given, ...(await partitions(client))])
    await client.query(`alter table ${quoted(name)} ${state} trigger user`)
}

export async function addPartition(client: pg.ClientBase, partition: Partition): Promise<void> {
  const { name, parent, bound, triggers } = partition
  await client.query(`create table ${quoted(name)} partition of ${quoted(parent)} ${bound}`)
  for (const trigger of triggers) await client.query(trigger)
}

export async function setSequence(client: pg.ClientBase, { name, value, isCalled }: Sequence): Promise<void> {
  await client.query('select setval($1::regclass, $2, $3)', [quoted(name), value, isCalled])
}

/** Whoever held a job in the copy does not hold it here: it runs again. */
export async function freeJobs(client: pg.ClientBase): Promise<void> {
  await client.query(`update graphile_worker._private_jobs set locked_at = null, locked_by = null;
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null`)
}

/** Anything here that a restore would mix with. */
export async function isOccupied(client: pg.ClientBase): Promise<boolean> {
  const [row] = await all<{ occupied: boolean }>(
    client,
    `select to_regclass('public.migration') is not null or exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and ${ours} and n.nspname <> 'graphile_worker') as occupied`,
  )
  return row?.occupied ?? true
}

function quoted(name: string): string {
  return name.split('.').map(quotedName).join('.')
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
