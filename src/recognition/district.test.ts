import { beforeAll, describe, expect, test } from 'vitest'
import { awarding, owner, provinceLeader, provinceOfficer } from '../../test/support/awarding.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { queueOf } from '../dossier/actions-queue.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { systemActor, visitor } from '../kernel/actor.ts'
import { openAccount } from '../identity/actions.ts'
import { oneRow, sql } from '../platform/db.ts'
import { registerProducer } from '../producer/actions.ts'
import { describeProduct } from '../product/actions.ts'
import { textById } from '../regime/law.ts'
import type { LegalText } from '../regime/model.ts'
import { paths } from '../ui/paths.ts'
import { deskItems, draftingDesk } from './actions-desk.ts'
import { recognitionPages } from './pages.tsx'
import { districtOutcome, judgeDistrictPoints } from './rules-district.ts'
import { refusals } from './words.ts'

const world = useWorld()
const stage = awarding(world)
const form = paths.recognition.districtRoundBegin()
const list = paths.recognition.districtRounds()
let officer: Actor = provinceOfficer

const as = (actor: Actor) => visiting(recognitionPages, refusals, () => world.as(actor))
const holder = (role: Role, unit: string, province: string): Actor => ({
  ...provinceOfficer,
  id: `${role}-${unit}`,
  postings: [{ role, unit, province }],
})

/** Huyện Kon Plông, tỉnh Kon Tum: both gone since 1 July 2025, their land is Quảng Ngãi's. */
const papers = {
  province: 'Kon Tum',
  district: 'Kon Plông',
  metOn: '10/05/2021',
  minutes: '12/BB-HĐ',
  toldOn: '20/05/2021',
  proposal: '45/TTr-UBND',
}

const rounds = async () =>
  (await oneRow(world, sql<{ count: number }>`select count(*)::int as count from recognition.district_round`)).count

let one: { productId: string; producerId: string }
let place = ''

beforeAll(async () => {
  const account = { signInName: 'nhap-vong-huyen', name: 'Cán bộ Nhập Mẫu', password: 'mau-mau-mau-12', sample: true }
  officer = { ...provinceOfficer, id: await openAccount(world.as(), account) }
  one = await stage.product('Măng Một Sao')
  await stage.product('Măng Hai Sao')
  await stage.product('Măng Ba Sao')
  const sent = await as(officer).post(form, {
    ...papers,
    'product[1]': 'Măng Một Sao',
    'points[1]': '27,5',
    'product[2]': 'mang hai sao',
    'points[2]': '45',
    'product[3]': 'Măng Ba Sao',
    'points[3]': '58,25',
  })
  expect(sent.status).toBe(303)
  place = sent.headers.get('location') as string
})

describe('the star and the way of a result follow from its points', () => {
  const text = textById('1048-2019') as LegalText
  test.each([
    [0, 1, 'told'],
    [2_999, 1, 'told'],
    [3_000, 2, 'told'],
    [4_999, 2, 'told'],
    [5_000, 3, 'proposed'],
    [6_999, 3, 'proposed'],
    [7_000, 4, 'proposed'],
    [8_999, 4, 'proposed'],
    [9_000, 5, 'proposed'],
    [10_000, 5, 'proposed'],
  ] as const)('%d hundredths: %d stars, %s', (points, stars, outcome) => {
    expect(judgeDistrictPoints(text, points, 'points')).toEqual({ ok: true, value: stars })
    expect(districtOutcome(text, points)).toBe(outcome)
  })

  test('what 148/2023 let a district recognise is a decision, and no line here', () => {
    const later = textById('148-2023') as LegalText
    const verdicts = [4_999, 5_000, 6_999, 7_000].map((points) => judgeDistrictPoints(later, points, 'points').ok)
    expect(verdicts).toEqual([true, false, false, true])
  })
})

describe('a round that only a district scored', () => {
  test('is read as it was, with who entered it and what is not certain', async () => {
    const page = await (await as(officer).get(place)).text()
    for (const words of ['huyện Kon Plông, tỉnh Kon Tum', '12/BB-HĐ', '45/TTr-UBND', '20/05/2021', 'Cán bộ Nhập Mẫu'])
      expect(page).toContain(words)
    expect(page).toContain('theo lời thuật lại, không phải nguyên văn')
    expect(page).toMatch(/Măng Một Sao[\s\S]*27,50[\s\S]*1 sao[\s\S]*Báo cho xã và chủ thể/)
    expect(page).toMatch(/Măng Hai Sao[\s\S]*45[\s\S]*2 sao[\s\S]*Báo cho xã và chủ thể/)
    expect(page).toMatch(/Măng Ba Sao[\s\S]*58,25[\s\S]*3 sao[\s\S]*Đề nghị lên tỉnh/)
  })

  test('leaves the desks of today empty', async () => {
    const ctx = world.as(officer)
    const desk = await draftingDesk(ctx)
    expect([desk.drafts, desk.sessions, desk.approved, desk.below]).toEqual([[], [], [], []])
    expect(await deskItems(ctx)).toEqual([])
    expect((await queueOf(ctx, 'tat-ca', 1)).items).toEqual([])
    expect((await oneRow(world, sql<{ n: number }>`select count(*)::int as n from dossier.dossier`)).n).toBe(0)
  })

  test('shows what the province decided once that is entered, and until then where to enter it', async () => {
    const before = await (await as(officer).get(place)).text()
    expect(before).toContain('Chưa nhập quyết định của tỉnh lúc đó')
    expect(before).toContain(`href="${paths.recognition.pastRound()}"`)
    const decision = { text: '1048-2019', province: 'Kon Tum', number: '560', decidedOn: '20/07/2021' }
    const line = { 'product[1]': 'Măng Ba Sao', 'stars[1]': '3' }
    expect((await as(officer).post(paths.recognition.pastRound(), { ...decision, ...line })).status).toBe(303)
    const after = await (await as(officer).get(place)).text()
    expect(after).toContain('560/QĐ-UBND</a>, 3 sao')
    expect(after).not.toContain('Chưa nhập quyết định')
  })
})

