import { deleteCookie, getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { actorOf, sessionCookie, sessionOf } from '../identity/actions.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { offeredChannels } from '../platform/channel.ts'
import { contextAt } from '../platform/context.ts'
import type { Context } from '../platform/context.ts'
import { flashCookie } from '../platform/forms.ts'
import type { Env } from '../platform/web.ts'
import { producersOf } from '../producer/actions.ts'
import type { Surroundings } from './app.ts'
import { sentence } from './slices.ts'
import { viewerOf } from './viewer.ts'

/** Cookie → session → actor → context: every request knows who acts, when, and under which number. */
export function knowWho({ db, files, keys, reactsTo, clock, config, openId, building }: Surroundings) {
  const channels = offeredChannels(config)
  return createMiddleware<Env>(async (c, next) => {
    const anonymous = contextAt({ db, files, keys, reactsTo, actor: visitor }, clock())
    c.set('requestId', newId())
    c.set('sentence', sentence)
    c.set('demonstration', config.demonstration)
    c.set('building', building?.() ?? false)
    c.set('publicUrl', config.publicUrl)
    c.set('proxies', config.proxies)
    c.set('openId', openId)
    c.set('channels', channels)
    c.set('smsSecret', config.sms?.secret)
    c.set('ctx', anonymous)
    c.set('viewer', { signedIn: false, name: visitor.name })
    const ctx = { ...anonymous, actor: await actorBehind(anonymous, getCookie(c, sessionCookie)) }
    c.set('ctx', ctx)
    c.set('viewer', await viewerOf(ctx, c.req.path))
    const flash = getCookie(c, flashCookie)
    c.set('flash', flash)
    if (flash !== undefined) deleteCookie(c, flashCookie, { path: '/' })
    await next()
    // What one person sees must not be kept for another; public pages may be, and are checked again by their ETag.
    if (ctx.actor !== visitor || flash !== undefined) c.header('Cache-Control', 'private, no-store')
    else if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'public, no-cache')
    c.header('Vary', 'Cookie', { append: true })
  })
}

async function actorBehind(ctx: Context, token: string | undefined): Promise<Actor> {
  if (token === undefined) return visitor
  const session = await sessionOf(ctx, token)
  if (session === undefined) return visitor
  const { accountId, mustChangePassword } = session
  // A password that serves once, known to whoever handed it over, opens no office and no producer.
  const [actor, producers] = await Promise.all([
    actorOf(ctx, accountId),
    mustChangePassword ? [] : producersOf(ctx, accountId),
  ])
  return { ...actor, producers }
}
