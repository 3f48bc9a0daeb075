import type { CivilDate } from '../kernel/civil-date.ts'
import { json, maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Correction, Published, Region } from './model.ts'

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

const printed = sql`id, title, place_code, at, figure, total, parts, source_title, source_url`

export function allPublished(runs: Runs): Promise<Published[]> {
  return rows<Published>(runs, sql<Published>`select ${printed} from statistics.published order by at desc, title`)
}

export function publishedById(runs: Runs, id: string): Promise<Published | undefined> {
  return maybeRow<Published>(runs, sql<Published>`select ${printed} from statistics.published where id = ${id}`)
}

export async function addCorrection(runs: Runs, c: Omit<Correction, 'title' | 'statedOn'>, by: string): Promise<void> {
  await run(
    runs,
    sql`insert into statistics.correction (id, published_id, part, said, should_be, reason, source, corrected_by, corrected_at)
      values (${c.id}, ${c.publishedId}, ${c.part}, ${c.said}, ${c.shouldBe}, ${c.reason}, ${c.source}, ${by}, ${c.at})`,
  )
}

export function corrections(runs: Runs): Promise<Correction[]> {
  return rows<Correction>(
    runs,
    sql<Correction>`select c.id, c.published_id, p.title, p.at as stated_on, c.part, c.said, c.should_be, c.reason, c.source,
        c.corrected_at as at
      from statistics.correction c join statistics.published p on p.id = c.published_id order by c.corrected_at desc, c.id`,
  )
}

export function regionsEver(runs: Runs): Promise<Region[]> {
  return rows<Region>(
    runs,
    sql<Region>`select r.id, r.name, r.provinces, r.valid_from, r.valid_to, r.source,
        (select array_agg(p.name order by p.name) from territory.pub_province_today p where p.code = any(r.provinces)) as province_names
      from statistics.region r order by r.valid_to desc nulls first, r.name`,
  )
}

export async function regionIds(runs: Runs): Promise<string[]> {
  return (await rows(runs, sql<{ id: string }>`select id from statistics.region`)).map(({ id }) => id)
}

/** @returns false when a region has that id, also one that came at the same moment. */
export async function addRegion(
  runs: Runs,
  {
    id,
    name,
    provinces,
    from,
    source,
  }: { id: string; name: string; provinces: readonly string[]; from: CivilDate; source: string },
  by: { account: string; at: string },
): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into statistics.region (id, name, provinces, valid_from, source, defined_by, defined_at)
      values (${id}, ${name}, ${[...provinces]}::text[], ${from}, ${source}, ${by.account}, ${by.at}) on conflict do nothing`,
  )
  return added === 1
}

export async function endRegion(runs: Runs, id: string, on: CivilDate): Promise<void> {
  await run(runs, sql`update statistics.region set valid_to = ${on} where id = ${id}`)
}
