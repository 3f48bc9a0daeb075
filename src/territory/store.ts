import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Followed, Link, Placed, UnitKind, UnitToday } from './model.ts'

const followedColumns = sql`
  u.code, u.valid_from, u.valid_to, u.earliest_from, u.kind, u.name, u.full_name, u.unit_type, u.district_code, u.province_code,
  u.name_en, u.slug, u.name_key, u.name_fold, u.document, t.fate, t.today_code, t.today_codes, t.today_province_code`

const placedColumns = sql`${followedColumns},
  former.provinces as former_provinces, former.districts as former_districts`

const followed = sql`territory.unit u join territory.today t using (code, valid_from)`

// What gave its land to a unit, one change back.
const placed = sql`
  ${followed}
  cross join lateral (
    select coalesce(array_agg(distinct o.province_code), '{}') as provinces,
      coalesce(array_agg(distinct coalesce(o.district_code, case o.kind when 'district' then o.code end))
        filter (where o.district_code is not null or o.kind = 'district'), '{}') as districts
    from territory.lineage l
    join territory.unit o on o.code = l.old_code and o.valid_to = l.on_day
    where l.new_code = u.code and l.new_from = u.valid_from
  ) former`

/** Every unit of every time that has one of these names without marks. */
export function unitsNamed(runs: Runs, kind: UnitKind, folds: readonly string[]): Promise<Placed[]> {
  return rows(
    runs,
    sql<Placed>`select ${placedColumns} from ${placed} where u.kind = ${kind} and u.name_fold = any(${[...folds]}::text[])
      order by u.code, u.valid_from`,
  )
}

/** Today's communes on the land of former districts. */
export async function communesOnLandOf(runs: Runs, districts: readonly UnitCode[]): Promise<Map<UnitCode, UnitCode[]>> {
  const found = await rows<{ districtCode: UnitCode; codes: UnitCode[] }>(
    runs,
    sql`select u.district_code, array_agg(distinct today.code order by today.code) as codes
      from territory.unit u join territory.today t using (code, valid_from) cross join unnest(t.today_codes) as today(code)
      where u.district_code = any(${[...districts]}::text[]) and u.kind = 'commune' group by u.district_code`,
  )
  return new Map(found.map(({ districtCode, codes }) => [districtCode, codes]))
}

/** The same for one district as it was on a day. */
export async function communesOnLandThen(runs: Runs, district: UnitCode, at: CivilDate): Promise<UnitCode[]> {
  const found = await rows<{ code: UnitCode }>(
    runs,
    sql`select distinct today.code
      from territory.unit u join territory.today t using (code, valid_from) cross join unnest(t.today_codes) as today(code)
      where u.district_code = ${district} and u.kind = 'commune'
        and u.valid_from <= ${at} and (u.valid_to is null or u.valid_to > ${at}) order by today.code`,
  )
  return found.map(({ code }) => code)
}

const today = sql`
  select u.code, u.kind, u.name, u.full_name, u.slug, u.province_code, p.name as province_name
  from territory.unit u
  cross join territory.state s
  join territory.pub_province_today p on p.code = u.province_code
  where u.valid_from <= s.as_of and (u.valid_to is null or u.valid_to > s.as_of)`

export function unitsToday(runs: Runs, codes: readonly UnitCode[]): Promise<UnitToday[]> {
  return rows(runs, sql<UnitToday>`${today} and u.code = any(${[...codes]}::text[]) order by u.code`)
}

export function communesOfProvince(runs: Runs, province: UnitCode): Promise<UnitToday[]> {
  return rows(runs, sql<UnitToday>`${today} and u.kind = 'commune' and u.province_code = ${province} order by u.code`)
}

export function provincesToday(runs: Runs): Promise<UnitToday[]> {
  return rows(runs, sql<UnitToday>`${today} and u.kind = 'province' order by u.code`)
}

export function unitAt(runs: Runs, code: UnitCode, at: CivilDate): Promise<Placed | undefined> {
  return maybeRow(
    runs,
    sql<Placed>`select ${placedColumns} from ${placed}
      where u.code = ${code} and u.valid_from <= ${at} and (u.valid_to is null or u.valid_to > ${at})`,
  )
}

/** All a code has stood for, oldest first. */
export function versionsOf(runs: Runs, code: UnitCode): Promise<Followed[]> {
  return rows(
    runs,
    sql<Followed>`select ${followedColumns} from ${followed} where u.code = ${code} order by u.valid_from`,
  )
}

/** How many communes each of today's provinces has. */
export async function communeCounts(runs: Runs): Promise<Map<UnitCode, number>> {
  const found = await rows<{ provinceCode: UnitCode; count: number }>(
    runs,
    sql`select province_code, count(*) from territory.pub_commune_today group by province_code`,
  )
  return new Map(found.map(({ provinceCode, count }) => [provinceCode, count]))
}

