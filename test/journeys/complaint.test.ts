import { expect, it, vi } from 'vitest'
import { castBallot } from '../../src/evaluation/actions-ballot.ts'
import { adoptRegulation, setUpCouncil } from '../../src/evaluation/actions-council.ts'
import { dossierById } from '../../src/dossier/actions.ts'
import { systemActor } from '../../src/kernel/actor.ts'
import { showDate } from '../../src/kernel/civil-date.ts'
import { orMissing } from '../../src/kernel/refusal.ts'
import { concludeScoringAgain } from '../../src/oversight/actions-again.ts'
import { run, sql } from '../../src/platform/db.ts'
import { paths } from '../../src/ui/paths.ts'
import { province } from '../support/awarding.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import type { Person } from '../support/browser.ts'
import { ballotWorth, holding, regulation } from '../support/hall.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const stage = holding(world)
const now = new Date().toISOString()
const acting = (person: Person) => world.as({ id: site.idOf[person], name: person, postings: [], producers: [] }, now)
const system = () => world.as(systemActor, now)
const seated = ['chu-tich-hd', 'thanh-vien-1', 'thanh-vien-2'] as const
let dossierId = ''
let complaint = ''
let session = ''

it('without a script: a producer complains of a result, and the leader orders another session', async () => {
  const { today } = system()
  const { dossiers } = await stage.scored({ 'Nấm xem lại': 40 }, today)
  dossierId = orMissing(dossiers[0])
  const { producerId } = orMissing(await dossierById(system(), dossierId))
  await run(
    world,
    sql`insert into producer.member (producer_id, account_id, capacity, from_date)
      values (${producerId}, ${site.idOf['chu-the']}, 'owner', '2026-01-01')`,
  )
  const producer = await site.at('chu-the', paths.oversight.complaintBegin())
  await producer.locator('main [name=subject]').first().check()
  await fill(producer, { text: 'Giấy đã nộp mà không được tính.', wish: 'Chấm lại theo giấy đã nộp.' })
  await press(producer, 'Gửi khiếu nại')
  complaint = new URL(producer.url()).pathname
  const officer = await site.at('tham-muu-tinh', complaint)
  await fill(officer, { outcome: 'receive' })
  await press(officer, 'Ghi quyết định')
  const leader = await site.at('lanh-dao-tinh', complaint)
  await fill(leader, { outcome: 'rejected', grounds: 'Giấy nộp đúng hạn.', document: '45/UBND-M', reexamine: 'on' })
  expect(await refusal(leader, 'Gửi trả lời')).toContain('Khiếu nại không đúng thì không yêu cầu chấm lại.')
  await fill(leader, { outcome: 'upheld' })
  await press(leader, 'Gửi trả lời')
  expect(await text(leader)).toMatch(/chờ xem xét lại[\s\S]*Kết quả cũ và giấy đang có vẫn đứng/i)
})

it('without a script: the officer finds it on the desk and among what can be called, with who scored before', async () => {
  const { today } = system()
  const councilId = await setUpCouncil(system(), {
    level: 'province',
    unitCode: province,
    name: 'Hội đồng chấm lại',
    decisionNo: '5/QĐ-M',
    decidedOn: today,
    fromDate: today,
    seats: seated.map((person, index) => ({
      accountId: site.idOf[person],
      capacity: index === 0 ? 'chair' : 'member',
      agency: 'Sở mẫu',
    })),
  })
  await adoptRegulation(system(), councilId, { ...regulation, effectiveOn: today })
  const officer = await site.at('tham-muu-tinh', paths.desk())
  expect(await text(officer)).toContain('Đưa hồ sơ vào chương trình một phiên khác')
  await officer.goto(complaint)
  await officer.getByRole('link', { name: 'Chọn Hội đồng và triệu tập phiên' }).click()
  await officer.getByRole('link', { name: 'Hội đồng chấm lại' }).click()
  await officer.getByRole('link', { name: 'Triệu tập phiên' }).click()
  expect(await text(officer)).toMatch(
    /Chờ xem xét lại theo kết luận khiếu nại \(1\)[\s\S]*mặc định của hệ thống: người đã chấm lần trước vẫn được chấm/,
  )
  await fill(officer, { meetsOn: showDate(today), place: 'Hội trường mẫu' })
  await press(officer, 'Triệu tập phiên')
  session = new URL(officer.url()).pathname
  const phone = await site.sit('thanh-vien-1', { width: 360 })
  await phone.goto(session)
  await phone.getByRole('link', { name: 'Nấm xem lại' }).click()
  // What others gave stays unsaid to whoever scores.
  expect(await text(phone)).toContain('Chấm trên hồ sơ như đã nộp lần đầu')
  expect(await text(phone)).not.toContain('Kết quả lần đầu')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

it('without a script: another result is shown beside the first, and everybody knows whose turn it is', async () => {
  const sessionId = orMissing(session.split('/').at(-1))
  const chair = await site.at('chu-tich-hd', session)
  for (const person of seated) {
    const page = await site.at(person, session)
    await press(page, 'Tôi có mặt')
  }
  await chair.reload()
  await press(chair, 'Mở phiên')
  for (const person of seated) await castBallot(acting(person), sessionId, dossierId, { choices: ballotWorth(70) })
  await chair.reload()
  await press(chair, 'Đóng phiên')
  await concludeScoringAgain(system(), dossierId)
  await chair.goto(paths.evaluation.dossier(sessionId, dossierId))
  expect(await text(chair)).toMatch(/Kết quả lần đầu\s*2 sao, 40 điểm[\s\S]*Kết quả lần này\s*3 sao, 70 điểm/)
  const producer = await site.sit('chu-the', { width: 360 })
  await producer.goto(complaint)
  expect(await text(producer)).toMatch(/Kết quả lần đầu\s*2 sao, 40 điểm[\s\S]*Kết quả chấm lại\s*3 sao, 70 điểm/)
  expect(await producer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const officer = await site.at('tham-muu-tinh', complaint)
  expect(await officer.getByRole('link', { name: 'Mở dự thảo quyết định' }).count()).toBe(1)
  for (const person of ['tham-muu-xa', 'ho-tro', 'thanh-vien-1'] as const) {
    const stranger = await site.sit(person)
    expect((await stranger.goto(complaint))?.status()).toBe(404)
  }
})

it('finds nothing on its pages, with both results on them', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const path of [complaint, `${session}/ho-so/${dossierId}`, paths.dossier.file(dossierId)]) {
    const page = await site.sit('tham-muu-tinh', { script: true, width: 360 })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})
