import { record } from '../audit/actions.ts'
import { publicEvent } from '../gathering/actions-reading.ts'
import { country } from '../kernel/actor.ts'
import type { Actor, Role, UnitCode } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { slugOf } from '../kernel/text.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { unitsToday } from '../territory/actions.ts'
import { newsroomAccess } from './access.ts'
import { figureToAdd, requireKnown, shownCitations, valuesOf } from './actions-figures.ts'
import type {
  Article,
  ArticlePicture,
  ArticleStart,
  ArticleState,
  ArticleStep,
  CorrectInput,
  Edition,
  EditionInput,
  ListedArticle,
} from './model.ts'
import { articleOnEvent } from './event-article.ts'
import type { DrawnPicture } from './picture.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

type Right = keyof typeof newsroomAccess

export const deskSize = 20

export function placeOf({ unitToday, provinceToday }: Pick<Article, 'unitToday' | 'provinceToday'>) {
  return { unit: unitToday ?? '', province: provinceToday ?? '' }
}

/** Units for which this person writes. */
export function unitsOf(actor: Actor): readonly UnitCode[] {
  return [...new Set(actor.postings.filter(({ role }) => role === 'editor').map(({ unit }) => unit))]
}

/** What an article on an event begins with. A draft is not there to be told of, and what was cancelled is no news. */
export async function startFromEvent(ctx: Context, slug: string): Promise<ArticleStart> {
  const found = await publicEvent(ctx, slug)
  if (!rules.isToldOf(found.event)) throw new Refused({ code: 'kernel/not-found' })
  return articleOnEvent(found, ctx)
}

/** A new article of one of the writer's units, with its first edition. */
export function beginArticle(
  ctx: Context,
  unit: UnitCode,
  input: EditionInput,
  drawn?: DrawnPicture,
  sample = false,
): Promise<string> {
  return atomically(ctx, async (tx) => {
    if (!newsroomAccess['write-article'](tx.actor, { unit, province: unit })) {
      throw new Refused({ code: 'newsroom/no-such-unit', field: 'unit' })
    }
    const id = newId()
    await store.addArticle(tx, { id, unitCode: unit, unitOn: tx.today, by: tx.actor.id, at: tx.now, sample })
    await store.addEdition(tx, id, await editionFrom(tx, 1, input, drawn, null))
    await record(tx, 'newsroom.begun', id, { unit })
    return id
  })
}

/** Saves a text whole. Readers go on seeing what is published until it is corrected. */
export function saveEdition(ctx: Context, id: string, input: EditionInput, drawn?: DrawnPicture): Promise<void> {
  return atomically(ctx, async (tx) => {
    const article = await lockFor(tx, id, 'write-article')
    orRefuse(rules.judgeBase(article, input.base))
    const before = orMissing(await store.editionOf(tx, id, article.edition))
    const edition = await editionFrom(tx, article.edition + 1, input, drawn, before.picture)
    await store.addEdition(tx, id, edition)
    await record(tx, 'newsroom.saved', id, { edition: edition.number })
  })
}

async function editionFrom(
  tx: Tx,
  number: number,
  input: EditionInput,
  drawn: DrawnPicture | undefined,
  before: ArticlePicture | null,
): Promise<Omit<Edition, 'writerName'>> {
  const added = await figureToAdd(tx, input)
  const body = [input.body ?? '', added].filter((part) => part !== '').join('\n\n')
  await requireKnown(tx, rules.citationsIn(body))
  if (input.province && (await unitsToday(tx, [input.province])).length === 0) {
    throw new Refused({ code: 'newsroom/no-such-province', field: 'province' })
  }
  return {
    number,
    title: input.title,
    summary: input.summary ?? '',
    body,
    category: input.category,
    provinceCode: input.province ?? null,
    tags: input.tags,
    productIds: await productIdsOf(tx, input.products),
    picture: pictureFrom(input, drawn, before),
    writtenBy: tx.actor.id,
    writtenOn: tx.today,
    writtenAt: tx.now,
  }
}

function pictureFrom(
  { dropPicture, pictureDescription, pictureSource }: EditionInput,
  drawn: DrawnPicture | undefined,
  before: ArticlePicture | null,
): ArticlePicture | null {
  const kept = drawn ?? (dropPicture ? null : before)
  orRefuse(rules.judgePicture(kept !== null, pictureDescription))
  return kept && { ...kept, description: pictureDescription ?? '', source: pictureSource ?? null }
}

async function productIdsOf(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const found = await store.productsBy(tx, codes)
  const unknown = codes.find((one) => !found.some(({ code, productId, slug }) => [code, productId, slug].includes(one)))
  if (unknown !== undefined) {
    throw new Refused({ code: 'newsroom/no-such-product', field: 'products', facts: { product: unknown } })
  }
  return found.map(({ productId }) => productId)
}

