import type { RawBuilder } from 'kysely'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Runs } from '../platform/db.ts'
import { maybeRow, oneRow, rows, sql } from '../platform/db.ts'
import type { DossierKind } from '../regime/model.ts'
import type { DecisionLevel } from './model.ts'
import { isKept, isSessionKept } from './store-recusal.ts'
import type { Reader } from './store-recusal.ts'

/** A result of a closed session with all that a line of a decision prints. */
export interface Result {
  readonly sessionId: string
  readonly dossierId: string
  readonly level: DecisionLevel
  /** Today's unit that signs: `VN`, or the province of today; null when the unit was split. */
  readonly signingUnit: string | null
  readonly text: string
  readonly roundId: string | null
  readonly meetsOn: CivilDate
  readonly stars: number
  /** Where the procedure of the text sends it, judged when the session closed. */
  readonly verdict: 'recognise' | 'propose' | 'lower-may-use' | 'not-recognised'
  readonly meanHundredths: number
  readonly productId: string
  readonly producerId: string
  readonly productName: string
  readonly producerName: string
  readonly placeName: string | null
  readonly communeToday: string | null
  readonly provinceToday: string | null
  readonly state: string
  readonly sample: boolean
  /** A decision, draft or issued, already names this result. */
  readonly inLine: boolean
}

/** `Tỉnh Quảng Ngãi` in the middle of a line: `tỉnh Quảng Ngãi`. */
function mid(name: RawBuilder<unknown>) {
  return sql`lower(left(${name}, 1)) || substr(${name}, 2)`
}

// Names as of today's units: what a decision signed today must print. A place that was split keeps its old name.
const results = sql`
  select r.session_id, r.dossier_id, r.level, r.text,
    case when r.level = 'ministry' then 'VN' else (
      select s.today_province_code from territory.pub_today s where s.code = r.unit_code
        and r.unit_on >= s.valid_from and (s.valid_to is null or r.unit_on < s.valid_to)
    ) end as signing_unit,
    r.round_id, r.meets_on, r.stars, r.verdict, r.mean_hundredths,
    d.product_id, d.producer_id, p.name as product_name, o.name as producer_name, d.state, d.sample,
    t.today_code as commune_today, t.today_province_code as province_today,
    exists (select 1 from recognition.line l where l.session_id = r.session_id and l.dossier_id = r.dossier_id) as in_line,
    coalesce(
      n.full_name || ', ' || ${mid(sql`v.full_name`)},
      (select u.full_name from territory.pub_unit u where u.code = d.commune_code and d.commune_on >= u.valid_from
        and (u.valid_to is null or d.commune_on < u.valid_to))
    ) as place_name
  from evaluation.pub_result r
  join dossier.pub_dossier d on d.id = r.dossier_id
  join product.pub_product p on p.id = d.product_id
  join producer.pub_producer o on o.id = d.producer_id
  left join territory.pub_today t on t.code = d.commune_code
    and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
  left join territory.pub_commune_today n on n.code = t.today_code
  left join territory.pub_province_today v on v.code = n.province_code`

export function resultsOfSession(runs: Runs, sessionId: string): Promise<Result[]> {
  return rows(
    runs,
    sql<Result>`${results} where r.session_id = ${sessionId} order by r.mean_hundredths desc, p.name, r.dossier_id`,
  )
}

/** The latest result that the ministry's council gave to a dossier. */
export function ministryResultOf(runs: Runs, dossierId: string): Promise<Result | undefined> {
  return maybeRow(
    runs,
    sql<Result>`
    ${results} where r.dossier_id = ${dossierId} and r.level = 'ministry' order by r.closed_at desc limit 1`,
  )
}

/** The day before which a decision cannot be signed: the session, or the conclusion of an inspection. */
export async function basisDay(runs: Runs, decisionId: string): Promise<CivilDate | null> {
  const { day } = await oneRow(
    runs,
    sql<{ day: CivilDate | null }>`
    select max(greatest(r.meets_on, l.concluded_on)) as day
    from recognition.line l
    left join evaluation.pub_result r on r.session_id = l.session_id and r.dossier_id = l.dossier_id
    where l.decision_id = ${decisionId}`,
  )
  return day
}

/** The complaints, by number, whose answer ordered the sessions that a decision goes by. */
export async function complaintsBehind(runs: Runs, decisionId: string): Promise<readonly string[]> {
  const found = await rows(
    runs,
    sql<{ cause: string }>`select distinct x.cause from recognition.line l
      join evaluation.pub_reexamination x on x.dossier_id = l.dossier_id and x.session_id = l.session_id
      where l.decision_id = ${decisionId} and x.outcome is not null order by x.cause`,
  )
  return found.map(({ cause }) => cause)
}

