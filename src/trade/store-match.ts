import type { CivilDate } from '../kernel/civil-date.ts'
import { oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import { totalOf } from './rules.ts'
import type { MatchPart, MatchScore } from './rules.ts'

export interface Match extends MatchScore {
  readonly demandId: string
  readonly offerId: string
}

export interface ShownMatch extends Match {
  readonly score: number
}

/** Whoever matches in a group waits for the other, so a new offer and a new demand never miss each other. */
export async function lockGroup(runs: Runs, group: string): Promise<void> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`trade.match:${group}`}, 0))`)
}

/** Some tens of thousands at a time. Only what is new or differs is written: most pairs score as they did yesterday. */
export async function keepMatches(runs: Runs, matches: readonly Match[]): Promise<void> {
  for (let from = 0; from < matches.length; from += 20_000) {
    const some = matches.slice(from, from + 20_000)
    // Named, so that only their rows are read: joined on ids alone, every batch read the whole table.
    const demands = [...new Set(some.map(({ demandId }) => demandId))]
    const of = (part: MatchPart) => some.map((match) => match[part])
    await run(
      runs,
      sql`insert into trade.match (demand_id, offer_id, score, papers, season, volume, stars, terms, place)
        select n.* from unnest(${some.map(({ demandId }) => demandId)}::text[], ${some.map(({ offerId }) => offerId)}::text[],
          ${some.map(totalOf)}::smallint[], ${of('papers')}::smallint[], ${of('season')}::smallint[], ${of('volume')}::smallint[],
          ${of('stars')}::smallint[], ${of('terms')}::smallint[], ${of('place')}::smallint[])
          n (demand_id, offer_id, score, papers, season, volume, stars, terms, place)
        left join (select * from trade.match where demand_id = any(${demands}::text[])) m
          on m.demand_id = n.demand_id and m.offer_id = n.offer_id
        where m.demand_id is null or (m.papers, m.season, m.volume, m.stars, m.terms, m.place)
          is distinct from (n.papers, n.season, n.volume, n.stars, n.terms, n.place)
        on conflict (demand_id, offer_id) do update set score = excluded.score, papers = excluded.papers, season = excluded.season,
          volume = excluded.volume, stars = excluded.stars, terms = excluded.terms, place = excluded.place`,
    )
  }
}

export async function dropMatches(runs: Runs, of: { demandId?: string; offerIds?: readonly string[] }): Promise<void> {
  const { demandId, offerIds = [] } = of
  await run(
    runs,
    sql`delete from trade.match where demand_id = ${demandId ?? null} or offer_id = any(${[...offerIds]}::text[])`,
  )
}

/** Of a whole group: pairs of a demand that has ended, or of an offer that no longer stands in it. */
export async function dropStale(
  runs: Runs,
  group: string,
  standing: { readonly demands: readonly string[]; readonly offers: readonly string[] },
): Promise<void> {
  await run(
    runs,
    sql`delete from trade.match m
      where m.demand_id = any(array(select d.id from trade.demand d where d.group_no = ${group}))
      and not (m.demand_id = any(${[...standing.demands]}::text[]) and m.offer_id = any(${[...standing.offers]}::text[]))`,
  )
}

export async function groupsWithDemand(runs: Runs): Promise<string[]> {
  const found = await rows(runs, sql<{ groupNo: string }>`select distinct group_no from trade.demand`)
  return found.map(({ groupNo }) => groupNo)
}

export async function matchesOf(
  runs: Runs,
  of: { demandId: string } | { offerId: string },
  today: CivilDate,
  { page, size }: { page: number; size: number },
): Promise<{ items: ShownMatch[]; total: number }> {
  const which = 'demandId' in of ? sql`m.demand_id = ${of.demandId}` : sql`m.offer_id = ${of.offerId}`
  const from = sql`from trade.match m join trade.demand d on d.id = m.demand_id join trade.channel k on k.id = d.channel_id
    join trade.buyer b on b.id = k.buyer_id
    where ${which} and d.closed_on is null and d.until >= ${today} and b.confirmed_on is not null`
  const { total } = await oneRow(runs, sql<{ total: number }>`select count(*) as total ${from}`)
  const items = await rows(
    runs,
    sql<ShownMatch>`select m.* ${from} order by m.score desc, m.demand_id, m.offer_id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}
