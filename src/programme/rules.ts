import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Batch } from '../regime/model.ts'
import type { NewRound, Round, RoundLevel } from './model.ts'

/** The level a unit holds its rounds at; by the length of its code, as codes are made. */
function levelOf(unit: UnitCode): RoundLevel | undefined {
  if (unit === country) return 'ministry'
  return unit.length === 2 ? 'province' : unit.length === 3 ? 'district' : undefined
}

export function judgeRound({ proposeBy, doneBy, year, level, unitCode }: NewRound) {
  if (levelOf(unitCode) !== level) return refuse('programme/level-does-not-fit', { field: 'level' })
  if (doneBy <= proposeBy) return refuse('programme/done-before-proposed', { field: 'doneBy' })
  if (Number(proposeBy.slice(0, 4)) !== year && Number(doneBy.slice(0, 4)) !== year) {
    return refuse('programme/wrong-year', { field: 'year' })
  }
  return allow(null)
}

/** The day from which dossiers belong to this round and no longer to the one before it; null for the first. */
export function opensAfter(round: Round, all: readonly Round[]): CivilDate | null {
  const before = all
    .filter(({ level, unitCode }) => level === round.level && unitCode === round.unitCode)
    .map(({ proposeBy }) => proposeBy)
    .filter((proposeBy) => proposeBy < round.proposeBy)
  return before.toSorted().at(-1) ?? null
}

/** The dates a text prints for a batch of a year; a proposal in the form, not a limit. */
export function datesOf({ proposeBy, doneBy }: Batch, year: number): { proposeBy: CivilDate; doneBy: CivilDate } {
  return { proposeBy: `${year}-${proposeBy}`, doneBy: `${year}-${doneBy}` }
}
