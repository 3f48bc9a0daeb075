import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { optionalText, requiredText, ticked, typedCount, typedDate, typedMoney } from '../platform/input.ts'

export const planKinds = ['programme', 'scheme', 'plan'] as const
export type PlanKind = (typeof planKinds)[number]

/** `expected`: a programme of the country for which no approving text was seen. */
export const planStates = ['draft', 'submitted', 'approved', 'ended', 'expected'] as const
export type PlanState = (typeof planStates)[number]

export interface Plan {
  readonly id: string
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  readonly kind: PlanKind
  readonly title: string
  readonly fromYear: number
  readonly toYear: number
  readonly parentId: string | null
  readonly sample: boolean
}

/** A plan with whose it is today and how far it came. */
export interface ShownPlan extends Plan {
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly parentTitle: string | null
  readonly source: string | null
  readonly sourceUrl: string | null
  readonly state: PlanState
  readonly document: string | null
  readonly approvedOn: CivilDate | null
  /** Why it was returned or ended. */
  readonly lastSaid: string | null
  readonly steps: number
}

export const partDimensions = ['stars', 'kind'] as const
export type PartDimension = (typeof partDimensions)[number]

/** Figures of the programme that a target may aim at; a test holds them to the catalogue of figures. */
export const aimedFigures = [
  'san-pham-con-hieu-luc',
  'san-pham-tung-duoc-cong-nhan',
  'chu-the-co-san-pham-con-hieu-luc',
  'xa-co-san-pham',
] as const
export type AimedFigure = (typeof aimedFigures)[number]

export interface Target {
  readonly id: string
  readonly planId: string
  readonly parentId: string | null
  readonly title: string
  readonly definition: string
  readonly figure: AimedFigure | null
  readonly partBy: PartDimension | null
  readonly partKeys: readonly string[]
  readonly measure: string
  readonly base: number | null
  readonly baseOn: CivilDate | null
  /** null: not known. */
  readonly goal: number | null
  readonly dueOn: CivilDate
  readonly source: string | null
}

/** A target of another unit, or of the same plan, that adds to one. */
export interface Contribution {
  readonly id: string
  readonly title: string
  readonly planId: string
  readonly planTitle: string
  readonly unitName: string | null
  readonly goal: number | null
  readonly dueOn: CivilDate
}

/** What the targets below a target sum to, so that a sum that does not fit is seen. */
export interface Below {
  readonly parentId: string
  readonly targets: number
  readonly sum: number
  /** Targets below without a goal. */
  readonly unknown: number
}

export interface ShownTarget extends Target {
  readonly parentTitle: string | null
  readonly parentPlanId: string | null
  readonly parentUnitName: string | null
}

export interface Measurement {
  readonly targetId: string
  readonly onDate: CivilDate
  readonly value: number
  readonly basis: string
}

export const moneySources = ['local-budget', 'target-programme', 'credit', 'other'] as const
export type MoneySource = (typeof moneySources)[number]

export interface BudgetLine {
  readonly id: string
  readonly planId: string
  readonly sourceKind: MoneySource
  readonly year: number
  readonly amount: Dong
  readonly purpose: string
}

export interface PlanTask {
  readonly id: string
  readonly planId: string
  readonly targetId: string | null
  readonly title: string
  readonly asks: string
  readonly dueOn: CivilDate
}

/** A task with how many were given it, told of it and are done with it. */
export interface ShownTask extends PlanTask {
  readonly given: number
  readonly told: number
  readonly accepted: number
  readonly waiting: number
}

export const assignmentStates = ['given', 'doing', 'blocked', 'reported', 'accepted', 'returned'] as const
export type AssignmentState = (typeof assignmentStates)[number]

/** One unit's share of a task. */
export interface Assignment {
  readonly id: string
  readonly taskId: string
  readonly planId: string
  readonly title: string
  readonly asks: string
  readonly dueOn: CivilDate
  readonly unitCode: UnitCode
  readonly unitName: string | null
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly state: AssignmentState
  readonly lastToldAt: Instant | null
  readonly planState: PlanState
}

