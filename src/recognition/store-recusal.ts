import type { RawBuilder } from 'kysely'
import type { CivilDate } from '../kernel/civil-date.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'

/** Who asks, as far as a conflict of interest goes. */
export interface Reader {
  readonly id: string
  readonly producers: readonly string[]
}

/** Of the reader's own producers, or stepped back from. `d` is the alias of a row of `dossier.pub_dossier`. */
export function isKept(reader: Reader) {
  return sql`(d.producer_id = any(${[...reader.producers]}::text[])
    or exists (select from dossier.pub_recusal k where k.dossier_id = d.id and k.account_id = ${reader.id}))`
}

/**
 * Kept from anything that stood on the agenda, whatever became of it: were it only what the council starred, a draft
 * that is missing or one that cannot be signed would tell how the hidden product ended.
 */
export function isSessionKept(sessionId: RawBuilder<unknown>, reader: Reader) {
  return sql`exists (select from evaluation.pub_agenda a join dossier.pub_dossier d on d.id = a.dossier_id
    where a.session_id = ${sessionId} and ${isKept(reader)})`
}

/** By its sessions, its dossiers, or a producer it names: then the draft is nothing that this reader opens or signs. */
export function isDecisionKept(decisionId: RawBuilder<unknown>, reader: Reader) {
  return sql`exists (select from recognition.line kl where kl.decision_id = ${decisionId}
    and (kl.producer_id = any(${[...reader.producers]}::text[])
      or exists (select from dossier.pub_dossier d where d.id = kl.dossier_id and ${isKept(reader)})
      or ${isSessionKept(sql`kl.session_id`, reader)}))`
}

async function holds(runs: Runs, condition: RawBuilder<unknown>): Promise<boolean> {
  return (await oneRow(runs, sql<{ kept: boolean }>`select ${condition} as kept`)).kept
}

export function keptFromDossier(runs: Runs, dossierId: string, reader: Reader): Promise<boolean> {
  return holds(runs, sql`exists (select from dossier.pub_dossier d where d.id = ${dossierId} and ${isKept(reader)})`)
}

export function keptFromSession(runs: Runs, sessionId: string, reader: Reader): Promise<boolean> {
  return holds(runs, isSessionKept(sql`${sessionId}::text`, reader))
}

export function keptFromDecision(runs: Runs, decisionId: string, reader: Reader): Promise<boolean> {
  return holds(runs, isDecisionKept(sql`${decisionId}::text`, reader))
}

/** Sessions closed lately whose decisions others draft and sign, by a day that does not depend on any result. */
export function sessionsOfOthers(
  runs: Runs,
  reader: Reader,
  since: CivilDate,
): Promise<{ readonly sessionId: string; readonly meetsOn: CivilDate; readonly councilName: string }[]> {
  return rows(
    runs,
    sql<{ sessionId: string; meetsOn: CivilDate; councilName: string }>`
      select distinct s.session_id, s.meets_on, s.council_name from evaluation.pub_agenda s
      where s.state = 'closed' and s.meets_on >= ${since} and ${isSessionKept(sql`s.session_id`, reader)}
      order by s.meets_on desc, s.session_id limit 20`,
  )
}
