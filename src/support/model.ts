import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { optionalText, requiredText, typedCount, typedDate, typedMoney } from '../platform/input.ts'

/** What is supported; the words of Circular 53/2022 and of provincial resolutions. */
export const measureKinds = [
  'reward',
  'packaging',
  'design',
  'certification',
  'trademark',
  'machinery',
  'sales-point',
  'promotion',
  'digital',
  'training',
  'other',
] as const
export type MeasureKind = (typeof measureKinds)[number]

/** How a recognition stands to the one before it: stars for the first time, the same again, or more. */
export const recognitionEvents = ['first', 'kept', 'upgraded'] as const
export type RecognitionEvent = (typeof recognitionEvents)[number]

export const openings = ['recognition', 'request'] as const
export type Opening = (typeof openings)[number]

export const onceWords = ['no', 'product', 'producer'] as const
export type OnceFor = (typeof onceWords)[number]

export type PayingLevel = 'commune' | 'province'

/** One measure of one resolution, in force between two days, as an officer of the unit entered it. */
export interface Policy {
  readonly id: string
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly title: string
  /** `23/2025/NQ-HĐND`. */
  readonly document: string
  /** `Điều 5 khoản 2`. */
  readonly clause: string
  readonly kind: MeasureKind
  readonly opens: Opening
  readonly stars: readonly number[]
  readonly events: readonly RecognitionEvent[]
  /** A sum, or else a share of the real cost. */
  readonly fixed: Dong | null
  readonly percent: number | null
  readonly capItem: Dong | null
  readonly capProduct: Dong | null
  readonly capProducer: Dong | null
  readonly capCommune: Dong | null
  readonly once: OnceFor
  readonly paidBy: PayingLevel
  readonly fromDate: CivilDate
  /** The last day. */
  readonly toDate: CivilDate | null
  readonly sourceUrl: string | null
  readonly sample: boolean
}

/** A policy as lists show it: whose it is today, and whether it was ended. */
export interface ListedPolicy extends Policy {
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  /** The first day without it. */
  readonly endedOn: CivilDate | null
}

export const entitlementStates = [
  'opened',
  'asked',
  'returned',
  'proposed',
  'committed',
  'delivered',
  'paid',
  'measured',
  'declined',
] as const
export type EntitlementState = (typeof entitlementStates)[number]

export type SupportAct =
  | 'propose'
  | 'decline'
  | 'send-back'
  | 'approve'
  | 'deliver'
  | 'pay'
  | 'undo-payment'
  | 'claim'
  | 'recover'
  | 'undo-approval'
  | 'tell-outcome'

/** Money promised to a producer: a recognition opened it, or the producer asked for it. */
export interface Entitlement {
  readonly id: string
  readonly policyId: string
  readonly producerId: string
  readonly productId: string | null
  readonly certificateNumber: string | null
  readonly event: RecognitionEvent | null
  readonly stars: number | null
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly communeCode: UnitCode
  readonly need: string | null
  readonly askedCost: Dong | null
  readonly amount: Dong
  readonly state: EntitlementState
  readonly since: CivilDate
  readonly openedOn: CivilDate
  readonly sample: boolean
}

/** An entitlement with what a page says about it. */
export interface ShownEntitlement extends Entitlement {
  readonly policyTitle: string
  readonly document: string
  readonly clause: string
  readonly kind: MeasureKind
  readonly opens: Opening
  readonly percent: number | null
  readonly producerName: string
  readonly productName: string | null
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly paid: Dong
  /** Committed and not paid yet. */
  readonly committed: Dong
  /** Paid, and owed back since the certificate was revoked. */
  readonly claimed: Dong
  /** The day of the last payment. */
  readonly paidOn: CivilDate | null
}

/** What has been promised under one policy already, without the entitlement in question. */
export interface Promised {
  readonly product: Dong
  readonly producer: Dong
  readonly commune: Dong
  /** How many the product, or the producer, holds under it; what `once` looks at. */
  readonly productCount: number
  readonly producerCount: number
}

export interface Step {
  readonly position: number
  readonly act: string
  readonly stateAfter: EntitlementState
  readonly amount: Dong | null
  readonly cost: Dong | null
  readonly reason: string
  readonly byAccount: string
  readonly onDate: CivilDate
  readonly at: Instant
}

export interface SupportOutcome {
  readonly id: string
  readonly toldBy: 'producer' | 'officer'
  readonly result: string
  readonly jobs: number | null
  readonly revenue: Dong | null
  readonly onDate: CivilDate
}

