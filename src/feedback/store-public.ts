import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { likeWords } from '../kernel/text.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { RawBuilder, Runs } from '../platform/db.ts'
import type { AnsweringFigures, MatterSubject, PublicationInput, PublishedAnswer } from './model.ts'

const today = sql`left join territory.pub_today t on t.code = m.commune_code
    and m.commune_on >= t.valid_from and (t.valid_to is null or m.commune_on < t.valid_to)
  left join territory.pub_commune_today u on u.code = t.today_code
  left join territory.pub_province_today p on p.code = t.today_province_code`

/** The last publication of each matter that was not taken down, while the sender consents. */
const standing = sql`
  from feedback.publication b
  join feedback.matter m on m.id = b.matter_id
  join lateral (select level, on_date from feedback.answer a where a.matter_id = m.id order by round desc limit 1) a on true
  ${today}
  where not exists (select from feedback.publication later where later.matter_id = b.matter_id and later.position > b.position)
    and not exists (select from feedback.taking_down d where d.matter_id = b.matter_id and d.position = b.position)
    and not exists (select from feedback.consent_end c where c.matter_id = b.matter_id)`

const columns = sql`b.matter_id, m.kind, m.subject, b.title, b.question, b.answer, a.level, u.full_name as commune_name,
  p.full_name as province_name, m.filed_on, a.on_date as answered_on, b.at, m.sample`

export interface PublicFilter {
  readonly words?: string | undefined
  readonly subject?: MatterSubject | undefined
}

/** Newest first. */
export async function publishedAnswers(
  runs: Runs,
  { words, subject }: PublicFilter,
  { page, size }: { page: number; size: number },
): Promise<{ items: PublishedAnswer[]; total: number }> {
  const found = words
    ? sql`(to_tsvector('simple', b.folded) @@ websearch_to_tsquery('simple', public.vn_fold(${words}))
        or b.folded like '%' || public.vn_fold(${likeWords(words)}) || '%')`
    : sql`true`
  const where = sql`${standing} and ${found} and ${subject ? sql`m.subject = ${subject}` : sql`true`}`
  const { total } = await oneRow(runs, sql<{ total: number }>`select count(*) as total ${where}`)
  const items = await rows(
    runs,
    sql<PublishedAnswer>`select ${columns} ${where} order by b.at desc, b.matter_id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

export function publishedAnswer(runs: Runs, matterId: string): Promise<PublishedAnswer | undefined> {
  return maybeRow(runs, sql<PublishedAnswer>`select ${columns} ${standing} and b.matter_id = ${matterId}`)
}

export async function addPublication(
  runs: Runs,
  matterId: string,
  { title, question, answer }: PublicationInput,
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into feedback.publication (matter_id, position, title, question, answer, folded, by_account, at)
      select ${matterId}, coalesce(max(position), 0) + 1, ${title}, ${question}, ${answer},
        public.vn_fold(concat_ws(' ', ${title}::text, ${question}::text, ${answer}::text)), ${by}, ${at}::timestamptz
      from feedback.publication where matter_id = ${matterId}`,
  )
}

export async function takeDown(runs: Runs, matterId: string, reason: string, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into feedback.taking_down (matter_id, position, reason, by_account, at)
      select matter_id, max(position), ${reason}, ${by}, ${at}::timestamptz
      from feedback.publication where matter_id = ${matterId} group by matter_id
      on conflict do nothing`,
  )
}

export async function endConsent(runs: Runs, matterId: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into feedback.consent_end (matter_id, at) values (${matterId}, ${at}) on conflict do nothing`,
  )
}

export type FigureSplit = 'level' | 'province' | { readonly communesOf: UnitCode }

function splitOf(split: FigureSplit): { label: RawBuilder<unknown>; where: RawBuilder<unknown> } {
  if (split === 'level') return { label: sql`m.level`, where: sql`true` }
  if (split === 'province') return { label: sql`coalesce(p.name, 'Chưa xác định')`, where: sql`true` }
  return {
    label: sql`coalesce(u.full_name, 'Chưa xác định')`,
    where: sql`m.level = 'commune' and t.today_province_code = ${split.communesOf}`,
  }
}

/** Matters sent between two days and what became of each by `day`; the first answer is the one that counts. */
export function answeringFigures(
  runs: Runs,
  split: FigureSplit,
  { from, to, day }: { from: CivilDate; to: CivilDate; day: CivilDate },
): Promise<AnsweringFigures[]> {
  const { label, where } = splitOf(split)
  return rows(
    runs,
    sql<AnsweringFigures>`
      select ${label} as label, count(*) as received, count(a.matter_id) as answered,
        count(*) filter (where a.on_date <= a.due_on) as in_term,
        count(*) filter (where m.state = 'waiting' and m.due_on < ${day}) as late,
        percentile_disc(0.5) within group (order by a.on_date - m.filed_on) as median_days
      from feedback.matter m left join feedback.answer a on a.matter_id = m.id and a.round = 1 ${today}
      where m.filed_on between ${from} and ${to} and ${where}
      group by 1 order by 2 desc, 1`,
  )
}
