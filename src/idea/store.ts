import { json, maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { AnswerInput, Feasibility, Idea } from './model.ts'

const ideas = sql`
  select i.id, i.title, i.description, i.material, i.market, i.proposer_name, i.proposer_phone, i.account_id, i.producer_id, i.commune_code,
    i.commune_on, i.filed_at, i.filed_on, i.due_on, i.sample, t.today_code as commune_today, t.today_province_code as province_today,
    u.full_name as commune_name, a.outcome, a.answer, a.feasibility, a.answered_at
  from idea.idea i
  left join idea.answer a on a.idea_id = i.id
  left join territory.pub_today t on t.code = i.commune_code
    and i.commune_on >= t.valid_from and (t.valid_to is null or i.commune_on < t.valid_to)
  left join territory.pub_commune_today u on u.code = t.today_code`

export async function addIdea(
  runs: Runs,
  idea: Omit<
    Idea,
    'communeToday' | 'provinceToday' | 'communeName' | 'outcome' | 'answer' | 'feasibility' | 'answeredAt'
  > & { secretHash: string },
): Promise<void> {
  await run(
    runs,
    sql`insert into idea.idea (id, title, description, material, market, proposer_name, proposer_phone, account_id, producer_id, commune_code,
        commune_on, filed_at, filed_on, due_on, sample, secret_hash)
      values (${idea.id}, ${idea.title}, ${idea.description}, ${idea.material}, ${idea.market}, ${idea.proposerName}, ${idea.proposerPhone},
        ${idea.accountId}, ${idea.producerId}, ${idea.communeCode}, ${idea.communeOn}, ${idea.filedAt}, ${idea.filedOn}, ${idea.dueOn},
        ${idea.sample}, ${idea.secretHash})`,
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

export async function countToday(runs: Runs, phone: string, day: string): Promise<number> {
  const { count } = await oneRow(
    runs,
    sql<{
      count: number
    }>`select count(*) as count from idea.idea where proposer_phone = ${phone} and filed_on = ${day}`,
  )
  return count
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

/** What an account filed, newest first. */
export function ideasBy(runs: Runs, accountId: string): Promise<Idea[]> {
  return rows<Idea>(runs, sql<Idea>`${ideas} where i.account_id = ${accountId} order by i.filed_at desc limit 300`)
}

/** Waiting first, the nearest term on top. */
export function ideasOf(
  runs: Runs,
  communes: readonly string[],
  provinces: readonly string[] | 'all',
): Promise<Idea[]> {
  const where =
    provinces === 'all'
      ? sql`true`
      : sql`(t.today_code = any(${[...communes]}::text[]) or t.today_province_code = any(${[...provinces]}::text[]))`
  return rows<Idea>(runs, sql<Idea>`${ideas} where ${where} order by a.outcome is not null, i.due_on, i.id limit 300`)
}
