import { expect, it, vi } from 'vitest'
import { showDate } from '../../src/kernel/civil-date.ts'
import { run, sql } from '../../src/platform/db.ts'
import { paths } from '../../src/ui/paths.ts'
import { commune, provinceLeader } from '../support/awarding.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import { funding } from '../support/funding.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const { product, recognise } = funding(world, provinceLeader)
const day = (ahead: number) =>
  showDate(new Date(Date.now() + 7 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10))
let file = ''
let event = ''
let news = ''

it('without a script: the officer plans a ceremony, and nothing is announced without a decision', async () => {
  for (const name of ['Trà lễ mẫu', 'Mật lễ mẫu']) await recognise((await product(name)).productId, 4)
  const page = await site.at('tham-muu-tinh', paths.gathering.rooms())
  expect(await refusal(page, 'Thêm phòng')).toContain('Hãy ghi tên phòng')
  await fill(page, { name: 'Hội trường tỉnh mẫu', address: 'Số 1 đường mẫu', seats: '200' })
  await press(page, 'Thêm phòng')
  await page.goto(paths.gathering.begin())
  const typed = {
    kind: 'ceremony',
    title: 'Lễ trao giấy chứng nhận mẫu',
    audience: 'Chủ thể được công nhận',
    hosts: 'Ủy ban nhân dân tỉnh mẫu',
    contact: 'Văn phòng mẫu, 0900 000 000',
    startsOn: day(9),
    startsClock: '8h',
    endsOn: day(9),
    endsClock: '07:30',
    agenda: '08:00 Khai mạc | Ban tổ chức\n09:00 Trao giấy',
  }
  await fill(page, typed)
  const refused = await refusal(page, 'Lưu sự kiện')
  expect(refused).toContain('Sự kiện cần một phòng.')
  await page.locator('main [name=room]').selectOption({ index: 1 })
  expect(await refusal(page, 'Lưu sự kiện')).toContain('Sự kiện phải kết thúc sau khi bắt đầu.')
  expect(await page.locator('main [name=agenda]').inputValue()).toContain('09:00 Trao giấy')
  await fill(page, { endsClock: '11:00' })
  await press(page, 'Lưu sự kiện')
  file = new URL(page.url()).pathname
  expect(await refusal(page, 'Công bố sự kiện')).toContain('Lễ trao cần ít nhất một quyết định')
})

it('without a script: the list and the figures come from the decisions, and everybody reads them', async () => {
  const page = await site.at('tham-muu-tinh', file)
  for (const box of await page.locator('main [name=decision]').all()) await box.check()
  await press(page, 'Lấy danh sách từ quyết định đã chọn')
  await press(page, 'Mời các chủ thể được trao')
  await fill(page, { guests: 'Bà Mẫu; Báo mẫu; khong-phai-thu' })
  expect(await refusal(page, 'Mời khách')).toContain('địa chỉ thư điện tử chưa đúng')
  await fill(page, { guests: 'Bà Mẫu; Báo mẫu' })
  await press(page, 'Mời khách')
  await press(page, 'Công bố sự kiện')
  event = (await page.getByRole('link', { name: 'Trang công khai' }).getAttribute('href')) ?? ''
  const phone = await site.sit(undefined, { width: 360 })
  await phone.goto(event)
  expect(await text(phone)).toContain('2 sản phẩm 4 sao của 2 chủ thể')
  expect(await text(phone)).toContain('Trà lễ mẫu')
  for (const [words, type] of [
    ['Chương trình để in (PDF)', 'application/pdf'],
    ['Thêm vào lịch (.ics)', 'text/calendar'],
  ] as const) {
    const href = (await phone.getByRole('link', { name: words }).getAttribute('href')) ?? ''
    expect((await fetch(site.url + href)).headers.get('content-type')).toContain(type)
  }
})

it('without a script and without an account: a guest answers once, a second answer is told of the first', async () => {
  const officer = await site.at('tham-muu-tinh', file)
  const link = (await officer.getByRole('link', { name: 'Đường dẫn riêng của Bà Mẫu' }).getAttribute('href')) ?? ''
  const [one, two] = [await site.sit(), await site.sit()]
  for (const tab of [one, two]) await tab.goto(link)
  expect(await refusal(one, 'Gửi trả lời')).toContain('Hãy chọn dự hay không dự.')
  await fill(one, { outcome: 'accept', delegate: 'Ông Đi Thay' })
  await press(one, 'Gửi trả lời')
  expect(await text(one)).toContain('Đã trả lời: Nhận lời')
  await fill(two, { outcome: 'decline' })
  await expect(press(two, 'Gửi trả lời')).rejects.toThrow(/409[\s\S]*Lời mời này đã được trả lời/)
  expect((await one.goto(`${link.slice(0, -3)}AAA`))?.status()).toBe(404)
  await officer.goto(file)
  expect(await text(officer)).toContain('3 mời, 1 nhận lời, 0 không dự')
})

