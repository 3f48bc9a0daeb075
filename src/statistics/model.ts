import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, typedCount, typedDate } from '../platform/input.ts'

export const dimensions = ['stars', 'group', 'kind', 'round', 'year', 'province', 'commune'] as const
export type Dimension = (typeof dimensions)[number]

/** One thing that a figure counts; every part, total and record of the figure comes from the same rows. */
export interface Fact {
  /** What is counted once: a product, a producer, a commune. */
  readonly key: string
  readonly label: string
  readonly href: string | null
  readonly stars: string | null
  readonly group: string | null
  readonly kind: string | null
  readonly round: string | null
  readonly year: string | null
  readonly province: string | null
  readonly commune: string | null
}

export interface Part {
  readonly key: string | null
  readonly label: string
  readonly count: number
}

export interface FigureAnswer {
  readonly value: number
  readonly parts: readonly Part[]
  /** value − sum of parts; negative where subjects stand in several parts. Always shown. */
  readonly remainder: number
}

/** How many products of a commune are in term on a day, and the last day of the last of them. */
export interface CommuneStanding {
  readonly code: string
  readonly name: string
  readonly products: number
  readonly lastDay: CivilDate | null
}

export type Standing = 'met' | 'lapsing' | 'not-met'
/** Which text a commune's criterion is read from on a day. */
export type CriterionBasis = '13.2' | 'not-seen'

/** A goal held against what is: what is left, and how much of the way is done in whole percent. */
export interface Progress {
  readonly actual: number | null
  /** Negative when the goal is passed; null when goal or actual is not known. */
  readonly left: number | null
  readonly percent: number | null
}

/** `VN`, a province, a commune, or a region of statistics.region. */
export interface Place {
  readonly code: string
  readonly name: string
  /** undefined: the whole country. */
  readonly provinces: readonly string[] | undefined
  readonly commune: string | undefined
}

/** What a product lacks for its next star by its last score, in hundredths of a point, and what that star asks besides. */
export interface Lack {
  readonly stars: 4 | 5
  readonly points: number
  readonly gates: readonly { readonly criterion: string; readonly need: number }[]
  /** Text and number of the rubric in force; null when the product stands in no group of it. */
  readonly rubric: readonly [text: string, number: string] | null
}

/** A product in force that could rise. */
export interface Rising {
  readonly productId: string
  readonly slug: string
  readonly name: string
  readonly stars: 3 | 4
  readonly meanHundredths: number
  readonly groupNo: string | null
  readonly lack: Lack
}

export interface Published {
  readonly id: string
  readonly title: string
  readonly placeCode: string
  readonly at: CivilDate
  readonly figure: string
  readonly total: number
  readonly parts: readonly { readonly label: string; readonly count: number }[]
  readonly sourceTitle: string
  readonly sourceUrl: string | null
}

/** Something published was wrong: what was said, what it should have been and why. Only ever added. */
export interface Correction {
  readonly id: string
  readonly publishedId: string
  readonly title: string
  readonly statedOn: CivilDate
  /** Label of the part; null for the total. */
  readonly part: string | null
  readonly said: number
  readonly shouldBe: number
  readonly reason: string
  readonly source: string
  readonly at: Instant
}

/** A set of today's provinces for which figures can be asked, from a day on. */
export interface Region {
  readonly id: string
  readonly name: string
  readonly provinces: readonly string[]
  readonly provinceNames: readonly string[] | null
  readonly validFrom: CivilDate
  readonly validTo: CivilDate | null
  readonly source: string
}

export type PublishedInput = Omit<Published, 'id'>

const mostCounted = 1_000_000

/** `4 sao: 8`, one part a line. */
const typedParts = z.string().transform((text, issue) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.flatMap((line) => {
    const [, label, count] = /^(.{1,100}?)\s*:\s*([\d.]+)\s*$/.exec(line.trim()) ?? []
    const value = Number(count?.replaceAll('.', ''))
    if (label && value <= mostCounted) return [{ label, count: value }]
    issue.addIssue({
      code: 'custom',
      message: `Dòng “${line.slice(0, 60)}” chưa đúng. Hãy ghi: tên, dấu hai chấm, số.`,
    })
    return []
  })
})

export const PublishedForm = z.object({
  title: requiredText(300, 'Hãy ghi câu hoặc tên con số đã công bố.'),
  placeCode: requiredText(80, 'Hãy chọn địa bàn.'),
  at: typedDate,
  figure: requiredText(80, 'Hãy chọn con số của hệ thống để đối chiếu.'),
  total: z.string({ error: 'Hãy ghi tổng đã công bố.' }).pipe(typedCount(mostCounted)),
  parts: typedParts.default([]),
  sourceTitle: requiredText(300, 'Hãy ghi ai công bố, ở đâu, ngày nào.'),
  sourceUrl: z
    .url({ protocol: /^https?$/, error: 'Địa chỉ trang phải bắt đầu bằng https:// hoặc http://.' })
    .nullable()
    .default(null),
})

export const CorrectionInput = z.object({
  part: optionalText(100),
  shouldBe: z.string({ error: 'Hãy ghi con số đúng.' }).pipe(typedCount(mostCounted)),
  reason: requiredText(1_000, 'Hãy ghi vì sao con số đã công bố là sai.'),
  source: requiredText(500, 'Hãy ghi căn cứ của con số đúng.'),
})
export type CorrectionInput = z.output<typeof CorrectionInput>

const chosenProvinces = { error: 'Hãy chọn ít nhất hai tỉnh, thành phố.' }

export const RegionInput = z.object({
  name: requiredText(80, 'Hãy ghi tên vùng.'),
  provinces: z.array(z.string(), chosenProvinces).min(2, chosenProvinces),
  from: typedDate,
  source: requiredText(300, 'Hãy ghi văn bản hoặc lý do lập vùng.'),
})
export type RegionInput = z.output<typeof RegionInput>

export const EndRegionInput = z.object({
  region: requiredText(80, 'Hãy chọn vùng.'),
  on: typedDate,
})
export type EndRegionInput = z.output<typeof EndRegionInput>
