import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { AgainOutcome, Reexamination } from './model-again.ts'
import type { CouncilLevel } from './model.ts'

const shown = sql`
  select x.id, x.dossier_id, x.level, x.cause, x.ordered_on, x.outcome, x.first_session_id, x.first_meets_on, x.first_stars,
    x.first_mean_hundredths, x.first_verdict,
    coalesce((select jsonb_agg(jsonb_build_object('accountId', m.account_id, 'name', m.name) order by m.name, m.account_id)
      from (select distinct b.account_id, p.name from evaluation.ballot b join identity.pub_account p on p.id = b.account_id
        where b.session_id = x.first_session_id and b.dossier_id = x.dossier_id) m), '[]') as sat
  from evaluation.pub_reexamination x`

/** What still waits to be scored again, of these dossiers. */
export function openAmong(runs: Runs, dossierIds: readonly string[]): Promise<Reexamination[]> {
  return rows(
    runs,
    sql<Reexamination>`${shown} where x.settled_at is null and x.dossier_id = any(${[...dossierIds]}::text[])`,
  )
}

export function reexaminationById(runs: Runs, id: string): Promise<Reexamination | undefined> {
  return maybeRow(runs, sql<Reexamination>`${shown} where x.id = ${id}`)
}

export interface ScoredBefore {
  readonly sessionId: string
  readonly level: CouncilLevel
}

/** Results of a dossier, the latest first. */
export function scoredBefore(runs: Runs, dossierId: string): Promise<ScoredBefore[]> {
  return rows(
    runs,
    sql<ScoredBefore>`select session_id, level from evaluation.pub_result where dossier_id = ${dossierId}
      order by closed_at desc, session_id desc`,
  )
}

export async function isOnAgenda(runs: Runs, dossierId: string): Promise<boolean> {
  const { count } = await oneRow(
    runs,
    sql<{ count: number }>`select count(*)::integer as count from evaluation.agenda_item
      where dossier_id = ${dossierId} and settled_at is null`,
  )
  return count > 0
}

export async function addReexamination(
  runs: Runs,
  one: Pick<Reexamination, 'id' | 'dossierId' | 'level' | 'cause' | 'firstSessionId'> & {
    readonly on: CivilDate
    readonly by: string
    readonly at: Instant
  },
): Promise<void> {
  await run(
    runs,
    sql`insert into evaluation.reexamination (id, dossier_id, level, cause, first_session_id, ordered_on, ordered_by, ordered_at)
      values (${one.id}, ${one.dossierId}, ${one.level}, ${one.cause}, ${one.firstSessionId}, ${one.on}, ${one.by}, ${one.at})`,
  )
}

export async function settleReexamination(
  runs: Runs,
  id: string,
  { sessionId, outcome, at }: { readonly sessionId: string; readonly outcome: AgainOutcome; readonly at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`update evaluation.reexamination set settled_session_id = ${sessionId}, outcome = ${outcome}, settled_at = ${at}
      where id = ${id}`,
  )
}
