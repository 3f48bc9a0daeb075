import { describe, expect, test } from 'vitest'
import {
  awarding,
  ministryLeader,
  ministryOfficer,
  otherLeader,
  owner,
  province,
  provinceLeader,
  provinceOfficer,
  signed,
} from '../../test/support/awarding.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { dossierById, moveDossier } from '../dossier/actions.ts'
import { visitor } from '../kernel/actor.ts'
import { atomically } from '../platform/atomically.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import { certificatePdf, printAndPublish } from './actions-certificate.ts'
import { deskItems } from './actions-desk.ts'
import { draftDecision, dropDraft } from './actions-draft.ts'
import { issueDecision } from './actions-issue.ts'
import { certificateByNumber, decisionFile, decisionPdf } from './actions-read.ts'

const world = useWorld()
const stage = awarding(world)
const { drafted, nextNumber } = stage
const leader = () => world.as(provinceLeader)

const stateOf = async (dossierId: string) => (await dossierById(world.as(), dossierId))?.state

async function count(table: 'certificate' | 'decision' | 'line' | 'ending'): Promise<number> {
  return (await oneRow(world, sql<{ n: number }>`select count(*)::int as n from ${sql.raw(`recognition.${table}`)}`)).n
}

async function factsOf(subject: string): Promise<string[]> {
  const found = await rows(
    world,
    sql<{ fact: string }>`select fact from audit.entry where subject = ${subject} order by seq`,
  )
  return found.map(({ fact }) => fact)
}

describe('drafting what a closed session calls for', () => {
  test('3★ and 4★ in one decision, from 90 points an approval, the rest none at all', async () => {
    const { sessionId, dossiers, decisions } = await drafted({
      'Trà một': 82,
      'Trà hai': 64,
      'Trà ba': 95,
      'Trà bốn': 41,
      'Trà năm': 20,
    })
    expect(decisions).toHaveLength(2)
    const files = await Promise.all(decisions.map((id) => decisionFile(world.as(provinceOfficer), id)))
    expect(
      files.map(({ decision, lines }) => [decision.kind, lines.map(({ productName, stars }) => [productName, stars])]),
    ).toEqual([
      [
        'recognise',
        [
          ['Trà một', 4],
          ['Trà hai', 3],
        ],
      ],
      ['approve-result', [['Trà ba', null]]],
    ])
    expect(await Promise.all(dossiers.map(stateOf))).toEqual(['scored', 'scored', 'scored', 'notified', 'notified'])
    expect(await draftDecision(world.as(), { sessionId })).toEqual(decisions)
    const onDesk = (await deskItems(leader())).filter(({ id }) => decisions.includes(id)).map(({ sub }) => sub)
    expect(onDesk.toSorted()).toEqual([
      expect.stringMatching(/^Trà ba, soạn ngày/),
      expect.stringMatching(/^Trà một và 1 sản phẩm khác, soạn ngày/),
    ])
  })

  test('two drafters at once make one draft', async () => {
    const { sessionId } = await stage.scored({ 'Trà đôi': 75 })
    const both = await Promise.all(
      [world.as(), world.as(provinceOfficer)].map((ctx) => draftDecision(ctx, { sessionId })),
    )
    expect(both[0]).toEqual(both[1])
    expect(both[0]).toHaveLength(1)
  })

  test('a draft is drafted by its own authority and seen by nobody else', async () => {
    const { sessionId } = await stage.scored({ 'Trà kín': 75 })
    expect(await refusedWith(draftDecision(world.as(otherLeader), { sessionId }))).toEqual([
      'recognition/not-yours-to-draft',
    ])
    const [id = ''] = await draftDecision(world.as(provinceOfficer), { sessionId })
    for (const actor of [visitor, otherLeader, owner('p')]) {
      expect(await refusedWith(decisionFile(world.as(actor), id))).toEqual(['kernel/not-found'])
      expect(await refusedWith(decisionPdf(world.as(actor), id))).toEqual(['kernel/not-found'])
    }
    expect((await decisionFile(world.as(ministryOfficer), id)).maySign).toBe(false)
  })

  test('a draft that is dropped leaves the results for another', async () => {
    const { sessionId, decisionId } = await drafted({ 'Trà bỏ': 75 })
    await dropDraft(world.as(provinceOfficer), decisionId)
    const [again] = await draftDecision(world.as(provinceOfficer), { sessionId })
    expect(again).toBeDefined()
    expect(again).not.toBe(decisionId)
  })

  test('a session that is not closed gives no draft', async () => {
    expect(await refusedWith(draftDecision(world.as(), { sessionId: 'none' }))).toEqual([
      'recognition/session-not-closed',
    ])
  })
})

