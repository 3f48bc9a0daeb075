import type { PublicEvent } from '../gathering/actions-reading.ts'
import type { HonouredProduct, ShownConclusion } from '../gathering/model.ts'
import { showSpan } from '../gathering/rules.ts'
import { honoursWords, kindWords } from '../gathering/words.ts'
import { country } from '../kernel/actor.ts'
import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { lowerFirst } from '../kernel/text.ts'
import { paths } from '../ui/paths.ts'
import type { ArticleStart } from './model.ts'
import { citationText } from './rules.ts'
import { unitWords } from './words.ts'

/** More products than this nobody reads in an article; the page of the event has them all. */
const mostProducts = 60
const longestSummary = 400

/** Records as Markdown: a sign that Markdown reads as its own is held back, so that a name stays a name. */
function inMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]{}<>#|~]/g, '\\$&').replaceAll(/\s+/g, ' ')
}

function link(text: string, address: string): string {
  return `[${inMarkdown(text)}](${address})`
}

/**
 * A draft about an event from its records: an editor has the list and the numbers of a ceremony as the decisions say them,
 * each line leading to its certificate and decision, and writes the rest.
 */
export function articleOnEvent(found: PublicEvent, { now, today }: { now: Instant; today: CivilDate }): ArticleStart {
  const { event, honours } = found
  const held = now > event.endsAt ? 'đã tổ chức' : 'tổ chức'
  const where = `${event.roomName}, ${event.address}`
  const when = `${unitWords(event.unitName)} ${held} ${lowerFirst(event.title)} (${showSpan(event.startsAt, event.endsAt)}), tại ${where}.`
  const given = honours.length === 0 ? '' : `Theo các quyết định công nhận: ${honours.map(honoursWords).join('; ')}.`
  const parts = [
    inMarkdown(when),
    given,
    productPart(found.honoured, event.slug),
    conclusionPart(found.conclusions),
    honours.length === 0 ? '' : figureLine(event.provinceToday ?? country, today),
    link('Trang của sự kiện', paths.gathering.event(event.slug)),
  ]
  return {
    title: event.title,
    summary: (given === '' ? event.summary : given).slice(0, longestSummary),
    body: parts.filter((part) => part !== '').join('\n\n'),
    category: 'su-kien',
    provinceCode: event.provinceToday,
    tags: [lowerFirst(kindWords[event.kind])],
  }
}

function productPart(honoured: readonly HonouredProduct[], slug: string): string {
  if (honoured.length === 0) return ''
  const lines = honoured.slice(0, mostProducts).map((one) => {
    const certificate = link(one.productName, paths.recognition.certificate(one.number))
    const decision = link(one.decisionNumber, paths.recognition.decision(one.decisionId))
    return `- ${certificate}, ${one.stars} sao, ${inMarkdown(one.producerName)}; quyết định ${decision}`
  })
  const rest = honoured.length - lines.length
  if (rest > 0) lines.push(`- và ${rest} sản phẩm khác, ở ${link('trang của sự kiện', paths.gathering.event(slug))}`)
  return `## Sản phẩm được trao\n\n${lines.join('\n')}`
}

function conclusionPart(conclusions: readonly ShownConclusion[]): string {
  if (conclusions.length === 0) return ''
  const lines = conclusions.map(({ body, dueOn }) => `- ${inMarkdown(body)} (hạn ${showDate(dueOn)})`)
  return `## Kết luận\n\n${lines.join('\n')}`
}

function figureLine(placeCode: string, onDate: CivilDate): string {
  const cited = (figure: string) => citationText({ figure, onDate, placeCode })
  return `Tính tới ngày ${showDate(onDate)} có ${cited('san-pham-con-hieu-luc')} của ${cited('chu-the-co-san-pham-con-hieu-luc')}.`
}
