import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import { showDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { paths } from '../ui/paths.ts'
import type { ShownCitation } from './model.ts'
import { citationPattern, citationText } from './rules.ts'

type Figures = ReadonlyMap<string, ShownCitation>

const atStart = new RegExp(citationPattern, 'y')

// No HTML of the writer, no pictures by address and no tables: a picture belongs to the article, figures are cited.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable(['image', 'table'])

// A rule of the text itself, not a replacement in finished HTML: what looks like a figure inside the title of a link or in code
// stays what it is.
markdown.inline.ruler.before('link', 'cited-figure', (state, silent) => {
  atStart.lastIndex = state.pos
  const found = atStart.exec(state.src)
  if (!found) return false
  if (!silent) {
    const token = state.push('cited-figure', '', 0)
    token.content = found[0]
    token.meta = { insideLink: state.linkLevel > 0 }
  }
  state.pos += found[0].length
  return true
})

markdown.renderer.rules['cited-figure'] = (tokens, index, _, environment) => {
  const token = tokens[index]
  const figure = (environment as { figures: Figures } | undefined)?.figures.get(token?.content ?? '')
  if (!token || !figure) return markdown.utils.escapeHtml(token?.content ?? '')
  return figureHtml(figure, (token.meta as { insideLink: boolean }).insideLink)
}

/** The number as it was cited, leading to its records, with its day and place, and how it stands today. */
function figureHtml(figure: ShownCitation, insideLink: boolean): string {
  const cited = `${showCount(figure.cited)} ${markdown.utils.escapeHtml(figure.unit)}`
  if (insideLink) return cited
  const { escapeHtml } = markdown.utils
  const records = paths.statistics.records(figure.figure, { ngay: figure.onDate, noi: figure.placeCode })
  const said = `${figure.placeName}, ngày ${showDate(figure.onDate)}; hôm nay ${showCount(figure.today)}`
  return `<a class="cited-figure" href="${escapeHtml(records)}">${cited}</a> <span class="small muted">(${escapeHtml(said)})</span>`
}

/** Markdown of an editor as HTML that may stand in a page: what is not on the list is taken out, whatever wrote it. */
export function articleHtml(body: string, citations: readonly ShownCitation[]): string {
  const figures: Figures = new Map(citations.map((citation) => [citationText(citation), citation]))
  return sanitizeHtml(markdown.render(body, { figures }), {
    allowedTags: [
      'p',
      'h2',
      'h3',
      'ul',
      'ol',
      'li',
      'strong',
      'em',
      's',
      'blockquote',
      'a',
      'br',
      'hr',
      'code',
      'pre',
      'span',
    ],
    allowedAttributes: { a: ['href', 'class', 'rel', 'title'], span: ['class'], ol: ['start'] },
    allowedClasses: { a: ['cited-figure'], span: ['small', 'muted'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    // The title of the article is the first heading, so those in its text begin one below.
    transformTags: { h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3', a: outward },
  })
}

/** A link that leaves the site is no recommendation of it. */
function outward(tagName: string, attributes: Record<string, string>) {
  const leaves = /^https?:/i.test(attributes['href'] ?? '')
  return { tagName, attribs: leaves ? { ...attributes, rel: 'nofollow noopener' } : attributes }
}