describe('who reads it', () => {
  test.each([
    ['an officer of the commune', holder('commune-officer', '23473', '51')],
    ['the leader of the commune', holder('commune-leader', '23473', '51')],
    ['the leader of the province', provinceLeader],
    ['the ministry', holder('ministry-officer', 'VN', 'VN')],
    ['an auditor of the province', holder('auditor', '51', '51')],
  ])('%s reads every line, and enters nothing', async (_, reader) => {
    expect(await (await as(reader).get(list)).text()).toContain('Măng Hai Sao')
    expect((await as(reader).get(place)).status).toBe(200)
    expect((await as(reader).get(form)).status).toBe(404)
    expect((await as(reader).post(form, papers)).status).toBe(404)
  })

  test('a producer reads its own line and no other', async () => {
    for (const path of [list, place]) {
      const page = await (await as(owner(one.producerId)).get(path)).text()
      expect(page).toContain('Măng Một Sao')
      expect(page).not.toContain('Măng Hai Sao')
    }
  })

  test.each([
    ['another producer', owner('chu-the-khac')],
    ['an officer of another commune', holder('commune-officer', '23476', '51')],
    ['an officer of another province', holder('province-officer', '68', '68')],
    ['a member of a council', holder('council-member', '51', '51')],
  ])('for %s there is nothing in the list and no such page', async (_, reader) => {
    expect(await (await as(reader).get(list)).text()).toContain('Chưa có vòng huyện nào')
    expect((await as(reader).get(place)).status).toBe(404)
  })

  test('a visitor signs in first', async () => {
    for (const path of [list, place, form]) expect((await as(visitor).get(path)).status).toBe(303)
  })
})

