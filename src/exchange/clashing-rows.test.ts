import { expect, it } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { importRecognitions } from './actions.ts'
import type { ListRow } from './model.ts'

const world = useWorld()
const place = { province: 'Thanh Hóa', district: 'huyện Quảng Xương' }
const decision = { decisionNo: '2942/QĐ-UBND', decisionDate: '05/08/2021' }

const told = (row: Partial<ListRow>, line: number): ListRow => ({
  line,
  ...place,
  ...decision,
  stars: '3',
  extra: {},
  ...row,
})

async function outcomes(...given: readonly Partial<ListRow>[]) {
  const rows = given.map((row, index) => told(row, index + 2))
  const report = await importRecognitions(world.as(), rows, { fileName: 'danh-sach-mau.csv' })
  return report.rows.map(({ outcome, reason }) => [outcome, reason])
}

it('the same recognition twice in one file is entered once and the second line names the first', async () => {
  const row = { product: 'Mắm mẫu', subject: 'HTX Mẫu' }
  expect(await outcomes(row, row, { ...row, note: 'ghi lại' })).toMatchObject([
    ['accepted', expect.stringMatching(/^Nhận là công nhận/)],
    ['accepted', 'Trùng với dòng 2 của tệp này; không đổi gì.'],
    ['accepted', 'Trùng với dòng 2 của tệp này; không đổi gì.'],
  ])
})

it('the same recognition in another file, told in other words, changes nothing', async () => {
  expect(await outcomes({ product: 'MẮM MẪU', subject: 'htx mẫu', note: 'bản của Sở' })).toEqual([
    ['accepted', 'Đã có trong hệ thống từ trước; không đổi gì.'],
  ])
})

it('one product with two numbers of stars in one decision waits for a person', async () => {
  expect(await outcomes({ product: 'Mắm mẫu', subject: 'HTX Mẫu', stars: '4' })).toEqual([
    ['needs-person', expect.stringContaining('Quyết định này đã ghi sản phẩm này với hạng 3 sao.')],
  ])
})

it('namesakes of two producers are two products; with one of them unnamed nobody can say', async () => {
  expect(await outcomes({ product: 'Mắm mẫu', subject: 'HTX Khác' }, { product: 'Mắm mẫu' })).toEqual([
    ['accepted', expect.stringMatching(/^Nhận là công nhận/)],
    ['needs-person', expect.stringContaining('một trong hai nguồn không ghi chủ thể')],
  ])
})

it('number and day in one cell, and a day as the serial of a spreadsheet, are read', async () => {
  const together = '2942/QĐ-UBND ngày 05/08/2021'
  expect(
    await outcomes(
      { product: 'Nem mẫu', subject: 'HTX Mẫu', decisionNo: together, decisionDate: undefined },
      { product: 'Nem mẫu', subject: 'HTX Mẫu', decisionDate: '44413' },
      { product: 'Nem mẫu', subject: 'HTX Mẫu', decisionDate: '44414' },
      { product: 'Nem mẫu', subject: 'HTX Mẫu', decisionDate: '59999' },
    ),
  ).toEqual([
    ['accepted', expect.stringMatching(/^Nhận là công nhận/)],
    ['accepted', 'Đã có trong hệ thống từ trước; không đổi gì.'],
    ['needs-person', 'Quyết định này đã được nhập với ngày 05/08/2021. Cần người đối chiếu quyết định gốc.'],
    ['needs-person', 'Ngày quyết định “59999” không hợp lý. Cần người kiểm tra.'],
  ])
})

it('a cell that could not be computed, a formula and letters of an old font wait with what they show', async () => {
  expect(
    await outcomes(
      { product: 'Chè mẫu', subject: 'HTX Mẫu', commune: '#REF!' },
      { product: '=HYPERLINK("https://example.invalid")', subject: 'HTX Mẫu' },
      { product: 'G¹o th¬m', subject: 'HTX Mẫu' },
    ),
  ).toEqual([
    ['needs-person', expect.stringContaining('lỗi bảng tính (#REF!)')],
    ['needs-person', expect.stringContaining('=HYPERLINK')],
    ['needs-person', expect.stringContaining('Hãy chuyển mã cả tệp sang Unicode')],
  ])
})
