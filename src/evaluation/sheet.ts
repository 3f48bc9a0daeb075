import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Choices, Criterion, PartCode, Rubric, RubricId } from '../regime/model.ts'
import type { Ballot, Capacity, Regulation, Result, Seat, Sitting, SittingItem } from './model.ts'
import type { CountedBallot, JudgedGate } from './tally.ts'

/** A criterion as it stood on the ballot: what was asked is kept with what was answered. */
export interface AskedCriterion {
  readonly code: string
  readonly name: string
  readonly part: PartCode
  readonly max: number
  readonly options: readonly { readonly points: number; readonly label: string }[]
}

export interface SheetBallot {
  readonly seat: string
  readonly name: string
  readonly capacity: Capacity
  readonly choices: Choices
  readonly points: Readonly<Record<string, number>>
  readonly total: number
  readonly comment: string
  readonly castAt: Instant
}

/** What a ballot asks: the rubric in the words it had. */
export interface Asked {
  readonly rubricName: string
  readonly parts: Partial<Rubric['parts']>
  readonly asked: readonly AskedCriterion[]
}

/** The score sheet of one dossier, frozen when its session closed. */
export interface Sheet extends Asked {
  readonly product: string
  readonly producer: string
  readonly number: string | null
  readonly rubric: RubricId | null
  readonly regulation: Pick<
    Regulation,
    'documentNo' | 'effectiveOn' | 'quorumNumerator' | 'quorumDenominator' | 'spreadPoints' | 'gateRule' | 'fallback'
  > &
    Partial<Pick<Regulation, 'proposes' | 'wideRounds' | 'outlierPoints'>>
  /** Why the round was settled though members differed too much; absent on sheets of before. */
  readonly settledBecause?: string | null
  /** Ballots that made the result: the last scoring round. */
  readonly counted: readonly SheetBallot[]
  /** Earlier rounds as they stood when the next was opened. */
  readonly earlier: readonly { readonly round: number; readonly ballots: readonly SheetBallot[] }[]
  readonly scoringRound: number
  readonly recused: readonly string[]
  /** Totals written down without options, from minutes on paper; empty for a session held here. */
  readonly recorded: readonly number[]
  readonly closedOn: CivilDate
}

export interface FullResult extends Result {
  readonly gates: readonly JudgedGate[]
  readonly sheet: Sheet
}

export function freeze(
  sitting: Sitting,
  item: SittingItem,
  rubric: Rubric,
  counted: readonly (CountedBallot & { readonly ballot: Ballot })[],
  earlier: readonly (CountedBallot & { readonly ballot: Ballot })[],
  closedOn: CivilDate,
): Sheet {
  const lineOf = (one: CountedBallot & { readonly ballot: Ballot }) => sheetBallot(one, sitting.council.seats)
  const rounds = [...new Set(earlier.map(({ ballot }) => ballot.scoringRound))].toSorted((left, right) => left - right)
  return {
    ...headOf(sitting, item),
    ...askedIn(rubric),
    rubric: rubric.id,
    counted: bySeat(counted, sitting.council.seats).map(lineOf),
    earlier: rounds.map((round) => ({
      round,
      ballots: bySeat(
        earlier.filter(({ ballot }) => ballot.scoringRound === round),
        sitting.council.seats,
      ).map(lineOf),
    })),
    recorded: [],
    closedOn,
  }
}

/** The sheet of a result that old minutes give as totals only. */
export function recordedSheet(
  sitting: Sitting,
  item: SittingItem,
  totals: readonly number[],
  closedOn: CivilDate,
): Sheet {
  return {
    ...headOf(sitting, item),
    rubric: item.rubric === null ? null : `${sitting.session.text}/${item.rubric}`,
    rubricName: '',
    parts: {},
    asked: [],
    counted: [],
    earlier: [],
    recorded: totals,
    closedOn,
  }
}

function headOf({ regulation, council }: Sitting, item: SittingItem) {
  const { id: _, councilId: __, chairRequired: ___, ...frozen } = regulation
  return {
    product: item.productName,
    producer: item.producerName,
    number: item.number,
    regulation: frozen,
    settledBecause: item.settledBecause,
    scoringRound: item.scoringRound,
    recused: council.seats.filter(({ accountId }) => item.recused.has(accountId)).map(({ name }) => name),
  }
}

export function askedIn({ name, parts, criteria }: Rubric): Asked {
  return { rubricName: name, parts, asked: criteria.map(askedCriterion) }
}

function askedCriterion({ code, name, part, max, options }: Criterion): AskedCriterion {
  return { code, name, part, max, options: options.map(({ points, label }) => ({ points, label })) }
}

function bySeat<Counted extends CountedBallot>(
  ballots: readonly Counted[],
  seats: readonly Seat[],
): readonly Counted[] {
  return seats.flatMap(({ accountId }) => ballots.filter((ballot) => ballot.accountId === accountId))
}

function sheetBallot(
  { ballot, points, total }: CountedBallot & { readonly ballot: Ballot },
  seats: readonly Seat[],
): SheetBallot {
  const seat = seats.find(({ accountId }) => accountId === ballot.accountId)
  return {
    seat: ballot.accountId,
    name: seat?.name ?? ballot.accountId,
    capacity: seat?.capacity ?? 'member',
    choices: ballot.choices,
    points,
    total,
    comment: ballot.comment,
    castAt: ballot.castAt,
  }
}
