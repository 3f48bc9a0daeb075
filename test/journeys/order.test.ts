import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { caughtMail } from '../../src/platform/mail.ts'
import { openChannels } from '../../src/platform/channel.ts'
import { readConfig } from '../../src/platform/config.ts'
import { rows, run, sql } from '../../src/platform/db.ts'
import { receiveMessage } from '../../src/notice/actions-phone.ts'
import { sendDue } from '../../src/notice/actions-send.ts'
import { paths } from '../../src/ui/paths.ts'
import { askers } from '../../src/web/slices.ts'
import { provinceLeader } from '../support/awarding.ts'
import { fill, press, useSite } from '../support/browser.ts'
import type { Person } from '../support/browser.ts'
import { funding } from '../support/funding.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const { product, recognise } = funding(world, provinceLeader)
const address = 'nguoi-mua@vidu.vn'
const ordering = { quantity: '2', name: 'Người mua mẫu', phone: '0900 000 333', address: '1 Đường Mẫu, xã Mẫu' }
let order = ''
let tracked = ''
let sold = ''
let sellerId = ''
const telephone = '0933000222'

it('without a script: a producer sells a pack of a product that holds a star', async () => {
  const { producerId, productId } = await product('Mật ong mẫu')
  sellerId = producerId
  await recognise(productId, 3)
  await run(
    world,
    sql`insert into producer.member (producer_id, account_id, capacity, from_date)
      values (${producerId}, ${site.idOf['chu-the']}, 'owner', '2026-01-01')`,
  )
  const page = await at('chu-the', paths.sale.desk())
  expect(await text(page)).toContain('Chưa có đơn đặt mua nào')
  await fill(page, { product: productId, label: 'Chai 500 ml', least: '1', delivery: 'Bưu điện, cả nước', stock: '3' })
  expect(await refusal(page, 'Bán quy cách này')).toContain('Hãy chọn cách trả tiền.')
  await fill(page, { price: '120.000', fee: '30.000', payment: 'on-delivery' })
  await press(page, 'Bán quy cách này')
  await page.getByRole('link', { name: 'Xem như người mua' }).click()
  order = new URL(page.url()).pathname
})

it('without a script and an account: more than there is, and a price that changed, are refused and nothing is lost', async () => {
  const page = await at(undefined, order)
  expect(await text(page)).toContain('Nền tảng không thu tiền')
  await fill(page, { ...ordering, quantity: '4' })
  expect(await refusal(page, 'Đặt mua')).toContain('Cần đồng ý')
  await page.locator('main [name=consent]').check()
  expect(await refusal(page, 'Đặt mua')).toContain('Chỉ còn 3')
  expect(await page.locator('main [name=name]').inputValue()).toBe('Người mua mẫu')
  const seller = await at('chu-the', paths.sale.desk())
  await fill(seller, { price: '150.000' })
  await press(seller, 'Lưu giá, số còn')
  await fill(page, { quantity: '2' })
  expect(await refusal(page, 'Đặt mua')).toContain('Giá vừa đổi thành')
  await press(page, 'Đặt mua')
  tracked = page.url().slice(site.url.length)
  expect(await text(page)).toMatch(/Chờ chủ thể trả lời[\s\S]*330\.000/)
})

it('without a script: the buyer proves an address and is told there when the officer answered for the producer', async () => {
  const page = await at(undefined, tracked)
  await fill(page, { email: address })
  await press(page, 'Gửi mã xác nhận')
  const [job] = await rows<{ payload: { code: string } }>(
    world,
    sql`select payload from graphile_worker._private_jobs where key like 'notice.send-code:%'`,
  )
  const code = job?.payload.code ?? ''
  await fill(page, { code: code === '000000' ? '111111' : '000000' })
  await refusal(page, 'Xác nhận nơi nhận')
  await fill(page, { code })
  await press(page, 'Xác nhận nơi nhận')
  expect(await text(page)).toContain(`Gửi tới ${address}`)
  const officer = await at('tham-muu-xa', paths.desk())
  expect(await text(officer)).not.toContain('Mật ong mẫu')
  const producer = await at('chu-the', paths.desk())
  await producer.getByRole('link', { name: 'Mật ong mẫu' }).first().click()
  expect(await text(producer)).toContain('khi qua nửa thời hạn')
  await press(producer, 'Nhờ cán bộ xã gọi giúp ngay')
  expect(await text(producer)).toContain('Chủ thể nhờ cán bộ xã gọi giúp lúc')
  await officer.reload()
  expect(await text(officer)).toContain('Gọi giúp: chủ thể nhờ')
  await officer.getByRole('link', { name: 'Mật ong mẫu' }).first().click()
  sold = new URL(officer.url()).pathname
  await fill(officer, { act: 'decline' })
  expect(await refusal(officer, 'Ghi')).toContain('Hãy ghi lý do')
  await fill(officer, { act: 'confirm' })
  await press(officer, 'Ghi')
  expect(await text(officer)).toContain('cán bộ xã ghi thay chủ thể')
  expect(await mailTo(address)).toContain('Chủ thể đã nhận đơn')
})

