import type { Hono, Context as HonoContext } from 'hono'
import { orMissing } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Viewer } from '../ui/viewer.ts'
import type { ChannelName } from './channel.ts'
import type { Context } from './context.ts'
import type { OpenId } from './open-id.ts'
import type { Proxies } from './proxies.ts'

/** What every request carries once web/app has looked at it. */
export interface Env {
  Variables: {
    ctx: Context
    requestId: string
    viewer: Viewer
    /** The Vietnamese sentence of a refusal, from all slices' words. */
    sentence: (refusal: Refusal) => string
    /** A sentence left by the act before this page (after a redirect). */
    flash: string | undefined
    /** Sample data is marked on every page. */
    demonstration: boolean
    /** The sample programme is still being made: the first minute of a demonstration. */
    building: boolean
    /** A stricter content policy of this answer alone, where bytes of strangers are sent. */
    contentPolicy: string | undefined
    publicUrl: string
    /** Whose word on the address behind a request counts, besides a proxy on this machine. */
    proxies: Proxies | undefined
    /** By which ways people may ask to be told. */
    channels: readonly ChannelName[]
    /** What the carrier of text messages signs with, when there is one. */
    smsSecret: string | undefined
    /** The operator's identity provider, when there is one. */
    openId: OpenId | undefined
  }
}

export type Request = HonoContext<Env>
export type Routes = Hono<Env>

/** A segment of the address; the routes are written with `paths`, so the type of the path does not name it. */
export function param(c: Request, name: string): string {
  return orMissing(c.req.param(name))
}
