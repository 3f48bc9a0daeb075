import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, run, sql } from './db.ts'
import type { RawBuilder, Runs } from './db.ts'

/** A slice's table of the steps that move its things from state to state: numbered for each, never changed. */
export interface StepTable {
  readonly name: RawBuilder<unknown>
  /** The column that names the thing. */
  readonly thing: RawBuilder<unknown>
}

export interface NewStep<State extends string> {
  readonly act: string
  readonly stateAfter: State
  readonly reason: string
  readonly by: string
  readonly on: CivilDate
  readonly at: Instant
}

/** Adds the next step of a thing, which its slice has locked. */
export async function addStepTo<State extends string>(
  runs: Runs,
  { name, thing }: StepTable,
  id: string,
  s: NewStep<State>,
): Promise<void> {
  await run(
    runs,
    sql`insert into ${name} (${thing}, position, act, state_after, reason, by_account, on_date, at)
      select ${id}, coalesce(max(position), 0) + 1, ${s.act}, ${s.stateAfter}, ${s.reason}, ${s.by}, ${s.on}::date, ${s.at}::timestamptz
      from ${name} where ${thing} = ${id}`,
  )
}

/** What was given as the reason when this was done to it. */
export async function reasonFor(
  runs: Runs,
  { name, thing }: StepTable,
  id: string,
  act: string,
): Promise<string | undefined> {
  const found = await maybeRow(
    runs,
    sql<{ reason: string }>`select reason from ${name} where ${thing} = ${id} and act = ${act}`,
  )
  return found?.reason
}
