import { describe, expect, it, test } from 'vitest'
import type { Refusal } from '../kernel/refusal.ts'
import type { PlanState, TargetInput } from './model.ts'
import {
  isOver,
  judgeBudgetYear,
  judgeMeasure,
  judgeParent,
  judgeParts,
  judgePlan,
  judgeTarget,
  judgeTask,
  judgeVerdict,
  planCan,
} from './rules.ts'
import type { Climb } from './rules.ts'

const code = (judged: { ok: true } | { ok: false; refusal: Refusal }) => (judged.ok ? 'ok' : judged.refusal.code)
const at = { unit: '23473', province: '51' }

describe('a plan', () => {
  test.each<[string, Parameters<typeof judgePlan>, string]>([
    ['of one year', [{ kind: 'plan', fromYear: 2027, toYear: 2027 }, undefined, at], 'ok'],
    ['of two years', [{ kind: 'plan', fromYear: 2026, toYear: 2027 }, undefined, at], 'scheme/plan-is-one-year'],
    ['backwards', [{ kind: 'scheme', fromYear: 2027, toYear: 2026 }, undefined, at], 'scheme/years-reversed'],
    ['of its province', [{ kind: 'plan', fromYear: 2027, toYear: 2027 }, { unit: '51', state: 'approved' }, at], 'ok'],
    ['of the country', [{ kind: 'plan', fromYear: 2027, toYear: 2027 }, { unit: 'VN', state: 'expected' }, at], 'ok'],
    [
      'of another province',
      [{ kind: 'plan', fromYear: 2027, toYear: 2027 }, { unit: '66', state: 'approved' }, at],
      'scheme/no-such-parent',
    ],
    [
      'under a draft',
      [{ kind: 'plan', fromYear: 2027, toYear: 2027 }, { unit: '51', state: 'draft' }, at],
      'scheme/no-such-parent',
    ],
  ])('%s', (_, given, expected) => expect(code(judgePlan(...given))).toBe(expected))

  it('is written as a draft only, and signed only after it was submitted', () => {
    const states: PlanState[] = ['draft', 'submitted', 'approved', 'ended', 'expected']
    expect(states.filter((state) => planCan('write', state))).toEqual(['draft'])
    expect(states.filter((state) => planCan('approve', state))).toEqual(['submitted'])
    expect(states.filter((state) => planCan('give-task', state))).toEqual(['draft', 'approved'])
  })

  it('is over when its last year is, unless somebody ended it', () => {
    const over = (state: PlanState, toYear: number) => isOver({ state, toYear }, '2026-01-01')
    expect([over('approved', 2025), over('approved', 2026), over('ended', 2025)]).toEqual([true, false, false])
  })

  it('holds money of its own years only', () => {
    const years = { fromYear: 2026, toYear: 2030 }
    expect([2025, 2026, 2030, 2031].map((year) => code(judgeBudgetYear(year, years)))).toEqual([
      'scheme/year-outside',
      'ok',
      'ok',
      'scheme/year-outside',
    ])
  })
})

