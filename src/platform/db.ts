import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import type { PostgresPool, RawBuilder, Transaction } from 'kysely'
import pg from 'pg'

// PostgreSQL hands bigint and dates over as text or as a Date in the machine's zone; the house wants numbers that
// are safe below 2^53 (đồng, counts), civil days as `YYYY-MM-DD` and moments as ISO strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())

export { sql }
export type { RawBuilder }

/** Tables are named in SQL, so the type carries none of them. */
// oxlint-disable-next-line typescript/ban-types
export type Database = Kysely<{}>
// oxlint-disable-next-line typescript/ban-types
export type OpenTransaction = Transaction<{}>

/** Anything that can run a statement: a pool, or an open transaction. */
export interface Runs {
  readonly db: Database
}

/** @param readOnly for a copy: it refuses to write, and an answer that does not come is given up soon. */
export function openPool(url: string, { max = 10, name = 'ocop', readOnly = false } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    connectionTimeoutMillis: readOnly ? 1_000 : 5_000,
    keepAlive: true,
    ...(readOnly ? { options: '-c default_transaction_read_only=on', query_timeout: 5_000 } : {}),
  })
  // Without a listener a lost idle connection ends the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** The same server and account, another database. (Not `new URL`: it refuses an address that is only a socket.) */
export function onDatabase(url: string, database: string): string {
  return url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${database}`)
}

export function openDatabase(pool: PostgresPool): Database {
  return new Kysely({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** All rows of a statement. */
export async function rows<Row>({ db }: Runs, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(db)).rows
}

/** The first row, if there is one. */
export async function maybeRow<Row>(runs: Runs, statement: RawBuilder<Row>): Promise<Row | undefined> {
  return (await rows(runs, statement))[0]
}

/** The one row that must be there. @throws {Error} when it is not. */
export async function oneRow<Row>(runs: Runs, statement: RawBuilder<Row>): Promise<Row> {
  const row = await maybeRow(runs, statement)
  if (row === undefined) throw new Error('A statement that must return a row returned none')
  return row
}

/** How many rows a statement touched. */
export async function run({ db }: Runs, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await statement.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** A value stored as jsonb. */
export function json(value: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(value)}::jsonb`
}

/** The SQLSTATE of a database error, e.g. `23505` for a duplicate key. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/** Which constraint a database error names. */
export function brokenConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined
}
