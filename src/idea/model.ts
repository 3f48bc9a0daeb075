import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, typedPhone } from '../platform/input.ts'

export const outcomes = ['welcome', 'revise', 'decline'] as const
export type Outcome = (typeof outcomes)[number]

export interface Feasibility {
  readonly materials: string
  readonly labour: string
  readonly community: string
  readonly market: string
}

export interface Idea {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly material: string
  readonly market: string
  readonly proposerName: string
  /** Seen only by the receiving commune and the proposer. */
  readonly proposerPhone: string
  readonly accountId: string | null
  readonly producerId: string | null
  readonly communeCode: string
  readonly communeOn: CivilDate
  readonly filedAt: Instant
  readonly filedOn: CivilDate
  readonly dueOn: CivilDate
  readonly sample: boolean
  readonly communeToday: string | null
  readonly provinceToday: string | null
  readonly communeName: string | null
  readonly outcome: Outcome | null
  readonly answer: string | null
  readonly feasibility: Feasibility | null
  readonly answeredAt: Instant | null
}

export const IdeaInput = z.object({
  title: requiredText(150, 'Hãy đặt tên cho ý tưởng sản phẩm.'),
  description: requiredText(3_000, 'Hãy mô tả sản phẩm: làm gì, từ nguyên liệu nào, khác gì sản phẩm đã có.'),
  material: optionalText(1_000),
  market: optionalText(1_000),
  proposerName: requiredText(100, 'Hãy ghi họ tên người đăng ký.'),
  proposerPhone: typedPhone,
  commune: z
    .string({ error: 'Hãy chọn xã, phường hoặc đặc khu.' })
    .regex(/^\d{5}$/, { error: 'Hãy chọn xã, phường hoặc đặc khu.' }),
  /** A box people do not see; whoever fills it in is a program. */
  website: z.string().optional(),
})
export type IdeaInput = z.output<typeof IdeaInput>

export const AnswerInput = z.object({
  outcome: z.enum(outcomes, { error: 'Hãy chọn kết luận.' }),
  answer: requiredText(3_000, 'Hãy ghi lý do và bước tiếp theo cho người đăng ký.'),
  materials: requiredText(1_000, 'Hãy nhận xét về nguyên liệu.'),
  labour: requiredText(1_000, 'Hãy nhận xét về lao động.'),
  community: requiredText(1_000, 'Hãy nhận xét về sức mạnh cộng đồng.'),
  market: requiredText(1_000, 'Hãy nhận xét về thị trường.'),
})
export type AnswerInput = z.output<typeof AnswerInput>

/** No law sets the term; this is the stated default, shown as such. */
export const answerWorkingDays = 15
