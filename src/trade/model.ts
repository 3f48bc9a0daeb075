import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import type { PaperKindId } from '../evidence/model.ts'
import { optionalText, requiredText, typedCount, typedDate, typedMoney, typedPhone } from '../platform/input.ts'

export const buyerKinds = [
  'supermarket',
  'wholesaler',
  'retailer',
  'restaurant-hotel',
  'processor',
  'exporter',
  'trader',
  'sales-point',
  'online',
  'agency',
] as const
export type BuyerKind = (typeof buyerKinds)[number]

export const units = ['kg', 'litre', 'piece', 'set', 'guest'] as const
export type Unit = (typeof units)[number]

/** What a channel may ask: papers of the evidence wallet, and the product code on the pack. */
export const askIds = [
  'business-registration',
  'food-safety',
  'production-condition',
  'quality-declaration',
  'test-result',
  'barcode-traceability',
  'quality-management',
  'material-origin',
  'intellectual-property',
  'environment',
  'gtin',
] as const satisfies readonly (PaperKindId | 'gtin')[]
export type Ask = (typeof askIds)[number]

/** Whoever buys in quantity; its demands are public once a trade officer confirmed that it exists. */
export interface Buyer {
  readonly id: string
  readonly kind: BuyerKind
  readonly name: string
  readonly registrationNo: string | null
  readonly provinceToday: UnitCode | null
  readonly provinceName: string | null
  readonly address: string
  readonly contactName: string
  readonly phone: string
  readonly email: string | null
  readonly registeredOn: CivilDate
  readonly confirmedOn: CivilDate | null
  /** Accounts that work for it. */
  readonly members: readonly string[]
}

/** One way into a buyer's shelves, with everything it asks of a supplier. */
export interface Channel {
  readonly id: string
  readonly buyerId: string
  readonly buyerName: string
  readonly buyerKind: BuyerKind
  readonly buyerConfirmed: boolean
  readonly name: string
  readonly asks: readonly Ask[]
  /** 0: any. */
  readonly minStars: number
  readonly unit: Unit
  readonly minQuantity: number
  /** How long the supplier waits for the money. */
  readonly paymentDays: number
  /** Everything taken off the price: discount, promotions, fees. */
  readonly discountPercent: number
  readonly note: string
  readonly closedOn: CivilDate | null
}

export interface Demand {
  readonly id: string
  readonly channelId: string
  readonly title: string
  readonly groupNo: string
  /** Bought from this province only. */
  readonly provinceCode: UnitCode | null
  readonly months: readonly number[]
  /** Each month, in the unit of the channel. */
  readonly quantity: number
  readonly priceTo: Dong | null
  readonly until: CivilDate
  readonly note: string
  readonly postedOn: CivilDate
  readonly closedOn: CivilDate | null
}

export interface ShownDemand extends Demand {
  readonly channel: Channel
  readonly provinceName: string | null
}

/** What a product can be sold in quantity for, and how much of it there is in each month. */
export interface Offer {
  readonly id: string
  readonly productId: string
  readonly unit: Unit
  readonly price: Dong
  /** January first; 0 is out of season. */
  readonly monthly: readonly number[]
  readonly minOrder: number
  readonly paymentDays: number
  readonly discountPercent: number
  readonly note: string
  readonly offeredOn: CivilDate
  readonly withdrawnOn: CivilDate | null
}

export interface ShownOffer extends Offer {
  readonly producerId: string
  readonly producerName: string
  readonly productName: string
  readonly productSlug: string
  readonly groupText: string
  readonly groupNo: string
  readonly communeToday: UnitCode | null
  readonly communeName: string | null
  readonly provinceToday: UnitCode | null
  readonly provinceName: string | null
  /** Stars in force today; 0 for none. */
  readonly stars: number
}

/** What a producer holds for one product on a day: papers in force with their last day, code, stars. */
export interface Holding {
  readonly papers: readonly { readonly kind: Ask; readonly until: CivilDate | null }[]
  readonly stars: number
}

const kind = { error: 'Hãy chọn một mục trong danh sách.' }
const oneOrMany = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(value))
const quantity = typedCount(1_000_000_000, 'Hãy ghi số lượng.').refine((value) => value > 0, {
  error: 'Hãy ghi một số lớn hơn 0.',
})
const month = z.coerce.number().int().min(1).max(12)

export const BuyerInput = z.object({
  kind: z.enum(buyerKinds, { error: 'Hãy chọn loại bên mua.' }),
  name: requiredText(200, 'Hãy ghi tên bên mua.'),
  registrationNo: optionalText(40),
  province: requiredText(2, 'Hãy chọn tỉnh, thành phố.'),
  address: requiredText(300, 'Hãy ghi địa chỉ.'),
  contactName: requiredText(100, 'Hãy ghi người liên hệ.'),
  phone: typedPhone,
  email: z.email({ error: 'Địa chỉ thư điện tử chưa đúng.' }).max(200).optional(),
})
export type BuyerInput = z.output<typeof BuyerInput>

export const MemberInput = z.object({ signInName: requiredText(100, 'Hãy ghi tên đăng nhập của người đó.') })
export type MemberInput = z.output<typeof MemberInput>

export const ChannelInput = z.object({
  name: requiredText(200, 'Hãy đặt tên kênh, ví dụ Quầy đặc sản của siêu thị.'),
  asks: oneOrMany(z.enum(askIds, kind)),
  minStars: z.coerce.number({ error: kind.error }).int().min(0).max(5),
  unit: z.enum(units, kind),
  minQuantity: typedCount(1_000_000_000, 'Hãy ghi lượng ít nhất, không hỏi thì ghi 0.'),
  paymentDays: typedCount(365, 'Hãy ghi số ngày thanh toán, trả ngay thì ghi 0.'),
  discountPercent: typedCount(100, 'Hãy ghi phần trăm chiết khấu, không có thì ghi 0.'),
  note: optionalText(1_000),
})
export type ChannelInput = z.output<typeof ChannelInput>

export const DemandInput = z.object({
  channel: requiredText(60, 'Hãy chọn kênh.'),
  title: requiredText(200, 'Hãy ghi cần mua gì.'),
  group: requiredText(10, 'Hãy chọn nhóm sản phẩm.'),
  province: optionalText(2),
  months: oneOrMany(month),
  quantity,
  priceTo: typedMoney.optional(),
  until: typedDate,
  note: optionalText(1_000),
})
export type DemandInput = z.output<typeof DemandInput>

export const OfferInput = z.object({
  product: requiredText(60, 'Hãy chọn sản phẩm.'),
  unit: z.enum(units, kind),
  price: typedMoney,
  monthly: z.record(z.string(), typedCount(1_000_000_000)).optional(),
  minOrder: quantity,
  paymentDays: typedCount(365, 'Hãy ghi số ngày thanh toán, trả ngay thì ghi 0.'),
  discountPercent: typedCount(100, 'Hãy ghi phần trăm chiết khấu, không có thì ghi 0.'),
  note: optionalText(1_000),
})
export type OfferInput = z.output<typeof OfferInput>

/** A form of one button. */
export const NothingInput = z.object({})
