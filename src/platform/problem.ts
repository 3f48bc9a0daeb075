import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'
import type { Refused } from '../kernel/refusal.ts'

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

/** Programs get problem+json, people a page. */
export function asksForJson(c: HonoContext): boolean {
  return c.req.path.startsWith('/api/') || (c.req.header('Accept') ?? '').startsWith('application/json')
}

/**
 * The one place where refusals become a status: 404 what is not there or not theirs, 409 when somebody acted first,
 * 503 when the store of files does not answer, 422 for everything a person can mend.
 */
export function statusOf({ refusals }: Refused): 404 | 409 | 422 | 503 {
  if (refusals.length === 0 || refusals.some(({ code }) => code === 'kernel/not-found')) return 404
  if (refusals.some(({ code }) => code.startsWith('kernel/file-'))) return 503
  return refusals.some(({ overtaken }) => overtaken) ? 409 : 422
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
