import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { optionalText, requiredText, ticked, typedCount } from '../platform/input.ts'
import type { ProducerKind } from '../producer/model.ts'

/** What a year was like for a producer. What it does not know it leaves empty; nothing is guessed. */
export interface YearFacts {
  readonly revenue: Dong | null
  readonly labourTotal: number
  readonly labourLocal: number | null
  readonly labourFemale: number | null
  readonly labourMinority: number | null
  /** Average of one worker in one month. */
  readonly monthlyIncome: Dong | null
  readonly closedChain: boolean
  /** Null in a report of before it was asked. */
  readonly environmentCare: boolean | null
  readonly cultureKept: boolean | null
  readonly materialSquareMetres: number | null
  readonly materialHouseholds: number | null
  readonly note: string | null
}

export interface YearReport extends YearFacts {
  readonly id: string
  readonly producerId: string
  readonly year: number
  readonly version: number
  readonly communeCode: UnitCode
  readonly communeOn: CivilDate
  readonly toldFor: string | null
  readonly sample: boolean
}

/** One telling of a year, as its producer and officers read it; a later one stands for an earlier. */
export interface ShownReport extends YearReport {
  readonly toldBy: string
  readonly toldAt: Instant
}

/** When reports of a year are due, and the fewest producers whose sum may be shown. */
export interface Term {
  readonly unitCode: UnitCode
  readonly fromYear: number
  readonly dueMonth: number
  readonly dueDay: number
  readonly smallestCell: number
  readonly basis: string | null
}

/** A producer that had a product in term during the year: it owes a report of it. */
export interface Owing {
  readonly producerId: string
  readonly name: string
  readonly kind: ProducerKind
  readonly communeName: string | null
  readonly communeToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly year: number
  readonly reportId: string | null
  readonly toldAt: Instant | null
}

export const splits = ['province', 'commune', 'kind'] as const
export type Split = (typeof splits)[number]

export const protectedColumns = [
  'revenue',
  'labourTotal',
  'labourLocal',
  'labourFemale',
  'labourMinority',
  'monthlyIncome',
] as const
export type ProtectedColumn = (typeof protectedColumns)[number]

/** Sums over producers of one part: each producer once, by its last report of the year. */
export interface OutcomeSum {
  readonly key: string | null
  readonly owing: number
  readonly reported: number
  readonly revenue: number
  readonly labourTotal: number
  readonly labourLocal: number
  readonly labourFemale: number
  readonly labourMinority: number
  readonly closedChain: number
  /** How many told a report that asks for environment and culture: earlier ones did not. */
  readonly careAsked: number
  readonly environmentCare: number
  readonly cultureKept: number
  readonly materialSquareMetres: number
  /** Average of one worker in one month, over those who told it, each by its workers. */
  readonly monthlyIncome: number
  /** How many of them told each number: what they may leave out is no sum of all who reported. */
  readonly told: Readonly<Record<ProtectedColumn, number>>
}

/** One sum of a year: of the country or a place, whole or of one kind of producer. */
export interface SumCell {
  readonly id: string
  readonly sum: OutcomeSum
  /** The larger of what the country and the province set. */
  readonly smallest: number
  /** Whether some page shows it. */
  readonly published: boolean
}

/** A total and the parts that make it up. */
export interface SumTable {
  readonly total: string
  readonly parts: readonly string[]
  /** Its parts stand in no other table. */
  readonly leaf: boolean
}

/** A sum as anybody may read it: null where it would tell of single producers or people. */
export type ShownSum = Omit<OutcomeSum, ProtectedColumn> & Readonly<Record<ProtectedColumn, number | null>>

const most = 1_000_000_000_000
const people = typedCount(1_000_000)

const notHectares = 'Hãy ghi diện tích bằng ha, ví dụ 2,5.'

/** Hectares as people write them (`2,5`), kept as whole square metres. */
const hectares = z.string().transform((text, issue) => {
  const value = /^\d{1,7}([.,]\d{1,4})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN
  if (Number.isFinite(value)) return Math.round(value * 10_000)
  issue.addIssue({ code: 'custom', message: notHectares })
  return z.NEVER
})

export const ReportInput = z.object({
  revenue: typedCount(most).optional(),
  labourTotal: requiredText(12, 'Hãy ghi số lao động, không có thì ghi 0.').pipe(people),
  labourLocal: people.optional(),
  labourFemale: people.optional(),
  labourMinority: people.optional(),
  monthlyIncome: typedCount(1_000_000_000).optional(),
  closedChain: ticked,
  environmentCare: ticked,
  cultureKept: ticked,
  materialHectares: hectares.optional(),
  materialHouseholds: people.optional(),
  note: optionalText(2_000),
  /** An officer writes for the producer: who told it, how. */
  toldFor: optionalText(300),
})
export type ReportInput = z.output<typeof ReportInput>

const number = (from: number, to: number, error: string) =>
  requiredText(4, error)
    .pipe(typedCount(to))
    .refine((value) => value >= from, { error })

export const TermInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị.'),
  fromYear: number(2_018, 2_100, 'Hãy ghi năm, từ 2018.'),
  dueDay: number(1, 31, 'Ngày từ 1 đến 31.'),
  dueMonth: number(1, 12, 'Tháng từ 1 đến 12.'),
  smallestCell: number(2, 100, 'Từ 2 đến 100 chủ thể.'),
  basis: requiredText(300, 'Hãy ghi văn bản nào quy định.'),
})
export type TermInput = z.output<typeof TermInput>
