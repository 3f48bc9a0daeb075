import { createHash } from 'node:crypto'
import { allow, refuse } from '../kernel/refusal.ts'
import { textById } from '../regime/law.ts'
import type {
  Drawn,
  DrawCandidate,
  InspectionPlan,
  InspectionPlanInput,
  Risk,
  RiskFacts,
  RiskReason,
} from './model-plan.ts'

/** Tickets beyond the first. No text weighs risks (26/2026 Điều 9 sets no frequency): stated defaults, shown on the page. */
export const riskPoints: Readonly<Record<Risk, number>> = {
  'band-edge': 3,
  'lenient-council': 2,
  'papers-ending': 2,
  'misuse-reported': 4,
  'silent-year': 2,
  'never-inspected': 2,
  'found-before': 3,
}

/** Less than two points above the lowest mean of its star. */
export const edgeHundredths = 200
/** Three points and more above the mean of all units. */
export const lenienceHundredths = 300

function isNearEdge({ text, stars, meanHundredths }: RiskFacts): boolean {
  const from = textById(text)?.bands.find((band) => band.stars === stars)?.from
  if (from === undefined || meanHundredths === null) return false
  return meanHundredths - from * 100 < edgeHundredths
}

const holds: Readonly<Record<Risk, (facts: RiskFacts) => boolean>> = {
  'band-edge': isNearEdge,
  'lenient-council': ({ lenience }) => lenience !== null && lenience >= lenienceHundredths,
  'papers-ending': ({ papersEnding }) => papersEnding > 0,
  'misuse-reported': ({ misuseReports }) => misuseReports > 0,
  'silent-year': ({ reportedLastYear }) => !reportedLastYear,
  'never-inspected': ({ inspected }) => !inspected,
  'found-before': ({ findings }) => findings > 0,
}

export function reasonsOf(facts: RiskFacts): readonly RiskReason[] {
  return (Object.keys(holds) as Risk[])
    .filter((risk) => holds[risk](facts))
    .map((risk) => ({ risk, points: riskPoints[risk] }))
}

/** Everybody in the list has one ticket, and one more for each point. */
export function weightOf(reasons: readonly RiskReason[]): number {
  return reasons.reduce((sum, { points }) => sum + points, 1)
}

/** What anybody computes again with `printf '%s' 'seed|number|1' | sha256sum`. */
export function ticketOf(seed: string, certificateNumber: string, count: number): string {
  return createHash('sha256').update(`${seed}|${certificateNumber}|${count}`).digest('hex')
}

function smallestTicket(seed: string, { certificateNumber, weight }: DrawCandidate): string {
  const tickets = Array.from({ length: weight }, (_, index) => ticketOf(seed, certificateNumber, index + 1))
  return tickets.toSorted()[0] ?? ''
}

/**
 * A draw without returning, with chances by weight: each holds `weight` tickets and is worth its smallest; the smallest
 * of all are chosen. The same list and seed give the same choice in any order, and a further ticket can only help.
 */
export function chooseForInspection(
  candidates: readonly DrawCandidate[],
  seed: string,
  size: number,
): readonly Drawn[] {
  return candidates
    .map((one) => ({ certificateNumber: one.certificateNumber, ticket: smallestTicket(seed, one) }))
    .toSorted((one, other) => (one.ticket < other.ticket ? -1 : 1))
    .slice(0, size)
    .map((one, index) => ({ ...one, rank: index + 1 }))
}

export function judgePlan({ year, size, seedNumber, seedSource }: InspectionPlanInput, thisYear: number) {
  if (year < thisYear || year > thisYear + 1)
    return refuse('oversight/year-out', { field: 'year', facts: { thisYear } })
  if (size === 0) return refuse('oversight/size-zero', { field: 'size' })
  if (seedNumber && !seedSource) return refuse('oversight/seed-without-source', { field: 'seedSource' })
  if (!seedNumber && seedSource) return refuse('oversight/source-without-seed', { field: 'seedNumber' })
  return allow(null)
}

interface Seed {
  readonly seed: string
  readonly batchNumber: number | null
}

/** @param batch the first batch of the book that was sealed after the plan was opened. */
export function judgeDraw(
  { drawnAt, seedNumber }: Pick<InspectionPlan, 'drawnAt' | 'seedNumber'>,
  batch: { readonly number: number; readonly hash: string } | undefined,
) {
  if (drawnAt !== null) return refuse('oversight/drawn-already', { overtaken: true })
  if (seedNumber !== null) return allow<Seed>({ seed: seedNumber, batchNumber: null })
  if (batch === undefined) return refuse('oversight/no-seed-yet')
  return allow<Seed>({ seed: batch.hash, batchNumber: batch.number })
}
