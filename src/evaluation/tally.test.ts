import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Band, Gate } from '../regime/model.ts'
import { bandOf, hundredthsOf, meanOf, reaches, tally } from './tally.ts'
import type { CountedBallot } from './tally.ts'

const bands: readonly Band[] = [
  { stars: 5, from: 90, printed: '90–100' },
  { stars: 4, from: 70, printed: '70–<90' },
  { stars: 3, from: 50, printed: '50–<70' },
  { stars: 2, from: 30, printed: '30–<50' },
  { stars: 1, from: 0, printed: '<30' },
]
const usual = { gateRule: 'majority', fallback: 'highest-met' } as const

function ballot(total: number, points: Record<string, number> = {}, stopped = false): CountedBallot {
  return { accountId: 'm', total, points, stopped }
}

describe('the mean', () => {
  // A mean of integers: 89,99 as 8999 points of 100 ballots, and the nearest a council of nine or fifteen can come.
  test.each([
    ['29,99', 2999, 100, 1],
    ['30', 3000, 100, 2],
    ['269 of 9', 269, 9, 1],
    ['270 of 9', 270, 9, 2],
    ['49,99', 4999, 100, 2],
    ['50', 5000, 100, 3],
    ['749 of 15', 749, 15, 2],
    ['750 of 15', 750, 15, 3],
    ['69,99', 6999, 100, 3],
    ['70', 7000, 100, 4],
    ['629 of 9', 629, 9, 3],
    ['630 of 9', 630, 9, 4],
    ['89,99', 8999, 100, 4],
    ['90', 9000, 100, 5],
    ['1349 of 15', 1349, 15, 4],
    ['1350 of 15', 1350, 15, 5],
    ['0', 0, 9, 1],
    ['100', 900, 9, 5],
  ])('%s falls in the right band', (_, total, ballots, stars) => {
    expect(bandOf({ total, ballots }, bands)).toBe(stars)
  })

  test.each([
    [708, 9, 7867],
    [629, 9, 6989],
    [2, 3, 67],
    [1, 3, 33],
    [1, 8, 13],
    [700, 7, 10000],
  ])('%i points of %i ballots are shown as %i hundredths', (total, ballots, shown) => {
    expect(hundredthsOf({ total, ballots })).toBe(shown)
  })

  test('is never rounded up into a band', () => {
    const mean = { total: 89_996, ballots: 1000 }
    expect(hundredthsOf(mean)).toBe(9000)
    expect(bandOf(mean, bands)).toBe(4)
  })
})

describe('gates', () => {
  const gates: readonly Gate[] = [
    { criterion: '3.5', stars: 3, need: 1 },
    { criterion: '3.5', stars: 4, need: 2 },
    { criterion: '4.1', stars: 5, need: 5 },
  ]
  const nine = (reaching: number, total: number) =>
    Array.from({ length: 9 }, (_, seat) => ballot(total, { '3.5': seat < reaching ? 2 : 1, '4.1': 5 }))

  test.each([
    [4, 3],
    [5, 4],
    [9, 4],
  ])('by majority: %i of 9 reach the 4-star level → %i stars', (reaching, stars) => {
    expect(tally(nine(reaching, 80), { bands, gates }, usual).stars).toBe(stars)
  })

  test('half is no majority', () => {
    const eight = nine(4, 80).slice(0, 8)
    expect(tally(eight, { bands, gates }, usual)).toMatchObject({
      stars: 3,
      gates: [{}, { reachedBy: 4, met: false }, {}],
    })
  })

  test.each([
    [8, 3],
    [9, 4],
  ])('by all: %i of 9 → %i stars', (reaching, stars) => {
    expect(tally(nine(reaching, 80), { bands, gates }, { ...usual, gateRule: 'all' }).stars).toBe(stars)
  })

  test('by mean: 17 points of 9 ballots miss a gate of 2, 18 reach it', () => {
    const rule = { ...usual, gateRule: 'mean' } as const
    expect(tally(nine(8, 80), { bands, gates }, rule).stars).toBe(3)
    expect(tally(nine(9, 80), { bands, gates }, rule).stars).toBe(4)
  })

  test('92 points without a 5-star gate are 4 stars', () => {
    const ballots = nine(9, 92).map((one) => ({ ...one, points: { ...one.points, '4.1': 3 } }))
    expect(tally(ballots, { bands, gates }, usual)).toMatchObject({ band: 5, stars: 4 })
  })

  test("a lower star's gate binds the higher stars", () => {
    const ballots = nine(9, 95).map((one) => ({ ...one, points: { '3.5': 0, '4.1': 5 } }))
    expect(tally(ballots, { bands, gates }, usual)).toMatchObject({ band: 5, stars: 2 })
  })

  test('a regulation without fallback recognises nothing when the gate of the band is missed', () => {
    expect(tally(nine(4, 80), { bands, gates }, { ...usual, fallback: 'not-recognised' }).stars).toBe(2)
    expect(tally(nine(5, 80), { bands, gates }, { ...usual, fallback: 'not-recognised' }).stars).toBe(4)
  })

  test('gates do not touch 1 and 2 stars', () => {
    const none = (total: number) => tally([ballot(total)], { bands, gates }, usual).stars
    expect([none(29), none(30), none(49)]).toEqual([1, 2, 2])
  })
})

