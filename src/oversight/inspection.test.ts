import { describe, expect, test } from 'vitest'
import { owner, provinceLeader, provinceOfficer } from '../../test/support/awarding.ts'
import { answer, inspecting, inspector, otherInspector, signing } from '../../test/support/inspecting.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import type { Actor } from '../kernel/actor.ts'
import { oneRow, rows, run, sql } from '../platform/db.ts'
import { visiting } from '../../test/support/pages.ts'
import { certificateByNumber } from '../recognition/actions-read.ts'
import { recognitionPages } from '../recognition/pages.tsx'
import { refusals as recognitionRefusals } from '../recognition/words.ts'
import { answerItem, cancelInspection, openInspection, signInspection } from './actions.ts'
import { commitmentPage, confirmCommitments } from './actions-commitment.ts'
import { answerRemedy, sanction, tellRemedy } from './actions-finding.ts'
import { deskItems, inspectionFile, inspectionList } from './actions-reading.ts'
import { inspectionRecord } from './paper.ts'
import { renderRecord } from './print.ts'

const world = useWorld()
const { certified, open, signed, findingId } = inspecting(world)
const certificates = visiting(recognitionPages, recognitionRefusals, () => world.as())
const officer = (now?: string) => world.as(inspector, now)
const late = '2026-12-25T02:00:00.000Z'
const remedied = { text: 'Đã in lại bao bì, bỏ lô cũ.' }
const told = (finding: string) => ({ finding, ...remedied })
const fileOf = (id: string) => inspectionFile(officer(), id)

