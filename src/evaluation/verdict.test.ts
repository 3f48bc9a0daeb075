import { describe, expect, test } from 'vitest'
import { textById } from '../regime/law.ts'
import type { Band, TextId } from '../regime/model.ts'
import type { CouncilLevel } from './model.ts'
import { tally } from './tally.ts'
import type { JudgedGate } from './tally.ts'
import { proposesByDefault, verdictOf, wentUpWithoutGate } from './verdict.ts'

const silent = { proposes: null } as const
const usual = { gateRule: 'majority', fallback: 'highest-met' } as const

function lawOf(text: TextId) {
  const law = textById(text)
  if (!law) throw new Error(`no text ${text}`)
  return law
}

/** Hundredths of a mean as a hundred ballots would have it: 89,99 is 8999 points. */
function verdict(text: TextId, level: CouncilLevel, hundredths: number) {
  const law = lawOf(text)
  const low = Math.floor(hundredths / 100)
  const ballots = Array.from({ length: 100 }, (_, seat) => ({
    accountId: String(seat),
    points: {},
    stopped: false,
    total: seat < hundredths - low * 100 ? low + 1 : low,
  }))
  const judged = tally(ballots, { bands: law.bands as readonly Band[], gates: [] }, usual)
  return [judged.stars, verdictOf(law, level, judged, silent)]
}

describe('at the province under 26/2026', () => {
  test.each([
    [2999, [1, 'not-recognised']],
    [3000, [2, 'not-recognised']],
    [4999, [2, 'not-recognised']],
    [5000, [3, 'recognise']],
    [6999, [3, 'recognise']],
    [7000, [4, 'recognise']],
    [8999, [4, 'recognise']],
    [9000, [5, 'propose']],
    [10_000, [5, 'propose']],
  ])('%i hundredths: %o', (hundredths, expected) =>
    expect(verdict('26-2026', 'province', hundredths)).toEqual(expected),
  )
})

describe('at the ministry under 26/2026', () => {
  test.each([
    [4999, [2, 'lower-may-use']],
    [8999, [4, 'lower-may-use']],
    [9000, [5, 'recognise']],
  ])('%i hundredths: %o', (hundredths, expected) =>
    expect(verdict('26-2026', 'ministry', hundredths)).toEqual(expected),
  )
})

describe('at the district of 1048/2019, which recognises nothing', () => {
  test.each([
    [2999, [1, 'not-recognised']],
    [4999, [2, 'not-recognised']],
    [5000, [3, 'propose']],
    [9000, [5, 'propose']],
  ])('%i hundredths: %o', (hundredths, expected) =>
    expect(verdict('1048-2019', 'district', hundredths)).toEqual(expected),
  )
})

describe('at the district of 148/2023, which recognises three stars', () => {
  test.each([
    [4999, [2, 'not-recognised']],
    [5000, [3, 'recognise']],
    [6999, [3, 'recognise']],
    [7000, [4, 'propose']],
  ])('%i hundredths: %o', (hundredths, expected) =>
    expect(verdict('148-2023', 'district', hundredths)).toEqual(expected),
  )
})

test('the province of 148/2023 hands a result of three stars back to the district', () => {
  expect(verdict('148-2023', 'province', 6500)).toEqual([3, 'lower-may-use'])
  expect(verdict('148-2023', 'province', 7000)).toEqual([4, 'recognise'])
})

test('1489/2025 knows no district', () => {
  expect(() => verdict('1489-2025', 'district', 6000)).toThrow(/no council/)
})

const unmet: readonly JudgedGate[] = [{ criterion: '4.1', stars: 5, need: 5, reachedBy: 0, met: false }]

test('92 points without a 5-star gate go up from the province, but are no five stars at the ministry', () => {
  const judged = { mean: { total: 920, ballots: 10 }, stars: 4, band: 5, gates: unmet } as const
  const law = lawOf('26-2026')
  expect(verdictOf(law, 'province', judged, silent)).toBe('propose')
  expect(verdictOf(law, 'ministry', judged, silent)).toBe('lower-may-use')
  const strict = { procedure: { ...law.procedure, proposes: 'on-points-and-gates' as const } }
  expect(verdictOf(strict, 'province', judged, silent)).toBe('recognise')
  // What the council's regulation says goes before our reading of the text.
  expect(verdictOf(law, 'province', judged, { proposes: 'on-points-and-gates' })).toBe('recognise')
  expect(verdictOf(strict, 'province', judged, { proposes: 'on-points' })).toBe('propose')
})

test('a person confirms the default only where a result can go up and the regulation is silent', () => {
  const law = lawOf('26-2026')
  expect(proposesByDefault(law, 'province', silent)).toBe(true)
  expect(proposesByDefault(law, 'ministry', silent)).toBe(false)
  expect(proposesByDefault(law, 'province', { proposes: 'on-points' })).toBe(false)
  expect(wentUpWithoutGate({ verdict: 'propose', stars: 4, gates: unmet })).toBe(true)
  expect(wentUpWithoutGate({ verdict: 'propose', stars: 5, gates: unmet })).toBe(false)
  expect(wentUpWithoutGate({ verdict: 'recognise', stars: 4, gates: unmet })).toBe(false)
})

test('a stopped product goes nowhere, whatever its points', () => {
  const judged = { mean: { total: 950, ballots: 10 }, stars: 0, band: 5, gates: [] } as const
  expect(verdictOf(lawOf('26-2026'), 'province', judged, silent)).toBe('not-recognised')
})
