import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { drawnCode, optionalText, requiredText, ticked, typedDate, typedPhone } from '../platform/input.ts'
import { consentMeans } from '../producer/model.ts'
import type { Consent } from '../producer/model.ts'

export const outcomes = ['welcome', 'revise', 'decline'] as const
export type Outcome = (typeof outcomes)[number]

/** A product that is still a thought, or one that is made already and is to become better. */
export const origins = ['new', 'existing'] as const
export type Origin = (typeof origins)[number]

/** What the commune remarks in its answer. */
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
  readonly origin: Origin
  /** A group of the text in force, when the proposer named one. */
  readonly groupNo: string | null
  /** What the proposer wants; nobody else reads it before the commune looked. */
  readonly openToPublic: boolean
  readonly lookDueOn: CivilDate | null
  /** The newest look of the commune; null before the first. */
  readonly lookShown: boolean | null
  readonly lookReason: string | null
  /** The officer who entered it for the proposer. */
  readonly filedBy: string | null
  readonly consent: Consent | null
  readonly sample: boolean
  readonly communeToday: string | null
  readonly provinceToday: string | null
  readonly communeName: string | null
  readonly outcome: Outcome | null
  readonly answer: string | null
  readonly feasibility: Feasibility | null
  readonly answeredAt: Instant | null
}

const commune = z
  .string({ error: 'Hãy chọn xã, phường hoặc đặc khu.' })
  .regex(/^\d{5}$/, { error: 'Hãy chọn xã, phường hoặc đặc khu.' })
const group = z.string().max(10).optional()

const Fields = z.object({
  ma: drawnCode,
  title: requiredText(150, 'Hãy đặt tên cho ý tưởng sản phẩm.'),
  description: requiredText(3_000, 'Hãy mô tả sản phẩm: làm gì, từ nguyên liệu nào, khác gì sản phẩm đã có.'),
  material: optionalText(1_000),
  market: optionalText(1_000),
  origin: z.enum(origins).default('new'),
  group,
  openToPublic: ticked,
  proposerName: requiredText(100, 'Hãy ghi họ tên người đăng ký.'),
  proposerPhone: typedPhone,
  commune,
  /** A box people do not see; whoever fills it in is a program. */
  website: z.string().optional(),
  /** An officer types it for somebody else. */
  onBehalf: ticked,
  consentOn: typedDate.optional(),
  consentMeans: z.enum(consentMeans, { error: 'Hãy chọn cách người có ý tưởng đã đồng ý.' }).optional(),
  consentNote: optionalText(500),
})

export const IdeaInput = Fields
type Typed = z.output<typeof Fields>
/** What the page asks may be left out by whoever files from code: a sample, a test. */
export type IdeaInput = Omit<Typed, 'origin' | 'openToPublic' | 'onBehalf'> &
  Partial<Pick<Typed, 'origin' | 'openToPublic' | 'onBehalf'>>

export const AnswerInput = z.object({
  outcome: z.enum(outcomes, { error: 'Hãy chọn kết luận.' }),
  answer: requiredText(3_000, 'Hãy ghi lý do và bước tiếp theo cho người đăng ký.'),
  materials: requiredText(1_000, 'Hãy nhận xét về nguyên liệu.'),
  labour: requiredText(1_000, 'Hãy nhận xét về lao động.'),
  community: requiredText(1_000, 'Hãy nhận xét về sức mạnh cộng đồng.'),
  market: requiredText(1_000, 'Hãy nhận xét về thị trường.'),
})
export type AnswerInput = z.output<typeof AnswerInput>

/** Where an idea stands before the public: not offered to it, waiting for the commune's look, shown, or held back. */
export type Publicity = 'closed' | 'waiting' | 'shown' | 'held'

export const LookInput = z.object({
  decision: z.enum(['show', 'hold'], { error: 'Hãy chọn cho hiện hay giữ lại.' }),
  reason: optionalText(500),
})
export type LookInput = z.output<typeof LookInput>

/** No law asks for a look before an idea is shown, nor sets its term; this is the stated default. */
export const lookWorkingDays = 3

/** No law sets the term; this is the stated default, shown as such, where a province entered none. */
export const answerWorkingDays = 15

/** How long the communes of a province have to answer, and in which season they gather ideas. */
export interface Term {
  readonly workingDays: number
  /** Working days for the look before an idea is shown to everybody. */
  readonly lookDays: number
  /** `MM-DD`, both or none: the season is told, never a ground to refuse. */
  readonly intakeFrom: string | null
  readonly intakeTo: string | null
  /** The document of the province; null where the default stands. */
  readonly basis: string | null
  readonly fromDate: CivilDate | null
}

export const TermInput = z.object({
  workingDays: z.coerce
    .number({ error: 'Hãy ghi số ngày làm việc.' })
    .int({ error: 'Hãy ghi một số nguyên.' })
    .min(1, { error: 'Từ 1 đến 120 ngày làm việc.' })
    .max(120, { error: 'Từ 1 đến 120 ngày làm việc.' }),
  lookDays: z.coerce
    .number({ error: 'Hãy ghi số ngày làm việc.' })
    .int({ error: 'Hãy ghi một số nguyên.' })
    .min(1, { error: 'Từ 1 đến 60 ngày làm việc.' })
    .max(60, { error: 'Từ 1 đến 60 ngày làm việc.' }),
  intakeFrom: optionalText(5),
  intakeTo: optionalText(5),
  basis: requiredText(300, 'Hãy ghi văn bản của tỉnh quy định thời hạn này.'),
  fromDate: typedDate,
})
export type TermInput = z.output<typeof TermInput>

/** The code of a receipt, as printed or as a phone's keyboard wrote it. */
export const TrackInput = z.object({ code: requiredText(80, 'Hãy ghi mã theo dõi in trên giấy hẹn.') })
