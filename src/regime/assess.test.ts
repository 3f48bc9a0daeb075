import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess, readiness } from './assess.ts'
import { rubricById, rubricsOf, textById } from './law.ts'
import type { Choices, LegalText, Rubric } from './model.ts'

const law = textById('26-2026') as LegalText
const coffee = rubricById('26-2026/13') as Rubric
const water = rubricById('26-2026/16') as Rubric

/** The best option everywhere, except where said. */
function bestBut(rubric: Rubric, changed: Readonly<Record<string, number | undefined>> = {}): Choices {
  const best = rubric.criteria.map(
    ({ code, options, max }) => [code, options.find(({ points }) => points === max)?.position] as const,
  )
  const all = Object.entries({ ...Object.fromEntries(best), ...changed })
  return Object.fromEntries(all.filter((pair): pair is [string, number] => pair[1] !== undefined))
}

function outcomeOf(rubric: Rubric, choices: Choices, grounds: readonly string[] = []) {
  const assessed = assess(law, rubric, choices, grounds)
  if (!assessed.ok) throw new Error(assessed.refusal.code)
  return assessed.value
}

describe('stars of one filled rubric', () => {
  it('everything best is five stars, with nothing above', () => {
    expect(outcomeOf(coffee, bestBut(coffee))).toMatchObject({
      total: 100,
      band: 5,
      stars: 5,
      nextStar: null,
      disqualified: [],
    })
  })

  it('a product with 98 points that misses one gate of five stars has four, and is told which', () => {
    // 4.1: modern or international channels, 5 points, is the gate of five stars; 3 points is that of four.
    expect(outcomeOf(coffee, bestBut(coffee, { '4.1': 3 }))).toMatchObject({
      total: 98,
      band: 5,
      stars: 4,
      nextStar: { stars: 5, pointsShort: 0, missing: [{ criterion: '4.1', need: 5, got: 3 }] },
    })
  })

  it('a missed gate of three stars brings any number of points down to two', () => {
    expect(outcomeOf(coffee, bestBut(coffee, { '2.3': undefined }))).toMatchObject({
      band: 5,
      stars: 2,
      nextStar: { stars: 3, missing: [{ criterion: '2.3', need: 1, got: 0 }] },
    })
  })

  it('nothing chosen is one star, thirty points short of two', () => {
    expect(outcomeOf(coffee, {})).toMatchObject({
      total: 0,
      stars: 1,
      nextStar: { stars: 2, pointsShort: 30, missing: [] },
    })
  })

  it('a ground for rejection leaves no star and no next one', () => {
    const [ground] = coffee.disqualifiers
    expect(outcomeOf(coffee, bestBut(coffee), [ground?.id ?? ''])).toMatchObject({
      total: 100,
      stars: 0,
      nextStar: null,
      disqualified: [ground?.id],
    })
  })

  it('a ground that the form does not print is refused', () => {
    expect(assess(law, coffee, {}, ['x'])).toMatchObject({
      ok: false,
      refusal: { code: 'regime/no-such-disqualifier' },
    })
  })

  it.each(['3', '10', '16', '19'])('set %s of 1048 may be read, not scored', (number) => {
    const doubtful = rubricById(`1048-2019/${number}`) as Rubric
    const old = textById('1048-2019') as LegalText
    expect(assess(old, doubtful, {})).toMatchObject({ ok: false, refusal: { code: 'regime/not-scorable' } })
    expect(readiness(old, doubtful, {})).toMatchObject({ ok: false, refusal: { code: 'regime/not-scorable' } })
  })
})

it('an option worth more never lowers the star, whatever else was chosen', () => {
  const raised = fc.constantFrom(...rubricsOf('26-2026')).chain((rubric) =>
    fc.record({
      rubric: fc.constant(rubric),
      index: fc.integer({ min: 0, max: rubric.criteria.length - 1 }),
      positions: fc.tuple(...rubric.criteria.map(({ options }) => fc.integer({ min: 1, max: options.length }))),
      best: fc.tuple(...rubric.criteria.map(() => fc.integer({ min: 0, max: 9 }))),
    }),
  )
  fc.assert(
    fc.property(raised, ({ rubric, index, positions, best }) => {
      const lower = rubric.criteria.flatMap(({ code }, at) => (best[at] === 0 ? [[code, positions[at]]] : []))
      const before = bestBut(rubric, Object.fromEntries(lower))
      const { code = '', options = [] } = rubric.criteria[index] ?? {}
      const pointsOf = (position: number | undefined) => options[(position ?? 0) - 1]?.points ?? 0
      for (const { position, points } of options) {
        if (points <= pointsOf(before[code])) continue
        const after = { ...before, [code]: position }
        expect(outcomeOf(rubric, after).stars).toBeGreaterThanOrEqual(outcomeOf(rubric, before).stars)
      }
    }),
    { numRuns: 500 },
  )
})

describe('readiness', () => {
  it('of nothing ranges from one star to five', () => {
    expect(readiness(law, coffee, {})).toMatchObject({
      ok: true,
      value: { pointsSure: 0, pointsPossible: 100, starsFrom: 1, starsTo: 5 },
    })
  })

  it('of water has no sure star while 6.1–6.4 are open, and none at all after a 0 there', () => {
    const zero =
      water.criteria.find(({ code }) => code === '6.1')?.options.find(({ points }) => points === 0)?.position ?? -1
    expect(readiness(law, water, {})).toMatchObject({ value: { starsFrom: 0, starsTo: 5 } })
    expect(readiness(law, water, { '6.1': zero })).toMatchObject({ value: { starsFrom: 0, starsTo: 0, next: null } })
    expect(readiness(law, water, bestBut(water))).toMatchObject({ value: { starsFrom: 5, starsTo: 5 } })
  })

  it('always holds the star that comes out, however the open criteria are filled', () => {
    const filling = fc.constantFrom(...rubricsOf('26-2026')).chain((rubric) =>
      fc.record({
        rubric: fc.constant(rubric),
        positions: fc.tuple(...rubric.criteria.map(({ options }) => fc.integer({ min: 1, max: options.length }))),
        best: fc.tuple(...rubric.criteria.map(() => fc.integer({ min: 0, max: 9 }))),
        known: fc.tuple(...rubric.criteria.map(() => fc.boolean())),
      }),
    )
    fc.assert(
      fc.property(filling, ({ rubric, positions, best, known }) => {
        // Mostly best options, so that high stars and their gates are met as often as low ones.
        const full = bestBut(
          rubric,
          Object.fromEntries(
            rubric.criteria.flatMap(({ code }, index) => (best[index] === 0 ? [[code, positions[index]]] : [])),
          ),
        )
        const sure = Object.fromEntries(Object.entries(full).filter((_, index) => known[index]))
        const range = readiness(law, rubric, sure)
        if (!range.ok) throw new Error(range.refusal.code)
        const { stars, total } = outcomeOf(rubric, full)
        expect(stars).toBeGreaterThanOrEqual(range.value.starsFrom)
        expect(stars).toBeLessThanOrEqual(range.value.starsTo)
        expect(total).toBeGreaterThanOrEqual(range.value.pointsSure)
        expect(total).toBeLessThanOrEqual(range.value.pointsPossible)
      }),
      { numRuns: 500 },
    )
  })
})
