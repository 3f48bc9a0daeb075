import type { CivilDate } from '../kernel/civil-date.ts'
import { json, maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type { Figure } from './figures/figure.ts'
import type { Dimension, Fact, Place, Published } from './model.ts'

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

export function regions(runs: Runs) {
  return rows(
    runs,
    sql<{
      id: string
      name: string
      provinces: string[]
    }>`select id, name, provinces from statistics.region order by name`,
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

export async function savePublished(
  runs: Runs,
  published: Published,
  by: { account: string; at: string },
): Promise<void> {
  await run(
    runs,
    sql`insert into statistics.published (id, title, place_code, at, figure, total, parts, source_title, source_url, entered_by, entered_at)
      values (${published.id}, ${published.title}, ${published.placeCode}, ${published.at}, ${published.figure}, ${published.total},
        ${json(published.parts)}, ${published.sourceTitle}, ${published.sourceUrl}, ${by.account}, ${by.at})`,
  )
}

export function allPublished(runs: Runs): Promise<Published[]> {
  return rows<Published>(
    runs,
    sql<Published>`select id, title, place_code, at, figure, total, parts, source_title, source_url
      from statistics.published order by at desc, title`,
  )
}
