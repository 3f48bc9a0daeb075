import type { Instant } from '../kernel/civil-date.ts'
import { civilDateOf } from '../kernel/civil-date.ts'
import { json, maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Choices } from '../regime/model.ts'
import type { AgendaItem, Ballot, ConflictCause, Draft, Session } from './model.ts'

export interface ItemRow extends Omit<AgendaItem, 'stands'> {
  readonly state: string
  readonly settledAt: Instant | null
  readonly decided: boolean
  readonly settledBecause: string | null
}

const itemColumns = sql`a.dossier_id, d.number, p.name as product_name, d.producer_id, o.name as producer_name, d.rubric, d.kind,
  a.scoring_round, a.reexamination_id, d.state, a.settled_at, r.dossier_id is not null as decided, w.reason as settled_because`

const fromItem = sql`
  from evaluation.agenda_item a
  join dossier.pub_dossier d on d.id = a.dossier_id
  join product.pub_product p on p.id = d.product_id
  join producer.pub_producer o on o.id = d.producer_id
  left join evaluation.result r on r.session_id = a.session_id and r.dossier_id = a.dossier_id
  left join evaluation.spread_settled w
    on w.session_id = a.session_id and w.dossier_id = a.dossier_id and w.scoring_round = a.scoring_round`

/** The agenda in its order, or one item of it. */
export function itemsOf(runs: Runs, sessionId: string, only: string | null = null): Promise<ItemRow[]> {
  return rows(
    runs,
    sql<ItemRow>`select ${itemColumns} ${fromItem}
      where a.session_id = ${sessionId} and (${only}::text is null or a.dossier_id = ${only}) order by a.position`,
  )
}

export async function addItem(
  runs: Runs,
  sessionId: string,
  { dossierId, position, reexaminationId }: Pick<AgendaItem, 'dossierId' | 'reexaminationId'> & { position: number },
): Promise<void> {
  await run(
    runs,
    sql`insert into evaluation.agenda_item (session_id, dossier_id, position, reexamination_id)
      values (${sessionId}, ${dossierId}, ${position}, ${reexaminationId})`,
  )
}

export async function settleItem(runs: Runs, sessionId: string, dossierId: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`update evaluation.agenda_item set settled_at = ${at} where session_id = ${sessionId} and dossier_id = ${dossierId} and settled_at is null`,
  )
}

export async function raiseRound(runs: Runs, sessionId: string, dossierId: string, round: number): Promise<void> {
  await run(
    runs,
    sql`update evaluation.agenda_item set scoring_round = ${round} where session_id = ${sessionId} and dossier_id = ${dossierId}`,
  )
}

export async function settleSpread(
  runs: Runs,
  sessionId: string,
  dossierId: string,
  settled: { readonly round: number; readonly reason: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into evaluation.spread_settled (session_id, dossier_id, scoring_round, reason, settled_by, settled_at)
      values (${sessionId}, ${dossierId}, ${settled.round}, ${settled.reason}, ${settled.by}, ${settled.at})`,
  )
}

/** Accounts marked present. */
export async function presentAt(runs: Runs, sessionId: string): Promise<string[]> {
  const marked = await rows(
    runs,
    sql<{
      accountId: string
    }>`select account_id from evaluation.attendance where session_id = ${sessionId} and present`,
  )
  return marked.map(({ accountId }) => accountId)
}

export async function markAttendance(
  runs: Runs,
  sessionId: string,
  mark: { readonly accountId: string; readonly present: boolean; readonly by: string; readonly at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into evaluation.attendance (session_id, account_id, present, marked_by, marked_at)
      values (${sessionId}, ${mark.accountId}, ${mark.present}, ${mark.by}, ${mark.at})
      on conflict (session_id, account_id) do update set present = excluded.present, marked_by = excluded.marked_by, marked_at = excluded.marked_at`,
  )
}

export interface Conflict {
  readonly dossierId: string
  readonly accountId: string
  /**
   * Declared here; or found by the system: of the producer's people, stepped back from the dossier in another session,
   * posted as an auditor, who reads the whole book; or who scored it the first time, where the regulation wants others.
   */
  readonly cause: ConflictCause
}

/**
 * Declared recusals; seats of people who audit meanwhile; seats of people who act, or acted on the day of the session, for the producer; and seats of those
 * who stepped back before: taking a dossier off an agenda and calling it again lifts nothing.
 */
export function conflictsOf(
  runs: Runs,
  { id, councilId, meetsOn, closedAt }: Session,
  today: string,
): Promise<Conflict[]> {
  // Who audits after the closing changes nothing of what was closed.
  const lastDay = closedAt === null ? today : civilDateOf(closedAt)
  return rows(
    runs,
    sql<Conflict>`select dossier_id, account_id, 'declared' as cause from evaluation.recusal where session_id = ${id}
      union
      select a.dossier_id, s.account_id, 'before'
      from evaluation.agenda_item a
      join dossier.pub_recusal k on k.dossier_id = a.dossier_id
      join evaluation.seat s on s.council_id = ${councilId} and s.account_id = k.account_id
      where a.session_id = ${id}
      union
      select a.dossier_id, s.account_id, 'audits'
      from evaluation.agenda_item a
      join evaluation.seat s on s.council_id = ${councilId}
      join identity.pub_posting p on p.account_id = s.account_id and p.role = 'auditor'
      where a.session_id = ${id} and p.from_date <= ${lastDay}::date
        and (p.to_date is null or p.to_date >= ${meetsOn}::date)
      union
      select a.dossier_id, s.account_id, 'scored-before'
      from evaluation.agenda_item a
      join evaluation.session n on n.id = a.session_id
      join evaluation.regulation g on g.id = n.regulation_id and g.sits_again = 'others-only'
      join evaluation.reexamination x on x.id = a.reexamination_id
      join evaluation.ballot b on b.session_id = x.first_session_id and b.dossier_id = a.dossier_id
      join evaluation.seat s on s.council_id = ${councilId} and s.account_id = b.account_id
      where a.session_id = ${id}
      union
      select a.dossier_id, m.account_id, 'of-producer'
      from evaluation.agenda_item a
      join dossier.pub_dossier d on d.id = a.dossier_id
      join producer.pub_member m on m.producer_id = d.producer_id
      join evaluation.seat s on s.council_id = ${councilId} and s.account_id = m.account_id
      where a.session_id = ${id} and m.from_date <= greatest(${meetsOn}::date, ${today}::date)
        and (m.to_date is null or m.to_date >= ${meetsOn}::date)`,
  )
}

