import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { json, maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Plan, PlanContent, PlanVersion } from './model.ts'

const selecting = (more: ReturnType<typeof sql>) => sql`
  select p.id, p.title, p.account_id, p.producer_id, p.product_id, p.idea_id, p.state, p.number, p.content, p.sample,
    t.today_code as commune_today, t.today_province_code as province_today, u.full_name as commune_name,
    coalesce(o.name, a.name, 'Người có ý tưởng') as maker, v.saved_at,
    (select min(f.sent_on) from plan.version f where f.plan_id = p.id) as first_sent_on${more}
  from plan.pub_plan p
  join plan.version v on v.plan_id = p.id and v.number = p.number
  left join producer.pub_producer o on o.id = p.producer_id
  left join identity.pub_account a on a.id = p.account_id
  left join territory.pub_today t on t.code = p.commune_code
    and p.commune_on >= t.valid_from and (t.valid_to is null or p.commune_on < t.valid_to)
  left join territory.pub_commune_today u on u.code = t.today_code`
const plans = selecting(sql``)

export interface NewPlan {
  readonly id: string
  readonly title: string
  readonly accountId: string | null
  readonly producerId: string | null
  readonly productId: string | null
  readonly ideaId: string | null
  readonly communeCode: string
  readonly communeOn: CivilDate
  readonly by: string
  readonly at: Instant
  readonly sample: boolean
}

export async function addPlan(runs: Runs, plan: NewPlan): Promise<void> {
  await run(
    runs,
    sql`insert into plan.plan (id, title, account_id, producer_id, product_id, idea_id, commune_code, commune_on, opened_by, opened_at, sample)
      values (${plan.id}, ${plan.title}, ${plan.accountId}, ${plan.producerId}, ${plan.productId}, ${plan.ideaId}, ${plan.communeCode},
        ${plan.communeOn}, ${plan.by}, ${plan.at}, ${plan.sample})`,
  )
}

export function planById(runs: Runs, id: string): Promise<Plan | undefined> {
  return maybeRow<Plan>(runs, sql<Plan>`${plans} where p.id = ${id}`)
}

export async function lockPlan(runs: Runs, id: string): Promise<Plan | undefined> {
  await run(runs, sql`select 1 from plan.plan where id = ${id} for update`)
  return planById(runs, id)
}

export async function retitle(runs: Runs, id: string, title: string): Promise<void> {
  await run(runs, sql`update plan.plan set title = ${title} where id = ${id}`)
}

/** Keeps the unsent version; one that was sent is never written on, so a new number begins. */
export async function saveVersion(
  runs: Runs,
  id: string,
  { number, content, by, at }: { number: number; content: PlanContent; by: string; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into plan.version (plan_id, number, content, saved_by, saved_at)
      values (${id}, ${number}, ${json(content)}, ${by}, ${at})
      on conflict (plan_id, number) do update set content = excluded.content, saved_by = excluded.saved_by, saved_at = excluded.saved_at
        where plan.version.sent_at is null`,
  )
}

export async function markSent(runs: Runs, id: string, number: number, on: CivilDate, at: Instant): Promise<void> {
  await run(
    runs,
    sql`update plan.version set sent_on = ${on}, sent_at = ${at} where plan_id = ${id} and number = ${number} and sent_at is null`,
  )
}

export async function addRemark(
  runs: Runs,
  id: string,
  remark: { number: number; outcome: string; body: string; by: string; on: CivilDate; at: Instant },
): Promise<void> {
  const { number, outcome, body, by, on, at } = remark
  await run(
    runs,
    sql`insert into plan.remark (plan_id, number, outcome, body, by_account, on_date, at)
      values (${id}, ${number}, ${outcome}, ${body}, ${by}, ${on}, ${at})`,
  )
}

/** Every version, newest first, with what the commune said of it. */
export function versionsOf(runs: Runs, id: string): Promise<PlanVersion[]> {
  return rows<PlanVersion>(
    runs,
    sql<PlanVersion>`select v.number, v.content, v.saved_at, v.sent_on, r.outcome, r.body as remark, r.on_date as remarked_on
      from plan.version v left join plan.remark r using (plan_id, number) where v.plan_id = ${id} order by v.number desc`,
  )
}

const size = 30

export type Scope =
  | { readonly account: string; readonly producers: readonly string[] }
  | { readonly communes: readonly string[]; readonly provinces: readonly string[] | 'all' }

function within(scope: Scope) {
  if ('account' in scope) {
    return sql`(p.account_id = ${scope.account} or p.producer_id = any(${[...scope.producers]}::text[]))`
  }
  const sent = sql`exists (select 1 from plan.version s where s.plan_id = p.id and s.sent_at is not null)`
  if (scope.provinces === 'all') return sent
  return sql`${sent} and (t.today_code = any(${[...scope.communes]}::text[]) or t.today_province_code = any(${[...scope.provinces]}::text[]))`
}

/** Those that wait for the reader first. */
export async function plansOf(runs: Runs, scope: Scope, page: number): Promise<Page<Plan>> {
  const first = 'account' in scope ? sql`p.state = 'revise'` : sql`p.state = 'sent'`
  const found = await rows<Plan & { total: number }>(
    runs,
    sql<Plan & { total: number }>`${selecting(sql`, count(*) over () as total`)} where ${within(scope)}
      order by ${first} desc, v.saved_at desc, p.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items: found, total: found[0]?.total ?? 0, page, size }
}

/** The plan behind a product: made for it, or for the idea that it came from; the newest. */
export function planOfProduct(runs: Runs, productId: string): Promise<Plan | undefined> {
  return maybeRow<Plan>(
    runs,
    sql<Plan>`${plans} where p.product_id = ${productId}
        or p.idea_id in (select s.idea_id from idea.pub_step s where s.kind = 'product' and s.subject = ${productId})
      order by v.saved_at desc, p.id desc limit 1`,
  )
}

export function planOfIdea(runs: Runs, ideaId: string): Promise<Plan | undefined> {
  return maybeRow<Plan>(
    runs,
    sql<Plan>`${plans} where p.idea_id = ${ideaId} order by v.saved_at desc, p.id desc limit 1`,
  )
}
