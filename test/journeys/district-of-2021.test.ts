import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { enterPastDossier } from '../../src/dossier/actions-past.ts'
import { moveDossier } from '../../src/dossier/actions.ts'
import type { DossierAct } from '../../src/dossier/model.ts'
import { stepWords } from '../../src/dossier/words.ts'
import { adoptRegulation, setUpCouncil } from '../../src/evaluation/actions-council.ts'
import { enterPastSession } from '../../src/evaluation/actions-past.ts'
import type { CouncilLevel } from '../../src/evaluation/model.ts'
import { systemActor } from '../../src/kernel/actor.ts'
import { atomically } from '../../src/platform/atomically.ts'
import { draftDecision } from '../../src/recognition/actions-draft.ts'
import { enterPastRecognition } from '../../src/recognition/actions-past.ts'
import type { PastDecision } from '../../src/recognition/actions-past.ts'
import type { TextId } from '../../src/regime/model.ts'
import { paths } from '../../src/ui/paths.ts'
import { useSite } from '../support/browser.ts'
import type { Person } from '../support/browser.ts'
import { holding, regulation } from '../support/hall.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const stage = holding(world)
const on = (day: string) => world.as(systemActor, `${day}T02:00:00.000Z`)

/** Măng Đen as it was: of the district Kon Plông, province Kon Tum. Both are gone since 1 July 2025. */
const then = { commune: '23473', district: '613', province: '62' }

async function councilOf(level: CouncilLevel, unitCode: string, name: string, since: string) {
  const seats = await Promise.all(['mot', 'hai', 'ba'].map((seat) => stage.person(`${level}-${since}-${seat}`)))
  const councilId = await setUpCouncil(
    on(since),
    {
      level,
      unitCode,
      name,
      decisionNo: '7/QĐ-M',
      decidedOn: since,
      fromDate: since,
      seats: seats.map(({ id }, index) => ({
        accountId: id,
        agency: 'Phòng mẫu',
        capacity: index === 0 ? ('chair' as const) : ('member' as const),
      })),
    },
    { sample: true, unitOn: since },
  )
  await adoptRegulation(on(since), councilId, { ...regulation, effectiveOn: since })
  return { councilId, present: seats.map(({ id }) => id) }
}

type Hall = Awaited<ReturnType<typeof councilOf>>

/** A session as its minutes on paper tell it: three totals for each dossier. */
async function scored(text: TextId, meetsOn: string, hall: Hall, totals: Readonly<Record<string, number>>) {
  const items = Object.entries(totals).map(([dossierId, each]) => ({ dossierId, totals: [each, each, each] }))
  const past = { ...hall, text, meetsOn, place: 'Hội trường mẫu', items, sample: true }
  const { sessionId } = await atomically(on(meetsOn), (tx) => enterPastSession(tx, past))
  return sessionId
}

async function filed(name: string, text: TextId, filedOn: string): Promise<{ id: string; productId: string }> {
  const { productId } = await stage.product(name)
  const steps = [{ act: 'receive-at-district' as const, on: filedOn }]
  const rubric = text === '1048-2019' ? '14' : null
  const past = { productId, kind: 'first' as const, text, rubric, commune: then.commune, filedOn, steps }
  const { id } = await atomically(on(filedOn), (tx) => enterPastDossier(tx, past))
  return { id, productId }
}

function moved(day: string, id: string, ...acts: readonly DossierAct[]): Promise<void> {
  return atomically(on(day), async (tx) => {
    for (const act of acts) await moveDossier(tx, id, act)
  })
}

async function recognised(
  { id, productId }: { id: string; productId: string },
  sessionId: string,
  stars: 3 | 4 | 5 | undefined,
  decision: Pick<PastDecision, 'level' | 'unitCode' | 'authority' | 'number' | 'text'> & { readonly decidedOn: string },
): Promise<string> {
  const { decidedOn } = decision
  const kind = stars === undefined ? ('approve-result' as const) : ('recognise' as const)
  const dated = { ...decision, kind, unitOn: decidedOn, year: Number(decidedOn.slice(0, 4)) }
  const past = { productId, dossierId: id, sessionId, decision: dated, sample: true, ...(stars && { stars }) }
  const { certificateNumber } = await atomically(on(decidedOn), (tx) => enterPastRecognition(tx, past))
  return certificateNumber ?? ''
}

/** One window a person, for closing one ends the browser of a single process. */
const windows = new Map<Person | undefined, Page>()

