import { allow, refuse } from '../kernel/refusal.ts'
import { rubricById } from '../regime/law.ts'
import type { Rubric } from '../regime/model.ts'

/** A lesson belongs to a criterion that the law has. */
export function judgeLesson({ rubric, criterion }: { readonly rubric: string; readonly criterion: string }) {
  const found = rubricById(rubric)
  if (found === undefined) return refuse('training/no-such-rubric', { field: 'rubric' })
  const known = found.criteria.some(({ code }) => code === criterion)
  if (!known) return refuse('training/no-such-criterion', { field: 'criterion', facts: { rubric: found.name } })
  return allow<Rubric>(found)
}
