import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { country, visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import type { Env } from '../platform/web.ts'
import { stranger } from '../ui/viewer.ts'
import { useWorld } from '../../test/support/world.ts'
import { territoryPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const ministry: Actor = {
  id: 'mau-bo',
  name: 'Cán bộ mẫu',
  postings: [{ role: 'ministry-officer', unit: country, province: country }],
  producers: [],
}

function appFor(actor: Actor) {
  return new Hono<Env>()
    .use(async (c, next) => {
      c.set('ctx', world.as(actor))
      c.set('viewer', stranger)
      c.set('sentence', ({ code, facts = {} }) => {
        const said = refusals[code as keyof typeof refusals]
        return typeof said === 'function' ? said(facts) : said
      })
      await next()
    })
    .route('/', territoryPages)
    .onError((error, c) => {
      if (error instanceof Refused) return c.text(error.message, 404)
      throw error
    })
}

async function page(path: string, actor: Actor = visitor): Promise<{ status: number; text: string }> {
  const answer = await appFor(actor).request(path)
  return { status: answer.status, text: await answer.text() }
}

function post(path: string, form: Record<string, string>, actor: Actor = ministry): Response | Promise<Response> {
  return appFor(actor).request(path, { method: 'POST', body: new URLSearchParams(form) })
}

test('without a question the page lists the provinces, which add up to the country', async () => {
  const { text } = await page('/don-vi')
  expect(text).toContain('Thành phố Đồng Nai')
  expect(text).toContain('3.321')
})

test('an old name leads to the unit of today', async () => {
  const found = await page('/don-vi?q=duong+dong')
  expect(found.text).toContain('Thị trấn Dương Đông')
  const unit = await page('/don-vi/31078?ngay=2019-06-01')
  expect(unit.text).toContain('<h1>Thị trấn Dương Đông</h1>')
  expect(unit.text).toContain('Đặc khu Phú Quốc, An Giang')
  expect(unit.text).toContain('có trong danh mục năm 2019, không còn trong danh mục năm 2022')
})

test('a day before the reform shows what stood then; a day that is none is told at the box', async () => {
  expect((await page('/don-vi?q=duc+linh&ngay=30/06/2025')).text).toContain('Huyện Đức Linh')
  expect((await page('/don-vi?q=duc+linh&ngay=31/06/2025')).text).toContain('Ngày chưa đúng.')
})

test('a split or doubtful unit says that nobody guessed', async () => {
  expect((await page('/don-vi/30901?ngay=2024-01-01')).text).toContain('Hệ thống không đoán thay')
})

test('a district shows today’s communes on its land', async () => {
  const { text } = await page('/don-vi/600?ngay=2025-06-30')
  expect(text).toContain('Cấp huyện đã bãi bỏ')
  expect(text).toContain('Xã Hoài Đức, Lâm Đồng')
})

test('what was typed cannot become markup', async () => {
  expect((await page('/don-vi?q=%3Cscript%3Ealert(1)%3C/script%3E')).text).not.toContain('<script>alert(1)')
})

test.each(['/don-vi/99999', '/don-vi/abc'])('%s is not there', async (path) => {
  expect((await page(path)).status).toBe(404)
})

test('whoever may not change units does not learn of the page', async () => {
  expect((await page('/don-vi/thay-doi')).status).toBe(404)
  expect(
    (await post('/don-vi/thay-doi', { document: 'x', effectiveOn: '01/12/2026', lines: 'x' }, visitor)).status,
  ).toBe(404)
})

test('a wrong form comes back with what was typed and a sentence at the field; a right one is kept', async () => {
  expect((await page('/don-vi/thay-doi?tinh=46', ministry)).text).toContain('Xã Hải Dương')
  const wrong = await post('/don-vi/thay-doi', {
    document: '999/NQ',
    effectiveOn: '01/12/2026',
    lines: '23194; 23194; Xã Hoài Đức; 68',
  })
  expect(wrong.status).toBe(422)
  const redrawn = await wrong.text()
  expect(redrawn).toContain('Dòng 1: 23194 không có gì thay đổi.')
  expect(redrawn).toContain('23194; 23194; Xã Hoài Đức; 68')
  const empty = await post('/don-vi/thay-doi', {})
  expect(await empty.text()).toContain('Hãy ghi số, ký hiệu văn bản.')

  const kept = await post('/don-vi/thay-doi', {
    document: '999/NQ',
    effectiveOn: '01/12/2026',
    lines: '23194 23194 Phường Hoài Đức 68\r\n',
  })
  expect([kept.status, kept.headers.get('location')]).toEqual([303, '/don-vi/thay-doi'])
  expect((await page('/don-vi/thay-doi', ministry)).text).toContain('999/NQ')
  const settled = await post('/don-vi/thay-doi/ket-luan', {
    oldCode: '19999',
    newCodes: '19900',
    basis: 'Công văn mẫu',
  })
  expect(settled.status).toBe(303)
  expect((await page('/don-vi/19999?ngay=2020-01-01')).text).toContain('Phường Thuận An, Huế')
})
