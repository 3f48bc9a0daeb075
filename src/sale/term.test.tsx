import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { province } from '../../test/support/awarding.ts'
import { visiting } from '../../test/support/pages.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { selling } from '../../test/support/selling.ts'
import { tradeOfficer } from '../../test/support/trading.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Env } from '../platform/web.ts'
import { forgetContacts, placePurchase } from './actions.ts'
import { purchaseOfCode } from './actions-reading.ts'
import { setTerm } from './actions-term.ts'
import { saleBuyerPages } from './pages-buyer.tsx'
import { saleTermPages } from './pages-term.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const { onSale, wanted } = selling(world)
let actor: Actor = visitor
let now: string | undefined
const pages = visiting(new Hono<Env>().route('/', saleBuyerPages).route('/', saleTermPages), refusals, () =>
  world.as(actor, now),
)
const given = { answerHours: '24', contactDays: '30', fromDate: '25/11/2026', basis: '1/2026/QĐ-UBND mẫu' }
const tomorrow = '2026-11-25T02:00:00.000Z'

test('a province sets hours and days by its document; an order placed before keeps the default it was placed under', async () => {
  const { pack } = await onSale()
  const [before, after] = [wanted(), wanted()]
  await placePurchase(world.as(visitor), pack, before)
  expect(await (await pages.get(`/dat-mua/${pack}`)).text()).toContain('mặc định của hệ thống, luật không quy định')
  actor = tradeOfficer
  for (const [change, said] of [
    [{ fromDate: '24/11/2026' }, 'Thời hạn mới áp dụng từ ngày mai trở đi.'],
    [{ answerHours: '12' }, 'Từ 24 đến 240 giờ.'],
    [{ contactDays: '400' }, ''],
    [{ basis: '' }, 'Hãy ghi văn bản của tỉnh'],
  ] as const) {
    const refused = await pages.post('/ban-hang/thoi-han', { ...given, ...change })
    expect([refused.status, (await refused.text()).includes(said)]).toEqual([422, true])
  }
  expect((await pages.post('/ban-hang/thoi-han', given)).status).toBe(303)
  expect((await pages.post('/ban-hang/thoi-han', given)).status).toBe(409)
  expect(await (await pages.get('/ban-hang/thoi-han')).text()).toContain('48 giờ')
  now = tomorrow
  expect(await (await pages.get('/ban-hang/thoi-han')).text()).toContain('1/2026/QĐ-UBND mẫu')
  actor = visitor
  const form = await (await pages.get(`/dat-mua/${pack}`)).text()
  expect(form).toMatch(/24\s*giờ[\s\S]*1\/2026\/QĐ-UBND mẫu/)
  expect(form).toContain('xóa sau 30 ngày')
  await placePurchase(world.as(visitor, tomorrow), pack, after)
  const found = async ({ ma }: { ma: string }) => (await purchaseOfCode(world.as(visitor), ma))?.purchase
  expect([(await found(before))?.answerBy, (await found(after))?.answerBy]).toEqual([
    '2026-11-26T02:00:00.000Z',
    '2026-11-26T02:00:00.000Z',
  ])
  await forgetContacts(world.as(visitor, '2026-12-30T02:00:00.000Z'))
  expect([(await found(before))?.phone, (await found(after))?.phone]).toEqual(['0900000333', null])
})

test('another province and another role set nothing', async () => {
  const input = { answerHours: 24, contactDays: 30, fromDate: '2026-12-01', basis: 'x' }
  expect(await refusedWith(setTerm(world.as(tradeOfficer), '66', input))).toEqual(['kernel/not-found'])
  expect(await refusedWith(setTerm(world.as(visitor), province, input))).toEqual(['kernel/not-found'])
  actor = visitor
  expect((await pages.get('/ban-hang/thoi-han')).status).not.toBe(200)
})