export const progresses = ['doing', 'blocked', 'done'] as const
export type Progress = (typeof progresses)[number]

/** What a unit told of its share, and what was answered. */
export interface TaskReport {
  readonly number: number
  readonly progress: Progress
  readonly said: string
  readonly value: number | null
  readonly toldBy: string
  readonly toldAt: Instant
  readonly accepted: boolean | null
  readonly answer: string | null
}

const year = requiredText(4, 'Hãy ghi năm.')
  .pipe(typedCount(2_100))
  .refine((value) => value >= 2_018, {
    error: 'Năm từ 2018.',
  })

export const PlanInput = z.object({
  unit: requiredText(5, 'Hãy chọn đơn vị.'),
  kind: z.enum(['scheme', 'plan'], { error: 'Hãy chọn đề án hay kế hoạch năm.' }),
  title: requiredText(200, 'Hãy đặt tên, ví dụ Kế hoạch OCOP năm 2027.'),
  fromYear: year,
  toYear: year,
  parent: optionalText(60),
})
export type PlanInput = z.output<typeof PlanInput>

const many = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(60)).max(400),
)

export const TargetInput = z.object({
  title: requiredText(200, 'Hãy đặt tên chỉ tiêu.'),
  definition: requiredText(1_000, 'Hãy ghi đếm gì, không đếm gì.'),
  figure: z.enum(aimedFigures, { error: 'Hãy chọn con số trong danh sách.' }).optional(),
  /** `stars:4`, `kind:cooperative`. */
  parts: many,
  measure: requiredText(40, 'Hãy ghi đơn vị tính, ví dụ sản phẩm.'),
  base: typedCount(1_000_000_000_000).optional(),
  baseOn: typedDate.optional(),
  goal: typedCount(1_000_000_000_000).optional(),
  goalUnknown: ticked,
  dueOn: typedDate,
  parent: optionalText(60),
})
export type TargetInput = z.output<typeof TargetInput>

export const BudgetInput = z.object({
  sourceKind: z.enum(moneySources, { error: 'Hãy chọn nguồn.' }),
  year,
  amount: typedMoney,
  purpose: requiredText(200, 'Hãy ghi dùng vào việc gì.'),
})
export type BudgetInput = z.output<typeof BudgetInput>

export const TaskInput = z.object({
  task: requiredText(200, 'Hãy đặt tên việc.'),
  asks: requiredText(2_000, 'Hãy ghi đơn vị được giao phải làm gì và báo cáo gì.'),
  taskDue: typedDate,
  target: optionalText(60),
  everyone: ticked,
  units: many,
})
export type TaskInput = z.output<typeof TaskInput>

export const ApproveInput = z.object({
  document: requiredText(120, 'Hãy ghi số, ký hiệu văn bản phê duyệt.'),
  on: typedDate,
})
export type ApproveInput = z.output<typeof ApproveInput>

export const ReasonInput = z.object({ reason: requiredText(1_000, 'Hãy ghi lý do.') })

export const MeasureInput = z.object({
  onDate: typedDate,
  value: requiredText(20, 'Hãy ghi kết quả.').pipe(typedCount(1_000_000_000_000)),
  basis: requiredText(500, 'Hãy ghi lấy kết quả từ đâu.'),
})
export type MeasureInput = z.output<typeof MeasureInput>

export const ReportInput = z.object({
  progress: z.enum(progresses, { error: 'Hãy chọn: đang làm, vướng mắc hay đã xong.' }),
  said: requiredText(4_000, 'Hãy ghi đã làm được gì, còn gì.'),
  value: typedCount(1_000_000_000_000).optional(),
})
export type ReportInput = z.output<typeof ReportInput>

export const VerdictInput = z.object({
  number: z.coerce.number().int().positive(),
  accepted: z.enum(['co', 'khong'], { error: 'Hãy chọn nhận kết quả hay yêu cầu làm tiếp.' }),
  said: optionalText(1_000),
})
export type VerdictInput = z.output<typeof VerdictInput>
