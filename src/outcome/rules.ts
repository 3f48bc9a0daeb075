import type { CivilDate } from '../kernel/civil-date.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { ReportInput, Term, TermInput, YearFacts } from './model.ts'

/** No text names a form, a period or a term (regulation, open point 6): ours, shown as such, until a unit sets its own. */
export const usualTerm = { dueMonth: 1, dueDay: 31, smallestCell: 5, basis: null } as const

/** The term for reports of a year: the province's own wins over the country's; of each the latest from on. */
export function termFor(terms: readonly Term[], year: number, province: string): Omit<Term, 'unitCode' | 'fromYear'> {
  const held = terms.filter(({ fromYear }) => fromYear <= year).toSorted((one, other) => other.fromYear - one.fromYear)
  return (
    held.find(({ unitCode }) => unitCode === province) ?? held.find(({ unitCode }) => unitCode === 'VN') ?? usualTerm
  )
}

/** The last day for the report of a year, in the year after; 31/2 is the last of February. */
export function dueOn(year: number, { dueMonth, dueDay }: Pick<Term, 'dueMonth' | 'dueDay'>): CivilDate {
  const last = new Date(Date.UTC(year + 1, dueMonth, 0)).getUTCDate()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year + 1}-${two(dueMonth)}-${two(Math.min(dueDay, last))}`
}

/** The year that is over and asked for now. */
export function yearAsked(today: CivilDate): number {
  return yearOf(today) - 1
}

export function judgeYear(year: number, today: CivilDate) {
  if (!Number.isInteger(year) || year < 2018) return refuse('outcome/no-such-year')
  return year < yearOf(today) ? allow(year) : refuse('outcome/year-not-over', { facts: { year } })
}

const parts = ['labourLocal', 'labourFemale', 'labourMinority'] as const

export function judgeReport(input: ReportInput, own: boolean) {
  for (const part of parts) {
    if ((input[part] ?? 0) > input.labourTotal) {
      return refuse('outcome/more-than-all', { field: part, facts: { total: input.labourTotal } })
    }
  }
  if (input.labourTotal === 0 && (input.monthlyIncome ?? 0) > 0) {
    return refuse('outcome/income-of-nobody', { field: 'monthlyIncome' })
  }
  if (!own && input.toldFor === undefined) return refuse('outcome/who-told', { field: 'toldFor' })
  return allow(null)
}

export function judgeTerm({ dueMonth, dueDay }: Pick<TermInput, 'dueMonth' | 'dueDay'>) {
  const longest = new Date(Date.UTC(2024, dueMonth, 0)).getUTCDate()
  return dueDay <= longest ? allow(null) : refuse('outcome/no-such-day', { field: 'dueDay' })
}

export type Known = Partial<YearFacts> & { readonly from: 'this-year' | 'last-report' | 'register' | 'nothing' }

/** What the form begins with: the report itself when it is told again, else the last one, else the register. */
export function knownFor(
  year: number,
  reports: readonly (YearFacts & { readonly year: number })[],
  register: { readonly labourTotal: number | null; readonly labourLocal: number | null },
): Known {
  const same = reports.find((report) => report.year === year)
  if (same) return { ...same, from: 'this-year' }
  const before = reports.filter((report) => report.year < year).toSorted((one, other) => other.year - one.year)[0]
  // Money and the remark of another year are never this year's.
  if (before) return { ...before, revenue: null, monthlyIncome: null, note: null, from: 'last-report' }
  const { labourTotal, labourLocal } = register
  if (labourTotal === null && labourLocal === null) return { from: 'nothing' }
  return { ...(labourTotal === null ? {} : { labourTotal }), labourLocal, from: 'register' }
}
