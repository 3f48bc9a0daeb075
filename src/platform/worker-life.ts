import type pg from 'pg'
import type { Log } from './log.ts'

// One number for this program; the second key of the lock is the worker's name.
const space = 70_617
const everyMilliseconds = 5_000

// A job taken a moment ago may belong to a worker whose sign of life is still on its way.
const release = `
  select graphile_worker.force_unlock_workers(array_agg(name)) as released, array_agg(name) as names from (
    select locked_by as name from graphile_worker._private_jobs where locked_at < now() - interval '5 seconds'
    union
    select locked_by from graphile_worker._private_job_queues where locked_at < now() - interval '5 seconds'
  ) as holding
  where name <> all($1) and pg_try_advisory_xact_lock(${space}, hashtext(name))
  having count(*) > 0`

export interface WorkerLife {
  /** Another worker of this process begins. */
  began(name: string): void
  stop(): Promise<void>
}

/**
 * Frees what a killed worker held. By itself the queue waits four hours before it believes that a worker is dead; here each
 * worker holds a lock in the database as long as its process lives, and whoever can take that lock knows. Tasks are
 * written to be run again, so a lost connection costs a repetition and never a job.
 */
export function openWorkerLife(pool: pg.Pool, log: Log): WorkerLife {
  const own = new Set<string>()
  const held = new Set<string>()
  let session: pg.PoolClient | undefined
  let turn = Promise.resolve()

  async function lookRound(): Promise<void> {
    session ??= await openSession()
    for (const name of own) {
      if (held.has(name)) continue
      await session.query(`select pg_advisory_lock(${space}, hashtext($1))`, [name])
      held.add(name)
    }
    const { rows } = await session.query<{ names: string[] }>(release, [[...own]])
    for (const { names } of rows) log.warn({ workers: names }, 'jobs of dead workers are free again')
  }

  async function openSession(): Promise<pg.PoolClient> {
    const client = await pool.connect()
    // A machine that lost its power says no farewell: the server asks after half a minute of silence.
    await client.query('set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3')
    client.once('error', () => forget(client))
    return client
  }

  function forget(client: pg.PoolClient | undefined): void {
    if (client === undefined || client !== session) return
    session = undefined
    held.clear()
    client.release(true)
  }

  function next(): Promise<void> {
    turn = turn.then(lookRound).catch((error: Error) => {
      log.warn({ message: error.message }, 'the sign of life of the workers failed')
      forget(session)
    })
    return turn
  }

  const timer = setInterval(() => void next(), everyMilliseconds)
  return {
    began(name) {
      own.add(name)
      void next()
    },
    async stop() {
      clearInterval(timer)
      await turn
      forget(session)
    },
  }
}
