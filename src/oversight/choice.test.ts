import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RiskFacts } from './model-plan.ts'
import { chooseForInspection, judgeDraw, judgePlan, reasonsOf, ticketOf, weightOf } from './rules-choice.ts'

const list = fc.uniqueArray(
  fc.record({ certificateNumber: fc.string({ minLength: 1, maxLength: 12 }), weight: fc.integer({ min: 1, max: 19 }) }),
  { selector: ({ certificateNumber }) => certificateNumber, minLength: 1, maxLength: 30 },
)
const seeds = fc.string({ minLength: 1, maxLength: 64 })

const quiet: RiskFacts = {
  certificateNumber: 'OCOP-51-2026-0001',
  productName: 'Cà phê mẫu',
  producerName: 'HTX mẫu',
  stars: 3,
  text: '26-2026',
  meanHundredths: 6000,
  lenience: 0,
  papersEnding: 0,
  misuseReports: 0,
  reportedLastYear: true,
  inspected: true,
  findings: 0,
}

describe('the draw', () => {
  test('gives the same choice for the same list and seed, in whatever order the list comes', () => {
    fc.assert(
      fc.property(list, seeds, fc.integer({ min: 1, max: 40 }), (candidates, seed, size) => {
        const drawn = chooseForInspection(candidates, seed, size)
        expect(chooseForInspection(candidates.toReversed(), seed, size)).toEqual(drawn)
        expect(drawn).toHaveLength(Math.min(size, candidates.length))
        expect(drawn.map(({ rank }) => rank)).toEqual(drawn.map((_, index) => index + 1))
      }),
    )
  })

  test('never makes somebody with more risk less likely: a ticket more keeps whoever was chosen chosen', () => {
    fc.assert(
      fc.property(list, seeds, fc.nat(), fc.integer({ min: 1, max: 6 }), (candidates, seed, at, more) => {
        const size = Math.ceil(candidates.length / 3)
        const before = chooseForInspection(candidates, seed, size)
        const one = before[at % before.length]?.certificateNumber
        const raised = candidates.map((candidate) =>
          candidate.certificateNumber === one ? { ...candidate, weight: candidate.weight + more } : candidate,
        )
        const after = chooseForInspection(raised, seed, size)
        expect(after.map(({ certificateNumber }) => certificateNumber)).toContain(one)
      }),
    )
  })

  test('chooses heavier ones more often, by their share of the tickets', () => {
    const two = [
      { certificateNumber: 'a', weight: 1 },
      { certificateNumber: 'b', weight: 4 },
    ]
    const won = Array.from(
      { length: 2_000 },
      (_, seed) => chooseForInspection(two, `hạt ${seed}`, 1)[0]?.certificateNumber,
    )
    const share = won.filter((number) => number === 'b').length / won.length
    expect(share).toBeGreaterThan(0.76)
    expect(share).toBeLessThan(0.84)
  })

  test('can be computed again by a tool that everybody has', () => {
    // printf '%s' '271126|OCOP-51-2026-0001|1' | sha256sum
    expect(ticketOf('271126', 'OCOP-51-2026-0001', 1)).toBe(
      'e31191d6504eda61854f3e62da1d840cc55d029df2f20d671a69db45112ecddf',
    )
  })

  test.each([
    [{}, 1],
    [{ meanHundredths: 5200 }, 1],
    [{ meanHundredths: 5199 }, 4],
    [{ meanHundredths: null }, 1],
    [{ lenience: 299 }, 1],
    [{ lenience: 300 }, 3],
    [{ papersEnding: 1 }, 3],
    [{ misuseReports: 2 }, 5],
    [{ reportedLastYear: false }, 3],
    [{ inspected: false }, 3],
    [{ findings: 1 }, 4],
  ] satisfies [Partial<RiskFacts>, number][])(
    'counts tickets on both sides of each edge: %o has %i',
    (change, tickets) => {
      expect(weightOf(reasonsOf({ ...quiet, ...change }))).toBe(tickets)
    },
  )

  test('waits for a seed that nobody knew when the list was frozen', () => {
    const plan = { drawnAt: null, seedNumber: null }
    expect(judgeDraw(plan, undefined)).toMatchObject({ refusal: { code: 'oversight/no-seed-yet' } })
    expect(judgeDraw(plan, { number: 7, hash: 'ab' })).toMatchObject({ value: { seed: 'ab', batchNumber: 7 } })
    expect(judgeDraw({ drawnAt: null, seedNumber: '271126' }, undefined)).toMatchObject({ value: { seed: '271126' } })
    expect(judgeDraw({ ...plan, drawnAt: '2026-11-24T02:00:00Z' }, undefined)).toMatchObject({
      refusal: { code: 'oversight/drawn-already', overtaken: true },
    })
  })

  test('takes a public number only with the place where it was published', () => {
    const input = { unit: '51', year: 2026, title: 'K', document: '1', size: 3 }
    expect(judgePlan({ ...input, seedNumber: '271126' }, 2026)).toMatchObject({ refusal: { field: 'seedSource' } })
    expect(judgePlan({ ...input, seedSource: 'Báo mẫu' }, 2026)).toMatchObject({ refusal: { field: 'seedNumber' } })
    expect(judgePlan({ ...input, year: 2025 }, 2026)).toMatchObject({ refusal: { code: 'oversight/year-out' } })
    expect(judgePlan({ ...input, size: 0 }, 2026)).toMatchObject({ refusal: { code: 'oversight/size-zero' } })
    expect(judgePlan(input, 2026)).toMatchObject({ ok: true })
  })
})
