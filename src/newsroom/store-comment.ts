import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Comment, CommentAct } from './model-comment.ts'

const shown = sql`
  select c.id, c.article_id, a.slug as article_slug, e.title as article_title, a.state as article_state, c.name, c.body, c.state, c.reported, c.written_at, c.sample,
    case a.unit_code when 'VN' then 'VN' else t.today_code end as unit_today,
    case a.unit_code when 'VN' then 'VN' else t.today_province_code end as province_today,
    (select s.reason from newsroom.comment_step s where s.comment_id = c.id order by s.position desc limit 1) as reason
  from newsroom.comment c
  join newsroom.article a on a.id = c.article_id
  join newsroom.edition e on e.article_id = a.id and e.number = a.published_edition
  left join territory.pub_today t on t.code = a.unit_code
    and a.unit_on >= t.valid_from and (t.valid_to is null or a.unit_on < t.valid_to)`

export interface NewComment {
  readonly id: string
  readonly articleId: string
  readonly secretHash: string
  readonly emailHash: string
  readonly name: string
  readonly body: string
  readonly on: CivilDate
  readonly at: Instant
  readonly sample: boolean
}

export async function addComment(runs: Runs, c: NewComment): Promise<void> {
  await run(
    runs,
    sql`insert into newsroom.comment (id, article_id, secret_hash, email_hash, name, body, written_on, written_at, sample)
      values (${c.id}, ${c.articleId}, ${c.secretHash}, ${c.emailHash}, ${c.name}, ${c.body}, ${c.on}, ${c.at}, ${c.sample})`,
  )
}

/** How many comments on one article wait for an editor. */
export async function waitingOn(runs: Runs, articleId: string): Promise<number> {
  const { count } = await oneRow(
    runs,
    sql<{ count: number }>`select count(*) as count from newsroom.comment
      where article_id = ${articleId} and state = 'waiting'`,
  )
  return count
}

export function commentById(runs: Runs, id: string): Promise<Comment | undefined> {
  return maybeRow(runs, sql<Comment>`${shown} where c.id = ${id}`)
}

export async function lockComment(runs: Runs, id: string): Promise<Comment | undefined> {
  await run(runs, sql`select 1 from newsroom.comment where id = ${id} for update`)
  return commentById(runs, id)
}

/** Whether somebody who gives this key, or this address, wrote it. */
export async function wrote(
  runs: Runs,
  id: string,
  proof: { readonly secretHash: string } | { readonly emailHash: string },
): Promise<boolean> {
  const given = 'secretHash' in proof ? sql`secret_hash = ${proof.secretHash}` : sql`email_hash = ${proof.emailHash}`
  const found = await maybeRow(
    runs,
    sql<{ one: number }>`select 1 as one from newsroom.comment where id = ${id} and ${given}`,
  )
  return found !== undefined
}

export async function addCommentStep(
  runs: Runs,
  id: string,
  s: { act: CommentAct; reason: string; by: string; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into newsroom.comment_step (comment_id, position, act, reason, by_account, at)
      select ${id}, coalesce(max(position), 0) + 1, ${s.act}, ${s.reason}, ${s.by}, ${s.at}::timestamptz
      from newsroom.comment_step where comment_id = ${id}`,
  )
}

type Paged = { page: number; size: number }

/** What readers see under an article, oldest first. */
export async function shownComments(
  runs: Runs,
  articleId: string,
  { page, size }: Paged,
): Promise<{ items: Comment[]; total: number }> {
  const where = sql`c.article_id = ${articleId} and c.state = 'shown'`
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from newsroom.comment c where ${where}`,
  )
  const items = await rows(
    runs,
    sql<Comment>`${shown} where ${where} order by c.written_at, c.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

/** What waits for the editors of these units: new ones and reported ones, the longest waiting first. */
export async function commentsToModerate(
  runs: Runs,
  units: readonly UnitCode[],
  { page, size }: Paged,
): Promise<{ items: Comment[]; total: number }> {
  const where = sql`(c.state = 'waiting' or c.reported)
    and (case a.unit_code when 'VN' then 'VN' else t.today_code end) = any(${[...units]}::text[])`
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${shown} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<Comment>`${shown} where ${where} order by c.written_at, c.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}
