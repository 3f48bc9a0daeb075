import type { UnitCode } from '../kernel/actor.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type {
  Connection,
  ConnectionOutcome,
  ConnectionState,
  ConnectionStep,
  ShownConnection,
} from './model-connection.ts'

const shown = sql`
  select c.id, c.offer_id, c.demand_id, c.buyer_id, c.product_id, c.producer_id, c.unit, c.quantity, c.price, c.wanted_on, c.state,
    c.since, c.asked_on, b.name as buyer_name, bt.today_code as buyer_province, m.name as producer_name, p.name as product_name,
    t.today_code as commune_today, t.today_province_code as province_today,
    array(select account_id from trade.buyer_member where buyer_id = b.id) as buyer_members
  from trade.connection c
  join trade.buyer b on b.id = c.buyer_id
  join producer.pub_producer m on m.id = c.producer_id
  join product.pub_product p on p.id = c.product_id
  left join territory.pub_today bt on bt.code = b.province_code
    and b.province_on >= bt.valid_from and (bt.valid_to is null or b.province_on < bt.valid_to)
  left join territory.pub_today t on t.code = m.commune_code
    and m.commune_on >= t.valid_from and (t.valid_to is null or m.commune_on < t.valid_to)`

export async function addConnection(runs: Runs, c: Connection & { readonly sample: boolean }): Promise<void> {
  await run(
    runs,
    sql`insert into trade.connection (id, offer_id, demand_id, buyer_id, product_id, producer_id, unit, quantity, price, wanted_on, state,
        since, asked_on, sample)
      values (${c.id}, ${c.offerId}, ${c.demandId}, ${c.buyerId}, ${c.productId}, ${c.producerId}, ${c.unit}, ${c.quantity}, ${c.price},
        ${c.wantedOn}, ${c.state}, ${c.since}, ${c.askedOn}, ${c.sample})`,
  )
}

/** What this buyer asked of this offer in the same words, while the producer has not answered. Locks the offer. */
export async function stillAsked(
  runs: Runs,
  { offerId, buyerId, quantity, wantedOn }: Pick<Connection, 'offerId' | 'buyerId' | 'quantity' | 'wantedOn'>,
): Promise<string | undefined> {
  await run(runs, sql`select 1 from trade.offer where id = ${offerId} for update`)
  const found = await maybeRow(
    runs,
    sql<{
      id: string
    }>`select id from trade.connection where offer_id = ${offerId} and buyer_id = ${buyerId} and state = 'asked'
      and quantity = ${quantity} and wanted_on = ${wantedOn} order by id limit 1`,
  )
  return found?.id
}

/** @returns the position of the new step. */
export async function addStep(runs: Runs, id: string, s: Omit<ConnectionStep, 'position'>): Promise<number> {
  const { position } = await oneRow(
    runs,
    sql<{ position: number }>`
      insert into trade.step (connection_id, position, act, state_after, side, means, quantity, price, note, by_account, on_date, at)
      select ${id}, coalesce(max(position), 0) + 1, ${s.act}, ${s.stateAfter}, ${s.side}, ${s.means}, ${s.quantity}::bigint,
        ${s.price}::bigint, ${s.note}, ${s.byAccount}, ${s.onDate}::date, ${s.at}::timestamptz
      from trade.step where connection_id = ${id} returning position`,
  )
  return position
}

export function stepsOf(runs: Runs, id: string): Promise<ConnectionStep[]> {
  return rows(
    runs,
    sql<ConnectionStep>`select position, act, state_after, side, means, quantity, price, note, by_account, on_date, at
      from trade.step where connection_id = ${id} order by position`,
  )
}

export async function lastPosition(runs: Runs, id: string): Promise<number> {
  const { last } = await oneRow(
    runs,
    sql<{ last: number }>`select coalesce(max(position), 0) as last from trade.step where connection_id = ${id}`,
  )
  return last
}

export function connectionById(runs: Runs, id: string): Promise<ShownConnection | undefined> {
  return maybeRow(runs, sql<ShownConnection>`${shown} where c.id = ${id}`)
}

export async function lockConnection(runs: Runs, id: string): Promise<ShownConnection | undefined> {
  await run(runs, sql`select 1 from trade.connection where id = ${id} for update`)
  return connectionById(runs, id)
}

export interface ConnectionsWanted {
  /** Of these producers, of buyers this account works for, or in these units: any of the three. */
  readonly producers: readonly string[]
  readonly account: string
  readonly units: readonly UnitCode[] | 'all'
  readonly states?: readonly ConnectionState[]
}

function whereOf({ producers, account, units, states }: ConnectionsWanted): RawBuilder<unknown> {
  const mine = sql`(c.producer_id = any(${[...producers]}::text[])
    or c.buyer_id in (select buyer_id from trade.buyer_member where account_id = ${account})
    or ${
      units === 'all'
        ? sql`true`
        : sql`t.today_code = any(${[...units]}::text[]) or t.today_province_code = any(${[...units]}::text[]) or bt.today_code = any(${[...units]}::text[])`
    })`
  return states === undefined ? mine : sql`${mine} and c.state = any(${[...states]}::text[])`
}

/** Those that wait the longest first, what has ended last. */
export async function connections(
  runs: Runs,
  wanted: ConnectionsWanted,
  { page, size }: { page: number; size: number },
): Promise<{ items: ShownConnection[]; total: number }> {
  const where = whereOf(wanted)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${shown} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<ShownConnection>`${shown} where ${where} order by c.state in ('done', 'declined', 'cancelled'), c.since, c.id
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

export async function addOutcome(runs: Runs, id: string, o: ConnectionOutcome): Promise<void> {
  await run(
    runs,
    sql`insert into trade.outcome (connection_id, quantity, value, on_date, note) values (${id}, ${o.quantity}, ${o.value}, ${o.onDate}, ${o.note})`,
  )
}

export function outcomeOf(runs: Runs, id: string): Promise<ConnectionOutcome | undefined> {
  return maybeRow(
    runs,
    sql<ConnectionOutcome>`select quantity, value, on_date, note from trade.outcome where connection_id = ${id}`,
  )
}

export interface OutcomeSum {
  readonly provinceName: string
  readonly connections: number
  readonly value: number
  readonly producers: number
}

/** By the province of the producer today; where fewer than `least` producers stand behind a sum, it would tell of one of them. */
export function outcomeSums(runs: Runs, year: number): Promise<OutcomeSum[]> {
  return rows(
    runs,
    sql<OutcomeSum>`
      select coalesce(v.full_name, 'Chưa rõ tỉnh') as province_name, count(*) as connections, sum(o.value)::bigint as value,
        count(distinct o.producer_id) as producers
      from trade.pub_outcome o join producer.pub_producer m on m.id = o.producer_id
      left join territory.pub_today t on t.code = m.commune_code
        and m.commune_on >= t.valid_from and (t.valid_to is null or m.commune_on < t.valid_to)
      left join territory.pub_province_today v on v.code = t.today_province_code
      where extract(year from o.on_date) = ${year} group by 1 order by 3 desc, 1`,
  )
}
