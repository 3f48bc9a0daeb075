import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, ticked, typedClock, typedCount, typedDate } from '../platform/input.ts'

/**
 * `open`: the checklist is being filled · `remedying`: signed with findings, the producer's turn or the inspector's ·
 * `closed`: concluded · `cancelled`: called off before anything was signed.
 */
export const inspectionStates = ['open', 'remedying', 'closed', 'cancelled'] as const
export type InspectionState = (typeof inspectionStates)[number]

/** How a closed inspection ended: nothing found, all remedied, or a conclusion that asks for the revocation. */
export const inspectionOutcomes = ['kept', 'remedied', 'revocation'] as const
export type InspectionOutcome = (typeof inspectionOutcomes)[number]

export type InspectionAct =
  | 'answer'
  | 'sign'
  | 'cancel'
  | 'remedy'
  | 'answer-remedy'
  | 'warn'
  | 'suspend'
  | 'propose-revocation'

/** What may follow when a finding is not remedied; the law names no ladder, rules.ts says ours. */
export const sanctions = ['warn', 'suspend', 'propose-revocation'] as const
export type Sanction = (typeof sanctions)[number]

export interface Inspection {
  readonly id: string
  /** `KT-66-2026-0001`. */
  readonly number: string
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly planId: string | null
  readonly certificateNumber: string
  readonly stars: number
  readonly productId: string
  readonly productName: string
  readonly producerId: string
  readonly producerName: string
  readonly reason: string
  readonly announced: boolean
  readonly visitOn: CivilDate
  readonly state: InspectionState
  readonly outcome: InspectionOutcome | null
  /** The last day for the remedy. */
  readonly dueOn: CivilDate | null
  readonly since: CivilDate
  /** The certificate ended by a decision already, or stands suspended today. */
  readonly revoked: boolean
  readonly suspended: boolean
  readonly sample: boolean
}

export const itemParts = ['commitments', 'mark', 'criteria'] as const
export type ItemPart = (typeof itemParts)[number]

/** One question of the checklist as it stood when the inspection was opened. */
export interface CheckItem {
  readonly code: string
  readonly position: number
  readonly part: ItemPart
  readonly question: string
  /** The commitment, article or criterion it comes from. */
  readonly basis: string
}

export const itemVerdicts = ['yes', 'no', 'unseen'] as const
export type ItemVerdict = (typeof itemVerdicts)[number]

/** The last word on one item, or none yet. */
export interface CheckedItem extends CheckItem {
  readonly verdict: ItemVerdict | null
  readonly grave: boolean
  readonly note: string
  readonly photo: string | null
  /** 0 before the first answer. */
  readonly version: number
}

/** The signed record: where, when, who was there. */
export interface Visit {
  readonly place: string
  readonly visitedOn: CivilDate
  readonly fromClock: string
  readonly toClock: string
  readonly present: readonly string[]
  readonly opinion: string
  readonly signedBy: string
  readonly signedAt: Instant
}

export interface Remedy {
  readonly position: number
  readonly text: string
  readonly photo: string | null
  readonly paperId: string | null
  readonly paperTitle: string | null
  readonly onDate: CivilDate
  /** Null while nobody has answered it. */
  readonly accepted: boolean | null
  readonly answer: string | null
}

export interface InspectionFinding {
  readonly id: string
  readonly code: string
  readonly position: number
  readonly question: string
  readonly basis: string
  readonly text: string
  readonly grave: boolean
  readonly remedies: readonly Remedy[]
}

export interface InspectionStep {
  readonly act: string
  readonly reason: string
  readonly dueOn: CivilDate | null
  readonly byAccount: string
  readonly byName: string | null
  readonly onDate: CivilDate
}

/** What a producer promised to keep after a recognition. */
export interface Commitment {
  readonly position: number
  readonly text: string
  readonly basis: string
  readonly confirmedOn: CivilDate
}

/** A conclusion that everybody may read: a closed inspection, without what was found. */
export interface PublicOutcome {
  readonly number: string
  readonly visitedOn: CivilDate
  readonly outcome: InspectionOutcome
  readonly closedOn: CivilDate
  readonly unitName: string | null
}

/** Days for a remedy. No text sets them; this is the stated default, shown as such, and the record sets its own. */
export const usualRemedyDays = 30

export const OpenInspectionInput = z.object({
  certificate: requiredText(80, 'Hãy ghi số giấy chứng nhận.').transform((text) => text.toUpperCase()),
  unit: requiredText(5, 'Hãy chọn đơn vị kiểm tra.'),
  plan: optionalText(60),
  reason: requiredText(500, 'Hãy ghi vì sao kiểm tra: theo kế hoạch, hoặc việc đột xuất gì.'),
  visitOn: typedDate,
  announced: ticked,
})
export type OpenInspectionInput = z.output<typeof OpenInspectionInput>

export const CheckInput = z.object({
  verdict: z.enum(itemVerdicts, { error: 'Hãy chọn đạt, không đạt hay không xem.' }),
  grave: ticked,
  note: optionalText(1_000),
  /** The version the page showed: another window may have answered meanwhile. */
  seen: typedCount(10_000),
  photo: z.instanceof(File, { error: 'Hãy chọn lại tệp ảnh.' }).optional(),
})
export type CheckInput = z.output<typeof CheckInput>

const lines = (missing: string) =>
  requiredText(2_000, missing).transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )

export const SignInput = z.object({
  place: requiredText(200, 'Hãy ghi nơi kiểm tra.'),
  visitedOn: typedDate,
  fromClock: typedClock,
  toClock: typedClock,
  present: lines('Hãy ghi người có mặt, mỗi người một dòng.'),
  opinion: optionalText(2_000),
  remedyDays: typedCount(365, 'Hãy ghi số ngày để khắc phục.'),
  rest: ticked,
})
export type SignInput = z.output<typeof SignInput>

export const CancelInput = z.object({ why: requiredText(500, 'Hãy ghi vì sao hủy cuộc kiểm tra.') })

export const RemedyInput = z.object({
  finding: requiredText(60, 'Hãy chọn thiếu sót.'),
  text: requiredText(2_000, 'Hãy ghi đã khắc phục thế nào.'),
  paper: optionalText(60),
  photo: z.instanceof(File, { error: 'Hãy chọn lại tệp ảnh.' }).optional(),
})
export type RemedyInput = z.output<typeof RemedyInput>

export const AnswerRemedyInput = z.object({
  finding: requiredText(60, 'Hãy chọn thiếu sót.'),
  outcome: z.enum(['accept', 'send-back'], { error: 'Hãy chọn nhận hay chưa nhận.' }),
  reason: optionalText(1_000),
})
export type AnswerRemedyInput = z.output<typeof AnswerRemedyInput>

export const SanctionInput = z.object({
  sanction: z.enum(sanctions, { error: 'Hãy chọn cách xử lý.' }),
  conclusion: requiredText(1_000, 'Hãy ghi kết luận: điều gì chưa khắc phục, căn cứ nào.'),
  days: typedCount(365, 'Hãy ghi số ngày của hạn mới.'),
})
export type SanctionInput = z.output<typeof SanctionInput>

export const CommitInput = z.object({
  agreed: z.literal('on', { error: 'Hãy đánh dấu để xác nhận các cam kết.' }),
  own: optionalText(2_000),
})
export type CommitInput = z.output<typeof CommitInput>
