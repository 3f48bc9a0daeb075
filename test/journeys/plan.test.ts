import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { paths } from '../../src/ui/paths.ts'
import { commune, province } from '../support/awarding.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import { enterProduct } from '../support/entered.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
const nextYear = Number(soon.slice(0, 4)) + 1
let plan = ''
let share = ''

it('without a script: the province writes a plan, and a circle or a missing goal is refused with the text kept', async () => {
  const page = await site.at('tham-muu-tinh', paths.scheme.begin())
  await fill(page, { kind: 'plan', title: 'Kế hoạch mẫu', toYear: String(nextYear + 1) })
  expect(await refusal(page, 'Lập bản soạn')).toContain('Kế hoạch là của một năm')
  await fill(page, { fromYear: String(nextYear), toYear: String(nextYear), parent: 'ocop-den-2030' })
  await press(page, 'Lập bản soạn')
  plan = new URL(page.url()).pathname
  expect(await refusal(page, 'Trình lãnh đạo')).toContain('chưa có chỉ tiêu nào')
  const first = {
    title: 'Hợp tác xã có sản phẩm',
    figure: 'chu-the-co-san-pham-con-hieu-luc',
    parts: 'kind:cooperative',
    definition: 'Hợp tác xã có sản phẩm còn hiệu lực',
    measure: 'hợp tác xã',
  }
  await fill(page, first)
  expect(await refusal(page, 'Thêm chỉ tiêu')).toContain('đánh dấu “Chưa rõ”')
  expect(await page.locator('main [name=title]').inputValue()).toBe(first.title)
  await fill(page, { goal: '5' })
  await press(page, 'Thêm chỉ tiêu')
  await unfold(page, 'Thêm chỉ tiêu')
  await fill(page, { ...first, title: 'Trong đó vùng khó khăn', goal: '2' })
  await page.locator('main [name=parent]').selectOption({ label: 'Hợp tác xã có sản phẩm — Kế hoạch mẫu' })
  await press(page, 'Thêm chỉ tiêu')
  expect(await text(page)).toContain('1 chỉ tiêu, cộng 2: thiếu 3')
  await page.getByRole('link', { name: 'Hợp tác xã có sản phẩm' }).click()
  await page.locator('main [name=parent]').selectOption({ label: 'Trong đó vùng khó khăn — Kế hoạch mẫu' })
  expect(await refusal(page, 'Lưu chỉ tiêu')).toContain('góp vào chính nó')
  await page.goto(plan)
  await unfold(page, 'Thêm kinh phí')
  await fill(page, { sourceKind: 'local-budget', year: String(nextYear), amount: '5000000', purpose: 'In tờ rơi' })
  await press(page, 'Thêm kinh phí')
  await page.getByRole('link', { name: 'In tờ rơi' }).click()
  await fill(page, { year: '2019' })
  expect(await refusal(page, 'Lưu kinh phí')).toContain('Năm phải trong thời gian của kế hoạch')
  await fill(page, { year: String(nextYear), amount: '6000000' })
  await press(page, 'Lưu kinh phí')
  expect(await text(page)).toContain('6.000.000 đồng')
  await page.getByRole('link', { name: 'In tờ rơi' }).click()
  await press(page, 'Bỏ dòng kinh phí này')
  expect(await text(page)).toContain('Chưa ghi kinh phí')
})

it('without a script: a task waits on the desk of the commune once the leader signed, and its report comes back', async () => {
  const page = await site.at('tham-muu-tinh', plan)
  await unfold(page, 'Giao việc')
  await unfold(page, 'Chọn từng đơn vị')
  const [year, month, day] = soon.split('-')
  await fill(page, { task: 'Rà soát', asks: 'Lập danh sách', taskDue: `${day}/${month}/${year}`, units: commune })
  await press(page, 'Giao việc')
  expect(await text(await site.at('tham-muu-xa', paths.desk()))).not.toContain('Rà soát')
  await press(page, 'Trình lãnh đạo')
  const leader = await site.at('lanh-dao-tinh', paths.desk())
  await leader.getByRole('link', { name: 'Kế hoạch mẫu' }).first().click()
  await fill(leader, { document: '1/KH-M', on: '32/13/2026' })
  expect(await refusal(leader, 'Phê duyệt')).toContain('Ngày chưa đúng')
  const [y, m, d] = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-')
  await fill(leader, { on: `${d}/${m}/${y}` })
  await press(leader, 'Phê duyệt')
  const officer = await site.at('tham-muu-xa', paths.desk())
  await officer.getByRole('link', { name: 'Rà soát' }).first().click()
  share = new URL(officer.url()).pathname
  await fill(officer, { progress: 'done', said: 'Đã lập danh sách', value: '3' })
  await press(officer, 'Gửi báo cáo')
  const asker = await site.at('tham-muu-tinh', share)
  await fill(asker, { accepted: 'khong' })
  expect(await refusal(asker, 'Trả lời')).toContain('còn thiếu gì')
  await fill(asker, { accepted: 'co' })
  await press(asker, 'Trả lời')
  expect(await text(asker)).toContain('Đã nhận kết quả')
})

it('without a script: anybody reads the progress from the records, on a phone', async () => {
  await enterProduct(world, {
    name: 'Sản phẩm mẫu',
    province,
    commune,
    stars: 3,
    decidedOn: '2026-06-15',
    kind: 'cooperative',
  })
  const page = await site.sit(undefined, { width: 360 })
  await page.goto(plan)
  await page.getByRole('link', { name: 'Xem tiến độ từ bản ghi' }).click()
  expect(await text(page)).toContain('4 hợp tác xã (đạt 20%)')
  await page.getByRole('link', { name: '1 hợp tác xã' }).first().click()
  expect(await text(page)).toContain('Chủ thể mẫu của Sản phẩm mẫu')
  expect((await page.goto(share))?.url()).toContain(paths.identity.signIn())
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const [person, path] of [
    ['tham-muu-tinh', plan],
    ['tham-muu-tinh', paths.scheme.begin()],
    ['tham-muu-xa', share],
    [undefined, `${plan}/tien-do`],
    [undefined, paths.scheme.list()],
  ] as const) {
    const page = await site.sit(person, { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})

function unfold(page: Page, words: string): Promise<void> {
  return page.locator('main summary', { hasText: words }).click()
}
