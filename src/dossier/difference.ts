import { levelAt } from '../regime/score.ts'
import type { Filed, FiledRegister } from './model-filed.ts'
import { generalLines, slipLines } from './filed-lines.ts'
import type { Line } from './filed-lines.ts'
import { form02Fields, generalList } from './model.ts'
import { form02Words } from './words-form.ts'

/** One thing that one submission says otherwise than the one before. */
export interface Difference {
  readonly place: string
  readonly before: string
  readonly after: string
}

/** What changed between two submissions, in the order of the forms; empty when they say the same. */
export function differencesBetween(before: Filed, after: Filed): Difference[] {
  return compared(linesOf(before), linesOf(after))
}

/** What the register says today otherwise than the forms as they were filed. */
export function registerSince(
  filed: FiledRegister,
  today: FiledRegister,
  { rubric }: Pick<Filed, 'rubric'>,
): Difference[] {
  return compared(registerLines(filed, rubric), registerLines(today, rubric))
}

function compared(before: readonly Line[], after: readonly Line[]): Difference[] {
  const [old, now] = [new Map(before), new Map(after)]
  return [...new Map([...now, ...old]).keys()]
    .map((place) => ({ place, before: old.get(place) ?? '', after: now.get(place) ?? '' }))
    .filter((one) => one.before !== one.after)
}

function linesOf(filed: Filed): Line[] {
  const { register, rubric, form01, form02, asked, selfScore, attachments, papers } = filed
  const titleOf = new Map(papers.map(({ id, title }) => [id, title]))
  const proofsAt = (code: string) =>
    attachments
      .filter(({ criterion }) => criterion === code)
      .map(({ paperId }) => titleOf.get(paperId) ?? paperId)
      .toSorted()
      .join('; ')
  return [
    ...(register ? registerLines(register, rubric) : []),
    ['Mẫu 01, số mẫu sản phẩm', String(form01?.samples ?? '')],
    ...form02Fields.map((field): Line => [`Mẫu 02, ${form02Words[field].label}`, form02?.[field] ?? '']),
    ['Giấy tờ chung của hồ sơ', proofsAt(generalList)],
    ...asked.flatMap(({ code, name, options }): Line[] => [
      [`${code} ${name}: mức`, levelAt({ options }, selfScore.choices[code])?.label ?? ''],
      [`${code} ${name}: thuyết minh`, selfScore.notes[code] ?? ''],
      [`${code} ${name}: minh chứng`, proofsAt(code)],
    ]),
  ]
}

function registerLines(register: FiledRegister, rubric: Filed['rubric']): Line[] {
  return [...slipLines(register, rubric), ...generalLines(register)]
}
