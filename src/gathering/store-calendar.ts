import type { Instant } from '../kernel/civil-date.ts'
import { rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Occasion } from './model.ts'

/** Whatever happens between two moments, in any unit, the earliest first: events at their hours, fairs by whole days. */
export function occasions(runs: Runs, from: Instant, to: Instant): Promise<Occasion[]> {
  return rows(
    runs,
    sql<Occasion>`
    select o.id, o.slug, o.source, o.kind, o.title, coalesce(u.full_name, 'Bộ Nông nghiệp và Môi trường') as unit_name, o.place,
      o.starts_at, o.ends_at, o.state = 'cancelled' as cancelled, o.highlight, o.edition, o.sample
    from (
      select id, slug, 'gathering' as source, kind, title, unit_code, unit_on, room_name || ', ' || address as place, starts_at, ends_at,
        state, kind = 'ceremony' as highlight, edition, sample
      from gathering.pub_event
      union all
      select f.id, f.slug, 'fair', f.kind, f.title, f.unit_code, f.unit_on, concat_ws(', ', f.place, v.full_name),
        f.opens_on::timestamp at time zone 'Asia/Ho_Chi_Minh', (f.closes_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' - interval '1 minute',
        f.state, f.highlight, f.edition, f.sample
      from fair.pub_fair f left join territory.pub_province_today v on v.code = f.province_code
    ) o
    left join territory.pub_unit u on u.code = o.unit_code
      and o.unit_on >= u.valid_from and (u.valid_to is null or o.unit_on < u.valid_to)
    where o.starts_at < ${to}::timestamptz and o.ends_at >= ${from}::timestamptz
    order by o.starts_at, o.id limit 500`,
  )
}