describe('issuing', () => {
  test('one line, one recognition, one certificate; dossiers told; each in the book', async () => {
    const { decisionId, dossiers } = await drafted({ 'Mật một': 88, 'Mật hai': 55 })
    const number = nextNumber()
    const numbers = await issueDecision(leader(), decisionId, { ...signed, number })
    expect(numbers).toHaveLength(2)
    const { decision, lines } = await decisionFile(world.as(visitor), decisionId)
    expect(decision.number).toBe(`${number}/QĐ-UBND`)
    expect(decision.authority).toBe('Ủy ban nhân dân tỉnh Quảng Ngãi')
    expect(lines.map(({ certificateNumber }) => certificateNumber)).toEqual(numbers)
    const first = await certificateByNumber(world.as(visitor), numbers[0] as string)
    expect(first).toMatchObject({
      stars: 4,
      issuedOn: '2026-06-26',
      expiresOn: '2029-06-26',
      placeName: 'Xã Măng Đen, tỉnh Quảng Ngãi',
      productCode: '51-23473-01-2026',
    })
    expect(await Promise.all(dossiers.map(stateOf))).toEqual(['notified', 'notified'])
    expect(await factsOf(numbers[0] as string)).toEqual(['recognition.granted'])
    expect(await factsOf(decisionId)).toEqual(['recognition.drafted', 'recognition.issued'])
  })

  test('serials follow each other without a gap, also after a refusal rolled one back', async () => {
    const before = await drafted({ 'Gạo một': 71 })
    const taken = nextNumber()
    const [one = ''] = await issueDecision(leader(), before.decisionId, { ...signed, number: taken })
    const next = await drafted({ 'Gạo hai': 72 })
    expect(await refusedWith(issueDecision(leader(), next.decisionId, { ...signed, number: taken }))).toEqual([
      'recognition/number-taken',
    ])
    const [two = ''] = await issueDecision(leader(), next.decisionId, { ...signed, number: nextNumber() })
    const serial = (number: string) => Number(number.split('-').at(-1))
    expect(serial(two)).toBe(serial(one) + 1)
  })

  test('of two leaders racing for one number, one wins and the other is told', async () => {
    const drafts = [await drafted({ 'Đua một': 71 }), await drafted({ 'Đua hai': 72 }), await drafted({ 'Đua ba': 73 })]
    const number = nextNumber()
    const answers = await Promise.all(
      drafts.map(({ decisionId }) => refusedWith(issueDecision(leader(), decisionId, { ...signed, number }))),
    )
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1)
    expect(answers.flat()).toEqual(['recognition/number-taken', 'recognition/number-taken'])
  })

  test('the same draft issued twice at once is one decision', async () => {
    const { decisionId } = await drafted({ 'Hai lần': 74 })
    const before = await count('certificate')
    const answers = await Promise.all(
      [nextNumber(), nextNumber()].map((number) =>
        refusedWith(issueDecision(leader(), decisionId, { ...signed, number })),
      ),
    )
    expect(answers.flat()).toEqual(['recognition/already-issued'])
    expect(await count('certificate')).toBe(before + 1)
  })

  test('the same number stands in another year, and at another authority', async () => {
    const first = await drafted({ 'Số một': 71 })
    const number = nextNumber()
    await issueDecision(leader(), first.decisionId, { ...signed, number })
    const next = await drafted({ 'Số hai': 72 })
    const later = world.as(provinceLeader, '2027-01-05T02:00:00.000Z')
    const [certificate = ''] = await issueDecision(later, next.decisionId, {
      ...signed,
      number,
      decidedOn: '2027-01-04',
    })
    expect(certificate).toBe(`OCOP-${province}-2027-0001`)
  })

  test('a fault in the middle leaves nothing: no number, no certificate, no move, no entry', async () => {
    const { decisionId, dossiers } = await drafted({ 'Lỗi một': 78, 'Lỗi hai': 66 })
    // The second dossier leaves before the signature: its line cannot be granted any more.
    await atomically(world.as(), (tx) => moveDossier(tx, dossiers[1] as string, 'disqualify', { reason: 'mẫu' }))
    const before = [await count('certificate'), await factsOf(decisionId)]
    expect(await refusedWith(issueDecision(leader(), decisionId, { ...signed, number: nextNumber() }))).toEqual([
      'dossier/not-now',
    ])
    expect([await count('certificate'), await factsOf(decisionId)]).toEqual(before)
    expect(await stateOf(dossiers[0] as string)).toBe('scored')
    expect((await decisionFile(leader(), decisionId)).decision.number).toBeNull()
  })

  test('only the leader of the authority signs, not before the session, not in the future', async () => {
    const { decisionId } = await drafted({ Ký: 75 })
    const number = nextNumber()
    expect(await refusedWith(issueDecision(world.as(provinceOfficer), decisionId, { ...signed, number }))).toEqual([
      'recognition/not-yours-to-sign',
    ])
    expect(await refusedWith(issueDecision(world.as(ministryLeader), decisionId, { ...signed, number }))).toEqual([
      'recognition/not-yours-to-sign',
    ])
    expect(await refusedWith(issueDecision(world.as(otherLeader), decisionId, { ...signed, number }))).toEqual([
      'kernel/not-found',
    ])
    expect(
      await refusedWith(issueDecision(leader(), decisionId, { ...signed, number, decidedOn: '2026-06-19' })),
    ).toEqual(['recognition/decided-before-basis'])
    expect(
      await refusedWith(issueDecision(leader(), decisionId, { ...signed, number, decidedOn: '2026-11-25' })),
    ).toEqual(['recognition/decided-in-future'])
  })

  test('the draft waits on the desk of who signs, and of nobody else', async () => {
    const { decisionId } = await drafted({ Bàn: 75 })
    const ids = async (actor: typeof provinceLeader) => (await deskItems(world.as(actor))).map(({ id }) => id)
    expect(await ids(provinceLeader)).toContain(decisionId)
    for (const actor of [provinceOfficer, otherLeader, ministryLeader, owner('p')])
      expect(await ids(actor)).not.toContain(decisionId)
  })
})