async function reads(person: Person | undefined, path: string): Promise<string> {
  const page = windows.get(person) ?? (await site.sit(person))
  windows.set(person, page)
  const answer = await page.goto(path)
  expect([path, answer?.status()]).toEqual([path, 200])
  return page.locator('main').innerText()
}

describe('a round of 1048/2019 through a district that is no more (M3–M6)', () => {
  let low: { id: string; productId: string }
  let four: typeof low
  let five: typeof low
  let district: Hall
  let atDistrict: string
  let atMinistry: string
  let fourNumber: string

  /** 2021, as its papers tell it. Entering the past is the operator's act: nobody today acts for a district. */
  beforeAll(async () => {
    low = await filed('Măng Hai Sao', '1048-2019', '2021-04-01')
    four = await filed('Cà phê Bốn Sao', '1048-2019', '2021-04-01')
    five = await filed('Sâm Năm Sao', '1048-2019', '2021-04-01')
    district = await councilOf('district', then.district, 'Hội đồng huyện Kon Plông', '2021-03-01')
    atDistrict = await scored('1048-2019', '2021-05-10', district, { [low.id]: 45, [four.id]: 72, [five.id]: 93 })
    await draftDecision(on('2021-05-11'), { sessionId: atDistrict })
    for (const { id } of [four, five])
      await moved('2021-06-01', id, 'receive-at-province', 'start-advice', 'report-advice')
    const province = await councilOf('province', then.province, 'Hội đồng tỉnh Kon Tum', '2021-03-01')
    const atProvince = await scored('1048-2019', '2021-07-01', province, { [four.id]: 71, [five.id]: 92 })
    await moved('2021-07-20', four.id, 'recognise', 'notify', 'publish')
    const kontum = { level: 'province', unitCode: then.province, authority: 'Ủy ban nhân dân tỉnh Kon Tum' } as const
    const signed = { ...kontum, text: '1048-2019', decidedOn: '2021-07-20' }
    fourNumber = await recognised(four, atProvince, 4, { ...signed, number: '560/QĐ-UBND' })
    await recognised(five, atProvince, undefined, { ...signed, number: '561/QĐ-UBND' })
    await moved('2021-07-25', five.id, 'approve-result', 'send-to-ministry')
    const ministry = await councilOf('ministry', 'VN', 'Hội đồng trung ương mẫu', '2021-03-01')
    atMinistry = await scored('1048-2019', '2021-10-01', ministry, { [five.id]: 94 })
    await moved('2021-10-20', five.id, 'recognise-at-ministry', 'notify', 'publish')
  })

  it('the commune of today reads what its commune of then filed, and what was told', async () => {
    const list = await reads('tham-muu-xa', paths.dossier.list({ muc: 'tat-ca' }))
    for (const name of ['Măng Hai Sao', 'Cà phê Bốn Sao', 'Sâm Năm Sao']) expect(list).toContain(name)
    const told = await reads('tham-muu-xa', paths.dossier.file(low.id))
    for (const act of ['receive-at-district', 'score-at-district', 'not-recognise', 'notify'] as const)
      expect(told).toContain(stepWords[act])
  })

  it('the province that holds the district reads its council and its session, and acts in neither', async () => {
    expect(await reads('tham-muu-tinh', paths.evaluation.councils())).toContain('Hội đồng huyện Kon Plông')
    const council = await reads('tham-muu-tinh', paths.evaluation.council(district.councilId))
    expect(council).not.toContain('Triệu tập phiên')
    expect(council).not.toContain('Ban hành quy chế hoạt động')
    const session = await reads('tham-muu-tinh', paths.evaluation.session(atDistrict))
    expect(session).toMatch(/Măng Hai Sao[\s\S]*45, [\s\S]*2 sao[\s\S]*Không công nhận/)
    expect(session).toMatch(/Cà phê Bốn Sao[\s\S]*72, [\s\S]*Phê duyệt kết quả, đề nghị cấp trên/)
    expect(await reads('tham-muu-tinh', paths.evaluation.minutes(atDistrict))).toContain('Hội đồng huyện Kon Plông')
    const page = await site.sit('tham-muu-tinh')
    const call = await page.goto(paths.evaluation.sessionBegin(district.councilId))
    expect(call?.status()).toBe(404)
  })

  it('the way up is told step by step, from the district to the province and the ministry', async () => {
    const page = await reads('tham-muu-bo', paths.dossier.file(five.id))
    const way = ['score-at-district', 'propose-to-province', 'send-to-ministry', 'recognise-at-ministry'] as const
    for (const act of way) expect(page).toContain(stepWords[act])
    expect(await reads('tham-muu-bo', paths.evaluation.session(atMinistry))).toMatch(/94, [\s\S]*5 sao/)
  })

  it('everybody reads the certificate that the province of then gave, long expired', async () => {
    const status = await reads(undefined, paths.recognition.certificate(fourNumber))
    for (const words of ['Cà phê Bốn Sao', '560/QĐ-UBND', 'Hết hiệu lực']) expect(status).toContain(words)
  })
})

