import { describe, expect, it } from 'vitest'
import { paperContent, wallet } from '../evidence/actions.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { orMissing } from '../kernel/refusal.ts'
import { awarding } from '../../test/support/awarding.ts'
import {
  afterClass,
  classroom,
  duringClass,
  otherTrainingOfficer,
  trainingOfficer,
} from '../../test/support/classroom.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { markList, strikeMark } from './actions-attendance.ts'
import {
  certificatePage,
  completionPdf,
  endCertificate,
  issueCertificates,
  keepInWallet,
} from './actions-certificate.ts'
import { enrol, withdraw } from './actions-enrolment.ts'
import { cancelClass } from './actions.ts'
import { toldTo } from '../notice/actions.ts'
import { paths } from '../ui/paths.ts'
import { classPage, deskItems } from './actions-reading.ts'
import { run, sql } from '../platform/db.ts'
import { tellCancelled, tellCertificate, tellSeat } from './actions-telling.ts'
import { addQuestion, enterPaperTest, handIn, testPage } from './actions-test.ts'

const world = useWorld()
const { opened, learner, enrolled } = classroom(world)
const { product } = awarding(world)
const officer = (now: string = afterClass) => world.as(trainingOfficer, now)
const site = 'https://ocop.example'

const question = { wording: 'Nhãn phải khớp với giấy nào?', options: ['Bản tự công bố', 'Tờ rơi'], answer: 1 }

describe('the test', () => {
  async function withTest() {
    const made = await opened({}, { passPercent: 60 })
    await addQuestion(officer(), made.courseId, question)
    await addQuestion(officer(), made.courseId, { ...question, wording: 'Câu hai?', answer: 2 })
    const { actor, id } = await enrolled(made.classId)
    const { questions } = await testPage(world.as(actor, duringClass), made.classId)
    const answers = (...choices: number[]) =>
      Object.fromEntries(questions.map(({ id: of }, i) => [of, choices[i] ?? 0]))
    return { ...made, actor, id, answers }
  }

  it('waits for the class, wants every answer, counts attempts, and is closed once it is passed', async () => {
    const { classId, actor, answers } = await withTest()
    const sit = (choices: Record<string, number>, now = duringClass) =>
      refusedWith(handIn(world.as(actor, now), classId, choices))
    expect(await sit(answers(1, 2), '2026-11-25T00:00:00.000Z')).toEqual(['training/not-now'])
    expect(await sit(answers(1))).toEqual(['training/question-open'])
    expect(await sit(answers(3, -1))).toEqual(['training/question-open', 'training/question-open'])
    expect(await sit(answers(2, 2))).toEqual([])
    expect(await sit(answers(2, 1))).toEqual([])
    expect((await testPage(world.as(actor, duringClass), classId)).left).toBe(1)
    expect((await handIn(world.as(actor, duringClass), classId, answers(1, 2))).passed).toBe(true)
    expect(await sit(answers(1, 2))).toEqual(['training/passed-already'])
  })

  it('gives three attempts and no fourth, also when two arrive at once', async () => {
    const { classId, actor, answers } = await withTest()
    const sit = () => refusedWith(handIn(world.as(actor, duringClass), classId, answers(2, 1)))
    await sit()
    await sit()
    expect((await Promise.all([sit(), sit()])).flat()).toEqual(['training/no-attempt-left'])
  })

  it('does not change once somebody has answered, and is nobody else’s to see', async () => {
    const { courseId, classId, actor, answers } = await withTest()
    await handIn(world.as(actor, duringClass), classId, answers(1, 2))
    expect(await refusedWith(addQuestion(officer(), courseId, question))).toEqual(['training/test-taken'])
    expect(await refusedWith(testPage(world.as(await learner()), classId))).toEqual(['kernel/not-found'])
    expect(await refusedWith(addQuestion(world.as(otherTrainingOfficer), courseId, question))).toEqual([
      'kernel/not-found',
    ])
  })

  it('may be written on paper, with no more right answers than questions', async () => {
    const { classId, id } = await withTest()
    expect(await refusedWith(enterPaperTest(officer(), classId, { enrolment: id, correct: 3 }))).toEqual([
      'training/more-than-asked',
    ])
    expect((await enterPaperTest(officer(), classId, { enrolment: id, correct: 2 })).passed).toBe(true)
  })
})

