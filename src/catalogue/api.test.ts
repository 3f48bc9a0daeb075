import { Hono } from 'hono'
import { beforeAll, expect, it } from 'vitest'
import { enterProduct } from '../../test/support/entered.ts'
import { commune } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { Refused } from '../kernel/refusal.ts'
import type { Env } from '../platform/web.ts'
import { rebuild } from './actions.ts'
import { catalogueApi } from './api.ts'

const world = useWorld()

beforeAll(async () => {
  const row = { province: '66', commune, group: '12' } as const
  await enterProduct(world, { ...row, name: 'Trà đang còn sao', stars: 4, decidedOn: '2026-06-01' })
  await enterProduct(world, { ...row, name: 'Trà đã hết sao', stars: 3, decidedOn: '2020-05-04' })
  await rebuild(world.as())
})

const app = new Hono<Env>()
  .use(async (c, next) => {
    c.set('ctx', world.as())
    await next()
  })
  .route('/', catalogueApi)
  .onError((error, c) => (error instanceof Refused ? c.notFound() : c.text(String(error), 500)))

async function get(path: string) {
  const answer = await app.request(path)
  expect(answer.status).toBe(200)
  return JSON.parse(await answer.text()) as { items: Product[]; total: number } & Product & { products: Product[] }
}

interface Product {
  readonly code: string
  readonly name: string
  readonly status: string
  readonly producer: { readonly id: string }
}

it.each([
  ['', ['Trà đang còn sao']],
  ['?status=expired', ['Trà đã hết sao']],
  ['?status=all', ['Trà đang còn sao', 'Trà đã hết sao']],
  ['?status=all&stars=3', ['Trà đã hết sao']],
  [`?commune=${commune}&q=tra`, ['Trà đang còn sao']],
  ['?province=48', []],
  ['?group=13', []],
])('products%s', async (query, names) => {
  const { items, total } = await get(`/api/v1/products${query}`)
  expect([items.map(({ name }) => name), total]).toEqual([names, names.length])
})

it('a page has the size that was asked for, of the same whole', async () => {
  const { items, total } = await get('/api/v1/products?status=all&size=1&page=2')
  expect([items.map(({ name }) => name), total]).toEqual([['Trà đã hết sao'], 2])
})

it('what a list names is found again: the product by its code, its producer by id and by code', async () => {
  const [listed] = (await get('/api/v1/products')).items
  expect(await get(`/api/v1/products/${listed!.code}`)).toEqual(listed)
  const producer = await get(`/api/v1/producers/${listed!.producer.id}`)
  expect(producer.products.map(({ name }) => name)).toContain('Trà đang còn sao')
  expect(await get(`/api/v1/producers/${producer.code}`)).toEqual(producer)
})

it('a code that was never given is missing', async () => {
  expect((await app.request('/api/v1/products/00-00000-00-0000')).status).toBe(404)
  expect((await app.request('/api/v1/producers/khong-co')).status).toBe(404)
})
