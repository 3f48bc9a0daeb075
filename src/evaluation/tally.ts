import type { Band, Gate, Stars } from '../regime/model.ts'
import type { Fallback, GateRule } from './model.ts'

/** Points of one member for one product, by criterion, computed from the options they chose. */
export interface CountedBallot {
  readonly accountId: string
  readonly total: number
  readonly points: Readonly<Record<string, number>>
  /** The options chosen end the scoring by the rubric itself, e.g. zero in one of 6.1–6.4 of mineral water. */
  readonly stopped: boolean
}

/** An exact mean: `total` points of `ballots` ballots. Never divided before it is compared. */
export interface Mean {
  readonly total: number
  readonly ballots: number
}

export interface JudgedGate extends Gate {
  /** Members whose level reaches the gate. */
  readonly reachedBy: number
  readonly met: boolean
}

export interface Tally {
  readonly mean: Mean
  readonly meanHundredths: number
  readonly spread: number
  /** Stars of the mean alone. */
  readonly band: Stars
  readonly stars: Stars
  readonly gates: readonly JudgedGate[]
}

/**
 * The result of one product: band on the exact mean, gates by the council's rule, the lower star's gates included
 * (26/2026 Điều 3.3, 4; what members' disagreement does to a gate is left to the regulation).
 * The order of the ballots changes nothing. At least one ballot is given.
 */
export function tally(
  ballots: readonly CountedBallot[],
  law: { readonly bands: readonly Band[]; readonly gates: readonly Gate[] },
  rule: { readonly gateRule: GateRule; readonly fallback: Fallback },
): Tally {
  const totals = ballots.map(({ total }) => total)
  const mean = meanOf(totals)
  const gates = law.gates.map((gate) => judgeGate(gate, ballots, rule.gateRule))
  const band = bandOf(mean, law.bands)
  const stopped = isMajority(ballots.filter((ballot) => ballot.stopped).length, ballots.length)
  return {
    mean,
    meanHundredths: hundredthsOf(mean),
    spread: spreadOf(totals),
    band,
    stars: stopped ? 0 : starsOf(band, gates, rule.fallback),
    gates,
  }
}

export function meanOf(totals: readonly number[]): Mean {
  return { total: totals.reduce((sum, total) => sum + total, 0), ballots: totals.length }
}

/** Is the mean at least so many points? Exact: 89,99… is not 90. */
export function reaches({ total, ballots }: Mean, points: number): boolean {
  return total >= points * ballots
}

/** For show only: half a hundredth goes up. */
export function hundredthsOf({ total, ballots }: Mean): number {
  return Math.floor((200 * total + ballots) / (2 * ballots))
}

export function spreadOf(totals: Iterable<number>): number {
  const all = [...totals]
  return all.length === 0 ? 0 : Math.max(...all) - Math.min(...all)
}

export function bandOf(mean: Mean, bands: readonly Band[]): Stars {
  return bands.reduce<Stars>((best, { stars, from }) => (stars > best && reaches(mean, from) ? stars : best), 1)
}

// Half of the members is no majority: a tie leaves the matter open, for nobody's vote weighs twice unless a text says so.
function isMajority(some: number, all: number): boolean {
  return 2 * some > all
}

function judgeGate(gate: Gate, ballots: readonly CountedBallot[], rule: GateRule): JudgedGate {
  const given = ballots.map(({ points }) => points[gate.criterion] ?? 0)
  const reachedBy = given.filter((points) => points >= gate.need).length
  return { ...gate, reachedBy, met: gateHolds[rule](gate, given, reachedBy) }
}

const gateHolds: Record<GateRule, (gate: Gate, given: readonly number[], reachedBy: number) => boolean> = {
  majority: (_, given, reachedBy) => isMajority(reachedBy, given.length),
  all: (_, given, reachedBy) => reachedBy === given.length,
  mean: ({ need }, given) => reaches(meanOf(given), need),
}

/** 2★ and 1★ have no gates and no recognition; 2★ remains when no star from 3 up holds. */
function starsOf(band: Stars, gates: readonly JudgedGate[], fallback: Fallback): Stars {
  if (band < 3) return band
  const holds = (stars: number) => gates.every((gate) => gate.stars > stars || gate.met)
  const recognised = [5, 4, 3] as const
  const candidates = recognised.filter((stars) => (fallback === 'highest-met' ? stars <= band : stars === band))
  return candidates.find(holds) ?? 2
}
