import type { GatheringEvent } from '../gathering/model.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Article, ArticleAct, ArticleState, Citation, Edition } from './model.ts'

const openIn: Readonly<Record<ArticleAct, readonly ArticleState[]>> = {
  save: ['draft', 'published', 'withdrawn'],
  publish: ['draft', 'withdrawn'],
  correct: ['published'],
  withdraw: ['published'],
}

export function articleCan(act: ArticleAct, { state }: Pick<Article, 'state'>): boolean {
  return openIn[act].includes(state)
}

export function judgeAct(act: ArticleAct, article: Pick<Article, 'state'>) {
  return articleCan(act, article) ? allow(null) : refuse('newsroom/not-now', { overtaken: true })
}

/** Whoever saves or publishes has seen the newest text; otherwise the other one's words would be lost unseen. */
export function judgeBase({ edition }: Pick<Article, 'edition'>, base: number) {
  return edition === base ? allow(null) : refuse('newsroom/edited-meanwhile', { overtaken: true })
}

/** News tells of what was announced and was not called off. */
export function isToldOf({ state }: Pick<GatheringEvent, 'state'>): boolean {
  return state === 'announced' || state === 'concluded'
}

export function judgeReady({ summary, body }: Pick<Edition, 'summary' | 'body'>) {
  if (summary === '') return refuse('newsroom/no-summary')
  return body === '' ? refuse('newsroom/no-body') : allow(null)
}

export function judgeCorrection({ edition, publishedEdition }: Pick<Article, 'edition' | 'publishedEdition'>) {
  return edition === publishedEdition ? refuse('newsroom/nothing-to-correct') : allow(null)
}

/** Who cannot see the picture reads its description. */
export function judgePicture(hasPicture: boolean, description: string | undefined) {
  return hasPicture && !description
    ? refuse('newsroom/picture-without-description', { field: 'pictureDescription' })
    : allow(null)
}

export const mostFigures = 20

/** `{{so-lieu:san-pham-con-hieu-luc:2026-11-24:66}}` */
export const citationPattern = /\{\{so-lieu:([a-z0-9-]{1,80}):(\d{4}-\d{2}-\d{2}):([A-Za-z0-9-]{1,40})\}\}/

export function citationText({ figure, onDate, placeCode }: Citation): string {
  return `{{so-lieu:${figure}:${onDate}:${placeCode}}}`
}

export function citationsIn(text: string): Citation[] {
  const found = [...text.matchAll(new RegExp(citationPattern, 'g'))].map(
    ([, figure = '', onDate = '', placeCode = '']): Citation => ({ figure, onDate, placeCode }),
  )
  return [...new Map(found.map((citation) => [citationText(citation), citation])).values()]
}

/** A figure can be cited as of a day that has come, and a text names no more than a reader takes in. */
export function judgeCitations(citations: readonly Citation[], today: CivilDate, known: (figure: string) => boolean) {
  if (citations.length > mostFigures) {
    return refuse('newsroom/too-many-figures', { field: 'body', facts: { most: mostFigures } })
  }
  for (const citation of citations) {
    const facts = { text: citationText(citation) }
    if (!known(citation.figure)) return refuse('newsroom/no-such-figure', { field: 'body', facts })
    if (citation.onDate > today) return refuse('newsroom/figure-of-a-day-to-come', { field: 'body', facts })
  }
  return allow(citations)
}

type Headers = Readonly<Record<string, string | undefined>>

const robots = /bot|crawl|spider|slurp|preview|fetch|monitor|headlesschrome|curl|wget|python|java\//i

/**
 * Whether an opening counts as a reading. It looks at what the browser says of this one request and keeps nothing of it: a
 * person opened the page (robots do not say so), not again (a reload asks past the cache; coming back from the own form names
 * the same page), and not in advance.
 */
export function isReading(headers: Headers, path: string): boolean {
  if (headers['sec-fetch-dest'] !== 'document' || headers['sec-fetch-mode'] !== 'navigate') return false
  if (headers['sec-purpose'] !== undefined || headers['purpose'] === 'prefetch') return false
  if (/no-cache|max-age=0/.test(headers['cache-control'] ?? '')) return false
  if (robots.test(headers['user-agent'] ?? 'robot without a name: bot')) return false
  return !samePath(headers['referer'], path)
}

function samePath(referer: string | undefined, path: string): boolean {
  return referer !== undefined && URL.canParse(referer) && new URL(referer).pathname === path
}
