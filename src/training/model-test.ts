import { z } from 'zod'
import type { Instant } from '../kernel/civil-date.ts'
import { requiredText, typedCount } from '../platform/input.ts'

/** One question of a course's test: one of the options is right. */
export interface TestQuestion {
  readonly id: string
  readonly position: number
  readonly wording: string
  readonly options: readonly string[]
  /** From 1. */
  readonly answer: number
}

/** A test as it was handed in. */
export interface AnswerSheet {
  readonly attempt: number
  readonly correct: number
  readonly total: number
  readonly passed: boolean
  readonly handedInAt: Instant
}

/** A paper of the course that learners take along. */
export interface Material {
  readonly id: string
  readonly courseId: string
  readonly title: string
  readonly file: string
  readonly fileName: string
  readonly mediaType: 'application/pdf' | 'image/jpeg'
  readonly bytes: number
}

export const QuestionInput = z.object({
  wording: requiredText(500, 'Hãy ghi câu hỏi.'),
  options: requiredText(1_500, 'Hãy ghi các câu trả lời, mỗi dòng một câu.').transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
  answer: typedCount(6),
})
export type QuestionInput = z.output<typeof QuestionInput>

export const AnswersInput = z.object({
  chon: z.record(z.string(), z.coerce.number().int()).default({}),
})

export const PaperTestInput = z.object({
  enrolment: requiredText(60, 'Hãy chọn người.'),
  correct: typedCount(1_000),
})
export type PaperTestInput = z.output<typeof PaperTestInput>

export const MaterialInput = z.object({
  title: requiredText(200, 'Hãy đặt tên tài liệu.'),
  file: z.instanceof(File, { error: 'Hãy chọn tệp PDF hoặc ảnh.' }),
})
