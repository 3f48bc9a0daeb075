import { addDays, readDate, showDate, yearOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { fold } from '../kernel/text.ts'
import type { Resolution } from '../territory/model.ts'
import type { Candidate, Gap, ListRow, RemovalInput, SettleInput, Site, SoundRecognition, WaitingRow } from './model.ts'

const notRecognitions: Readonly<Record<string, 'exchange/proposal' | 'exchange/removal'>> = {
  proposed_5: 'exchange/proposal',
  proposed: 'exchange/proposal',
  removed_expired: 'exchange/removal',
  removed: 'exchange/removal',
  thu_hoi: 'exchange/removal',
  dua_ra: 'exchange/removal',
  dua_ra_khoi_danh_sach: 'exchange/removal',
  revoked: 'exchange/removal',
}

/**
 * Is the row a recognition that can be entered without guessing? A proposal is none; a removal ends one and needs the
 * one it ends; without the day of the decision nobody can say until when the star holds.
 */
export function judgeRow(row: ListRow, today: CivilDate) {
  const cell = unreadableCell(row)
  if (cell) return refuse(cell.isOldFont ? 'exchange/old-font' : 'exchange/broken-cell', { facts: { cell: cell.text } })
  const event = eventOf(row)
  const other = notRecognitions[event]
  if (other === 'exchange/proposal') return refuse('exchange/proposal')
  if (other === 'exchange/removal') return refuse('exchange/removal')
  if (event !== '' && event !== 'recognised' && event !== 'cong_nhan') return refuse('exchange/unknown-event')
  if (!row.product) return refuse('exchange/no-product')
  const stars = readStars(row.stars ?? '')
  if (!row.stars) return refuse('exchange/no-stars')
  if (stars !== 3 && stars !== 4 && stars !== 5) return refuse('exchange/wrong-stars', { facts: { stars: row.stars } })
  const { number, date } = readDecision(row)
  if (!number) return refuse('exchange/no-decision-number')
  if (!date) return refuse('exchange/no-decision-date')
  const decidedOn = readDate(date) ?? dayOfSerial(date)
  if (decidedOn === undefined || decidedOn > today || yearOf(decidedOn) < 2018) {
    return refuse('exchange/wrong-decision-date', { facts: { date } })
  }
  if (row.year && Number(row.year) !== yearOf(decidedOn)) {
    return refuse('exchange/year-differs', { facts: { year: row.year, date } })
  }
  const mean = readScore(row.score)
  if (mean === undefined) return refuse('exchange/wrong-score', { facts: { score: row.score ?? '' } })
  return allow<SoundRecognition>({
    product: row.product,
    subject: row.subject ?? null,
    stars,
    decisionNo: number,
    decidedOn,
    meanHundredths: mean,
    sourceUrl: row.sourceUrl ?? null,
  })
}

function eventOf({ event = '' }: ListRow): string {
  return fold(event).replaceAll(' ', '_')
}

/** Does the row end a recognition instead of telling one? */
export function isRemoval(row: ListRow): boolean {
  return notRecognitions[eventOf(row)] === 'exchange/removal'
}

/** Does what an officer says of a removal fit the recognition they picked? A revocation rests on its decision. */
export function judgeRemoval(
  { kind, decisionNo, decisionDate }: RemovalInput,
  { candidate, today }: { candidate: Candidate | undefined; today: CivilDate },
) {
  if (!candidate) return refuse('exchange/not-among', { field: 'certificate' })
  const { issuedOn, expiresOn } = candidate
  if (kind === 'expiry-recorded') {
    const endedOn = addDays(expiresOn, 1)
    if (endedOn <= today) return allow({ candidate, endedOn })
    return refuse('exchange/still-in-force', { field: 'kind', facts: { date: showDate(expiresOn) } })
  }
  if (!decisionNo) return refuse('exchange/no-revocation-number', { field: 'decisionNo', article: '26/2026 Điều 8' })
  if (!decisionDate || decisionDate > today) return refuse('exchange/no-revocation-day', { field: 'decisionDate' })
  if (decisionDate <= issuedOn || decisionDate > expiresOn) {
    const facts = { from: showDate(issuedOn), to: showDate(expiresOn) }
    return refuse('exchange/revoked-outside-term', { field: 'decisionDate', facts })
  }
  return allow({ candidate, endedOn: decisionDate })
}

/** A cell that a spreadsheet could not compute, or letters of a font from before Unicode (TCVN3: `G¹o th¬m`). */
function unreadableCell({ line: _, extra: __, note: ___, ...cells }: ListRow) {
  for (const text of Object.values(cells).filter((cell) => cell !== undefined)) {
    if (/^(=|#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!))/i.test(text)) return { text, isOldFont: false }
    if (/\p{L}[¨ª¬¶¸¹]|[¨ª¬¶¸¹]\p{L}/u.test(text)) return { text, isOldFont: true }
  }
  return undefined
}

/** `4`, `4 sao`, `4*`, `****`. */
function readStars(text: string): number {
  if (/^[*★⭐]+$/u.test(text)) return Array.from(text).length
  return Number(text.replace(/\s*(sao|[*★⭐]+)\s*$/iu, ''))
}

/** Number and day, also where a list writes both in one cell: `2919/QĐ-UBND ngày 13/11/2020`. */
function readDecision({ decisionNo, decisionDate }: ListRow): { number: string | undefined; date: string | undefined } {
  const both = /^(?:Quyết định\s+)?(?:số\s+)?(\S+?),?\s+ngày\s+(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$/iu.exec(
    decisionNo ?? '',
  )
  return both ? { number: both[1], date: decisionDate ?? both[2] } : { number: decisionNo, date: decisionDate }
}

/** Spreadsheets keep a day as the count since 30/12/1899; a list loses the format when it is saved as text. */
function dayOfSerial(text: string): CivilDate | undefined {
  return /^[345]\d{4}(\.\d+)?$/.test(text) ? addDays('1899-12-30', Math.floor(Number(text))) : undefined
}

/**
 * A place that the source leaves out is a gap: the record stands at the district or province it does name. A place that
 * it names and nobody can find, or that fits several units, waits for a person.
 */
export function judgePlace(
  row: Pick<ListRow, 'commune' | 'district'>,
  { commune, province, written, reason }: Resolution,
  { decidedOn, today }: { decidedOn: CivilDate; today: CivilDate },
) {
  if (!province) return refuse('exchange/place', { facts: { reason } })
  if (commune) return allow<Site>({ unit: commune.code, on: today, isCommune: true })
  if (row.commune || !written || (row.district && written.kind === 'province')) {
    return refuse('exchange/place', { facts: { reason } })
  }
  const stood = written.validFrom <= decidedOn && (written.validTo === null || decidedOn < written.validTo)
  return allow<Site>({ unit: written.code, on: stood ? decidedOn : written.validFrom, isCommune: false })
}

/** A recognition of this name that the same decision already holds. */
export interface Namesake {
  readonly productId: string
  readonly stars: number
  readonly isUnnamed: boolean
}

/**
 * May a row become a recognition beside those of its name in the same decision? Two producers may make goods of one
 * name; when one of them is unknown nobody can say whether the rows tell of one product or two.
 */
export function judgeNamesakes(
  namesakes: readonly Namesake[],
  { productId, subject, stars }: { productId: string | undefined; subject: string | null; stars: number },
) {
  const same = namesakes.find((one) => one.productId === productId)
  if (same && same.stars !== stars) return refuse('exchange/stars-differ', { facts: { stars: same.stars } })
  const others = namesakes.filter((one) => one.productId !== productId)
  if (!same && others.some(({ isUnnamed }) => isUnnamed || subject === null)) return refuse('exchange/same-name')
  return allow(undefined)
}

/** Does a person still have something to say about the row? */
export function isOpen({ outcome, gaps, settled }: Pick<WaitingRow, 'outcome' | 'gaps' | 'settled'>): boolean {
  return outcome === 'accepted' ? gaps.length > 0 : settled === null
}

/** The row with what a person found; where they found otherwise than the source, theirs stands, with its origin. */
export function supplemented(
  row: ListRow,
  {
    subject,
    decisionNo,
    decisionDate,
    stars,
  }: Partial<Pick<SettleInput, 'subject' | 'decisionNo' | 'decisionDate' | 'stars'>>,
): ListRow {
  return {
    ...row,
    subject: subject ?? row.subject,
    decisionNo: decisionNo ?? row.decisionNo,
    decisionDate: decisionDate ?? row.decisionDate,
    stars: stars ?? row.stars,
  }
}

export function gapsOf({ subject }: SoundRecognition, { isCommune }: Site): Gap[] {
  return [...(subject === null ? (['subject'] as const) : []), ...(isCommune ? [] : (['commune'] as const))]
}

/** `82,46` or `82.46` → 8246; null when the source gives none; undefined when it is no score. */
function readScore(text: string | undefined): number | null | undefined {
  if (text === undefined) return null
  const score = Number(text.replace(',', '.'))
  return Number.isFinite(score) && score >= 0 && score <= 100 ? Math.round(score * 100) : undefined
}

/** A removal or an unreadable row waits for a person; what is no recognition at all is refused. */
export function outcomeOf(code: string): 'needs-person' | 'refused' {
  return code === 'exchange/proposal' || code === 'exchange/wrong-stars' || code === 'exchange/no-product'
    ? 'refused'
    : 'needs-person'
}

/** Which level decided, from the sign of the number: `…/QĐ-UBND` a People's Committee, `…/QĐ-BNN…` the ministry. */
export function levelOfDecision(decisionNo: string, stars: number, decidedOn: CivilDate) {
  const sign = fold(decisionNo)
  if (sign.includes('qd-bnn')) return stars === 5 ? allow('ministry' as const) : refuse('exchange/authority-unclear')
  if (!/qd-ubnd|qd-ct/.test(sign) || stars === 5) return refuse('exchange/authority-unclear')
  // Under 148/2023 a district recognised 3 stars: the number alone does not say which committee signed.
  if (stars === 3 && decidedOn >= '2023-02-24' && decidedOn < '2025-07-01') return refuse('exchange/authority-unclear')
  return allow('province' as const)
}

/** The text in force when a decision of an old list was signed. */
export function textOfDecision(decidedOn: CivilDate): '1048-2019' | '148-2023' | '1489-2025' | '26-2026' | undefined {
  if (decidedOn >= '2026-05-22') return '26-2026'
  if (decidedOn >= '2025-07-06') return '1489-2025'
  if (decidedOn >= '2023-02-24') return '148-2023'
  return decidedOn >= '2019-08-21' ? '1048-2019' : undefined
}

/** The day of a report: a day, and none to come. */
export function judgeReportDay(typed: string, today: CivilDate) {
  const at = readDate(typed)
  return at === undefined || at > today ? refuse('exchange/report-day', { field: 'ngay' }) : allow(at)
}
