import type { PostgresPool } from 'kysely'
import type pg from 'pg'
import { openDatabase, openPool, sqlState } from './db.ts'
import type { Database } from './db.ts'
import type { Log } from './log.ts'

/** A copy of the database for reading alone, with the database itself behind it. */
export interface Reads {
  readonly db: Database
  /** Whether the copy answers now; while it does not, the same statements go to the database itself. */
  answer(): Promise<boolean>
  end(): Promise<void>
}

const restMilliseconds = 5_000

/**
 * Statements go to the replica at `url`; one that fails there for whatever reason is asked of the primary, whose answer
 * counts. A replica that cannot be reached is left alone for five seconds, so that one visitor in many waits for it.
 */
export function openReads(url: string, primary: pg.Pool, log: Log): Reads {
  const replica = openPool(url, { name: 'ocop-reads', readOnly: true })
  let restsUntil = 0

  async function query(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    if (/^(begin|start transaction)/.test(text)) throw new Error('A replica is read statement by statement')
    if (Date.now() >= restsUntil) {
      try {
        return await replica.query(text, [...values])
      } catch (error) {
        // What the server says of a statement concerns that statement alone: a table it does not have yet, a conflict with
        // what it replays. Silence concerns all.
        if (sqlState(error) === undefined) restsUntil = Date.now() + restMilliseconds
        log.warn({ message: (error as Error).message }, 'the replica failed; the primary is asked')
      }
    }
    return primary.query(text, [...values])
  }

  const pool: PostgresPool = {
    options: {},
    connect: async () => ({
      query: ((text: string, values: readonly unknown[]) => query(text, values)) as never,
      release: () => undefined,
    }),
    end: () => replica.end(),
  }
  return {
    db: openDatabase(pool),
    answer: () =>
      replica.query('select 1').then(
        () => true,
        () => false,
      ),
    end: () => replica.end(),
  }
}
