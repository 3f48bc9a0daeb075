import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'

export interface AppliedMigration {
  readonly name: string
  readonly hash: string
}

export interface Migration extends AppliedMigration {
  readonly sql: string
}

/** Where the migrations of this program lie. */
export const migrationsDirectory = join(import.meta.dirname, '..', '..', 'migrations')

/** The migrations of a directory in order: `0001_audit_create.sql` … */
export function readMigrations(directory: string): Migration[] {
  return readdirSync(directory)
    .filter((name) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(name))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(directory, name), 'utf8')
      return { name, sql: text, hash: createHash('sha256').update(text).digest('hex') }
    })
}

/**
 * Brings the database up to this program, each migration in a transaction of its own; forward only.
 * @returns the names applied now.
 * @throws {Error} when the database is ahead of the program, an applied migration was edited, or the database does not
 * know Vietnamese letters: the boot guard.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    // One number for this program: two starts at once migrate one after the other.
    await client.query('select pg_advisory_lock(70615)')
    await refuseForeignLetters(client)
    await makeList(client)
    const { rows: applied } = await client.query<AppliedMigration>(
      'select name, hash from public.migration order by name',
    )
    guard(applied, migrations)
    if (applied.length === 0) await prepareJobs(pool)
    const done = new Set(applied.map(({ name }) => name))
    const waiting = migrations.filter(({ name }) => !done.has(name))
    for (const migration of waiting) await applyAlone(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.query('select pg_advisory_unlock(70615)').catch(() => undefined)
    client.release()
  }
}

// With LC_CTYPE=C, lower('Đ') is 'Đ': searches and sums by name would go wrong without a word.
async function refuseForeignLetters(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ knows: boolean }>(`select lower('ĐẮK') = 'đắk' as knows`)
  if (rows[0]?.knows) return
  throw new Error(
    'Cơ sở dữ liệu không đổi được chữ hoa, chữ thường tiếng Việt (LC_CTYPE là C). ' +
      "Hãy tạo lại: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' (hoặc vi_VN.UTF-8).",
  )
}

/** The tables of the jobs come with their library. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool })
}

/** The list of what was applied, which every migration adds itself to. */
export async function makeList(client: pg.ClientBase): Promise<void> {
  await client.query(`create table if not exists public.migration (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`)
}

/** @throws {Error} when `applied` is no beginning of this program: ahead of it, or edited since. */
export function guard(applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, hash }) => [name, hash]))
  for (const { name, hash } of applied) {
    if (!known.has(name)) {
      throw new Error(`Cơ sở dữ liệu mới hơn chương trình (có ${name}). Hãy chạy phiên bản mới hơn của chương trình.`)
    }
    if (known.get(name) !== hash) throw new Error(`${name} đã được áp dụng rồi lại bị sửa; hãy khôi phục tệp gốc.`)
  }
}

async function applyAlone(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await apply(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** One migration inside the caller's transaction. @throws {Error} that names the migration. */
export async function apply(client: pg.ClientBase, { name, sql, hash }: Migration): Promise<void> {
  try {
    await client.query(sql)
    await client.query('insert into public.migration (name, hash) values ($1, $2)', [name, hash])
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error })
  }
}
