import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type { Figure } from './figures/figure.ts'
import { recognisedUpTo } from './figures/recognised.ts'
import type { Dimension, Fact, Place, Rising } from './model.ts'

const column: Record<Dimension, RawBuilder<unknown>> = {
  stars: sql`f.stars`,
  group: sql`f."group"`,
  kind: sql`f.kind`,
  round: sql`f.round`,
  year: sql`f.year`,
  province: sql`f.province`,
  commune: sql`f.commune`,
}

function within({ provinces, commune }: Place) {
  if (commune !== undefined) return sql`f.commune = ${commune}`
  return provinces === undefined ? sql`true` : sql`f.province = any(${[...provinces]}::text[])`
}

export async function countOf(runs: Runs, figure: Figure, at: CivilDate, place: Place): Promise<number> {
  const { count } = await oneRow(
    runs,
    sql<{ count: number }>`select count(distinct f.key) as count from (${figure.facts(at)}) f where ${within(place)}`,
  )
  return count
}

export function partsOf(
  runs: Runs,
  figure: Figure,
  at: CivilDate,
  place: Place,
  by: Dimension,
): Promise<{ key: string | null; count: number }[]> {
  return rows(
    runs,
    sql<{ key: string | null; count: number }>`select ${column[by]} as key, count(distinct f.key) as count
      from (${figure.facts(at)}) f where ${within(place)} group by 1 order by 2 desc, 1`,
  )
}

/** The records behind a figure or behind one of its parts, one for each thing counted. */
export function recordsOf(
  runs: Runs,
  figure: Figure,
  at: CivilDate,
  place: Place,
  part: { by: Dimension; key: string } | undefined,
  { page, size }: { page: number; size: number },
): Promise<Fact[]> {
  const only = part ? sql`and coalesce(${column[part.by]}, '') = ${part.key}` : sql``
  return rows<Fact>(
    runs,
    sql<Fact>`select * from (select distinct on (f.key) f.* from (${figure.facts(at)}) f where ${within(place)} ${only} order by f.key) f
      order by f.label, f.key limit ${size} offset ${(page - 1) * size}`,
  )
}

export async function countPart(
  runs: Runs,
  figure: Figure,
  at: CivilDate,
  place: Place,
  part: { by: Dimension; key: string },
): Promise<number> {
  const { count } = await oneRow(
    runs,
    sql<{ count: number }>`select count(distinct f.key) as count from (${figure.facts(at)}) f
      where ${within(place)} and coalesce(${column[part.by]}, '') = ${part.key}`,
  )
  return count
}

/** Several parts of one dimension together, each thing once. */
export async function countParts(
  runs: Runs,
  figure: Figure,
  at: CivilDate,
  place: Place,
  by: Dimension,
  keys: readonly string[],
): Promise<number> {
  const { count } = await oneRow(
    runs,
    sql<{ count: number }>`select count(distinct f.key) as count from (${figure.facts(at)}) f
      where ${within(place)} and ${column[by]} = any(${[...keys]}::text[])`,
  )
  return count
}

/** Products in force whose last score lacks at most so much for the next star's band; nearest first. */
export function risingProducts(
  runs: Runs,
  at: CivilDate,
  place: Place,
  { four, five, within: most }: { four: number; five: number; within: number },
  { page, size }: { page: number; size: number },
): Promise<(Omit<Rising, 'lack'> & { total: number })[]> {
  const short = sql`greatest(0, case f.stars when 3 then ${four}::integer else ${five}::integer end - m.mean_hundredths)`
  return rows(
    runs,
    sql<
      Omit<Rising, 'lack'> & { total: number }
    >`select f.product_id, f.slug, f.product_name as name, f.stars, m.mean_hundredths,
        f.group_no, count(*) over () as total
      from (select r.*, r.province_code as province, r.commune_code as commune from (${recognisedUpTo(at)}) r) f
      join recognition.pub_recognition m on m.number = f.number
      where f.in_force and f.stars < 5 and m.mean_hundredths is not null and ${short} <= ${most}::integer and ${within(place)}
      order by ${short}, f.product_name, f.product_id limit ${size} offset ${(page - 1) * size}`,
  )
}

/** Units of the lowest level that stood on a day in a place. */
export function communeTotalThen(runs: Runs, at: CivilDate, place: Place): Promise<{ count: number }> {
  return oneRow(
    runs,
    sql<{ count: number }>`select count(*) as count from territory.pub_unit u
      where u.kind = 'commune' and ${at}::date >= u.valid_from and (u.valid_to is null or ${at}::date < u.valid_to)
        and ${place.provinces === undefined ? sql`true` : sql`u.province_code = any(${[...place.provinces]}::text[])`}`,
  )
}

export function communeTotal(runs: Runs, place: Place): Promise<{ count: number }> {
  return oneRow(
    runs,
    sql<{ count: number }>`select count(*) as count from territory.pub_commune_today u
      where ${place.provinces === undefined ? sql`true` : sql`u.province_code = any(${[...place.provinces]}::text[])`}`,
  )
}

export function regionById(runs: Runs, id: string) {
  return maybeRow(
    runs,
    sql<{
      id: string
      name: string
      provinces: string[]
    }>`select id, name, provinces from statistics.region where id = ${id}`,
  )
}

/** Regions in use on a day. */
export function regions(runs: Runs, at: CivilDate) {
  return rows(
    runs,
    sql<{
      id: string
      name: string
      provinces: string[]
    }>`select id, name, provinces from statistics.region
      where valid_from <= ${at} and (valid_to is null or valid_to > ${at}) order by name`,
  )
}

/** Names of the parts of a dimension whose words live in tables. */
export function placeNames(runs: Runs, codes: readonly string[]) {
  return rows(
    runs,
    sql<{
      code: string
      name: string
    }>`select code, full_name as name from territory.pub_province_today where code = any(${[...codes]}::text[])
      union all select code, full_name from territory.pub_commune_today where code = any(${[...codes]}::text[])`,
  )
}

export function roundNames(runs: Runs, ids: readonly string[]) {
  return rows(
    runs,
    sql<{ code: string; name: string }>`select r.id as code, 'Đợt ' || r.number || '/' || r.year as name
      from programme.pub_round r where r.id = any(${[...ids]}::text[])`,
  )
}
