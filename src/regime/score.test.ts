import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { rubricById, rubricsOf } from './law.ts'
import type { Choices, Criterion, Rubric } from './model.ts'
import { mayReachNone, score } from './score.ts'

const coffee = rubricById('26-2026/13') as Rubric
const water = rubricById('26-2026/16') as Rubric
const tourism = rubricById('26-2026/26') as Rubric
const scorable = [...rubricsOf('26-2026'), ...rubricsOf('1048-2019')].filter((rubric) => rubric.scorable)

const anyRubric = fc.constantFrom(...scorable)

/** Some criteria answered, each with one of its own options. */
function choicesFor({ criteria }: Rubric): fc.Arbitrary<Choices> {
  const parts = Object.fromEntries(
    criteria.map(({ code, options }) => [
      code,
      fc.option(fc.integer({ min: 1, max: options.length }), { nil: undefined }),
    ]),
  )
  return fc
    .record(parts)
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, position]) => position !== undefined)) as Choices)
}

const filled = anyRubric.chain((rubric) => choicesFor(rubric).map((choices) => ({ rubric, choices })))

function totalOf(rubric: Rubric, choices: Choices): number {
  const scored = score(rubric, choices)
  if (!scored.ok) throw new Error(scored.refusal.code)
  return scored.value.total
}

const best = ({ criteria }: Rubric, pick: (criterion: Criterion) => number): Choices =>
  Object.fromEntries(criteria.map((criterion) => [criterion.code, pick(criterion)]))

function positionOfMost({ options, max }: Criterion): number {
  return options.find(({ points }) => points === max)?.position ?? 1
}

describe('options to points', () => {
  it('nothing chosen is 0 points in every part', () => {
    expect(score(coffee, {})).toMatchObject({ ok: true, value: { total: 0, parts: { A: 0, B: 0, C: 0 }, stopped: [] } })
  })

  it('counts the option, not its position', () => {
    // 4.1 of coffee is worth 1-2-3-5, so the fourth option gives 5 points to part B.
    expect(score(coffee, { '4.1': 4 })).toMatchObject({ ok: true, value: { total: 5, parts: { A: 0, B: 5, C: 0 } } })
  })

  test.each(scorable.map((rubric) => [rubric.id, rubric] as const))(
    '%s gives 100 when everything is best',
    (_, rubric) => {
      const scored = score(rubric, best(rubric, positionOfMost))
      expect(scored).toMatchObject({ ok: true, value: { total: 100, parts: mapParts(rubric) } })
    },
  )

  function mapParts({ parts }: Rubric) {
    return { A: parts.A.max, B: parts.B.max, C: parts.C.max }
  }

  it('takes one option of whichever case applies', () => {
    // Criterion 8 of tourism: options 1 and 2 for a community, 3 and 4 for a tourist site, 1 or 3 points each.
    expect([1, 2, 3, 4].map((position) => totalOf(tourism, { '8': position }))).toEqual([1, 3, 1, 3])
  })
})

describe('no level reached', () => {
  it('is 0 points where every printed level is worth more', () => {
    expect(score(coffee, { '4.1': 0 })).toMatchObject({ ok: true, value: { total: 0, points: { '4.1': 0 } } })
  })

  test.each(scorable.map((rubric) => [rubric.id, rubric] as const))(
    'of %s: only where 0 is not printed',
    (_, rubric) => {
      for (const criterion of rubric.criteria) {
        expect(score(rubric, { [criterion.code]: 0 }).ok).toBe(mayReachNone(criterion))
      }
      expect(rubric.criteria.map(mayReachNone)).toContain(true)
    },
  )
})

describe('impossible choices name their criterion', () => {
  test.each([-1, 5, 1.5, Number.NaN])('position %s of 4.1, which has four options', (position) => {
    expect(score(coffee, { '1.1': 1, '4.1': position })).toMatchObject({
      ok: false,
      refusal: { code: 'regime/no-such-option', field: 'choices.4.1', facts: { criterion: '4.1', options: 4 } },
    })
  })

  test.each(['99', '', 'constructor', 'toString', '__proto__x'])('criterion “%s”', (criterion) => {
    expect(score(coffee, { [criterion]: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'regime/no-such-criterion', field: `choices.${criterion}` },
    })
  })
})

describe('set 16 stops when one of 6.1–6.4 gets 0', () => {
  const zero = (code: string) =>
    water.criteria.find((one) => one.code === code)?.options.find(({ points }) => points === 0)
  const ground = water.disqualifiers.find(({ kind }) => kind === 'stop')?.id

  test.each(['6.1', '6.2', '6.3', '6.4'])('%s', (code) => {
    expect(score(water, { [code]: zero(code)?.position ?? -1 })).toMatchObject({
      ok: true,
      value: { stopped: [ground] },
    })
  })

  it('but not while nothing is chosen there yet', () => {
    expect(score(water, { '1.1': 1 })).toMatchObject({ ok: true, value: { stopped: [] } })
  })
})

describe('for every rubric and every filling', () => {
  it('the total is the sum of the parts and of the criteria, within 0 and 100', () => {
    fc.assert(
      fc.property(filled, ({ rubric, choices }) => {
        const scored = score(rubric, choices)
        if (!scored.ok) throw new Error(scored.refusal.code)
        const { total, parts, points } = scored.value
        expect(total).toBe(parts.A + parts.B + parts.C)
        expect(total).toBe(Object.values(points).reduce((sum, one) => sum + one, 0))
        expect(Object.keys(points)).toHaveLength(rubric.criteria.length)
        expect(total).toBeGreaterThanOrEqual(0)
        expect(total).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('an option worth as much or more never lowers the total', () => {
    const raised = filled.chain(({ rubric, choices }) =>
      fc.constantFrom(...rubric.criteria).chain((criterion) => {
        const now = criterion.options.find(({ position }) => position === choices[criterion.code])?.points ?? 0
        const higher = criterion.options.filter(({ points }) => points >= now)
        return fc
          .constantFrom(...higher)
          .map(({ position }) => ({ rubric, choices, after: { ...choices, [criterion.code]: position } }))
      }),
    )
    fc.assert(
      fc.property(raised, ({ rubric, choices, after }) => {
        expect(totalOf(rubric, after)).toBeGreaterThanOrEqual(totalOf(rubric, choices))
      }),
    )
  })

  it('scoring another rubric in between changes nothing', () => {
    fc.assert(
      fc.property(filled, filled, (one, other) => {
        const before = score(one.rubric, one.choices)
        score(other.rubric, other.choices)
        expect(score(one.rubric, one.choices)).toEqual(before)
      }),
    )
  })
})
