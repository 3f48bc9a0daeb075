import { getConnInfo } from '@hono/node-server/conninfo'
import { visitor } from '../kernel/actor.ts'
import { ownMachine } from '../platform/proxies.ts'
import type { Request } from '../platform/web.ts'
import type { Origin } from './model.ts'
import { networkOf } from './rules.ts'

/**
 * Where a request comes from. Only a proxy on this machine, or one that the operator names, is believed when it names the
 * address behind it, and only its own word, the last one: everything before was written by the sender.
 */
export function originOf(c: Request): Origin {
  const peer = peerOf(c)
  const isProxy = ownMachine(peer) || c.var.proxies?.(peer)
  const forwarded = isProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined
  return { address: forwarded || peer, userAgent: c.req.header('User-Agent') ?? '' }
}

/** Who sends: an account, or without one everybody behind the same network. Limits of sending count by it. */
export function sourceOf(c: Request): string {
  const { actor } = c.var.ctx
  return actor.id === visitor.id ? `network ${networkOf(originOf(c).address)}` : `account ${actor.id}`
}

/** Requests made inside the process have no socket. */
function peerOf(c: Request): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
