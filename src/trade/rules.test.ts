import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ask } from './model.ts'
import { gapsOf, judgeDemand, judgeMinOrder, judgeMonths, matchParts, partWorth, scoreMatch, totalOf } from './rules.ts'

const channel = {
  asks: ['food-safety', 'quality-declaration', 'gtin'] as Ask[],
  minStars: 3,
  unit: 'kg',
  paymentDays: 30,
  discountPercent: 10,
} as const
const demand = { channel, months: [11, 12], quantity: 200, provinceCode: '51' }
const year = (amount: number) => Array.from({ length: 12 }, () => amount)
const offer = {
  unit: 'kg',
  monthly: year(200),
  paymentDays: 30,
  discountPercent: 10,
  provinceToday: '51',
  stars: 3,
  held: new Set<Ask>(channel.asks),
} as const

describe('a match of a demand and an offer', () => {
  test('is whole where everything asked is given, and its parts sum to a hundred', () => {
    expect(scoreMatch(demand, offer)).toEqual(partWorth)
    expect(totalOf(partWorth)).toBe(100)
  })

  test.each([
    ['one paper of three', { held: new Set<Ask>(['gtin']) }, { papers: 10 }],
    ['one month of two', { monthly: year(0).with(11, 200) }, { season: 12 }],
    ['half of the volume in the poorer month', { monthly: year(200).with(10, 100) }, { volume: 10 }],
    ['another unit: the volume cannot be compared', { unit: 'piece' }, { volume: 0 }],
    ['two stars', { stars: 2 }, { stars: 0 }],
    ['one day of waiting less', { paymentDays: 29 }, { terms: 5 }],
    ['one per cent less', { discountPercent: 9 }, { terms: 5 }],
    ['another province', { provinceToday: '66' }, { place: 0 }],
  ] as const)('%s costs exactly its part', (_, change, parts) => {
    expect(scoreMatch(demand, { ...offer, ...change })).toEqual({ ...partWorth, ...parts })
  })

  test('never leaves its bounds, and another paper never costs a point', () => {
    const some = fc.subarray([...channel.asks])
    fc.assert(
      fc.property(some, fc.array(fc.nat(400), { minLength: 12, maxLength: 12 }), some, (held, monthly, more) => {
        const given = { ...offer, monthly, held: new Set<Ask>(held) }
        const score = scoreMatch(demand, given)
        const richer = scoreMatch(demand, { ...given, held: new Set<Ask>([...held, ...more]) })
        return (
          matchParts.every((part) => score[part] >= 0 && score[part] <= partWorth[part]) &&
          totalOf(richer) >= totalOf(score)
        )
      }),
    )
  })
})

describe('the gap list', () => {
  const gaps = (papers: { kind: Ask; until: string | null }[]) =>
    gapsOf(channel.asks, { papers, stars: 0 }, '2027-01-23').map(({ state, until }) => [state, until])

  test('changes by exactly one line when one paper is added', () => {
    expect(gaps([])).toEqual([
      ['missing', null],
      ['missing', null],
      ['missing', null],
    ])
    expect(gaps([{ kind: 'quality-declaration', until: null }])).toEqual([
      ['missing', null],
      ['held', null],
      ['missing', null],
    ])
  })

  test('the day before the horizon lapses soon, the horizon itself does not; the longest-living paper counts', () => {
    const food = (...untils: (string | null)[]) => gaps(untils.map((until) => ({ kind: 'food-safety', until })))[0]
    expect(food('2027-01-22')).toEqual(['lapsing', '2027-01-22'])
    expect(food('2027-01-23')).toEqual(['held', '2027-01-23'])
    expect(food('2027-01-22', '2028-01-01')).toEqual(['held', '2028-01-01'])
    expect(food('2027-01-22', null)).toEqual(['held', null])
  })
})

describe('what is typed', () => {
  test('an offer has goods in some month, and its least order fits into the best one', () => {
    expect(judgeMonths({ monthly: {} }).ok).toBe(false)
    expect(judgeMonths({ monthly: { '12': 5 } })).toMatchObject({ value: year(0).with(11, 5) })
    expect(judgeMinOrder({ minOrder: 6 }, year(5)).ok).toBe(false)
    expect(judgeMinOrder({ minOrder: 5 }, year(5)).ok).toBe(true)
  })

  test('a demand names its months and has not ended', () => {
    expect(judgeDemand({ months: [], until: '2026-12-31' }, '2026-11-24').ok).toBe(false)
    expect(judgeDemand({ months: [1], until: '2026-11-23' }, '2026-11-24').ok).toBe(false)
    expect(judgeDemand({ months: [12, 1, 12], until: '2026-11-24' }, '2026-11-24')).toMatchObject({ value: [1, 12] })
  })
})