/** What one kind of measure was paid in a year, and what came of it; null where nobody told a number. */
export interface Achieved {
  readonly kind: MeasureKind
  readonly entitlements: number
  readonly producers: number
  readonly paid: Dong
  /** How many of them somebody told the outcome of. */
  readonly told: number
  readonly jobs: number | null
  readonly revenue: Dong | null
}

const date = { error: 'Hãy chọn một mục trong danh sách.' }
const oneOrMany = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(value))

export const PolicyInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị ban hành.'),
  title: requiredText(200, 'Hãy đặt tên mức hỗ trợ, ví dụ Thưởng sản phẩm đạt 3 sao lần đầu.'),
  document: requiredText(80, 'Hãy ghi số, ký hiệu nghị quyết hoặc quyết định, ví dụ 23/2025/NQ-HĐND.'),
  clause: requiredText(80, 'Hãy ghi điều, khoản, ví dụ Điều 5 khoản 2.'),
  kind: z.enum(measureKinds, { error: 'Hãy chọn nội dung hỗ trợ.' }),
  opens: z.enum(openings, { error: 'Hãy chọn cách mở khoản hỗ trợ.' }),
  stars: oneOrMany(z.coerce.number().int().min(3).max(5)),
  events: oneOrMany(z.enum(recognitionEvents)),
  fixed: typedMoney.optional(),
  percent: typedCount(100).optional(),
  capItem: typedMoney.optional(),
  capProduct: typedMoney.optional(),
  capProducer: typedMoney.optional(),
  capCommune: typedMoney.optional(),
  once: z.enum(onceWords, date),
  paidBy: z.enum(['commune', 'province'], { error: 'Hãy chọn cấp chi.' }),
  fromDate: typedDate,
  toDate: typedDate.optional(),
  sourceUrl: optionalText(500),
})
export type PolicyInput = z.output<typeof PolicyInput>

export const EndPolicyInput = z.object({
  endedOn: typedDate,
  basis: requiredText(300, 'Hãy ghi văn bản thay thế hoặc lý do thôi áp dụng.'),
})
export type EndPolicyInput = z.output<typeof EndPolicyInput>

export const AskInput = z.object({
  key: optionalText(60),
  policy: requiredText(60, 'Hãy chọn một chính sách.'),
  producer: requiredText(60, 'Hãy chọn chủ thể.'),
  product: optionalText(60),
  need: requiredText(2_000, 'Hãy ghi cần hỗ trợ việc gì, vì sao, bao giờ làm.'),
  cost: typedMoney,
})
export type AskInput = z.output<typeof AskInput>

export const ProposeInput = z.object({
  amount: typedMoney,
  reason: requiredText(1_000, 'Hãy ghi căn cứ của số tiền.'),
})
export type ProposeInput = z.output<typeof ProposeInput>

export const AnswerSupportInput = z.object({
  outcome: z.enum(['send-back', 'decline'], { error: 'Hãy chọn trả lại hay không hỗ trợ.' }),
  why: requiredText(1_000, 'Hãy ghi lý do để chủ thể và cán bộ biết.'),
})
export type AnswerSupportInput = z.output<typeof AnswerSupportInput>

export const ApproveInput = z.object({
  key: requiredText(60, 'Hãy tải lại trang rồi gửi lại.'),
  source: requiredText(60, 'Hãy chọn nguồn kinh phí.'),
  document: requiredText(80, 'Hãy ghi số quyết định phê duyệt.'),
})
export type ApproveInput = z.output<typeof ApproveInput>

export const DeliverInput = z.object({
  key: requiredText(60, 'Hãy tải lại trang rồi gửi lại.'),
  cost: typedMoney,
  document: requiredText(80, 'Hãy ghi số biên bản nghiệm thu hoặc hóa đơn.'),
})
export type DeliverInput = z.output<typeof DeliverInput>

export const PayInput = z.object({
  key: requiredText(60, 'Hãy tải lại trang rồi gửi lại.'),
  amount: typedMoney,
  document: requiredText(80, 'Hãy ghi số chứng từ chi.'),
})
export type PayInput = z.output<typeof PayInput>

/** Money that came back. */
export const RecoverInput = PayInput.extend({ document: requiredText(80, 'Hãy ghi số chứng từ thu.') })

export const OutcomeInput = z.object({
  result: requiredText(1_000, 'Hãy kể ngắn khoản hỗ trợ đã mang lại điều gì.'),
  jobs: typedCount(100_000).optional(),
  revenue: typedMoney.optional(),
})
export type OutcomeInput = z.output<typeof OutcomeInput>
