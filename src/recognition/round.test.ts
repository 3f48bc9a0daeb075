import { beforeAll, describe, expect, test } from 'vitest'
import { awarding, provinceLeader, provinceOfficer } from '../../test/support/awarding.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import type { Actor } from '../kernel/actor.ts'
import { visitor } from '../kernel/actor.ts'
import { openAccount } from '../identity/actions.ts'
import { oneRow, sql } from '../platform/db.ts'
import { tasksFor } from '../reactions.ts'
import { paths } from '../ui/paths.ts'
import { recognitionPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const stage = awarding(world)
const form = paths.recognition.pastRound()
let officer: Actor = provinceOfficer

beforeAll(async () => {
  const account = { signInName: 'nhap-vong-cu', name: 'Cán bộ Nhập Mẫu', password: 'mau-mau-mau-12', sample: true }
  officer = { ...provinceOfficer, id: await openAccount(world.as(), account) }
})

const as = (actor: Actor) => visiting(recognitionPages, refusals, () => world.as(actor))

/** Huyện Kon Plông, tỉnh Kon Tum: both gone since 1 July 2025, their land is Quảng Ngãi's. */
const papers = {
  text: '148-2023',
  province: 'Kon Tum',
  district: 'Kon Plông',
  number: '88/QĐ-UBND',
  decidedOn: '15/12/2023',
  minutes: 'Số 12/BB-HĐ ngày 01/09/2023',
}

const decisions = async () =>
  (await oneRow(world, sql<{ count: number }>`select count(*)::int as count from recognition.decision`)).count

describe('an old round from its papers', () => {
  test('of a district that is no more is read as it was, and says who entered it', async () => {
    await stage.product('Dâu Giấy Một')
    await stage.product('Dâu Giấy Hai')
    const lines = { 'product[1]': 'Dâu Giấy Một', 'stars[1]': '3', 'points[1]': '66,25' }
    const sent = await as(officer).post(form, { ...papers, ...lines, 'product[2]': 'dau giay hai', 'stars[2]': '3' })
    expect(sent.status).toBe(303)
    const page = await (await as(visitor).get(sent.headers.get('location') as string)).text()
    for (const words of [
      'Ủy ban nhân dân huyện Kon Plông',
      'Quyết định 88/QĐ-UBND',
      'nhập lại từ giấy bởi Cán bộ Nhập Mẫu',
      'Phiên chấm không diễn ra',
      'Số 12/BB-HĐ',
      'Dâu Giấy Hai',
      '66,25',
    ])
      expect(page).toContain(words)
    const again = await as(officer).post(form, { ...papers, ...lines })
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining('đã dùng cho một quyết định khác'),
    ])
  })

  test('shows in the catalogue', () => {
    expect(tasksFor('recognition.past-round-entered')).toContain('catalogue.publish')
  })

  test('of a province under 1048/2019 gives a certificate of its own term', async () => {
    await stage.product('Sim Giấy')
    const round = { ...papers, text: '1048-2019', district: '', number: '560', decidedOn: '20/07/2021' }
    const sent = await as(officer).post(form, { ...round, 'product[1]': 'Sim Giấy', 'stars[1]': '4' })
    expect(sent.status).toBe(303)
    const page = await (await as(visitor).get(sent.headers.get('location') as string)).text()
    expect(page).toMatch(/560\/QĐ-UBND[\s\S]*Ủy ban nhân dân tỉnh Kon Tum[\s\S]*OCOP-62-2021-/)
  })
})

describe('refused, with the typed text kept and nothing saved', () => {
  beforeAll(async () => {
    await stage.product('Măng Giấy')
  })
  const good = { ...papers, number: '89/QĐ-UBND', 'product[1]': 'Măng Giấy', 'stars[1]': '3' }

  test.each([
    ['a text not in force that day', { text: '1048-2019' }, 'chỉ có hiệu lực từ 21/08/2019 đến 23/02/2023'],
    ['a district after districts', { decidedOn: '15/08/2025' }, 'Không có đơn vị này vào ngày 15/08/2025'],
    ['a name that is no unit', { district: 'Kon Không Có' }, 'Không có đơn vị này'],
    ['a star beyond a district', { 'stars[1]': '4' }, 'không có thẩm quyền công nhận 4 sao'],
    ['a unit of another province', { province: 'Lâm Đồng', district: 'Đức Trọng' }, 'nay thuộc Tỉnh Lâm Đồng'],
    ['a product nobody knows here', { 'product[1]': 'Hàng tỉnh khác' }, 'Không có sản phẩm này trong sổ của tỉnh'],
    ['a product named twice', { 'product[2]': 'Măng Giấy', 'stars[2]': '3' }, 'đã có ở dòng trên'],
    ['points without a product', { 'points[3]': '70' }, 'Hãy ghi sản phẩm của dòng này'],
    ['points that are none', { 'points[1]': '170' }, 'Điểm từ 0 đến 100'],
  ])('%s', async (_, change, sentence) => {
    const before = await decisions()
    const sent = await as(officer).post(form, { ...good, ...change })
    const page = await sent.text()
    expect([sent.status, page]).toEqual([422, expect.stringContaining(sentence)])
    expect(page).toContain('value="Số 12/BB-HĐ ngày 01/09/2023"')
    expect(await decisions()).toBe(before)
  })

  test('an officer of another province finds neither the unit nor the product', async () => {
    const elsewhere = { ...officer, postings: [{ role: 'province-officer' as const, unit: '68', province: '68' }] }
    const round = { ...good, province: 'Lâm Đồng', district: '', number: '90/QĐ-UBND' }
    const page = await (await as(elsewhere).post(form, round)).text()
    expect(page).toContain('Không có sản phẩm này trong sổ của tỉnh')
    expect(await (await as(elsewhere).post(form, good)).text()).toContain('nay thuộc Tỉnh Quảng Ngãi')
  })

  test('somebody of the producer does not enter its stars', async () => {
    const { producerId } = await stage.product('Chè Giấy')
    const torn = { ...officer, producers: [producerId] }
    const page = await (await as(torn).post(form, { ...good, 'product[1]': 'Chè Giấy' })).text()
    expect(page).toContain('Không có sản phẩm này trong sổ của tỉnh')
  })

  test('for everybody else there is no such page', async () => {
    expect((await as(provinceLeader).get(form)).status).toBe(404)
    expect((await as(provinceLeader).post(form, good)).status).toBe(404)
    expect((await as(officer).get(form)).status).toBe(200)
  })
})
