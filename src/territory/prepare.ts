import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Derived } from './derive.ts'
import { listDays } from './list-days.ts'

/** The places of a new system, derived beside the start of its database. */
export interface Prepared {
  readonly asOf: CivilDate
  readonly derived: Promise<Derived>
}

/** Begins to derive the places of an empty system in a thread of their own. @param today the day in Vietnam. */
export function prepareUnits(today: CivilDate): Prepared {
  const asOf = today > listDays.reform2026 ? today : listDays.reform2026
  const thread = new Worker(new URL('derive-thread.ts', import.meta.url), { workerData: asOf })
  const derived = once(thread, 'message').then(([message]) => message as Derived)
  // A start that fails before it asks for the places must fail with its own fault.
  derived.catch(() => undefined)
  return { asOf, derived }
}
