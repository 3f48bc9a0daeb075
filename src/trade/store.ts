import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { likeWords } from '../kernel/text.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type { Buyer, BuyerInput, Channel, ChannelInput, Demand, ShownDemand } from './model.ts'

const buyers = sql`
  select b.id, b.kind, b.name, b.registration_no, t.today_code as province_today, p.full_name as province_name, b.address,
    b.contact_name, b.phone, b.email, b.registered_on, b.confirmed_on,
    array(select m.account_id from trade.buyer_member m where m.buyer_id = b.id order by m.from_date, m.account_id) as members
  from trade.buyer b
  left join territory.pub_today t on t.code = b.province_code
    and b.province_on >= t.valid_from and (t.valid_to is null or b.province_on < t.valid_to)
  left join territory.pub_province_today p on p.code = t.today_code`

interface NewBuyer extends Omit<BuyerInput, 'province'> {
  readonly id: string
  readonly provinceCode: UnitCode
  readonly confirmed: boolean
  readonly sample: boolean
}

export async function addBuyer(runs: Runs, b: NewBuyer, by: string, on: CivilDate): Promise<void> {
  await run(
    runs,
    sql`insert into trade.buyer (id, kind, name, registration_no, province_code, province_on, address, contact_name, phone, email,
        registered_on, registered_by, confirmed_on, confirmed_by, sample)
      values (${b.id}, ${b.kind}, ${b.name}, ${b.registrationNo}, ${b.provinceCode}, ${on}, ${b.address}, ${b.contactName}, ${b.phone},
        ${b.email}, ${on}, ${by}, ${b.confirmed ? on : null}, ${b.confirmed ? by : null}, ${b.sample})`,
  )
}

/** @returns false when it was confirmed before. */
export async function confirmBuyer(runs: Runs, id: string, by: string, on: CivilDate): Promise<boolean> {
  const touched = await run(
    runs,
    sql`update trade.buyer set confirmed_on = ${on}, confirmed_by = ${by} where id = ${id} and confirmed_on is null`,
  )
  return touched === 1
}

export async function addMember(runs: Runs, buyerId: string, accountId: string, on: CivilDate): Promise<void> {
  await run(
    runs,
    sql`insert into trade.buyer_member (buyer_id, account_id, from_date) values (${buyerId}, ${accountId}, ${on})
      on conflict do nothing`,
  )
}

export async function accountBehind(runs: Runs, signInName: string): Promise<string | undefined> {
  const found = await maybeRow(
    runs,
    sql<{ accountId: string }>`select account_id from identity.pub_sign_in where sign_in_name = ${signInName}`,
  )
  return found?.accountId
}

export function buyerById(runs: Runs, id: string): Promise<Buyer | undefined> {
  return maybeRow(runs, sql<Buyer>`${buyers} where b.id = ${id}`)
}

export function buyersOf(runs: Runs, accountId: string): Promise<Buyer[]> {
  return rows(
    runs,
    sql<Buyer>`${buyers} where b.id in (select buyer_id from trade.buyer_member where account_id = ${accountId}) order by b.name`,
  )
}

