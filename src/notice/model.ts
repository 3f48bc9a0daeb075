import { z } from 'zod'
import type { Instant } from '../kernel/civil-date.ts'
import type { ChannelName } from '../platform/channel.ts'
import { typedPhone, ticked } from '../platform/input.ts'

/** Who says where to be told: a producer, by all who act for it, or one account. */
export type Owner = { readonly producer: string } | { readonly account: string }

/**
 * To whom a notice is addressed: an owner, or a guest, somebody without an account whom one record names
 * (`gathering.invitation:…`), who reads it only where it is sent.
 */
export type Reader = Owner | { readonly guest: string }

/** An address of one channel. */
export interface Destined {
  readonly channel: ChannelName
  readonly address: string
}

/** What somebody is told. */
export interface NewNotice {
  /** The occasion: the same key is told once, however often the cause is run again. */
  readonly key: string
  readonly reader: Reader
  readonly subject: string
  readonly body: string
  /** Where on this site one acts on it. */
  readonly href: string
  /** A term of law runs: never gathered into a daily digest. */
  readonly urgent: boolean
  /** Where the record itself says to write. A channel that the reader chose or stopped goes before it. */
  readonly known?: readonly Destined[]
  /** What a telephone shows instead of the link, in letters every telephone has. */
  readonly sms?: string
  /** What is signed and added to the link on its way out, so that it opens without an account; see platform/seal.ts. */
  readonly seal?: string
}

/**
 * `waiting` for its hour or for the next try · `sending` · `sent`: the channel took it · `delivered`: it arrived, where the channel
 * knows · `refused` by the channel for good · `given-up` after two days of a channel that does not answer.
 */
export const deliveryStates = ['waiting', 'sending', 'sent', 'delivered', 'refused', 'given-up'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export interface Delivery extends Destined {
  readonly state: DeliveryState
  readonly digest: boolean
  readonly attempts: number
  readonly nextTryAt: Instant
  readonly sentAt: Instant | null
  readonly reason: string | null
}

export interface Notice {
  readonly id: string
  readonly subject: string
  readonly body: string
  readonly href: string
  readonly madeAt: Instant
  /** The producer it was told to; null when it was told to the account itself. */
  readonly producerName: string | null
  readonly deliveries: readonly Delivery[]
}

/** An address that its owner gave; it counts once verified, until withdrawn. */
export interface Contact extends Destined {
  readonly id: string
  readonly addedAt: Instant
  readonly verifiedAt: Instant | null
  readonly withdrawnAt: Instant | null
}

/** Hours of the day in Vietnam, 0–23; from and to the same means no quiet hours. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

/** How a reader wants to be told. */
export interface Wish {
  readonly quiet: QuietHours
  /** Ordinary e-mails of a day come as one, at the end of the quiet hours. */
  readonly digest: boolean
}

const address = z.email({ error: 'Địa chỉ thư chưa đúng, ví dụ ten@vidu.vn.' }).max(200)

export const ContactInput = z.discriminatedUnion(
  'channel',
  [
    z
      .object({ channel: z.literal('email'), email: address })
      .transform(({ channel, email }) => ({ channel, address: email })),
    z
      .object({ channel: z.literal('sms'), phone: typedPhone })
      .transform(({ channel, phone }) => ({ channel, address: phone })),
    z
      .object({ channel: z.literal('messenger'), phone: typedPhone })
      .transform(({ channel, phone }) => ({ channel, address: phone })),
  ],
  { error: 'Hãy chọn một đường nhận.' },
)
export type ContactInput = z.output<typeof ContactInput>

export const CodeInput = z.object({
  code: z.string({ error: 'Hãy ghi mã 6 chữ số vừa nhận.' }).regex(/^\d{6}$/, { error: 'Mã gồm 6 chữ số.' }),
})

const hour = z.coerce.number({ error: 'Hãy chọn giờ.' }).int().min(0).max(23)
export const WishInput = z.object({ quietFrom: hour, quietTo: hour, digest: ticked })
