import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../kernel/actor.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { importRecognitions } from './actions.ts'
import { exportReports } from './actions-report.ts'
import type { ListRow } from './model.ts'
import { reportPages } from './pages-report.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const directory = mkdtempSync(join(tmpdir(), 'ocop-reports-'))
afterAll(() => rmSync(directory, { recursive: true }))

const officer: Actor = {
  id: 'can-bo-38',
  name: 'Cán bộ mẫu',
  postings: [{ role: 'province-officer', unit: '38', province: '38' }],
  producers: [],
}
const visit = visiting(reportPages, refusals, () => world.as(officer))
const place = {
  province: 'Thanh Hóa',
  district: 'huyện Quảng Xương',
  product: 'Mắm mẫu',
  subject: 'HTX Mẫu',
  extra: {},
}

beforeAll(async () => {
  const rows: ListRow[] = [
    { line: 2, ...place, stars: '3', decisionNo: '2942/QĐ-UBND', decisionDate: '05/08/2021' },
    { line: 3, ...place, stars: '4', decisionNo: '4188/QĐ-UBND', decisionDate: '15/11/2024' },
  ]
  const { counts } = await importRecognitions(world.as(), rows, { fileName: 'danh-sach-mau.csv' })
  expect(counts.accepted).toBe(2)
})

async function csvOf(form: string, day: string): Promise<string[][]> {
  const answer = await visit.get(`/bao-cao/${form}?noi=38&ngay=${day}&dang=csv`)
  expect(answer.status).toBe(200)
  return parse(await answer.text(), { relax_column_count: true })
}

it('the table of the ministry has its columns, the state of the day, and says its definition and day', async () => {
  const [title, about, definition, header, ...rows] = await csvOf('ptnt-ocop', '24/11/2026')
  expect(title?.[0]).toContain('PTNT_OCOP')
  expect(about?.[0]).toMatch(/Thanh Hoá?á?.*Tính đến ngày 24\/11\/2026/)
  expect(definition?.[0]).toMatch(/^Định nghĩa: .*chưa đối chiếu được/)
  expect(header?.join()).toBe(
    'MA_OCOP,Ma_DonViHanhChinh,Ma_ThoiGian,Ma_SanPham,TenSanPham,XepHang,ChuTheSXKD,DoanhThuNam,TrangThai',
  )
  expect(rows.map((row) => row.slice(4))).toEqual([['Mắm mẫu', '4*', 'HTX Mẫu', '', 'Còn hiệu lực']])
  const [past] = (await csvOf('ptnt-ocop', '01/09/2024')).slice(4)
  expect(past?.slice(4)).toEqual(['Mắm mẫu', '3*', 'HTX Mẫu', '', 'Không còn hiệu lực'])
})

it('the list of a province shows the first recognition and the latest apart', async () => {
  const [, , , header = [], row = []] = await csvOf('danh-sach-tinh', '24/11/2026')
  const told = Object.fromEntries(header.map((name, index) => [name, row[index]]))
  expect(told).toMatchObject({
    TT: '1',
    'Hạng sao hiện tại': '4 sao',
    'Ngày hết hạn': '15/11/2027',
    'Công nhận lần đầu: số quyết định': '2942/QĐ-UBND',
    'Công nhận lần đầu: năm': '2021',
    'Công nhận lại hoặc nâng hạng: hạng': '4 sao',
    'Công nhận lại hoặc nâng hạng: ngày': '15/11/2024',
  })
})

it('an officer takes their own province only, on a day that was, and sees no other in the form', async () => {
  const status = async (query: string) => (await visit.get(`/bao-cao/ptnt-ocop?${query}`)).status
  expect(await status('noi=46&ngay=24/11/2026&dang=csv')).toBe(404)
  expect(await status('noi=VN&ngay=24/11/2026&dang=csv')).toBe(404)
  expect(await status('noi=38&ngay=25/11/2026&dang=csv')).toBe(422)
  const wrong = await (await visit.get('/bao-cao/ptnt-ocop?noi=38&ngay=31/02/2026&dang=csv')).text()
  for (const said of ['Ngày báo cáo chưa đúng', 'value="31/02/2026"', 'aria-invalid="true"'])
    expect(wrong).toContain(said)
  expect(await status('noi=46&ngay=khong-phai-ngay&dang=csv')).toBe(404)
  expect(await status('noi=38&ngay=24/11/2026&dang=pdf')).toBe(404)
  expect((await (await visit.get('/bao-cao')).text()).match(/<option value="(\w+)"/g)).toEqual(
    Array.from({ length: 2 }, () => '<option value="38"'),
  )
})

it('the command writes each form as a workbook and as text, with the same rows', async () => {
  const files = await exportReports(world.as(), directory, { code: '38', typedDay: '24/11/2026' })
  expect(files.map((file) => file.slice(directory.length + 1))).toEqual([
    'ptnt-ocop-38-2026-11-24.xlsx',
    'ptnt-ocop-38-2026-11-24.csv',
    'danh-sach-tinh-38-2026-11-24.xlsx',
    'danh-sach-tinh-38-2026-11-24.csv',
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(files[0] ?? '')
  const sheet = book.worksheets[0]
  expect(sheet?.getRow(4).getCell(5).value).toBe('TenSanPham')
  expect(sheet?.getRow(5).getCell(5).value).toBe('Mắm mẫu')
  expect(readFileSync(files[1] ?? '', 'utf8')).toContain('Mắm mẫu,4*,HTX Mẫu')
})
