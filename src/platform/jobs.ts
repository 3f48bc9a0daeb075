import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run as runWorker } from 'graphile-worker'
import type { Runner, WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Instant } from '../kernel/civil-date.ts'
import type { Tx } from './atomically.ts'
import { json, run, sql } from './db.ts'
import type { Log } from './log.ts'
import { openWorkerLife } from './worker-life.ts'

/** Tasks by name; the payload is what `enqueue` was given. A task that throws is tried again with growing delays. */
export type Tasks = Readonly<Record<string, (payload: never) => Promise<void>>>

/**
 * A task is born in the transaction of its cause; the same key twice is one task.
 * @param queue tasks of one queue run one after another.
 * @param runAt not before this moment.
 */
export async function enqueue(
  tx: Tx,
  task: string,
  payload: unknown,
  key: string,
  { queue, runAt }: { readonly queue?: string; readonly runAt?: Instant } = {},
): Promise<void> {
  await run(
    tx,
    sql`select graphile_worker.add_job(${task}, ${json(payload)}::json, job_key => ${key}, queue_name => ${queue ?? null},
      run_at => ${runAt ?? null}::timestamptz)`,
  )
}

export interface Worker {
  stop(): Promise<void>
}

export interface Repeating {
  readonly task: string
  /** Minute, hour, day, month, weekday, in UTC. */
  readonly at: string
  /** Tasks of one queue run one after another. */
  readonly queue?: string
}

export async function startWorker(
  {
    pool,
    log,
    concurrency = 2,
    repeating,
  }: { pool: pg.Pool; log: Log; concurrency?: number; repeating: readonly Repeating[] },
  tasks: Tasks,
): Promise<Worker> {
  const life = openWorkerLife(pool, log)
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => life.began(worker.workerId))
  const runner: Runner = await runWorker({
    pgPool: pool,
    events,
    concurrency,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(
      repeating.map(({ task, at, queue }) => ({
        task,
        match: at,
        ...(queue ? { options: { queueName: queue } } : {}),
      })),
    ),
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ message }, 'worker')
    }),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        async (payload: unknown) => {
          const began = performance.now()
          await task(payload as never)
          log.debug({ task: name, milliseconds: Math.round(performance.now() - began) }, 'task done')
        },
      ]),
    ),
  })
  return {
    async stop() {
      await runner.stop()
      await life.stop()
    },
  }
}
