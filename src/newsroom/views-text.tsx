import { raw } from 'hono/html'
import type { ShownCitation } from './model.ts'

interface ArticleTextProps {
  readonly body: string
  readonly citations: readonly ShownCitation[]
}

/** The text as it reads. What makes HTML of it is read with the first article, not by every start. */
export async function ArticleText({ body, citations }: ArticleTextProps) {
  const { articleHtml } = await import('./article-text.ts')
  return <div class="prose article-text">{raw(articleHtml(body, citations))}</div>
}
