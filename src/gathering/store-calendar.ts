import type { Instant } from '../kernel/civil-date.ts'
import { rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Occasion } from './model.ts'

/** Whatever happens between two moments, in any unit, the earliest first. */
export function occasions(runs: Runs, from: Instant, to: Instant): Promise<Occasion[]> {
  return rows(
    runs,
    sql<Occasion>`select e.id, e.slug, e.kind, e.title, coalesce(u.full_name, 'Bộ Nông nghiệp và Môi trường') as unit_name, e.room_name || ', ' || e.address as place,
        e.starts_at, e.ends_at, e.state = 'cancelled' as cancelled, e.kind = 'ceremony' as highlight, e.edition, e.sample
      from gathering.pub_event e
      left join territory.pub_unit u on u.code = e.unit_code
        and e.unit_on >= u.valid_from and (u.valid_to is null or e.unit_on < u.valid_to)
      where e.starts_at < ${to}::timestamptz and e.ends_at >= ${from}::timestamptz
      order by e.starts_at, e.id limit 500`,
  )
}
