import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import { graceDays } from '../regime/law.ts'
import type { Purchase, PurchaseSide, PurchaseState, PurchaseStep, PackInput, SaleFigures, SoldPack } from './model.ts'

function starsOn(product: RawBuilder<unknown>, day: CivilDate): RawBuilder<unknown> {
  return sql`recognition.pub_stars_on(${product}, ${day}, ${graceDays})`
}

function packs(today: CivilDate): RawBuilder<unknown> {
  return sql`select p.id, p.product_id, d.name as product_name, d.slug as product_slug, d.producer_id, o.name as producer_name,
      t.today_code as unit_today, t.today_province_code as province_today,
      case when d.retired_on is null then ${starsOn(sql`d.id`, today)} end as stars,
      p.label, p.price, p.stock, p.least, p.delivery, p.fee, p.payment, p.closed_at
    from sale.pack p join product.pub_product d on d.id = p.product_id join producer.pub_producer o on o.id = d.producer_id
    left join territory.pub_today t on t.code = d.commune_code and d.commune_on >= t.valid_from
      and (t.valid_to is null or d.commune_on < t.valid_to)`
}

export interface OwnProduct {
  readonly id: string
  readonly name: string
  readonly producerId: string
}

export function sellableProducts(runs: Runs, producers: readonly string[], today: CivilDate): Promise<OwnProduct[]> {
  return rows(
    runs,
    sql<OwnProduct>`select d.id, d.name, d.producer_id from product.pub_product d
      where d.producer_id = any(${[...producers]}::text[]) and d.retired_on is null
        and ${starsOn(sql`d.id`, today)} is not null order by public.vn_fold(d.name), d.id limit 200`,
  )
}

export async function addPack(
  runs: Runs,
  id: string,
  p: PackInput,
  { by, at }: { by: string; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into sale.pack (id, product_id, label, price, stock, least, delivery, fee, payment, opened_by, opened_at)
      values (${id}, ${p.product}, ${p.label}, ${p.price}, ${p.stock ?? null}, ${p.least}, ${p.delivery}, ${p.fee},
        ${p.payment}, ${by}, ${at})`,
  )
}

export function packById(runs: Runs, id: string, today: CivilDate): Promise<SoldPack | undefined> {
  return maybeRow(runs, sql<SoldPack>`${packs(today)} where p.id = ${id}`)
}

/** Whoever takes from the stock waits here for whoever took before. */
export async function lockPack(runs: Runs, id: string, today: CivilDate): Promise<SoldPack | undefined> {
  await run(runs, sql`select 1 from sale.pack where id = ${id} for update`)
  return packById(runs, id, today)
}

export function packsOfProduct(runs: Runs, productId: string, today: CivilDate): Promise<SoldPack[]> {
  return rows(
    runs,
    sql<SoldPack>`${packs(today)} where p.product_id = ${productId} and p.closed_at is null order by p.price, p.id limit 50`,
  )
}

export function packsOfProducers(runs: Runs, producers: readonly string[], today: CivilDate): Promise<SoldPack[]> {
  return rows(
    runs,
    sql<SoldPack>`${packs(today)} where d.producer_id = any(${[...producers]}::text[]) and p.closed_at is null
      order by public.vn_fold(d.name), p.price, p.id limit 200`,
  )
}

export async function changePack(runs: Runs, id: string, price: number, stock: number | null): Promise<void> {
  await run(runs, sql`update sale.pack set price = ${price}, stock = ${stock} where id = ${id}`)
}

export async function moveStock(runs: Runs, id: string, by: number): Promise<void> {
  await run(runs, sql`update sale.pack set stock = stock + ${by} where id = ${id} and stock is not null`)
}

export async function closePack(runs: Runs, id: string, at: Instant): Promise<void> {
  await run(runs, sql`update sale.pack set closed_at = ${at} where id = ${id}`)
}

const columns = sql`u.id, u.pack_id, u.quantity, u.price, u.fee, u.name, u.phone, u.address, u.note, u.placed_at, u.answer_by, u.contact_days, u.state,
  (select h.asked_at from sale.help h where h.purchase_id = u.id) as help_asked_at`

/** @returns false when this very form was sent before. */
export async function addPurchase(
  runs: Runs,
  u: Omit<Purchase, 'state' | 'helpAskedAt'> & { codeHash: string },
): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into sale.purchase (id, code_hash, pack_id, quantity, price, fee, name, phone, address, note, placed_at,
        answer_by, contact_days, moved_at)
      values (${u.id}, ${u.codeHash}, ${u.packId}, ${u.quantity}, ${u.price}, ${u.fee}, ${u.name}, ${u.phone}, ${u.address},
        ${u.note}, ${u.placedAt}, ${u.answerBy}, ${u.contactDays}, ${u.placedAt}) on conflict (code_hash) do nothing`,
  )
  return added === 1
}