it('148/2023: the district itself recognised three stars', async () => {
  const three = await filed('Dâu Ba Sao', '148-2023', '2023-08-01')
  const district = await councilOf('district', then.district, 'Hội đồng huyện Kon Plông 2023', '2023-06-01')
  const sessionId = await scored('148-2023', '2023-09-01', district, { [three.id]: 66 })
  await moved('2023-12-15', three.id, 'recognise-at-district', 'notify', 'publish')
  const number = await recognised(three, sessionId, 3, {
    level: 'district',
    unitCode: then.district,
    authority: 'Ủy ban nhân dân huyện Kon Plông',
    number: '88/QĐ-UBND',
    text: '148-2023',
    decidedOn: '2023-12-15',
  })
  const status = await reads(undefined, paths.recognition.certificate(number))
  for (const words of ['Dâu Ba Sao', 'huyện Kon Plông', '88/QĐ-UBND']) expect(status).toContain(words)
  expect(await reads('tham-muu-tinh', paths.evaluation.session(sessionId))).toMatch(/66, [\s\S]*3 sao/)
  expect(await reads('tham-muu-xa', paths.dossier.file(three.id))).toContain(stepWords['recognise-at-district'])
})

it('the officer of the province of today enters another decision of that district from its paper', async () => {
  await stage.product('Dâu Trên Giấy')
  const page = await site.sit('tham-muu-tinh')
  await page.goto(paths.recognition.drafts())
  await page.getByRole('link', { name: 'Nhập vòng cũ từ giấy' }).click()
  await page.locator('[name=text][value="148-2023"]').check()
  const typed = { province: 'Kon Tum', district: 'Kon Plông', number: '91/QĐ-UBND', decidedOn: '16/12/2023' }
  for (const [name, value] of Object.entries({ ...typed, 'product[1]': 'Dâu Trên Giấy', 'points[1]': '68,5' }))
    await page.fill(`[name="${name}"]`, value)
  await page.selectOption('[name="stars[1]"]', '3')
  await page.getByRole('button', { name: 'Nhập vòng này' }).click()
  const told = await page.locator('main').innerText()
  for (const words of ['Quyết định 91/QĐ-UBND', 'huyện Kon Plông', 'nhập lại từ giấy bởi', 'Dâu Trên Giấy', '68,50'])
    expect(told).toContain(words)
})

it('and a session of that district which led to no decision, read by its commune and by nobody outside', async () => {
  await stage.product('Dâu Một Sao Trên Giấy')
  const page = windows.get('tham-muu-tinh') ?? (await site.sit('tham-muu-tinh'))
  await page.goto(paths.recognition.drafts())
  await page.getByRole('link', { name: 'Nhập vòng huyện từ giấy' }).click()
  const typed = { province: 'Kon Tum', district: 'Kon Plông', metOn: '12/05/2021', minutes: '15/BB-HĐ' }
  for (const [name, value] of Object.entries({ ...typed, 'product[1]': 'Dâu Một Sao Trên Giấy', 'points[1]': '101' }))
    await page.fill(`[name="${name}"]`, value)
  await page.getByRole('button', { name: 'Nhập vòng huyện này' }).click()
  expect(await page.locator('[name="points[1]"]').getAttribute('aria-invalid')).toBe('true')
  expect(await page.inputValue('[name=minutes]')).toBe('15/BB-HĐ')
  await page.fill('[name="points[1]"]', '29,99')
  await page.getByRole('button', { name: 'Nhập vòng huyện này' }).click()
  const told = await page.locator('main').innerText()
  for (const words of ['Đã nhập vòng huyện', 'huyện Kon Plông', '29,99', '1 sao', 'Báo cho xã và chủ thể'])
    expect(told).toContain(words)
  expect(await reads('tham-muu-xa', paths.recognition.districtRounds())).toContain('Dâu Một Sao Trên Giấy')
  expect(await reads('tham-muu-tinh', paths.recognition.drafts())).not.toContain('Dâu Một Sao Trên Giấy')
  expect(await reads(undefined, paths.recognition.districtRounds())).not.toContain('Dâu Một Sao Trên Giấy')
})
