import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { optionalText, requiredText, ticked, typedCount, typedDate } from '../platform/input.ts'

export const complaintStates = ['filed', 'received', 'refused', 'reexamining', 'answered', 'withdrawn'] as const
export type ComplaintState = (typeof complaintStates)[number]

/** A result of a dossier, the revocation of a certificate, or a signed inspection. */
export const complaintKinds = ['result', 'revocation', 'inspection'] as const
export type ComplaintKind = (typeof complaintKinds)[number]

export const complaintOutcomes = ['upheld', 'partly', 'rejected'] as const
export type ComplaintOutcome = (typeof complaintOutcomes)[number]

export type ComplaintAct = 'receive' | 'refuse' | 'answer' | 'withdraw'

export interface Complaint {
  readonly id: string
  /** `KN-66-2026-0001`. */
  readonly number: string
  readonly producerId: string
  readonly producerName: string
  readonly against: ComplaintKind
  readonly dossierId: string | null
  readonly certificateNumber: string | null
  readonly inspectionId: string | null
  readonly about: string
  readonly decidedOn: CivilDate
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly text: string
  readonly wish: string
  readonly state: ComplaintState
  readonly outcome: ComplaintOutcome | null
  readonly since: CivilDate
  /** Until when it is to be received, or answered. */
  readonly dueOn: CivilDate | null
  readonly filedOn: CivilDate
  /** The day of the session on whose agenda the dossier stands to be scored again. */
  readonly sitsOn: CivilDate | null
  /** Who stepped back from the dossier: for them there is no such complaint. */
  readonly recused: readonly string[]
  readonly sample: boolean
}

export interface ComplaintStep {
  readonly act: string
  readonly reason: string
  readonly document: string | null
  readonly dueOn: CivilDate | null
  readonly byName: string | null
  readonly onDate: CivilDate
}

/** Something a producer may complain of, and the unit that answers. */
export interface Contestable {
  readonly against: ComplaintKind
  readonly ref: string
  readonly producerId: string
  readonly about: string
  readonly decidedOn: CivilDate
  readonly unit: UnitCode | null
  readonly sample: boolean
}

/** Days to complain from the decision's day, working days to receive, days to answer from the receipt. */
export interface ComplaintTerm {
  readonly unitCode: UnitCode
  readonly fromDate: CivilDate
  readonly fileDays: number
  readonly receiveDays: number
  readonly answerDays: number
  readonly basis: string
}

/** 26/2026 is silent; the system's defaults, shown as such until a unit enters its own. */
export const usualTerm: ComplaintTerm = {
  unitCode: '',
  fromDate: '2018-01-01',
  fileDays: 90,
  receiveDays: 10,
  answerDays: 30,
  basis: 'Mặc định của hệ thống, 26/2026 không quy định',
}

export const ComplaintInput = z.object({
  subject: requiredText(160, 'Hãy chọn việc khiếu nại.'),
  text: requiredText(4_000, 'Hãy ghi điều gì chưa đúng, vì sao.'),
  wish: requiredText(1_000, 'Hãy ghi đề nghị giải quyết thế nào.'),
})
export type ComplaintInput = z.output<typeof ComplaintInput>

export const ReceiveInput = z.object({
  outcome: z.enum(['receive', 'refuse'], { error: 'Hãy chọn thụ lý hay không.' }),
  why: optionalText(1_000),
})
export type ReceiveInput = z.output<typeof ReceiveInput>

export const AnswerComplaintInput = z.object({
  outcome: z.enum(complaintOutcomes, { error: 'Hãy chọn kết luận.' }),
  grounds: requiredText(4_000, 'Hãy ghi căn cứ và nội dung trả lời; chủ thể đọc nguyên văn.'),
  document: requiredText(120, 'Hãy ghi số văn bản trả lời.'),
  reexamine: ticked,
})
export type AnswerComplaintInput = z.output<typeof AnswerComplaintInput>

export const WithdrawInput = z.object({ reason: optionalText(500) })

export const ComplaintTermInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị.'),
  fromDate: typedDate,
  fileDays: typedCount(3_650, 'Hãy ghi số ngày để gửi khiếu nại.'),
  receiveDays: typedCount(365, 'Hãy ghi số ngày để thụ lý.'),
  answerDays: typedCount(3_650, 'Hãy ghi số ngày để trả lời.'),
  basis: requiredText(300, 'Hãy ghi văn bản quy định các thời hạn này.'),
})
export type ComplaintTermInput = z.output<typeof ComplaintTermInput>
