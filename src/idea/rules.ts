import type { UsedUp } from '../identity/model.ts'
import { isBetweenMonthDays, readMonthDay } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Idea, IdeaInput, Term, TermInput } from './model.ts'
import { answerWorkingDays, lookWorkingDays } from './model.ts'

export function judgeIdea({ website }: Pick<IdeaInput, 'website'>) {
  return website ? refuse('idea/automatic') : allow(null)
}

/** A form that comes again says the same; one that was changed after Back is another idea. */
export function isSameIdea(
  one: Pick<IdeaInput, 'title' | 'description' | 'commune'>,
  other: Pick<IdeaInput, 'title' | 'description' | 'commune'>,
): boolean {
  return one.title === other.title && one.description === other.description && one.commune === other.commune
}

/** What one source, and one telephone there, may send in a day; no other source can use it up. */
export function judgeIdeaFlood(usedUp: UsedUp | undefined) {
  if (usedUp === undefined) return allow(null)
  if (usedUp.kind === 'proposer') return refuse('idea/too-many', { field: 'proposerPhone' })
  return refuse('idea/too-many-here', { facts: { minutes: usedUp.waitMinutes } })
}

/** An officer who types for somebody else says when and how that person agreed. */
export function judgeOnBehalf(input: IdeaInput, isOfficer: boolean, today: CivilDate) {
  if (!input.onBehalf) return allow(null)
  if (!isOfficer) return refuse('idea/not-your-commune', { field: 'commune' })
  const { consentOn, consentMeans, consentNote } = input
  if (consentOn === undefined) return refuse('idea/consent-date-needed', { field: 'consentOn' })
  if (consentMeans === undefined) return refuse('idea/consent-means-needed', { field: 'consentMeans' })
  if (consentOn > today) return refuse('idea/consent-in-future', { field: 'consentOn' })
  return allow({ givenBy: input.proposerName, givenOn: consentOn, means: consentMeans, note: consentNote })
}

export function judgeAnswer({ outcome }: Pick<Idea, 'outcome'>) {
  return outcome === null ? allow(null) : refuse('idea/answered-already', { overtaken: true })
}

export const defaultTerm: Term = {
  workingDays: answerWorkingDays,
  lookDays: lookWorkingDays,
  intakeFrom: null,
  intakeTo: null,
  basis: null,
  fromDate: null,
}

/** `15/4` → `04-15`; a season has both ends or none. */
export function judgeTerm({ intakeFrom, intakeTo, ...term }: TermInput, today: CivilDate) {
  const [from, to] = [readMonthDay(intakeFrom ?? ''), readMonthDay(intakeTo ?? '')]
  if (intakeFrom !== undefined && from === undefined) return refuse('idea/not-a-month-day', { field: 'intakeFrom' })
  if (intakeTo !== undefined && to === undefined) return refuse('idea/not-a-month-day', { field: 'intakeTo' })
  if ((from === undefined) !== (to === undefined)) {
    return refuse('idea/season-has-two-ends', { field: from === undefined ? 'intakeFrom' : 'intakeTo' })
  }
  // A term that reached back would make an answer late that was in time when it was given.
  if (term.fromDate < today) return refuse('idea/term-from-the-past', { field: 'fromDate' })
  return allow({ ...term, intakeFrom: from, intakeTo: to })
}

/** Is the day in the season in which the province gathers ideas? A season may run over the turn of the year. */
export function inSeason({ intakeFrom, intakeTo }: Term, on: CivilDate): boolean {
  if (intakeFrom === null || intakeTo === null) return true
  return isBetweenMonthDays(on, intakeFrom, intakeTo)
}
