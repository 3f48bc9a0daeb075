import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Enrolment, OwnEnrolment } from './model.ts'

const columns = sql`
  e.id, e.class_id, e.account_id, coalesce(e.person_name, a.name) as person_name, e.capacity_as as kind, e.producer_id,
  o.name as producer_name, s.seated,
  case when not s.seated then s.place_in_line - q.capacity end as queue_place, e.sex, e.ethnicity, e.consent_on, f.number as certificate,
  array(select d.meeting_id from training.pub_attended d where d.enrolment_id = e.id) as attended,
  exists (select from training.answer_sheet w where w.enrolment_id = e.id and w.passed) as passed`

// `offset 0` keeps the view inside: places are then counted in this class alone, not in every class there is.
const joined = sql`
  training.enrolment e
  join lateral (select * from training.pub_seat where class_id = e.class_id offset 0) s on s.enrolment_id = e.id
  join training.class q on q.id = e.class_id
  left join identity.pub_account a on a.id = e.account_id
  left join producer.pub_producer o on o.id = e.producer_id
  left join training.certificate f on f.enrolment_id = e.id
    and not exists (select from training.certificate_ending x where x.number = f.number)`

export interface NewEnrolment extends Pick<
  Enrolment,
  'id' | 'classId' | 'accountId' | 'kind' | 'producerId' | 'sex' | 'ethnicity' | 'consentOn'
> {
  /** Of somebody without an account. */
  readonly personName: string | null
  readonly sample: boolean
}

/** The caller has locked the class: positions grow one by one. */
export async function addEnrolment(runs: Runs, e: NewEnrolment, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into training.enrolment (id, class_id, position, account_id, person_name, capacity_as, producer_id, sex, ethnicity,
        consent_on, enrolled_by, enrolled_at, sample)
      select ${e.id}, ${e.classId}, coalesce(max(position), 0) + 1, ${e.accountId}::text, ${e.personName}::text, ${e.kind},
        ${e.producerId}::text, ${e.sex}::text, ${e.ethnicity}::text, ${e.consentOn}::date, ${by}, ${at}::timestamptz, ${e.sample}::boolean
      from training.enrolment where class_id = ${e.classId}`,
  )
}

export async function endEnrolment(runs: Runs, id: string, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into training.enrolment_ending (enrolment_id, ended_by, ended_at) values (${id}, ${by}, ${at})`,
  )
}

/** The person takes back the word: what was told for counting is forgotten. */
export async function forgetPersonal(runs: Runs, id: string): Promise<void> {
  await run(runs, sql`update training.enrolment set sex = null, ethnicity = null, consent_on = null where id = ${id}`)
}

export function enrolmentsOf(runs: Runs, classId: string): Promise<Enrolment[]> {
  return rows(runs, sql<Enrolment>`select ${columns} from ${joined} where e.class_id = ${classId} order by e.position`)
}

export function enrolmentById(runs: Runs, id: string): Promise<Enrolment | undefined> {
  return maybeRow(runs, sql<Enrolment>`select ${columns} from ${joined} where e.id = ${id}`)
}

export function enrolmentOf(runs: Runs, classId: string, accountId: string): Promise<Enrolment | undefined> {
  return maybeRow(
    runs,
    sql<Enrolment>`select ${columns} from ${joined} where e.class_id = ${classId} and e.account_id = ${accountId}`,
  )
}

/** Somebody without an account, by name and producer: the officer's second press enters nobody twice. */
export async function isNamed(runs: Runs, classId: string, name: string, producerId: string | null): Promise<boolean> {
  const found = await maybeRow(
    runs,
    sql`select 1 from training.enrolment e join training.pub_seat s on s.enrolment_id = e.id and s.class_id = e.class_id
      where e.class_id = ${classId} and lower(e.person_name) = lower(${name})
        and e.producer_id is not distinct from ${producerId}::text`,
  )
  return found !== undefined
}

export async function ownEnrolments(
  runs: Runs,
  accountId: string,
  { page, size }: { page: number; size: number },
): Promise<{ items: OwnEnrolment[]; total: number }> {
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from training.enrolment e where account_id = ${accountId}
      and not exists (select from training.enrolment_ending x where x.enrolment_id = e.id)`,
  )
  const items = await rows(
    runs,
    sql<OwnEnrolment>`
      select ${columns}, c.title as course_title, c.pass_percent, k.name as class_name, k.place, k.room, m.first_start, m.last_end,
        x.reason as cancelled_why
      from ${joined}
      join training.class k on k.id = e.class_id
      join training.course c on c.id = k.course_id
      left join training.class_ending x on x.class_id = k.id
      left join lateral (
        select min(starts_at) as first_start, max(ends_at) as last_end from training.meeting where class_id = k.id
      ) m on true
      where e.account_id = ${accountId}
      order by m.first_start desc, e.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

/** @returns false when the person was marked before: scanning twice counts once. */
export async function markAttended(
  runs: Runs,
  mark: {
    readonly meetingId: string
    readonly enrolmentId: string
    readonly how: 'scan' | 'list'
    readonly by: string
    readonly at: Instant
  },
): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into training.attendance (meeting_id, enrolment_id, how, marked_by, marked_at)
      values (${mark.meetingId}, ${mark.enrolmentId}, ${mark.how}, ${mark.by}, ${mark.at})
      on conflict (meeting_id, enrolment_id) do nothing`,
  )
  return added === 1
}

export async function isStruck(runs: Runs, meetingId: string, enrolmentId: string): Promise<boolean> {
  const found = await maybeRow(
    runs,
    sql`select 1 from training.attendance_strike where meeting_id = ${meetingId} and enrolment_id = ${enrolmentId}`,
  )
  return found !== undefined
}

/** @returns false when there is nothing to strike, or it was struck before. */
export async function strikeAttendance(
  runs: Runs,
  meetingId: string,
  enrolmentId: string,
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const struck = await run(
    runs,
    sql`insert into training.attendance_strike (meeting_id, enrolment_id, reason, struck_by, struck_at)
      select meeting_id, enrolment_id, ${reason}, ${by}, ${at}::timestamptz from training.attendance
      where meeting_id = ${meetingId} and enrolment_id = ${enrolmentId}
      on conflict (meeting_id, enrolment_id) do nothing`,
  )
  return struck === 1
}

export function producerByCode(runs: Runs, code: string): Promise<{ id: string } | undefined> {
  return maybeRow(
    runs,
    sql<{ id: string }>`select id from producer.pub_producer where code = ${code} and closed_on is null`,
  )
}

export function producersNamed(runs: Runs, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return rows(
    runs,
    sql<{ id: string; name: string }>`select id, name from producer.pub_producer
      where id = any(${[...ids]}::text[]) and closed_on is null order by name, id`,
  )
}
