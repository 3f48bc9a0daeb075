import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Context } from '../platform/context.ts'
import type { ProducerKind } from '../producer/model.ts'
import { optionalText, requiredText, ticked, typedDate } from '../platform/input.ts'

/** One line of a published list, as the source wrote it; empty cells are absent. */
export interface ListRow {
  /** Line of the file, the header is 1. */
  readonly line: number
  readonly product?: string | undefined
  readonly subject?: string | undefined
  readonly commune?: string | undefined
  readonly district?: string | undefined
  readonly province?: string | undefined
  readonly stars?: string | undefined
  readonly prevStars?: string | undefined
  readonly score?: string | undefined
  readonly event?: string | undefined
  readonly decisionNo?: string | undefined
  readonly decisionDate?: string | undefined
  readonly year?: string | undefined
  readonly sourceUrl?: string | undefined
  readonly note?: string | undefined
  /** Columns we do not know, kept as they came. */
  readonly extra: Readonly<Record<string, string>>
}

export type Outcome = 'accepted' | 'needs-person' | 'refused'

/** What a source leaves out that a recognition stands without: shown as unknown until an officer finds it. */
export type Gap = 'subject' | 'commune'

export interface RowReport {
  readonly line: number
  readonly outcome: Outcome
  readonly reason: string
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly productId: string | null
  /** Of an accepted row. */
  readonly gaps: readonly Gap[]
}

export interface ImportReport {
  readonly rows: readonly RowReport[]
  readonly counts: Readonly<Record<Outcome, number>>
}

/** Who looked at a row, when, what they gave and where they found it. */
export interface Settlement {
  readonly by: string
  readonly at: Instant
  readonly source: string
  readonly given: Readonly<Record<string, string>>
}

/** A row in the hands of a person: not entered, or entered with gaps. */
export interface WaitingRow extends RowReport {
  readonly key: string
  readonly content: ListRow
  readonly settled: Settlement | null
}

export const SettleInput = z.object({
  subject: optionalText(200),
  commune: z
    .string()
    .regex(/^\d{5}$/, { error: 'Hãy chọn một đơn vị trong danh sách.' })
    .optional(),
  decisionNo: optionalText(60),
  decisionDate: typedDate.optional(),
  stars: z.enum(['3', '4', '5'], { error: 'Hạng sao là 3, 4 hoặc 5.' }).optional(),
  sameDecision: ticked,
  source: requiredText(500, 'Hãy ghi phần bổ sung lấy từ đâu.'),
})
export type SettleInput = z.output<typeof SettleInput>

export const SetAsideInput = z.object({ reason: requiredText(500, 'Hãy ghi vì sao không nhập dòng này.') })

export const RemovalInput = z.object({
  certificate: requiredText(60, 'Hãy chọn công nhận mà dòng này chấm dứt.'),
  kind: z.enum(['revoked', 'expiry-recorded'], { error: 'Hãy chọn vì sao chấm dứt.' }),
  decisionNo: optionalText(60),
  decisionDate: typedDate.optional(),
  source: requiredText(500, 'Hãy ghi việc này lấy từ đâu.'),
})
export type RemovalInput = z.output<typeof RemovalInput>

/** A recognition that a row of removal may mean. */
export interface Candidate {
  readonly number: string
  readonly productId: string
  readonly productName: string
  readonly producerName: string
  readonly stars: number
  readonly level: 'district' | 'province' | 'ministry'
  readonly unitCode: UnitCode
  /** Which of today's provinces holds the unit that decided. */
  readonly todayUnit: UnitCode
  readonly decisionNumber: string
  readonly decidedOn: CivilDate | null
  readonly issuedOn: CivilDate
  readonly expiresOn: CivilDate
}

export const reportFormats = ['xlsx', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A product as a report of the administration asks for it, as of a day. */
export interface ReportedProduct {
  readonly productId: string
  readonly productCode: string | null
  readonly productName: string
  readonly groupText: string
  readonly groupNo: string
  readonly stars: number
  readonly inForce: boolean
  readonly endKind: string | null
  readonly lastDay: CivilDate
  readonly producerName: string
  readonly kind: ProducerKind
  readonly address: string | null
  readonly representativeName: string | null
  /** The commune of today, or the province where it is unknown. */
  readonly unitCode: UnitCode | null
  readonly communeName: string | null
  readonly provinceName: string | null
  /** Up to that day, the earliest first. */
  readonly recognitions: readonly {
    readonly stars: number
    readonly decidedOn: CivilDate | null
    readonly decisionNumber: string
    readonly authority: string
  }[]
}

/** A table that the administration asks for: its columns, and what a row of it is. */
export interface ReportForm {
  readonly id: string
  readonly title: string
  readonly definition: string
  readonly columns: readonly string[]
  readonly row: (
    product: ReportedProduct,
    where: { readonly at: CivilDate; readonly index: number },
  ) => readonly (string | number | null)[]
}

/** What the star and its term rest on: with one of these missing there is no recognition to enter. */
export interface SoundRecognition {
  readonly product: string
  /** Null when the source names nobody. */
  readonly subject: string | null
  readonly stars: 3 | 4 | 5
  readonly decisionNo: string
  readonly decidedOn: CivilDate
  readonly meanHundredths: number | null
  readonly sourceUrl: string | null
}

/** Where a row's product belongs, to the level its source tells. */
export interface Site {
  /** A commune of today, or the district or province as it was. */
  readonly unit: UnitCode
  readonly on: CivilDate
  readonly isCommune: boolean
}

export const datasetFormats = ['csv', 'json'] as const
export type DatasetFormat = (typeof datasetFormats)[number]

export interface DatasetColumn {
  readonly name: string
  /** What it means, in Vietnamese. */
  readonly title: string
  readonly datatype: 'string' | 'date' | 'integer' | 'boolean'
}

/** A row of a set, by the names of its columns as the code writes them. */
export type OpenRow = Readonly<Record<string, unknown>>

/** A set of open data: what it holds, its columns, and its rows of the day, one after another. */
export interface Dataset {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly columns: readonly DatasetColumn[]
  readonly rows: (ctx: Context) => AsyncGenerator<OpenRow>
  /** What is computed of a row. */
  readonly shape?: (row: OpenRow, ctx: Context) => OpenRow
}