/** Kept once: a second declaration changes neither the reason nor the day of the first. */
export async function addRecusal(
  runs: Runs,
  recusal: {
    readonly sessionId: string
    readonly dossierId: string
    readonly accountId: string
    readonly reason: string
    readonly at: Instant
    readonly by: string
  },
): Promise<boolean> {
  const { sessionId, dossierId, accountId, reason, at, by } = recusal
  const added = await run(
    runs,
    sql`insert into evaluation.recusal (session_id, dossier_id, account_id, reason, declared_at, declared_by)
      values (${sessionId}, ${dossierId}, ${accountId}, ${reason}, ${at}, ${by}) on conflict do nothing`,
  )
  return added > 0
}

const ballotColumns = sql`id, dossier_id, account_id, scoring_round, choices, comment, cast_at, superseded_at`

/** Every ballot of the session or of one item, the earlier rounds and the superseded ones too. */
export function ballotsOf(runs: Runs, sessionId: string, only: string | null = null): Promise<Ballot[]> {
  return rows(
    runs,
    sql<Ballot>`select ${ballotColumns} from evaluation.ballot
      where session_id = ${sessionId} and (${only}::text is null or dossier_id = ${only}) order by scoring_round, cast_at, id`,
  )
}

/** What a member has cast for one dossier, the latest first. */
export function ownBallots(runs: Runs, sessionId: string, dossierId: string, accountId: string): Promise<Ballot[]> {
  return rows(
    runs,
    sql<Ballot>`select ${ballotColumns} from evaluation.ballot
      where session_id = ${sessionId} and dossier_id = ${dossierId} and account_id = ${accountId} order by scoring_round desc, cast_at desc, id desc`,
  )
}

/** The old ballot of the round stays, marked as superseded at the moment of the new one. */
export async function supersede(
  runs: Runs,
  sessionId: string,
  dossierId: string,
  accountId: string,
  at: Instant,
): Promise<number> {
  return run(
    runs,
    sql`update evaluation.ballot set superseded_at = ${at}
      where session_id = ${sessionId} and dossier_id = ${dossierId} and account_id = ${accountId} and superseded_at is null
        and scoring_round = (select scoring_round from evaluation.agenda_item a where a.session_id = ${sessionId} and a.dossier_id = ${dossierId})`,
  )
}

export async function addBallots(
  runs: Runs,
  sessionId: string,
  ballots: readonly Omit<Ballot, 'supersededAt'>[],
): Promise<void> {
  await run(
    runs,
    sql`insert into evaluation.ballot (id, session_id, dossier_id, account_id, scoring_round, choices, comment, cast_at)
      select b.id, ${sessionId}, b."dossierId", b."accountId", b."scoringRound", b.choices, b.comment, b."castAt"
      from jsonb_to_recordset(${json(ballots)}) as b (id text, "dossierId" text, "accountId" text, "scoringRound" integer,
        choices jsonb, comment text, "castAt" timestamptz)`,
  )
}

export async function saveDraft(
  runs: Runs,
  key: { readonly sessionId: string; readonly dossierId: string; readonly accountId: string },
  draft: Draft,
): Promise<void> {
  await run(
    runs,
    sql`insert into evaluation.draft (session_id, dossier_id, account_id, choices, comment, saved_at)
      values (${key.sessionId}, ${key.dossierId}, ${key.accountId}, ${json(draft.choices)}, ${draft.comment}, ${draft.savedAt})
      on conflict (session_id, dossier_id, account_id) do update
        set choices = excluded.choices, comment = excluded.comment, saved_at = excluded.saved_at`,
  )
}

export function draftOf(
  runs: Runs,
  sessionId: string,
  dossierId: string,
  accountId: string,
): Promise<Draft | undefined> {
  return maybeRow(
    runs,
    sql<Draft>`select choices, comment, saved_at from evaluation.draft
      where session_id = ${sessionId} and dossier_id = ${dossierId} and account_id = ${accountId}`,
  )
}

export async function dropDraft(runs: Runs, sessionId: string, dossierId: string, accountId: string): Promise<void> {
  await run(
    runs,
    sql`delete from evaluation.draft where session_id = ${sessionId} and dossier_id = ${dossierId} and account_id = ${accountId}`,
  )
}

/** How many criteria each draft of this person has answered, by dossier. */
export function draftProgress(
  runs: Runs,
  sessionId: string,
  accountId: string,
): Promise<{ dossierId: string; answered: Choices }[]> {
  return rows(
    runs,
    sql<{ dossierId: string; answered: Choices }>`select dossier_id, choices as answered from evaluation.draft
      where session_id = ${sessionId} and account_id = ${accountId}`,
  )
}
