import { readFileSync } from 'node:fs'
import { showDate } from '../kernel/civil-date.ts'
import { renderPdf } from '../platform/pdf.ts'
import type { FairApplication, ShownFair } from './model.ts'
import { kindWords, reachWords } from './words.ts'

const source = readFileSync(new URL('./print/attendance.typ', import.meta.url), 'utf8')

/** The record that a producer took part: the same record gives the same bytes, so a wallet keeps it once. */
export function renderAttendance(fair: ShownFair, application: FairApplication): Promise<Uint8Array> {
  return renderPdf(source, {
    on: application.attendedOn,
    title: fair.title,
    organiser: fair.organiser,
    producer: application.producerName,
    facts: [
      ['Loại', kindWords[fair.kind]],
      ['Phạm vi', reachWords[fair.reach]],
      ['Thời gian', `${showDate(fair.opensOn)} đến ${showDate(fair.closesOn)}`],
      ['Nơi diễn ra', [fair.place, fair.provinceName].filter(Boolean).join(', ')],
      ['Gian hàng', application.booth === null || application.booth === '' ? 'Không ghi số' : application.booth],
    ],
    products: application.products.map(({ name }) => name),
    sample: fair.sample,
  })
}
