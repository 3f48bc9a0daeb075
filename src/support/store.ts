import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type { Entitlement, EntitlementState, Promised, ShownEntitlement, Step, SupportOutcome } from './model.ts'

const shown = sql`
  select e.id, e.policy_id, e.producer_id, e.product_id, e.certificate_number, e.event, e.stars, e.unit_code, e.unit_on, e.commune_code,
    e.need, e.asked_cost, e.amount, e.state, e.since, e.opened_on, e.sample,
    p.title as policy_title, p.document, p.clause, p.kind, p.opens, p.percent,
    o.name as producer_name, d.name as product_name, u.full_name as unit_name, t.today_code as unit_today,
    t.today_province_code as province_today, coalesce(m.paid, 0)::bigint as paid, coalesce(m.committed, 0)::bigint as committed,
    coalesce(m.claimed, 0)::bigint as claimed, m.paid_on
  from support.entitlement e
  join support.policy p on p.id = e.policy_id
  join producer.pub_producer o on o.id = e.producer_id
  left join product.pub_product d on d.id = e.product_id
  left join territory.pub_unit u on u.code = e.unit_code
    and e.unit_on >= u.valid_from and (u.valid_to is null or e.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from
  left join lateral (
    select sum(l.amount) filter (where l.account = 'paid') as paid, sum(l.amount) filter (where l.account = 'committed') as committed,
      sum(l.amount) filter (where l.account = 'claimed') as claimed,
      max(n.on_date) filter (where n.kind = 'payment') as paid_on
    from support.entry n join support.line l on l.entry_id = n.id where n.entitlement_id = e.id
  ) m on true`

