import { readFileSync } from 'node:fs'
import { civilDateOf, clockOf, showDate } from '../kernel/civil-date.ts'
import { renderPdf } from '../platform/pdf.ts'
import type { PublicEvent } from './actions-reading.ts'
import { showSpan } from './rules.ts'
import { honoursWords, kindWords } from './words.ts'

const source = readFileSync(new URL('./print/programme.typ', import.meta.url), 'utf8')

/** The programme for the folder of a delegate: the same event gives the same bytes. */
export function renderProgramme({ event, agenda, honours, honoured }: PublicEvent): Promise<Uint8Array> {
  const days = new Set(agenda.map(({ startsAt }) => civilDateOf(startsAt)))
  const when = (at: string) => (days.size > 1 ? `${clockOf(at)}, ${showDate(civilDateOf(at))}` : clockOf(at))
  const all = honours.reduce((sum, { products }) => sum + products, 0)
  return renderPdf(source, {
    title: event.title,
    kind: kindWords[event.kind],
    unit: event.unitName ?? 'Bộ Nông nghiệp và Môi trường',
    on: civilDateOf(event.startsAt),
    facts: [
      ['Thời gian', showSpan(event.startsAt, event.endsAt)],
      ['Địa điểm', `${event.roomName}, ${event.address}`],
      ['Chủ trì', event.hosts.join('; ')],
      ['Liên hệ', event.contact],
    ],
    agenda: agenda.map(({ startsAt, title, speaker }) => [when(startsAt), title, speaker]),
    honours: honours.map((line) => honoursWords(line)),
    products: honoured.map(({ productName, producerName, stars, decisionNumber }, index) => [
      String(index + 1),
      productName,
      producerName,
      `${stars} sao`,
      decisionNumber,
    ]),
    more: all > honoured.length ? `Còn ${all - honoured.length} sản phẩm, xem trong quyết định.` : null,
    sample: event.sample,
  })
}
