import { afterAll, describe, expect, test } from 'vitest'
import { telephoneCompany } from '../../test/support/gateway.ts'
import type { TelephoneCompany } from '../../test/support/gateway.ts'
import { selling } from '../../test/support/selling.ts'
import { trading } from '../../test/support/trading.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { sendDue } from '../notice/actions-send.ts'
import { openChannels } from '../platform/channel.ts'
import { readConfig } from '../platform/config.ts'
import { rows, run, sql } from '../platform/db.ts'
import { openLog } from '../platform/log.ts'
import { signatureOf } from '../platform/signed-body.ts'
import { webApp } from '../web/app.ts'
import { answerPurchase, cancelPurchase, lapseDue, placePurchase } from './actions.ts'
import { packToOrder, purchaseOfCode } from './actions-reading.ts'
import type { PackInput } from './model.ts'
import { smsOf } from './words-message.ts'

const world = useWorld()
const { onSale, wanted } = selling(world)
const secret = 'mau-mau-mau-mau-mau-mau-mau-mau-mau'
const now = '2026-11-24T02:00:00.000Z'
let company: TelephoneCompany | undefined
afterAll(() => company?.close())

/** What the telephone company was handed so far for a number, oldest first. */
async function arrivedAt(phone: string): Promise<string[]> {
  company ??= await telephoneCompany(secret)
  const { sms } = openChannels(readConfig({ SMS_URL: company.url, SMS_SECRET: secret }), world)
  const email = { send: () => Promise.resolve({ state: 'sent' as const }) }
  await sendDue(() => world.as(), { channels: { email, ...(sms && { sms }) }, publicUrl: 'http://vidu.vn' })
  return company.arrived.filter(({ to }) => to === phone).map(({ text }) => text)
}

/** A message of a telephone, as its company hands it over. */
async function texts(phone: string, text: string, id = newId()): Promise<string> {
  const app = webApp({
    db: world.db,
    files: world.files,
    keys: world.keys,
    reactsTo: new Set(),
    config: { demonstration: false, publicUrl: 'http://localhost', sms: { url: 'http://localhost', secret } },
    log: openLog('silent'),
    clock: () => now,
  })
  const seconds = Date.parse(now) / 1000
  const body = JSON.stringify({ id, from: `+84${phone.slice(1)}`, text })
  const headers = {
    'Content-Type': 'application/json',
    'X-Ocop-Time': String(seconds),
    'X-Ocop-Signature': signatureOf(secret, seconds, body),
  }
  const answer = await app.request('/api/v1/messages', { method: 'POST', headers, body })
  return ((await answer.json()) as { reply: string }).reply
}

/** Orders of one pack, asked of the telephone of its producer. */
async function ordered(phone: string, quantities: readonly number[] = [2], change: Partial<PackInput> = {}) {
  const sold = await onSale(change)
  await run(world, sql`update producer.producer set phone = ${phone} where id = ${sold.producerId}`)
  const orders = quantities.map((quantity) => wanted({ quantity }))
  const ids: string[] = []
  for (const order of orders) ids.push(await placePurchase(world.as(visitor), sold.pack, order))
  const file = async (at = 0) => {
    const found = await purchaseOfCode(world.as(visitor), orders[at]?.ma ?? '')
    if (!found) throw new Error('No such order')
    return found
  }
  const state = async (at = 0) => (await file(at)).purchase.state
  const code = async (at = 0) => {
    const [found] = await rows<{ code: string }>(
      world,
      sql`select code from notice.question where key = ${`sale.ordered:${ids[at]}`}`,
    )
    return found?.code ?? ''
  }
  const stock = async () => (await packToOrder(world.as(visitor), sold.pack)).stock
  return { ...sold, orders, ids, file, state, code, stock, says: (text: string, id?: string) => texts(phone, text, id) }
}

