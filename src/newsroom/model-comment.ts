import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText } from '../platform/input.ts'
import type { ArticleState } from './model.ts'

export type CommentState = 'waiting' | 'shown' | 'refused' | 'erased'
export type CommentAct = 'approve' | 'refuse' | 'report' | 'keep' | 'erase'

/** What a reader wrote; the e-mail address is not kept, so no page, answer or log can show it. */
export interface Comment {
  readonly id: string
  readonly articleId: string
  readonly articleSlug: string | null
  readonly articleTitle: string
  /** Comments go with a withdrawn article. */
  readonly articleState: ArticleState
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly name: string
  readonly body: string
  readonly state: CommentState
  readonly reported: boolean
  /** Why it was refused, or what a reader reported. */
  readonly reason: string | null
  readonly writtenAt: Instant
  readonly sample: boolean
}

const typedEmail = z
  .string({ error: 'Hãy ghi thư điện tử.' })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'Thư điện tử chưa đúng, ví dụ ten@vidu.vn.' }).max(200, { error: 'Tối đa 200 ký tự.' }))

export const CommentInput = z.object({
  name: requiredText(80, 'Hãy ghi tên hiện cùng bình luận.'),
  email: typedEmail,
  body: requiredText(2_000, 'Hãy viết bình luận.'),
  /** A box people do not see; whoever fills it in is a program. */
  website: z.string().optional(),
})
export type CommentInput = z.output<typeof CommentInput>

export const ReportInput = z.object({ reason: requiredText(500, 'Hãy ghi bình luận này có gì không phải.') })

export const EraseInput = z.object({ ma: requiredText(100, 'Thiếu khóa của bình luận.') })
export const RemovalInput = z.object({ email: typedEmail })

export const ModerateInput = z.object({
  act: z.enum(['approve', 'refuse', 'keep'], { error: 'Hãy chọn duyệt hay không.' }),
  reason: optionalText(500),
})
export type ModerateInput = z.output<typeof ModerateInput>