/** Of these provinces, or all; those that wait for confirmation first. */
export async function buyersIn(
  runs: Runs,
  provinces: readonly UnitCode[] | 'all',
  { page, size }: { page: number; size: number },
): Promise<{ items: Buyer[]; total: number }> {
  const where = provinces === 'all' ? sql`true` : sql`t.today_code = any(${[...provinces]}::text[])`
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${buyers} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<Buyer>`${buyers} where ${where} order by b.confirmed_on is not null, b.registered_on desc, b.id
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

const channels = sql`
  select c.id, c.buyer_id, b.name as buyer_name, b.kind as buyer_kind, b.confirmed_on is not null as buyer_confirmed, c.name, c.asks,
    c.min_stars, c.unit, c.min_quantity, c.payment_days, c.discount_percent, c.note, c.closed_on
  from trade.channel c join trade.buyer b on b.id = c.buyer_id`

export async function addChannel(
  runs: Runs,
  c: ChannelInput & { readonly id: string; readonly buyerId: string },
  by: string,
  on: CivilDate,
): Promise<void> {
  await run(
    runs,
    sql`insert into trade.channel (id, buyer_id, name, asks, min_stars, unit, min_quantity, payment_days, discount_percent, note,
        opened_on, opened_by)
      values (${c.id}, ${c.buyerId}, ${c.name}, ${[...c.asks]}::text[], ${c.minStars}, ${c.unit}, ${c.minQuantity}, ${c.paymentDays},
        ${c.discountPercent}, ${c.note ?? ''}, ${on}, ${by})`,
  )
}

export function channelById(runs: Runs, id: string): Promise<Channel | undefined> {
  return maybeRow(runs, sql<Channel>`${channels} where c.id = ${id}`)
}

export function channelsOf(runs: Runs, buyerId: string): Promise<Channel[]> {
  return rows(
    runs,
    sql<Channel>`${channels} where c.buyer_id = ${buyerId} and c.closed_on is null order by c.name, c.id`,
  )
}

const demands = sql`
  select d.id, d.channel_id, d.title, d.group_no, d.province_code, d.months, d.quantity, d.price_to, d.until, d.note, d.posted_on,
    d.closed_on, p.full_name as province_name, to_jsonb(ch) as channel
  from trade.demand d
  join trade.channel k on k.id = d.channel_id
  join trade.buyer b on b.id = k.buyer_id
  join lateral (select k.id, k.buyer_id as "buyerId", b.name as "buyerName", b.kind as "buyerKind",
    b.confirmed_on is not null as "buyerConfirmed", k.name, k.asks, k.min_stars as "minStars", k.unit, k.min_quantity as "minQuantity",
    k.payment_days as "paymentDays", k.discount_percent as "discountPercent", k.note, k.closed_on as "closedOn") ch on true
  left join territory.pub_province_today p on p.code = d.province_code`

const open = (today: CivilDate) => sql`d.closed_on is null and d.until >= ${today}`

export async function addDemand(
  runs: Runs,
  d: Omit<Demand, 'closedOn' | 'postedOn'> & { readonly sample: boolean },
  by: string,
  on: CivilDate,
): Promise<void> {
  await run(
    runs,
    sql`insert into trade.demand (id, channel_id, title, group_no, province_code, months, quantity, price_to, until, note, posted_on,
        posted_by, sample)
      values (${d.id}, ${d.channelId}, ${d.title}, ${d.groupNo}, ${d.provinceCode}, ${[...d.months]}::integer[], ${d.quantity},
        ${d.priceTo}, ${d.until}, ${d.note}, ${on}, ${by}, ${d.sample})`,
  )
}

export async function closeDemand(runs: Runs, id: string, on: CivilDate): Promise<boolean> {
  return (await run(runs, sql`update trade.demand set closed_on = ${on} where id = ${id} and closed_on is null`)) === 1
}

export function demandById(runs: Runs, id: string): Promise<ShownDemand | undefined> {
  return maybeRow(runs, sql<ShownDemand>`${demands} where d.id = ${id}`)
}

export function demandsOfBuyer(runs: Runs, buyerId: string): Promise<ShownDemand[]> {
  return rows(
    runs,
    sql<ShownDemand>`${demands} where b.id = ${buyerId} order by d.closed_on nulls first, d.until, d.id limit 100`,
  )
}

/** What can be matched: open, one group, or one demand. */
export function demandsToMatch(
  runs: Runs,
  wanted: { readonly group: string } | { readonly id: string },
  today: CivilDate,
): Promise<ShownDemand[]> {
  const which = 'id' in wanted ? sql`d.id = ${wanted.id}` : sql`d.group_no = ${wanted.group}`
  return rows(runs, sql<ShownDemand>`${demands} where ${open(today)} and ${which}`)
}

export interface BoardWanted {
  readonly q?: string | undefined
  readonly groups: readonly string[]
  readonly province?: string | undefined
  readonly month?: number | undefined
}

/** What the public sees of demands: confirmed buyers, still open, the nearest end first. */
export async function openDemands(
  runs: Runs,
  wanted: BoardWanted,
  today: CivilDate,
  { page, size }: { page: number; size: number },
): Promise<{ items: ShownDemand[]; total: number }> {
  const where = demandWhere(wanted, today)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${demands} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<ShownDemand>`${demands} where ${where} order by d.until, d.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

function demandWhere({ q, groups, province, month }: BoardWanted, today: CivilDate): RawBuilder<unknown> {
  const all = [open(today), sql`b.confirmed_on is not null`]
  if (q) all.push(sql`public.vn_fold(d.title || ' ' || b.name) like '%' || public.vn_fold(${likeWords(q)}) || '%'`)
  if (groups.length > 0) all.push(sql`d.group_no = any(${[...groups]}::text[])`)
  if (province) all.push(sql`(d.province_code is null or d.province_code = ${province})`)
  if (month) all.push(sql`${month} = any(d.months)`)
  return sql.join(all, sql` and `)
}
