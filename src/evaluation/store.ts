import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Council, Regulation, Seat, Session } from './model.ts'

export type CouncilRow = Omit<Council, 'seats'>

const councilColumns = sql`
  c.id, c.level, c.unit_code, c.unit_on, c.name, c.decision_no, c.decided_on, c.from_date, c.to_date, c.sample,
  coalesce(u.full_name, 'Trung ương') as unit_name, coalesce(t.today_province_code, c.unit_code) as province_today`

const fromCouncil = sql`
  from evaluation.council c
  left join territory.pub_unit u
    on u.code = c.unit_code and c.unit_on >= u.valid_from and (u.valid_to is null or c.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from`

export async function addCouncil(
  runs: Runs,
  council: Omit<CouncilRow, 'unitName' | 'provinceToday'> & { readonly setUpBy: string; readonly setUpAt: Instant },
): Promise<void> {
  const { id, level, unitCode, unitOn, name, decisionNo, decidedOn, fromDate, toDate, setUpBy, setUpAt, sample } =
    council
  await run(
    runs,
    sql`insert into evaluation.council
        (id, level, unit_code, unit_on, name, decision_no, decided_on, from_date, to_date, set_up_by, set_up_at, sample)
      values (${id}, ${level}, ${unitCode}, ${unitOn}, ${name}, ${decisionNo}, ${decidedOn}, ${fromDate}, ${toDate}, ${setUpBy}, ${setUpAt}, ${sample})`,
  )
}

export async function addSeat(
  runs: Runs,
  councilId: string,
  { accountId, capacity, agency, votes }: Omit<Seat, 'name'>,
): Promise<void> {
  await run(
    runs,
    sql`insert into evaluation.seat (council_id, account_id, capacity, agency, votes)
      values (${councilId}, ${accountId}, ${capacity}, ${agency}, ${votes})`,
  )
}

export function councilById(runs: Runs, id: string): Promise<CouncilRow | undefined> {
  return maybeRow(runs, sql<CouncilRow>`select ${councilColumns} ${fromCouncil} where c.id = ${id}`)
}

export interface Reach {
  /** Everything in the country. */
  readonly all: boolean
  /** Today's provinces whose councils the person serves or oversees. */
  readonly provinces: readonly string[]
  readonly accountId: string
}

const within = ({ all, provinces, accountId }: Reach) => sql`(
  ${all} or (c.level <> 'ministry' and coalesce(t.today_province_code, c.unit_code) = any(${[...provinces]}))
  or exists (select from evaluation.seat s where s.council_id = c.id and s.account_id = ${accountId}))`

export function councilsWithin(runs: Runs, reach: Reach): Promise<CouncilRow[]> {
  return rows(
    runs,
    sql<CouncilRow>`select ${councilColumns} ${fromCouncil} where ${within(reach)} order by c.decided_on desc, c.id desc limit 300`,
  )
}

/** Chair first, then vice-chairs, members by agency, the secretary last. */
export function seatsOf(runs: Runs, councilId: string): Promise<Seat[]> {
  return rows(
    runs,
    sql<Seat>`select s.account_id, a.name, s.capacity, s.agency, s.votes
      from evaluation.seat s join identity.pub_account a on a.id = s.account_id
      where s.council_id = ${councilId}
      order by array_position(array['chair', 'vice-chair', 'member', 'secretary'], s.capacity), s.agency, a.name, s.account_id`,
  )
}

export function accountNames(runs: Runs, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return rows(
    runs,
    sql<{ id: string; name: string }>`select id, name from identity.pub_account where id = any(${[...ids]})`,
  )
}

/** Those of the accounts who audit today: they read the whole book, so a recusal could not bind them. */
export async function auditorsAmong(runs: Runs, ids: readonly string[], on: CivilDate): Promise<number> {
  const { count } = await oneRow(
    runs,
    sql<{ count: number }>`select count(*)::integer as count from identity.pub_posting
      where account_id = any(${[...ids]}::text[]) and role = 'auditor' and from_date <= ${on} and (to_date is null or to_date >= ${on})`,
  )
  return count
}

const regulationColumns = sql`id, council_id, effective_on, quorum_numerator, quorum_denominator, chair_required, spread_points,
  gate_rule, fallback, proposes, wide_rounds, outlier_points, sits_again, document_no`

export async function addRegulation(
  runs: Runs,
  regulation: Regulation & { readonly enteredBy: string; readonly enteredAt: Instant },
): Promise<void> {
  const {
    id,
    councilId,
    effectiveOn,
    quorumNumerator,
    quorumDenominator,
    chairRequired,
    spreadPoints,
    gateRule,
    fallback,
    proposes,
    wideRounds,
    outlierPoints,
    sitsAgain,
    documentNo,
    enteredBy,
    enteredAt,
  } = regulation
  await run(
    runs,
    sql`insert into evaluation.regulation
        (id, council_id, effective_on, quorum_numerator, quorum_denominator, chair_required, spread_points, gate_rule, fallback,
         proposes, wide_rounds, outlier_points, sits_again, document_no, entered_by, entered_at)
      values (${id}, ${councilId}, ${effectiveOn}, ${quorumNumerator}, ${quorumDenominator}, ${chairRequired}, ${spreadPoints},
        ${gateRule}, ${fallback}, ${proposes}, ${wideRounds}, ${outlierPoints}, ${sitsAgain}, ${documentNo}, ${enteredBy}, ${enteredAt})`,
  )
}