/** Where a dossier's commune is today. */
export function placeToday(
  runs: Runs,
  dossierId: string,
): Promise<{ communeToday: string | null; provinceToday: string | null } | undefined> {
  return maybeRow(
    runs,
    sql<{ communeToday: string | null; provinceToday: string | null }>`
    select t.today_code as commune_today, t.today_province_code as province_today
    from dossier.pub_dossier d
    join territory.pub_today t on t.code = d.commune_code and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
    where d.id = ${dossierId}`,
  )
}

export async function stateOf(runs: Runs, dossierId: string): Promise<string | undefined> {
  const row = await maybeRow(
    runs,
    sql<{ state: string }>`select state from dossier.pub_dossier where id = ${dossierId}`,
  )
  return row?.state
}

/** Another session of the same level is to score it again: its result may not be the last. */
export async function isToBeScoredAgain(runs: Runs, dossierId: string): Promise<boolean> {
  const { count } = await oneRow(
    runs,
    sql<{ count: number }>`select count(*)::integer as count from evaluation.pub_reexamination
      where dossier_id = ${dossierId} and outcome is null`,
  )
  return count > 0
}

export interface PlaceOfProduct {
  readonly productId: string
  readonly productName: string
  readonly producerId: string
  readonly producerName: string
  readonly placeName: string | null
  readonly productCode: string | null
  readonly packs: readonly string[]
}

/** Names to print for a product that comes from an old list. */
export function productToPrint(runs: Runs, productId: string): Promise<PlaceOfProduct | undefined> {
  return maybeRow(
    runs,
    sql<PlaceOfProduct>`
    select p.id as product_id, p.name as product_name, p.code as product_code, o.id as producer_id, o.name as producer_name,
      (select coalesce(array_agg(k.label order by k.position), '{}') from product.pub_pack k where k.product_id = p.id) as packs,
      (select u.full_name || coalesce(', ' || ${mid(sql`v.full_name`)}, '') from territory.pub_unit u
        left join territory.pub_unit v on v.code = u.province_code and v.kind = 'province' and u.kind <> 'province'
          and p.commune_on >= v.valid_from and (v.valid_to is null or p.commune_on < v.valid_to)
        where u.code = p.commune_code and p.commune_on >= u.valid_from and (u.valid_to is null or p.commune_on < u.valid_to)
      ) as place_name
    from product.pub_product p join producer.pub_producer o on o.id = p.producer_id where p.id = ${productId}`,
  )
}

export interface AwaitingStep {
  readonly dossierId: string
  readonly number: string | null
  readonly productName: string
  readonly producerName: string
  readonly state: string
  readonly stateSince: string
  /** The issued decision that approved it. */
  readonly decisionId: string | null
}

/** Approved results that the province has not sent up yet, and those it may use after the ministry's council. */
export function awaitingSteps(
  runs: Runs,
  provinces: readonly string[],
  states: readonly string[],
  reader: Reader,
): Promise<AwaitingStep[]> {
  return rows(
    runs,
    sql<AwaitingStep>`
    select d.id as dossier_id, d.number, p.name as product_name, o.name as producer_name, d.state, d.state_since,
      (select c.id from recognition.line l join recognition.decision c on c.id = l.decision_id
        where l.dossier_id = d.id and c.kind = 'approve-result' and c.issued_at is not null
        order by c.issued_at desc limit 1) as decision_id
    from dossier.pub_dossier d
    join product.pub_product p on p.id = d.product_id
    join producer.pub_producer o on o.id = d.producer_id
    left join territory.pub_today t on t.code = d.province_code and d.commune_on >= t.valid_from and (t.valid_to is null or d.commune_on < t.valid_to)
    where d.state = any(${[...states]}) and t.today_province_code = any(${[...provinces]})
      and not ${isKept(reader)}
    order by d.state_since`,
  )
}

interface UndecidedSession {
  readonly sessionId: string
  readonly councilLevel: DecisionLevel
  readonly meetsOn: CivilDate
  readonly results: number
}

/** Closed sessions with results that no decision names yet, of these signing units. */
export function undecidedSessions(runs: Runs, units: readonly string[], reader: Reader): Promise<UndecidedSession[]> {
  return rows(
    runs,
    sql<UndecidedSession>`
    select session_id, level as council_level, meets_on, count(*)::int as results from (${results}) waiting
    where verdict in ('recognise', 'propose') and state in ('scored', 'scored-by-ministry') and not in_line
      and signing_unit = any(${[...units]}) and not ${isSessionKept(sql`waiting.session_id`, reader)}
    group by session_id, level, meets_on order by meets_on`,
  )
}

/** Number and kind of each dossier that a decision names. */
export function dossiersOf(
  runs: Runs,
  decisionId: string,
): Promise<{ readonly id: string; readonly number: string | null; readonly kind: DossierKind }[]> {
  return rows(
    runs,
    sql<{ id: string; number: string | null; kind: DossierKind }>`
      select d.id, d.number, d.kind from recognition.line l join dossier.pub_dossier d on d.id = l.dossier_id
      where l.decision_id = ${decisionId}`,
  )
}
