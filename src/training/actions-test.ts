import { record } from '../audit/actions.ts'
import { keepFile } from '../evidence/file.ts'
import type { SentFile } from '../evidence/model.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { lockFor, may, orHidden, placeOf } from './actions.ts'
import type { PaperTestInput, QuestionInput, TestQuestion } from './model-test.ts'
import type { Enrolment, ShownClass } from './model.ts'
import { classCan, judgeClassAct } from './rules.ts'
import {
  faultsOfAnswers,
  judgeQuestion,
  judgePaper,
  judgeTest,
  markAnswers,
  mostAttempts,
  weigh,
} from './rules-test.ts'
import type { Marked } from './rules-test.ts'
import { enrolmentOf, enrolmentsOf } from './store-enrolment.ts'
import * as store from './store-test.ts'
import { classById, courseById, lockClass } from './store.ts'

/** What a course gives its learners: papers to take along and, for those who keep it, the questions. */
export async function courseStuff(ctx: Context, courseId: string) {
  const course = orMissing(await courseById(ctx, courseId))
  const keeps = may(ctx, 'open-class', placeOf(course))
  const [materials, questions] = await Promise.all([
    store.materialsOf(ctx, courseId),
    keeps ? store.questionsOf(ctx, courseId) : [],
  ])
  return { materials, questions }
}

/** A paper of the course, kept as it was sent; a photo is drawn anew without place and device. */
export async function addMaterial(ctx: Context, courseId: string, title: string, sent: SentFile): Promise<string> {
  const course = orMissing(await courseById(ctx, courseId))
  orHidden(ctx, 'open-class', course)
  const { file, fileName, mediaType, bytes } = await keepFile(ctx.files, sent)
  return atomically(ctx, async (tx) => {
    const id = newId()
    const material = { id, courseId, title, file, fileName, mediaType, bytes, sample: course.sample }
    await store.addMaterial(tx, material, tx.actor.id, tx.now)
    await record(tx, 'training.material-added', courseId, { material: id, file })
    return id
  })
}

export async function materialContent(ctx: Context, id: string) {
  const { file, fileName, mediaType } = orMissing(await store.materialById(ctx, id))
  return { bytes: await ctx.files.get(file), fileName, mediaType }
}

export function addQuestion(ctx: Context, courseId: string, input: QuestionInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    orHidden(tx, 'open-class', orMissing(await courseById(tx, courseId)))
    await store.lockTest(tx, courseId)
    orRefuse(judgeQuestion(input, await store.isTestTaken(tx, courseId)))
    const id = newId()
    await store.addQuestion(tx, courseId, { ...input, id }, tx.actor.id, tx.now)
    await record(tx, 'training.question-added', courseId, { question: id })
  })
}

/** The test as a learner sees it: no answers, and how many attempts are left. @throws {Refused} for others. */
export async function testPage(ctx: Context, classId: string) {
  const found = orMissing(await classById(ctx, classId))
  const own = orMissing(await enrolmentOf(ctx, classId, ctx.actor.id))
  const [questions, sheets] = await Promise.all([store.questionsOf(ctx, found.courseId), store.sheetsOf(ctx, own.id)])
  const open = classCan('test', found, ctx.now) && own.seated && !own.passed && sheets.length < mostAttempts
  return { found, questions, sheets, open, left: mostAttempts - sheets.length }
}

/** A seated learner hands in; the marks are counted once and kept as they were. */
export function handIn(ctx: Context, classId: string, choices: Readonly<Record<string, number>>): Promise<Marked> {
  return atomically(ctx, async (tx) => {
    const found = orMissing(await lockClass(tx, classId))
    const own = orMissing(await enrolmentOf(tx, classId, tx.actor.id))
    return keepSheet(tx, found, own, (questions, needed) => {
      const faults = faultsOfAnswers(questions, choices)
      if (faults.length > 0) throw new Refused(...faults)
      const kept = Object.fromEntries(questions.map(({ id }) => [id, choices[id] ?? 0]))
      return { marked: markAnswers(questions, choices, needed), choices: kept }
    })
  })
}

/** For those without a phone: the test was written on paper, and the officer enters how many were right. */
export function enterPaperTest(ctx: Context, classId: string, { enrolment, correct }: PaperTestInput): Promise<Marked> {
  return atomically(ctx, async (tx) => {
    const found = await lockFor(tx, classId, 'keep-list')
    const one = (await enrolmentsOf(tx, classId)).find(({ id }) => id === enrolment)
    if (one === undefined) throw new Refused({ code: 'training/not-on-list', field: 'enrolment' })
    return keepSheet(tx, found, one, (questions, needed) => {
      orRefuse(judgePaper(correct, questions.length))
      return { marked: weigh(correct, questions.length, needed), choices: {} }
    })
  })
}

async function keepSheet(
  tx: Tx,
  found: ShownClass,
  { id: enrolmentId, seated, passed }: Enrolment,
  judge: (
    questions: readonly TestQuestion[],
    needed: number,
  ) => { readonly marked: Marked; readonly choices: Readonly<Record<string, number>> },
): Promise<Marked> {
  orRefuse(judgeClassAct('test', found, tx.now))
  await store.lockTest(tx, found.courseId)
  const questions = await store.questionsOf(tx, found.courseId)
  const attempts = (await store.sheetsOf(tx, enrolmentId)).length
  const { passPercent } = found
  const needed = orRefuse(judgeTest({ passPercent, questions: questions.length, seated, attempts, passed }))
  const { marked, choices } = judge(questions, needed)
  await store.addSheet(tx, { ...marked, id: newId(), enrolmentId, attempt: attempts + 1, choices, at: tx.now })
  await record(tx, 'training.test-handed-in', enrolmentId, { class: found.id, ...marked })
  return marked
}