describe('a producer with a basic telephone', () => {
  test('is asked by one message, answers by one digit, and is told whom to ring', async () => {
    const phone = '0933000001'
    const { ids, file, stock, code, says } = await ordered(phone)
    const [asked = ''] = await arrivedAt(phone)
    expect(asked).toMatch(
      /^OCOP\nDat mua 2 x Chai 500 ml .+ 240\.000 dong\. Nhan 1 = nhan don, 2 = khong ban duoc, truoc /,
    )
    expect(asked).toContain(`Ma ${await code()}`)
    const id = newId()
    const reply = await says(' 1. ', id)
    expect(reply).toContain('da ghi')
    expect(reply).toContain('Don 2 x Chai 500 ml: chu the da nhan don (qua tin nhan). Hay goi khach 0900000333.')
    expect(await says('1', id)).toBe(reply)
    expect(await file()).toMatchObject({
      purchase: { state: 'confirmed' },
      steps: [{ act: 'confirm', side: 'producer', means: 'sms' }],
    })
    expect(await stock()).toBe(3)
    const kept = await rows(
      world,
      sql`select actor, detail from audit.entry where fact = 'sale.answered' and subject = ${ids[0] ?? ''}`,
    )
    expect(kept).toEqual([{ actor: 'visitor', detail: { act: 'confirm', side: 'producer', means: 'sms' } }])
    const messages = await rows<{ reply: string }>(world, sql`select reply from notice.inbound where id = ${id}`)
    expect(messages[0]?.reply).not.toContain('0900000333')
  })

  test('that accepted an order is told there too when the buyer takes it back', async () => {
    const phone = '0933000010'
    const { orders, says } = await ordered(phone)
    await says('1')
    await cancelPurchase(world.as(visitor), orders[0]?.ma ?? '')
    expect((await arrivedAt(phone)).at(-1)).toMatch(/^OCOP\nKhach da huy don 2 x Chai 500 ml .+ Dung giao nua/)
  })

  test('tells two orders apart by their codes, and an order from a question of the trade', async () => {
    const phone = '0933000002'
    const { state, code, says } = await ordered(phone, [1, 2])
    expect(await says('1')).toContain('nhieu cau hoi')
    expect(await says(`2 ${(await code(1)).toLowerCase()}`)).toContain('chu the khong nhan (qua tin nhan)')
    expect([await state(0), await state(1)]).toEqual(['placed', 'declined'])
    const { buyer, seller, ask } = trading(world)
    const { offerId } = await seller('Cà phê mẫu', {}, phone)
    await ask(offerId, await buyer({ phone: '0911000002' }))
    expect(await says('1')).toContain('nhieu cau hoi')
    await says(`1 ${await code(0)}`)
    expect(await state(0)).toBe('confirmed')
    expect(await says('1')).toContain('Ca phe mau: da bao gia')
  })

  test('never sells what is not there, hears why, and may still decline', async () => {
    const { state, stock, code, says } = await ordered('0933000003', [2, 2], { stock: 3 })
    await says(`1 ${await code(0)}`)
    expect(await says('1')).toBe('OCOP: chua ghi duoc. Kho ghi chi con 1. Sua so con o trang Ban hang, hoac nhan 2.')
    expect([await state(1), await stock()]).toEqual(['placed', 1])
    await says('2')
    expect([await state(1), await stock()]).toEqual(['declined', 1])
  })

  test('hears how an order stands that was answered on the page, taken back or lapsed; the digit changes nothing', async () => {
    const onPage = await ordered('0933000004')
    await answerPurchase(onPage.as(), onPage.ids[0] ?? '', { act: 'confirm' })
    expect(await onPage.says('2')).toMatch(/da co tra loi\. Don .+: chu the da nhan don \(tren trang\)/)
    expect(await onPage.state()).toBe('confirmed')
    const back = await ordered('0933000005')
    await cancelPurchase(world.as(visitor), back.orders[0]?.ma ?? '')
    expect(await back.says(`1 ${await back.code()}`)).toContain('nguoi mua da huy')
    const late = await ordered('0933000006')
    await run(world, sql`update sale.purchase set answer_by = '2020-01-01' where id = ${late.ids[0] ?? ''}`)
    await lapseDue(world.as(visitor))
    expect(await late.says('1')).toContain('het han, chu the khong tra loi')
    expect([await back.state(), await late.state()]).toEqual(['cancelled', 'lapsed'])
  })

  test('and the page at the same moment are one answer', async () => {
    const { as, ids, file, says } = await ordered('0933000007')
    await Promise.allSettled([answerPurchase(as(), ids[0] ?? '', { act: 'confirm' }), says('2')])
    expect((await file()).steps).toHaveLength(1)
  })

  test('of another number, or with words that are no answer, changes nothing', async () => {
    const { state, says } = await ordered('0933000008')
    expect(await texts('0933000009', '1')).toContain('khong co cau hoi')
    for (const text of ['3', 'vâng', '12', '']) expect(await says(text)).toContain('khong hieu')
    expect(await says('1 ZZZZ')).toContain('nhieu cau hoi')
    expect(await state()).toBe('placed')
  })
})

test('the message fits one, in letters every phone has', async () => {
  const { pack } = await onSale()
  const sold = await packToOrder(world.as(visitor), pack)
  const longest = { ...sold, productName: 'Ợ'.repeat(200), label: 'Đ'.repeat(100), price: 1_000_000_000 }
  const text = smsOf(longest, { quantity: 10_000, answerBy: now, code: 'ABCD' })
  expect(text).toMatch(/^[\x20-\x7e]{1,155}$/)
})
