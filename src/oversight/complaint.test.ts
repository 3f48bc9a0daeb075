import { describe, expect, test } from 'vitest'
import { awarding, owner, otherLeader, provinceLeader, provinceOfficer } from '../../test/support/awarding.ts'
import { inspecting, inspector } from '../../test/support/inspecting.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { dossierById } from '../dossier/actions.ts'
import { orMissing } from '../kernel/refusal.ts'
import { run, sql } from '../platform/db.ts'
import { draftRevocation } from '../recognition/actions-draft.ts'
import { issueDecision } from '../recognition/actions-issue.ts'
import {
  answerComplaint,
  fileComplaint,
  receiveComplaint,
  setComplaintTerm,
  withdrawComplaint,
} from './actions-complaint.ts'
import { complaintChoices, complaintDeskItems, complaintFile, complaintList } from './actions-complaint-reading.ts'
import { termFor } from './rules-complaint.ts'

const world = useWorld()
const { certified, signed } = inspecting(world)
const { scored } = awarding(world)
const officer = (now?: string) => world.as(provinceOfficer, now)
const leader = (now?: string) => world.as(provinceLeader, now)
const words = { text: 'Giấy đã nộp mà không được tính.', wish: 'Xem lại.' }
const answered = { grounds: 'Giấy nộp sau ngày chấm.', document: '45/UBND-M', reexamine: false } as const
let number = 700

async function inspected(name: string) {
  const made = await certified(name)
  const id = await signed(made.certificate, { D1: {} })
  return { ...made, producer: (now?: string) => world.as(owner(made.producerId), now), subject: `inspection:${id}` }
}

/** A dossier that was not recognised, as its producer finds it. */
async function notRecognised(name: string) {
  const { dossiers } = await scored({ [name]: 40 }, '2026-11-10')
  const dossierId = dossiers[0] ?? ''
  const producerId = orMissing(await dossierById(world.as(), dossierId)).producerId
  return { dossierId, producer: (now?: string) => world.as(owner(producerId), now), subject: `result:${dossierId}` }
}

