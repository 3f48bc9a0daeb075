import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { ScoringAgain } from './model-again.ts'

/** The scoring that the answer to this complaint ordered. */
export function scoringOf(runs: Runs, number: string, today: CivilDate): Promise<ScoringAgain | undefined> {
  return maybeRow(
    runs,
    sql<ScoringAgain>`select x.level, x.ordered_on, x.first_meets_on, x.first_stars, x.first_mean_hundredths, x.session_id, x.meets_on,
        x.outcome, x.stars, x.mean_hundredths, x.verdict, x.dossier_id, d.state as dossier_state,
        r.number as certificate_number, r.stars as certificate_stars
      from evaluation.pub_reexamination x
      join dossier.pub_dossier d on d.id = x.dossier_id
      left join lateral (select number, stars from recognition.pub_recognition c
        where c.dossier_id = x.dossier_id and c.issued_on <= ${today} and ${today} <= c.last_day
        order by c.issued_on desc, c.number desc limit 1) r on true
      where x.cause = ${number}`,
  )
}

/** Complaints whose dossier stands on the agenda of this session, to be scored again. */
export function complaintsSatOn(runs: Runs, sessionId: string): Promise<{ id: string }[]> {
  return rows(
    runs,
    sql<{ id: string }>`select c.id from oversight.complaint c join evaluation.pub_reexamination x on x.cause = c.number
      where x.session_id = ${sessionId} and x.outcome is null and c.state = 'reexamining' order by c.id`,
  )
}

/** Complaints about this dossier that wait for a result which another session has given. */
export function complaintsScored(runs: Runs, dossierId: string): Promise<{ id: string }[]> {
  return rows(
    runs,
    sql<{ id: string }>`select c.id from oversight.complaint c join evaluation.pub_reexamination x on x.cause = c.number
      where x.dossier_id = ${dossierId} and x.outcome is not null and c.state = 'reexamining' order by c.id`,
  )
}
