import { addDays, addMonths, daysBetween, yearOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { TextId } from '../regime/model.ts'
import type { CertifiedStars, DecisionLevel } from '../recognition/model.ts'
import { reformDay } from './places.ts'
import type { Place } from './places.ts'

/** A round of the past: when its decisions were signed, and by which number of the year. */
export interface PastRound {
  readonly year: number
  readonly number: number
  readonly decidedOn: CivilDate
  readonly proposeBy: CivilDate
  readonly doneBy: CivilDate
}

const firstYear = 2020

/**
 * Two rounds a year since 2020, as the texts ask; and two more by the day the sample is made, so that there is always
 * a decision under the newest text and always a certificate that ends within a month.
 */
export function roundsBefore(today: CivilDate, province: string): readonly PastRound[] {
  const day = 10 + (Number(province) % 15)
  const years = Array.from({ length: yearOf(today) - firstYear + 1 }, (_, index) => firstYear + index)
  const yearly = years.flatMap((year) => [
    { year, number: 1, decidedOn: `${year}-06-${day}`, proposeBy: `${year}-04-30`, doneBy: `${year}-06-30` },
    { year, number: 2, decidedOn: `${year}-12-${day}`, proposeBy: `${year}-10-30`, doneBy: `${year}-12-30` },
  ])
  const extra = [addDays(today, -36), addDays(addMonths(today, -36), 21)].map((decidedOn) => ({
    year: yearOf(decidedOn),
    number: 3,
    decidedOn,
    proposeBy: addDays(decidedOn, -60),
    doneBy: addDays(decidedOn, 5),
  }))
  return [...yearly, ...extra].filter(({ decidedOn }) => decidedOn < addDays(today, -3))
}

export function nearestRound(rounds: readonly PastRound[], wanted: CivilDate): PastRound {
  const distance = ({ decidedOn }: PastRound) => Math.abs(daysBetween(decidedOn, wanted))
  return rounds.reduce((best, one) => (distance(one) < distance(best) ? one : best))
}

/** The text of a dossier whose decision was signed on a day. */
export function textOfDecision(decidedOn: CivilDate): TextId {
  if (decidedOn < '2023-02-24') return '1048-2019'
  if (decidedOn < '2025-07-06') return '148-2023'
  return decidedOn < '2026-07-22' ? '1489-2025' : '26-2026'
}

export function levelOf(stars: CertifiedStars, decidedOn: CivilDate): DecisionLevel {
  if (stars === 5) return 'ministry'
  return stars === 3 && textOfDecision(decidedOn) === '148-2023' ? 'district' : 'province'
}

/** The unit that signed on that day, by the code it had then. */
export function signingUnit(
  { oldDistrict, oldProvince, todayProvince }: Place,
  level: DecisionLevel,
  decidedOn: CivilDate,
): string {
  if (level === 'ministry') return 'VN'
  if (level === 'district') return oldDistrict
  return decidedOn < reformDay ? oldProvince : todayProvince
}

/** One number for each authority and day, as offices count through the year. */
export function decisionNumber(level: DecisionLevel, unit: string, decidedOn: CivilDate): string {
  const [, month = '1', day = '1'] = decidedOn.split('-')
  const serial = Number(month) * 240 + Number(day) * 7 + (level === 'ministry' ? 3 : Number(unit) % 7)
  if (level !== 'ministry') return `${serial}/QĐ-UBND`
  return `${serial}/${decidedOn < ministryDay ? 'QĐ-BNN-VPĐP' : 'QĐ-BNNMT'}`
}

/** The ministry of agriculture became the ministry of agriculture and environment. */
const ministryDay: CivilDate = '2025-03-01'

export function ministryOn(day: CivilDate): string {
  return day < ministryDay ? 'Bộ Nông nghiệp và Phát triển nông thôn' : 'Bộ Nông nghiệp và Môi trường'
}

/** The set of criteria of 1048/2019 that held a group of today; living ornaments had none. */
const earlierRubrics: Readonly<Record<number, number>> = {
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
  7: 7,
  8: 8,
  9: 10,
  10: 11,
  11: 12,
  12: 13,
  13: 14,
  14: 15,
  15: 16,
  16: 17,
  17: 18,
  18: 19,
  19: 20,
  20: 22,
  21: 23,
  22: 25,
  26: 26,
}

export function rubricUnder(text: TextId, group: number): string | null {
  if (text === '26-2026') return String(group)
  const earlier = text === '1048-2019' ? earlierRubrics[group] : undefined
  return earlier === undefined ? null : String(earlier)
}
