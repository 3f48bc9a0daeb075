import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planMonths, writtenParts } from './model.ts'
import type { PlanContent } from './model.ts'
import { faultsOf, figuresOf, judgeSize, planCan, warningsOf } from './rules.ts'

/** Jam: 40.000 đồng a jar, 24.000 to make, 3.000.000 a month whatever is sold. */
const jam: PlanContent = {
  written: {
    product: 'Mứt dâu',
    material: 'Dâu rừng',
    technology: '',
    labour: '',
    market: 'Khách',
    channels: '',
    risks: '',
  },
  unit: 'hũ',
  price: 40_000,
  unitCosts: [
    { label: 'Dâu', amount: 15_000 },
    { label: 'Hũ, nhãn', amount: 9_000 },
  ],
  fixedCosts: [{ label: 'Điện, thuê', amount: 3_000_000 }],
  investments: [{ label: 'Nồi nấu', amount: 12_000_000, month: 1 }],
  firstMonth: '2027-01',
  units: Array.from({ length: planMonths }, () => 300),
  paidAfter: 0,
  ownMoney: 20_000_000,
  loan: 0,
  repay: 0,
  asks: [],
}

const dong = (max: number) => fc.integer({ min: 0, max })
const line = fc.record({ label: fc.constant('x'), amount: dong(5_000_000) })
const anyPlan: fc.Arbitrary<PlanContent> = fc.record({
  written: fc.constant(jam.written),
  unit: fc.constant('hũ'),
  price: dong(2_000_000),
  unitCosts: fc.array(line, { maxLength: 4 }),
  fixedCosts: fc.array(line, { maxLength: 4 }),
  investments: fc.array(
    fc.record({ label: fc.constant('x'), amount: dong(90_000_000), month: fc.integer({ min: 1, max: 12 }) }),
    { maxLength: 4 },
  ),
  firstMonth: fc.constant('2027-03'),
  units: fc.array(dong(10_000), { minLength: planMonths, maxLength: planMonths }),
  paidAfter: fc.integer({ min: 0, max: 3 }),
  ownMoney: dong(500_000_000),
  loan: dong(500_000_000),
  repay: dong(20_000_000),
  asks: fc.constant([]),
})

describe('the arithmetic, by hand', () => {
  test('cost, margin, break-even, profit, payback', () => {
    expect(figuresOf(jam)).toMatchObject({
      unitCost: 24_000,
      margin: 16_000,
      marginShare: 4_000,
      // 3.000.000 / 16.000 = 187,5
      breakEven: 188,
      units: 3_600,
      revenue: 144_000_000,
      unitCosts: 86_400_000,
      profit: 21_600_000,
      // 12.000.000 / 1.800.000 a month = 6,67
      payback: 7,
      shortIn: null,
      receivable: 0,
    })
    expect(warningsOf(jam, figuresOf(jam))).toEqual([])
  })

  test('a buyer who pays after two months empties the purse that cash would have filled', () => {
    const late = { ...jam, paidAfter: 2 }
    const { months, shortIn, receivable } = figuresOf(late)
    expect(months.slice(0, 3).map(({ closing }) => closing)).toEqual([-2_200_000, -12_400_000, -10_600_000])
    expect([shortIn, receivable]).toEqual([1, 24_000_000])
    expect(warningsOf(late, figuresOf(late))).toContain('runs-short')
  })

  test('a month that ends at nothing is not short; one đồng less is', () => {
    const exact = { ...jam, units: jam.units.map(() => 0), fixedCosts: [], ownMoney: 12_000_000 }
    expect(figuresOf(exact).shortIn).toBeNull()
    expect(figuresOf({ ...exact, ownMoney: 11_999_999 })).toMatchObject({ shortIn: 1, lowest: -1 })
  })

  test('a price at cost earns nothing and has no break-even; one đồng above it has', () => {
    expect(figuresOf({ ...jam, price: 24_000 })).toMatchObject({ margin: 0, breakEven: null })
    expect(warningsOf({ ...jam, price: 24_000 }, figuresOf({ ...jam, price: 24_000 }))).toContain('loses-by-unit')
    expect(figuresOf({ ...jam, price: 24_001 }).breakEven).toBe(3_000_000)
  })
})

