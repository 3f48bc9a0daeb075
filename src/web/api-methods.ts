import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { Env } from '../platform/web.ts'
import { apis, pages } from './slices.ts'

const answered = [...apis, ...pages]
  .flatMap(({ routes }) => routes)
  .filter(({ method }) => method !== 'ALL')
  .map(({ method, path }) => ({ method, pattern: new RegExp(`^${patternOf(path)}$`) }))

function patternOf(path: string): string {
  return path.replaceAll('.', String.raw`\.`).replaceAll(/:[^/]+/g, '[^/]+')
}

/** The methods that an address answers; none where there is no such address. */
export function methodsAt(path: string): string[] {
  return [...new Set(answered.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))]
}

/** The methods of an address that is there, and was asked in another way. */
export function otherMethods(asked: string, path: string): string[] | undefined {
  const allowed = methodsAt(path)
  return allowed.length === 0 || allowed.includes(asked === 'HEAD' ? 'GET' : asked) ? undefined : allowed
}

const reading: readonly string[] = ['GET', 'HEAD']

/**
 * A known address asked in a way it does not answer is 405, and a body that is no JSON 415: the routes would answer 404,
 * or refuse an empty body for all that it lacks.
 */
export const askedRight = createMiddleware<Env>(async (c, next) => {
  const { method, path } = c.req
  if (otherMethods(method, path)) throw new HTTPException(405)
  const type = c.req.header('Content-Type') ?? ''
  if (!reading.includes(method) && !/^application\/([\w.-]+\+)?json\b/i.test(type)) throw new HTTPException(415)
  await next()
})
