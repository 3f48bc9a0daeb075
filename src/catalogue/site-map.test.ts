import { Hono } from 'hono'
import { beforeAll, expect, it } from 'vitest'
import { enterProduct } from '../../test/support/entered.ts'
import { commune } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { Refused } from '../kernel/refusal.ts'
import type { Env } from '../platform/web.ts'
import { rebuild } from './actions.ts'
import { siteMap } from './site-map.ts'

const world = useWorld()
const publicUrl = 'https://vi-du.example'
const count = 5

beforeAll(async () => {
  for (let index = 1; index <= count; index++)
    await enterProduct(world, {
      name: `Trà ${index}`,
      province: '66',
      commune,
      stars: 3,
      decidedOn: '2026-06-01',
      group: '12',
    })
  await rebuild(world.as())
})

async function get(
  path: string,
  partSize?: number,
  stride?: number,
): Promise<{ status: number; text: string; etag: string | null }> {
  const app = new Hono<Env>()
    .use(async (c, next) => {
      c.set('ctx', world.as())
      c.set('publicUrl', publicUrl)
      await next()
    })
    .route('/', siteMap(partSize, stride))
    .onError((error, c) => (error instanceof Refused ? c.notFound() : c.text(String(error), 500)))
  const answer = await app.request(path)
  return { status: answer.status, text: await answer.text(), etag: answer.headers.get('etag') }
}

const addresses = (text: string) =>
  [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address.replace(publicUrl, ''))

async function everyPage(partSize?: number): Promise<{ parts: string[]; pages: string[] }> {
  const parts = addresses((await get('/sitemap.xml', partSize)).text)
  const read = await Promise.all(parts.map(async (part) => addresses((await get(part, partSize)).text)))
  return { parts, pages: read.flat() }
}

it('names every product and producer once, in one part of each', async () => {
  const { parts, pages } = await everyPage()
  expect(parts).toHaveLength(3)
  expect(pages.filter((page) => page.startsWith('/san-pham/'))).toHaveLength(count)
  expect(pages.some((page) => page.startsWith('/chu-the/'))).toBe(true)
  expect(new Set(pages).size).toBe(pages.length)
  expect(pages).toContain('/kiem-tra')
})

it.each([1, 2, 4, 5])('parts of %i hold together what one part holds', async (partSize) => {
  const { parts, pages } = await everyPage(partSize)
  expect(parts.filter((part) => part.includes('/san-pham/'))).toHaveLength(Math.ceil(count / partSize))
  expect(pages.toSorted()).toEqual((await everyPage()).pages.toSorted())
  for (const part of parts.slice(1))
    expect(addresses((await get(part, partSize)).text).length).toBeLessThanOrEqual(partSize)
})

it.each([1, 2, 4, 5])('read by %i at a time, a part says the same', async (stride) => {
  const [, part = ''] = (await everyPage()).parts
  expect((await get(part, undefined, stride)).text).toBe((await get(part)).text)
  const [, first = ''] = (await everyPage(3)).parts
  expect((await get(first, 3, stride)).text).toBe((await get(first, 3)).text)
})

it('a part has a mark that changes with the catalogue, and an unknown kind is not there', async () => {
  const [, part = ''] = (await everyPage()).parts
  const before = (await get(part)).etag
  expect(before).toBeTruthy()
  await enterProduct(world, {
    name: 'Trà mới',
    province: '66',
    commune,
    stars: 4,
    decidedOn: '2026-07-01',
    group: '12',
  })
  await rebuild(world.as())
  expect((await get(part)).etag).not.toBe(before)
  expect((await get('/sitemap/khac/0')).status).toBe(404)
})
