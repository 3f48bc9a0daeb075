import type { CivilDate } from '../kernel/civil-date.ts'
import { addDays, yearOf } from '../kernel/civil-date.ts'
import { addWorkingDays, workingDaysBetween } from '../programme/working-days.ts'
import type { Calendar } from '../programme/working-days.ts'
import type { Batch, Deadline, DossierKind, LegalText } from '../regime/model.ts'
import { dossierStates } from './model.ts'
import type { DossierState, Step } from './model.ts'

type Level = 'commune' | 'province' | 'ministry'

/** Which level's term runs in a state; in the others the text sets none. */
const levelOf: Partial<Record<DossierState, Level>> = {
  filed: 'commune',
  completed: 'commune',
  'received-by-commune': 'commune',
  'commune-checked': 'commune',
  'commune-reported': 'province',
  'proposed-to-province': 'province',
  'received-by-province': 'province',
  'completion-asked': 'province',
  'completed-for-province': 'province',
  'under-advice': 'province',
  'site-visit': 'province',
  'lab-test': 'province',
  advised: 'province',
  'on-agenda': 'province',
  scored: 'province',
  'sent-to-ministry': 'ministry',
  'received-by-ministry': 'ministry',
  'scored-by-ministry': 'ministry',
}

/** States whose term a round of this level may move; a dossier on an agenda waits for its sitting, a day a person set. */
export function statesInRound(of: Level): DossierState[] {
  return dossierStates.filter((state) => levelOf[state] === of && state !== 'on-agenda')
}

export type Term =
  | { readonly by: 'deadline'; readonly level: Level; readonly article: string; readonly deadline: Deadline }
  | { readonly by: 'batch'; readonly level: Level; readonly article: string; readonly batches: readonly Batch[] }

interface Standing {
  readonly state: DossierState
  readonly kind: DossierKind
}

/** The term of the governing text that runs in this state; undefined where the text is silent. */
export function termOf({ state, kind }: Standing, { deadlines, batches }: Pick<LegalText, 'deadlines' | 'batches'>) {
  const level = levelOf[state]
  if (level === undefined) return undefined
  const deadline = deadlines.find(({ id }) => id === (level === 'commune' ? 'commune-report' : 'renewal-decision'))
  if (level === 'commune' || kind === 'renewal')
    return deadline && ({ by: 'deadline', level, article: deadline.article, deadline } satisfies Term)
  const yearly = batches.filter((batch) => batch.level === level)
  const [first] = yearly
  return first && ({ by: 'batch', level, article: first.article, batches: yearly } satisfies Term)
}

type Happened = readonly { readonly act: Step['act']; readonly on: CivilDate }[]

/** Acts from which a level's term is counted, and those that begin it anew. */
const asked: Readonly<Record<Level, { readonly first: readonly Step['act'][]; readonly again: Step['act'] | null }>> = {
  commune: { first: ['file', 'enter-past'], again: 'complete' },
  province: { first: ['report-from-commune', 'propose-to-province', 'evaluate-again'], again: 'complete-for-province' },
  ministry: { first: ['send-to-ministry'], again: null },
}

export interface Clock {
  readonly steps: Happened
  readonly calendar: Calendar
  /** Rounds that the level itself opened, beside the yearly minimum of the text. */
  readonly rounds: readonly { readonly proposeBy: CivilDate; readonly doneBy: CivilDate }[]
}

/** The last day of the term, or undefined where none runs. */
export function dueOn(term: Term | undefined, { steps, calendar, rounds }: Clock): CivilDate | undefined {
  if (!term) return undefined
  const { first, again } = asked[term.level]
  const anew = term.by === 'deadline' && term.deadline.afterCompletion === 'anew' && again !== null
  const from = steps.findLast(({ act }) => first.includes(act) || (anew && act === again))?.on
  if (from === undefined) return undefined
  if (term.by === 'batch') return batchDay(from, term.batches, rounds)
  const { days, counted } = term.deadline
  if (counted === 'working-days') return addWorkingDays(from, days, calendar)
  // A term of plain days that ends on a day off ends with the next working day (Bộ luật Dân sự 2015 Điều 148.5).
  return addWorkingDays(addDays(from, days - 1), 1, calendar)
}

/**
 * Asked for before one day, done before another: both days themselves are too late. A round opened beside the minimum may
 * bring the day nearer, never push it away.
 */
function batchDay(from: CivilDate, batches: readonly Batch[], rounds: Clock['rounds']): CivilDate | undefined {
  const year = yearOf(from)
  const printed = batches.flatMap(({ proposeBy, doneBy }) =>
    [year, year + 1].map((of) => ({ proposeBy: `${of}-${proposeBy}`, doneBy: `${of}-${doneBy}` })),
  )
  const [soonest] = [...printed, ...rounds]
    .filter(({ proposeBy }) => from < proposeBy)
    .map(({ doneBy }) => doneBy)
    .toSorted()
  return soonest && addDays(soonest, -1)
}

/** Working days until a day; below zero from the day after it, also when that is a day off. */
export function daysUntil(due: CivilDate, today: CivilDate, calendar: Calendar): number {
  const days = workingDaysBetween(today, due, calendar)
  return due < today ? Math.min(-1, days) : days
}

/** The step by which a round brought the day nearer, as long as that day runs. */
export function movedByRound<S extends Pick<Step, 'act' | 'dueOn'>>(
  dossier: { readonly dueOn: CivilDate | null },
  steps: readonly S[],
): S | undefined {
  if (dossier.dueOn === null) return undefined
  return steps.findLast((step) => step.act === 'follow-round' && step.dueOn === dossier.dueOn)
}
