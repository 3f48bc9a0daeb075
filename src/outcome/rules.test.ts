import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Refusal } from '../kernel/refusal.ts'
import type { OutcomeSum, ReportInput, Term } from './model.ts'
import { protectedColumns } from './model.ts'
import { dueOn, judgeReport, judgeTerm, judgeYear, knownFor, protect, termFor, usualTerm } from './rules.ts'

const code = (judged: { ok: true } | { ok: false; refusal: Refusal }) => (judged.ok ? 'ok' : judged.refusal.code)

describe('the term', () => {
  const term = (unitCode: string, fromYear: number, dueDay: number): Term => ({
    unitCode,
    fromYear,
    dueMonth: 2,
    dueDay,
    smallestCell: 3,
    basis: 'mẫu',
  })
  it('is ours until a unit sets one; the province wins over the country, the latest year over earlier ones', () => {
    expect(termFor([], 2025, '66')).toEqual(usualTerm)
    const all = [term('VN', 2024, 1), term('VN', 2025, 2), term('66', 2026, 3)]
    expect(termFor(all, 2025, '66')).toMatchObject({ dueDay: 2 })
    expect(termFor(all, 2026, '66')).toMatchObject({ dueDay: 3 })
    expect(termFor(all, 2026, '51')).toMatchObject({ dueDay: 2 })
    expect(termFor(all, 2023, '51')).toEqual(usualTerm)
  })
  test.each([
    [2025, 1, 31, '2026-01-31'],
    [2025, 2, 30, '2026-02-28'],
    [2027, 2, 30, '2028-02-29'],
    [2025, 12, 31, '2026-12-31'],
  ])('for %i on day %i/%i', (year, dueMonth, dueDay, expected) => {
    expect(dueOn(year, { dueMonth, dueDay })).toBe(expected)
  })
  it('names a day that exists', () => {
    expect(code(judgeTerm({ dueMonth: 4, dueDay: 31 }))).toBe('outcome/no-such-day')
    expect(code(judgeTerm({ dueMonth: 2, dueDay: 29 }))).toBe('ok')
  })
})

describe('a report', () => {
  const told: ReportInput = { labourTotal: 10, labourLocal: 10, closedChain: false }
  test.each<[string, Partial<ReportInput>, boolean, string]>([
    ['all of them local', {}, true, 'ok'],
    ['one more than all', { labourFemale: 11 }, true, 'outcome/more-than-all'],
    ['income of nobody', { labourTotal: 0, labourLocal: 0, monthlyIncome: 1 }, true, 'outcome/income-of-nobody'],
    ['by an officer who does not say who told', {}, false, 'outcome/who-told'],
    ['by an officer', { toldFor: 'Qua điện thoại' }, false, 'ok'],
  ])('%s', (_, change, own, expected) => expect(code(judgeReport({ ...told, ...change }, own))).toBe(expected))

  it('is of a year that is over', () => {
    expect([2017, 2018, 2025, 2026].map((year) => code(judgeYear(year, '2026-11-24')))).toEqual([
      'outcome/no-such-year',
      'ok',
      'ok',
      'outcome/year-not-over',
    ])
  })

  it('begins with what is known: itself, the last one without its money, the register, nothing', () => {
    const report = (year: number) => ({
      year,
      revenue: 5,
      labourTotal: year,
      labourLocal: null,
      labourFemale: 1,
      labourMinority: 1,
      monthlyIncome: 7,
      closedChain: true,
      materialSquareMetres: 3,
      materialHouseholds: 2,
      note: 'x',
    })
    const register = { labourTotal: 4, labourLocal: 3 }
    expect(knownFor(2025, [report(2024), report(2025)], register)).toMatchObject({ from: 'this-year', revenue: 5 })
    expect(knownFor(2025, [report(2023), report(2024), report(2026)], register)).toMatchObject({
      from: 'last-report',
      labourTotal: 2024,
      revenue: null,
      monthlyIncome: null,
      note: null,
      closedChain: true,
    })
    expect(knownFor(2025, [], register)).toEqual({ from: 'register', ...register })
    expect(knownFor(2025, [], { labourTotal: null, labourLocal: null })).toEqual({ from: 'nothing' })
  })
})

describe('small cells', () => {
  const sum = (key: string, reported: number, labourFemale = 50, labourTotal = 100): OutcomeSum => ({
    key,
    owing: reported,
    reported,
    revenue: reported * 10,
    labourTotal,
    labourLocal: 60,
    labourFemale,
    labourMinority: 50,
    closedChain: 0,
    materialSquareMetres: 0,
  })
  const added = (sums: readonly OutcomeSum[]): OutcomeSum =>
    sums.reduce(
      (all, one) => ({
        ...all,
        reported: all.reported + one.reported,
        ...Object.fromEntries(protectedColumns.map((column) => [column, all[column] + one[column]])),
      }),
      { ...sum('', 0), revenue: 0, labourTotal: 0, labourLocal: 0, labourFemale: 0, labourMinority: 0 },
    )
  const revenues = (sums: readonly OutcomeSum[]) => protect(sums, added(sums), 5).sums.map(({ revenue }) => revenue)

  it('stand on the edge: four are hidden, five are not', () => {
    expect(revenues([sum('a', 4), sum('b', 3), sum('c', 5)])).toEqual([null, null, 50])
    expect(revenues([sum('a', 5), sum('b', 6)])).toEqual([50, 60])
  })
  it('of one part takes the next smallest with it', () => {
    expect(revenues([sum('a', 4), sum('b', 9), sum('c', 7)])).toEqual([null, 90, null])
  })
  it('of two that told once each go with a third: their neighbour would read one from the other', () => {
    expect(revenues([sum('a', 1), sum('b', 1), sum('c', 6), sum('d', 9)])).toEqual([null, null, null, 90])
  })
  it('of few women are hidden though many reported', () => {
    const sums = [sum('a', 9, 4), sum('b', 9, 60), sum('c', 9, 70)]
    const shown = protect(sums, added(sums), 5).sums
    expect(shown.map(({ labourFemale }) => labourFemale)).toEqual([null, null, 70])
    expect(shown.map(({ labourTotal }) => labourTotal)).toEqual([100, 100, 100])
  })
  it('hide the total of a place where too few told', () => {
    expect(protect([sum('a', 4)], sum('', 4), 5).total.revenue).toBeNull()
  })
  it('never leave a single hole that a subtraction fills', () => {
    const sums = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
      minLength: 2,
      maxLength: 8,
    })
    fc.assert(
      fc.property(sums, (given) => {
        const all = given.map(([reported, women], index) => sum(String(index), reported, reported === 0 ? 0 : women))
        const shown = protect(all, added(all), 5).sums
        for (const column of protectedColumns) {
          const holes = shown.filter((one) => one[column] === null).length
          const told = all.filter(({ reported }) => reported > 0).length
          if (told > 1) expect(holes).not.toBe(1)
          const behind = all.filter((_, index) => shown[index]?.[column] === null)
          const hiddenProducers = behind.reduce((count, { reported }) => count + reported, 0)
          if (holes > 0 && holes < told) expect(hiddenProducers).toBeGreaterThanOrEqual(5)
        }
      }),
    )
  })
})