it('without a script: handed over it is no longer cancelled; a stranger and a wrong code see nothing', async () => {
  const buyer = await at(undefined, tracked)
  const producer = await at('chu-the', sold)
  await fill(producer, { act: 'hand-over' })
  await press(producer, 'Ghi')
  expect(await refusal(buyer, 'Hủy đơn')).toContain('Đơn này đã sang bước khác.')
  await fill(producer, { act: 'receive' })
  await press(producer, 'Ghi')
  await buyer.goto(tracked)
  expect(await text(buyer)).toContain('Người mua đã nhận')
  const stranger = await site.sit('lanh-dao-xa')
  expect((await stranger.goto(sold))?.status()).toBe(404)
  expect((await buyer.goto(paths.sale.track({ ma: '7KQ2-M9XD-4H8P-2ZRT' })))?.status()).toBe(404)
  await producer.goto(paths.sale.desk())
  expect(await text(producer)).toContain('300.000')
})

it('a producer who is told by text message answers by one digit; both read on their pages that it came so', async () => {
  await run(world, sql`update producer.producer set phone = ${telephone} where id = ${sellerId}`)
  const buyer = await at(undefined, order)
  await fill(buyer, { ...ordering, quantity: '1' })
  await buyer.locator('main [name=consent]').check()
  await press(buyer, 'Đặt mua')
  expect(await mailTo(telephone)).toContain('Dat mua 1 x Chai 500 ml')
  const message = { id: 'tin-1', from: '+84933000222', text: '1' }
  const reply = await receiveMessage(world.as(undefined, new Date().toISOString()), message, askers)
  expect(reply).toContain('Hay goi khach 0900000333')
  await buyer.reload()
  expect(await text(buyer)).toMatch(/Chủ thể đã nhận đơn[\s\S]*Nhận đơn, chủ thể qua tin nhắn/)
  const producer = await at('chu-the', paths.sale.desk())
  await producer.getByRole('link', { name: 'Mật ong mẫu, 1 × Chai 500 ml' }).click()
  expect(await text(producer)).toContain('chủ thể qua tin nhắn')
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const [person, path] of [
    [undefined, order],
    [undefined, tracked],
    [undefined, paths.sale.track()],
    ['chu-the', paths.sale.desk()],
    ['chu-the', sold],
  ] as const) {
    const page = await site.sit(person, { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})

/** What was last sent to an address. */
async function mailTo(to: string): Promise<string | undefined> {
  const channels = openChannels(readConfig({ OCOP_DEMO: '1' }), world)
  // Asked at night, a letter goes in the morning.
  const morning = () => world.as(undefined, new Date(Date.now() + 10 * 3_600_000).toISOString())
  await sendDue(morning, { channels, publicUrl: 'http://localhost' })
  return (await caughtMail(world, 50)).find((one) => one.to === to)?.text
}

async function at(person: Person | undefined, path: string): Promise<Page> {
  const page = await site.sit(person)
  await page.goto(path)
  return page
}

/** Presses a button that is to be refused, and reads the page that comes back. */
async function refusal(page: Page, words: string): Promise<string> {
  await expect(press(page, words)).rejects.toThrow(/4\d\d/)
  return text(page)
}

function text(page: Page): Promise<string> {
  return page.locator('main').innerText()
}
