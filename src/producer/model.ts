import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { fold, tidy } from '../kernel/text.ts'
import { optionalText, requiredText, ticked, typedCount, typedDate, typedPhone } from '../platform/input.ts'

/** Legal forms of 26/2026 Điều 2.3; `other` holds what earlier lists recognised and the article no longer names. */
export const producerKinds = [
  'household',
  'group',
  'cooperative',
  'company',
  'farm',
  'tourism-body',
  'other',
  // A published list names no subject: nobody, never counted as a producer, until an officer finds who it was.
  'unknown',
] as const
export type ProducerKind = (typeof producerKinds)[number]

export const capacities = ['owner', 'staff', 'delegate'] as const
/** In which capacity a person acts for a producer; a delegate is disclosed to every officer who reads. */
export type Capacity = (typeof capacities)[number]

export const consentMeans = ['paper', 'in-person', 'phone'] as const
export type ConsentMeans = (typeof consentMeans)[number]

/** How a producer agreed to be registered by an officer. */
export interface Consent {
  readonly givenBy: string
  readonly givenOn: CivilDate
  readonly means: ConsentMeans
  /** Where the signed paper is kept, who else was present … */
  readonly note?: string | undefined
}

/** What the registration, and later Form 02 part I, asks of a producer. */
export interface ProducerDetails {
  readonly kind: ProducerKind
  readonly name: string
  readonly registrationNo?: string | undefined
  readonly registrationOn?: CivilDate | undefined
  readonly representativeName?: string | undefined
  readonly representativePosition?: string | undefined
  readonly representativeSex?: 'female' | 'male' | undefined
  readonly representativeEthnicity?: string | undefined
  readonly representativeDisabled: boolean
  readonly representativeAddress?: string | undefined
  readonly address?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly foundedOn?: CivilDate | undefined
  readonly localCapitalPercent?: number | undefined
  readonly labourTotal?: number | undefined
  readonly labourLocal?: number | undefined
  readonly history?: string | undefined
  readonly structure?: string | undefined
}

export interface Registration extends ProducerDetails {
  readonly commune: string
  /** The day the commune's code is understood at; today when absent. */
  readonly communeOn?: CivilDate | undefined
  readonly sample?: boolean | undefined
}

export interface Producer {
  readonly id: string
  readonly code: string
  readonly slug: string
  readonly kind: ProducerKind
  readonly name: string
  readonly registrationNo: string | null
  readonly registrationOn: CivilDate | null
  readonly representativeName: string | null
  readonly representativePosition: string | null
  readonly representativeSex: 'female' | 'male' | null
  readonly representativeEthnicity: string | null
  readonly representativeDisabled: boolean
  readonly representativeAddress: string | null
  readonly address: string | null
  readonly communeCode: string
  readonly communeOn: CivilDate
  readonly phone: string | null
  readonly email: string | null
  readonly foundedOn: CivilDate | null
  readonly localCapitalPercent: number | null
  readonly labourTotal: number | null
  readonly labourLocal: number | null
  readonly history: string | null
  readonly structure: string | null
  readonly registeredAt: Instant
  readonly registeredBy: string
  readonly consent: Consent | null
  readonly closedOn: CivilDate | null
  readonly sample: boolean
  /** Where the commune is today; null when it was split and nobody has said which part. */
  readonly communeToday: string | null
  readonly provinceToday: string | null
}

export interface Member {
  readonly accountId: string
  readonly name: string
  readonly capacity: Capacity
  readonly fromDate: CivilDate
  readonly toDate: CivilDate | null
}

/** An earlier producer whose history and stars the later one carries. */
export interface Predecessor {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly kind: ProducerKind
  readonly onDate: CivilDate
  readonly basis: string
  readonly distance: number
}

/** `0 401.812 345` and `0401812345` are one number; letters of old household numbers in capitals. */
export function registrationNumber(typed: string): string {
  return tidy(typed).toUpperCase().replaceAll(/[\s.]/g, '')
}

/** `kinh`, `Kinh ` → `Kinh`; other names as typed, first letters as the person writes them. */
export function ethnicityName(typed: string): string {
  return fold(typed) === 'kinh' ? 'Kinh' : tidy(typed)
}

const typedRegistration = z
  .string()
  .transform(registrationNumber)
  .refine((text) => /^[0-9A-ZĐ][0-9A-ZĐ/-]{3,29}$/.test(text), {
    error: 'Số đăng ký gồm chữ và số như in trên giấy, ví dụ 0401812345 hoặc 40A8012345.',
  })
  .optional()

const details = {
  kind: z.enum(producerKinds, { error: 'Hãy chọn loại hình của chủ thể.' }),
  name: requiredText(200, 'Hãy ghi tên chủ thể như trên giấy đăng ký.'),
  registrationNo: typedRegistration,
  registrationOn: typedDate.optional(),
  representativeName: requiredText(100, 'Hãy ghi họ tên người đại diện theo pháp luật.'),
  representativePosition: optionalText(100),
  representativeSex: z.enum(['female', 'male'], { error: 'Hãy chọn nữ hoặc nam.' }),
  representativeEthnicity: requiredText(50, 'Hãy ghi dân tộc của người đại diện, ví dụ Kinh, Ê Đê.').transform(
    ethnicityName,
  ),
  representativeDisabled: ticked,
  representativeAddress: optionalText(300),
  address: requiredText(300, 'Hãy ghi thôn, buôn, số nhà và đường.'),
  phone: typedPhone,
  email: z.email({ error: 'Địa chỉ thư điện tử chưa đúng, ví dụ ten@vidu.vn.' }).max(200).optional(),
  foundedOn: typedDate.optional(),
  localCapitalPercent: typedCount(100).optional(),
  labourTotal: typedCount(1_000_000).optional(),
  labourLocal: typedCount(1_000_000).optional(),
  history: optionalText(4_000),
  structure: optionalText(2_000),
}

export const AmendmentInput = z.object(details)

export const RegistrationInput = z.object({
  ...details,
  commune: z
    .string({ error: 'Hãy chọn xã, phường hoặc đặc khu.' })
    .regex(/^\d{5}$/, { error: 'Hãy chọn xã, phường hoặc đặc khu.' }),
})

/** What an officer adds when registering for somebody else. */
export const AssistedRegistrationInput = z.object({
  ...details,
  consentBy: requiredText(100, 'Hãy ghi họ tên người đã đồng ý.'),
  consentOn: typedDate,
  consentMeans: z.enum(consentMeans, { error: 'Hãy chọn cách chủ thể đã đồng ý.' }),
  consentNote: optionalText(500),
})

export const MemberInput = z.object({
  signInName: requiredText(100, 'Hãy ghi tên đăng nhập của người được thêm.').transform((text) => text.toLowerCase()),
  capacity: z.enum(capacities, { error: 'Hãy chọn tư cách.' }),
  toDate: typedDate.optional(),
})

export const SuccessionInput = z.object({
  successorCode: requiredText(20, 'Hãy ghi mã của chủ thể kế thừa, ví dụ CT-23473-007.').transform((text) =>
    text.toUpperCase(),
  ),
  onDate: typedDate,
  basis: requiredText(500, 'Hãy ghi căn cứ: giấy nào, số nào, ngày nào.'),
})

export const EndingInput = z.object({ accountId: z.string().max(60) })
