import { addDays } from '../kernel/civil-date.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { newsroomAccess } from './access.ts'
import { placeOf } from './actions.ts'
import { shownCitations } from './actions-figures.ts'
import type { NewsFilter, NewsItem } from './model.ts'
import { citationsIn } from './rules.ts'
import * as store from './store-public.ts'
import { articleById, articleBySlug, citationsOf, editionOf, productsBy, stepsOf } from './store.ts'

export const newsSize = 12
/** Most read counts the openings of these days. */
export const mostReadDays = 30

export function newsList(
  ctx: Context,
  filter: NewsFilter,
  page: number,
): Promise<{ items: NewsItem[]; total: number }> {
  return store.news(ctx, filter, { page, size: newsSize })
}

export async function latestNews(ctx: Context, most: number): Promise<NewsItem[]> {
  return (await store.news(ctx, {}, { page: 1, size: most })).items
}

export function mostReadNews(ctx: Context) {
  return store.mostRead(ctx, addDays(ctx.today, 1 - mostReadDays), 5)
}

export function newsProvinces(ctx: Context) {
  return store.provincesSpokenOf(ctx)
}

export function newsSlugs(ctx: Context): Promise<{ slug: string }[]> {
  return store.publishedSlugs(ctx)
}

/** An article as readers see it; of a withdrawn one only when and why. */
export async function newsArticle(ctx: Context, slug: string) {
  const article = orMissing(await articleBySlug(ctx, slug))
  const edition = orMissing(await editionOf(ctx, article.id, orMissing(article.publishedEdition)))
  const steps = await stepsOf(ctx, article.id)
  if (article.state !== 'published') return { state: 'withdrawn', title: edition.title, withdrawal: steps[0] } as const
  const [products, citations, related, readings] = await Promise.all([
    productsBy(ctx, edition.productIds),
    shownCitations(ctx, citationsIn(edition.body), await citationsOf(ctx, article.id, edition.number)),
    store.related(ctx, article.id, 4),
    store.readingsOf(ctx, article.id),
  ])
  const corrections = steps.filter(({ act }) => act === 'correct')
  return { state: 'published', article, edition, products, citations, related, readings, corrections } as const
}

export type ShownArticle = Extract<Awaited<ReturnType<typeof newsArticle>>, { state: 'published' }>

/** Adds one opening to the day's number; nothing else is kept of it. */
export function countReading(ctx: Context, articleId: string): Promise<void> {
  return store.countReading(ctx, articleId, ctx.today)
}

/** The bytes of an article's picture: of a published one for everybody, of a draft for whoever reads the draft. */
export async function pictureBytes(
  ctx: Context,
  hash: string,
): Promise<{ bytes: Buffer; mediaType: string; published: boolean }> {
  const { small, articleId, published } = orMissing(await store.pictureByHash(ctx, hash))
  if (!published && !newsroomAccess['read-draft'](ctx.actor, placeOf(orMissing(await articleById(ctx, articleId))))) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return { bytes: await ctx.files.get(hash), mediaType: small ? 'image/webp' : 'image/jpeg', published }
}
