import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { CodeInput, ContactInput } from '../notice/model.ts'
import { drawnCode, optionalText, requiredText, ticked, typedPhone } from '../platform/input.ts'

export const kinds = ['question', 'proposal', 'difficulty', 'complaint', 'misuse'] as const
export type MatterKind = (typeof kinds)[number]

export const subjects = [
  'procedure',
  'support',
  'training',
  'market',
  'quality',
  'council',
  'rules',
  'star',
  'other',
] as const
export type MatterSubject = (typeof subjects)[number]

export const levels = ['commune', 'province', 'ministry'] as const
export type Level = (typeof levels)[number]

export const matterStates = ['waiting', 'answered'] as const
export type MatterState = (typeof matterStates)[number]

export type MatterAct = 'transfer' | 'answer' | 'reopen' | 'publish'

/** Working days for an answer. No law sets them for this desk; these are the stated defaults, shown as such. */
export const termDays: Readonly<Record<MatterKind, number>> = {
  question: 10,
  proposal: 15,
  difficulty: 15,
  complaint: 15,
  misuse: 10,
}

export interface Matter {
  readonly id: string
  readonly kind: MatterKind
  readonly subject: MatterSubject
  readonly title: string
  readonly body: string
  /** Goods, certificate number or place that a report of misuse names. */
  readonly about: string
  readonly senderName: string
  readonly senderPhone: string
  readonly accountId: string | null
  readonly producerName: string | null
  readonly dossierId: string | null
  readonly communeToday: UnitCode | null
  readonly communeName: string | null
  readonly provinceToday: UnitCode | null
  readonly provinceName: string | null
  readonly level: Level
  readonly state: MatterState
  readonly filedAt: Instant
  readonly filedOn: CivilDate
  readonly dueOn: CivilDate
  /** The sender agreed that question and answer may be published, and has not taken it back. */
  readonly consents: boolean
  readonly photo: string | null
  /** It came on a day of very many unsigned matters of this commune: looked at after the others. */
  readonly crowded: boolean
  readonly transfers: number
  /** Who stepped back from the dossier that it speaks of: for them there is no such matter. */
  readonly recused: readonly string[]
  readonly reopened: boolean
  readonly sample: boolean
}

export interface Transfer {
  readonly fromLevel: Level
  readonly toLevel: Level
  readonly reason: string
  readonly at: Instant
}

export interface MatterAnswer {
  readonly round: 1 | 2
  readonly text: string
  readonly level: Level
  readonly dueOn: CivilDate
  readonly onDate: CivilDate
  readonly at: Instant
}

export interface Reopening {
  readonly reason: string
  readonly at: Instant
}

/** What everybody reads: the officer took the personal facts out. */
export interface PublishedAnswer {
  readonly matterId: string
  readonly kind: MatterKind
  readonly subject: MatterSubject
  readonly title: string
  readonly question: string
  readonly answer: string
  readonly level: Level
  readonly communeName: string | null
  readonly provinceName: string | null
  readonly filedOn: CivilDate
  readonly answeredOn: CivilDate
  readonly at: Instant
  readonly sample: boolean
}

/** How one level, or the offices of one province, answered what was sent in a year. */
export interface AnsweringFigures {
  readonly label: string
  readonly received: number
  readonly answered: number
  readonly inTerm: number
  /** Waiting past the term today. */
  readonly late: number
  /** Working or not, days from sending to the first answer; null when nothing was answered. */
  readonly medianDays: number | null
}

export const MatterInput = z.object({
  ma: drawnCode,
  kind: z.enum(kinds, { error: 'Hãy chọn loại phiếu.' }),
  subject: z.enum(subjects, { error: 'Hãy chọn việc gì.' }),
  commune: z
    .string({ error: 'Hãy chọn xã, phường hoặc đặc khu.' })
    .regex(/^\d{5}$/, { error: 'Hãy chọn xã, phường hoặc đặc khu.' }),
  title: requiredText(150, 'Hãy ghi một câu ngắn nói việc gì.'),
  body: requiredText(4_000, 'Hãy viết nội dung.'),
  about: optionalText(300),
  senderName: optionalText(100),
  senderPhone: typedPhone.optional(),
  dossier: optionalText(60),
  consent: ticked,
  photo: z.instanceof(File, { error: 'Hãy chọn lại tệp ảnh.' }).optional(),
  /** A box people do not see; whoever fills it in is a program. */
  website: z.string().optional(),
})
export type MatterInput = z.output<typeof MatterInput>

export const AnswerInput = z.object({ text: requiredText(4_000, 'Hãy viết trả lời cho người gửi.') })
export const TransferInput = z.object({
  level: z.enum(levels, { error: 'Hãy chọn cấp nhận.' }),
  reason: requiredText(500, 'Hãy ghi vì sao chuyển; người gửi đọc được câu này.'),
})
/** The code, where the sender has no account. */
const ma = z.string().max(40).optional()
export const HolderInput = z.object({ ma })
export const TellingInput = ContactInput.and(HolderInput)
export const TellingCodeInput = CodeInput.extend({ ma })
export const ReopenInput = z.object({
  ma,
  reason: requiredText(2_000, 'Hãy ghi điều chưa được trả lời.'),
})
export const PublicationInput = z.object({
  title: requiredText(150, 'Hãy ghi tiêu đề của bản công khai.'),
  question: requiredText(4_000, 'Hãy ghi câu hỏi, đã bỏ thông tin cá nhân.'),
  answer: requiredText(4_000, 'Hãy ghi trả lời, đã bỏ thông tin cá nhân.'),
})
export type PublicationInput = z.output<typeof PublicationInput>
export const TakeDownInput = z.object({ reason: requiredText(500, 'Hãy ghi vì sao gỡ.') })