describe('what holds for every plan', () => {
  test('money is neither made nor lost: the last balance is the first with all that came and went', () => {
    fc.assert(
      fc.property(anyPlan, (content) => {
        const { months, revenue, receivable, invested, unitCosts, fixed } = figuresOf(content)
        const repaid = content.repay * (planMonths - 1)
        const left = content.ownMoney + content.loan + (revenue - receivable) - unitCosts - planMonths * fixed
        expect(months.at(-1)?.closing).toBe(left - invested - repaid)
        expect(months.every(({ closing }) => Number.isSafeInteger(closing))).toBe(true)
      }),
    )
  })

  test('break-even is the fewest units that lose nothing', () => {
    fc.assert(
      fc.property(anyPlan, (content) => {
        const { breakEven, margin, fixed } = figuresOf(content)
        if (breakEven === null) {
          expect(margin).toBeLessThanOrEqual(0)
          return
        }
        expect(breakEven * margin).toBeGreaterThanOrEqual(fixed)
        if (breakEven > 0) expect((breakEven - 1) * margin).toBeLessThan(fixed)
      }),
    )
  })

  test('a dearer cost never leaves more at the end, and a later buyer never pays earlier', () => {
    fc.assert(
      fc.property(anyPlan, dong(1_000_000), (content, more) => {
        const dearer = { ...content, unitCosts: [...content.unitCosts, { label: 'thêm', amount: more }] }
        const closings = (plan: PlanContent) => figuresOf(plan).months.map(({ closing }) => closing)
        const [before, after] = [closings(content), closings(dearer)]
        expect(after.every((closing, month) => closing <= (before[month] ?? 0))).toBe(true)
        const later = closings({ ...content, paidAfter: 3 })
        expect(later.every((closing, month) => closing <= (before[month] ?? 0))).toBe(true)
      }),
    )
  })

  test('it runs short exactly when some balance is below nothing', () => {
    fc.assert(
      fc.property(anyPlan, (content) => {
        const { shortIn, lowest } = figuresOf(content)
        expect(shortIn !== null).toBe(lowest < 0)
      }),
    )
  })
})

describe('what may be sent', () => {
  test('a whole plan may; everything that is missing is said at once', () => {
    expect(faultsOf(jam)).toEqual([])
    const empty = { ...jam, written: Object.fromEntries(writtenParts.map((part) => [part, ''])) as typeof jam.written }
    const bare = { ...empty, unit: '', price: 0, unitCosts: [], firstMonth: '', units: jam.units.map(() => 0) }
    expect(faultsOf(bare).map(({ field }) => field)).toEqual([
      'product',
      'material',
      'market',
      'unit',
      'price',
      'costLabel[0]',
      'firstMonth',
      'units[0]',
    ])
  })

  test('sums of a year stay exact: a thousand billion a month is the edge', () => {
    const huge = { ...jam, price: 1_000_000_000, fixedCosts: [], units: [1_000, ...jam.units.slice(1).map(() => 0)] }
    expect(judgeSize(huge).ok).toBe(true)
    expect(judgeSize({ ...huge, fixedCosts: [{ label: 'x', amount: 1 }] }).ok).toBe(false)
  })

  test('who waits for the commune writes nothing; the commune remarks only on what was sent', () => {
    expect((['draft', 'sent', 'revise', 'agreed'] as const).map((state) => planCan('write', state))).toEqual([
      true,
      false,
      true,
      true,
    ])
    expect((['draft', 'sent', 'revise', 'agreed'] as const).filter((state) => planCan('remark', state))).toEqual([
      'sent',
    ])
  })
})
