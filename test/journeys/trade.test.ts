import { expect, it, vi } from 'vitest'
import { civilDateOf, addDays, showDate } from '../../src/kernel/civil-date.ts'
import { run, rows, sql } from '../../src/platform/db.ts'
import { openChannels } from '../../src/platform/channel.ts'
import { readConfig } from '../../src/platform/config.ts'
import { caughtMail } from '../../src/platform/mail.ts'
import { sendDue } from '../../src/notice/actions-send.ts'
import { receiveMessage } from '../../src/notice/actions-phone.ts'
import { askers } from '../../src/web/slices.ts'
import { paths } from '../../src/ui/paths.ts'
import { awarding, province } from '../support/awarding.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const { product } = awarding(world)
const today = civilDateOf(new Date().toISOString())
const wanted = showDate(addDays(today, 20))
const now = () => world.as(undefined, new Date().toISOString())
const phone = '0922000222'
let buyer = ''
let offer = ''
let demand = ''
let connection = ''

it('without a script: a supermarket registers, the trade officer confirms it, and it says what its shelf asks', async () => {
  const page = await site.at('thu-ky-hd', paths.trade.buyerBegin())
  await fill(page, {
    kind: 'supermarket',
    name: 'Siêu thị mẫu',
    province,
    address: '1 Đường Mẫu',
    contactName: 'Chị Mẫu',
  })
  expect(await refusal(page, 'Đăng ký')).toContain('Hãy ghi số điện thoại.')
  expect(await page.locator('main [name=name]').inputValue()).toBe('Siêu thị mẫu')
  await fill(page, { phone: '0911000111' })
  await press(page, 'Đăng ký')
  buyer = new URL(page.url()).pathname
  await page.goto(`${buyer}/kenh-moi`)
  const terms = { minQuantity: '100', paymentDays: '30', discountPercent: '10', unit: 'kg', minStars: '0' }
  await fill(page, { name: 'Quầy đặc sản', asks: 'food-safety', ...terms })
  await press(page, 'Mở kênh')
  const officer = await site.at('xuc-tien', paths.desk())
  await officer.getByRole('link', { name: 'Siêu thị mẫu' }).first().click()
  await press(officer, 'Xác nhận bên mua')
  expect(await text(officer)).toContain('Đã xác nhận')
})

it('without a script: a demand is posted, and one that names no month is refused with the text kept', async () => {
  const page = await site.at('thu-ky-hd', `${buyer}/nhu-cau-moi`)
  await fill(page, { title: 'Cà phê bột cho Tết', group: '13', quantity: '150', until: showDate(addDays(today, 90)) })
  expect(await refusal(page, 'Đăng nhu cầu')).toContain('Hãy chọn ít nhất một tháng cần hàng.')
  expect(await page.locator('main [name=title]').inputValue()).toBe('Cà phê bột cho Tết')
  await fill(page, { months: String(Number(addDays(today, 20).slice(5, 7))) })
  await press(page, 'Đăng nhu cầu')
  demand = new URL(page.url()).pathname
  expect(await text(page)).toContain('Chưa có nguồn cung nào cùng nhóm')
})

it('without a script: a producer offers with a season, sees the demand with reasons and the paper that is missing', async () => {
  const { producerId, productId } = await product('Cà phê bột mẫu')
  await run(
    world,
    sql`insert into producer.member (producer_id, account_id, capacity, from_date)
      values (${producerId}, ${site.idOf['chu-the']}, 'owner', '2026-01-01')`,
  )
  await run(world, sql`update producer.producer set phone = ${phone} where id = ${producerId}`)
  const page = await site.at('chu-the', paths.trade.offerBegin({ 'san-pham': productId }))
  const month = Number(addDays(today, 20).slice(5, 7))
  await fill(page, { unit: 'kg', price: '95.000', minOrder: '10', paymentDays: '30', discountPercent: '5' })
  expect(await refusal(page, 'Chào nguồn cung')).toContain('Hãy ghi sức cung của ít nhất một tháng.')
  await fill(page, { [`monthly[${month}]`]: '300' })
  await press(page, 'Chào nguồn cung')
  offer = new URL(page.url()).pathname
  expect(await text(page)).toMatch(/Cà phê bột cho Tết[\s\S]*\/100[\s\S]*Cần bàn: giấy tờ, mã \(0\/30\)/)
  await page.getByRole('link', { name: 'xem còn thiếu gì' }).first().click()
  expect(await text(page)).toMatch(/Còn thiếu 1 trong 1 giấy tờ, mã[\s\S]*Thêm giấy vào ví/)
})

it('without a script: the buyer asks; what the month cannot give is refused at its field', async () => {
  const page = await site.at('thu-ky-hd', demand)
  await page.getByRole('link', { name: 'Cà phê bột mẫu' }).first().click()
  await fill(page, { quantity: '301', wantedOn: wanted })
  expect(await refusal(page, 'Gửi câu hỏi')).toContain('Tháng đó chỉ cung được 300.')
  await fill(page, { quantity: '150' })
  await press(page, 'Gửi câu hỏi')
  connection = new URL(page.url()).pathname
  expect(await text(page)).toContain('Đã hỏi hàng, chờ báo giá')
})

it('the producer, who has a basic phone, answers with one digit; the same message twice counts once', async () => {
  const id = connection.split('/').at(-1) ?? ''
  const channels = openChannels(readConfig({ OCOP_DEMO: '1' }), world)
  // Asked at night, a telephone rings in the morning.
  const morning = () => world.as(undefined, new Date(Date.now() + 10 * 3_600_000).toISOString())
  await sendDue(morning, { channels, publicUrl: 'http://localhost' })
  const caught = (await caughtMail(world, 50)).find(({ to }) => to === phone)
  expect(caught?.text).toContain('150 kg Ca phe bot mau')
  const message = { id: 'm1', from: '+84922000222', text: '1' }
  expect(await receiveMessage(now(), message, askers)).toBe(await receiveMessage(now(), message, askers))
  const steps = await rows(world, sql`select 1 from trade.step where connection_id = ${id}`)
  expect(steps).toHaveLength(2)
})

it('without a script: agreed, delivered, received; the outcome stands before both, and strangers see nothing', async () => {
  const page = await site.at('thu-ky-hd', connection)
  expect(await text(page)).toContain('qua tin nhắn')
  await press(page, 'Đồng ý mua')
  const producer = await site.at('chu-the', connection)
  await press(producer, 'Đã giao hàng')
  await page.goto(connection)
  await fill(page, { quantity: '140', value: '13.300.000' })
  await press(page, 'Đã nhận, ghi kết quả')
  await producer.goto(connection)
  for (const side of [page, producer])
    expect(await text(side)).toMatch(/Kết quả kết nối[\s\S]*140 kg[\s\S]*13\.300\.000 đồng/)
  const stranger = await site.sit('tham-muu-xa')
  expect((await stranger.goto(connection))?.status()).toBe(404)
  const visitor = await site.at(undefined, paths.trade.outcomes())
  expect(await text(visitor)).not.toContain('13.300.000')
  expect(await text(visitor)).toContain('1 kết nối ở tỉnh có dưới 3 chủ thể')
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const [person, path] of [
    [undefined, paths.trade.list()],
    [undefined, paths.trade.list({ xem: 'can-mua' })],
    [undefined, demand],
    ['chu-the', offer],
    ['chu-the', paths.trade.mine()],
    ['chu-the', connection],
    ['thu-ky-hd', buyer],
    ['thu-ky-hd', paths.trade.buyerBegin()],
    ['xuc-tien', paths.trade.buyers()],
  ] as const) {
    const page = await site.sit(person, { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})