describe('the certificate of completion', () => {
  async function completed(as?: (actor: Actor) => string) {
    const made = await opened()
    const { producerId } = await product(`Mật ong ${made.classId.slice(-4)}`)
    const person = { ...(await learner()), producers: [producerId] }
    const capacity = as?.(person) ?? `producer:${producerId}`
    const { id } = await enrol(world.as(person), made.classId, { as: capacity, wait: false, consent: false })
    await markList(officer(duringClass), made.meetingId, [id])
    return { ...made, person, producerId, id }
  }

  async function issued() {
    const made = await completed()
    await issueCertificates(officer(), made.classId)
    const number = orMissing((await classPage(officer(), made.classId)).enrolments[0]?.certificate)
    return { ...made, number }
  }

  it('is for those who came, after the class, once each', async () => {
    const { classId } = await completed()
    const absent = await enrolled(classId)
    expect(await refusedWith(issueCertificates(officer(duringClass), classId))).toEqual(['training/not-now'])
    expect(await refusedWith(issueCertificates(world.as(otherTrainingOfficer, afterClass), classId))).toEqual([
      'kernel/not-found',
    ])
    expect(await issueCertificates(officer(), classId)).toBe(1)
    expect(await refusedWith(issueCertificates(officer(), classId))).toEqual(['training/nobody-completed'])
    const { own } = await classPage(world.as(absent.actor, afterClass), classId)
    expect(own?.certificate).toBeNull()
  })

  it('is issued once when two officers press at once', async () => {
    const { classId } = await completed()
    const press = () => refusedWith(issueCertificates(officer(), classId))
    expect((await Promise.all([press(), press()])).flat()).toEqual(['training/nobody-completed'])
  })

  it('is checked by anybody, printed by its holder, equal byte by byte', async () => {
    const { number, person } = await issued()
    const seen = await certificatePage(world.as(visitor, afterClass), number.toLowerCase())
    expect(seen).toMatchObject({ mayPrint: false, mayKeep: false, mayEnd: false })
    expect(await refusedWith(completionPdf(world.as(visitor, afterClass), number, site))).toEqual(['kernel/not-found'])
    const bytes = await completionPdf(world.as(person, afterClass), number, site)
    expect(await completionPdf(world.as(person, '2027-01-01T00:00:00.000Z'), number, site)).toEqual(bytes)
    const text = (await pdfText(bytes)).join(' ')
    for (const words of [number, person.name, 'Câu chuyện sản phẩm', 'không phải văn bằng'])
      expect(text).toContain(words)
    expect(await refusedWith(certificatePage(world.as(visitor), `${number.slice(0, -1)}!`))).toEqual([
      'kernel/not-found',
    ])
  })

  it('goes into the producer’s wallet with one press, and not twice', async () => {
    const { number, person, producerId } = await issued()
    const ctx = world.as(person, afterClass)
    await keepInWallet(ctx, number, site)
    const [paper] = await wallet(ctx, producerId)
    expect(paper).toMatchObject({ number, kind: 'other', issuedOn: '2026-11-26', mediaType: 'application/pdf' })
    const { bytes } = await paperContent(ctx, orMissing(paper))
    expect((await pdfText(new Uint8Array(bytes))).join(' ')).toContain(number)
    expect(await refusedWith(keepInWallet(ctx, number, site))).toEqual(['evidence/already-in-wallet'])
    const stranger = { ...(await learner()), producers: ['of-somebody-else'] }
    expect(await refusedWith(keepInWallet(world.as(stranger, afterClass), number, site))).toEqual(['kernel/not-found'])
  })

  it('holds its attendance until it is ended, and then says why', async () => {
    const { number, id, meetingId, person } = await issued()
    const strike = { enrolment: id, reason: 'Đánh nhầm' }
    expect(await refusedWith(strikeMark(officer(), meetingId, strike))).toEqual(['training/certificate-stands'])
    expect(await refusedWith(endCertificate(world.as(person), number, 'Không phải tôi'))).toEqual(['kernel/not-found'])
    await endCertificate(officer(), number, 'Cấp nhầm người')
    const { certificate, mayPrint } = await certificatePage(world.as(person, afterClass), number)
    expect({ why: certificate.endedWhy, mayPrint }).toEqual({ why: 'Cấp nhầm người', mayPrint: false })
    expect(await refusedWith(endCertificate(officer(), number, 'Lần nữa'))).toEqual([
      'training/certificate-ended-already',
    ])
    await strikeMark(officer(), meetingId, strike)
    expect((await deskItems(officer())).map(({ act }) => act)).not.toContain('Cấp chứng nhận')
  })
})

