import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { optionalText, requiredText, typedDate, typedPhone } from '../platform/input.ts'

/** Where a point of sale stands: the classes of 950/QĐ-BCT. */
export const pointClasses = [
  'station',
  'rest-stop',
  'market',
  'tourism',
  'craft-village',
  'commune-centre',
  'fair-centre',
  'post-office',
] as const
export type PointClass = (typeof pointClasses)[number]

/** A place that shows and sells OCOP products. */
export interface SalePoint {
  readonly id: string
  readonly unitCode: UnitCode
  readonly class: PointClass
  readonly name: string
  readonly address: string
  readonly keeper: string
  readonly phone: string
  readonly hours: string
  readonly openedOn: CivilDate
  readonly closedOn: CivilDate | null
  readonly communeName: string | null
  readonly provinceToday: UnitCode | null
  readonly unitToday: UnitCode | null
  /** Products on the shelf whose stars are in force. */
  readonly inForce: number
  readonly sample: boolean
}

/** A product on a shelf: its stars while they are in force, else nothing to boast of. */
export interface ShelvedProduct {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly producerName: string
  readonly stars: number | null
  readonly lastDay: CivilDate | null
}

export const PointInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị quản lý.'),
  class: z.enum(pointClasses, { error: 'Hãy chọn nhóm địa điểm.' }),
  name: requiredText(160, 'Hãy ghi tên điểm bán.'),
  address: requiredText(200, 'Hãy ghi địa chỉ để khách tìm được.'),
  commune: requiredText(5, 'Hãy chọn xã, phường.'),
  keeper: requiredText(160, 'Hãy ghi người hoặc cơ sở phụ trách.'),
  phone: typedPhone,
  hours: optionalText(100),
  openedOn: typedDate,
})
export type PointInput = z.output<typeof PointInput>

export const ShelfInput = z.object({ code: requiredText(80, 'Hãy ghi mã sản phẩm hoặc số giấy chứng nhận.') })
export const TakeDownInput = z.object({ product: requiredText(60, 'Hãy chọn sản phẩm.') })
export const ClosePointInput = z.object({
  closedOn: typedDate,
  reason: requiredText(300, 'Hãy ghi vì sao điểm bán thôi hoạt động.'),
})
export type ClosePointInput = z.output<typeof ClosePointInput>
