import { describe, expect, test } from 'vitest'
import { awarding, otherLeader, owner, provinceLeader, provinceOfficer } from '../../test/support/awarding.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { dossierById } from '../dossier/actions.ts'
import type { DossierState } from '../dossier/model.ts'
import { callSession, takeOffAgenda } from '../evaluation/actions-session.ts'
import { systemActor } from '../kernel/actor.ts'
import { orMissing } from '../kernel/refusal.ts'
import { oneRow, rows, run, sql } from '../platform/db.ts'
import { sendToMinistry } from '../recognition/actions-certificate.ts'
import { draftDecision, draftRevocation } from '../recognition/actions-draft.ts'
import { issueDecision } from '../recognition/actions-issue.ts'
import { decisionPdf } from '../recognition/actions-read.ts'
import { concludeScoringAgain, tellSitting } from './actions-again.ts'
import { answerComplaint, fileComplaint, receiveComplaint, withdrawComplaint } from './actions-complaint.ts'
import { complaintDeskItems, complaintFile } from './actions-complaint-reading.ts'
import type { AgainStep, ScoringAgain } from './model-again.ts'
import { againStep } from './rules-again.ts'

const world = useWorld()
const { scored, session } = awarding(world)
const officer = world.as(provinceOfficer)
const leader = world.as(provinceLeader)
const system = world.as(systemActor)
const order = { outcome: 'upheld', grounds: 'Giấy nộp đúng hạn mà chưa tính.', document: '45/UBND-M' } as const
let number = 800

