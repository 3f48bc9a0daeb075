import { expect, it } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { run, sql } from '../platform/db.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { placeByCode } from './actions.ts'
import { defineRegion } from './actions-entry.ts'
import { statisticsEntryPages } from './pages-entry.tsx'
import { statisticsPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const officer = (unit: string): Actor => ({
  id: `can-bo-${unit}`,
  name: 'Cán bộ mẫu',
  postings: [{ role: unit === 'VN' ? 'ministry-officer' : 'province-officer', unit, province: unit }],
  producers: [],
})
const entering = (unit: string) => visiting(statisticsEntryPages, refusals, () => world.as(officer(unit)))
const reading = visiting(statisticsPages, refusals, () => world.as(visitor))

const printed = {
  title: '70 sản phẩm đến hết năm 2022',
  placeCode: '68',
  at: '31/12/2022',
  figure: 'san-pham-tung-duoc-cong-nhan',
  total: '70',
  parts: '5 sao: 2\n4 sao: 8\n3 sao trở lên: 14',
  sourceTitle: 'Báo cáo mẫu ngày 05/01/2023',
}

const textOf = async (answer: Response | Promise<Response>) => (await answer).text()

it('an officer enters a published total; the public page says that it does not add up', async () => {
  expect((await entering('68').post('/thong-ke/cong-bo/them', printed)).status).toBe(303)
  const page = await textOf(reading.get('/thong-ke/cong-bo'))
  expect(page).toContain('70 sản phẩm đến hết năm 2022')
  expect(page).toMatch(/tổng đã công bố nhiều hơn các phần\s*46/)
  expect(page).toContain('Báo cáo mẫu ngày 05/01/2023')
  expect(page).not.toContain('Đính chính con số này')
})

it('a part without a number, a day to come, a missing source and another province are refused, nothing is kept', async () => {
  const wrong = await entering('68').post('/thong-ke/cong-bo/them', {
    ...printed,
    parts: '5 sao: hai',
    sourceTitle: '',
  })
  expect(wrong.status).toBe(422)
  const text = await wrong.text()
  expect(text).toContain('Dòng “5 sao: hai” chưa đúng.')
  expect(text).toContain('Hãy ghi ai công bố, ở đâu, ngày nào.')
  expect(text).toContain('5 sao: hai</textarea>')
  expect(await textOf(entering('68').post('/thong-ke/cong-bo/them', { ...printed, at: '01/01/2030' }))).toContain(
    'không thể muộn hơn hôm nay',
  )
  expect((await entering('46').post('/thong-ke/cong-bo/them', printed)).status).toBe(422)
  expect((await textOf(reading.get('/thong-ke/cong-bo'))).match(/70 sản phẩm đến hết năm 2022/g)).toHaveLength(1)
})

it('a correction stands in the public log and beside the figure, which stays as printed and cannot be undone', async () => {
  const page = await textOf(visiting(statisticsPages, refusals, () => world.as(officer('68'))).get('/thong-ke/cong-bo'))
  const address = /\/thong-ke\/cong-bo\/[^/"]+\/dinh-chinh/.exec(page)?.[0] ?? ''
  const given = { part: '4 sao', shouldBe: '54', reason: 'Báo cáo sót một dòng', source: 'Công văn mẫu' }
  const same = await entering('68').post(address, { ...given, shouldBe: '8' })
  expect(await same.text()).toContain('không có gì để đính chính')
  expect((await entering('46').get(address)).status).toBe(403)
  expect((await entering('68').post(address, given)).status).toBe(303)
  const log = await textOf(
    visiting(statisticsEntryPages, refusals, () => world.as(visitor)).get('/thong-ke/dinh-chinh'),
  )
  expect(log).toMatch(/phần “4 sao”.*8<.*54<.*Báo cáo sót một dòng.*Công văn mẫu/s)
  const after = await textOf(reading.get('/thong-ke/cong-bo'))
  expect(after).toMatch(/phần “4 sao”: đã nói 8, đúng ra\s*54/)
  expect(after).toContain('4 sao 8')
  await expect(run(world.as(), sql`delete from statistics.correction`)).rejects.toThrow('chỉ ghi thêm')
})

it('the ministry defines a region, figures can be asked for it, and ends it; a province may not', async () => {
  const choose = (unit: string, given: Record<string, unknown>) => {
    const input = { name: 'Ba tỉnh mẫu', provinces: ['04', '08', '11'], from: '2026-01-01', source: 'Kế hoạch mẫu' }
    return defineRegion(world.as(officer(unit)), { ...input, ...given })
  }
  await expect(choose('68', {})).rejects.toThrow('kernel/not-found')
  await expect(choose('VN', { provinces: ['04', '99'] })).rejects.toThrow('statistics/no-such-province')
  const twice = await Promise.allSettled([choose('VN', {}), choose('VN', {})])
  expect(twice.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([
    expect.stringContaining('statistics/region-exists'),
  ])
  await expect(choose('VN', {})).rejects.toThrow('statistics/region-exists')
  expect(await placeByCode(world.as(visitor), 'ba-tinh-mau')).toMatchObject({ provinces: ['04', '08', '11'] })
  expect(await textOf(reading.get('/thong-ke'))).toContain('value="ba-tinh-mau"')
  const early = await entering('VN').post('/thong-ke/vung/thoi-dung', { region: 'ba-tinh-mau', on: '01/01/2026' })
  expect(await early.text()).toContain('phải sau ngày bắt đầu')
  await entering('VN').post('/thong-ke/vung/thoi-dung', { region: 'ba-tinh-mau', on: '01/10/2026' })
  expect(await textOf(reading.get('/thong-ke'))).not.toContain('value="ba-tinh-mau"')
  expect(await textOf(entering('68').get('/thong-ke/vung'))).toMatch(/Ba tỉnh mẫu.*thôi dùng/s)
})
