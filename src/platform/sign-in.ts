import { createMiddleware } from 'hono/factory'
import { paths } from '../ui/paths.ts'
import type { Env } from './web.ts'

/** Pages of people with an account: a visitor signs in first and then lands where they wanted to be. */
export const signedIn = createMiddleware<Env>(async (c, next) => {
  if (c.var.ctx.actor.id !== 'visitor') return next()
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(paths.identity.signIn(c.req.method === 'GET' ? { tiep: `${pathname}${search}` } : {}), 303)
})
