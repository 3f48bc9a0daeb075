import { Hono } from 'hono'
import type { ErrorHandler } from 'hono'
import { Refused } from '../../src/kernel/refusal.ts'
import type { Context } from '../../src/platform/context.ts'
import type { Env, Routes } from '../../src/platform/web.ts'
import { stranger } from '../../src/ui/viewer.ts'
import { sentencesOf } from '../../src/web/words.ts'

type Sentences = Parameters<typeof sentencesOf>[0][number]

export interface Visit {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** A form post: text fields url-encoded, or multipart as soon as a field is a file. */
  post(
    path: string,
    fields: Readonly<Record<string, string | File>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
  /** A JSON post, for the API. */
  send(path: string, body: unknown): Promise<Response>
}

/** The pages of a slice as somebody sees them, with a real database behind and no browser before. */
export function visiting(
  routes: Routes,
  sentences: Sentences,
  contextOf: () => Context,
  onError: ErrorHandler<Env> = plainTrouble,
): Visit {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('ctx', contextOf())
    c.set('sentence', sentencesOf([sentences]))
    c.set('viewer', stranger)
    c.set('requestId', 'test')
    c.set('publicUrl', 'http://localhost')
    c.set('demonstration', true)
    c.set('channels', ['email'])
    await next()
  })
  app.route('/', routes)
  app.onError(onError)
  return {
    get: async (path, headers = {}) => app.request(path, { headers }),
    send: async (path, body) =>
      app.request(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    post: async (path, fields, headers = {}) => {
      const withFile = Object.values(fields).some((value) => value instanceof File)
      const body = withFile ? new FormData() : new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) (body as FormData).append(name, value)
      return app.request(path, { method: 'POST', body, headers })
    },
  }
}

/** Only the code, for tests of one slice; the pages of trouble are the application's. */
const plainTrouble: ErrorHandler<Env> = (error, c) => {
  if (error instanceof Refused) return c.text(error.message, error.message === 'kernel/not-found' ? 404 : 403)
  throw error
}
