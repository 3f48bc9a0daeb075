import type { CivilDate } from '../kernel/civil-date.ts'
import { rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Dossier, DossierState } from './model.ts'

const running = sql`d.state not in ('notified', 'published', 'withdrawn', 'disqualified')`

export interface Strayed extends Pick<Dossier, 'id' | 'state' | 'dueOn'> {
  /** The commune on whose desk it lies; empty while nobody knows. */
  readonly from: string
  readonly to: string | null
  readonly filedOn: CivilDate
}

export interface Running extends Pick<Dossier, 'id' | 'state' | 'kind' | 'text'> {
  readonly dueOn: CivilDate
}

/** Filed and running dossiers that lie on the desk of a unit which is no longer theirs. */
export function strayed(runs: Runs): Promise<Strayed[]> {
  return rows<Strayed>(
    runs,
    sql<Strayed>`select d.id, d.state, d.due_on, d.filed_on, d.desk_commune as "from", t.today_code as "to"
      from dossier.dossier d
      left join territory.pub_today t on t.code = d.commune_code
        and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
      where ${running} and d.desk_commune <> coalesce(t.today_code, '')
      order by d.id for update of d`,
  )
}

/** @param commune null while nobody settled which part of a split unit it belongs to. */
export async function layOnDesk(runs: Runs, id: string, commune: string | null): Promise<void> {
  await run(runs, sql`update dossier.dossier set desk_commune = ${commune ?? ''} where id = ${id}`)
}

/** @param unit the province that opened the round; null for the ministry, whose rounds are for all provinces. */
export function dueAfterDay(
  runs: Runs,
  { unit, states, day }: { unit: string | null; states: readonly DossierState[]; day: CivilDate },
): Promise<Running[]> {
  return rows<Running>(
    runs,
    sql<Running>`select d.id, d.state, d.kind, d.text, d.due_on
      from dossier.dossier d
      left join territory.pub_today t on t.code = d.commune_code
        and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
      where d.state = any(${[...states]}::text[]) and d.due_on > ${day} and (${unit}::text is null or t.today_province_code = ${unit})
      order by d.id for update of d`,
  )
}

export function moveToProducer(
  runs: Runs,
  from: string,
  to: string,
): Promise<Pick<Dossier, 'id' | 'state' | 'dueOn'>[]> {
  return rows(
    runs,
    sql<Pick<Dossier, 'id' | 'state' | 'dueOn'>>`update dossier.dossier d set producer_id = ${to}
      where d.producer_id = ${from} and ${running} returning d.id, d.state, d.due_on`,
  )
}
