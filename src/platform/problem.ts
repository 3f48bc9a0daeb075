import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'

/** RFC 9457 problem details; `title` and `detail` are Vietnamese, `code` is for programs. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly code?: string
  readonly article?: string
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
  readonly requestId?: string
}

export function problemResponse(c: HonoContext, problem: Omit<Problem, 'type'> & { type?: string }): Response {
  return c.body(JSON.stringify({ type: 'about:blank', ...problem }), problem.status as 400, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  })
}

/** The answer of an API to input of the wrong shape. */
export function invalidInput(c: HonoContext, issues: readonly z.core.$ZodIssue[]): Response {
  return problemResponse(c, {
    title: 'Dữ liệu gửi lên chưa đúng',
    status: 422,
    errors: issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message })),
  })
}
