import type { Role, UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { json, maybeRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type {
  Conclusion,
  ConclusionReport,
  EventPaper,
  HonouredProduct,
  Honours,
  Minutes,
  ShownConclusion,
} from './model.ts'

const honoured = (eventId: string): RawBuilder<unknown> => sql`
  from gathering.honour h
  join recognition.pub_recognition r on r.decision_id = h.decision_id
  where h.event_id = ${eventId} and r.end_kind is distinct from 'revoked'`

/** What the decisions of a ceremony say, the most stars first. */
export function honoursOf(runs: Runs, eventId: string): Promise<Honours[]> {
  return rows(
    runs,
    sql<Honours>`select r.stars, count(distinct r.product_id) as products, count(distinct r.producer_id) as producers
      ${honoured(eventId)} group by r.stars order by r.stars desc`,
  )
}

export function honouredProducts(
  runs: Runs,
  eventId: string,
  { page, size }: { page: number; size: number },
): Promise<HonouredProduct[]> {
  return rows(
    runs,
    sql<HonouredProduct>`select r.number, r.product_name, r.producer_id, r.producer_name, r.stars, r.decision_id, r.decision_number,
        r.decided_on
      ${honoured(eventId)}
      order by r.stars desc, public.vn_fold(r.producer_name), public.vn_fold(r.product_name), r.number
      limit ${size} offset ${(page - 1) * size}`,
  )
}

export interface HonourChoice {
  readonly id: string
  readonly number: string
  readonly authority: string
  readonly decidedOn: CivilDate | null
  readonly products: number
  readonly chosen: boolean
}

/** Decisions of the unit that recognised something, the newest first, and which of them the ceremony honours. */
export function decisionsToHonour(
  runs: Runs,
  eventId: string,
  unit: UnitCode,
  { page, size }: { page: number; size: number },
): Promise<HonourChoice[]> {
  return rows(
    runs,
    sql<HonourChoice>`select r.decision_id as id, r.decision_number as number, r.authority, r.decided_on, count(*) as products,
        h.event_id is not null as chosen
      from recognition.pub_recognition r
      left join gathering.honour h on h.event_id = ${eventId} and h.decision_id = r.decision_id
      left join territory.pub_unit u on u.code = r.unit_code
        and r.unit_on >= u.valid_from and (u.valid_to is null or r.unit_on < u.valid_to)
      left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from
      where r.unit_code = ${unit} or t.today_code = ${unit} or t.today_province_code = ${unit}
      group by r.decision_id, r.decision_number, r.authority, r.decided_on, h.event_id
      order by (h.event_id is null), r.decided_on desc nulls last, r.decision_id
      limit ${size} offset ${(page - 1) * size}`,
  )
}

export async function keepHonours(
  runs: Runs,
  eventId: string,
  decisions: readonly string[],
  by: string,
  at: Instant,
): Promise<void> {
  await run(runs, sql`delete from gathering.honour where event_id = ${eventId}`)
  await run(
    runs,
    sql`insert into gathering.honour (event_id, decision_id, added_by, added_at)
      select ${eventId}, id, ${by}, ${at}::timestamptz from unnest(${[...decisions]}::text[]) as chosen (id)`,
  )
}

/** One line a producer that the ceremony honours and that has no invitation yet. */
export function honouredProducers(runs: Runs, eventId: string): Promise<{ id: string; name: string }[]> {
  return rows(
    runs,
    sql<{ id: string; name: string }>`select r.producer_id as id, min(r.producer_name) as name ${honoured(eventId)}
        and not exists (select 1 from gathering.invitation i where i.event_id = ${eventId} and i.producer_id = r.producer_id)
      group by r.producer_id order by public.vn_fold(min(r.producer_name)), r.producer_id`,
  )
}

export async function addPaper(runs: Runs, eventId: string, p: EventPaper, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into gathering.paper (id, event_id, title, is_public, file, file_name, media_type, bytes, added_by, added_at)
      values (${p.id}, ${eventId}, ${p.title}, ${p.isPublic}, ${p.file}, ${p.fileName}, ${p.mediaType}, ${p.bytes}, ${by}, ${at})`,
  )
}

export function papersOf(runs: Runs, eventId: string): Promise<EventPaper[]> {
  return rows(
    runs,
    sql<EventPaper>`select id, title, is_public, file, file_name, media_type, bytes from gathering.paper
      where event_id = ${eventId} order by added_at, id limit 200`,
  )
}

export async function addMinutes(runs: Runs, eventId: string, m: Minutes, by: string): Promise<void> {
  await run(
    runs,
    sql`insert into gathering.minutes (event_id, body, is_public, invited, accepted, present, honoured, written_by, written_at)
      values (${eventId}, ${m.body}, ${m.isPublic}, ${m.invited}, ${m.accepted}, ${m.present}, ${json(m.honoured)}, ${by},
        ${m.writtenAt})`,
  )
}

export function minutesOf(runs: Runs, eventId: string): Promise<Minutes | undefined> {
  return maybeRow(
    runs,
    sql<Minutes>`select body, is_public, invited, accepted, present, honoured, written_at from gathering.minutes
      where event_id = ${eventId}`,
  )
}

const conclusions = sql`
  select c.id, c.event_id, c.position, c.body, c.owner_role, c.owner_unit, c.due_on, e.title as event_title, e.slug as event_slug,
    case when e.unit_code = 'VN' then 'VN' else et.today_code end as unit_today,
    case when e.unit_code = 'VN' then 'VN' else et.today_province_code end as province_today,
    case when c.owner_unit = 'VN' then 'VN' else t.today_code end as owner_unit_today, u.full_name as owner_unit_name,
    (select d.on_date from gathering.report d where d.conclusion_id = c.id and d.done) as done_on
  from gathering.conclusion c
  join gathering.event e on e.id = c.event_id
  left join territory.pub_unit eu on eu.code = e.unit_code
    and e.unit_on >= eu.valid_from and (eu.valid_to is null or e.unit_on < eu.valid_to)
  left join territory.pub_today et on et.code = eu.code and et.valid_from = eu.valid_from
  left join territory.pub_unit u on u.code = c.owner_unit
    and c.owner_on >= u.valid_from and (u.valid_to is null or c.owner_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from`

export async function addConclusion(
  runs: Runs,
  c: Omit<Conclusion, 'position'>,
  by: string,
  on: CivilDate,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into gathering.conclusion (id, event_id, position, body, owner_role, owner_unit, owner_on, due_on, added_by, added_at)
      select ${c.id}, ${c.eventId}, coalesce(max(position), 0) + 1, ${c.body}, ${c.ownerRole}, ${c.ownerUnit}, ${on}::date,
        ${c.dueOn}::date, ${by}, ${at}::timestamptz
      from gathering.conclusion where event_id = ${c.eventId}`,
  )
}

export function conclusionsOf(runs: Runs, eventId: string): Promise<ShownConclusion[]> {
  return rows(runs, sql<ShownConclusion>`${conclusions} where c.event_id = ${eventId} order by c.position limit 200`)
}

export function conclusionById(runs: Runs, id: string): Promise<ShownConclusion | undefined> {
  return maybeRow(runs, sql<ShownConclusion>`${conclusions} where c.id = ${id}`)
}

export async function lockConclusion(runs: Runs, id: string): Promise<ShownConclusion | undefined> {
  await run(runs, sql`select 1 from gathering.conclusion where id = ${id} for update`)
  return conclusionById(runs, id)
}

/** What an office still has to carry out, the nearest day first. */
export function openConclusions(
  runs: Runs,
  offices: readonly { role: Role; unit: UnitCode }[],
): Promise<ShownConclusion[]> {
  const held = sql.join(
    offices.map(
      ({ role, unit }) =>
        sql`(c.owner_role = ${role} and ${unit} = case when c.owner_unit = 'VN' then 'VN' else t.today_code end)`,
    ),
    sql` or `,
  )
  return rows(
    runs,
    sql<ShownConclusion>`${conclusions} where (${held}) and e.state <> 'cancelled'
        and not exists (select 1 from gathering.report d where d.conclusion_id = c.id and d.done)
      order by c.due_on, c.id limit 50`,
  )
}

export async function addReport(
  runs: Runs,
  conclusionId: string,
  r: ConclusionReport,
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into gathering.report (conclusion_id, position, done, result, by_account, on_date, at)
      select ${conclusionId}, coalesce(max(position), 0) + 1, ${r.done}, ${r.result}, ${by}, ${r.onDate}::date, ${at}::timestamptz
      from gathering.report where conclusion_id = ${conclusionId}`,
  )
}

export function reportsOf(runs: Runs, conclusionId: string): Promise<ConclusionReport[]> {
  return rows(
    runs,
    sql<ConclusionReport>`select done, result, on_date from gathering.report where conclusion_id = ${conclusionId}
      order by position`,
  )
}
