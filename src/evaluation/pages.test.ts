import { describe, expect, test } from 'vitest'
import { province, provinceLeader, provinceOfficer } from '../../test/support/awarding.ts'
import { ballotWorth, holding, rubric13 } from '../../test/support/hall.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { grantPosting } from '../identity/actions.ts'
import { openRound } from '../programme/actions.ts'
import type { Actor } from '../kernel/actor.ts'
import { visitor } from '../kernel/actor.ts'
import { paths } from '../ui/paths.ts'
import { deskItems } from './actions.ts'
import { evaluationPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const stage = holding(world)
const as = (who: Actor) => visiting(evaluationPages, refusals, () => world.as(who))
const { evaluation } = paths

async function textOf(answer: Promise<Response> | Response): Promise<string> {
  return (await (await answer).text()).replaceAll(/<svg class="sprite".*?<\/svg>/gs, '')
}

const whereTo = async (answer: Promise<Response>) => [(await answer).status, (await answer).headers.get('location')]
const ballotFields = (points: number) =>
  Object.fromEntries(Object.entries(ballotWorth(points)).map(([code, position]) => [`chon[${code}]`, String(position)]))

describe('setting up a council', () => {
  test('is a decision of the leader, with a regulation before the first session', async () => {
    const [chair, member] = await Promise.all(['lap-chu-tich', 'lap-uy-vien'].map(stage.person))
    if (!chair || !member) throw new Error('two people are there')
    for (const { id: accountId } of [chair, member]) {
      await grantPosting(world.as(), { accountId, role: 'council-member', unit: '51', from: '2026-01-01' })
    }
    const form = { name: 'Hội đồng đợt 2', decisionNo: '201/QĐ-UBND', decidedOn: '20/11/2026', fromDate: '20/11/2026' }
    const seats = {
      'nguoi[0]': chair.id,
      'chuc[0]': 'chair',
      'coquan[0]': 'Sở mẫu',
      'nguoi[1]': member.id,
      'chuc[1]': 'member',
      'coquan[1]': 'Sở mẫu hai',
    }
    expect((await as(provinceOfficer).get(evaluation.councilBegin())).status).toBe(404)
    expect(await textOf(as(provinceLeader).get(evaluation.councilBegin()))).toContain('lap-chu-tich')

    const twoChairs = await as(provinceLeader).post(evaluation.councilBegin(), {
      ...form,
      ...seats,
      'chuc[1]': 'chair',
    })
    const redrawn = await textOf(twoChairs)
    expect(twoChairs.status).toBe(422)
    expect(redrawn).toContain('đúng một Chủ tịch')
    expect(redrawn).toContain('value="201/QĐ-UBND"')

    const [status, council] = await whereTo(as(provinceLeader).post(evaluation.councilBegin(), { ...form, ...seats }))
    expect(status).toBe(303)
    expect(await textOf(as(provinceLeader).get(String(council)))).toContain('nên chưa triệu tập phiên được')
    const rules = {
      documentNo: '202/QĐ-UBND',
      effectiveOn: '21/11/2026',
      quorumNumerator: '5',
      quorumDenominator: '4',
      chairRequired: 'on',
      spreadPoints: '10',
      gateRule: 'majority',
      fallback: 'highest-met',
    }
    const over = await as(provinceLeader).post(`${String(council)}/quy-che`, rules)
    expect([over.status, (await textOf(over)).includes('Túc số không được lớn hơn')]).toEqual([422, true])
    expect(
      (await as(provinceOfficer).post(`${String(council)}/quy-che`, { ...rules, quorumNumerator: '3' })).status,
    ).toBe(422)
    expect(
      await whereTo(as(provinceLeader).post(`${String(council)}/quy-che`, { ...rules, quorumNumerator: '3' })),
    ).toEqual([303, council])
    expect(await textOf(as(chair).get(String(council)))).toContain('3/4')
  })

  test('a stranger is asked to sign in, and a council of others does not exist for them', async () => {
    const hall = await stage.hall(1)
    expect((await as(visitor).get(evaluation.councils())).status).toBe(303)
    expect((await as(visitor).get(evaluation.council(hall.councilId))).status).toBe(404)
    const outsider = await stage.person('nguoi-ngoai')
    expect((await as(outsider).get(evaluation.council(hall.councilId))).status).toBe(404)
    expect(await textOf(as(outsider).get(evaluation.councils()))).toContain('Chưa có Hội đồng nào')
  })
})

test('calling a session begins at the round of the unit that still runs, when there is exactly one', async () => {
  const hall = await stage.hall(1)
  await stage.ready('Mật ong Theo Đợt')
  const chosen = async () => {
    const html = await textOf(as(hall.secretary).get(evaluation.sessionBegin(hall.councilId)))
    return /<option value="[^"]*" selected[^>]*>\s*(Đợt \d+\/\d+)/.exec(html)?.[1]
  }
  const begun = (number: number, proposeBy: string, doneBy: string) =>
    openRound(world.as(), {
      level: 'province',
      unitCode: province,
      unitOn: '2026-11-24',
      year: 2026,
      number,
      proposeBy,
      doneBy,
    })
  await begun(11, '2026-08-01', '2026-11-23')
  expect(await chosen()).toBeUndefined()
  await begun(12, '2026-11-01', '2026-11-24')
  expect(await chosen()).toBe('Đợt 12/2026')
  await begun(13, '2026-12-01', '2026-12-30')
  expect(await chosen()).toBeUndefined()
})

