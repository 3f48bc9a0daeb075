import { getConnInfo } from '@hono/node-server/conninfo'
import type { Request } from '../platform/web.ts'
import type { Origin } from './model.ts'

/**
 * Where a request comes from. Only a proxy on this machine is believed when it names the address behind it, and only
 * its own word, the last one: everything before was written by the sender.
 */
export function originOf(c: Request): Origin {
  const peer = peerOf(c)
  const isLocal = /^(::ffff:)?127\.|^::1$/.test(peer)
  const forwarded = isLocal ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined
  return { address: forwarded || peer, userAgent: c.req.header('User-Agent') ?? '' }
}

/** Requests made inside the process have no socket. */
function peerOf(c: Request): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
