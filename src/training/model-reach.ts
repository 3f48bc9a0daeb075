import { z } from 'zod'
import { requiredText, typedCount } from '../platform/input.ts'

export const reachDimensions = ['sex', 'ethnicity', 'kind', 'place'] as const
/** By what those whom training reached are counted. */
export type ReachDimension = (typeof reachDimensions)[number]

/** How many people of one sex, ethnicity, kind or place came; each person once. */
export interface ReachCell {
  readonly label: string
  readonly people: number
}

/** A cell as it is shown: null is hidden, because so few are told from each other. */
export interface ShownReachCell {
  readonly label: string
  readonly people: number | null
}

export const SmallestCellInput = z.object({
  people: typedCount(100, 'Hãy ghi số người.').refine((value) => value >= 2, { error: 'Từ 2 đến 100 người.' }),
  basis: requiredText(200, 'Hãy ghi căn cứ hoặc lý do.'),
})
export type SmallestCellInput = z.output<typeof SmallestCellInput>
