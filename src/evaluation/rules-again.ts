import { dossierCan } from '../dossier/rules.ts'
import type { DossierState } from '../dossier/model.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Council, CouncilLevel, Regulation, Result } from './model.ts'
import type { AgainOutcome, Reexamination } from './model-again.ts'
import { agendaActs } from './verdict.ts'

/** Can a dossier in this state be scored again at this level? Never at a district: it is history. */
export function isScoredAgain(level: CouncilLevel, state: string): boolean {
  const { again } = agendaActs[level]
  return again !== null && dossierCan(again, { state: state as DossierState })
}

/** What an order looks at: who scored the dossier last, and whether it waits for a council already. */
export interface Ordered {
  readonly state: string
  readonly lastLevel: CouncilLevel | undefined
  readonly scoredAtLevel: boolean
  readonly waits: boolean
  readonly onAgenda: boolean
}

export function judgeOrder(level: CouncilLevel, { state, lastLevel, scoredAtLevel, waits, onAgenda }: Ordered) {
  if (waits) return refuse('evaluation/ordered-already', { overtaken: true })
  if (onAgenda) return refuse('evaluation/on-another-agenda', { overtaken: true })
  if (lastLevel === 'district') return refuse('evaluation/district-is-history', { article: '1489/QĐ-TTg' })
  if (!scoredAtLevel) return refuse('evaluation/level-never-scored')
  if (lastLevel !== level) return refuse('evaluation/other-level-scored-last')
  if (!isScoredAgain(level, state)) return refuse('evaluation/not-decided', { overtaken: true })
  return allow(level)
}

/** No text says whether those who sat before sit again; where the regulation is silent nobody is kept out. */
export function maySitAgain({ sitsAgain }: Pick<Regulation, 'sitsAgain'>): boolean {
  return sitsAgain !== 'others-only'
}

/** A dossier called to be scored again: the level that scored it, with somebody left to vote. */
export function judgeAgain(
  { level, seats }: Pick<Council, 'level' | 'seats'>,
  regulation: Pick<Regulation, 'sitsAgain'>,
  again: Pick<Reexamination, 'level' | 'sat'>,
  facts: { readonly dossier: string },
) {
  if (again.level !== level) return refuse('evaluation/again-at-other-level', { facts, field: 'dossiers' })
  const sat = new Set(again.sat.map(({ accountId }) => accountId))
  const left = seats.some(({ votes, accountId }) => votes && !sat.has(accountId))
  return maySitAgain(regulation) || left
    ? allow(level)
    : refuse('evaluation/all-sat-before', { facts, field: 'dossiers' })
}

/** Points may differ: what counts is the star and where the result goes. */
export function outcomeOf(
  first: Pick<Reexamination, 'firstStars' | 'firstVerdict'>,
  { stars, verdict }: Pick<Result, 'stars' | 'verdict'>,
): AgainOutcome {
  return first.firstStars === stars && first.firstVerdict === verdict ? 'same' : 'changed'
}
