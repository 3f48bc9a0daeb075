import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Guest, GuestAnswer, GuestCounts, Invitation } from './model.ts'

const guests = sql`
  select i.id, i.event_id, i.invitee, i.agency, i.email, i.producer_id, a.outcome, a.delegate, a.note, a.told_by,
    a.at as answered_at, p.invitation_id is not null as present
  from gathering.invitation i
  left join lateral (
    select * from gathering.answer a where a.invitation_id = i.id order by a.position desc limit 1
  ) a on true
  left join gathering.presence p on p.invitation_id = i.id`

/** @returns false when this person of this agency is invited already. */
export async function addInvitation(runs: Runs, i: Invitation, by: string, at: Instant): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into gathering.invitation (id, event_id, invitee, agency, email, producer_id, invited_by, invited_at)
      values (${i.id}, ${i.eventId}, ${i.invitee}, ${i.agency}, ${i.email}, ${i.producerId}, ${by}, ${at})
      on conflict do nothing`,
  )
  return added === 1
}

export async function guestsOf(
  runs: Runs,
  eventId: string,
  { page, size }: { page: number; size: number },
): Promise<Guest[]> {
  return rows(
    runs,
    sql<Guest>`${guests} where i.event_id = ${eventId} order by public.vn_fold(i.agency), public.vn_fold(i.invitee), i.id
      limit ${size} offset ${(page - 1) * size}`,
  )
}

export function guestById(runs: Runs, id: string): Promise<Guest | undefined> {
  return maybeRow(runs, sql<Guest>`${guests} where i.id = ${id}`)
}

export async function lockGuest(runs: Runs, id: string): Promise<Guest | undefined> {
  await run(runs, sql`select 1 from gathering.invitation where id = ${id} for update`)
  return guestById(runs, id)
}

export function invitationsOf(runs: Runs, eventId: string): Promise<Invitation[]> {
  return rows(
    runs,
    sql<Invitation>`select id, event_id, invitee, agency, email, producer_id from gathering.invitation
      where event_id = ${eventId} order by id`,
  )
}

export function countsOf(runs: Runs, eventId: string): Promise<GuestCounts> {
  return oneRow(
    runs,
    sql<GuestCounts>`select count(*) as invited, count(*) filter (where outcome = 'accept') as accepted,
        count(*) filter (where outcome = 'decline') as declined, count(*) filter (where present) as present
      from (${guests} where i.event_id = ${eventId}) g`,
  )
}

export interface AgencyCount extends GuestCounts {
  readonly agency: string
}

export function countsByAgency(runs: Runs, eventId: string): Promise<AgencyCount[]> {
  return rows(
    runs,
    sql<AgencyCount>`select min(agency) as agency, count(*) as invited, count(*) filter (where outcome = 'accept') as accepted,
        count(*) filter (where outcome = 'decline') as declined, count(*) filter (where present) as present
      from (${guests} where i.event_id = ${eventId}) g
      group by public.vn_fold(agency) order by public.vn_fold(min(agency)) limit 500`,
  )
}

export async function addAnswer(runs: Runs, invitationId: string, a: GuestAnswer, by: string): Promise<void> {
  await run(
    runs,
    sql`insert into gathering.answer (invitation_id, position, outcome, delegate, note, told_by, by_account, at)
      select ${invitationId}, coalesce(max(position), 0) + 1, ${a.outcome}, ${a.delegate}, ${a.note}, ${a.toldBy}, ${by},
        ${a.at}::timestamptz
      from gathering.answer where invitation_id = ${invitationId}`,
  )
}

/** Exactly these of the shown guests of this event came; a mark set by mistake is taken back. */
export async function markPresence(
  runs: Runs,
  eventId: string,
  shown: readonly string[],
  present: readonly string[],
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`delete from gathering.presence p using gathering.invitation i
      where i.id = p.invitation_id and i.event_id = ${eventId} and i.id = any(${[...shown]}::text[])
        and i.id <> all(${[...present]}::text[])`,
  )
  await run(
    runs,
    sql`insert into gathering.presence (invitation_id, marked_by, marked_at)
      select id, ${by}, ${at}::timestamptz from gathering.invitation
      where event_id = ${eventId} and id = any(${[...shown]}::text[]) and id = any(${[...present]}::text[])
      on conflict do nothing`,
  )
}

export interface WaitingInvitation {
  readonly id: string
  readonly title: string
  readonly startsAt: Instant
  readonly answerBy: string | null
  readonly agency: string
}

/** Invitations of these producers that wait for an answer. */
export function unanswered(runs: Runs, producers: readonly string[], now: Instant): Promise<WaitingInvitation[]> {
  return rows(
    runs,
    sql<WaitingInvitation>`select i.id, e.title, e.starts_at, e.answer_by, i.agency
      from gathering.invitation i join gathering.event e on e.id = i.event_id
      where i.producer_id = any(${[...producers]}::text[]) and e.state = 'announced' and e.starts_at > ${now}::timestamptz
        and not exists (select 1 from gathering.answer a where a.invitation_id = i.id)
      order by e.starts_at, i.id limit 50`,
  )
}
