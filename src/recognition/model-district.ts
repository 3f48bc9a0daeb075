import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, typedDate } from '../platform/input.ts'
import type { Stars, TextId } from '../regime/model.ts'
import { pastRows, row, typedPoints } from './model-round.ts'

/** What a district did with a result that was not its own to recognise. */
export type DistrictOutcome = 'told' | 'proposed'

/** A session of a district's council as its papers tell it. */
export interface DistrictRound {
  readonly id: string
  readonly text: TextId
  /** `Huyện Kon Plông, tỉnh Kon Tum`, as both were called on the day of the session. */
  readonly unitName: string
  readonly district: string
  readonly province: string
  readonly metOn: CivilDate
  readonly minutes: string
  /** Null when the papers do not say. */
  readonly toldOn: CivilDate | null
  readonly proposal: string | null
  /** The person's name. */
  readonly enteredBy: string
  readonly enteredAt: Instant
  /** Null while the entry counts. */
  readonly withdrawnAt: Instant | null
  /** The person's name. */
  readonly withdrawnBy: string | null
  readonly withdrawnBecause: string | null
}

/** The district's result for one product, with what its province then decided under the same text, once that is entered. */
export interface DistrictLine {
  readonly roundId: string
  readonly position: number
  readonly productName: string
  readonly producerName: string
  readonly placeName: string
  readonly pointsHundredths: number
  readonly stars: Stars
  readonly sample: boolean
  readonly decisionId: string | null
  readonly decisionNumber: string | null
  /** Null for a result that the province approved and sent up. */
  readonly decidedStars: number | null
}

interface TypedLine {
  readonly row: string
  readonly product: string
  readonly pointsHundredths: number
}

export const DistrictRoundInput = z
  .object({
    province: requiredText(120, 'Hãy ghi tên tỉnh, thành phố lúc đó.'),
    district: requiredText(120, 'Hãy ghi tên huyện lúc đó.'),
    metOn: typedDate,
    minutes: requiredText(300, 'Hãy ghi số biên bản phiên chấm.'),
    toldOn: typedDate.optional(),
    proposal: optionalText(120),
    product: z.record(row, requiredText(200, 'Hãy ghi sản phẩm.')).default({}),
    points: z.record(row, typedPoints).default({}),
  })
  .transform(({ product, points, ...round }, context) => {
    const lines: TypedLine[] = []
    const missing = (field: string, at: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field, at], message })
    for (const at of pastRows) {
      const [named, given] = [product[at], points[at]]
      if (named !== undefined && given !== undefined) lines.push({ row: at, product: named, pointsHundredths: given })
      else if (named !== undefined) missing('points', at, 'Hãy ghi điểm trong biên bản.')
      else if (given !== undefined) missing('product', at, 'Hãy ghi sản phẩm của dòng này.')
      else if (at === '1') missing('product', at, 'Hãy ghi ít nhất một sản phẩm của phiên chấm.')
    }
    return { ...round, lines }
  })
export type DistrictRoundInput = z.output<typeof DistrictRoundInput>

export const DistrictWithdrawalInput = z.object({
  because: requiredText(500, 'Hãy ghi vì sao bản nhập này sai.'),
})
export type DistrictWithdrawalInput = z.output<typeof DistrictWithdrawalInput>