/** @returns false when this policy opened one for this certificate before. */
export async function addEntitlement(
  runs: Runs,
  e: Entitlement & { readonly askKey?: string | undefined },
  by: string,
  at: Instant,
): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into support.entitlement (id, policy_id, producer_id, product_id, certificate_number, event, stars, unit_code, unit_on,
        commune_code, need, asked_cost, amount, state, since, opened_on, opened_by, opened_at, sample, ask_key)
      values (${e.id}, ${e.policyId}, ${e.producerId}, ${e.productId}, ${e.certificateNumber}, ${e.event}, ${e.stars}, ${e.unitCode},
        ${e.unitOn}, ${e.communeCode}, ${e.need}, ${e.askedCost}, ${e.amount}, ${e.state}, ${e.since}, ${e.openedOn}, ${by}, ${at},
        ${e.sample}, ${e.askKey ?? null})
      on conflict (policy_id, certificate_number) do nothing`,
  )
  return added === 1
}

/** What was asked with this form. */
export function askedWith(
  runs: Runs,
  key: string,
): Promise<Pick<Entitlement, 'id' | 'policyId' | 'producerId' | 'productId' | 'askedCost' | 'need'> | undefined> {
  return maybeRow(
    runs,
    sql<Pick<Entitlement, 'id' | 'policyId' | 'producerId' | 'productId' | 'askedCost' | 'need'>>`
      select id, policy_id, producer_id, product_id, asked_cost, need from support.entitlement where ask_key = ${key}`,
  )
}

export async function addStep(runs: Runs, id: string, s: Omit<Step, 'position'>): Promise<void> {
  await run(
    runs,
    sql`insert into support.step (entitlement_id, position, act, state_after, amount, cost, reason, by_account, on_date, at)
      select ${id}, coalesce(max(position), 0) + 1, ${s.act}, ${s.stateAfter}, ${s.amount}::bigint, ${s.cost}::bigint, ${s.reason},
        ${s.byAccount}, ${s.onDate}::date, ${s.at}::timestamptz
      from support.step where entitlement_id = ${id}`,
  )
}

export function stepsOf(runs: Runs, id: string): Promise<Step[]> {
  return rows(
    runs,
    sql<Step>`select position, act, state_after, amount, cost, reason, by_account, on_date, at from support.step
      where entitlement_id = ${id} order by position`,
  )
}

export async function lastProposer(runs: Runs, id: string): Promise<string | undefined> {
  const found = await maybeRow(
    runs,
    sql<{ byAccount: string }>`select by_account from support.step where entitlement_id = ${id} and act = 'propose'
      order by position desc limit 1`,
  )
  return found?.byAccount
}

export function entitlementById(runs: Runs, id: string): Promise<ShownEntitlement | undefined> {
  return maybeRow(runs, sql<ShownEntitlement>`${shown} where e.id = ${id}`)
}

export async function lockEntitlement(runs: Runs, id: string): Promise<ShownEntitlement | undefined> {
  await run(runs, sql`select 1 from support.entitlement where id = ${id} for update`)
  return entitlementById(runs, id)
}

// A cap of a commune holds for the commune of today: promises made to the ones that were merged into it count with it.
const communeToday = (code: RawBuilder<unknown>) => sql`
  coalesce((select t.today_code from territory.pub_today t where t.code = ${code} order by t.valid_from desc limit 1), ${code})`

/** What stands under a policy for a product, its producer and its commune, but for one entitlement and what was declined. */
export function promisedUnder(
  runs: Runs,
  policyId: string,
  of: Pick<Entitlement, 'producerId' | 'productId' | 'communeCode'>,
  except: string | null,
): Promise<Promised> {
  return oneRow(
    runs,
    sql<Promised>`
    select coalesce(sum(amount) filter (where product_id = ${of.productId}), 0)::bigint as product,
      coalesce(sum(amount) filter (where producer_id = ${of.producerId}), 0)::bigint as producer,
      coalesce(sum(amount) filter (where ${communeToday(sql`commune_code`)} = ${communeToday(sql`${of.communeCode}::text`)}), 0)::bigint as commune,
      count(*) filter (where product_id = ${of.productId}) as product_count,
      count(*) filter (where producer_id = ${of.producerId}) as producer_count
    from support.entitlement
    where policy_id = ${policyId} and state <> 'declined' and id is distinct from ${except}`,
  )
}

/** Does the very same request wait already? The policy is locked. */
export async function isAsked(
  runs: Runs,
  policyId: string,
  { producerId, productId, need, askedCost }: Pick<Entitlement, 'producerId' | 'productId' | 'need' | 'askedCost'>,
): Promise<boolean> {
  const { asked } = await oneRow(
    runs,
    sql<{ asked: boolean }>`
    select exists (select from support.entitlement where policy_id = ${policyId} and producer_id = ${producerId} and state = 'asked'
      and product_id is not distinct from ${productId} and need = ${need} and asked_cost = ${askedCost}) as asked`,
  )
  return asked
}

export interface EntitlementsWanted {
  /** Today's units whose money it is, or all; a province brings its communes. */
  readonly units?: readonly UnitCode[] | 'all'
  readonly producers?: readonly string[]
  readonly states?: readonly EntitlementState[]
  /** Days waited since the opening, from and to. */
  readonly waited?: readonly [number, number | null] | undefined
}

function whereOf({ units, producers, states, waited }: EntitlementsWanted, today: CivilDate): RawBuilder<unknown> {
  const all = [sql`true`]
  if (units !== undefined && units !== 'all') {
    all.push(sql`(t.today_code = any(${[...units]}::text[]) or t.today_province_code = any(${[...units]}::text[]))`)
  }
  if (producers !== undefined) all.push(sql`e.producer_id = any(${[...producers]}::text[])`)
  if (states !== undefined) all.push(sql`e.state = any(${[...states]}::text[])`)
  if (waited !== undefined) {
    all.push(sql`${today}::date - e.opened_on >= ${waited[0]}`)
    if (waited[1] !== null) all.push(sql`${today}::date - e.opened_on <= ${waited[1]}`)
  }
  return sql.join(all, sql` and `)
}

/** The longest waiting first. */
export async function entitlements(
  runs: Runs,
  wanted: EntitlementsWanted,
  today: CivilDate,
  { page, size }: { page: number; size: number },
): Promise<{ items: ShownEntitlement[]; total: number }> {
  const where = whereOf(wanted, today)
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${shown} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<ShownEntitlement>`${shown} where ${where}
      order by e.state in ('measured', 'declined', 'paid'), e.opened_on, e.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

export async function addOutcome(
  runs: Runs,
  entitlementId: string,
  o: SupportOutcome,
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into support.outcome (id, entitlement_id, told_by, result, jobs, revenue, by_account, on_date, at)
      values (${o.id}, ${entitlementId}, ${o.toldBy}, ${o.result}, ${o.jobs}, ${o.revenue}, ${by}, ${o.onDate}, ${at})`,
  )
}

export function outcomesOf(runs: Runs, entitlementId: string): Promise<SupportOutcome[]> {
  return rows(
    runs,
    sql<SupportOutcome>`select id, told_by, result, jobs, revenue, on_date from support.outcome
      where entitlement_id = ${entitlementId} order by at, id`,
  )
}

/** What recognitions of a certificate opened. */
export async function entitlementsOf(runs: Runs, certificateNumber: string): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{ id: string }>`select id from support.entitlement where certificate_number = ${certificateNumber} order by id`,
  )
  return found.map(({ id }) => id)
}