describe('a target', () => {
  const target: TargetInput = {
    title: 'Sản phẩm',
    definition: 'Còn hiệu lực',
    figure: 'san-pham-con-hieu-luc',
    parts: [],
    measure: 'sản phẩm',
    goal: 40,
    goalUnknown: false,
    dueOn: '2026-12-31',
  }
  test.each<[string, Partial<TargetInput>, string]>([
    ['with a goal', {}, 'ok'],
    ['without one', { goal: undefined }, 'scheme/goal-needed'],
    ['with an unknown one', { goal: undefined, goalUnknown: true }, 'ok'],
    ['with both', { goalUnknown: true }, 'scheme/goal-known-and-unknown'],
    ['with a base of no day', { base: 3 }, 'scheme/base-needs-day'],
    ['with a day of no base', { baseOn: '2025-12-31' }, 'scheme/base-needs-number'],
    ['due yesterday', { dueOn: '2026-11-23' }, 'scheme/due-in-past'],
    ['due today', { dueOn: '2026-11-24' }, 'ok'],
    ['from a base of its last day', { base: 3, baseOn: '2026-12-31' }, 'scheme/base-after-due'],
  ])('%s', (_, change, expected) => expect(code(judgeTarget({ ...target, ...change }, '2026-11-24'))).toBe(expected))

  it('counts a part by stars or by kind, never by both, and only of a figure', () => {
    expect(judgeParts(['kind:company', 'kind:cooperative'], 'x')).toMatchObject({
      value: { by: 'kind', keys: ['company', 'cooperative'] },
    })
    expect(code(judgeParts(['kind:company', 'stars:4'], 'x'))).toBe('scheme/mixed-parts')
    expect(code(judgeParts(['province:51'], 'x'))).toBe('scheme/mixed-parts')
    expect(code(judgeParts(['stars:4'], undefined))).toBe('scheme/parts-of-no-figure')
    expect(code(judgeParts([], undefined))).toBe('ok')
  })

  const counted = { figure: 'san-pham-con-hieu-luc', partBy: null, partKeys: [], measure: 'sản phẩm' } as const
  const climb = (change: Partial<Climb> = {}, parent: Partial<NonNullable<Climb['parent']>> = {}): Climb => ({
    parent: { ...counted, id: 'b', title: 'B', planId: 'p2', unit: '51', state: 'approved', ...parent },
    chain: [{ id: 'b', title: 'B' }],
    planId: 'p1',
    at,
    ...change,
  })
  const mine = { ...counted, id: 'a' }

  it('adds to one above that counts the same thing', () => {
    expect(code(judgeParent(mine, climb()))).toBe('ok')
    expect(code(judgeParent(mine, climb({}, { figure: 'xa-co-san-pham' })))).toBe('scheme/counts-another-thing')
    expect(code(judgeParent(mine, climb({}, { partBy: 'stars', partKeys: ['4'] })))).toBe('scheme/counts-another-thing')
    expect(code(judgeParent(mine, climb({}, { measure: 'SP' })))).toBe('ok')
    expect(code(judgeParent({ ...mine, figure: null }, climb({}, { figure: null, measure: 'SP' })))).toBe(
      'scheme/counts-another-thing',
    )
  })

  it('does not add to drafts of others, nor to other provinces', () => {
    expect(code(judgeParent(mine, climb({}, { state: 'draft' })))).toBe('scheme/no-such-target')
    expect(code(judgeParent(mine, climb({}, { state: 'draft', planId: 'p1' })))).toBe('ok')
    expect(code(judgeParent(mine, climb({}, { unit: '66' })))).toBe('scheme/no-such-target')
    expect(code(judgeParent(mine, climb({ parent: undefined })))).toBe('scheme/no-such-target')
  })

  it('never adds to itself, through however many others, and the circle is named', () => {
    const chain = [
      { id: 'b', title: 'B' },
      { id: 'c', title: 'C' },
      { id: 'a', title: 'A' },
    ]
    expect(judgeParent(mine, climb({ chain }))).toMatchObject({
      refusal: { code: 'scheme/circular-target', facts: { way: 'B → C → A' } },
    })
    expect(code(judgeParent(mine, climb({ chain: [{ id: 'a', title: 'A' }] }, { id: 'a' })))).toBe(
      'scheme/circular-target',
    )
    expect(code(judgeParent({ ...mine, id: undefined }, climb({ chain })))).toBe('ok')
  })

  it('is told by hand only where no figure counts it', () => {
    const today = '2026-11-24'
    expect(code(judgeMeasure({ figure: 'xa-co-san-pham' }, { onDate: today, today }))).toBe('scheme/measured-by-figure')
    expect(code(judgeMeasure({ figure: null }, { onDate: '2026-11-25', today }))).toBe('scheme/measured-in-future')
    expect(code(judgeMeasure({ figure: null }, { onDate: today, today }))).toBe('ok')
  })
})

describe('a task', () => {
  const given = { dueOn: '2026-12-01', today: '2026-11-24', known: ['51', '23473'] }
  it('goes to the own unit and those right below, and to somebody', () => {
    expect(code(judgeTask({ ...given, units: ['23473', '51'] }))).toBe('ok')
    expect(code(judgeTask({ ...given, units: ['23473', '24280'] }))).toBe('scheme/not-below')
    expect(code(judgeTask({ ...given, units: [] }))).toBe('scheme/nobody-asked')
    expect(code(judgeTask({ ...given, units: ['51'], dueOn: '2026-11-23' }))).toBe('scheme/due-in-past')
  })

  it('is answered once, on the last report, and never sent back without a word', () => {
    const reported = { state: 'reported' } as const
    expect(code(judgeVerdict(reported, 2, { number: 1, accepted: true, said: undefined }))).toBe(
      'scheme/nothing-to-answer',
    )
    expect(code(judgeVerdict({ state: 'accepted' }, 2, { number: 2, accepted: true, said: undefined }))).toBe(
      'scheme/nothing-to-answer',
    )
    expect(code(judgeVerdict(reported, 2, { number: 2, accepted: false, said: undefined }))).toBe(
      'scheme/say-what-is-missing',
    )
    expect(code(judgeVerdict(reported, 2, { number: 2, accepted: true, said: undefined }))).toBe('ok')
  })
})
