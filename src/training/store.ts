import type { UnitCode } from '../kernel/actor.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type { Course, Lecturer, Meeting, RoomUse, ShownClass, ShownCourse, TrainingClass } from './model.ts'
import type { Clash } from './rules.ts'

const ofUnit = sql`
  left join territory.pub_unit u on u.code = c.unit_code
    and c.unit_on >= u.valid_from and (u.valid_to is null or c.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from`

const ofWhom = sql`c.unit_code, c.unit_on, u.full_name as unit_name, t.today_code as unit_today,
  t.today_province_code as province_today`

const courses = sql`
  select c.id, c.kind, c.title, c.summary, c.attendance_percent, c.pass_percent, c.sample, ${ofWhom}
  from training.course c ${ofUnit}`

const classes = sql`
  select k.id, k.course_id, k.name, k.place, k.room, k.capacity, k.sample, c.title as course_title, c.kind as course_kind,
    c.attendance_percent, c.pass_percent, ${ofWhom}, m.first_start, m.last_end, x.reason as cancelled_why,
    coalesce(s.seated, 0) as seated, coalesce(s.waiting, 0) as waiting
  from training.class k
  join training.course c on c.id = k.course_id ${ofUnit}
  left join training.class_ending x on x.class_id = k.id
  left join lateral (
    select min(starts_at) as first_start, max(ends_at) as last_end from training.meeting where class_id = k.id
  ) m on true
  left join lateral (
    select count(*) filter (where seated) as seated, count(*) filter (where not seated) as waiting
    from training.pub_seat where class_id = k.id
  ) s on true`

const meetings = sql`
  select m.id, m.class_id, m.starts_at, m.ends_at, m.topic, m.lecturer_id, l.name as lecturer_name, l.agency as lecturer_agency
  from training.meeting m left join training.lecturer l on l.id = m.lecturer_id`

export async function addCourse(runs: Runs, c: Course, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into training.course (id, unit_code, unit_on, kind, title, summary, attendance_percent, pass_percent, opened_by, opened_at,
        sample)
      values (${c.id}, ${c.unitCode}, ${c.unitOn}, ${c.kind}, ${c.title}, ${c.summary}, ${c.attendancePercent}, ${c.passPercent}, ${by},
        ${at}, ${c.sample})`,
  )
}

export function courseById(runs: Runs, id: string): Promise<ShownCourse | undefined> {
  return maybeRow(runs, sql<ShownCourse>`${courses} where c.id = ${id}`)
}

export function coursesOf(runs: Runs, units: readonly UnitCode[]): Promise<ShownCourse[]> {
  return rows(
    runs,
    sql<ShownCourse>`${courses} where t.today_code = any(${[...units]}::text[]) order by c.opened_at desc limit 200`,
  )
}

export async function addClass(
  runs: Runs,
  k: TrainingClass,
  kept: { readonly roomKey: string; readonly secret: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into training.class (id, course_id, name, place, room, room_key, capacity, door_secret, opened_by, opened_at, sample)
      values (${k.id}, ${k.courseId}, ${k.name}, ${k.place}, ${k.room}, ${kept.roomKey}, ${k.capacity}, ${kept.secret}, ${kept.by},
        ${kept.at}, ${k.sample})`,
  )
}

export function classById(runs: Runs, id: string): Promise<ShownClass | undefined> {
  return maybeRow(runs, sql<ShownClass>`${classes} where k.id = ${id}`)
}

/** Whoever enrols, withdraws or adds a meeting waits for whoever does already: seats are given one after the other. */
export async function lockClass(runs: Runs, id: string): Promise<ShownClass | undefined> {
  await run(runs, sql`select 1 from training.class where id = ${id} for update`)
  return classById(runs, id)
}

export async function doorSecretOf(runs: Runs, classId: string): Promise<string> {
  return (await oneRow(runs, sql<{ doorSecret: string }>`select door_secret from training.class where id = ${classId}`))
    .doorSecret
}