describe('a session, without a line of script', () => {
  test('is called, opened, scored, closed and printed by plain forms', async () => {
    const hall = await stage.hall(1)
    const [first, second] = (await stage.ready('Sầu riêng Đi Hết', 'Bơ Để Lại')).map(({ dossierId }) => dossierId)
    if (!first || !second) throw new Error('two dossiers are ready')
    const begin = evaluation.sessionBegin(hall.councilId)
    expect(await textOf(as(hall.secretary).get(begin))).toContain('Bơ Để Lại')
    expect((await as(hall.members[0] as Actor).get(begin)).status).toBe(404)

    const call = { text: '26-2026', meetsOn: '24/11/2026', place: 'Hội trường', dossiers: first }
    const late = await as(hall.secretary).post(begin, { ...call, meetsOn: '23/11/2026' })
    const redrawn = await textOf(late)
    expect([late.status, redrawn.includes('Ngày họp đã qua'), redrawn.includes('value="23/11/2026"')]).toEqual([
      422,
      true,
      true,
    ])
    const none = await textOf(
      as(hall.secretary).post(begin, { text: '26-2026', meetsOn: '24/11/2026', place: 'Hội trường' }),
    )
    expect(none).toContain('Hãy chọn ít nhất một hồ sơ')
    expect(none.match(/name="dossiers"[^>]*checked/g)).toBeNull()

    const [, session] = await whereTo(as(hall.secretary).post(begin, call))
    const at = String(session)
    const id = at.split('/').at(-1) as string
    expect(await deskItems(world.as(hall.vice))).toMatchObject([
      { href: at, act: 'Đọc hồ sơ trước phiên', sub: '1 hồ sơ' },
    ])
    expect(await deskItems(world.as(hall.chair))).toMatchObject([{ act: 'Mở phiên chấm' }])
    expect(await deskItems(world.as(hall.secretary))).toMatchObject([{ act: 'Điểm danh, theo dõi phiếu' }])

    expect((await as(hall.vice).post(evaluation.open(id), {})).status).toBe(422)
    expect(await whereTo(as(hall.chair).post(evaluation.open(id), {}))).toEqual([303, at])
    expect(await deskItems(world.as(hall.secretary)), 'opened, it stays').toMatchObject([{ href: at }])
    for (const who of hall.voters) {
      expect(await whereTo(as(who).post(evaluation.attendance(id), { accountId: who.id, present: 'co' }))).toEqual([
        303,
        at,
      ])
      const empty = await textOf(as(who).post(evaluation.ballot(id, first), { act: 'cast' }))
      expect(empty, 'the list of errors names each criterion').toContain('Tiêu chí 1.1: hãy chọn một mức.')
      expect(
        await whereTo(
          as(who).post(evaluation.ballot(id, first), { ...ballotFields(76), act: 'cast', comment: 'Đủ minh chứng.' }),
        ),
      ).toEqual([303, at])
    }
    expect(await textOf(as(hall.chair).get(at))).toContain('3 trên 3')
    expect((await as(hall.chair).get(evaluation.minutes(id))).status).toBe(404)
    expect((await as(hall.chair).get(evaluation.minutesPdf(id))).status).toBe(404)

    expect(
      await whereTo(as(hall.secretary).post(evaluation.note(id, first), { text: 'Cần giữ vùng nguyên liệu.' })),
    ).toEqual([303, evaluation.dossier(id, first)])
    expect(await whereTo(as(hall.chair).post(evaluation.close(id), {}))).toEqual([303, at])
    expect(await textOf(as(hall.secretary).get(evaluation.minutes(id)))).toContain('Cần giữ vùng nguyên liệu.')
    expect(await textOf(as(hall.vice).get(evaluation.dossier(id, first)))).toContain('Đủ minh chứng.')
    for (const pdf of [evaluation.minutesPdf(id), evaluation.summaryPdf(id), evaluation.ballotPdf(id, first)]) {
      const answer = await as(hall.vice).get(pdf)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    }
    expect(await deskItems(world.as(hall.vice))).toEqual([])
    expect(await deskItems(world.as(hall.secretary))).toEqual([])
  })

  test('names every rule that fails when it cannot close', async () => {
    const hall = await stage.hall(6)
    const [item] = await stage.ready('Ngô nếp')
    const sessionId = await stage.sit(hall, [item?.dossierId as string], [hall.chair])
    const refused = await as(hall.chair).post(evaluation.close(sessionId), {})
    const page = await textOf(refused)
    expect(refused.status).toBe(422)
    expect(page).toContain('Ngô nếp: có mặt 1 trên 8 người được bỏ phiếu, quy chế cần ít nhất 6.')
    expect(page).toContain('Ngô nếp: còn 1 người có mặt chưa gửi phiếu.')
  })
})

