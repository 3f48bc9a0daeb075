import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import type { Refused } from '../kernel/refusal.ts'
import type { Env } from './web.ts'

/** RFC 9457 problem details, the same members in every refusal; `title` and `detail` are Vietnamese, `code` is for programs. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    article: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

export const problemType = 'application/problem+json'

/** Programs get problem+json, people a page. */
export function asksForJson(c: HonoContext): boolean {
  return c.req.path.startsWith('/api/') || (c.req.header('Accept') ?? '').startsWith('application/json')
}

/**
 * The one place where refusals become a status: 404 what is not there or not theirs, 409 when somebody acted first,
 * 429 when one must wait, 503 when the store of files does not answer, 422 for everything a person can mend.
 */
export function statusOf({ refusals }: Refused): 404 | 409 | 422 | 429 | 503 {
  if (refusals.length === 0 || refusals.some(({ code }) => code === 'kernel/not-found')) return 404
  if (refusals.some(({ code }) => code.startsWith('kernel/file-'))) return 503
  if (refusals.some(({ waitMinutes }) => waitMinutes !== undefined)) return 429
  return refusals.some(({ overtaken }) => overtaken) ? 409 : 422
}

export function problemResponse(c: HonoContext<Env>, problem: Omit<Problem, 'type' | 'requestId'>): Response {
  const whole = { type: 'about:blank', ...problem, requestId: c.var.requestId } satisfies Problem
  return c.body(JSON.stringify(whole), problem.status as 400, { 'Content-Type': `${problemType}; charset=utf-8` })
}

/** The answer of an API to input of the wrong shape. */
export function invalidInput(c: HonoContext<Env>, issues: readonly z.core.$ZodIssue[]): Response {
  const errors = issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }))
  return problemResponse(c, {
    title: 'Dữ liệu gửi lên chưa đúng',
    status: 422,
    detail: errors.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join(' '),
    code: 'kernel/invalid-input',
    errors,
  })
}