export async function endClass(runs: Runs, id: string, reason: string, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into training.class_ending (class_id, reason, ended_by, ended_at) values (${id}, ${reason}, ${by}, ${at})`,
  )
}

export interface ClassesWanted {
  /** Today's units whose classes they are; a province brings its communes. */
  readonly units?: readonly UnitCode[] | undefined
  readonly province?: UnitCode | undefined
  readonly course?: string | undefined
  /** Not over yet at this moment. */
  readonly after?: Instant | undefined
  readonly before?: Instant | undefined
}

function whereOf({ units, province, course, after, before }: ClassesWanted): RawBuilder<unknown> {
  const all = [sql`true`]
  if (units !== undefined) all.push(sql`t.today_code = any(${[...units]}::text[])`)
  if (province !== undefined) all.push(sql`t.today_province_code = ${province}`)
  if (course !== undefined) all.push(sql`k.course_id = ${course}`)
  if (after !== undefined) all.push(sql`m.last_end > ${after}`)
  if (before !== undefined) all.push(sql`m.last_end <= ${before}`)
  return sql.join(all, sql` and `)
}

/** The nearest first; of those that are over, the last first. */
export async function classesFor(
  runs: Runs,
  wanted: ClassesWanted,
  { page, size }: { page: number; size: number },
): Promise<{ items: ShownClass[]; total: number }> {
  const where = whereOf(wanted)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${classes} where ${where}) listed`,
  )
  const order = wanted.before === undefined ? sql`m.first_start, k.id` : sql`m.last_end desc, k.id`
  const items = await rows(
    runs,
    sql<ShownClass>`${classes} where ${where} order by ${order} limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

export async function addMeeting(runs: Runs, m: Omit<Meeting, 'lecturerName' | 'lecturerAgency'>): Promise<void> {
  await run(
    runs,
    sql`insert into training.meeting (id, class_id, starts_at, ends_at, topic, lecturer_id)
      values (${m.id}, ${m.classId}, ${m.startsAt}, ${m.endsAt}, ${m.topic}, ${m.lecturerId})`,
  )
}

export function meetingById(runs: Runs, id: string): Promise<Meeting | undefined> {
  return maybeRow(runs, sql<Meeting>`${meetings} where m.id = ${id}`)
}

export function meetingsOf(runs: Runs, classId: string): Promise<Meeting[]> {
  return rows(runs, sql<Meeting>`${meetings} where m.class_id = ${classId} order by m.starts_at, m.id`)
}

/** What a room is taken for; two who ask for one room at once wait for each other. */
export async function takenHours(runs: Runs, roomKey: string): Promise<Clash[]> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`training-room:${roomKey}`}, 0))`)
  return rows(
    runs,
    sql<Clash>`select m.starts_at, m.ends_at, k.name as class_name
      from training.meeting m join training.class k on k.id = m.class_id
      where k.room_key = ${roomKey} and not exists (select from training.class_ending x where x.class_id = k.id)
      order by m.starts_at`,
  )
}

/** What else the rooms of a class seem to be taken for at its hours: an event of whoever keeps halls. */
export function eventsInRoom(runs: Runs, classId: string): Promise<RoomUse[]> {
  return rows(
    runs,
    sql<RoomUse>`select distinct e.title, e.starts_at, e.ends_at
      from training.pub_room_hours h join gathering.pub_room_hours e
        on e.starts_at < h.ends_at and h.starts_at < e.ends_at and public.same_room(h.place, h.room, e.place, e.room)
      where h.class_id = ${classId} order by e.starts_at limit 20`,
  )
}

export async function addLecturer(
  runs: Runs,
  l: Pick<Lecturer, 'id' | 'unitCode' | 'name' | 'agency' | 'topics' | 'sample'> & { readonly on: string },
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into training.lecturer (id, unit_code, unit_on, name, agency, topics, consent_on, added_by, added_at, sample)
      values (${l.id}, ${l.unitCode}, ${l.on}, ${l.name}, ${l.agency}, ${l.topics}, ${l.on}, ${by}, ${at}, ${l.sample})`,
  )
}

const lecturers = sql`
  select c.id, c.unit_code, u.full_name as unit_name, c.name, c.agency, c.topics, c.sample,
    (select count(*) from training.meeting m join training.class k on k.id = m.class_id
      where m.lecturer_id = c.id and not exists (select from training.class_ending x where x.class_id = k.id)) as lectures
  from training.lecturer c ${ofUnit}`

export function lecturersOf(runs: Runs, unit: UnitCode): Promise<Lecturer[]> {
  return rows(runs, sql<Lecturer>`${lecturers} where t.today_code = ${unit} order by c.name, c.id limit 200`)
}

export async function lecturerPage(
  runs: Runs,
  { page, size }: { page: number; size: number },
): Promise<{ items: Lecturer[]; total: number }> {
  const { total } = await oneRow(runs, sql<{ total: number }>`select count(*) as total from training.lecturer`)
  const items = await rows(
    runs,
    sql<Lecturer>`${lecturers} order by c.name, c.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}
