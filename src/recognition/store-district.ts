import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { DistrictLine, DistrictRound } from './model-district.ts'

/** Whose lines are read: those of today's units and of these producers; access.ts has been asked which. */
export interface DistrictScope {
  readonly units: readonly string[]
  readonly producers: readonly string[]
}

// The holder of then and the one who carries the product on today both read what was told.
function inScope({ units, producers }: DistrictScope) {
  return sql`(
    'VN' = any(${[...units]}::text[])
    or array[l.producer_id, p.producer_id] && ${[...producers]}::text[]
    or exists (select from territory.pub_today t where t.code = p.commune_code
      and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
      and (t.today_code = any(${[...units]}::text[]) or t.today_province_code = any(${[...units]}::text[])))
  )`
}

const lines = sql`recognition.district_line l join product.pub_product p on p.id = l.product_id`

const roundColumns = sql`
  r.id, r.text, r.met_on, r.minutes, r.told_on, r.proposal, a.name as entered_by, r.entered_at,
  r.withdrawn_at, w.name as withdrawn_by, r.withdrawn_because, u.full_name as district, v.full_name as province,
  u.full_name || ', ' || lower(left(v.full_name, 1)) || substr(v.full_name, 2) as unit_name`

// Units as they were on the day of the session.
const rounds = sql`
  recognition.district_round r
  join identity.pub_account a on a.id = r.entered_by
  left join identity.pub_account w on w.id = r.withdrawn_by
  join territory.pub_unit u on u.code = r.unit_code and r.met_on >= u.valid_from and (u.valid_to is null or r.met_on < u.valid_to)
  join territory.pub_unit v on v.code = u.province_code and r.met_on >= v.valid_from and (v.valid_to is null or r.met_on < v.valid_to)`

function holdsLine(scope: DistrictScope) {
  return sql`exists (select from ${lines} where l.round_id = r.id and ${inScope(scope)})`
}

/** The latest session first. */
export function districtRounds(
  runs: Runs,
  scope: DistrictScope,
  { page, size }: { page: number; size: number },
): Promise<DistrictRound[]> {
  return rows(
    runs,
    sql<DistrictRound>`select ${roundColumns} from ${rounds} where ${holdsLine(scope)}
      order by r.met_on desc, r.id limit ${size} offset ${(page - 1) * size}`,
  )
}

export async function countDistrictRounds(runs: Runs, scope: DistrictScope): Promise<number> {
  const { count } = await oneRow(
    runs,
    sql<{ count: number }>`select count(*)::int as count from recognition.district_round r where ${holdsLine(scope)}`,
  )
  return count
}

export function districtRoundById(runs: Runs, id: string): Promise<DistrictRound | undefined> {
  return maybeRow(runs, sql<DistrictRound>`select ${roundColumns} from ${rounds} where r.id = ${id}`)
}

/** With the first decision that a province then took on the product under the same text. */
export function districtLines(runs: Runs, roundIds: readonly string[], scope: DistrictScope): Promise<DistrictLine[]> {
  return rows(
    runs,
    sql<DistrictLine>`select l.round_id, l.position, l.product_name, l.producer_name, l.place_name, l.points_hundredths,
        l.stars, l.sample, c.id as decision_id, c.number as decision_number, c.stars as decided_stars
      from ${lines}
      join recognition.district_round r on r.id = l.round_id
      left join lateral (
        select d.id, d.number, n.stars from recognition.line n join recognition.decision d on d.id = n.decision_id
        where n.product_id = l.product_id and d.level = 'province' and d.kind <> 'revoke' and d.text = r.text
          and d.issued_at is not null and d.decided_on >= r.met_on
        order by d.decided_on, d.id limit 1
      ) c on true
      where l.round_id = any(${[...roundIds]}::text[]) and ${inScope(scope)}
      order by l.round_id, l.position`,
  )
}

interface Papers {
  readonly unitCode: string
  readonly metOn: CivilDate
  readonly minutes: string
}

export function roundOfPapers(runs: Runs, { unitCode, metOn, minutes }: Papers): Promise<{ id: string } | undefined> {
  return maybeRow(
    runs,
    sql<{ id: string }>`select id from recognition.district_round
      where unit_code = ${unitCode} and met_on = ${metOn} and minutes = ${minutes} and withdrawn_at is null`,
  )
}

export function addDistrictRound(
  runs: Runs,
  r: Omit<DistrictRound, 'unitName' | 'district' | 'province' | `withdrawn${string}`> & Papers,
): Promise<number> {
  return run(
    runs,
    sql`insert into recognition.district_round (id, unit_code, met_on, minutes, text, told_on, proposal, entered_by, entered_at)
      values (${r.id}, ${r.unitCode}, ${r.metOn}, ${r.minutes}, ${r.text}, ${r.toldOn}, ${r.proposal}, ${r.enteredBy}, ${r.enteredAt})`,
  )
}

export function producersOfRound(runs: Runs, id: string): Promise<{ producerId: string }[]> {
  return rows(runs, sql<{ producerId: string }>`select distinct p.producer_id from ${lines} where l.round_id = ${id}`)
}

interface Withdrawal {
  readonly at: Instant
  readonly by: string
  readonly because: string
}

/** Touches nothing when it was withdrawn before. */
export function withdrawDistrictRound(runs: Runs, id: string, { at, by, because }: Withdrawal): Promise<number> {
  return run(
    runs,
    sql`update recognition.district_round set withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_because = ${because}
      where id = ${id} and withdrawn_at is null`,
  )
}

type NewLine = Omit<DistrictLine, 'decisionId' | 'decisionNumber' | 'decidedStars'> & {
  readonly productId: string
  readonly producerId: string
}

export function addDistrictLine(runs: Runs, l: NewLine): Promise<number> {
  return run(
    runs,
    sql`insert into recognition.district_line (round_id, position, product_id, producer_id, product_name, producer_name, place_name,
        points_hundredths, stars, sample)
      values (${l.roundId}, ${l.position}, ${l.productId}, ${l.producerId}, ${l.productName}, ${l.producerName}, ${l.placeName},
        ${l.pointsHundredths}, ${l.stars}, ${l.sample})`,
  )
}
