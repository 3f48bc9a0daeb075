import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { optionalText, requiredText, ticked, typedCount, typedDate } from '../platform/input.ts'

export const fairKinds = ['fair', 'week', 'connection', 'festival'] as const
export type FairKind = (typeof fairKinds)[number]

/** How far it reaches; rubrics weigh events in the province, outside it and abroad differently. */
export const reaches = ['province', 'country', 'international'] as const
export type Reach = (typeof reaches)[number]

export const fairStates = ['draft', 'called', 'closed', 'cancelled'] as const
export type FairState = (typeof fairStates)[number]

export type FairAct = 'amend' | 'call' | 'cancel' | 'apply' | 'choose' | 'attend' | 'show' | 'tell' | 'close'

export interface Fair {
  readonly id: string
  readonly slug: string
  readonly kind: FairKind
  readonly reach: Reach
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly title: string
  readonly summary: string
  readonly organiser: string
  readonly provinceCode: UnitCode
  readonly place: string
  readonly audience: string
  readonly opensOn: CivilDate
  readonly closesOn: CivilDate
  /** The last day to apply. */
  readonly applyBy: CivilDate
  readonly booths: number
  /** Products must hold so many stars in force; 0 asks for none. */
  readonly leastStars: number
  readonly highlight: boolean
  /** Why it is held although the calendar has something like it. */
  readonly clashReason: string
  readonly edition: number
  readonly state: FairState
  readonly sample: boolean
}

/** A fair with what a page says about it. */
export interface ShownFair extends Fair {
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly provinceName: string | null
}

/** What already stands on the calendar and comes in the way. */
export interface Clash {
  readonly title: string
  readonly unitName: string
  readonly opensOn: CivilDate
  readonly closesOn: CivilDate
  readonly samePlace: boolean
}

export const wishes = ['ground', 'virtual', 'both'] as const
/** A booth on the ground, one on the web, or both. */
export type BoothWish = (typeof wishes)[number]

export type SelectionOutcome = 'chosen' | 'declined' | 'withdrawn'

/** A producer asks to take part; with what became of it. */
export interface FairApplication {
  readonly id: string
  readonly fairId: string
  readonly producerId: string
  readonly producerName: string
  readonly wish: BoothWish
  readonly note: string
  readonly appliedOn: CivilDate
  readonly outcome: SelectionOutcome | null
  readonly booth: string | null
  readonly reason: string | null
  readonly attendedOn: CivilDate | null
  readonly products: readonly BroughtProduct[]
}

/** A product at a fair, with the stars it holds on the day. */
export interface BroughtProduct {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly stars: number | null
}

/** The booth on the web: words and a film. */
export interface Booth {
  readonly words: string
  readonly filmUrl: string | null
  readonly edition: number
}

export interface BoothPicture {
  readonly id: string
  readonly file: string
  readonly width: number
  readonly height: number
  readonly small: string
  readonly smallWidth: number
  readonly smallHeight: number
  readonly description: string
}

/** What came of a fair for one producer. */
export interface FairOutcome {
  readonly contracts: number
  readonly contractValue: Dong
  readonly distributors: number
  readonly revenue: Dong
  readonly note: string
  readonly toldBy: 'producer' | 'officer'
  readonly onDate: CivilDate
}

/** Sums over those who took part. */
/** Our default, as in trade: public sums of money from so many producers on, so that nobody reads another's. */
export const leastTold = 3

export interface FairTotals {
  readonly producers: number
  readonly products: number
  readonly told: number
  readonly contracts: number
  readonly contractValue: Dong
  readonly distributors: number
  readonly revenue: Dong
}

const pick = (what: string) => ({ error: `Hãy chọn ${what}.` })
const names = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(60)).max(200),
)

export const FairInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị tổ chức.'),
  kind: z.enum(fairKinds, pick('loại')),
  reach: z.enum(reaches, pick('phạm vi')),
  title: requiredText(200, 'Hãy đặt tên hội chợ.'),
  summary: optionalText(3_000),
  organiser: requiredText(200, 'Hãy ghi cơ quan tổ chức.'),
  province: requiredText(2, 'Hãy chọn tỉnh nơi diễn ra.'),
  place: requiredText(200, 'Hãy ghi nơi diễn ra.'),
  audience: requiredText(200, 'Hãy ghi khách hàng hướng tới, ví dụ siêu thị, người tiêu dùng.'),
  opensOn: typedDate,
  closesOn: typedDate,
  applyBy: typedDate,
  booths: typedCount(10_000),
  leastStars: z.coerce.number().int().min(0).max(5),
  highlight: ticked,
  clashReason: optionalText(500),
  edition: z.coerce.number().int().min(0).max(1_000_000),
})
export type FairInput = z.output<typeof FairInput>

export const FairCancelInput = z.object({ reason: requiredText(500, 'Hãy ghi lý do hủy để chủ thể biết.') })
export type FairCancelInput = z.output<typeof FairCancelInput>

export const ApplyInput = z.object({
  producer: requiredText(60, 'Hãy chọn chủ thể.'),
  products: names,
  wish: z.enum(wishes, pick('loại gian hàng')),
  note: optionalText(1_000),
})
export type ApplyInput = z.output<typeof ApplyInput>

export const ChooseInput = z.object({
  outcome: z.enum(['chosen', 'declined'], pick('kết quả')),
  booth: optionalText(20),
  reason: requiredText(500, 'Hãy ghi lý do, chủ thể đọc được.'),
})
export type ChooseInput = z.output<typeof ChooseInput>

/** The page sends whom it showed, so that a list that grew meanwhile moves no mark. */
export const AttendInput = z.object({ shown: names, attended: names })
export type AttendInput = z.output<typeof AttendInput>

export const BoothInput = z.object({
  words: requiredText(3_000, 'Hãy giới thiệu gian hàng bằng vài câu.'),
  filmUrl: optionalText(300),
})
export type BoothInput = z.output<typeof BoothInput>

export const BoothPictureInput = z.object({
  description: requiredText(200, 'Hãy tả bức ảnh trong một câu.'),
  picture: z.instanceof(File, { error: 'Hãy chọn ảnh.' }),
})

const sum = z
  .string({ error: 'Hãy ghi số tiền, không có thì ghi 0.' })
  .transform((text) => Number(text.replaceAll(/[.\s]|đồng|đ$/g, '')))
  .refine((value) => Number.isInteger(value) && value >= 0, { error: 'Hãy ghi số tiền bằng đồng, không có thì ghi 0.' })
  .refine((value) => value <= 1_000_000_000_000, { error: 'Không vượt quá 1.000.000.000.000 đồng.' })

export const FairOutcomeInput = z.object({
  contracts: typedCount(10_000),
  contractValue: sum,
  distributors: typedCount(10_000),
  revenue: sum,
  note: optionalText(1_000),
})
export type FairOutcomeInput = z.output<typeof FairOutcomeInput>
