import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { Instant } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { CodeInput, ContactInput } from '../notice/model.ts'
import { optionalText, requiredText, ticked, typedCount, typedMoney, typedPhone } from '../platform/input.ts'

export const paymentWays = ['on-delivery', 'transfer', 'either'] as const
export type PaymentWay = (typeof paymentWays)[number]

/** Fewer orders than this say nothing about how fast somebody answers. */
export const leastForSpeed = 10

/** A pack that a producer sells directly. */
export interface SoldPack {
  readonly id: string
  readonly productId: string
  readonly productName: string
  readonly productSlug: string
  readonly producerId: string
  readonly producerName: string
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  /** In force today; null stops the sale by itself. */
  readonly stars: number | null
  readonly label: string
  readonly price: Dong
  /** Left; null is made to order. */
  readonly stock: number | null
  readonly least: number
  readonly delivery: string
  readonly fee: Dong
  readonly payment: PaymentWay
  readonly closedAt: Instant | null
}

export type PurchaseState =
  | 'placed'
  | 'confirmed'
  | 'declined'
  | 'lapsed'
  | 'cancelled'
  | 'handed-over'
  | 'received'
  | 'returned'
export const purchaseActs = ['confirm', 'decline', 'hand-over', 'receive', 'return', 'cancel', 'lapse'] as const
export type PurchaseAct = (typeof purchaseActs)[number]
export type PurchaseSide = 'buyer' | 'producer' | 'officer' | 'system'
/** On a page, or by a text message of the telephone that was asked. */
export type PurchaseMeans = 'web' | 'sms'

/** What one person ordered: one pack, at the price of that moment. */
export interface Purchase {
  readonly id: string
  readonly packId: string
  readonly quantity: number
  readonly price: Dong
  readonly fee: Dong
  /** Null once the platform forgot who it was. */
  readonly name: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly note: string
  readonly placedAt: Instant
  readonly answerBy: Instant
  /** When the producer asked the commune to help with it. */
  readonly helpAskedAt: Instant | null
  /** How long after the last step the buyer agreed to be known. */
  readonly contactDays: number
  readonly state: PurchaseState
}

export interface PurchaseStep {
  readonly act: PurchaseAct
  readonly reason: string
  readonly side: PurchaseSide
  /** Null for the system. */
  readonly means: PurchaseMeans | null
  readonly at: Instant
}

/** For the producer alone. */
export interface SaleFigures {
  readonly orders: number
  readonly answered: number
  readonly lapsed: number
  readonly revenue: Dong
}

const fee = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? '0' : text))
  .pipe(typedCount(100_000_000))
const stock = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? undefined : text))
  .pipe(typedCount(1_000_000).optional())

export const PackInput = z.object({
  product: requiredText(60, 'Hãy chọn sản phẩm.'),
  label: requiredText(100, 'Hãy ghi quy cách, ví dụ: Hộp 500 g.'),
  price: typedMoney,
  stock,
  least: typedCount(10_000).refine((count) => count > 0, { error: 'Ít nhất là 1.' }),
  delivery: requiredText(300, 'Hãy ghi giao ở đâu, bằng cách nào.'),
  fee,
  payment: z.enum(paymentWays, { error: 'Hãy chọn cách trả tiền.' }),
})
export type PackInput = z.output<typeof PackInput>
/** `seen`: what was left when the form was drawn; orders accepted meanwhile took from it. */
export const PackChangeInput = z.object({ price: typedMoney, stock, seen: stock })
export type PackChangeInput = z.output<typeof PackChangeInput>

export const PurchaseInput = z.object({
  /** Drawn with the form: the same form sent twice is one order. */
  ma: z.string().regex(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/, { error: 'Hãy mở lại trang đặt mua.' }),
  /** The price that the person saw. */
  seen: typedCount(1_000_000_000_000),
  quantity: typedCount(10_000).refine((count) => count > 0, { error: 'Ít nhất là 1.' }),
  name: requiredText(100, 'Hãy ghi tên người nhận.'),
  phone: typedPhone,
  address: requiredText(300, 'Hãy ghi số nhà, đường hoặc thôn, xã, tỉnh.'),
  note: optionalText(300),
  consent: ticked.refine((yes) => yes, { error: 'Cần đồng ý để chủ thể gọi và giao hàng cho bạn.' }),
  /** A box people do not see; whoever fills it in is a program. */
  website: z.string().optional(),
})
export type PurchaseInput = z.output<typeof PurchaseInput>

/** Whoever holds the code is the buyer. */
export const HolderInput = z.object({ ma: requiredText(40, 'Hãy ghi mã theo dõi.') })
export const TellingInput = ContactInput.and(HolderInput)
export const TellingCodeInput = CodeInput.extend(HolderInput.shape)
export const AnswerInput = z.object({
  act: z.enum(['confirm', 'decline', 'hand-over', 'receive', 'return'], { error: 'Hãy chọn một việc.' }),
  reason: optionalText(300),
})
export type AnswerInput = z.output<typeof AnswerInput>
