import { rubricById, textById } from '../regime/law.ts'
import type { Choices, Criterion, LegalText, Rubric, TextId } from '../regime/model.ts'
import { score } from '../regime/score.ts'
import type { Ballot, Regulation } from './model.ts'
import { tally } from './tally.ts'
import type { CountedBallot, Tally } from './tally.ts'

export type Counted = CountedBallot & { readonly ballot: Ballot }

/** @throws {Error} when a stored text is not in the register: the programme is older than its database. */
export function lawOf(text: TextId): LegalText {
  const law = textById(text)
  if (law === undefined) throw new Error(`The text ${text} is not in the register of law`)
  return law
}

/** @throws {Error} when a dossier on an agenda has no rubric to be scored with; calling a session refuses such dossiers. */
export function rubricOf(text: TextId, number: string | null): Rubric {
  const rubric = number === null ? undefined : rubricById(`${text}/${number}`)
  if (rubric === undefined) throw new Error(`There is no rubric ${number} in the text ${text}`)
  return rubric
}

/** Points of the option chosen at a criterion; nothing chosen is 0. */
export function pointsIn({ code, options }: Criterion, choices: Choices): number {
  return options[(choices[code] ?? 0) - 1]?.points ?? 0
}

/**
 * A ballot with its points, computed anew from the options it holds and the rubric of its text.
 * @throws {Error} for options that the rubric does not print; none such is ever kept.
 */
export function countBallot(rubric: Rubric, ballot: Ballot): Counted {
  const scored = score(rubric, ballot.choices)
  if (!scored.ok) throw new Error(`Ballot ${ballot.id} holds a choice that is not in ${rubric.id}`)
  const { total, points, stopped } = scored.value
  return { ballot, accountId: ballot.accountId, total, points, stopped: stopped.length > 0 }
}

/** Criteria that the rubric does not have, or positions that it does not list. */
export function impossibleChoices({ criteria }: Pick<Rubric, 'criteria'>, choices: Choices): readonly string[] {
  return Object.entries(choices)
    .filter(
      ([code, position]) => position > (criteria.find((criterion) => criterion.code === code)?.options.length ?? -1),
    )
    .map(([code]) => code)
}

/** The result from stored options: what closing decides, and what anybody may compute again later. */
export function tallyOf(
  text: TextId,
  rubric: Rubric,
  counted: readonly CountedBallot[],
  regulation: Regulation,
): Tally {
  return tally(counted, { bands: lawOf(text).bands, gates: rubric.gates }, regulation)
}
