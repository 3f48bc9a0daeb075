import { kindWords } from '../dossier/words.ts'
import { showDate } from '../kernel/civil-date.ts'
import { showHundredths } from '../kernel/number.ts'
import type { DossierKind, LegalText } from '../regime/model.ts'
import type { Decision, Line } from './model.ts'
import { placeOf } from './paper.ts'
import { authorityOf } from './rules.ts'

/** A line of the decision with what the letter says of its dossier. */
export interface SentLine extends Line {
  readonly dossierNumber: string | null
  readonly kind: DossierKind
}

type Approving = Pick<Decision, 'authority' | 'number' | 'decidedOn' | 'sample'>

/** What print/letter-to-ministry.typ prints; its number, day and signature are given by hand, as on any letter. */
export function letterToMinistry(
  { authority, number, decidedOn, sample }: Approving,
  lines: readonly SentLine[],
  { number: text, dossier: { transfers } }: Pick<LegalText, 'number' | 'dossier'>,
) {
  const ministry = authorityOf(undefined)
  return {
    about: 'đề nghị đánh giá, công nhận sản phẩm OCOP 5 sao',
    authority,
    symbol: 'UBND',
    place: placeOf(authority),
    to: ministry,
    opening:
      `Căn cứ Quyết định số ${text} của Thủ tướng Chính phủ và Quyết định số ${number}` +
      `${decidedOn === null ? '' : ` ngày ${showDate(decidedOn)}`} phê duyệt kết quả đánh giá, ${authority} gửi ` +
      `hồ sơ của ${lines.length} sản phẩm sau:`,
    rows: lines.map(({ position, productName, producerName, placeName, dossierNumber, meanHundredths }) => [
      String(position),
      productName,
      producerName,
      placeName,
      dossierNumber ?? '',
      meanHundredths === null ? '' : showHundredths(meanHundredths),
    ]),
    asking: `Đề nghị ${ministry} đánh giá, công nhận hạng 5 sao cho các sản phẩm trên.`,
    enclosed: enclosedFor(lines, transfers),
    recipients: [
      'Như trên;',
      'Ủy ban nhân dân xã, phường, đặc khu có sản phẩm;',
      'Các chủ thể có tên trên;',
      'Lưu: VT.',
    ],
    sample,
  }
}

export type LetterToMinistry = ReturnType<typeof letterToMinistry>

/** The list of the text for each kind of dossier that goes along; the first of each list is this letter. */
function enclosedFor(lines: readonly SentLine[], transfers: LegalText['dossier']['transfers']) {
  const upward = transfers.filter(({ from, to }) => from === 'province' && to === 'ministry')
  const parts = upward.flatMap(({ kinds, contents }) => {
    const here = kinds.filter((kind) => lines.some((line) => line.kind === kind))
    return here.length === 0
      ? []
      : [{ kind: here.map((kind) => kindWords[kind]).join(', '), contents: contents.slice(1) }]
  })
  // One list needs no name.
  return parts.length === 1 ? parts.map((part) => ({ ...part, kind: null })) : parts
}
