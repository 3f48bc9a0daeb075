import { allow, refuse } from '../kernel/refusal.ts'
import { rubricById } from '../regime/law.ts'
import type { Criterion, Rubric } from '../regime/model.ts'
import type { LessonPlace } from './model-lesson.ts'

/** A lesson belongs to a criterion that the law has. */
export function judgeLesson({ rubric, criterion }: { readonly rubric: string; readonly criterion: string }) {
  const found = rubricById(rubric)
  if (found === undefined) return refuse('training/no-such-rubric', { field: 'rubric' })
  const known = found.criteria.some(({ code }) => code === criterion)
  if (!known) return refuse('training/no-such-criterion', { field: 'criterion', facts: { rubric: found.name } })
  return allow<Rubric>(found)
}

/**
 * Where other rubrics of a text ask the same. The key alone is not enough: under one key some rubrics ask something
 * wider (“Bảo đảm chất lượng”, “Điều kiện bảo đảm an toàn chất lượng”), so the name must be equal too.
 */
export function sameElsewhere(
  rubric: Rubric,
  { key, name }: Pick<Criterion, 'key' | 'name'>,
  rubrics: readonly Rubric[],
): LessonPlace[] {
  return rubrics
    .filter(({ text, number }) => text === rubric.text && number !== rubric.number)
    .flatMap(({ number, criteria }) =>
      criteria
        .filter((other) => other.key === key && other.name === name)
        .map(({ code }) => ({ rubric: number, criterion: code })),
    )
}
