import { differencesBetween } from './difference.ts'
import type { Difference } from './difference.ts'
import type { FiledCopy } from './model-filed.ts'
import type { PrintedForm } from './print.ts'

export function isOfCommune(form: PrintedForm): boolean {
  return form === '03' || form === 'de-nghi'
}

/** The kept copy that a form is printed from: of the step asked for, else the last that holds it. */
export function copyFor(copies: readonly FiledCopy[], form: PrintedForm, asked?: string): FiledCopy | undefined {
  const holding = copies.filter(({ act }) => (act === 'report-from-commune') === isOfCommune(form))
  return asked === undefined ? holding.at(-1) : holding.find(({ position }) => String(position) === asked)
}

export interface Submission extends FiledCopy {
  readonly number: number
  /** Against the submission before; empty for the first. */
  readonly differences: readonly Difference[]
}

/** What the producer handed in, one after the other, each with what it changed. */
export function submissionsOf(copies: readonly FiledCopy[]): Submission[] {
  const submitted = copies.filter(({ act }) => act !== 'report-from-commune')
  return submitted.map((copy, index) => {
    const before = submitted[index - 1]
    return {
      ...copy,
      number: index + 1,
      differences: before ? differencesBetween(before.content, copy.content) : [],
    }
  })
}
