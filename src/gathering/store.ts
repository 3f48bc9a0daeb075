import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import { addStepTo, reasonFor } from '../platform/steps.ts'
import type { NewStep, StepTable } from '../platform/steps.ts'
import type { AgendaItem, EventState, EventText, GatheringEvent, Room, RoomUse, ShownEvent } from './model.ts'

const shown = sql`
  select e.id, e.slug, e.kind, e.unit_code, e.unit_on, e.title, e.summary, e.audience, e.hosts, e.contact, e.room_id, e.starts_at,
    e.ends_at, e.answer_by, e.edition, e.state, e.sample, r.name as room_name, r.address, r.seats,
    u.full_name as unit_name, case when e.unit_code = 'VN' then 'VN' else t.today_code end as unit_today,
    case when e.unit_code = 'VN' then 'VN' else t.today_province_code end as province_today
  from gathering.event e
  join gathering.room r on r.id = e.room_id
  left join territory.pub_unit u on u.code = e.unit_code
    and e.unit_on >= u.valid_from and (u.valid_to is null or e.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from`

export function roomsOf(runs: Runs, units: readonly UnitCode[]): Promise<Room[]> {
  return rows(
    runs,
    sql<Room>`select id, unit_code, name, address, seats from gathering.room
      where unit_code = any(${[...units]}::text[]) order by unit_code, name, id limit 500`,
  )
}

/** @returns false when the unit has a room of this name. */
export async function addRoom(
  runs: Runs,
  r: Room & { readonly unitOn: CivilDate; readonly sample: boolean },
  by: string,
  at: Instant,
): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into gathering.room (id, unit_code, unit_on, name, address, seats, added_by, added_at, sample)
      values (${r.id}, ${r.unitCode}, ${r.unitOn}, ${r.name}, ${r.address}, ${r.seats}, ${by}, ${at}, ${r.sample})
      on conflict do nothing`,
  )
  return added === 1
}

/** Whoever books a room waits for whoever is booking it: the second of two sees the first. */
/** Classes that seem to have the room of an event at its hour. */
export function classesInRoom(runs: Runs, eventId: string): Promise<RoomUse[]> {
  return rows(
    runs,
    sql<RoomUse>`select h.title || ', ' || h.name as title, h.starts_at, h.ends_at
      from gathering.pub_room_hours e join training.pub_room_hours h
        on h.starts_at < e.ends_at and e.starts_at < h.ends_at and public.same_room(h.place, h.room, e.place, e.room)
      where e.event_id = ${eventId} order by h.starts_at limit 20`,
  )
}

export function lockRoom(runs: Runs, id: string): Promise<Room | undefined> {
  return maybeRow(
    runs,
    sql<Room>`select id, unit_code, name, address, seats from gathering.room where id = ${id} for update`,
  )
}

/** An event that holds the room in that time, but for one. */
export function eventInRoom(
  runs: Runs,
  { roomId, startsAt, endsAt }: Pick<EventText, 'roomId' | 'startsAt' | 'endsAt'>,
  except: string | null,
): Promise<ShownEvent | undefined> {
  return maybeRow(
    runs,
    sql<ShownEvent>`${shown} where e.room_id = ${roomId} and e.state <> 'cancelled' and e.id is distinct from ${except}
      and e.starts_at < ${endsAt}::timestamptz and e.ends_at > ${startsAt}::timestamptz order by e.starts_at limit 1`,
  )
}

export async function addEvent(runs: Runs, e: GatheringEvent, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into gathering.event (id, slug, kind, unit_code, unit_on, title, summary, audience, hosts, contact, room_id, starts_at,
        ends_at, answer_by, created_by, created_at, sample)
      values (${e.id}, ${e.slug}, ${e.kind}, ${e.unitCode}, ${e.unitOn}, ${e.title}, ${e.summary}, ${e.audience},
        ${[...e.hosts]}::text[], ${e.contact}, ${e.roomId}, ${e.startsAt}, ${e.endsAt}, ${e.answerBy}, ${by}, ${at}, ${e.sample})`,
  )
}

export async function amendEvent(runs: Runs, id: string, e: EventText): Promise<void> {
  await run(
    runs,
    sql`update gathering.event set kind = ${e.kind}, title = ${e.title}, summary = ${e.summary}, audience = ${e.audience},
        hosts = ${[...e.hosts]}::text[], contact = ${e.contact}, room_id = ${e.roomId}, starts_at = ${e.startsAt},
        ends_at = ${e.endsAt}, answer_by = ${e.answerBy}, edition = edition + 1
      where id = ${id}`,
  )
}

export async function keepAgenda(runs: Runs, id: string, items: readonly AgendaItem[]): Promise<void> {
  await run(runs, sql`delete from gathering.agenda_item where event_id = ${id}`)
  for (const [index, item] of items.entries()) {
    await run(
      runs,
      sql`insert into gathering.agenda_item (event_id, position, starts_at, title, speaker)
        values (${id}, ${index + 1}, ${item.startsAt}, ${item.title}, ${item.speaker})`,
    )
  }
}

export function agendaOf(runs: Runs, id: string): Promise<AgendaItem[]> {
  return rows(
    runs,
    sql<AgendaItem>`select starts_at, title, speaker from gathering.agenda_item where event_id = ${id} order by position`,
  )
}

const steps: StepTable = { name: sql`gathering.step`, thing: sql`event_id` }

export function addStep(runs: Runs, id: string, step: NewStep<EventState>): Promise<void> {
  return addStepTo(runs, steps, id, step)
}

export function cancelReason(runs: Runs, id: string): Promise<string | undefined> {
  return reasonFor(runs, steps, id, 'cancel')
}

export function eventById(runs: Runs, id: string): Promise<ShownEvent | undefined> {
  return maybeRow(runs, sql<ShownEvent>`${shown} where e.id = ${id}`)
}

export function eventBySlug(runs: Runs, slug: string): Promise<ShownEvent | undefined> {
  return maybeRow(runs, sql<ShownEvent>`${shown} where e.slug = ${slug}`)
}

export async function lockEvent(runs: Runs, id: string): Promise<ShownEvent | undefined> {
  await run(runs, sql`select 1 from gathering.event where id = ${id} for update`)
  return eventById(runs, id)
}

export interface EventsWanted {
  /** Today's units, or all; a province brings its communes. */
  readonly units: readonly UnitCode[] | 'all'
  readonly states?: readonly EventState[]
  readonly endedBefore?: Instant
}

function whereOf({ units, states, endedBefore }: EventsWanted): RawBuilder<unknown> {
  const all = [sql`true`]
  if (units !== 'all') {
    const list = sql`${[...units]}::text[]`
    all.push(sql`(e.unit_code = any(${list}) or t.today_code = any(${list}) or t.today_province_code = any(${list}))`)
  }
  if (states !== undefined) all.push(sql`e.state = any(${[...states]}::text[])`)
  if (endedBefore !== undefined) all.push(sql`e.ends_at < ${endedBefore}::timestamptz`)
  return sql.join(all, sql` and `)
}

/** The latest first. */
export async function events(
  runs: Runs,
  wanted: EventsWanted,
  { page, size }: { page: number; size: number },
): Promise<{ items: ShownEvent[]; total: number }> {
  const where = whereOf(wanted)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${shown} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<ShownEvent>`${shown} where ${where} order by e.starts_at desc, e.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}
