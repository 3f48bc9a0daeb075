import { expect, it, vi } from 'vitest'
import { run, sql } from '../../src/platform/db.ts'
import { openEntitlements } from '../../src/support/actions-open.ts'
import { paths } from '../../src/ui/paths.ts'
import { province, provinceLeader } from '../support/awarding.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import { funding } from '../support/funding.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const { product, recognise } = funding(world, provinceLeader)
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
let file = ''

it('without a script: the officer enters a policy of the province and puts money into a source', async () => {
  const policy = {
    unit: province,
    title: 'Thưởng 3 sao lần đầu',
    document: '1/2026/NQ-HĐND mẫu',
    clause: 'Điều 3 khoản 1',
    kind: 'reward',
    opens: 'recognition',
    fixed: '50.000.000',
    paidBy: 'province',
    fromDate: '01/01/2026',
  }
  const page = await site.at('ho-tro', paths.support.policyBegin())
  await fill(page, policy)
  expect(await refusal(page, 'Lưu chính sách')).toContain('Hãy chọn ít nhất một hạng sao.')
  expect(await page.locator('main [name=title]').inputValue()).toBe(policy.title)
  await fill(page, { stars: '3', events: 'first' })
  await press(page, 'Lưu chính sách')
  await page.goto(paths.support.funds())
  const source = { kind: 'local-budget', name: 'Ngân sách tỉnh mẫu', document: '2/QĐ-M', year: '2026' }
  await fill(page, source)
  await press(page, 'Mở nguồn')
  await fill(page, { amount: '60.000.000', document: '3/QĐ-M' })
  await press(page, 'Ghi phân bổ')
  expect(await text(page)).toContain('Sổ cân: tổng các tài khoản bằng 0 đồng')
})

it('without a script: a recognition opens the money by itself; two people promise it, and it is paid to the đồng', async () => {
  const { productId, producerId } = await product('Sâm dây mẫu')
  await run(
    world,
    sql`insert into producer.member (producer_id, account_id, capacity, from_date)
      values (${producerId}, ${site.idOf['chu-the']}, 'owner', '2026-01-01')`,
  )
  const ctx = world.as(undefined, new Date().toISOString())
  const [id = ''] = await openEntitlements(ctx, await recognise(productId, 3, today))
  file = paths.support.entitlement(id)
  const producer = await site.at('chu-the', paths.support.mine())
  expect(await text(producer)).toMatch(/50\.000\.000 đồng[\s\S]*Cán bộ hỗ trợ: Đề xuất phê duyệt/)
  const officer = await site.at('ho-tro', paths.desk())
  await officer.getByRole('link', { name: 'Thưởng 3 sao lần đầu' }).first().click()
  await fill(officer, { amount: '50.000.001', reason: 'Theo nghị quyết mẫu' })
  expect(await refusal(officer, 'Gửi lãnh đạo')).toContain('1/2026/NQ-HĐND mẫu Điều 3 khoản 1')
  await fill(officer, { amount: '50.000.000' })
  await press(officer, 'Gửi lãnh đạo')
  const leader = await site.at('lanh-dao-tinh', file)
  await leader.locator('main [name=source]').selectOption({ index: 1 })
  await fill(leader, { document: '4/QĐ-M' })
  await press(leader, 'Phê duyệt')
  await officer.goto(file)
  await fill(officer, { amount: '50.000.001', document: 'C1' })
  expect(await refusal(officer, 'Ghi đã chi')).toContain('còn phải trả 50.000.000 đồng')
  await fill(officer, { amount: '50.000.000' })
  await press(officer, 'Ghi đã chi')
  expect(await text(officer)).toContain('Đã chi đủ')
})

it('without a script: the producer sees it paid and says what came of it; others see nothing', async () => {
  const producer = await site.at('chu-the', file)
  expect(await producer.locator('main').getByRole('button', { name: 'Ghi đã chi' }).count()).toBe(0)
  await fill(producer, { result: 'Mua được máy sấy.', jobs: '3' })
  await press(producer, 'Gửi kết quả')
  expect(await text(producer)).toContain('thêm 3 việc làm')
  const stranger = await site.sit('tham-muu-xa')
  expect((await stranger.goto(file))?.status()).toBe(404)
  const phone = await site.sit(undefined, { width: 360 })
  await phone.goto(paths.support.policies({ tinh: province }))
  expect(await text(phone)).toContain('Thưởng 3 sao lần đầu')
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  const { queue, funds, policyBegin, policies, mine, ask } = paths.support
  for (const [person, path] of [
    ['ho-tro', queue({ xem: 'tat-ca' })],
    ['ho-tro', file],
    ['ho-tro', funds()],
    ['ho-tro', policyBegin()],
    ['chu-the', mine()],
    ['chu-the', ask()],
    ['chu-the', policies()],
  ] as const) {
    const page = await site.sit(person, { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})