describe('an inspection', () => {
  test('freezes promises, the mark and every criterion of the rubric; each answer is kept at once', async () => {
    const { certificate, producerId } = await certified('Cà phê danh mục')
    await confirmCommitments(world.as(owner(producerId)), certificate, 'Đổi hàng trong 7 ngày')
    const id = await open(certificate)
    const { items, inspection } = await fileOf(id)
    expect(inspection.number).toMatch(/^KT-51-2026-\d{4}$/)
    expect(items.map(({ question }) => question)).toContain('Đổi hàng trong 7 ngày')
    expect(items.filter(({ part }) => part === 'mark')).toHaveLength(4)
    expect(items.filter(({ part }) => part === 'criteria').length).toBeGreaterThan(15)
    await answerItem(officer(), id, 'D1', answer({ verdict: 'no', note: 'Số sao in sai' }), null)
    const [first] = (await fileOf(id)).items.filter(({ code }) => code === 'D1')
    expect(first).toMatchObject({ verdict: 'no', note: 'Số sao in sai', version: 1 })
  })

  test('refuses what a second window answers over the first', async () => {
    const { certificate } = await certified('Chè hai cửa sổ')
    const id = await open(certificate)
    await answerItem(officer(), id, 'D1', answer(), null)
    const over = answerItem(officer(), id, 'D1', answer({ verdict: 'no', note: 'x' }), null)
    expect(await refusedWith(over)).toEqual(['oversight/answered-meanwhile'])
    await answerItem(officer(), id, 'D1', answer({ verdict: 'no', note: 'Xem lại thì sai', seen: 1 }), null)
    expect((await fileOf(id)).items.find(({ code }) => code === 'D1')).toMatchObject({ verdict: 'no', version: 2 })
  })

  test('is once at a time, of living certificates, in the own unit, and five stars are the ministry’s', async () => {
    const { certificate } = await certified('Măng mở hai lần')
    await open(certificate)
    expect(await refusedWith(open(certificate))).toEqual(['oversight/under-way'])
    const five = await certified('Sâm năm sao', 5, 9200)
    expect(await refusedWith(open(five.certificate))).toEqual(['oversight/five-stars-ministry'])
    expect(await refusedWith(open('OCOP-51-2026-9999'))).toEqual(['oversight/no-such-certificate'])
    expect(await refusedWith(open(five.certificate, { visitOn: '2026-11-23', unit: '66' }))).toEqual([
      'oversight/not-your-unit',
    ])
    const ended = await certified('Trà hết hạn')
    await run(
      world,
      sql`update recognition.certificate set issued_on = '2023-01-01', expires_on = '2026-01-01' where number = ${ended.certificate}`,
    )
    expect(await refusedWith(open(ended.certificate))).toEqual(['oversight/not-in-force'])
  })

  test('two at the same moment open one', async () => {
    const { certificate } = await certified('Tiêu cùng lúc')
    const both = await Promise.all([refusedWith(open(certificate)), refusedWith(open(certificate))])
    expect(both.flat()).toEqual(['oversight/under-way'])
  })

  test('is not there for other units, and not for the producer before an unannounced one is signed', async () => {
    const { certificate, producerId } = await certified('Nấm đột xuất')
    const id = await open(certificate, { announced: false })
    const missing = ['kernel/not-found']
    expect(await refusedWith(inspectionFile(world.as(otherInspector), id))).toEqual(missing)
    expect(await refusedWith(answerItem(world.as(otherInspector), id, 'D1', answer(), null))).toEqual(missing)
    expect(await refusedWith(inspectionFile(world.as(owner(producerId)), id))).toEqual(missing)
    expect(await rows(world, sql`select 1 from notice.notice where producer_id = ${producerId}`)).toEqual([])
    await answerItem(officer(), id, 'D1', answer(), null)
    await signInspection(officer(), id, signing)
    expect((await inspectionFile(world.as(owner(producerId)), id)).inspection.outcome).toBe('kept')
    expect(await rows(world, sql`select 1 from notice.notice where producer_id = ${producerId}`)).toHaveLength(1)
  })

  test('without notice is there neither for an official of the province who belongs to the producer', async () => {
    const { certificate, producerId } = await certified('Nấm người nhà')
    const id = await open(certificate, { announced: false })
    const insiders = [provinceOfficer, provinceLeader, inspector].map((one) => ({ ...one, producers: [producerId] }))
    const seen = async (one: Actor) => {
      const { items } = await inspectionList(world.as(one), { all: false, page: 1 })
      return [...items, ...(await deskItems(world.as(one)))].some((item) => item.id === id)
    }
    for (const one of insiders) {
      expect(await refusedWith(inspectionFile(world.as(one), id))).toEqual(['kernel/not-found'])
      expect(await seen(one)).toBe(false)
    }
    expect(await seen(inspector)).toBe(true)
    await answerItem(officer(), id, 'D1', answer(), null)
    await signInspection(officer(), id, signing)
    for (const one of insiders) expect((await inspectionFile(world.as(one), id)).inspection.outcome).toBe('kept')
  })

  test('is signed with a place, a time and people, once, and then nothing of it changes', async () => {
    const { certificate } = await certified('Miến chốt')
    const id = await open(certificate)
    const sign = (change: Partial<typeof signing> = {}) =>
      refusedWith(signInspection(officer(), id, { ...signing, ...change }))
    expect(await sign()).toEqual(['oversight/nothing-checked'])
    await answerItem(officer(), id, 'D1', answer(), null)
    expect(await sign({ rest: false })).toEqual(['oversight/items-left'])
    expect(await sign({ visitedOn: '2026-11-25' })).toEqual(['oversight/visited-in-future'])
    expect(await sign({ toClock: '08:30' })).toEqual(['oversight/ends-before-start'])
    expect(await sign()).toEqual([])
    expect(await sign()).toEqual(['oversight/not-now'])
    expect(await refusedWith(answerItem(officer(), id, 'D1', answer({ seen: 1 }), null))).toEqual(['oversight/not-now'])
    expect(await refusedWith(cancelInspection(officer(), id, 'muộn'))).toEqual(['oversight/not-now'])
    await expect(
      run(world, sql`update oversight.visit set place = 'khác' where inspection_id = ${id}`),
    ).rejects.toThrow()
    const file = await fileOf(id)
    const pdf = await renderRecord(inspectionRecord(file, 'http://localhost/x'))
    const printed = (await pdfText(pdf)).join(' ')
    for (const said of [file.inspection.number, ...signing.present, 'Thôn Mẫu, xã Măng Đen', 'Không có ý kiến'])
      expect(printed).toContain(said)
    expect(inspectionRecord(file, 'u').closing).toBe('Không có thiếu sót phải khắc phục.')
  })
})

