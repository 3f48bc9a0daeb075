import { describe, expect, it, test } from 'vitest'
import { texts } from './law.ts'
import type { LegalText } from './model.ts'
import { bandOf, starOf, weighGates } from './stars.ts'

// A mean in hundredths stands for any exact fraction: 29.99 = 2999/100.
const mean = (points: number) => ({ sum: Math.round(points * 100), count: 100 })

describe.each(texts.map((text) => [text.id, text] as const))('bands of %s', (_, text: LegalText) => {
  test.each([
    [0, 1],
    [29.99, 1],
    [30, 2],
    [49.99, 2],
    [50, 3],
    [69.99, 3],
    [70, 4],
    [89.5, 4],
    [89.99, 4],
    [90, 5],
    [100, 5],
  ])('%f points are band %i', (points, stars) => {
    expect(bandOf(text.bands, mean(points))).toBe(stars)
  })
})

describe('the mean is never rounded before banding', () => {
  const { bands } = texts[3] as LegalText

  test.each([
    ['a third below', { sum: 269, count: 3 }, 4],
    ['exactly there', { sum: 270, count: 3 }, 5],
    ['a seventh below', { sum: 629, count: 7 }, 4],
    ['one of a thousand members short', { sum: 89_999, count: 1000 }, 4],
    ['one of nine above', { sum: 631, count: 9 }, 4],
  ])('%s', (_, exact, stars) => {
    expect(bandOf(bands, exact)).toBe(stars)
  })
})

describe('band and gates', () => {
  const gate = (stars: 3 | 4 | 5, met: boolean) => ({ stars, met })

  test.each([
    [5, [gate(3, true), gate(4, true), gate(5, true)], 5],
    [5, [gate(3, true), gate(4, true), gate(5, false)], 4],
    [5, [gate(3, true), gate(4, false), gate(5, true)], 3],
    [5, [gate(3, false), gate(4, true), gate(5, true)], 2],
    [4, [gate(3, true), gate(4, true), gate(5, false)], 4],
    [4, [gate(4, false)], 3],
    [3, [gate(4, false), gate(5, false)], 3],
    [3, [gate(3, false)], 2],
    [2, [gate(3, false)], 2],
    [1, [gate(3, false)], 1],
    [5, [], 5],
  ] as const)('band %i with gates %j is %i stars', (band, gates, stars) => {
    expect(starOf(band, gates)).toBe(stars)
  })

  it('a regulation may say that a missed gate means no recognition at all', () => {
    expect(starOf(5, [gate(5, false)], 'not-recognised')).toBe(2)
    expect(starOf(4, [gate(5, false)], 'not-recognised')).toBe(4)
  })

  it('a gate is met at its minimum and missed one point below', () => {
    const gates = [{ criterion: '4.1', stars: 3, need: 2 } as const]
    expect(weighGates({ gates }, { '4.1': 2 })).toEqual([{ criterion: '4.1', stars: 3, need: 2, got: 2, met: true }])
    expect(weighGates({ gates }, { '4.1': 1 })[0]).toMatchObject({ got: 1, met: false })
    expect(weighGates({ gates }, {})[0]).toMatchObject({ got: 0, met: false })
  })
})
