import type { Posting } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { country } from '../kernel/actor.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import { beforeProvince, ministryStates } from './access.ts'
import type { DossierState } from './model.ts'

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
  readonly sample: boolean
}

export interface QueueFilter {
  /** Who asks. */
  readonly id: string
  readonly producers: readonly string[]
  readonly postings: readonly Posting[]
  readonly states?: readonly DossierState[] | undefined
  readonly late?: CivilDate | undefined
}

// The same sentence as access.ts `read`, kept equal by a test over generated postings and states.
function readable({ id, producers, postings }: Pick<QueueFilter, 'id' | 'producers' | 'postings'>) {
  const own = sql`d.producer_id = any(${[...producers]}::text[])`
  const parts = []
  for (const { role, unit } of postings) {
    if (role === 'commune-officer' || role === 'commune-leader')
      parts.push(
        sql`(t.today_code = ${unit} and d.state <> 'draft' and (d.state <> 'withdrawn' or d.filed_on is not null))`,
      )
    if (provinceRoles.has(role))
      parts.push(
        sql`(t.today_province_code = ${unit} and d.state <> all(${[...beforeProvince]}::text[])
          and (d.state <> 'withdrawn' or d.number is not null))`,
      )
    if (unit === country && ministryRoles.has(role)) parts.push(sql`d.state = any(${[...ministryStates]}::text[])`)
    if (role === 'auditor') parts.push(unit === country ? sql`true` : sql`t.today_province_code = ${unit}`)
  }
  if (parts.length === 0) return own
  return sql`(${own} or (${sql.join(parts, sql` or `)})
    and not exists (select from dossier.recusal r where r.dossier_id = d.id and r.account_id = ${id}))`
}

const provinceRoles = new Set<string>(['province-officer', 'province-leader', 'advisory-member'])
const ministryRoles = new Set<string>(['ministry-officer', 'ministry-leader'])

const lines = sql`
  from dossier.dossier d
  join product.pub_product p on p.id = d.product_id
  join producer.pub_producer o on o.id = d.producer_id
  left join territory.pub_today t on t.code = d.commune_code
    and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
  left join territory.pub_commune_today u on u.code = t.today_code`

function where(filter: QueueFilter) {
  const parts = [readable(filter)]
  if (filter.states) parts.push(sql`d.state = any(${[...filter.states]}::text[])`)
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
        d.state_since, d.due_on, d.sample ${lines}
      where ${where(filter)} order by d.due_on nulls last, d.state_since, d.id limit ${size} offset ${(page - 1) * size}`,
  )
}

export async function countQueue(runs: Runs, filter: QueueFilter): Promise<number> {
  const { count } = await oneRow(runs, sql<{ count: number }>`select count(*) as count ${lines} where ${where(filter)}`)
  return count
}
