import type { UnitCode } from '../kernel/actor.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Season } from './model-season.ts'

const columns = sql`id, province_code, step, from_day, to_day, basis`

export function seasonsOf(runs: Runs, province: UnitCode): Promise<Season[]> {
  return rows(
    runs,
    sql<Season>`select ${columns} from cycle.season where province_code = ${province} and dropped_at is null
      order by from_day, to_day, id`,
  )
}

/** Whoever sets a span of a province waits for whoever is setting one, so that two never overlap unseen. */
export async function lockSeasons(runs: Runs, province: UnitCode): Promise<Season[]> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtext(${`cycle.season:${province}`}))`)
  return seasonsOf(runs, province)
}

export function seasonById(runs: Runs, id: string): Promise<Season | undefined> {
  return maybeRow(runs, sql<Season>`select ${columns} from cycle.season where id = ${id} and dropped_at is null`)
}

export async function addSeason(runs: Runs, s: Season, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into cycle.season (id, province_code, step, from_day, to_day, basis, set_by, set_at)
      values (${s.id}, ${s.provinceCode}, ${s.step}, ${s.fromDay}, ${s.toDay}, ${s.basis}, ${by}, ${at})`,
  )
}

export async function dropSeason(runs: Runs, id: string, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`update cycle.season set dropped_by = ${by}, dropped_at = ${at} where id = ${id} and dropped_at is null`,
  )
}
