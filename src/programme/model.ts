import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { requiredText, typedDate } from '../platform/input.ts'

export type RoundLevel = 'district' | 'province' | 'ministry'

/** A round (đợt): dossiers asked for before one day, evaluated before another. */
export interface Round {
  readonly id: string
  readonly level: RoundLevel
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly year: number
  readonly number: number
  readonly proposeBy: CivilDate
  readonly doneBy: CivilDate
  readonly sample: boolean
}

export interface NewRound extends Omit<Round, 'id' | 'sample'> {
  readonly sample?: boolean
}

export const RoundInput = z.object({
  year: z.coerce.number({ error: 'Hãy ghi năm, ví dụ 2026.' }).int().min(2018, 'Từ năm 2018.').max(2100),
  number: z.coerce.number({ error: 'Hãy ghi số thứ tự đợt.' }).int().min(1).max(20, 'Tối đa 20 đợt trong năm.'),
  proposeBy: typedDate,
  doneBy: typedDate,
})
export type RoundInput = z.output<typeof RoundInput>

export interface CalendarDay {
  /** The country, or the province that set the day for itself. */
  readonly unitCode: UnitCode
  readonly day: CivilDate
  readonly working: boolean
  readonly note: string
}

export const CalendarInput = z.object({
  day: typedDate,
  working: z.enum(['nghi', 'lam'], { error: 'Hãy chọn nghỉ hay làm bù.' }).transform((kind) => kind === 'lam'),
  note: requiredText(200, 'Hãy ghi căn cứ, ví dụ văn bản hoán đổi ngày làm việc.'),
})
export type CalendarInput = z.output<typeof CalendarInput>