/** First publication, or again after a withdrawal: the newest text, as this editor saw it. */
export function publishArticle(ctx: Context, id: string, { base }: { base: number }): Promise<string> {
  return makePublic(ctx, id, 'publish', { base, reason: '' })
}

/** What is published is replaced by the newest text; readers see when and why. */
export function correctArticle(ctx: Context, id: string, input: CorrectInput): Promise<string> {
  return makePublic(ctx, id, 'correct', input)
}

function makePublic(
  ctx: Context,
  id: string,
  act: 'publish' | 'correct',
  { base, reason }: CorrectInput,
): Promise<string> {
  return atomically(ctx, async (tx) => {
    const article = await lockFor(tx, id, 'publish-article')
    orRefuse(rules.judgeAct(act, article))
    orRefuse(rules.judgeBase(article, base))
    if (act === 'correct') orRefuse(rules.judgeCorrection(article))
    const edition = orMissing(await store.editionOf(tx, id, article.edition))
    orRefuse(rules.judgeReady(edition))
    for (const { citation, value } of await valuesOf(tx, rules.citationsIn(edition.body))) {
      await store.addCitation(tx, id, edition.number, citation, value, tx.now)
    }
    const slug = article.slug ?? `${slugOf(edition.title).slice(0, 60)}-${id.slice(-6)}`
    await take(tx, id, { act, edition: edition.number, slug, reason })
    await record(tx, act === 'publish' ? 'newsroom.published' : 'newsroom.corrected', id, { edition: edition.number })
    return slug
  })
}

/** Taken down: the address stays and says when and why. */
export function withdrawArticle(ctx: Context, id: string, { reason }: { reason: string }): Promise<void> {
  return atomically(ctx, async (tx) => {
    const article = await lockFor(tx, id, 'withdraw-article')
    orRefuse(rules.judgeAct('withdraw', article))
    const edition = article.publishedEdition ?? article.edition
    await take(tx, id, { act: 'withdraw', edition, slug: article.slug ?? '', reason })
    await record(tx, 'newsroom.withdrawn', id, { reason })
  })
}

async function lockFor(tx: Tx, id: string, right: Right): Promise<Article> {
  const article = orMissing(await store.lockArticle(tx, id))
  if (!newsroomAccess[right](tx.actor, placeOf(article))) throw new Refused({ code: 'kernel/not-found' })
  return article
}

function take(
  tx: Tx,
  id: string,
  step: { act: ArticleStep['act']; edition: number; slug: string; reason: string },
): Promise<void> {
  return store.addStep(tx, id, { ...step, by: tx.actor.id, on: tx.today, at: tx.now })
}

/** All that the desk shows of an article. */
export async function articleFile(ctx: Context, id: string) {
  const article = orMissing(await store.articleById(ctx, id))
  const at = placeOf(article)
  if (!newsroomAccess['read-draft'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const edition = orMissing(await store.editionOf(ctx, id, article.edition))
  const [steps, savings, products, citations] = await Promise.all([
    store.stepsOf(ctx, id),
    store.savingsOf(ctx, id),
    store.productsBy(ctx, edition.productIds),
    shownCitations(ctx, rules.citationsIn(edition.body), await store.citationsOf(ctx, id, edition.number)),
  ])
  const may = (right: Right) => newsroomAccess[right](ctx.actor, at)
  return {
    article,
    edition,
    steps,
    savings,
    products,
    citations,
    mayWrite: may('write-article'),
    mayPublish: may('publish-article') && rules.articleCan('publish', article),
    mayCorrect:
      may('publish-article') && rules.articleCan('correct', article) && article.edition !== article.publishedEdition,
    mayWithdraw: may('withdraw-article') && rules.articleCan('withdraw', article),
  }
}

export type ArticleFile = Awaited<ReturnType<typeof articleFile>>

/** Articles of the units this person edits or leads, and of the provinces they audit. */
export function articleRegister(
  ctx: Context,
  state: ArticleState | undefined,
  page: number,
): Promise<{ items: ListedArticle[]; total: number }> {
  const of = (...wanted: readonly Role[]) =>
    ctx.actor.postings.filter(({ role }) => wanted.includes(role)).map(({ unit }) => unit)
  const audited = of('auditor')
  const units = of('editor', 'commune-leader', 'province-leader', 'ministry-leader')
  const provinces = audited.includes(country) ? ('all' as const) : audited
  return store.articlesOf(ctx, { units, provinces }, state, { page, size: deskSize })
}
