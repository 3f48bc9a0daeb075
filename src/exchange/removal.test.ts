import { beforeAll, expect, it } from 'vitest'
import { browse } from '../catalogue/actions.ts'
import type { Actor } from '../kernel/actor.ts'
import { maybeRow, sql } from '../platform/db.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { importRecognitions, waitingRows } from './actions.ts'
import type { ListRow } from './model.ts'
import { exchangePages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const officerOf = (province: string): Actor => ({
  id: `can-bo-${province}`,
  name: 'Cán bộ mẫu',
  postings: [{ role: 'province-officer', unit: province, province }],
  producers: [],
})
const pages = (province: string) => visiting(exchangePages, refusals, () => world.as(officerOf(province)))
const place = { province: 'Thanh Hóa', district: 'huyện Quảng Xương' }
const recognised = { ...place, stars: '4', decisionNo: '4188/QĐ-UBND', decisionDate: '15/11/2024', extra: {} }
const source = 'Công văn mẫu của sở'

const removals = [
  { line: 9, ...place, product: 'Mắm tép Hà Yên mẫu', event: 'Thu hồi', note: 'Cơ sở ngừng sản xuất', extra: {} },
  { line: 10, ...place, product: 'Bánh gai Tứ Trụ mẫu', event: 'removed_expired', extra: {} },
  { line: 11, ...place, product: 'Không ai biết', event: 'removed', extra: {} },
]

beforeAll(async () => {
  const list: ListRow[] = [
    { line: 2, product: 'Mắm tép Hà Yên (mẫu)', subject: 'HTX Mẫu', ...recognised },
    {
      line: 3,
      product: 'Bánh gai Tứ Trụ (mẫu)',
      subject: 'HTX Mẫu',
      ...recognised,
      decisionNo: '2942/QĐ-UBND',
      decisionDate: '05/08/2021',
    },
    ...removals,
  ]
  const report = await importRecognitions(world.as(), list, { fileName: 'danh-sach-mau.csv' })
  expect(report.counts).toEqual({ accepted: 2, 'needs-person': 3, refused: 0 })
})

const keyOf = async (line: number) =>
  (await waitingRows(world.as(), ['38'])).find((row) => row.line === line)?.key ?? ''

async function certificateOf(words: string) {
  const filter = { words, groups: [], stars: [], standing: 'all' } as const
  return (await browse(world.as(), filter, { page: 1, order: 'moi' })).list.items[0]?.number ?? ''
}

const endingOf = (number: string) =>
  maybeRow(
    world.as(),
    sql<object>`select end_kind, ended_on, last_day from recognition.pub_recognition where number = ${number}`,
  )

async function sent(line: number, fields: Record<string, string>, province = '38') {
  const answer = await pages(province).post(`/danh-sach-cho/${await keyOf(line)}/cham-dut`, fields)
  return { status: answer.status, text: await answer.text() }
}

it('a row of removal offers what it may mean and ends nothing by itself', async () => {
  const page = await (await pages('38').get(`/danh-sach-cho/${await keyOf(9)}`)).text()
  const number = await certificateOf('Mắm tép')
  expect(page).toContain(`value="${number}"`)
  expect(page).not.toContain('checked')
  expect(page).not.toContain('Bánh gai Tứ Trụ (mẫu), 4 sao')
  expect(await endingOf(number)).toMatchObject({ endKind: null })
  expect(await (await pages('38').get(`/danh-sach-cho/${await keyOf(11)}`)).text()).toContain('Chưa có công nhận nào')
})

it('a revocation without its decision, outside the term, of another recognition or by a stranger is refused', async () => {
  const certificate = await certificateOf('Mắm tép')
  const revoked = { certificate, kind: 'revoked', source }
  expect((await sent(9, { ...revoked, decisionDate: '01/06/2026' })).text).toContain('Hãy ghi số quyết định thu hồi.')
  const early = await sent(9, { ...revoked, decisionNo: '1/QĐ-UBND', decisionDate: '15/11/2024' })
  expect(early).toMatchObject({
    status: 422,
    text: expect.stringContaining('sau 15/11/2024, đến 15/11/2027') as string,
  })
  const other = {
    ...revoked,
    certificate: await certificateOf('Bánh gai'),
    decisionNo: '1/QĐ-UBND',
    decisionDate: '01/06/2026',
  }
  expect((await sent(9, other)).text).toContain('Hãy chọn một công nhận trong danh sách.')
  expect((await sent(9, { certificate, kind: 'expiry-recorded', source })).text).toContain('còn hạn đến 15/11/2027')
  expect((await sent(9, { ...other, certificate }, '46')).status).toBe(404)
  expect(await endingOf(certificate)).toMatchObject({ endKind: null })
})

it('the officer picks: the certificate ends by the decision, the row leaves the queue and stays so', async () => {
  const certificate = await certificateOf('Mắm tép')
  const key = await keyOf(9)
  const given = { certificate, kind: 'revoked', decisionNo: '1207/QĐ-UBND', decisionDate: '01/06/2026', source }
  expect((await sent(9, given)).status).toBe(303)
  expect(await endingOf(certificate)).toEqual({ endKind: 'revoked', endedOn: '2026-06-01', lastDay: '2026-05-31' })
  expect(await keyOf(9)).toBe('')
  expect((await pages('38').post(`/danh-sach-cho/${key}/cham-dut`, given)).status).toBe(422)
  const again = await importRecognitions(world.as(), removals, { fileName: 'lan-hai.csv' })
  expect(again.rows[0]).toMatchObject({ outcome: 'accepted' })
})

it('one that ran out is written off the day after its term', async () => {
  const certificate = await certificateOf('Bánh gai')
  expect((await sent(10, { certificate, kind: 'expiry-recorded', source })).status).toBe(303)
  expect(await endingOf(certificate)).toMatchObject({ endKind: 'expiry-recorded', endedOn: '2024-08-06' })
})
