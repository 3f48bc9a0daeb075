import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Term, TermInput } from './model.ts'

/** The term that a province set, as it stands on a day. */
export function termOf(runs: Runs, province: string, on: CivilDate): Promise<Term | undefined> {
  return maybeRow<Term>(
    runs,
    sql<Term>`select working_days, look_days, intake_from, intake_to, basis, from_date from idea.term
      where province_code = ${province} and from_date <= ${on} order by from_date desc limit 1`,
  )
}

/** @returns false when the province set one from that very day already. */
export async function addTerm(runs: Runs, province: string, term: TermInput, by: string, at: string): Promise<boolean> {
  const { fromDate, workingDays, lookDays, intakeFrom = null, intakeTo = null, basis } = term
  const added = await run(
    runs,
    sql`insert into idea.term (province_code, from_date, working_days, look_days, intake_from, intake_to, basis, entered_by, entered_at)
      values (${province}, ${fromDate}, ${workingDays}, ${lookDays}, ${intakeFrom}, ${intakeTo}, ${basis}, ${by}, ${at}) on conflict do nothing`,
  )
  return added === 1
}