describe('the ballot', () => {
  test('keeps what was chosen and says at each criterion what is missing', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Chanh dây')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.sit(hall, [dossierId])
    const { 'chon[1.1]': _, ...rest } = ballotFields(64)
    const refused = await as(hall.chair).post(evaluation.ballot(sessionId, dossierId), {
      ...rest,
      act: 'cast',
      comment: 'Giữ lời này',
    })
    const page = await textOf(refused)
    expect(refused.status).toBe(422)
    expect(page).toContain('href="#o-chon-1-1"')
    expect(page).toContain('Giữ lời này')
    expect(page.match(/<input type="radio"[^>]*checked/g)).toHaveLength(rubric13.criteria.length - 1)
  })

  test('is a radio for each level in words, none of it sent by anybody else', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Thanh long')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.sit(hall, [dossierId])
    await as(hall.vice).post(evaluation.ballot(sessionId, dossierId), { ...ballotFields(88), act: 'cast' })
    const page = await textOf(as(hall.chair).get(evaluation.ballot(sessionId, dossierId)))
    expect(page.match(/<fieldset class="choices"/g)).toHaveLength(rubric13.criteria.length)
    expect(page.match(/<input type="radio"[^>]*checked/g)).toBeNull()
    expect(page).toContain('Chưa đạt mức nào')
    expect(page).toContain('mức tối thiểu của 3 sao')
    expect((await as(hall.secretary).get(evaluation.ballot(sessionId, dossierId))).status).toBe(404)
  })

  test('shows its own history, and to nobody else', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Hồng treo gió')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.sit(hall, [dossierId])
    for (const points of [61, 66]) await stage.castAll(sessionId, dossierId, [[hall.chair, points]])
    const page = await textOf(as(hall.chair).get(evaluation.ballot(sessionId, dossierId)))
    expect(page).toContain('Các phiếu tôi đã gửi (2)')
    expect(page).toMatch(/61<\/strong> điểm, được thay lúc/)
    expect(page).toMatch(/66<\/strong> điểm, đang được tính/)
    expect(await textOf(as(hall.vice).get(evaluation.ballot(sessionId, dossierId)))).not.toContain('Các phiếu')
  })

  test('saved as a draft opens again as it was', async () => {
    const hall = await stage.hall(1)
    const [item] = await stage.ready('Mít sấy')
    const dossierId = item?.dossierId as string
    const sessionId = await stage.call(hall, [dossierId])
    const at = evaluation.ballot(sessionId, dossierId)
    expect(await whereTo(as(hall.vice).post(at, { 'chon[1.1]': '2', act: 'draft', comment: 'Còn xem thêm' }))).toEqual([
      303,
      at,
    ])
    const page = await textOf(as(hall.vice).get(at))
    expect(page.match(/<input type="radio"[^>]*checked/g)).toHaveLength(1)
    expect(page).toContain('Còn xem thêm')
    expect(page).toContain('1</span> trên <span class="num">34')
  })
})

describe('advice', () => {
  test('begins, asks for a visit and reports, each with its reason', async () => {
    const { productId } = await stage.product('Ớt xiêm')
    const dossierId = await stage.dossier(productId, { upTo: 'receive-at-province' })
    const at = evaluation.advice(dossierId)
    expect(await textOf(as(provinceOfficer).get(evaluation.adviceList()))).toContain('Ớt xiêm')
    expect((await as(provinceLeader).get(at)).status).toBe(404)
    expect(await whereTo(as(provinceOfficer).post(at, { act: 'start-advice' }))).toEqual([303, at])
    const empty = await as(provinceOfficer).post(at, { act: 'visit-site' })
    expect([empty.status, (await textOf(empty)).includes('Hãy ghi lý do và nội dung cần làm.')]).toEqual([422, true])
    expect(await whereTo(as(provinceOfficer).post(at, { act: 'visit-site', reason: 'Xem xưởng.' }))).toEqual([303, at])
    expect(await whereTo(as(provinceOfficer).post(at, { act: 'ask-lab-test', reason: 'Vi sinh.' }))).toEqual([303, at])
    const report = { act: 'report', findings: 'Đủ điều kiện.', proposal: 'Đưa ra Hội đồng.' }
    expect(await whereTo(as(provinceOfficer).post(at, report))).toEqual([303, evaluation.adviceList()])
    expect(await textOf(as(provinceOfficer).get(evaluation.adviceList()))).not.toContain('Ớt xiêm')
  })
})
