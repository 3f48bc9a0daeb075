import { country } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { showDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { InspectionFile } from './actions-reading.ts'
import { itemParts } from './model.ts'
import { partTitles, verdictWords } from './words.ts'

/** What print/record.typ sets. */
export interface RecordPaper {
  readonly authority: string
  readonly number: string
  readonly place: string
  readonly on: CivilDate
  readonly about: string
  readonly opening: string
  readonly present: readonly string[]
  readonly parts: readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[]
  readonly findings: readonly string[]
  readonly opinion: string
  readonly closing: string
  readonly signer: string
  readonly url: string
  readonly sample: boolean
}

/** @throws {Refused} before the record is signed: there is none. */
export function inspectionRecord(
  { inspection, visit, items, findings, steps }: InspectionFile,
  url: string,
): RecordPaper {
  const { place, visitedOn, fromClock, toClock, present, opinion, signedBy } = orMissing(visit)
  const dueOn = steps.find(({ act }) => act === 'sign')?.dueOn ?? null
  const unit = inspection.unitName ?? ''
  return {
    authority:
      inspection.unitCode === country
        ? 'Bộ Nông nghiệp và Môi trường'
        : `Ủy ban nhân dân ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`,
    number: inspection.number,
    place: unit.replace(/^(Tỉnh|Thành phố|Xã|Phường|Đặc khu) /, ''),
    on: visitedOn,
    about: `Kiểm tra sau công nhận: ${inspection.productName}`,
    opening: `Từ ${fromClock} đến ${toClock} ngày ${showDate(visitedOn)}, tại ${place}, đã kiểm tra sản phẩm ${inspection.productName} (${inspection.stars} sao, giấy chứng nhận ${inspection.certificateNumber}) của ${inspection.producerName}. Lý do: ${inspection.reason}`,
    present,
    parts: itemParts.flatMap((part) => {
      const rows = items
        .filter((item) => item.part === part)
        .map(({ code, question, verdict, note }) => [code, question, verdictWords[verdict ?? 'unseen'], note])
      return rows.length === 0 ? [] : [{ title: partTitles[part], rows }]
    }),
    findings: findings.map(
      ({ position, question, text, grave }) => `${position}. ${question}. ${text}${grave ? ' (nghiêm trọng)' : ''}`,
    ),
    opinion: opinion === '' ? 'Không có ý kiến.' : opinion,
    closing:
      dueOn === null
        ? 'Không có thiếu sót phải khắc phục.'
        : `Chủ thể khắc phục và báo lại trước hết ngày ${showDate(dueOn)}.`,
    signer: signedBy,
    url,
    sample: inspection.sample,
  }
}
