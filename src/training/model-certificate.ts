import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { requiredText } from '../platform/input.ts'

/** What a certificate of completion printed, frozen so that a reprint is equal. */
export interface CompletionFacts {
  readonly number: string
  readonly personName: string
  readonly producerName: string | null
  readonly courseTitle: string
  readonly className: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly attended: number
  readonly meetings: number
  /** The last test: right answers of all; null for a course without one. */
  readonly test: { readonly correct: number; readonly total: number } | null
  readonly authority: string
  readonly issuedOn: CivilDate
  readonly sample: boolean
}

/** A certificate that somebody completed a course; no diploma of the schools. */
export interface CompletionCertificate {
  readonly number: string
  readonly enrolmentId: string
  readonly classId: string
  readonly accountId: string | null
  readonly producerId: string | null
  readonly layout: string
  readonly facts: CompletionFacts
  readonly issuedOn: CivilDate
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly endedWhy: string | null
  readonly endedOn: CivilDate | null
  readonly sample: boolean
}

export const EndCertificateInput = z.object({
  reason: requiredText(300, 'Hãy ghi vì sao hủy; ai kiểm tra số này cũng đọc được.'),
})
