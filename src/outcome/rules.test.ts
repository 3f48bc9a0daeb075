import { describe, expect, it, test } from 'vitest'
import type { Refusal } from '../kernel/refusal.ts'
import type { ReportInput, Term } from './model.ts'
import { dueOn, judgeReport, judgeTerm, judgeYear, knownFor, termFor, usualTerm } from './rules.ts'

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
  const told: ReportInput = {
    labourTotal: 10,
    labourLocal: 10,
    closedChain: false,
    environmentCare: false,
    cultureKept: false,
  }
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
      environmentCare: true,
      cultureKept: null,
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
      environmentCare: true,
    })
    expect(knownFor(2025, [], register)).toEqual({ from: 'register', ...register })
    expect(knownFor(2025, [], { labourTotal: null, labourLocal: null })).toEqual({ from: 'nothing' })
  })
})
