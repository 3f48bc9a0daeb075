import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { Refused } from '../kernel/refusal.ts'
import { problemResponse } from '../platform/problem.ts'
import type { Env } from '../platform/web.ts'
import { useWorld } from '../../test/support/world.ts'
import { territoryApi } from './api.ts'

const world = useWorld()

async function get(
  path: string,
): Promise<{ status: number; body: Record<string, unknown> & { items?: Record<string, unknown>[] } }> {
  const app = new Hono<Env>()
    .use(async (c, next) => {
      c.set('ctx', world.as())
      await next()
    })
    .route('/', territoryApi)
    .onError((error, c) => {
      if (error instanceof Refused)
        return problemResponse(c, { title: error.message, status: 404, detail: '', code: 'kernel/not-found' })
      throw error
    })
  const answer = await app.request(path)
  return { status: answer.status, body: (await answer.json()) as never }
}

test('units in force on a day, of a kind, by name with or without marks', async () => {
  expect((await get('/api/v1/units?kind=commune&size=1')).body).toMatchObject({ total: 3_321, at: '2026-11-24' })
  expect((await get('/api/v1/units?kind=commune&at=2025-06-30&size=1')).body).toMatchObject({ total: 10_035 })
  expect((await get('/api/v1/units?kind=province&at=2025-06-30')).body.items).toHaveLength(63)
  const { body } = await get(`/api/v1/units?q=${encodeURIComponent('xã Đức Tín')}&at=2024-01-01`)
  expect(body.items?.[0]).toMatchObject({
    fullName: 'Xã Đức Tín',
    today: { fate: 'followed', code: '23194', provinceCode: '68' },
  })
  expect((await get('/api/v1/units?q=duc%20tin&at=2024-01-01')).body.total).toBe(body.total)
  expect((await get('/api/v1/units?q=00004')).body).toMatchObject({ items: [{ fullName: 'Phường Ba Đình' }] })
  expect((await get('/api/v1/units?q=%25')).body).toMatchObject({ total: 0 })
})

test('pages follow each other without gap', async () => {
  const first = await get('/api/v1/units?kind=commune&province=68&size=100&page=1')
  const second = await get('/api/v1/units?kind=commune&province=68&size=100&page=2')
  const codes = [...(first.body.items ?? []), ...(second.body.items ?? [])].map(({ code }) => code)
  expect(new Set(codes).size).toBe(first.body.total)
})

test('one code on a day, with all it stood for', async () => {
  const { body } = await get('/api/v1/units/31078?at=2019-06-01')
  expect(body).toMatchObject({ fullName: 'Thị trấn Dương Đông', today: { code: '31078' } })
  expect(body.versions).toHaveLength(3)
  expect((await get('/api/v1/units/38')).body).toMatchObject({
    fullName: 'Tỉnh Thanh Hoá',
    alsoSpelt: ['Tỉnh Thanh Hóa'],
  })
})

test('lineage both ways', async () => {
  const { body } = await get('/api/v1/units/23194/lineage')
  expect(body.links).toContainEqual({
    on: '2025-07-01',
    from: { code: '23215', fullName: 'Xã Đức Tín' },
    to: { code: '23194', fullName: 'Xã Hoài Đức' },
    kind: 'merged',
    certain: true,
    document: expect.stringContaining('NQ-UBTVQH15') as string,
  })
  expect((await get('/api/v1/units/536/lineage')).body.today).toMatchObject([
    { code: '21548', fullName: 'Đặc khu Lý Sơn' },
  ])
})

test('a place in words', async () => {
  const place = new URLSearchParams({
    commune: 'xã Đức Tín',
    district: 'huyện Đức Linh',
    province: 'Bình Thuận',
    at: '2023-06-30',
  })
  expect((await get(`/api/v1/units/resolve?${place}`)).body).toMatchObject({
    outcome: 'exact',
    candidates: [{ code: '23194', provinceCode: '68', provinceName: 'Lâm Đồng' }],
    reason: 'Toàn bộ Xã Đức Tín nay thuộc Xã Hoài Đức, Lâm Đồng.',
  })
})

test.each([
  ['/api/v1/units?at=30-06-2025', 422, 'at'],
  ['/api/v1/units?at=2025-02-30', 422, 'at'],
  ['/api/v1/units?size=0', 422, 'size'],
  ['/api/v1/units?size=many', 422, 'size'],
  ['/api/v1/units?kind=thon', 422, 'kind'],
  [`/api/v1/units?q=${'a'.repeat(201)}`, 422, 'q'],
  ['/api/v1/units/resolve', 422, 'commune'],
  ['/api/v1/units/resolve?commune=%20', 422, 'commune'],
  ['/api/v1/units/23194?at=hom-qua', 422, 'at'],
])('%s is answered %i at its field', async (path, status, field) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  expect(answer.body.errors).toEqual([{ field, message: expect.stringMatching(/\.$/) as string }])
})

test.each([
  '/api/v1/units/99999',
  '/api/v1/units/xa',
  '/api/v1/units/99999/lineage',
  '/api/v1/units/001?at=2026-01-01',
])('%s is not there', async (path) => {
  expect((await get(path)).status).toBe(404)
})
