import { oneRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'

export interface ServerFacts {
  /** 150018 for 15.18. */
  readonly version: number
  readonly versionName: string
  readonly encoding: string
  readonly durable: boolean
  readonly extensions: readonly string[]
  readonly vietnameseOrder: boolean
  /** Collations whose library changed since the database was made: indexes over them may be wrong. */
  readonly staleCollations: readonly string[]
  readonly isReplica: boolean
  readonly now: string
}

export function serverFacts(runs: Runs): Promise<ServerFacts> {
  return oneRow(
    runs,
    sql<ServerFacts>`
      select current_setting('server_version_num')::integer as version, current_setting('server_version') as version_name,
        pg_encoding_to_char(d.encoding) as encoding,
        current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on' as durable,
        array(select extname::text from pg_extension order by 1) as extensions,
        exists (select from pg_collation where collname = 'vi-x-icu') as vietnamese_order,
        array(select collname::text from pg_collation
          where collversion is not null and collversion <> pg_collation_actual_version(oid)) as stale_collations,
        pg_is_in_recovery() as is_replica, clock_timestamp() as now
      from pg_database d where d.datname = current_database()`,
  )
}

export interface JobFacts {
  /** Given up after all their tries. */
  readonly failed: readonly { id: number; task: string; error: string | null }[]
  readonly failedCount: number
  /** Due and taken by nobody. */
  readonly waiting: number
  readonly oldestMinutes: number
  /** Held for more than four hours: whoever held them is gone, and they come free by themselves. */
  readonly held: number
}

export async function jobFacts(runs: Runs): Promise<JobFacts> {
  const failed = await rows(
    runs,
    sql<JobFacts['failed'][number]>`
      select j.id, t.identifier as task, left(j.last_error, 120) as error
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.attempts >= j.max_attempts and j.locked_at is null order by j.id limit 5`,
  )
  const counts = await oneRow(
    runs,
    sql<Omit<JobFacts, 'failed'>>`
      select count(*) filter (where attempts >= max_attempts and locked_at is null) as failed_count,
        count(*) filter (where attempts < max_attempts and locked_at is null and run_at <= now()) as waiting,
        coalesce(floor(extract(epoch from now() - min(run_at)
          filter (where attempts < max_attempts and locked_at is null and run_at <= now())) / 60), 0)::integer as oldest_minutes,
        count(*) filter (where locked_at < now() - interval '4 hours') as held
      from graphile_worker._private_jobs`,
  )
  return { failed, ...counts }
}

/** Every stored file that a record names. A printed certificate is not here: it is printed again when missing. */
export async function namedFiles(runs: Runs): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{ hash: string }>`
      select file as hash from evidence.pub_paper
      union select file from training.pub_material_file
      union select file from oversight.pub_file
      union select unnest(array[file, avif, small, small_avif]) from product.pub_picture
      order by 1`,
  )
  return found.flatMap(({ hash }) => hash ?? [])
}

/** The end of what the primary has written. */
export async function writtenUpTo(runs: Runs): Promise<string> {
  return (await oneRow(runs, sql<{ position: string }>`select pg_current_wal_lsn()::text as position`)).position
}

export interface Replayed {
  readonly isReplica: boolean
  readonly behindBytes: number
  /** Since the last act that it has. */
  readonly behindSeconds: number
}

/** How much a replica lacks of what stood at `position`. */
export function replayedUpTo(runs: Runs, position: string): Promise<Replayed> {
  return oneRow(
    runs,
    sql<Replayed>`
      select pg_is_in_recovery() as is_replica,
        greatest(0, coalesce(pg_wal_lsn_diff(${position}::pg_lsn, pg_last_wal_replay_lsn()), 0))::bigint as behind_bytes,
        coalesce(floor(extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())), 0)::integer
          as behind_seconds`,
  )
}