describe('the paper', () => {
  test('the job prints once and publishes; a reprint is the first print', async () => {
    const { decisionId, dossiers } = await drafted({ In: 82 })
    const [number = ''] = await issueDecision(leader(), decisionId, { ...signed, number: nextNumber() })
    await printAndPublish(world.as(), number, 'https://ocop.example.vn')
    expect(await stateOf(dossiers[0] as string)).toBe('published')
    const first = await certificatePdf(world.as(visitor), number, 'https://moved.example.vn')
    await printAndPublish(world.as(), number, 'https://moved.example.vn')
    const again = await certificatePdf(world.as(visitor), number, 'https://moved.example.vn')
    expect(Buffer.from(again as Uint8Array).equals(Buffer.from(first as Uint8Array))).toBe(true)
    const text = (await pdfText(first as Uint8Array)).join('\n').replaceAll('\n', ' ')
    expect(text).toContain('https://ocop.example.vn/chung-nhan/')
    expect(text).toContain(number)
    expect(text).toContain('HẠNG 4 SAO')
    expect(await factsOf(number)).toEqual(['recognition.granted', 'recognition.printed'])
  })

  test('a paper whose file was lost is printed again, equal', async () => {
    const { decisionId } = await drafted({ 'Mất tệp': 82 })
    const [number = ''] = await issueDecision(leader(), decisionId, { ...signed, number: nextNumber() })
    const first = await certificatePdf(world.as(visitor), number, 'https://ocop.example.vn')
    const elsewhere = { ...world.as(visitor), files: { ...world.files, has: async () => false } }
    const again = await certificatePdf(elsewhere, number, 'https://moved.example.vn')
    expect(Buffer.from(again as Uint8Array).equals(Buffer.from(first as Uint8Array))).toBe(true)
  })

  test('the paper of an issued decision lists every line, with the day and number', async () => {
    const { decisionId } = await drafted({ 'Văn bản một': 82, 'Văn bản hai': 61 })
    const number = nextNumber()
    await issueDecision(leader(), decisionId, { ...signed, number })
    const text = (await pdfText(await decisionPdf(world.as(visitor), decisionId))).join('\n')
    for (const part of [
      `Số: ${number}/QĐ-UBND`,
      'ngày 26 tháng 6 năm 2026',
      'Văn bản một',
      'Văn bản hai',
      'phiên họp ngày 20/06/2026',
      'KT. CHỦ TỊCH',
    ]) {
      expect(text).toContain(part)
    }
  })
})