describe('a complaint', () => {
  test('is received in working days, answered with grounds by the leader, and told to the producer', async () => {
    const { producer, subject } = await inspected('Chè khiếu nại')
    const id = await fileComplaint(producer(), { subject, ...words })
    const { complaint, daysLeft } = await complaintFile(producer(), id)
    expect(complaint).toMatchObject({ state: 'filed', dueOn: '2026-12-08', unitName: 'Tỉnh Quảng Ngãi' })
    expect(complaint.number).toMatch(/^KN-51-2026-\d{4}$/)
    expect(daysLeft).toBe(10)
    expect((await complaintDeskItems(officer())).map(({ act }) => act)).toEqual(['Thụ lý khiếu nại'])
    expect(await refusedWith(answerComplaint(leader(), id, { outcome: 'upheld', ...answered }))).toEqual([
      'oversight/complaint-not-now',
    ])
    expect(await refusedWith(receiveComplaint(officer(), id, { outcome: 'refuse' }))).toEqual([
      'oversight/refusal-needs-why',
    ])
    await receiveComplaint(officer(), id, { outcome: 'receive' })
    expect((await complaintFile(producer(), id)).complaint).toMatchObject({ state: 'received', dueOn: '2026-12-24' })
    expect((await complaintDeskItems(leader())).map(({ act }) => act)).toEqual(['Trả lời khiếu nại'])
    expect(await refusedWith(answerComplaint(officer(), id, { outcome: 'upheld', ...answered }))).toEqual([
      'kernel/not-found',
    ])
    const order = { ...answered, outcome: 'upheld', reexamine: true } as const
    expect(await refusedWith(answerComplaint(leader(), id, order))).toEqual(['oversight/nothing-to-score-again'])
    await answerComplaint(leader(), id, { outcome: 'rejected', ...answered })
    const done = await complaintFile(producer(), id)
    expect(done.complaint).toMatchObject({ state: 'answered', outcome: 'rejected', dueOn: null })
    expect(done.steps.at(-1)).toMatchObject({ act: 'answer', document: '45/UBND-M', reason: answered.grounds })
    expect(await refusedWith(withdrawComplaint(producer(), id, ''))).toEqual(['oversight/complaint-not-now'])
  })

  test('about a revocation goes to the leader who signs, and one open complaint is enough', async () => {
    const { certificate, producerId } = await certified('Tỏi thu hồi')
    const producer = world.as(owner(producerId))
    const draft = await draftRevocation(officer(), {
      numbers: [certificate],
      ground: 'criteria-lost',
      note: 'Kết luận mẫu',
      concludedOn: '2026-11-24',
    })
    const signature = { decidedOn: '2026-11-24', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Chủ tịch' }
    await issueDecision(leader(), draft, { ...signature, number: String(++number) })
    const subject = `revocation:${certificate}`
    expect((await complaintChoices(producer)).map(({ against, ref }) => `${against}:${ref}`)).toContain(subject)
    const both = await Promise.all([1, 2].map(() => refusedWith(fileComplaint(producer, { subject, ...words }))))
    expect(both.flat()).toEqual(['oversight/complaint-open'])
  })

  test('comes within the term, whose days and source are said', async () => {
    const { producer, subject } = await notRecognised('Dứa đúng hạn')
    // Ninety days from 10/11/2026: 08/02/2027 is the last.
    expect(await refusedWith(fileComplaint(producer('2027-02-08T17:00:00.000Z'), { subject, ...words }))).toEqual([
      'oversight/complaint-too-late',
    ])
    expect(await refusedWith(fileComplaint(producer('2027-02-08T16:59:59.000Z'), { subject, ...words }))).toEqual([])
    const term = { fromDate: '2026-11-24', fileDays: 5, receiveDays: 3, answerDays: 10, basis: 'Quy chế mẫu 7/QC-M' }
    expect(await refusedWith(setComplaintTerm(leader(), { unit: '66', ...term }))).toEqual(['oversight/not-your-unit'])
    expect(await refusedWith(setComplaintTerm(leader(), { unit: '51', ...term, fileDays: 0 }))).toEqual([
      'oversight/term-of-no-days',
    ])
    await setComplaintTerm(leader(), { unit: '51', ...term })
    expect(await refusedWith(setComplaintTerm(leader(), { unit: '51', ...term }))).toEqual(['oversight/term-exists'])
    const late = await notRecognised('Dứa quá hạn mới')
    expect(await refusedWith(fileComplaint(late.producer(), { subject: late.subject, ...words }))).toEqual([
      'oversight/complaint-too-late',
    ])
  })

  test("is the producer's and its unit's: others, and whoever stepped back from the dossier, find none", async () => {
    const { producer, subject, dossierId } = await notRecognised('Mít kín')
    await setComplaintTerm(leader(), {
      unit: '51',
      fromDate: '2026-11-23',
      fileDays: 60,
      receiveDays: 3,
      answerDays: 9,
      basis: 'Mẫu',
    })
    const id = await fileComplaint(producer('2026-11-23T02:00:00.000Z'), { subject, ...words })
    const missing = ['kernel/not-found']
    for (const actor of [inspector, otherLeader, owner('ai-khac')])
      expect(await refusedWith(complaintFile(world.as(actor), id))).toEqual(missing)
    await run(
      world,
      sql`insert into identity.account (id, sign_in_name, name, password_hash, opened_at, sample)
        values (${provinceOfficer.id}, 'rut-ten', 'Người mẫu', 'x', now(), true) on conflict do nothing`,
    )
    const before = (await complaintList(officer(), 1)).total
    await run(
      world,
      sql`insert into dossier.recusal (dossier_id, account_id, since) values (${dossierId}, ${provinceOfficer.id}, now())`,
    )
    expect(await refusedWith(complaintFile(officer(), id))).toEqual(missing)
    expect((await complaintList(officer(), 1)).total).toBe(before - 1)
    expect(await refusedWith(fileComplaint(producer(), { subject: 'result:khong-co', ...words }))).toEqual([
      'oversight/no-such-subject',
    ])
  })
})

test('the nearest term holds: the unit, then its province, then the country, the latest by its day', () => {
  const term = (unitCode: string, fromDate: string, fileDays: number) => ({
    unitCode,
    fromDate,
    fileDays,
    receiveDays: 1,
    answerDays: 1,
    basis: 'b',
  })
  const terms = [
    term('VN', '2026-01-01', 1),
    term('51', '2026-01-01', 2),
    term('51', '2026-06-01', 3),
    term('51', '2027-01-01', 4),
  ]
  expect(termFor(terms, ['23473', '51', 'VN'], '2026-11-24').fileDays).toBe(3)
  expect(termFor(terms, ['66', 'VN'], '2026-11-24').fileDays).toBe(1)
  expect(termFor([], ['66', 'VN'], '2026-11-24')).toMatchObject({
    fileDays: 90,
    basis: expect.stringContaining('Mặc định của hệ thống'),
  })
})
