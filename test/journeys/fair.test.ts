import { expect, it, vi } from 'vitest'
import { showDate } from '../../src/kernel/civil-date.ts'
import { run, sql } from '../../src/platform/db.ts'
import { paths } from '../../src/ui/paths.ts'
import { commune, province, provinceLeader } from '../support/awarding.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import { funding } from '../support/funding.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const { product, recognise } = funding(world, provinceLeader)
const on = (ahead: number) => new Date(Date.now() + 7 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)
const day = (ahead: number) => showDate(on(ahead))
let file = ''
let fair = ''
let application = ''
let certificate = ''

const typed = {
  kind: 'week',
  reach: 'country',
  title: 'Tuần hàng mẫu',
  organiser: 'Sở Công Thương mẫu',
  province,
  place: 'Quảng trường mẫu',
  audience: 'Người tiêu dùng mẫu',
  opensOn: day(20),
  closesOn: day(24),
  applyBy: day(10),
  booths: '12',
}

it('without a script: a fair is called; the next one on the same days is told of it, and goes on with a reason', async () => {
  const page = await site.at('tham-muu-tinh', paths.fair.begin())
  await fill(page, { ...typed, closesOn: day(19) })
  expect(await refusal(page, 'Lưu hội chợ')).toContain('Ngày bế mạc phải từ ngày khai mạc trở đi.')
  await fill(page, { closesOn: typed.closesOn })
  await press(page, 'Lưu hội chợ')
  file = new URL(page.url()).pathname
  await press(page, 'Thông báo, nhận đăng ký')
  fair = (await page.getByRole('link', { name: 'Trang công khai' }).getAttribute('href')) ?? ''
  await page.goto(paths.fair.begin())
  await fill(page, { ...typed, title: 'Phiên chợ trùng ngày' })
  expect(await refusal(page, 'Lưu hội chợ')).toMatch(/Trùng lịch với “Tuần hàng mẫu”[\s\S]*cùng tỉnh/)
  await fill(page, { clashReason: 'Khác huyện, khách khác.' })
  await press(page, 'Lưu hội chợ')
  expect(await text(page)).toContain('Khác huyện, khách khác.')
})

it('without a script: a producer applies with its own product, and is chosen with a reason', async () => {
  const { productId, producerId } = await product('Mật hội chợ mẫu')
  certificate = await recognise(productId, 4, on(-3))
  await run(
    world,
    sql`insert into producer.member (producer_id, account_id, capacity, from_date)
      values (${producerId}, ${site.idOf['chu-the']}, 'owner', '2026-01-01')`,
  )
  const producer = await site.at('chu-the', fair)
  await producer.getByRole('link', { name: 'Đăng ký tham gia' }).click()
  expect(await refusal(producer, 'Gửi đăng ký')).toContain('Hãy chọn ít nhất một sản phẩm.')
  await fill(producer, { products: productId, wish: 'both' })
  await press(producer, 'Gửi đăng ký')
  application = new URL(producer.url()).pathname
  const officer = await site.at('tham-muu-tinh', file)
  await officer.getByRole('link', { name: /HTX Mật hội chợ mẫu/ }).click()
  await fill(officer, { outcome: 'chosen', booth: 'A1' })
  expect(await refusal(officer, 'Ghi kết quả xét')).toContain('Hãy ghi lý do, chủ thể đọc được.')
  await fill(officer, { reason: 'Đủ sao, hàng sẵn.' })
  await press(officer, 'Ghi kết quả xét')
  await producer.goto(application)
  expect(await text(producer)).toContain('Đủ sao, hàng sẵn.')
  await fill(producer, { words: 'Mời bà con ghé gian A1.', filmUrl: 'https://vidu.vn/phim' })
  await press(producer, 'Lưu gian hàng')
  const visitor = await site.sit(undefined, { width: 360 })
  await visitor.goto(fair)
  await visitor.getByRole('link', { name: /HTX Mật hội chợ mẫu/ }).click()
  expect(await text(visitor)).toMatch(/Mời bà con ghé gian A1\.[\s\S]*4 sao/)
})

it('without a script: attendance becomes evidence, and what came of it adds up', async () => {
  await run(
    world,
    sql`update fair.fair set opens_on = ${on(-2)}, closes_on = ${on(0)}, apply_by = ${on(-5)} where title = ${typed.title}`,
  )
  const officer = await site.at('tham-muu-tinh', file)
  await officer.locator('main [name=attended]').check()
  await press(officer, 'Lưu chủ thể có mặt')
  const producer = await site.at('chu-the', application)
  await press(producer, 'Đưa vào ví minh chứng')
  expect(await text(producer)).toContain('Xác nhận tham gia: Tuần hàng mẫu')
  await producer.goto(application)
  await fill(producer, { contracts: '2', contractValue: '120.000.000', distributors: '1', revenue: 'nhiều' })
  expect(await refusal(producer, 'Báo kết quả')).toContain('Hãy ghi số tiền bằng đồng')
  await fill(producer, { revenue: '35.000.000' })
  await press(producer, 'Báo kết quả')
  await officer.goto(file)
  await press(officer, 'Chốt kết quả')
  expect(await text(officer)).toMatch(/2, 120\.000\.000 đồng[\s\S]*35\.000\.000 đồng/)
  // A sum of one producer is that producer's: the public reads that it is kept back.
  const visitor = await site.sit()
  await visitor.goto(fair)
  expect(await text(visitor)).toContain('Hợp đồng và doanh thu hiện khi có từ 3 chủ thể báo kết quả.')
  expect(await text(visitor)).not.toMatch(/120\.000\.000|35\.000\.000/)
})

it('without a script: a point of sale shows what it sells in force', async () => {
  const officer = await site.at('tham-muu-tinh', paths.fair.pointDesk())
  const shop = {
    class: 'market',
    name: 'Gian siêu thị mẫu',
    address: 'Tầng 1',
    keeper: 'Siêu thị mẫu',
    phone: '0900000000',
  }
  await fill(officer, { ...shop, openedOn: day(-30) })
  expect(await refusal(officer, 'Thêm điểm bán')).toContain('Hãy chọn xã, phường.')
  await fill(officer, { commune })
  await press(officer, 'Thêm điểm bán')
  await fill(officer, { code: 'khong-co' })
  expect(await refusal(officer, 'Bày sản phẩm')).toContain('Không tìm thấy sản phẩm')
  await fill(officer, { code: certificate })
  await press(officer, 'Bày sản phẩm')
  const visitor = await site.sit(undefined, { width: 360 })
  await visitor.goto(paths.fair.points({ tinh: province, loai: 'market' }))
  await visitor.getByRole('link', { name: shop.name }).click()
  expect(await text(visitor)).toContain('Mật hội chợ mẫu')
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const [person, path] of [
    ['tham-muu-tinh', paths.fair.list()],
    ['tham-muu-tinh', paths.fair.begin()],
    ['tham-muu-tinh', file],
    ['tham-muu-tinh', paths.fair.pointDesk()],
    ['chu-the', fair],
    ['chu-the', application],
    ['chu-the', paths.fair.mine()],
    ['chu-the', paths.gathering.calendar()],
  ] as const) {
    const page = await site.sit(person, { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})