const signature = { decidedOn: '2026-11-24', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Chủ tịch' }

/** Scored in October, recognised by a signed decision where the points allow, as its producer finds it. */
async function decided(name: string, points: number) {
  const { dossiers, sessionId } = await scored({ [name]: points }, '2026-10-20')
  const dossierId = orMissing(dossiers[0])
  const { producerId } = orMissing(await dossierById(world.as(), dossierId))
  const certificates: string[] = []
  for (const draft of await draftDecision(officer, { sessionId }))
    certificates.push(
      ...(await issueDecision(leader, draft, { ...signature, decidedOn: '2026-10-30', number: String(++number) })),
    )
  return { dossierId, producer: world.as(owner(producerId)), certificate: certificates[0] ?? '' }
}

/** A complaint about its result, received and answered with the order. */
async function ordered(name: string, points: number) {
  const made = await decided(name, points)
  const words = { text: 'Giấy đã nộp mà không được tính.', wish: 'Xem lại.' }
  const id = await fileComplaint(made.producer, { subject: `result:${made.dossierId}`, ...words })
  await receiveComplaint(officer, id, { outcome: 'receive' })
  await answerComplaint(leader, id, { ...order, reexamine: true })
  return { ...made, id }
}

/** What the worker does when the session closes: the complaint hears of it, and a decision is drafted. */
async function scoredAgain(dossierId: string, points: number): Promise<readonly string[]> {
  const sessionId = await session('province', [dossierId], [points], '2026-11-24')
  await concludeScoringAgain(system, dossierId)
  return draftDecision(system, { sessionId })
}

const fileOf = async (id: string) => complaintFile(officer, id)
const actsOn = async (ctx = officer) => (await complaintDeskItems(ctx)).map(({ id, act }) => ({ id, act }))
const certificatesOf = (dossierId: string) =>
  rows(
    world,
    sql<{ stars: number; endKind: string | null }>`select stars, end_kind from recognition.pub_recognition
      where dossier_id = ${dossierId} order by issued_on`,
  )
const toldTo = (id: string) =>
  rows(
    world,
    sql<{
      subject: string
    }>`select subject from notice.notice where key like ${`oversight.complaint-%:${id}`} order by made_at, id`,
  )

describe('an order to score again', () => {
  test('not recognised before: the new result is drafted to a decision, each step told and in the book', async () => {
    const { id, dossierId, producer } = await ordered('Nấm đạt lần sau', 40)
    expect((await fileOf(id)).complaint.state).toBe('reexamining')
    expect(await actsOn()).toContainEqual({ id, act: 'Đưa hồ sơ vào chương trình một phiên khác' })
    expect(againStep(orMissing((await fileOf(id)).scoring))).toBe('to-call')
    expect(await refusedWith(withdrawComplaint(producer, id, ''))).toEqual(['oversight/complaint-not-now'])

    const drafts = await scoredAgain(dossierId, 62)
    const { complaint, steps, scoring } = await complaintFile(producer, id)
    expect(complaint.state).toBe('answered')
    expect(steps.at(-1)).toMatchObject({
      act: 'scored-again',
      reason: 'Phiên ngày 24/11/2026: 3 sao, 62 điểm. Khác lần đầu (2 sao, 40 điểm).',
    })
    expect(againStep(orMissing(scoring))).toBe('to-decide')
    expect((await toldTo(id)).map(({ subject }) => subject.split(':')[0])).toEqual([
      'Khiếu nại đã thụ lý',
      'Khiếu nại đã có trả lời',
      'Đã có kết quả chấm lại',
    ])

    expect(drafts).toHaveLength(1)
    await issueDecision(leader, orMissing(drafts[0]), { ...signature, number: String(++number) })
    expect(await certificatesOf(dossierId)).toEqual([{ stars: 3, endKind: null }])
    expect(againStep(orMissing((await fileOf(id)).scoring))).toBe('decided')
    const book = await rows(
      world,
      sql<{ fact: string }>`select fact from audit.entry where subject in (${id}, ${dossierId})
        and fact in ('evaluation.reexamination-ordered', 'evaluation.scored-again', 'oversight.scored-again') order by fact`,
    )
    expect(book.map(({ fact }) => fact)).toEqual([
      'evaluation.reexamination-ordered',
      'evaluation.scored-again',
      'oversight.scored-again',
    ])
  })

  test('recognised with another star: the certificate stands until the decision that replaces it', async () => {
    const { id, dossierId } = await ordered('Trà lên sao', 62)
    const drafts = await scoredAgain(dossierId, 75)
    const { complaint } = await fileOf(id)
    const paper = (await pdfText(await decisionPdf(officer, orMissing(drafts[0])))).join(' ').replaceAll('\n', ' ')
    expect(paper).toContain(`giải quyết khiếu nại số ${complaint.number}`)
    expect(await certificatesOf(dossierId)).toEqual([{ stars: 3, endKind: null }])
    await issueDecision(leader, orMissing(drafts[0]), { ...signature, number: String(++number) })
    expect(await certificatesOf(dossierId)).toEqual([
      { stars: 3, endKind: 'replaced' },
      { stars: 4, endKind: null },
    ])
    expect(againStep(orMissing((await fileOf(id)).scoring))).toBe('decided')
  })

  test('recognised before and not now: the office is asked to draft the revocation, until it is signed', async () => {
    const { id, dossierId, certificate } = await ordered('Trà mất sao', 62)
    expect(await scoredAgain(dossierId, 40)).toEqual([])
    expect(await certificatesOf(dossierId)).toEqual([{ stars: 3, endKind: null }])
    expect(againStep(orMissing((await fileOf(id)).scoring))).toBe('to-revoke')
    const asked = { id, act: 'Lập dự thảo thu hồi giấy còn hiệu lực' }
    expect(await actsOn()).toContainEqual(asked)
    const draft = await draftRevocation(officer, {
      numbers: [certificate],
      ground: 'other',
      note: 'Kết quả chấm lại theo khiếu nại',
      concludedOn: '2026-11-24',
    })
    await issueDecision(leader, draft, { ...signature, number: String(++number) })
    expect(await actsOn()).not.toContainEqual(asked)
    expect(againStep(orMissing((await fileOf(id)).scoring))).toBe('decided')
  })

  test('the same result: the complaint says so, nothing is drafted, and a job that runs twice tells once', async () => {
    const { id, dossierId } = await ordered('Trà như cũ', 62)
    expect(await scoredAgain(dossierId, 64)).toEqual([])
    await concludeScoringAgain(system, dossierId)
    const { complaint, steps, scoring } = await fileOf(id)
    expect([complaint.state, againStep(orMissing(scoring))]).toEqual(['answered', 'stands'])
    expect(steps.filter(({ act }) => act === 'scored-again')).toHaveLength(1)
    expect(await certificatesOf(dossierId)).toEqual([{ stars: 3, endKind: null }])
  })

  test('on an agenda it is the turn of the council, and the producer hears of the day', async () => {
    const { id, dossierId } = await ordered('Trà vào phiên', 40)
    const { councilId, chair } = await oneRow(
      world,
      sql<{
        councilId: string
        chair: string
      }>`select council_id, account_id as chair from evaluation.seat where capacity = 'chair'`,
    )
    const sessionId = await callSession(officer, {
      councilId,
      text: '26-2026',
      meetsOn: '2026-11-24',
      place: 'Phòng mẫu',
      dossiers: [dossierId],
    })
    await tellSitting(system, sessionId)
    await tellSitting(system, sessionId)
    const told = (await toldTo(id)).filter(({ subject }) => subject.startsWith('Hồ sơ vào phiên chấm lại'))
    expect(told).toHaveLength(1)
    expect((await fileOf(id)).complaint.sitsOn).toBe('2026-11-24')
    expect((await actsOn()).map((one) => one.id)).not.toContain(id)
    await takeOffAgenda(world.as({ id: chair, name: chair, postings: [], producers: [] }), sessionId, dossierId, 'Hoãn')
    expect((await actsOn()).map((one) => one.id)).toContain(id)
  })

  test('is refused with the whole answer when it cannot be scored again, and nothing is half saved', async () => {
    const { dossierId, producer } = await decided('Trà bị loại', 40)
    const words = { text: 'Sai.', wish: 'Xem lại.' }
    const id = await fileComplaint(producer, { subject: `result:${dossierId}`, ...words })
    await receiveComplaint(officer, id, { outcome: 'receive' })
    expect(await refusedWith(answerComplaint(leader, id, { ...order, outcome: 'rejected', reexamine: true }))).toEqual([
      'oversight/rejected-no-order',
    ])
    await run(world, sql`update dossier.dossier set state = 'disqualified' where id = ${dossierId}`)
    expect(await refusedWith(answerComplaint(leader, id, { ...order, reexamine: true }))).toEqual([
      'evaluation/not-decided',
    ])
    expect((await fileOf(id)).complaint).toMatchObject({ state: 'received', outcome: null })
    await run(world, sql`update dossier.dossier set state = 'notified' where id = ${dossierId}`)
    const both = [1, 2].map(() => refusedWith(answerComplaint(leader, id, { ...order, reexamine: true })))
    expect((await Promise.all(both)).flat()).toEqual(['oversight/complaint-not-now'])
  })

  test('an approved result is not sent up while it waits, and only people of the complaint find it', async () => {
    const { id, dossierId } = await ordered('Trà từ chín mươi', 92)
    expect(await refusedWith(sendToMinistry(officer, dossierId))).toEqual(['recognition/to-be-scored-again'])
    expect(await refusedWith(complaintFile(world.as(otherLeader), id))).toEqual(['kernel/not-found'])
    await scoredAgain(dossierId, 93)
    expect(await refusedWith(sendToMinistry(officer, dossierId))).toEqual([])
  })
})

test.each<[Partial<ScoringAgain>, AgainStep]>([
  [{}, 'to-call'],
  [{ sessionId: 's' }, 'to-score'],
  [{ outcome: 'same', sessionId: 's', stars: 3 }, 'stands'],
  ...(
    [
      ['scored', 'to-decide'],
      ['scored-by-ministry', 'to-decide'],
      ['below-90', 'to-use'],
      ['result-approved', 'goes-up'],
      ['sent-to-ministry', 'goes-up'],
      ['received-by-ministry', 'goes-up'],
      ['notified', 'to-revoke'],
      ['not-recognised', 'to-revoke'],
    ] as const satisfies readonly (readonly [DossierState, AgainStep])[]
  ).map(([dossierState, step]): [Partial<ScoringAgain>, AgainStep] => [
    { outcome: 'changed', sessionId: 's', dossierState, stars: 2, certificateStars: 3 },
    step,
  ]),
  [{ outcome: 'changed', sessionId: 's', dossierState: 'published', stars: 4, certificateStars: 4 }, 'decided'],
  [{ outcome: 'changed', sessionId: 's', dossierState: 'notified', stars: 1 }, 'decided'],
])('%o is %s', (change, step) => {
  const base = {
    outcome: null,
    sessionId: null,
    dossierState: 'notified',
    stars: null,
    certificateStars: null,
  } as const
  expect(againStep({ ...base, ...change })).toBe(step)
})
