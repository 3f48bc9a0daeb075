import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { MonthDay } from '../kernel/civil-date.ts'
import { requiredText } from '../platform/input.ts'

/** Steps whose days a province sets here; ideas have their intake, evaluation its rounds. */
export const seasonSteps = ['learning', 'plan', 'implementation', 'promotion'] as const
export type SeasonStep = (typeof seasonSteps)[number]

/** When a step of the cycle is done in a province, every year; advice for whoever plans, never a ground to refuse. */
export interface Season {
  readonly id: string
  readonly provinceCode: UnitCode
  readonly step: SeasonStep
  readonly fromDay: MonthDay
  readonly toDay: MonthDay
  readonly basis: string
}

export const SeasonInput = z.object({
  province: requiredText(2, 'Hãy chọn tỉnh, thành phố.'),
  step: z.enum(seasonSteps, { error: 'Hãy chọn bước của chu trình.' }),
  fromDay: requiredText(5, 'Hãy ghi ngày đầu, ví dụ 15/4.'),
  toDay: requiredText(5, 'Hãy ghi ngày cuối, ví dụ 30/6.'),
  basis: requiredText(300, 'Hãy ghi văn bản của tỉnh.'),
})
export type SeasonInput = z.output<typeof SeasonInput>
