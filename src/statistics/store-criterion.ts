import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import { recognisedUpTo } from './figures/recognised.ts'
import type { CommuneStanding } from './model.ts'

function standings(at: CivilDate, where: RawBuilder<unknown>): RawBuilder<CommuneStanding> {
  return sql<CommuneStanding>`
    select u.code, u.full_name as name, count(r.product_id) as products, max(r.last_day) as last_day
    from territory.pub_commune_today u
    left join (select * from (${recognisedUpTo(at)}) all_of where in_force) r on r.commune_code = u.code
    where ${where} group by u.code, u.full_name`
}

/** Communes of a province: those that lose their last product soonest first, then those without one, then the rest. */
export async function provinceStandings(
  runs: Runs,
  province: UnitCode,
  { at, soon }: { at: CivilDate; soon: CivilDate },
  { page, size }: { page: number; size: number },
): Promise<{ items: CommuneStanding[]; total: number; met: number; soon: number }> {
  const all = standings(at, sql`u.province_code = ${province}`)
  const counts = await oneRow(
    runs,
    sql<{
      total: number
      met: number
      soon: number
    }>`select count(*) as total, count(*) filter (where s.products > 0) as met,
      count(*) filter (where s.products > 0 and s.last_day <= ${soon}::date) as soon from (${all}) s`,
  )
  const items = await rows(
    runs,
    sql<CommuneStanding>`select s.* from (${all}) s
      order by case when s.products > 0 and s.last_day <= ${soon}::date then 0 when s.products = 0 then 1 else 2 end, s.last_day, s.name, s.code
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, ...counts }
}

export function communeStandings(runs: Runs, communes: readonly UnitCode[], at: CivilDate): Promise<CommuneStanding[]> {
  return rows(runs, standings(at, sql`u.code = any(${[...communes]}::text[])`))
}