describe('a finding', () => {
  test('is remedied with words and a photo or a paper, judged, and the last one ends the inspection', async () => {
    const { certificate, producerId } = await certified('Mật ong khắc phục')
    const producer = world.as(owner(producerId))
    const id = await signed(certificate, { D1: {}, D3: {} })
    expect((await fileOf(id)).inspection).toMatchObject({ state: 'remedying', dueOn: '2026-12-24' })
    expect((await deskItems(producer)).map(({ act }) => act)).toEqual(['Khắc phục và báo lại'])
    const [one, other] = [await findingId(id), await findingId(id, 2)]
    expect(await refusedWith(tellRemedy(producer, id, { ...told(one), paper: 'khong-co' }, null))).toEqual([
      'oversight/no-such-paper',
    ])
    await tellRemedy(producer, id, told(one), null)
    expect(await refusedWith(tellRemedy(producer, id, told(one), null))).toEqual(['oversight/remedy-waits'])
    const back = { finding: one, outcome: 'send-back' } as const
    expect(await refusedWith(answerRemedy(officer(), id, back))).toEqual(['oversight/send-back-needs-reason'])
    await answerRemedy(officer(), id, { ...back, reason: 'Thiếu ảnh bao bì mới' })
    await tellRemedy(producer, id, told(one), null)
    await answerRemedy(officer(), id, { finding: one, outcome: 'accept' })
    expect((await fileOf(id)).inspection.state).toBe('remedying')
    await tellRemedy(world.as(owner(producerId), late), id, told(other), null)
    await answerRemedy(officer(late), id, { finding: other, outcome: 'accept' })
    expect((await fileOf(id)).inspection).toMatchObject({ state: 'closed', outcome: 'remedied', dueOn: null })
    expect(await refusedWith(tellRemedy(producer, id, told(one), null))).toEqual(['oversight/not-now'])
  })

  test('that is not put right is warned of once, then suspended by the leader or concluded for revocation', async () => {
    const { certificate, producerId } = await certified('Rượu ghè quá hạn')
    const id = await signed(certificate, { D1: {} })
    const take = (ctx: ReturnType<typeof officer>, chosen: 'warn' | 'suspend' | 'propose-revocation') =>
      refusedWith(sanction(ctx, id, { sanction: chosen, conclusion: 'Bao bì vẫn in sai sao', days: 10 }))
    expect(await take(officer(), 'warn')).toEqual(['oversight/term-runs'])
    expect((await deskItems(officer(late))).find((item) => item.id === id)).toMatchObject({
      act: 'Xử lý thiếu sót quá hạn',
      daysLeft: -1,
    })
    expect(await take(officer(late), 'propose-revocation')).toEqual(['oversight/warn-first'])
    expect(await take(officer(late), 'warn')).toEqual([])
    expect((await inspectionFile(officer(late), id)).inspection.dueOn).toBe('2027-01-04')
    const later = '2027-01-05T02:00:00.000Z'
    expect(await take(officer(later), 'warn')).toEqual(['oversight/warned-already'])
    expect(await take(officer(later), 'suspend')).toEqual(['kernel/not-found'])
    expect(await take(world.as(provinceLeader, later), 'suspend')).toEqual([])
    const { suspensions } = (await certificateByNumber(world.as(undefined, later), certificate)) ?? { suspensions: [] }
    expect(suspensions).toMatchObject([{ fromDate: '2027-01-05', toDate: null }])
    expect(await take(world.as(provinceLeader, '2027-01-20T02:00:00.000Z'), 'suspend')).toEqual([
      'oversight/suspended-already',
    ])
    expect(await take(officer('2027-01-20T02:00:00.000Z'), 'propose-revocation')).toEqual([])
    expect((await fileOf(id)).inspection).toMatchObject({ state: 'closed', outcome: 'revocation' })
    const desk = await deskItems(world.as(provinceOfficer, '2027-01-20T02:00:00.000Z'))
    expect(desk.find((item) => item.id === id)).toMatchObject({
      act: 'Soạn quyết định thu hồi',
      dueOn: '2027-02-04',
      daysLeft: 15,
    })
    const { told: count } = await oneRow(
      world,
      sql<{ told: number }>`select count(*) as told from notice.notice where producer_id = ${producerId}`,
    )
    expect(count).toBe(5)
  })

  test('that is grave waits for no term, but what was told is answered first', async () => {
    const { certificate, producerId } = await certified('Nem gian dối')
    const id = await signed(certificate, { D1: { grave: true } })
    await tellRemedy(world.as(owner(producerId)), id, told(await findingId(id)), null)
    const revoke = () =>
      refusedWith(sanction(officer(), id, { sanction: 'propose-revocation', conclusion: 'Gian dối', days: 0 }))
    expect(await revoke()).toEqual(['oversight/answer-first'])
    await answerRemedy(officer(), id, {
      finding: await findingId(id),
      outcome: 'send-back',
      reason: 'Chưa thu hồi lô hàng',
    })
    expect(await revoke()).toEqual([])
  })
})

