import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText } from '../platform/input.ts'

/** A short lesson for one criterion of one rubric. */
export interface Lesson {
  readonly id: string
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  /** `26-2026`. */
  readonly lawText: string
  /** `13`, the number in the text's list. */
  readonly rubric: string
  /** `1.1`. */
  readonly criterion: string
  readonly title: string
  readonly body: string
  readonly courseId: string | null
  readonly courseTitle: string | null
  readonly publishedAt: Instant
  readonly endedAt: Instant | null
  readonly sample: boolean
}

/** One criterion of one rubric of a text. */
export type LessonPlace = Pick<Lesson, 'rubric' | 'criterion'>

export const LessonInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị.'),
  rubric: requiredText(40, 'Hãy chọn bộ tiêu chí.'),
  criterion: requiredText(20, 'Hãy chọn tiêu chí.'),
  title: requiredText(200, 'Hãy đặt tên bài, ví dụ Ghi nguồn gốc nguyên liệu thế nào cho đủ.'),
  body: requiredText(6_000, 'Hãy viết bài: làm gì, giấy nào chứng minh, lỗi hay gặp.'),
  course: optionalText(60),
})
export type LessonInput = z.output<typeof LessonInput>
