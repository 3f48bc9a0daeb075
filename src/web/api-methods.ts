import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { Env } from '../platform/web.ts'
import { apis } from './slices.ts'

const apiRoutes = apis
  .flatMap(({ routes }) => routes)
  .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
  .map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replaceAll(/:[^/]+/g, '[^/]+')}$`) }))

/** The methods that an address of the API answers; none where there is no such address. */
export function methodsAt(path: string): string[] {
  return [...new Set(apiRoutes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))]
}

const reading: readonly string[] = ['GET', 'HEAD']

/**
 * A known address asked in a way it does not answer is 405, and a body that is no JSON 415: the routes would answer 404,
 * or refuse an empty body for all that it lacks.
 */
export const askedRight = createMiddleware<Env>(async (c, next) => {
  const { method, path } = c.req
  const allowed = methodsAt(path)
  if (allowed.length > 0 && !allowed.includes(method === 'HEAD' ? 'GET' : method)) throw new HTTPException(405)
  const type = c.req.header('Content-Type')
  if (!reading.includes(method) && type !== undefined && !/^application\/([\w.-]+\+)?json\b/i.test(type))
    throw new HTTPException(415)
  await next()
})
