import type { Page } from '../kernel/page.ts'
import { json, maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { AnswerInput, Feasibility, Idea } from './model.ts'

const selecting = (more: ReturnType<typeof sql>) => sql`
  select i.id, i.title, i.description, i.material, i.market, i.proposer_name, i.proposer_phone, i.account_id, i.producer_id, i.commune_code,
    i.commune_on, i.filed_at, i.filed_on, i.due_on, i.origin, i.group_no, i.open_to_public, i.look_due_on, k.shown as look_shown, k.reason as look_reason, i.filed_by, i.consent, i.sample, t.today_code as commune_today, t.today_province_code as province_today,
    u.full_name as commune_name, a.outcome, a.answer, a.feasibility, a.answered_at${more}
  from idea.idea i
  left join idea.answer a on a.idea_id = i.id
  left join lateral (select l.shown, l.reason from idea.look l where l.idea_id = i.id order by l.at desc, l.id desc limit 1) k on true
  left join territory.pub_today t on t.code = i.commune_code
    and i.commune_on >= t.valid_from and (t.valid_to is null or i.commune_on < t.valid_to)
  left join territory.pub_commune_today u on u.code = t.today_code`
const ideas = selecting(sql``)

/** @returns false when the same form arrived at the same moment and was kept. */
export async function addIdea(
  runs: Runs,
  idea: Omit<
    Idea,
    | 'communeToday'
    | 'provinceToday'
    | 'communeName'
    | 'outcome'
    | 'answer'
    | 'feasibility'
    | 'answeredAt'
    | 'lookShown'
    | 'lookReason'
  > & { secretHash: string },
): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into idea.idea (id, title, description, material, market, proposer_name, proposer_phone, account_id, producer_id, commune_code,
        commune_on, filed_at, filed_on, due_on, origin, group_no, open_to_public, look_due_on, filed_by, consent, sample, secret_hash)
      values (${idea.id}, ${idea.title}, ${idea.description}, ${idea.material}, ${idea.market}, ${idea.proposerName}, ${idea.proposerPhone},
        ${idea.accountId}, ${idea.producerId}, ${idea.communeCode}, ${idea.communeOn}, ${idea.filedAt}, ${idea.filedOn}, ${idea.dueOn},
        ${idea.origin}, ${idea.groupNo}, ${idea.openToPublic}, ${idea.lookDueOn}, ${idea.filedBy}, ${idea.consent && json(idea.consent)}, ${idea.sample}, ${idea.secretHash})
      on conflict (secret_hash) do nothing`,
  )
  return added === 1
}

/** What was sent with this code. */
export function ideaSent(
  runs: Runs,
  secretHash: string,
): Promise<{ id: string; title: string; description: string; commune: string } | undefined> {
  return maybeRow(
    runs,
    sql<{
      id: string
      title: string
      description: string
      commune: string
    }>`select id, title, description, commune_code as commune
      from idea.idea where secret_hash = ${secretHash}`,
  )
}

export function ideaById(runs: Runs, id: string): Promise<Idea | undefined> {
  return maybeRow<Idea>(runs, sql<Idea>`${ideas} where i.id = ${id}`)
}

export async function holdsSecret(runs: Runs, id: string, secretHash: string): Promise<boolean> {
  const found = await maybeRow(
    runs,
    sql<{ one: number }>`select 1 as one from idea.idea where id = ${id} and secret_hash = ${secretHash}`,
  )
  return found !== undefined
}

export async function lockIdea(runs: Runs, id: string): Promise<Idea | undefined> {
  await run(runs, sql`select 1 from idea.idea where id = ${id} for update`)
  return ideaById(runs, id)
}

export async function addAnswer(
  runs: Runs,
  id: string,
  answer: AnswerInput,
  feasibility: Feasibility,
  by: string,
  at: string,
): Promise<void> {
  await run(
    runs,
    sql`insert into idea.answer (idea_id, outcome, answer, feasibility, answered_by, answered_at)
      values (${id}, ${answer.outcome}, ${answer.answer}, ${json(feasibility)}, ${by}, ${at})`,
  )
}

/** Which idea a receipt's key opens. */
export async function ideaOfSecret(runs: Runs, secretHash: string): Promise<string | undefined> {
  return (await maybeRow(runs, sql<{ id: string }>`select id from idea.idea where secret_hash = ${secretHash}`))?.id
}

const size = 30

/** What a list of ideas is asked for. */
export type Scope =
  | { readonly account: string }
  | { readonly communes: readonly string[]; readonly provinces: readonly string[] | 'all' }

function within(scope: Scope) {
  if ('account' in scope) return sql`i.account_id = ${scope.account}`
  if (scope.provinces === 'all') return sql`true`
  return sql`(t.today_code = any(${[...scope.communes]}::text[]) or t.today_province_code = any(${[...scope.provinces]}::text[]))`
}

/** Waiting first, the nearest term on top; of the own ideas the newest. */
export async function ideasOf(runs: Runs, scope: Scope, page: number): Promise<Page<Idea>> {
  const order = 'account' in scope ? sql`i.filed_at desc` : sql`a.outcome is not null, i.due_on`
  const found = await rows<Idea & { total: number }>(
    runs,
    sql<
      Idea & { total: number }
    >`${selecting(sql`, count(*) over () as total`)} where ${within(scope)} order by ${order}, i.id
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items: found, total: found[0]?.total ?? 0, page, size }
}

/** Those of some communes that wait for an answer, the nearest term on top. */
export function waitingIn(runs: Runs, communes: readonly string[]): Promise<Idea[]> {
  return rows<Idea>(
    runs,
    sql<Idea>`${ideas} where t.today_code = any(${[...communes]}::text[]) and a.outcome is null order by i.due_on, i.id limit 300`,
  )
}

/** Own ideas that the commune welcomed since a day and that became no product yet, the newest answer first. */
export function welcomedOf(runs: Runs, account: string, since: string): Promise<Idea[]> {
  return rows<Idea>(
    runs,
    sql<Idea>`${ideas} where i.account_id = ${account} and a.outcome = 'welcome' and a.answered_at >= ${since}::date
      and not exists (select from idea.step s where s.idea_id = i.id and s.kind = 'product')
      order by a.answered_at desc, i.id limit 20`,
  )
}

/** Ideas that their proposers and their communes let everybody read, newest first. */
export async function publicIdeas(runs: Runs, province: string | undefined, page: number): Promise<Page<Idea>> {
  const where = province === undefined ? sql`true` : sql`t.today_province_code = ${province}`
  const found = await rows<Idea & { total: number }>(
    runs,
    sql<
      Idea & { total: number }
    >`${selecting(sql`, count(*) over () as total`)} where i.open_to_public and k.shown and ${where}
      order by i.filed_on desc, i.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items: found, total: found[0]?.total ?? 0, page, size }
}

/** Those of some communes that wait for the look before everybody reads them, the nearest term on top. */
export function waitingForLook(runs: Runs, communes: readonly string[]): Promise<Idea[]> {
  return rows<Idea>(
    runs,
    sql<Idea>`${ideas} where t.today_code = any(${[...communes]}::text[]) and i.open_to_public and k.shown is null
      order by coalesce(i.look_due_on, i.due_on), i.id limit 300`,
  )
}

export async function addLook(
  runs: Runs,
  ideaId: string,
  { id, shown, reason, by, at }: { id: string; shown: boolean; reason: string; by: string; at: string },
): Promise<void> {
  await run(
    runs,
    sql`insert into idea.look (id, idea_id, shown, reason, by_account, at)
      values (${id}, ${ideaId}, ${shown}, ${reason}, ${by}, ${at})`,
  )
}