export function regulationsOf(runs: Runs, councilId: string): Promise<Regulation[]> {
  return rows(
    runs,
    sql<Regulation>`select ${regulationColumns} from evaluation.regulation where council_id = ${councilId} order by effective_on desc, entered_at desc`,
  )
}

export function regulationById(runs: Runs, id: string): Promise<Regulation | undefined> {
  return maybeRow(runs, sql<Regulation>`select ${regulationColumns} from evaluation.regulation where id = ${id}`)
}

/** The regulation in force for the council on a day: the latest that had taken effect. */
export function regulationOn(runs: Runs, councilId: string, day: CivilDate): Promise<Regulation | undefined> {
  return maybeRow(
    runs,
    sql<Regulation>`select ${regulationColumns} from evaluation.regulation
      where council_id = ${councilId} and effective_on <= ${day} order by effective_on desc, entered_at desc limit 1`,
  )
}

const sessionColumns = sql`s.id, s.council_id, s.regulation_id, s.round_id, s.text, s.meets_on, s.place, s.state, s.opened_at, s.closed_at, s.sample`

export async function addSession(runs: Runs, session: Session & { readonly calledBy: string }): Promise<void> {
  const { id, councilId, regulationId, roundId, text, meetsOn, place, state, openedAt, closedAt, calledBy, sample } =
    session
  await run(
    runs,
    sql`insert into evaluation.session
        (id, council_id, regulation_id, round_id, text, meets_on, place, state, opened_at, closed_at, called_by, sample)
      values (${id}, ${councilId}, ${regulationId}, ${roundId}, ${text}, ${meetsOn}, ${place}, ${state}, ${openedAt}, ${closedAt}, ${calledBy}, ${sample})`,
  )
}

export function sessionById(runs: Runs, id: string): Promise<Session | undefined> {
  return maybeRow(runs, sql<Session>`select ${sessionColumns} from evaluation.session s where s.id = ${id}`)
}

/**
 * The session, held until the act ends. Ballots, recusals and closing all take this lock, so they follow each other in
 * the order they came: nothing enters after closing and nothing cast before is missed.
 */
export function lockSession(runs: Runs, id: string): Promise<Session | undefined> {
  return maybeRow(runs, sql<Session>`select ${sessionColumns} from evaluation.session s where s.id = ${id} for update`)
}

export async function markOpened(runs: Runs, id: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`update evaluation.session set state = 'open', opened_at = ${at} where id = ${id} and state = 'called'`,
  )
}

export async function markClosed(runs: Runs, id: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`update evaluation.session set state = 'closed', closed_at = ${at} where id = ${id} and state = 'open'`,
  )
}

export interface SessionLine extends Session {
  readonly councilName: string
  readonly level: Council['level']
  /** Items this person may see. */
  readonly items: number
}

/** Sessions of the councils within reach, newest first; items that the person takes no part in are not counted. */
export function sessionsWithin(
  runs: Runs,
  reach: Reach,
  producers: readonly string[],
  only: { readonly councilId?: string; readonly unclosed?: boolean } = {},
): Promise<SessionLine[]> {
  return rows(
    runs,
    sql<SessionLine>`select ${sessionColumns}, c.name as council_name, c.level,
        (select count(*) from evaluation.agenda_item i join dossier.pub_dossier d on d.id = i.dossier_id
          where i.session_id = s.id and d.producer_id <> all(${[...producers]})
            and not exists (select from dossier.pub_recusal r
              where r.dossier_id = i.dossier_id and r.account_id = ${reach.accountId})) as items
      ${fromCouncil} join evaluation.session s on s.council_id = c.id
      where ${within(reach)}
        and (${only.councilId ?? null}::text is null or c.id = ${only.councilId ?? null})
        and (${only.unclosed ?? false} = false or s.state <> 'closed')
      order by s.meets_on desc, s.id desc limit 200`,
  )
}

/** Accounts with a posting in one of these units today, for naming a council. */
export function peopleOf(runs: Runs, units: readonly string[]): Promise<{ id: string; name: string }[]> {
  return rows(
    runs,
    sql<{ id: string; name: string }>`select distinct a.id, a.name from identity.pub_account a
      join identity.pub_posting p on p.account_id = a.id
      where p.unit_code = any(${[...units]}::text[]) order by a.name limit 300`,
  )
}
