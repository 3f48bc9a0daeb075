import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { rubricById, rubricsOf } from '../regime/law.ts'
import type { Rubric } from '../regime/model.ts'
import { may, officeUnits, orHidden, orNotYours, placeOf } from './actions.ts'
import type { Lesson, LessonInput, LessonPlace } from './model-lesson.ts'
import type { ShownClass } from './model.ts'
import { judgeLesson, sameElsewhere } from './rules-lesson.ts'
import * as store from './store-lesson.ts'
import { classesFor, courseById, coursesOf } from './store.ts'

const size = 20
const perCriterion = 20
const perOtherRubric = 3

export function publishLesson(ctx: Context, input: LessonInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { unit, rubric, criterion, title, body, course } = input
    await orNotYours(tx, 'publish-lesson', unit)
    const found = orRefuse(judgeLesson(input))
    if (course !== undefined && (await courseById(tx, course)) === undefined) {
      throw new Refused({ code: 'training/no-such-course', field: 'course' })
    }
    const id = newId()
    const [lawText = ''] = rubric.split('/')
    const lesson = { id, lawText, rubric: found.number, criterion, title, body, courseId: course ?? null, sample }
    await store.addLesson(tx, { ...lesson, unitCode: unit, unitOn: tx.today }, tx.actor.id, tx.now)
    await record(tx, 'training.lesson-published', id, { rubric, criterion })
    return id
  })
}

export function takeDownLesson(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const lesson = orMissing(await store.lessonById(tx, id))
    orHidden(tx, 'publish-lesson', lesson)
    if (!(await store.endLesson(tx, id, tx.actor.id, tx.now))) {
      throw new Refused({ code: 'training/lesson-down-already', overtaken: true })
    }
    await record(tx, 'training.lesson-taken-down', id)
  })
}

export interface CriterionLessons {
  readonly code: string
  readonly name: string
  readonly lessons: readonly Lesson[]
  /** Where the rubric has none: those of the same criterion of other rubrics. */
  readonly elsewhere: readonly Lesson[]
}

/** What somebody may learn about each of the criteria asked for, the ones without a lesson too. */
export async function lessonsByCriterion(ctx: Context, rubric: Rubric, lawText: string, asked: readonly string[]) {
  const criteria = rubric.criteria.filter(({ code }) => asked.includes(code))
  const own = criteria.map(({ code }) => ({ rubric: rubric.number, criterion: code }))
  const taught = await store.lessonsAt(ctx, lawText, own, perCriterion)
  const others = criteria
    .filter(({ code }) => !taught.some(({ criterion }) => criterion === code))
    .map((criterion) => ({ code: criterion.code, places: sameElsewhere(rubric, criterion, rubricsOf(lawText)) }))
  const found = await store.lessonsAt(
    ctx,
    lawText,
    others.flatMap(({ places }) => places),
    perOtherRubric,
  )
  const groups: CriterionLessons[] = criteria.map(({ code, name }) => ({
    code,
    name,
    lessons: taught.filter(({ criterion }) => criterion === code),
    elsewhere: found.filter((lesson) =>
      others.some((other) => other.code === code && other.places.some((place) => isAt(lesson, place))),
    ),
  }))
  return { groups, classes: await classesOf(ctx, [...taught, ...found]) }
}

function isAt(lesson: Lesson, { rubric, criterion }: LessonPlace): boolean {
  return lesson.rubric === rubric && lesson.criterion === criterion
}

/** Classes that are still to come of the courses that the lessons name. */
async function classesOf(ctx: Context, lessons: readonly Lesson[]): Promise<readonly ShownClass[]> {
  const courses = [...new Set(lessons.flatMap(({ courseId }) => courseId ?? []))].slice(0, 10)
  const found = await Promise.all(
    courses.map((course) => classesFor(ctx, { course, after: ctx.now }, { page: 1, size: 5 })),
  )
  return found.flatMap(({ items }) => items)
}

export async function lessonList(
  ctx: Context,
  { lawText, rubric }: { lawText?: string | undefined; rubric?: string | undefined },
  page: number,
): Promise<Page<Lesson>> {
  return { ...(await store.lessonsFor(ctx, { lawText, rubric }, { page, size })), page, size }
}

export async function lessonPage(ctx: Context, id: string) {
  const lesson = orMissing(await store.lessonById(ctx, id))
  const mayEnd = may(ctx, 'publish-lesson', placeOf(lesson))
  if (lesson.endedAt !== null && !mayEnd) throw new Refused({ code: 'kernel/not-found' })
  return {
    lesson,
    mayEnd,
    rubric: rubricById(`${lesson.lawText}/${lesson.rubric}`),
    classes: await classesOf(ctx, [lesson]),
  }
}

/** Courses that a lesson of the own units may lead to. */
export function ownCourses(ctx: Context) {
  return coursesOf(ctx, officeUnits(ctx))
}
