import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Lesson, LessonPlace } from './model-lesson.ts'

const lessons = sql`
  select l.id, u.full_name as unit_name, t.today_code as unit_today, t.today_province_code as province_today, l.law_text, l.rubric,
    l.criterion, l.title, l.body, l.course_id, c.title as course_title, l.published_at, x.ended_at, l.sample
  from training.lesson l
  left join training.course c on c.id = l.course_id
  left join training.lesson_ending x on x.lesson_id = l.id
  left join territory.pub_unit u on u.code = l.unit_code
    and l.unit_on >= u.valid_from and (u.valid_to is null or l.unit_on < u.valid_to)
  left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from`

export interface NewLesson extends Pick<
  Lesson,
  'id' | 'lawText' | 'rubric' | 'criterion' | 'title' | 'body' | 'courseId' | 'sample'
> {
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
}

export async function addLesson(runs: Runs, l: NewLesson, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into training.lesson (id, unit_code, unit_on, law_text, rubric, criterion, title, body, course_id, published_by,
        published_at, sample)
      values (${l.id}, ${l.unitCode}, ${l.unitOn}, ${l.lawText}, ${l.rubric}, ${l.criterion}, ${l.title}, ${l.body}, ${l.courseId}, ${by},
        ${at}, ${l.sample})`,
  )
}

/** @returns false when it was taken down before. */
export async function endLesson(runs: Runs, id: string, by: string, at: Instant): Promise<boolean> {
  const ended = await run(
    runs,
    sql`insert into training.lesson_ending (lesson_id, ended_by, ended_at) values (${id}, ${by}, ${at})
      on conflict (lesson_id) do nothing`,
  )
  return ended === 1
}

export function lessonById(runs: Runs, id: string): Promise<Lesson | undefined> {
  return maybeRow(runs, sql<Lesson>`${lessons} where l.id = ${id}`)
}

export interface LessonsWanted {
  readonly lawText?: string | undefined
  readonly rubric?: string | undefined
}

export async function lessonsFor(
  runs: Runs,
  { lawText, rubric }: LessonsWanted,
  { page, size }: { page: number; size: number },
): Promise<{ items: Lesson[]; total: number }> {
  const where = sql`x.ended_at is null and (${lawText ?? null}::text is null or l.law_text = ${lawText ?? null})
    and (${rubric ?? null}::text is null or l.rubric = ${rubric ?? null})`
  const { total } = await oneRow(
    runs,
    sql<{ total: number }>`select count(*) as total from (${lessons} where ${where}) listed`,
  )
  const items = await rows(
    runs,
    sql<Lesson>`${lessons} where ${where}
      order by l.law_text desc, l.rubric, string_to_array(l.criterion, '.')::integer[], l.published_at desc, l.id
      limit ${size} offset ${(page - 1) * size}`,
  )
  return { items, total }
}

/** The newest lessons of each place, so that a place with many leaves room for the others. */
export function lessonsAt(
  runs: Runs,
  lawText: string,
  places: readonly LessonPlace[],
  each: number,
): Promise<Lesson[]> {
  return rows(
    runs,
    sql<Lesson>`select x.* from unnest(${places.map(({ rubric }) => rubric)}::text[],
        ${places.map(({ criterion }) => criterion)}::text[]) with ordinality p (rubric, criterion, place)
      cross join lateral (${lessons} where x.ended_at is null and l.law_text = ${lawText} and l.rubric = p.rubric
        and l.criterion = p.criterion order by l.published_at desc, l.id limit ${each}) x
      order by p.place, x.published_at desc, x.id`,
  )
}
