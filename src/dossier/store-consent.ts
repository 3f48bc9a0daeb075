import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Assistance, Consent } from './model-help.ts'

export async function addConsent(
  runs: Runs,
  dossierId: string,
  { givenBy, givenOn, means, paperId, witness }: Consent,
  { by, at, askedFor = '' }: { by: string; at: Instant; askedFor?: string },
): Promise<void> {
  await run(
    runs,
    sql`insert into dossier.consent
        (dossier_id, number, given_by, given_on, means, paper_id, witness, recorded_by, recorded_at, asked_for)
      values (${dossierId}, (select coalesce(max(number), 0) + 1 from dossier.consent where dossier_id = ${dossierId}),
        ${givenBy}, ${givenOn}, ${means}, ${means === 'paper' ? (paperId ?? null) : null}, ${witness ?? null}, ${by}, ${at}, ${askedFor})`,
  )
}

/** The consent that stands, else the last one. */
export function consentOf(runs: Runs, dossierId: string): Promise<Assistance | undefined> {
  return maybeRow(
    runs,
    sql<Assistance>`
      select k.given_by, k.given_on, k.means, k.paper_id, k.witness, a.name as recorded_by_name, k.recorded_at, k.ended_at, k.ended_why,
        k.asked_for, k.written_at
      from dossier.consent k left join identity.pub_account a on a.id = k.recorded_by
      where k.dossier_id = ${dossierId} order by k.number desc limit 1`,
  )
}

export function endConsent(
  runs: Runs,
  dossierId: string,
  { by, at, why }: { by: string; at: Instant; why: string },
): Promise<number> {
  return run(
    runs,
    sql`update dossier.consent set ended_at = ${at}, ended_by = ${by}, ended_why = ${why}
      where dossier_id = ${dossierId} and ended_at is null`,
  )
}

/** Asked once more: the commune goes on writing. */
export async function askAgain(runs: Runs, dossierId: string, askedFor: string): Promise<void> {
  await run(
    runs,
    sql`update dossier.consent set asked_for = ${askedFor}, written_at = null, written_by = null
      where dossier_id = ${dossierId} and ended_at is null`,
  )
}

export async function markWritten(runs: Runs, dossierId: string, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`update dossier.consent set written_at = ${at}, written_by = ${by} where dossier_id = ${dossierId} and ended_at is null`,
  )
}
