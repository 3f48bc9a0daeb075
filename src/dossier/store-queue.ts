import type { Posting, UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { country } from '../kernel/actor.ts'
import { json, oneRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { RoundLevel } from '../programme/model.ts'
import { beforeProvince, ministryStates } from './access.ts'
import type { DossierState } from './model.ts'
import { dossierStates } from './model.ts'
import { canWrite } from './rules.ts'

export interface QueueLine {
  readonly id: string
  readonly number: string | null
  readonly productName: string
  readonly producerName: string
  readonly placeName: string | null
  readonly kind: 'first' | 'upgrade' | 'renewal'
  readonly state: DossierState
  readonly stateSince: Instant
  readonly dueOn: CivilDate | null
  readonly provinceToday: string | null
  readonly sample: boolean
  /** Its commune is writing for it. */
  readonly helped: boolean
}

/** The days between which a dossier must have been asked for to belong to a round. */
export interface Window {
  readonly id: string
  readonly level: RoundLevel
  readonly unit: UnitCode
  readonly from: CivilDate | null
  readonly before: CivilDate
}

export interface QueueFilter {
  /** Who asks. */
  readonly id: string
  readonly producers: readonly string[]
  readonly postings: readonly Posting[]
  readonly states?: readonly DossierState[] | undefined
  /** What waits for this person: by its state, or because their commune is writing for its producer. */
  readonly waiting?: { readonly states: readonly DossierState[]; readonly communes: readonly UnitCode[] } | undefined
  /** Only what a commune writes for its producer. */
  readonly assisted?: boolean | undefined
  readonly late?: CivilDate | undefined
  /** Only what belongs to a round. */
  readonly window?: Window | undefined
}

// A draft is its producer's alone, and so is what was withdrawn before it was ever handed in.
const handedIn = sql`(d.state <> 'draft' and (d.state <> 'withdrawn' or d.filed_on is not null))`

const assisted = sql`exists (select from dossier.consent k where k.dossier_id = d.id and k.ended_at is null)`
const helped = sql`(d.state = any(${dossierStates.filter(canWrite)}::text[]) and exists (select from dossier.consent k
  where k.dossier_id = d.id and k.ended_at is null and k.written_at is null))`

// The same sentence as access.ts `read`, kept equal by a test over generated postings and states.
export function readable({ id, producers, postings }: Pick<QueueFilter, 'id' | 'producers' | 'postings'>) {
  const own = sql`d.producer_id = any(${[...producers]}::text[])`
  const parts = []
  for (const { role, unit } of postings) {
    if (role === 'commune-officer' || role === 'commune-leader')
      parts.push(sql`(t.today_code = ${unit} and (${handedIn} or ${assisted}))`)
    if (provinceRoles.has(role))
      parts.push(
        sql`(t.today_province_code = ${unit} and d.state <> all(${[...beforeProvince]}::text[])
          and (d.state <> 'withdrawn' or d.number is not null))`,
      )
    if (unit === country && ministryRoles.has(role)) parts.push(sql`d.state = any(${[...ministryStates]}::text[])`)
    if (role === 'auditor')
      parts.push(unit === country ? handedIn : sql`(t.today_province_code = ${unit} and ${handedIn})`)
  }
  if (parts.length === 0) return own
  return sql`(${own} or (${sql.join(parts, sql` or `)})
    and not exists (select from dossier.recusal r where r.dossier_id = d.id and r.account_id = ${id}))`
}

const provinceRoles = new Set<string>(['province-officer', 'province-leader', 'advisory-member'])
const ministryRoles = new Set<string>(['ministry-officer', 'ministry-leader'])

export const lines = sql`
  from dossier.dossier d
  join product.pub_product p on p.id = d.product_id
  join producer.pub_producer o on o.id = d.producer_id
  left join territory.pub_today t on t.code = d.commune_code
    and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
  left join territory.pub_commune_today u on u.code = t.today_code`

export function windowed(windows: readonly Window[]) {
  return sql`jsonb_to_recordset(${json(windows)}) as w(id text, level text, unit text, "from" date, before date)`
}

// Asked for by the commune, or by the district before there was none; of the ministry, by the province.
export const belongs = sql`(case w.level when 'ministry' then true when 'district' then d.district_code = w.unit
    else t.today_province_code = w.unit end
  and (select max((s.at at time zone 'Asia/Ho_Chi_Minh')::date) from dossier.step s where s.dossier_id = d.id
    and s.act = any(case w.level when 'ministry' then array['send-to-ministry'] when 'district' then array['receive-at-district']
      else array['report-from-commune', 'propose-to-province'] end)
  ) between coalesce(w."from", '-infinity') and w.before - 1)`

function where(filter: QueueFilter) {
  const parts = [readable(filter)]
  if (filter.waiting)
    parts.push(sql`((d.state = any(${[...filter.waiting.states]}::text[]) and not ${helped})
      or (${helped} and t.today_code = any(${[...filter.waiting.communes]}::text[])))`)
  if (filter.assisted) parts.push(assisted)
  if (filter.states) parts.push(sql`d.state = any(${[...filter.states]}::text[])`)
  if (filter.window) parts.push(sql`exists (select from ${windowed([filter.window])} where ${belongs})`)
  if (filter.late) parts.push(sql`d.due_on < ${filter.late}::date`)
  return sql.join(parts, sql` and `)
}

/** Nearest deadline first, what has none last; late ones are on top by nature. */
export function queue(
  runs: Runs,
  filter: QueueFilter,
  { page, size }: { page: number; size: number },
): Promise<QueueLine[]> {
  return rows<QueueLine>(
    runs,
    sql<QueueLine>`select d.id, d.number, p.name as product_name, o.name as producer_name, u.full_name as place_name, d.kind, d.state,
        d.state_since, d.due_on, t.today_province_code as province_today, d.sample, ${helped} as helped ${lines}
      where ${where(filter)} order by d.due_on nulls last, d.state_since, d.id limit ${size} offset ${(page - 1) * size}`,
  )
}

export async function countQueue(runs: Runs, filter: QueueFilter): Promise<number> {
  const { count } = await oneRow(runs, sql<{ count: number }>`select count(*) as count ${lines} where ${where(filter)}`)
  return count
}