test('a product that most members stopped has no star', () => {
  const seven = (stopped: number) => Array.from({ length: 7 }, (_, seat) => ballot(80, {}, seat < stopped))
  expect(tally(seven(3), { bands, gates: [] }, usual).stars).toBe(4)
  expect(tally(seven(4), { bands, gates: [] }, usual).stars).toBe(0)
})

const anyBallots = fc.array(
  fc.record({
    accountId: fc.uuid(),
    total: fc.integer({ min: 0, max: 100 }),
    points: fc.dictionary(fc.constantFrom('1.1', '3.5', '4.1'), fc.integer({ min: 0, max: 5 })),
    stopped: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
)
const anyGates = fc.array(
  fc.record({
    criterion: fc.constantFrom('1.1', '3.5', '4.1'),
    stars: fc.constantFrom(3 as const, 4 as const, 5 as const),
    need: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 8 },
)
const anyRule = fc.record({
  gateRule: fc.constantFrom('majority' as const, 'all' as const, 'mean' as const),
  fallback: fc.constantFrom('highest-met' as const, 'not-recognised' as const),
})

describe('for all ballots', () => {
  test('the order of the ballots changes nothing', () => {
    fc.assert(
      fc.property(anyBallots, anyGates, anyRule, fc.integer(), (ballots, gates, rule, turn) => {
        const by = ((turn % ballots.length) + ballots.length) % ballots.length
        const turned = [...ballots.slice(by), ...ballots.slice(0, by)].toReversed()
        expect(tally(turned, { bands, gates }, rule)).toEqual(tally(ballots, { bands, gates }, rule))
      }),
    )
  })

  test('the mean lies between the least and the greatest total, and the spread is their distance', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const all = ballots.map(({ total }) => total)
        const { mean, spread } = tally(ballots, { bands, gates: [] }, usual)
        expect(reaches(mean, Math.min(...all))).toBe(true)
        expect(mean.total).toBeLessThanOrEqual(Math.max(...all) * mean.ballots)
        expect(spread).toBe(Math.max(...all) - Math.min(...all))
      }),
    )
  })

  test('stars never exceed the band, a recognised star has its gates, and one more ballot at the mean keeps the band', () => {
    fc.assert(
      fc.property(anyBallots, anyGates, anyRule, (ballots, gates, rule) => {
        const judged = tally(ballots, { bands, gates }, rule)
        expect(judged.stars).toBeLessThanOrEqual(judged.band)
        if (judged.stars >= 3) expect(judged.gates.every((gate) => gate.stars > judged.stars || gate.met)).toBe(true)
        const doubled = meanOf([...ballots, ...ballots].map(({ total }) => total))
        expect(bandOf(doubled, bands)).toBe(judged.band)
      }),
    )
  })
})
