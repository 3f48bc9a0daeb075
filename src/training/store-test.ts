import type { Instant } from '../kernel/civil-date.ts'
import { json, maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { AnswerSheet, Material, QuestionInput, TestQuestion } from './model-test.ts'
import type { Marked } from './rules-test.ts'

export function questionsOf(runs: Runs, courseId: string): Promise<TestQuestion[]> {
  return rows(
    runs,
    sql<TestQuestion>`select id, position, wording, options, answer from training.question
      where course_id = ${courseId} order by position`,
  )
}

/** Whoever adds a question or hands in waits for whoever does: a test does not change under an answer. */
export async function lockTest(runs: Runs, courseId: string): Promise<void> {
  await run(runs, sql`select 1 from training.course where id = ${courseId} for update`)
}

export async function addQuestion(
  runs: Runs,
  courseId: string,
  { id, wording, options, answer }: QuestionInput & { readonly id: string },
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into training.question (id, course_id, position, wording, options, answer, added_by, added_at)
      select ${id}, ${courseId}, coalesce(max(position), 0) + 1, ${wording}, ${[...options]}::text[], ${answer}::integer, ${by},
        ${at}::timestamptz
      from training.question where course_id = ${courseId}`,
  )
}

export async function isTestTaken(runs: Runs, courseId: string): Promise<boolean> {
  const found = await maybeRow(
    runs,
    sql`select 1 from training.answer_sheet s join training.enrolment e on e.id = s.enrolment_id
      join training.class k on k.id = e.class_id where k.course_id = ${courseId} limit 1`,
  )
  return found !== undefined
}

export function sheetsOf(runs: Runs, enrolmentId: string): Promise<AnswerSheet[]> {
  return rows(
    runs,
    sql<AnswerSheet>`select attempt, correct, total, passed, handed_in_at from training.answer_sheet
      where enrolment_id = ${enrolmentId} order by attempt`,
  )
}

export async function addSheet(
  runs: Runs,
  sheet: Marked & {
    readonly id: string
    readonly enrolmentId: string
    readonly attempt: number
    readonly choices: Readonly<Record<string, number>>
    readonly at: Instant
  },
): Promise<void> {
  const { id, enrolmentId, attempt, choices, correct, total, passed, at } = sheet
  await run(
    runs,
    sql`insert into training.answer_sheet (id, enrolment_id, attempt, choices, correct, total, passed, handed_in_at)
      values (${id}, ${enrolmentId}, ${attempt}, ${json(choices)}, ${correct}, ${total}, ${passed}, ${at})`,
  )
}

export async function addMaterial(
  runs: Runs,
  m: Material & { readonly sample: boolean },
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into training.material (id, course_id, title, file, file_name, media_type, bytes, added_by, added_at, sample)
      values (${m.id}, ${m.courseId}, ${m.title}, ${m.file}, ${m.fileName}, ${m.mediaType}, ${m.bytes}, ${by}, ${at}, ${m.sample})`,
  )
}

const materials = sql`select id, course_id, title, file, file_name, media_type, bytes from training.material`

export function materialsOf(runs: Runs, courseId: string): Promise<Material[]> {
  return rows(runs, sql<Material>`${materials} where course_id = ${courseId} order by added_at, id`)
}

export function materialById(runs: Runs, id: string): Promise<Material | undefined> {
  return maybeRow(runs, sql<Material>`${materials} where id = ${id}`)
}