it('without a script: two editors at once, and neither text is lost', async () => {
  const [one, two] = [await site.at('tham-muu-tinh', `${file}/sua`), await site.at('tham-muu-tinh', `${file}/sua`)]
  await fill(one, { audience: 'Chữ của người thứ nhất' })
  await press(one, 'Lưu sự kiện')
  await fill(two, { audience: 'Chữ của người thứ hai' })
  await expect(press(two, 'Lưu sự kiện')).rejects.toThrow('409')
  expect(await two.locator('main [name=audience]').inputValue()).toBe('Chữ của người thứ hai')
  expect(await two.locator('#ban-dang-luu').innerText()).toContain('Chữ của người thứ nhất')
  await press(two, 'Lưu sự kiện')
  expect(await text(two)).toContain('Chữ của người thứ hai')
})

it('without a script: what was concluded waits on the desk of the commune until it is done', async () => {
  await run(
    world,
    sql`update gathering.event set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'`,
  )
  const page = await site.at('tham-muu-tinh', paths.desk())
  await page.getByRole('link', { name: 'Lễ trao giấy chứng nhận mẫu' }).first().click()
  await page.locator('main [name=present]').first().check()
  await press(page, 'Lưu người có mặt')
  await fill(page, { body: 'Treo biển OCOP ở điểm bán.', owner: `commune-officer@${commune}`, dueOn: day(-1) })
  expect(await refusal(page, 'Thêm kết luận')).toContain('Hạn thực hiện phải từ hôm nay trở đi.')
  await fill(page, { dueOn: day(10) })
  await press(page, 'Thêm kết luận')
  await fill(page, { minutes: 'Đã trao giấy.', publish: 'on' })
  await press(page, 'Lưu biên bản, kết thúc')
  const owner = await site.at('tham-muu-xa', paths.desk())
  await owner.getByRole('link', { name: 'Treo biển OCOP ở điểm bán.' }).first().click()
  await fill(owner, { result: 'Đã treo.', done: 'on' })
  await press(owner, 'Gửi báo cáo')
  const visitor = await site.sit()
  await visitor.goto(event)
  expect(await text(visitor)).toMatch(/Có mặt 1 trên 3 khách mời\.[\s\S]*Đã xong/)
})

it('without a script: from the ceremony to news, with its list, and figures that open their records', async () => {
  const editor = await site.at('bien-tap', paths.newsroom.desk())
  await editor.getByRole('link', { name: 'Viết bài mới' }).click()
  await editor.getByText('Bắt đầu từ một sự kiện').click()
  await editor.getByRole('link', { name: 'Lễ trao giấy chứng nhận mẫu' }).click()
  await fill(editor, { title: '' })
  expect(await refusal(editor, 'Lưu bản soạn')).toContain('Hãy đặt tiêu đề cho bài.')
  expect(await editor.locator('main [name=body]').inputValue()).toContain('2 sản phẩm 4 sao của 2 chủ thể')
  await fill(editor, { title: 'Trao giấy cho hai chủ thể mẫu' })
  await press(editor, 'Lưu bản soạn')
  await press(editor, 'Xuất bản')
  news = new URL(editor.url()).pathname
  const reader = await site.sit(undefined, { width: 360 })
  await reader.goto(news)
  expect(await text(reader)).toContain('2 sản phẩm 4 sao của 2 chủ thể')
  expect(await text(reader)).toMatch(/Tính tới ngày [\d/]+ có 2 sản phẩm/)
  await reader.locator('.cited-figure').first().click()
  expect(await text(reader)).toContain('Trà lễ mẫu')
  await reader.goto(news)
  await reader.getByRole('link', { name: 'Trà lễ mẫu' }).first().click()
  expect(new URL(reader.url()).pathname).toMatch(/^\/chung-nhan\//)
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  const { list, begin, rooms, calendar } = paths.gathering
  for (const path of [calendar(), event, news, list(), begin(), rooms(), file]) {
    const page = await site.sit('tham-muu-tinh', { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})
