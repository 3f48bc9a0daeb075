import { allow, refuse } from '../kernel/refusal.ts'
import type { Enrolment, Meeting, ShownClass } from './model.ts'

export interface CompletionCase {
  readonly meetings: number
  readonly attended: number
  readonly attendancePercent: number
  readonly passPercent: number | null
  readonly passed: boolean
}

/** Whole numbers: four of five meetings are exactly eighty percent. */
export function judgeCompletion(one: CompletionCase) {
  const { meetings, attended, attendancePercent, passPercent, passed } = one
  if (meetings === 0 || attended * 100 < attendancePercent * meetings) {
    return refuse('training/attended-too-little', { facts: { attended, meetings, percent: attendancePercent } })
  }
  return passPercent !== null && !passed ? refuse('training/test-not-passed') : allow(null)
}

/** Does this learner have what the course asks for? */
export function completionOf(found: ShownClass, meetings: readonly Meeting[], { attended, passed }: Enrolment) {
  const { attendancePercent, passPercent } = found
  return judgeCompletion({
    meetings: meetings.length,
    attended: attended.length,
    attendancePercent,
    passPercent,
    passed,
  })
}

/** Those who completed and have no certificate yet. */
export function dueForCertificate<One extends Enrolment>(
  found: ShownClass,
  meetings: readonly Meeting[],
  enrolments: readonly One[],
): readonly One[] {
  return enrolments.filter((one) => one.seated && one.certificate === null && completionOf(found, meetings, one).ok)
}

// Crockford's letters: nobody mistakes one for another when a number is read out.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `TH-66-2026-0012-7KQF3M`: the last six are drawn by lot, so a number cannot be guessed from another. */
export function completionNumber(unit: string, year: number, serial: number, lot: Uint8Array): string {
  const drawn = [...lot].map((byte) => letters[byte % letters.length]).join('')
  return ['TH', unit, year, String(serial).padStart(4, '0'), drawn].join('-')
}
