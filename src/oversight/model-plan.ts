import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, typedCount } from '../platform/input.ts'

/** Why somebody has more tickets than one; the points of each stand in rules-choice.ts. */
export const risks = [
  'band-edge',
  'lenient-council',
  'papers-ending',
  'misuse-reported',
  'silent-year',
  'never-inspected',
  'found-before',
] as const
export type Risk = (typeof risks)[number]

/** What is known of a certificate in force on the day a plan is opened. */
export interface RiskFacts {
  readonly certificateNumber: string
  readonly productName: string
  readonly producerName: string
  readonly stars: number
  readonly text: string
  readonly meanHundredths: number | null
  /** How much the deciding unit's mean stands above that of all units under the same text; null without points. */
  readonly lenience: number | null
  readonly papersEnding: number
  readonly misuseReports: number
  readonly reportedLastYear: boolean
  readonly inspected: boolean
  readonly findings: number
}

export interface RiskReason {
  readonly risk: Risk
  readonly points: number
}

/** One line of the frozen list: `weight` tickets in the draw. */
export interface DrawCandidate {
  readonly certificateNumber: string
  readonly weight: number
}

export interface ShownCandidate extends DrawCandidate {
  readonly productName: string
  readonly producerName: string
  readonly stars: number
  readonly reasons: readonly RiskReason[]
  /** Set by the draw, for the chosen alone. */
  readonly rank: number | null
  readonly ticket: string | null
  readonly inspectionId: string | null
  readonly inspectionNumber: string | null
}

export interface Drawn {
  readonly certificateNumber: string
  readonly rank: number
  /** The smallest of its tickets, as 64 hexadecimal digits. */
  readonly ticket: string
}

export interface InspectionPlan {
  readonly id: string
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly year: number
  readonly title: string
  readonly document: string
  readonly size: number
  readonly seedNumber: string | null
  readonly seedSource: string | null
  readonly openedAt: Instant
  readonly candidates: number
  readonly seed: string | null
  readonly batchNumber: number | null
  readonly drawnAt: Instant | null
  readonly sample: boolean
}

export const InspectionPlanInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị.'),
  year: typedCount(2100, 'Hãy ghi năm của kế hoạch.'),
  title: requiredText(200, 'Hãy đặt tên kế hoạch.'),
  document: requiredText(120, 'Hãy ghi số, ký hiệu văn bản của kế hoạch.'),
  size: typedCount(500, 'Hãy ghi số cuộc kiểm tra.'),
  seedNumber: optionalText(80),
  seedSource: optionalText(300),
})
export type InspectionPlanInput = z.output<typeof InspectionPlanInput>
