import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { optionalText, requiredText, ticked, typedCount, typedDate, typedMoney } from '../platform/input.ts'
import type { Ask, BuyerKind } from './model.ts'

/** Where a producer's raw material comes from. */
export interface MaterialArea {
  readonly id: string
  readonly producerId: string
  readonly name: string
  readonly crop: string
  readonly communeCode: UnitCode
  readonly communeName: string | null
  readonly squareMetres: number
  readonly households: number
  readonly contract: boolean
  readonly fromDate: CivilDate
  readonly toDate: CivilDate | null
}

/** A buyer at the other end of a producer's chain, with what was received so far. */
export interface ChainBuyer {
  readonly buyerId: string
  readonly name: string
  readonly kind: BuyerKind
  readonly connections: number
  readonly received: number
  readonly value: Dong
}

/** A product on the official shelf of gifts. */
export interface Gift {
  readonly id: string
  readonly productName: string
  readonly productSlug: string
  readonly producerName: string
  readonly communeToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly provinceName: string | null
  readonly occasion: string
  readonly price: Dong
  readonly note: string
  readonly shelvedOn: CivilDate
  readonly stars: number
}

/** What a producer wrote down for buyers abroad. */
/** A fair that a product was shown at: a buyer abroad asks for it, and no list demands it. */
export interface ShownAtFair {
  readonly slug: string
  readonly title: string
  readonly reach: 'province' | 'country' | 'international'
  readonly opensOn: CivilDate
}

export interface ExportRecord {
  readonly englishName: string
  readonly englishSummary: string
  readonly hsCode: string
  readonly markets: string
  readonly englishLabel: boolean
}

export interface ExportReady extends ExportRecord {
  readonly productId: string
  readonly productName: string
  readonly productSlug: string
  readonly producerId: string
  readonly producerName: string
  readonly provinceName: string | null
  readonly stars: number
  readonly held: readonly Ask[]
}

/** Three numbers of one month, and what direct sale adds to them by itself. */
export interface StarMonth {
  readonly month: CivilDate
  readonly cost: Dong
  readonly starredSales: Dong
  /** Goods of direct sale that buyers received; only what holds a star is sold so. */
  readonly received: Dong
  readonly otherSales: Dong
}

/** The middle of others nearby, and of how many; nobody's own. */
export interface LocalMedian {
  readonly producers: number
  /** Cost of the star in đồng for a thousand đồng of starred sales. */
  readonly costPerThousand: number | null
  /** Starred sales of a hundred đồng of all sales. */
  readonly starredPercent: number | null
}

const figure = typedCount(1_000_000_000_000)

export const AreaInput = z.object({
  name: requiredText(200, 'Hãy đặt tên vùng nguyên liệu, ví dụ Vườn cà phê thôn 3.'),
  crop: requiredText(100, 'Hãy ghi cây, con gì.'),
  commune: requiredText(5, 'Hãy chọn xã.'),
  squareMetres: typedCount(10_000_000_000, 'Hãy ghi diện tích.').refine((value) => value > 0, {
    error: 'Hãy ghi một số lớn hơn 0.',
  }),
  households: typedCount(100_000, 'Hãy ghi số hộ.'),
  contract: ticked,
  fromDate: typedDate,
})
export type AreaInput = z.output<typeof AreaInput>

export const GiftInput = z.object({
  product: requiredText(60, 'Hãy chọn sản phẩm.'),
  occasion: requiredText(200, 'Hãy ghi dịp tặng, ví dụ Tết, hội nghị, đoàn khách.'),
  price: typedMoney,
  note: optionalText(500),
})
export type GiftInput = z.output<typeof GiftInput>

export const ExportInput = z.object({
  englishName: requiredText(200, 'Hãy ghi tên bằng tiếng Anh.'),
  englishSummary: requiredText(1_000, 'Hãy tả sản phẩm bằng tiếng Anh, hai ba câu.'),
  hsCode: z
    .string()
    .transform((text) => text.replaceAll(/[.\s]/g, ''))
    .refine((text) => /^(\d{6}|\d{8})$/.test(text), { error: 'Mã HS gồm 6 hoặc 8 chữ số.' })
    .optional(),
  markets: requiredText(300, 'Hãy ghi thị trường đang nhắm tới.'),
  englishLabel: ticked,
})
export type ExportInput = z.output<typeof ExportInput>

export const StarMonthInput = z.object({
  month: z.string({ error: 'Hãy chọn tháng.' }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Hãy chọn tháng.'),
  cost: figure,
  starredSales: figure,
  otherSales: figure,
})
export type StarMonthInput = z.output<typeof StarMonthInput>