export interface EnteredReform {
  readonly id: string
  readonly kind: 'reform' | 'settlement'
  readonly effectiveOn: CivilDate
  readonly document: string
  readonly lineCount: number
}

/** What persons entered, the latest first. */
export function enteredReforms(runs: Runs): Promise<EnteredReform[]> {
  return rows(
    runs,
    sql<EnteredReform>`select id, kind, effective_on, document, jsonb_array_length(lines) as line_count
      from territory.reform order by entered_at desc, id`,
  )
}

/** Units that no change has ended, with those not yet in force. */
export function openUnits(runs: Runs): Promise<Followed[]> {
  return rows(runs, sql<Followed>`select ${followedColumns} from ${followed} where u.valid_to is null`)
}

/** Units that wait for a person: no source gives their successor, or sources dispute it. */
export function doubtfulUnits(runs: Runs, province: UnitCode | undefined, limit: number): Promise<Followed[]> {
  return rows(
    runs,
    sql<Followed>`select ${followedColumns} from ${followed}
      where u.kind = 'commune' and t.fate in ('lost', 'disputed') and (${province ?? null}::text is null or t.today_province_code = ${province ?? null})
      order by t.fate, u.code, u.valid_from limit ${limit}`,
  )
}

export interface LinkWithNames extends Link {
  readonly oldName: string
  readonly newName: string
}

/** Every link that touches a code, oldest first, each end with the name it had then. */
export function linksOf(runs: Runs, code: UnitCode): Promise<LinkWithNames[]> {
  return rows(
    runs,
    sql<LinkWithNames>`select l.on_day, l.old_code, l.new_code, l.new_from, l.kind, l.certain, l.document,
        o.full_name as old_name, n.full_name as new_name
      from territory.lineage l
      join territory.unit o on o.code = l.old_code and o.valid_to = l.on_day
      join territory.unit n on n.code = l.new_code and n.valid_from = l.new_from
      where l.old_code = ${code} or l.new_code = ${code}
      order by l.on_day, l.old_code, l.new_code`,
  )
}

/** A part of a name without marks, or a code. */
export interface NameSought {
  readonly fold: string
  readonly code: string
}

export interface UnitSearch {
  readonly at: CivilDate
  readonly named?: NameSought | undefined
  readonly kind?: UnitKind | undefined
  readonly province?: UnitCode | undefined
  readonly limit: number
  readonly offset: number
}

/** Units in force on a day; with a name, the closest first. */
export async function unitsOn(runs: Runs, search: UnitSearch): Promise<{ items: Followed[]; total: number }> {
  const chosen = sql`u.valid_from <= ${search.at} and (u.valid_to is null or u.valid_to > ${search.at})
    and (${search.named === undefined} or strpos(u.name_fold, ${search.named?.fold ?? ''}) > 0 or u.code = ${search.named?.code ?? ''})
    and (${search.kind ?? null}::text is null or u.kind = ${search.kind ?? null})
    and (${search.province ?? null}::text is null or u.province_code = ${search.province ?? null})`
  const counted = await rows<{ total: number }>(
    runs,
    sql`select count(*) as total from territory.unit u where ${chosen}`,
  )
  const items = await rows(
    runs,
    sql<Followed>`select ${followedColumns} from ${followed} where ${chosen}
      order by u.code = ${search.named?.code ?? ''} desc, u.name_fold = ${search.named?.fold ?? ''} desc, length(u.code), u.code limit ${search.limit} offset ${search.offset}`,
  )
  return { items, total: counted[0]?.total ?? 0 }
}

/** Units of any time whose name holds these letters, the closest first: for people who look up an old name. */
export function unitsEver(runs: Runs, { fold, code }: NameSought, limit: number): Promise<Followed[]> {
  return rows(
    runs,
    sql<Followed>`select ${followedColumns} from ${followed}
      where strpos(u.name_fold, ${fold}) > 0 or u.code = ${code}
      order by u.code = ${code} desc, u.name_fold = ${fold} desc, u.valid_to is null desc, u.valid_from desc, u.code limit ${limit}`,
  )
}

export async function spellingsOf(runs: Runs, code: UnitCode): Promise<string[]> {
  const found = await rows<{ spelling: string }>(
    runs,
    sql`select distinct spelling from territory.spelling where code = ${code} order by spelling`,
  )
  return found.map(({ spelling }) => spelling)
}

/** Today's provinces that a province of a code has become, over all its times. */
export function provinceSuccessor(
  runs: Runs,
  code: UnitCode,
): Promise<{ todayProvinceCode: UnitCode | null } | undefined> {
  return maybeRow(
    runs,
    sql<{ todayProvinceCode: UnitCode | null }>`select today_province_code from territory.today where code = ${code}
      order by valid_from limit 1`,
  )
}
