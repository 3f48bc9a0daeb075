import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { SaleTerm, TermInput } from './model-term.ts'

/** What a province set, as it stands on a day. */
export function termOf(runs: Runs, province: UnitCode, on: CivilDate): Promise<SaleTerm | undefined> {
  return maybeRow(
    runs,
    sql<SaleTerm>`select answer_hours, contact_days, basis, from_date from sale.term
      where province_code = ${province} and from_date <= ${on} order by from_date desc limit 1`,
  )
}

/** @returns false when the province set one from that very day already. */
export async function addTerm(
  runs: Runs,
  province: UnitCode,
  { answerHours, contactDays, basis, fromDate }: TermInput,
  { by, at }: { by: string; at: Instant },
): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into sale.term (province_code, from_date, answer_hours, contact_days, basis, set_by, set_at)
      values (${province}, ${fromDate}, ${answerHours}, ${contactDays}, ${basis}, ${by}, ${at}) on conflict do nothing`,
  )
  return added === 1
}