describe('refused, with the typed text kept and nothing saved', () => {
  beforeAll(async () => {
    const { id: producerId } = await registerProducer(world.as(systemActor), {
      kind: 'cooperative',
      name: 'HTX Hành Lý Sơn Mẫu',
      commune: '21548',
      representativeDisabled: false,
      sample: true,
    })
    await describeProduct(world.as(systemActor), { producerId, name: 'Hành Của Đảo', group: '10', packs: [] })
  })
  const good = { ...papers, minutes: '13/BB-HĐ', 'product[1]': 'Măng Ba Sao', 'points[1]': '61' }

  test.each([
    ['papers entered before', { minutes: '12/BB-HĐ' }, 'họp ngày 10/05/2021, đã được nhập theo số “12/BB-HĐ”'],
    ['a day before any text', { metOn: '10/05/2019' }, 'Vào ngày 10/05/2019 không văn bản nào giao huyện chấm'],
    ['a day to come', { metOn: '10/05/2027', toldOn: '' }, 'Ngày họp không được sau hôm nay'],
    ['a district after districts', { metOn: '15/08/2025', toldOn: '' }, 'Không có đơn vị này vào ngày 15/08/2025'],
    ['a name that is no unit', { district: 'Kon Không Có' }, 'Không có đơn vị này'],
    ['no district at all', { district: '' }, 'Hãy ghi tên huyện lúc đó'],
    ['a unit of another province', { province: 'Lâm Đồng', district: 'Đức Trọng' }, 'nay thuộc Tỉnh Lâm Đồng'],
    ['told before the session', { toldOn: '09/05/2021' }, 'không được trước ngày họp (10/05/2021)'],
    ['told tomorrow', { toldOn: '25/11/2026' }, 'Ngày báo kết quả không được sau hôm nay'],
    ['a day that is none', { metOn: '31/02/2021' }, 'Ngày chưa đúng'],
    ['a product of another district', { 'product[1]': 'Hành Của Đảo' }, 'không thuộc Huyện Kon Plông'],
    ['a product nobody knows here', { 'product[1]': 'Hàng tỉnh khác' }, 'Không có sản phẩm này trong sổ của tỉnh'],
    ['a product named twice', { 'product[2]': 'Măng Ba Sao', 'points[2]': '61' }, 'đã có ở dòng trên'],
    ['a product without points', { 'points[1]': '' }, 'Hãy ghi điểm trong biên bản'],
    ['points without a product', { 'points[3]': '70' }, 'Hãy ghi sản phẩm của dòng này'],
    ['points beyond a hundred', { 'points[1]': '100,01' }, 'Điểm từ 0 đến 100'],
    ['points of three decimals', { 'points[1]': '61,125' }, 'tối đa hai số lẻ'],
    ['a proposal of nothing', { 'points[1]': '49,99' }, 'Không dòng nào đủ điểm để đề nghị'],
    ['three stars under 148/2023', { metOn: '10/05/2023', toldOn: '' }, 'huyện tự công nhận'],
  ])('%s', async (_, change, sentence) => {
    const before = await rounds()
    const sent = await as(officer).post(form, { ...good, ...change })
    const page = await sent.text()
    expect([sent.status, page]).toEqual([422, expect.stringContaining(sentence)])
    expect(page).toContain('value="45/TTr-UBND"')
    expect(await rounds()).toBe(before)
  })

  test('somebody of the producer does not enter its points', async () => {
    const torn = { ...officer, producers: [one.producerId] }
    const page = await (await as(torn).post(form, { ...good, 'product[1]': 'Măng Một Sao', 'points[1]': '70' })).text()
    expect(page).toContain('Không có sản phẩm này trong sổ của tỉnh')
  })

  test('a name that several products carry is the one of the district, and two of it there are told apart', async () => {
    await stage.product('Hành Của Đảo')
    const named = { ...good, minutes: '15/BB-HĐ', 'product[1]': 'Hành Của Đảo' }
    expect((await as(officer).post(form, named)).status).toBe(303)
    await stage.product('Hành Của Đảo')
    const page = await (await as(officer).post(form, { ...named, minutes: '16/BB-HĐ' })).text()
    expect(page).toContain('Nhiều sản phẩm cùng tên')
    expect(page).not.toContain('HTX Hành Lý Sơn Mẫu')
  })

  test('the same papers sent twice at once are kept once', async () => {
    const before = await rounds()
    const both = await Promise.all([as(officer).post(form, good), as(officer).post(form, good)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
    expect(await rounds()).toBe(before + 1)
  })

  test('what the papers do not say stays open, and the page says so', async () => {
    const silent = { ...good, minutes: '14/BB-HĐ', toldOn: '', proposal: '', 'points[1]': '30' }
    const sent = await as(officer).post(form, silent)
    const page = await (await as(officer).get(sent.headers.get('location') as string)).text()
    expect(page).toContain('Giấy không ghi ngày, cần người tìm')
    expect(page).not.toContain('Văn bản đề nghị lên tỉnh')
  })
})

describe('an entry that does not say what the papers say', () => {
  const wrong = { ...papers, minutes: '21/BB-HĐ', 'product[1]': 'Măng Hai Sao', 'points[1]': '95' }
  const resultsOf = async (points: number) =>
    (
      await oneRow(
        world,
        sql<{
          n: number
        }>`select count(*)::int as n from recognition.pub_district_result where points_hundredths = ${points}`,
      )
    ).n
  let entry = ''
  const withdraw = (actor: Actor, because = 'Gõ nhầm 95 cho 52.') => as(actor).post(`${entry}/rut`, { because })

  beforeAll(async () => {
    entry = (await as(officer).post(form, wrong)).headers.get('location') as string
  })

  test.each([
    ['the leader of the province', provinceLeader, 404],
    ['an officer of another province', holder('province-officer', '68', '68'), 404],
    ['the ministry', holder('ministry-officer', 'VN', 'VN'), 404],
    ['a visitor', visitor, 303],
  ] as const)('is not withdrawn by %s', async (_, actor, status) => {
    expect((await withdraw(actor)).status).toBe(status)
    expect(await (await as(provinceLeader).get(entry)).text()).not.toContain('Rút bản nhập này')
    expect(await resultsOf(9_500)).toBe(1)
  })

  test('is not withdrawn by somebody of its producer, and not without a reason', async () => {
    const { producerId } = await oneRow(
      world,
      sql<{ producerId: string }>`select producer_id from recognition.district_line where points_hundredths = 9500`,
    )
    expect((await withdraw({ ...officer, producers: [producerId] })).status).toBe(404)
    const sent = await withdraw(officer, ' ')
    expect([sent.status, await sent.text()]).toEqual([422, expect.stringContaining('Hãy ghi vì sao bản nhập này sai')])
    expect(await resultsOf(9_500)).toBe(1)
  })

  test('is withdrawn once with a reason that its readers see, and the same minutes are entered again', async () => {
    const both = await Promise.all([withdraw(officer), withdraw(officer)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
    expect(await resultsOf(9_500)).toBe(0)
    for (const reader of [officer, provinceLeader])
      expect(await (await as(reader).get(entry)).text()).toContain('Gõ nhầm 95 cho 52.')
    expect(await (await as(provinceLeader).get(list)).text()).toContain('Bản nhập đã rút')
    expect((await as(officer).post(form, { ...wrong, 'points[1]': '52' })).status).toBe(303)
    expect(await resultsOf(5_200)).toBe(1)
  })
})
