import { z } from 'zod'
import type { CivilDate } from '../kernel/civil-date.ts'
import { requiredText, typedCount, typedDate } from '../platform/input.ts'

/** How long a producer has to answer an order, and how long it is kept who ordered. */
export interface SaleTerm {
  readonly answerHours: number
  readonly contactDays: number
  /** The document of the province; null where the default stands. */
  readonly basis: string | null
  readonly fromDate: CivilDate | null
}

/** No law sets these: the platform's own numbers, shown as such, where a province set none. */
export const usualTerm: SaleTerm = { answerHours: 48, contactDays: 90, basis: null, fromDate: null }

const within = (least: number, most: number, unit: string) =>
  typedCount(most).refine((value) => value >= least, { error: `Từ ${least} đến ${most} ${unit}.` })

export const TermInput = z.object({
  // Telephones are silent at night: less than a day would leave too few waking hours.
  answerHours: within(24, 240, 'giờ'),
  contactDays: within(30, 365, 'ngày'),
  fromDate: typedDate,
  basis: requiredText(300, 'Hãy ghi văn bản của tỉnh quy định thời hạn này.'),
})
export type TermInput = z.output<typeof TermInput>
