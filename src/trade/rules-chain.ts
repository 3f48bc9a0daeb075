import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { AreaInput, ChainBuyer, ExportRecord, LocalMedian, MaterialArea, StarMonth } from './model-chain.ts'
import type { Ask, Holding } from './model.ts'

/** Both ends held: material under contract, and a buyer who has received goods. */
export function isClosed(areas: readonly MaterialArea[], buyers: readonly ChainBuyer[], today: CivilDate): boolean {
  const standing = areas.some(({ contract, toDate }) => contract && (toDate === null || toDate > today))
  return standing && buyers.some(({ received }) => received > 0)
}

export function judgeArea({ fromDate }: Pick<AreaInput, 'fromDate'>, today: CivilDate) {
  return fromDate > today ? refuse('trade/day-to-come', { field: 'fromDate' }) : allow(fromDate)
}

/** A gift of an office carries a star in force: that is what it shows. */
export function judgeGift(stars: number) {
  return stars === 0 ? refuse('trade/gift-needs-star', { field: 'product' }) : allow(stars)
}

/**
 * What buyers abroad usually ask first. No law sets this list; it is the default of this system, and the market decides.
 * Papers count while they are in force.
 */
export const exportPapers = [
  'business-registration',
  'quality-declaration',
  'test-result',
  'quality-management',
  'material-origin',
  'gtin',
] as const satisfies readonly Ask[]

export const exportWords = ['hsCode', 'englishName', 'englishSummary', 'markets', 'englishLabel'] as const
export type ExportPoint = (typeof exportPapers)[number] | (typeof exportWords)[number] | 'star'

export function exportPoints(
  record: ExportRecord | undefined,
  { papers, stars }: Holding,
): readonly { readonly point: ExportPoint; readonly met: boolean }[] {
  const held = new Set<Ask>(papers.map(({ kind }) => kind))
  return [
    { point: 'star', met: stars >= 3 },
    ...exportPapers.map((point) => ({ point, met: held.has(point) })),
    ...exportWords.map((point) => ({ point, met: Boolean(record?.[point]) })),
  ]
}

export function isExportReady(record: ExportRecord, holding: Holding): boolean {
  return exportPoints(record, holding).every(({ met }) => met)
}

export interface StarSum {
  readonly cost: number
  readonly starredSales: number
  readonly otherSales: number
  /** Absent without starred sales. */
  readonly costPerThousand: number | null
  readonly starredPercent: number | null
}

export function sumOf(months: readonly StarMonth[]): StarSum {
  const cost = months.reduce((sum, month) => sum + month.cost, 0)
  const starredSales = months.reduce((sum, month) => sum + month.starredSales + month.received, 0)
  const otherSales = months.reduce((sum, month) => sum + month.otherSales, 0)
  const all = starredSales + otherSales
  return {
    cost,
    starredSales,
    otherSales,
    costPerThousand: starredSales === 0 ? null : Math.round((cost * 1_000) / starredSales),
    starredPercent: all === 0 ? null : Math.round((starredSales * 100) / all),
  }
}

/** Fewer others than this and a median would tell of one of them. */
export const leastPeers = 5

export function shownMedian(median: LocalMedian): LocalMedian | undefined {
  return median.producers >= leastPeers ? median : undefined
}

/** The first day of the month that many months before. */
export function monthsBack(today: CivilDate, back: number): CivilDate {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

export function judgeMonth(month: CivilDate, today: CivilDate) {
  if (month > today) return refuse('trade/month-to-come', { field: 'month' })
  return month < monthsBack(today, 35) ? refuse('trade/month-too-old', { field: 'month' }) : allow(month)
}
