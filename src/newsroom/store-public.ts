import type { CivilDate } from '../kernel/civil-date.ts'
import { likeWords } from '../kernel/text.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { NewsFilter, NewsItem } from './model.ts'

const items = sql`a.id, a.slug, e.title, e.summary, e.category, u.full_name as unit_name, e.picture_small, a.published_at,
  (select max(s.at) from newsroom.step s where s.article_id = a.id) as changed_at, a.sample`

/** The text that readers see of every article that stands. */
const standing = sql`from newsroom.article a
  join newsroom.edition e on e.article_id = a.id and e.number = a.published_edition
  left join territory.pub_unit u on u.code = a.unit_code
    and a.unit_on >= u.valid_from and (u.valid_to is null or a.unit_on < u.valid_to)`

/** The province an article speaks of, as it is called today. */
const provinceToday = sql`(select t.today_province_code from territory.pub_today t
  where t.code = e.province_code and e.written_on >= t.valid_from and (t.valid_to is null or e.written_on < t.valid_to))`

function whereOf({ words, category, province, tag }: NewsFilter) {
  const all = [sql`a.state = 'published'`]
  if (words) {
    all.push(sql`(to_tsvector('simple', e.folded) @@ websearch_to_tsquery('simple', public.vn_fold(${words}))
      or public.vn_fold(e.title) like '%' || public.vn_fold(${likeWords(words)}) || '%')`)
  }
  if (category) all.push(sql`e.category = ${category}`)
  if (province) all.push(sql`${provinceToday} = ${province}`)
  if (tag) all.push(sql`${tag.toLocaleLowerCase('vi')} = any(e.tags)`)
  return sql.join(all, sql` and `)
}

/** Newest first. */
export async function news(
  runs: Runs,
  filter: NewsFilter,
  { page, size }: { page: number; size: number },
): Promise<{ items: NewsItem[]; total: number }> {
  const where = whereOf(filter)
  const { total } = await oneRow(runs, sql<{ total: number }>`select count(*) as total ${standing} where ${where}`)
  const found = await rows(
    runs,
    sql<NewsItem>`select ${items} ${standing} where ${where}
      order by a.published_at desc, a.id desc limit ${size} offset ${(page - 1) * size}`,
  )
  return { items: found, total }
}

/** Articles on the same products (three each), under the same tags (two each), about the same province (one). */
export function related(runs: Runs, articleId: string, most: number): Promise<NewsItem[]> {
  return rows(
    runs,
    sql<NewsItem>`with own as (
        select e.tags, e.product_ids, ${provinceToday} as province from newsroom.article a
        join newsroom.edition e on e.article_id = a.id and e.number = a.published_edition where a.id = ${articleId}
      ), scored as (
        select ${items},
          3 * (select count(*) from unnest(e.product_ids) one where one = any(own.product_ids))
          + 2 * (select count(*) from unnest(e.tags) one where one = any(own.tags))
          + case when ${provinceToday} = own.province then 1 else 0 end as score
        ${standing} cross join own where a.state = 'published' and a.id <> ${articleId}
      )
      select * from scored where score > 0 order by score desc, published_at desc, id limit ${most}`,
  )
}

/** The most opened since a day. */
export function mostRead(
  runs: Runs,
  since: CivilDate,
  most: number,
): Promise<(NewsItem & { readonly readings: number })[]> {
  return rows(
    runs,
    sql<NewsItem & { readonly readings: number }>`select ${items}, r.readings ${standing}
      join (select article_id, sum(count)::bigint as readings from newsroom.reading where on_date >= ${since} group by article_id) r
        on r.article_id = a.id
      where a.state = 'published' order by r.readings desc, a.published_at desc, a.id limit ${most}`,
  )
}

export async function countReading(runs: Runs, articleId: string, day: CivilDate): Promise<void> {
  await run(
    runs,
    sql`insert into newsroom.reading (article_id, on_date, count) values (${articleId}, ${day}, 1)
      on conflict (article_id, on_date) do update set count = newsroom.reading.count + 1`,
  )
}

export async function readingsOf(runs: Runs, articleId: string): Promise<number> {
  const { count } = await oneRow(
    runs,
    sql<{
      count: number
    }>`select coalesce(sum(count), 0)::bigint as count from newsroom.reading where article_id = ${articleId}`,
  )
  return count
}

/** Which kind of picture a hash is, when an article that is or was published shows it, or its editors may see the draft. */
export function pictureByHash(
  runs: Runs,
  hash: string,
): Promise<{ readonly small: boolean; readonly articleId: string; readonly published: boolean } | undefined> {
  return maybeRow(
    runs,
    sql<{ small: boolean; articleId: string; published: boolean }>`
      select e.picture_small = ${hash} as small, a.id as article_id, a.state = 'published' and e.number = a.published_edition as published
      from newsroom.edition e join newsroom.article a on a.id = e.article_id
      where e.picture = ${hash} or e.picture_small = ${hash} order by 3 desc limit 1`,
  )
}

export function publishedSlugs(runs: Runs): Promise<{ slug: string }[]> {
  return rows(
    runs,
    sql<{
      slug: string
    }>`select slug from newsroom.article where state = 'published' order by published_at desc limit 45000`,
  )
}

/** Provinces that published articles speak of, for the choice in the list. */
export function provincesSpokenOf(runs: Runs): Promise<{ code: string; name: string }[]> {
  return rows(
    runs,
    sql<{ code: string; name: string }>`select p.code, p.name from territory.pub_province_today p
      where p.code in (select ${provinceToday} ${standing} where a.state = 'published') order by p.name collate "vi-x-icu"`,
  )
}
