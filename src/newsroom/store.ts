import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type {
  Article,
  ArticlePicture,
  ArticleState,
  ArticleStep,
  Citation,
  Edition,
  ListedArticle,
  NamedProduct,
} from './model.ts'

const columns = sql`a.id, a.slug, a.state, a.edition, a.published_edition, a.published_at, a.changed_at, a.sample,
  case a.unit_code when 'VN' then 'VN' else t.today_code end as unit_today,
  case a.unit_code when 'VN' then 'VN' else t.today_province_code end as province_today, u.full_name as unit_name`

const withUnit = sql`
  left join territory.pub_unit u on u.code = a.unit_code
    and a.unit_on >= u.valid_from and (u.valid_to is null or a.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from`

export async function addArticle(
  runs: Runs,
  a: { id: string; unitCode: UnitCode; unitOn: CivilDate; by: string; at: Instant; sample: boolean },
): Promise<void> {
  await run(
    runs,
    sql`insert into newsroom.article (id, unit_code, unit_on, changed_at, begun_by, begun_at, sample)
      values (${a.id}, ${a.unitCode}, ${a.unitOn}, ${a.at}, ${a.by}, ${a.at}, ${a.sample})`,
  )
}

export async function addEdition(runs: Runs, articleId: string, e: Omit<Edition, 'writerName'>): Promise<void> {
  const { picture } = e
  await run(
    runs,
    sql`insert into newsroom.edition (article_id, number, title, summary, body, category, province_code, tags, product_ids, picture,
        picture_small, picture_width, picture_height, picture_description, picture_source, folded, written_by, written_on, written_at)
      values (${articleId}, ${e.number}, ${e.title}, ${e.summary}, ${e.body}, ${e.category}, ${e.provinceCode}, ${[...e.tags]}::text[],
        ${[...e.productIds]}::text[], ${picture?.file ?? null}, ${picture?.small ?? null}, ${picture?.width ?? null}::integer,
        ${picture?.height ?? null}::integer, ${picture?.description ?? null}, ${picture?.source ?? null},
        public.vn_fold(concat_ws(' ', ${e.title}::text, ${e.summary}::text, ${e.body}::text, ${e.tags.join(' ')}::text)),
        ${e.writtenBy}, ${e.writtenOn}, ${e.writtenAt})`,
  )
}

export function articleById(runs: Runs, id: string): Promise<Article | undefined> {
  return maybeRow(runs, sql<Article>`select ${columns} from newsroom.article a ${withUnit} where a.id = ${id}`)
}

export function articleBySlug(runs: Runs, slug: string): Promise<Article | undefined> {
  return maybeRow(runs, sql<Article>`select ${columns} from newsroom.article a ${withUnit} where a.slug = ${slug}`)
}

export async function lockArticle(runs: Runs, id: string): Promise<Article | undefined> {
  await run(runs, sql`select 1 from newsroom.article where id = ${id} for update`)
  return articleById(runs, id)
}

type EditionRow = Omit<Edition, 'picture'> & {
  readonly picture: string | null
  readonly pictureSmall: string | null
  readonly pictureWidth: number | null
  readonly pictureHeight: number | null
  readonly pictureDescription: string | null
  readonly pictureSource: string | null
}

export async function editionOf(runs: Runs, articleId: string, number: number): Promise<Edition | undefined> {
  const found = await maybeRow(
    runs,
    sql<EditionRow>`select e.number, e.title, e.summary, e.body, e.category, e.province_code, e.tags, e.product_ids, e.picture,
        e.picture_small, e.picture_width, e.picture_height, e.picture_description, e.picture_source, e.written_by, w.name as writer_name,
        e.written_on, e.written_at
      from newsroom.edition e left join identity.pub_account w on w.id = e.written_by
      where e.article_id = ${articleId} and e.number = ${number}`,
  )
  return found && { ...found, picture: pictureOf(found) }
}

