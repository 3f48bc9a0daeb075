import type { CivilDate } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'

export interface DossierTold {
  readonly dossierId: string
  readonly producerId: string
  readonly productName: string
  readonly dossierNumber: string | null
  readonly communeToday: string | null
  readonly provinceToday: string | null
  readonly stars: number | null
}

/** A dossier, or every dossier of a closed session, with what a notice needs. */
export function dossiersBehind(runs: Runs, subject: string): Promise<DossierTold[]> {
  return rows<DossierTold>(
    runs,
    sql<DossierTold>`select d.id as dossier_id, d.producer_id, p.name as product_name, d.number as dossier_number,
        t.today_code as commune_today, t.today_province_code as province_today, r.stars
      from dossier.pub_dossier d
      join product.pub_product p on p.id = d.product_id
      left join territory.pub_today t
        on t.code = d.commune_code and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
      left join evaluation.pub_result r on r.dossier_id = d.id and r.session_id = ${subject}
      where d.id = ${subject} or r.session_id = ${subject}`,
  )
}

export interface CertificateTold {
  readonly number: string
  readonly producerId: string
  readonly productName: string
  readonly stars: number
}

export function certificatesBehind(runs: Runs, subject: string): Promise<CertificateTold[]> {
  return rows<CertificateTold>(
    runs,
    sql<CertificateTold>`select number, producer_id, product_name, stars from recognition.pub_recognition where number = ${subject}`,
  )
}

export interface EntitlementTold {
  readonly producerId: string
  readonly productName: string | null
  readonly amount: Dong
}

export function entitlementBehind(runs: Runs, id: string): Promise<EntitlementTold[]> {
  return rows<EntitlementTold>(
    runs,
    sql<EntitlementTold>`select e.producer_id, p.name as product_name, e.amount
      from support.pub_entitlement e left join product.pub_product p on p.id = e.product_id where e.id = ${id}`,
  )
}

export interface Seated {
  readonly accountId: string
  readonly council: string
  readonly meetsOn: CivilDate
  readonly place: string
  readonly count: number
}

export function seatsOf(runs: Runs, sessionId: string): Promise<Seated[]> {
  return rows<Seated>(
    runs,
    sql`with agenda as (
        select s.council_id, a.council_name, a.meets_on, a.place, count(*) as count
        from evaluation.pub_agenda a join evaluation.pub_session s using (session_id)
        where session_id = ${sessionId} group by 1, 2, 3, 4
      )
      select distinct s.account_id, a.council_name as council, a.meets_on, a.place, a.count
      from agenda a join evaluation.pub_seat s using (council_id)`,
  )
}

export interface EndingRow {
  readonly id: string
  readonly producerId: string
  readonly title: string
  readonly endsOn: CivilDate
  /** Months before, or days before, whichever the mark counts in. */
  readonly mark: number
  readonly provinceToday: string | null
}

/** A start that was down for a few days catches up; a mark that passed long ago is not said any more. */
const catchUpDays = 7

/** Certificates that enter one of the marks, in months before their last day, and have no renewal on its way. */
export function certificatesEnding(runs: Runs, today: CivilDate, marks: readonly number[]): Promise<EndingRow[]> {
  return rows<EndingRow>(
    runs,
    sql`select r.number as id, r.producer_id, r.product_name as title, r.last_day as ends_on, m.mark,
        coalesce(t.today_province_code, t.today_code) as province_today
      from unnest(${[...marks]}::int[]) as m(mark)
      join recognition.pub_recognition r on r.end_kind is null
        and (r.last_day - make_interval(months => m.mark))::date between ${today}::date - ${catchUpDays}::int and ${today}::date
      join producer.pub_producer p on p.id = r.producer_id
      left join territory.pub_today t
        on t.code = p.commune_code and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
      where not exists (select from recognition.pub_renewal n where n.certificate_number = r.number and n.settled_on is null)
      order by r.number`,
  )
}

/** Papers in a wallet that enter one of the marks, in days before their end. */
export function papersEnding(runs: Runs, today: CivilDate, marks: readonly number[]): Promise<EndingRow[]> {
  return rows<EndingRow>(
    runs,
    sql`select e.id, e.producer_id, e.title, e.expires_on as ends_on, m.mark, null as province_today
      from unnest(${[...marks]}::int[]) as m(mark)
      join evidence.pub_paper e on e.withdrawn_at is null
        and e.expires_on - m.mark between ${today}::date - ${catchUpDays}::int and ${today}::date
      order by e.id`,
  )
}
