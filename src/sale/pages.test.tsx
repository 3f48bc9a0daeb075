import { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { awarding, owner } from '../../test/support/awarding.ts'
import { visiting } from '../../test/support/pages.ts'
import { commune, communeOfficer, refusedWith } from '../../test/support/producers.ts'
import { selling } from '../../test/support/selling.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { addDays } from '../kernel/civil-date.ts'
import { newSpokenCode } from '../kernel/id.ts'
import { atomically } from '../platform/atomically.ts'
import type { Env } from '../platform/web.ts'
import { oneRow, run, sql } from '../platform/db.ts'
import { registerRenewal } from '../recognition/actions-certificate.ts'
import { paths } from '../ui/paths.ts'
import {
  answerPurchase,
  cancelPurchase,
  changePack,
  closePack,
  forgetContacts,
  lapseDue,
  placePurchase,
} from './actions.ts'
import { askHelp } from './actions-help.ts'
import { deskItems, packToOrder, purchaseOfCode, purchaseToAnswer, saleOf } from './actions-reading.ts'
import type { PurchaseInput } from './model.ts'
import { salePages } from './pages.tsx'
import { saleBuyerPages } from './pages-buyer.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const stage = awarding(world)
const { onSale, wanted } = selling(world)
let actor: Actor = visitor
const pages = visiting(new Hono<Env>().route('/', saleBuyerPages).route('/', salePages), refusals, () =>
  world.as(actor),
)
beforeEach(() => {
  actor = visitor
})

const buyer = (now?: string) => world.as(visitor, now)
const stockOf = async (pack: string) => (await packToOrder(buyer(), pack)).stock

test('a pack that was closed is neither changed nor closed again, and says so', async () => {
  const { as, pack, producerId } = await onSale()
  await closePack(as(), pack)
  expect(await refusedWith(closePack(as(), pack))).toEqual(['sale/closed'])
  actor = owner(producerId)
  const late = await pages.post(paths.sale.change(pack), { price: '99.000', stock: '1', seen: '5' })
  // Its form has no place any more: the page of refusals says it.
  expect(await late.text()).toBe('sale/closed')
})

test('what is left is not typed over an order that was accepted meanwhile', async () => {
  const { as, pack, producerId } = await onSale()
  const id = await placePurchase(buyer(), pack, wanted())
  await answerPurchase(as(), id, { act: 'confirm' })
  actor = owner(producerId)
  const late = await pages.post(paths.sale.change(pack), { price: '99.000', stock: '8', seen: '5' })
  const page = await late.text()
  expect([late.status, await stockOf(pack)]).toEqual([409, 3])
  expect(page).toContain('Số còn vừa đổi thành 3')
  expect(page).toContain('name="seen" value="3"')
  await pages.post(paths.sale.change(pack), { price: '99.000', stock: '8', seen: '3' })
  expect(await stockOf(pack)).toBe(8)
  await pages.post(paths.sale.change(pack), { price: '99.000', stock: '', seen: '8' })
  expect(await stockOf(pack)).toBe(null)
})

test('a product whose renewal waits for the authority is still sold (26/2026 Điều 12.3)', async () => {
  const { pack, productId } = await onSale()
  const { number, last } = await oneRow(
    world,
    sql<{
      number: string
      last: string
    }>`select number, expires_on as last from recognition.certificate where product_id = ${productId}`,
  )
  const after = `${addDays(last, 1)}T02:00:00.000Z`
  expect((await packToOrder(buyer(after), pack)).stars).toBeNull()
  const dossierId = await stage.dossier(productId, { kind: 'renewal', filedOn: addDays(last, -100) })
  await atomically(world.as(undefined, `${addDays(last, -100)}T02:00:00.000Z`), (tx) =>
    registerRenewal(tx, { certificateNumber: number, dossierId }),
  )
  expect((await packToOrder(buyer(after), pack)).stars).toBe(3)
})

describe('an order', () => {
  test('by a form without an account, sent twice, is one; its code opens it and nothing else does', async () => {
    const { pack } = await onSale()
    const html = await (await pages.get(`/dat-mua/${pack}`)).text()
    const ma = /name="ma" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const form = {
      ma,
      seen: '120000',
      quantity: '2',
      name: 'Người mua mẫu',
      phone: '0900 000 333',
      address: 'Thôn mẫu',
    }
    const unsaid = await pages.post(`/dat-mua/${pack}`, form)
    expect([unsaid.status, (await unsaid.text()).includes('Cần đồng ý')]).toEqual([422, true])
    const sent = await Promise.all([1, 2].map(() => pages.post(`/dat-mua/${pack}`, { ...form, consent: 'on' })))
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    const { count } = await oneRow(
      world,
      sql<{ count: number }>`select count(*) from sale.purchase where pack_id = ${pack}`,
    )
    expect(count).toBe(1)
    expect(await (await pages.get(`/don-hang?ma=${ma}`)).text()).toContain('270.000')
    expect((await pages.get(`/don-hang?ma=${newSpokenCode()}`)).status).toBe(404)
  })

  test('at a price that changed meanwhile shows the new one and places nothing', async () => {
    const { pack, as } = await onSale()
    await changePack(as(), pack, { price: 150_000, stock: 5, seen: 5 })
    const form = {
      ma: newSpokenCode(),
      seen: '120000',
      quantity: '1',
      name: 'A',
      phone: '0900000333',
      address: 'B',
      consent: 'on',
    }
    const again = await (await pages.post(`/dat-mua/${pack}`, form)).text()
    expect(again).toContain('Giá vừa đổi thành')
    expect(again).toContain('name="seen" value="150000"')
    expect(await purchaseOfCode(buyer(), form.ma)).toBeUndefined()
  })

  test('is refused of what ended, of more than there is, of fewer than the least', async () => {
    const { pack, productId } = await onSale({ least: 2 })
    const place = (change: Partial<PurchaseInput>, now?: string) =>
      refusedWith(placePurchase(buyer(now), pack, wanted(change)))
    expect(await place({ quantity: 6 })).toEqual(['sale/not-enough'])
    expect(await place({ quantity: 1 })).toEqual(['sale/too-few'])
    expect(await place({ website: 'x' })).toEqual(['sale/automatic'])
    expect(await place({}, '2036-01-01T00:00:00.000Z')).toEqual(['sale/not-in-force'])
    const later = buyer('2036-01-01T00:00:00.000Z')
    expect((await saleOf(later, { id: productId, producerId: '' })).packs).toEqual([])
  })

  test('the sixth of one telephone at one source in a day is refused, of another source it is not', async () => {
    const { pack } = await onSale({ stock: undefined })
    for (let count = 0; count < 5; count++) await placePurchase(buyer(), pack, wanted(), 'mạng một')
    expect(await refusedWith(placePurchase(buyer(), pack, wanted(), 'mạng một'))).toEqual(['sale/too-many'])
    expect(await refusedWith(placePurchase(buyer(), pack, wanted(), 'mạng hai'))).toEqual([])
  })
})

describe('an answer', () => {
  test('of two orders confirmed at once never sells what is not there; a cancelled one gives it back', async () => {
    const { pack, as } = await onSale({ stock: 3 })
    const orders = [wanted(), wanted()]
    const ids = await Promise.all(orders.map((order) => placePurchase(buyer(), pack, order)))
    const answers = await Promise.all(ids.map((id) => refusedWith(answerPurchase(as(), id, { act: 'confirm' }))))
    expect(answers.flat()).toEqual(['sale/not-enough'])
    expect(await stockOf(pack)).toBe(1)
    await cancelPurchase(buyer(), orders[answers.findIndex(({ length }) => length === 0)]?.ma ?? '')
    expect(await stockOf(pack)).toBe(3)
  })

  test('is the producer’s or the commune officer’s; cancelled after it went out it is not', async () => {
    const { pack, as } = await onSale()
    const order = wanted()
    const id = await placePurchase(buyer(), pack, order)
    const stranger = world.as({ ...owner('khac'), id: 'khac' })
    expect(await refusedWith(purchaseToAnswer(stranger, id))).toEqual(['kernel/not-found'])
    const officer = {
      ...communeOfficer,
      postings: [{ role: 'commune-officer' as const, unit: commune, province: '51' }],
    }
    const item = async (who: Actor, now?: string) =>
      (await deskItems(world.as(who, now))).find((one) => one.id === id)?.act
    expect(await item(owner((await packToOrder(buyer(), pack)).producerId))).toBe('Trả lời đơn đặt mua')
    expect(await item(officer)).toBeUndefined()
    expect(await item(officer, '2026-11-25T01:59:59.000Z')).toBeUndefined()
    expect(await item(officer, '2026-11-25T02:00:00.000Z')).toBe('Gọi giúp: đơn chưa trả lời')
    expect(await refusedWith(askHelp(world.as(officer), id))).toEqual(['kernel/not-found'])
    await askHelp(as(), id)
    expect(await item(officer)).toBe('Gọi giúp: chủ thể nhờ')
    expect(await refusedWith(askHelp(as(), id))).toEqual(['sale/help-asked'])
    actor = officer
    const unsaid = await pages.post(`/don-ban/${id}`, { act: 'decline', reason: '' })
    expect((await unsaid.text()).includes('Hãy ghi lý do')).toBe(true)
    await answerPurchase(world.as(officer), id, { act: 'confirm' })
    await answerPurchase(as(), id, { act: 'hand-over' })
    expect(await refusedWith(cancelPurchase(buyer(), order.ma))).toEqual(['sale/not-now'])
    await answerPurchase(as(), id, { act: 'receive' })
    const { steps } = await purchaseToAnswer(as(), id)
    expect(steps.map(({ side }) => side)).toEqual(['officer', 'producer', 'producer'])
    actor = owner((await packToOrder(buyer(), pack)).producerId)
    expect(await (await pages.get('/ban-hang')).text()).toContain('240.000')
  })

  test('for which the commune is asked twice at once is asked for once, and the other is told so', async () => {
    const { pack, as } = await onSale()
    const id = await placePurchase(buyer(), pack, wanted())
    const said = await Promise.all([refusedWith(askHelp(as(), id)), refusedWith(askHelp(as(), id))])
    expect(said.flat()).toEqual(['sale/help-asked'])
  })

  test('that does not come in its term lapses; after ninety days nobody knows who asked', async () => {
    const { pack } = await onSale()
    const order = wanted()
    await placePurchase(buyer(), pack, order)
    await run(
      world,
      sql`update sale.purchase set answer_by = '2020-01-01', placed_at = '2020-01-01' where pack_id = ${pack}`,
    )
    await lapseDue(world.as(visitor))
    const stateNow = async () => (await purchaseOfCode(buyer(), order.ma))?.purchase
    expect(await stateNow()).toMatchObject({ state: 'lapsed', phone: '0900000333' })
    await forgetContacts(world.as(visitor, '2036-01-01T00:00:00.000Z'))
    expect(await stateNow()).toMatchObject({ name: null, phone: null, address: null, note: '' })
  })
})
