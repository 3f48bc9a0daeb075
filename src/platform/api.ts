import { describeRoute, resolver, validator } from 'hono-openapi'
import type { z } from 'zod'
import type { Env } from './web.ts'
import { Problem, invalidInput, problemType } from './problem.ts'

/** The query of a route, checked; wrong input is answered 422 with one sentence per field. */
export function query<Schema extends z.ZodType>(schema: Schema) {
  return validator<Schema, 'query', Env, string>('query', schema, (checked, c) =>
    checked.success ? undefined : invalidInput(c, checked.error as readonly z.core.$ZodIssue[]),
  )
}

/** The JSON body of a route, checked in the same way. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return validator<Schema, 'json', Env, string>('json', schema, (checked, c) =>
    checked.success ? undefined : invalidInput(c, checked.error as readonly z.core.$ZodIssue[]),
  )
}

/** What the API page says of a route: one Vietnamese line, a tag, the shape of a good answer. */
export function says(summary: string, tag: string, answer: z.ZodType) {
  const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } })
  const refusal = { [problemType]: { schema: resolver(Problem) } }
  return describeRoute({
    summary,
    tags: [tag],
    responses: {
      200: { description: 'Thành công', content: json(answer) },
      404: { description: 'Không tìm thấy', content: refusal },
      422: { description: 'Dữ liệu gửi lên chưa đúng', content: refusal },
    },
  })
}
