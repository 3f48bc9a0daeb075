import { z } from 'zod'
import { roles } from '../kernel/actor.ts'
import type { Role, UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, typedDate, typedPhone } from '../platform/input.ts'

export interface Account {
  readonly id: string
  readonly signInName: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly passwordExpiresAt: Instant | null
  readonly passwordResetAt: Instant | null
  readonly sample: boolean
}

/** A role in a unit for a term, with where the unit is today. */
export interface HeldPosting {
  readonly id: string
  readonly accountId: string
  readonly accountName: string
  readonly signInName: string
  readonly role: Role
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly unitName: string
  readonly fromDate: CivilDate
  /** The last day it holds; null = until further notice. */
  readonly toDate: CivilDate | null
  readonly endedOn: CivilDate | null
  readonly confirmedAt: Instant
  readonly passwordResetAt: Instant | null
  /** Today's unit; null when it was split or its fate is unknown, until a person settles it. */
  readonly today: UnitCode | null
  readonly province: UnitCode | null
}

/** `unsettled`: the unit was split. `unconfirmed`: an administrator renewed the password and no leader confirmed since. */
export const postingStates = ['active', 'future', 'ended', 'unsettled', 'unconfirmed'] as const
export type PostingState = (typeof postingStates)[number]

export interface LoginSession {
  readonly id: string
  readonly accountId: string
  readonly network: string
  readonly device: string
  readonly openedAt: Instant
  readonly seenAt: Instant
  readonly expiresAt: Instant
  readonly endedAt: Instant | null
}

/** A person at an identity provider who may enter as this account. */
export interface OutsideIdentity {
  readonly id: string
  readonly accountId: string
  readonly issuer: string
  readonly subject: string
  readonly shownName: string | null
  readonly linkedBy: string
  readonly linkedAt: Instant
}

/** One way to the provider and back, to enter or, with an account, to link. */
export interface OutsideRound {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly next: string | null
  readonly accountId: string | null
}

/** Where a sign-in comes from. */
export interface Origin {
  readonly address: string
  readonly userAgent: string
}

/** A limit of sending that a source has reached, and for how long. */
export interface UsedUp {
  readonly kind: string
  readonly waitMinutes: number
}

/** All sample accounts share it; accounts of real people may not use it. */
export const samplePassword = 'du-lieu-mau-2026'

// A telephone number as a name is typed with spaces one day and without them the next.
const signInName = requiredText(60, 'Hãy ghi tên đăng nhập.').transform((text) =>
  text.toLowerCase().replaceAll(/\s+/g, ''),
)

const newSignInName = signInName.refine((text) => /^[a-z0-9][a-z0-9._@+-]{2,59}$/.test(text), {
  error: 'Tên đăng nhập gồm 3 đến 60 chữ thường không dấu, chữ số hoặc các dấu . _ - @ +.',
})

const password = z.string({ error: 'Hãy ghi mật khẩu.' })

export const SignInInput = z.object({ signInName, password, tiep: optionalText(500) })

const person = {
  signInName: newSignInName,
  name: requiredText(100, 'Hãy ghi họ và tên.'),
  email: z.email({ error: 'Địa chỉ thư điện tử chưa đúng, ví dụ ten@vidu.vn.' }).max(200).optional(),
  phone: typedPhone.optional(),
}

export const AccountInput = z.object(person)
export const SignUpInput = z.object({ ...person, password, again: password, tiep: optionalText(500) })

export const PasswordInput = z.object({ current: password, next: password, again: password })

export const PostingInput = z.object({
  signInName,
  role: z.enum(roles, { error: 'Hãy chọn vai trò.' }),
  unit: z.string({ error: 'Hãy chọn đơn vị.' }).regex(/^(VN|\d{2}|\d{5})$/, { error: 'Hãy chọn đơn vị.' }),
  from: typedDate,
  to: typedDate.optional(),
})

export const OutsideInput = z.object({ subject: requiredText(255, 'Hãy ghi mã danh tính.') })

export const EndPostingInput = z.object({ reason: requiredText(300, 'Hãy ghi lý do thôi phân công.') })
export const SettleInput = z.object({
  unit: z.string({ error: 'Hãy chọn đơn vị hôm nay.' }).regex(/^(\d{2}|\d{5})$/, { error: 'Hãy chọn đơn vị hôm nay.' }),
})

export interface NewAccount {
  readonly signInName: string
  readonly name: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly sample?: boolean | undefined
}

export interface PostingGrant {
  readonly accountId: string
  readonly role: Role
  readonly unit: UnitCode
  readonly from: CivilDate
  readonly to?: CivilDate | undefined
  /** The day the unit's code is understood at; today when absent. */
  readonly unitOn?: CivilDate | undefined
}