describe('commitments', () => {
  test('are the law’s contents and lines of the own, confirmed once by the producer', async () => {
    const { certificate, producerId } = await certified('Bún cam kết')
    const producer = world.as(owner(producerId))
    const offered = await commitmentPage(producer, certificate)
    expect(offered.mayConfirm).toBe(true)
    expect(await (await certificates.get(`/chung-nhan/${certificate}`)).text()).toContain('chưa xác nhận cam kết')
    expect(offered.offered.map(({ basis }) => basis)).toContain('26/2026 Điều 9')
    expect(await refusedWith(confirmCommitments(officer(), certificate, undefined))).toEqual(['oversight/not-yours'])
    await confirmCommitments(producer, certificate, 'Đổi hàng trong 7 ngày\n\nKhông dùng phẩm màu')
    expect(await refusedWith(confirmCommitments(producer, certificate, undefined))).toEqual([
      'oversight/committed-already',
    ])
    const beside = await certificates.get(`/chung-nhan/${certificate}`)
    expect(await beside.text()).toContain(`Chủ thể xác nhận ${offered.offered.length + 2} cam kết ngày 24/11/2026.`)
    const shown = await commitmentPage(world.as(), certificate)
    expect(shown.commitments.map(({ text }) => text)).toEqual([
      ...offered.offered.map(({ text }) => text),
      'Đổi hàng trong 7 ngày',
      'Không dùng phẩm màu',
    ])
  })

  test('stand beside conclusions only: nothing of an open inspection is public', async () => {
    const { certificate } = await certified('Dưa riêng tư')
    const id = await signed(certificate, { D1: {} })
    expect((await commitmentPage(world.as(), certificate)).outcomes).toEqual([])
    expect((await fileOf(id)).findings).toHaveLength(1)
    const kept = await certified('Dưa giữ đúng')
    await signed(kept.certificate)
    const [outcome] = (await commitmentPage(world.as(), kept.certificate)).outcomes
    expect(outcome).toMatchObject({ outcome: 'kept', visitedOn: '2026-11-24', unitName: 'Tỉnh Quảng Ngãi' })
  })
})

test('nobody inspects the own producer', async () => {
  const { certificate, producerId } = await certified('Bánh nhà mình')
  const both = { ...inspector, producers: [producerId] }
  const input = { certificate, unit: '51', reason: 'x', visitOn: '2026-11-24', announced: true }
  expect(await refusedWith(openInspection(world.as(both), input))).toEqual(['oversight/no-such-certificate'])
})
