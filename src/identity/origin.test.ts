import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { readProxies } from '../platform/proxies.ts'
import type { Env } from '../platform/web.ts'
import { sourceOf } from './origin.ts'

const world = useWorld()
const known: Actor = { id: 'dan', name: 'Dân', postings: [], producers: [] }

async function sourceSeen(actor: Actor, peer: string, forwarded?: string, proxies?: string) {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('ctx', world.as(actor))
    c.set('proxies', proxies === undefined ? undefined : readProxies(proxies))
    await next()
  })
  app.get('/', (c) => c.text(sourceOf(c)))
  const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }
  const answer = await app.request('/', { headers }, { incoming: { socket: { remoteAddress: peer } } })
  return answer.text()
}

test('a source is the account, or the network that the proxy of this machine names; a stranger cannot name another', async () => {
  expect(await sourceSeen(known, '192.0.2.7')).toBe('account dan')
  expect(await sourceSeen(visitor, '192.0.2.7')).toBe('network 192.0.2.0/24')
  expect(await sourceSeen(visitor, '192.0.2.7', '198.51.100.9')).toBe('network 192.0.2.0/24')
  expect(await sourceSeen(visitor, '127.0.0.1', '203.0.113.5, 198.51.100.9')).toBe('network 198.51.100.0/24')
})

test('a proxy elsewhere is believed when the operator names it, and nobody else beside it', async () => {
  const proxies = '10.0.2.0/24, 2001:db8::7'
  for (const peer of ['10.0.2.15', '::ffff:10.0.2.15', '2001:db8::7'])
    expect([peer, await sourceSeen(visitor, peer, '198.51.100.9', proxies)]).toEqual([peer, 'network 198.51.100.0/24'])
  expect(await sourceSeen(visitor, '10.0.3.15', '198.51.100.9', proxies)).toBe('network 10.0.3.0/24')
  expect(await sourceSeen(visitor, '2001:db8::8', '198.51.100.9', proxies)).toBe('network 2001:db8:0:0::/64')
})
