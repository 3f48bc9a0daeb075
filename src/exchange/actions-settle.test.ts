import { beforeAll, expect, it } from 'vitest'
import { browse } from '../catalogue/actions.ts'
import type { Actor } from '../kernel/actor.ts'
import { oneRow, sql } from '../platform/db.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { importRecognitions, waitingRows } from './actions.ts'
import { setAside, settleRow } from './actions-settle.ts'
import { readList } from './list-file.ts'
import { exchangePages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const fileName = 'src/exchange/cases/published-lists.csv'
const officerOf = (province: string): Actor => ({
  id: `can-bo-${province}`,
  name: 'Cán bộ mẫu',
  postings: [{ role: 'province-officer', unit: province, province }],
  producers: [],
})
const hue = () => world.as(officerOf('46'))
const thanhHoa = () => world.as(officerOf('38'))
const pages = (province: string) => visiting(exchangePages, refusals, () => world.as(officerOf(province)))
const source = 'Quyết định gốc lưu tại chi cục'

beforeAll(async () => {
  await importRecognitions(world.as(), await readList(fileName), { fileName })
})

async function waiting(province: string, line: number) {
  return (await waitingRows(world.as(), [province])).find((row) => row.line === line)
}

const keyOf = async (province: string, line: number) => (await waiting(province, line))?.key ?? ''

async function inCatalogue(words: string) {
  const filter = { words, groups: [], stars: [], standing: 'all' } as const
  return (await browse(world.as(), filter, { page: 1, order: 'moi' })).list.items
}

it('an officer sees the rows of their province, those entered with gaps apart, and each row as published', async () => {
  const list = await (await pages('38').get('/danh-sach-cho')).text()
  expect(list).toContain('Đã nhập, còn chỗ nguồn không ghi: 20 dòng')
  expect(list).not.toContain('Rượu Ô Lâu')
  const page = await (await pages('46').get(`/danh-sach-cho/${await keyOf('46', 9)}`)).text()
  expect(page).toContain('Nước mắm ruốc Hương Giang')
  expect(page).toContain('Không có ngày quyết định')
  expect(page).toContain('Cả tỉnh, thành phố')
})

it('a row of another province answers like one that is not there', async () => {
  const key = await keyOf('46', 2)
  expect((await pages('38').get(`/danh-sach-cho/${key}`)).status).toBe(404)
  await expect(settleRow(thanhHoa(), key, { sameDecision: false, source })).rejects.toThrow('kernel/not-found')
  expect((await pages('46').get('/danh-sach-cho/khong-co')).status).toBe(404)
})

it('without a source nothing is kept, the sentence stands at the field and what was typed stays', async () => {
  const key = await keyOf('46', 2)
  const answer = await pages('46').post(`/danh-sach-cho/${key}/bo-sung`, { decisionDate: '13/11/2020' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Hãy ghi phần bổ sung lấy từ đâu.')
  expect(page).toContain('value="13/11/2020"')
  expect(await waiting('46', 2)).toMatchObject({ outcome: 'needs-person', settled: null })
})

it('what is still missing is said, a commune of another province is refused, nothing is half-saved', async () => {
  const key = await keyOf('46', 9)
  const given = { decisionDate: '2020-11-13', sameDecision: false, source }
  await expect(settleRow(hue(), key, given)).rejects.toThrow('exchange/still-open')
  await expect(settleRow(hue(), key, { ...given, commune: '05632' })).rejects.toThrow('exchange/other-commune')
  expect(await waiting('46', 9)).toMatchObject({ outcome: 'needs-person', settled: null })
  expect(await inCatalogue('Hương Giang')).toEqual([])
})

it('the day of a decision, once found, enters every row of that decision whose place is certain', async () => {
  const given = { decisionDate: '2020-11-13', sameDecision: true, source }
  expect(await settleRow(hue(), await keyOf('46', 2), given)).toEqual({ also: 8 })
  expect(await inCatalogue('Gạo hữu cơ An Lỗ')).toMatchObject([
    {
      producerName: 'HTX sản xuất, kinh doanh, dịch vụ nông nghiệp An Lỗ',
      communeCode: '19858',
      decisionNumber: '2919/QĐ-UBND',
      authority: 'Ủy ban nhân dân tỉnh Thừa Thiên Huế',
      lastDay: '2023-11-13',
    },
  ])
  expect((await waiting('46', 12))?.outcome).toBe('needs-person')
})

it('a person picks the commune where the words lead to none', async () => {
  const given = { decisionDate: '2020-11-13', commune: '19858', sameDecision: false, source }
  await settleRow(hue(), await keyOf('46', 9), given)
  expect(await inCatalogue('Hương Giang')).toMatchObject([{ communeCode: '19858', producerKind: 'unknown' }])
})

it('the subject and commune of an entered row are filled in, its certificate and page name them', async () => {
  const before = await inCatalogue('Mắm cáy Quảng Phúc')
  const key = (await waitingRows(world.as(), ['38'])).find(({ productId }) => productId === before[0]?.productId)?.key
  const given = { subject: 'HTX Mẫu Quảng Phúc', commune: '16522', sameDecision: false, source }
  await settleRow(thanhHoa(), key ?? '', given)
  const after = await inCatalogue('Mắm cáy Quảng Phúc')
  expect(after).toMatchObject([
    { productId: before[0]?.productId, number: before[0]?.number, producerKind: 'cooperative', communeCode: '16522' },
  ])
  const certificate = await oneRow(
    world.as(),
    sql<{
      producerName: string
    }>`select producer_name from recognition.pub_recognition where number = ${after[0]?.number ?? ''}`,
  )
  expect(certificate.producerName).toBe('HTX Mẫu Quảng Phúc')
  await expect(settleRow(thanhHoa(), key ?? '', given)).rejects.toThrow('exchange/already-settled')
})

it('a row set aside leaves the queue with its reason and stays so when the list comes again', async () => {
  const key = await keyOf('46', 12)
  await setAside(hue(), key, 'Trùng với công văn khác')
  expect(await waiting('46', 12)).toBeUndefined()
  const again = await importRecognitions(world.as(), await readList(fileName), { fileName })
  expect(again.rows.find(({ line }) => line === 12)).toMatchObject({
    outcome: 'refused',
    reason: 'Người xem kết luận: Trùng với công văn khác',
  })
  expect(again.counts).toEqual({ accepted: 31, 'needs-person': 24, refused: 10 })
})