function pictureOf(row: EditionRow): ArticlePicture | null {
  const { picture: file, pictureSmall: small, pictureWidth, pictureHeight, pictureDescription } = row
  if (file === null || small === null || pictureDescription === null) return null
  return {
    file,
    small,
    width: pictureWidth ?? 0,
    height: pictureHeight ?? 0,
    description: pictureDescription,
    source: row.pictureSource,
  }
}

/** Every saving, newest first: who and when. */
export function savingsOf(
  runs: Runs,
  articleId: string,
): Promise<Pick<Edition, 'number' | 'title' | 'writerName' | 'writtenAt'>[]> {
  return rows(
    runs,
    sql<Pick<Edition, 'number' | 'title' | 'writerName' | 'writtenAt'>>`
      select e.number, e.title, w.name as writer_name, e.written_at
      from newsroom.edition e left join identity.pub_account w on w.id = e.written_by
      where e.article_id = ${articleId} order by e.number desc limit 50`,
  )
}

export async function addStep(
  runs: Runs,
  articleId: string,
  s: { act: ArticleStep['act']; edition: number; slug: string; reason: string; by: string; on: CivilDate; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into newsroom.step (article_id, position, act, edition, slug, reason, by_account, on_date, at)
      select ${articleId}, coalesce(max(position), 0) + 1, ${s.act}, ${s.edition}::integer, ${s.slug}, ${s.reason}, ${s.by}, ${s.on}::date,
        ${s.at}::timestamptz
      from newsroom.step where article_id = ${articleId}`,
  )
}

export function stepsOf(runs: Runs, articleId: string): Promise<ArticleStep[]> {
  return rows(
    runs,
    sql<ArticleStep>`select s.act, s.edition, s.reason, w.name as by_name, s.at
      from newsroom.step s left join identity.pub_account w on w.id = s.by_account
      where s.article_id = ${articleId} order by s.position desc`,
  )
}

export async function addCitation(
  runs: Runs,
  articleId: string,
  edition: number,
  { figure, onDate, placeCode }: Citation,
  value: number,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into newsroom.citation (article_id, edition, figure, on_date, place_code, value, counted_at)
      values (${articleId}, ${edition}, ${figure}, ${onDate}, ${placeCode}, ${value}, ${at}) on conflict do nothing`,
  )
}

/** What an edition's figures were when it was published. */
export function citationsOf(
  runs: Runs,
  articleId: string,
  edition: number,
): Promise<(Citation & { readonly value: number })[]> {
  return rows(
    runs,
    sql<Citation & { readonly value: number }>`select figure, on_date, place_code, value from newsroom.citation
      where article_id = ${articleId} and edition = ${edition}`,
  )
}

/** Articles of these units or provinces, last changed first. */
export async function articlesOf(
  runs: Runs,
  { units, provinces }: { units: readonly UnitCode[]; provinces: readonly UnitCode[] | 'all' },
  state: ArticleState | undefined,
  { page, size }: { page: number; size: number },
): Promise<{ items: ListedArticle[]; total: number }> {
  const theirs =
    provinces === 'all'
      ? sql`true`
      : sql`((case a.unit_code when 'VN' then 'VN' else t.today_code end) = any(${[...units]}::text[])
          or t.today_province_code = any(${[...provinces]}::text[]))`
  const where = sql`${theirs} and ${state === undefined ? sql`true` : sql`a.state = ${state}`}`
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from newsroom.article a ${withUnit} where ${where}`,
  )
  const items = await rows(
    runs,
    sql<ListedArticle>`select ${columns}, e.title, e.category
      from newsroom.article a ${withUnit} join newsroom.edition e on e.article_id = a.id and e.number = a.edition
      where ${where} order by a.changed_at desc, a.id limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

/** Products of the catalogue by any code they carry, or by id. */
export function productsBy(runs: Runs, codesOrIds: readonly string[]): Promise<NamedProduct[]> {
  return rows(
    runs,
    sql<NamedProduct>`select product_id, code, slug, name, producer_name from catalogue.pub_listing
      where code = any(${[...codesOrIds]}::text[]) or product_id = any(${[...codesOrIds]}::text[]) or slug = any(${[...codesOrIds]}::text[])
      order by name`,
  )
}
