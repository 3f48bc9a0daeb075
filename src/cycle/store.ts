import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { dossierStates } from '../dossier/model.ts'
import { isEnded } from '../dossier/rules.ts'
import { rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import { recognisedUpTo } from '../statistics/figures/recognised.ts'
import type { ProducerFacts, ProductFacts, Threshold } from './model.ts'

export interface ProducersWanted {
  readonly producers?: readonly string[] | undefined
  readonly commune?: UnitCode | undefined
  readonly province?: UnitCode | undefined
}

/** Open producers of a place, or those asked for, with what is recorded of each as a whole. */
export function producersOf(
  runs: Runs,
  { producers, commune, province }: ProducersWanted,
  { today, soon }: { today: CivilDate; soon: CivilDate },
): Promise<Omit<ProducerFacts, 'products'>[]> {
  return rows(
    runs,
    sql<Omit<ProducerFacts, 'products'>>`
      select p.id as producer_id, p.name, p.kind, u.full_name as commune_name,
        case when length(t.today_code) = 5 then t.today_code end as commune_today, t.today_province_code as province_today,
        y.year as told_year, y.revenue, coalesce(y.labour_total, p.labour_total) as labour,
        e.papers, e.papers_lapsed, e.papers_ending, coalesce(c.classes, 0) as classes, coalesce(s.open, 0) as support_open
      from producer.pub_producer p
      left join territory.pub_unit u on u.code = p.commune_code
        and p.commune_on >= u.valid_from and (u.valid_to is null or p.commune_on < u.valid_to)
      left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from
      left join lateral (select * from outcome.pub_size z where z.producer_id = p.id) y on true
      left join lateral (
        select count(*) as papers, count(*) filter (where k.last < ${today}::date) as papers_lapsed,
          count(*) filter (where k.last between ${today}::date and ${soon}::date) as papers_ending
        from (select max(coalesce(w.expires_on, 'infinity'::date)) as last from evidence.pub_paper w
          where w.producer_id = p.id and w.withdrawn_at is null group by w.kind, w.product_id) k
      ) e on true
      left join (
        select h.producer_id, count(distinct h.class_id) as classes from training.pub_seat h
        where exists (select from training.pub_attended a where a.enrolment_id = h.enrolment_id) group by h.producer_id
      ) c on c.producer_id = p.id
      left join (
        select n.producer_id, count(*) as open from support.pub_entitlement n
        where n.state in ('opened', 'asked', 'returned', 'proposed', 'committed', 'delivered') group by n.producer_id
      ) s on s.producer_id = p.id
      where p.closed_on is null
        and (${producers === undefined ? null : [...producers]}::text[] is null or p.id = any(${[...(producers ?? [])]}::text[]))
        and (${commune ?? null}::text is null or t.today_code = ${commune ?? null})
        and (${province ?? null}::text is null or t.today_province_code = ${province ?? null})
      order by p.name, p.id`,
  )
}

const running = dossierStates.filter((state) => !isEnded(state))

/** What the producers make now, each product with its star, its running dossier, its offer and where it sells. */
export async function productsOf(
  runs: Runs,
  producers: readonly string[],
  { today, since, reader }: { today: CivilDate; since: CivilDate; reader: string },
): Promise<ProductFacts[]> {
  const made = await rows(
    runs,
    sql<{
      id: string
    }>`select id from product.pub_product where producer_id = any(${[...producers]}::text[]) and retired_on is null`,
  )
  const ids = made.map(({ id }) => id)
  return rows(
    runs,
    sql<ProductFacts>`
      select p.id as product_id, p.producer_id, p.name, r.number as certificate, r.stars, coalesce(r.in_force, false) as in_force, r.last_day,
        g.mean_hundredths, case when d.recused then null else d.id end as dossier_id,
        case when d.recused then null else d.state end as dossier_state, case when d.recused then null else d.due_on end as dossier_due,
        coalesce(d.recused, false) as recused, o.id as offer_id, o.year_value as offer_year,
        (select count(*) from trade.pub_connection c
          where c.product_id = p.id and c.state in ('agreed', 'delivered', 'done') and c.since >= ${since}::date) as agreements,
        (select count(*) from fair.pub_shelf h where h.product_id = p.id and (h.to_date is null or h.to_date > ${today}::date)) as shelves
      from product.pub_product p
      left join (select * from (${recognisedUpTo(today)}) x where x.product_id = any(${ids}::text[])) r on r.product_id = p.id
      left join recognition.pub_recognition g on g.number = r.number
      left join lateral (
        select n.id, n.state, n.due_on,
          exists (select from dossier.pub_recusal q where q.dossier_id = n.id and q.account_id = ${reader}) as recused
        from dossier.pub_dossier n where n.product_id = p.id and n.state = any(${running}::text[]) order by n.id desc limit 1
      ) d on true
      left join trade.pub_offer o on o.product_id = p.id and o.withdrawn_on is null
      where p.id = any(${ids}::text[])
      order by p.name, p.id`,
  )
}

export function thresholds(runs: Runs): Promise<Threshold[]> {
  return rows(
    runs,
    sql<Threshold>`select unit_code, from_date, high_stars, large_year, warn_days, market_months, basis from cycle.threshold
      order by unit_code <> 'VN', unit_code, from_date desc limit 500`,
  )
}

export async function saveThreshold(runs: Runs, t: Threshold, { by, at }: { by: string; at: Instant }): Promise<void> {
  await run(
    runs,
    sql`insert into cycle.threshold (unit_code, from_date, high_stars, large_year, warn_days, market_months, basis, set_by, set_at)
      values (${t.unitCode}, ${t.fromDate}, ${t.highStars}, ${t.largeYear}, ${t.warnDays}, ${t.marketMonths}, ${t.basis}, ${by}, ${at})
      on conflict (unit_code, from_date) do update set high_stars = excluded.high_stars, large_year = excluded.large_year,
        warn_days = excluded.warn_days, market_months = excluded.market_months, basis = excluded.basis,
        set_by = excluded.set_by, set_at = excluded.set_at`,
  )
}
