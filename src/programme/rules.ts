import { allow, refuse } from '../kernel/refusal.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Batch } from '../regime/model.ts'
import type { RoundInput } from './model.ts'

export function judgeRound({ proposeBy, doneBy, year }: RoundInput) {
  if (doneBy <= proposeBy) return refuse('programme/done-before-proposed', { field: 'doneBy' })
  if (Number(proposeBy.slice(0, 4)) !== year && Number(doneBy.slice(0, 4)) !== year) {
    return refuse('programme/wrong-year', { field: 'year' })
  }
  return allow(null)
}

/** The dates a text prints for a batch of a year; a proposal in the form, not a limit. */
export function datesOf({ proposeBy, doneBy }: Batch, year: number): { proposeBy: CivilDate; doneBy: CivilDate } {
  return { proposeBy: `${year}-${proposeBy}`, doneBy: `${year}-${doneBy}` }
}
