import { z } from 'zod'
import type { CivilDate } from '../kernel/civil-date.ts'

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

export const PublishedInput = z.object({
  title: z.string().min(1),
  placeCode: z.string().min(2),
  at: z.iso.date(),
  figure: z.string().min(1),
  total: z.number().int().nonnegative(),
  parts: z.array(z.object({ label: z.string().min(1), count: z.number().int().nonnegative() })),
  sourceTitle: z.string().min(1),
  sourceUrl: z.url().nullable(),
})
export type PublishedInput = z.output<typeof PublishedInput>