export function purchaseByCode(runs: Runs, codeHash: string): Promise<Purchase | undefined> {
  return maybeRow(runs, sql<Purchase>`select ${columns} from sale.purchase u where u.code_hash = ${codeHash}`)
}

export function purchaseById(runs: Runs, id: string): Promise<Purchase | undefined> {
  return maybeRow(runs, sql<Purchase>`select ${columns} from sale.purchase u where u.id = ${id}`)
}

/** Read once it is held: one statement would see its help as it was before the wait. */
export async function lockPurchase(runs: Runs, id: string): Promise<Purchase | undefined> {
  await run(runs, sql`select 1 from sale.purchase where id = ${id} for update`)
  return purchaseById(runs, id)
}

export interface ListedPurchase {
  readonly id: string
  readonly label: string
  readonly productName: string
  readonly producerId: string
  readonly producerName: string
  readonly quantity: number
  readonly state: PurchaseState
  readonly placedAt: Instant
  readonly answerBy: Instant
  readonly helpAskedAt: Instant | null
}

/** Open ones first; of a commune only those that wait for an answer. */
export function purchasesFor(
  runs: Runs,
  { producers, units }: { producers: readonly string[]; units: readonly UnitCode[] },
  today: CivilDate,
): Promise<ListedPurchase[]> {
  return rows(
    runs,
    sql<ListedPurchase>`select u.id, k.label, k.product_name, k.producer_id, k.producer_name, u.quantity, u.state, u.placed_at, u.answer_by,
        (select h.asked_at from sale.help h where h.purchase_id = u.id) as help_asked_at
      from sale.purchase u join (${packs(today)}) k on k.id = u.pack_id
      where k.producer_id = any(${[...producers]}::text[])
        or (k.unit_today = any(${[...units]}::text[]) and u.state = 'placed')
      order by (u.state in ('placed', 'confirmed')) desc, u.placed_at desc, u.id limit 200`,
  )
}

export async function addHelp(runs: Runs, purchaseId: string, { by, at }: { by: string; at: Instant }): Promise<void> {
  await run(runs, sql`insert into sale.help (purchase_id, asked_by, asked_at) values (${purchaseId}, ${by}, ${at})`)
}

export async function addStep(
  runs: Runs,
  purchaseId: string,
  s: Omit<PurchaseStep, 'side'> & { side: PurchaseSide; stateAfter: PurchaseState; by: string },
): Promise<void> {
  await run(
    runs,
    sql`insert into sale.step (purchase_id, position, act, state_after, reason, side, means, by_account, at)
      select ${purchaseId}, coalesce(max(position), 0) + 1, ${s.act}, ${s.stateAfter}, ${s.reason}, ${s.side}, ${s.means}, ${s.by},
        ${s.at}::timestamptz from sale.step where purchase_id = ${purchaseId}`,
  )
}

export function stepsOf(runs: Runs, purchaseId: string): Promise<PurchaseStep[]> {
  return rows(
    runs,
    sql<PurchaseStep>`select act, reason, side, means, at from sale.step where purchase_id = ${purchaseId} order by position`,
  )
}

export async function overdue(runs: Runs, now: Instant): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{
      id: string
    }>`select id from sale.purchase where state = 'placed' and answer_by < ${now} order by answer_by limit 500`,
  )
  return found.map(({ id }) => id)
}

export async function forgetContacts(runs: Runs, now: Instant): Promise<number> {
  return run(
    runs,
    sql`update sale.purchase set name = null, phone = null, address = null, note = ''
      where phone is not null and moved_at < ${now}::timestamptz - make_interval(days => contact_days)`,
  )
}

export function figuresOf(runs: Runs, producers: readonly string[]): Promise<SaleFigures> {
  return oneRow(
    runs,
    sql<SaleFigures>`select count(*) as orders,
        count(*) filter (where exists (select 1 from sale.step s where s.purchase_id = u.id and s.act in ('confirm', 'decline'))) as answered,
        count(*) filter (where u.state = 'lapsed') as lapsed,
        coalesce(sum(u.price * u.quantity) filter (where u.state = 'received'), 0)::bigint as revenue
      from sale.purchase u join sale.pack p on p.id = u.pack_id join product.pub_product d on d.id = p.product_id
      where d.producer_id = any(${[...producers]}::text[])`,
  )
}

/** Hours to the first answer, the middle one of all; a lapsed order counts as its whole term. */
export async function speedOf(runs: Runs, producerId: string): Promise<{ orders: number; hours: number | null }> {
  return oneRow(
    runs,
    sql<{ orders: number; hours: number | null }>`select count(*) as orders,
        ceil(percentile_cont(0.5) within group (order by extract(epoch from s.at - u.placed_at) / 3600))::integer as hours
      from sale.purchase u join sale.pack p on p.id = u.pack_id join product.pub_product d on d.id = p.product_id
      join sale.step s on s.purchase_id = u.id and s.position = 1 and s.act <> 'cancel'
      where d.producer_id = ${producerId}`,
  )
}