describe('a certificate with a mistake in it', () => {
  it('is ended and issued anew under another number, and two never stand together', async () => {
    const { classId, meetingId } = await opened()
    const { id } = await enrolled(classId)
    await markList(officer(duringClass), meetingId, [id])
    const waits = async () => (await deskItems(officer())).filter(({ href }) => href === paths.training.class(classId))
    expect((await waits()).map(({ act }) => act)).toEqual(['Cấp chứng nhận'])
    const numbers: string[] = []
    for (const _ of [1, 2]) {
      await issueCertificates(officer(), classId)
      const number = orMissing((await classPage(officer(), classId)).enrolments[0]?.certificate)
      numbers.push(number)
      if (numbers.length === 1) await endCertificate(officer(), number, 'Sai tên lớp')
    }
    expect(await waits()).toEqual([])
    expect(new Set(numbers).size).toBe(2)
    const again = sql`insert into training.certificate select 'TH-LẦN-BA', enrolment_id, layout, facts, issued_on, issued_by, issued_at, sample
      from training.certificate where number = ${numbers[1]}`
    await expect(run(world, again)).rejects.toThrow('has a certificate that stands')
  })
})

describe('notices', () => {
  const subjects = async (actor: Actor) =>
    (await toldTo(world.as(actor), 1)).notices.map(({ subject, href }) => [subject, href])

  it('tell whoever moved up, whoever is on a cancelled list and whoever has a certificate, once', async () => {
    const { classId, meetingId } = await opened({ capacity: 1 })
    const first = await enrolled(classId)
    const next = await enrolled(classId, true)
    await withdraw(world.as(first.actor), first.id)
    for (const _ of [1, 2]) await tellSeat(world.as(), next.id)
    const file = paths.training.class(classId)
    expect(await subjects(next.actor)).toEqual([['Bạn đã có chỗ: Câu chuyện sản phẩm', file]])
    expect(await subjects(first.actor)).toEqual([])
    await markList(officer(duringClass), meetingId, [next.id])
    await issueCertificates(officer(), classId)
    const number = orMissing((await classPage(officer(), classId)).enrolments[0]?.certificate)
    await tellCertificate(world.as(), number)
    expect((await subjects(next.actor))[0]).toEqual([
      'Đã có chứng nhận: Câu chuyện sản phẩm',
      paths.training.certificate(number),
    ])
    const other = await opened()
    const { actor } = await enrolled(other.classId)
    await cancelClass(world.as(trainingOfficer), other.classId, 'Mưa lũ')
    await tellCancelled(world.as(), other.classId)
    const [said] = (await toldTo(world.as(actor), 1)).notices
    expect(said?.body).toContain('Mưa lũ')
  })
})
