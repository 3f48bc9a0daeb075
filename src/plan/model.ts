import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { optionalText, requiredText, typedCount } from '../platform/input.ts'

/** The parts that are written; the rest is counted. */
export const writtenParts = ['product', 'material', 'technology', 'labour', 'market', 'channels', 'risks'] as const
export type WrittenPart = (typeof writtenParts)[number]

/** What a plan asks of the State or the community, in the words of provincial resolutions. */
export const askKinds = [
  'machinery',
  'packaging',
  'trademark',
  'testing',
  'training',
  'promotion',
  'credit',
  'other',
] as const
export type AskKind = (typeof askKinds)[number]

/** One named amount: of one unit, of one month, or spent once. */
export interface CostLine {
  readonly label: string
  readonly amount: Dong
}

/** Bought once, in one of the twelve months. */
export interface Investment extends CostLine {
  readonly month: number
}

export interface SupportAsk {
  readonly kind: AskKind
  readonly what: string
  readonly amount: Dong
}

export const planMonths = 12

/** A plan of twelve months as its maker typed it; every figure is counted anew from here. */
export interface PlanContent {
  readonly written: Readonly<Record<WrittenPart, string>>
  /** `hũ 500 g`: what is counted and sold. */
  readonly unit: string
  readonly price: Dong
  readonly unitCosts: readonly CostLine[]
  readonly fixedCosts: readonly CostLine[]
  readonly investments: readonly Investment[]
  /** `2027-01`. */
  readonly firstMonth: string
  /** Made and sold in each of the months. */
  readonly units: readonly number[]
  /** Months until a buyer pays. */
  readonly paidAfter: number
  readonly ownMoney: Dong
  readonly loan: Dong
  /** Interest and principal of each month from the second on. */
  readonly repay: Dong
  readonly asks: readonly SupportAsk[]
}

export const planStates = ['draft', 'sent', 'revise', 'agreed'] as const
export type PlanState = (typeof planStates)[number]

export interface Plan {
  readonly id: string
  readonly title: string
  readonly accountId: string | null
  readonly producerId: string | null
  readonly productId: string | null
  readonly ideaId: string | null
  readonly communeToday: string | null
  readonly provinceToday: string | null
  readonly communeName: string | null
  /** The producer, or the person who has none yet. */
  readonly maker: string
  readonly state: PlanState
  /** The newest version. */
  readonly number: number
  readonly content: PlanContent
  readonly savedAt: Instant
  /** The day on which it was first sent; null while it is its maker's alone. */
  readonly firstSentOn: CivilDate | null
  readonly sample: boolean
}

export interface PlanVersion {
  readonly number: number
  readonly content: PlanContent
  readonly savedAt: Instant
  readonly sentOn: CivilDate | null
  readonly outcome: 'agree' | 'revise' | null
  readonly remark: string | null
  readonly remarkedOn: CivilDate | null
}

/** Rows of the form: `costLabel[0]`, `costAmount[0]` … */
export const costRows = 6
export const otherRows = 5

const cells = z.record(z.string(), z.string()).default({})
const money = typedCount(1_000_000_000_000)

const Fields = z.object({
  title: requiredText(150, 'Hãy đặt tên cho phương án, ví dụ Mứt dâu rừng năm 2027.'),
  ...(Object.fromEntries(writtenParts.map((part) => [part, optionalText(3_000)])) as Record<
    WrittenPart,
    ReturnType<typeof optionalText>
  >),
  unit: optionalText(60),
  price: typedCount(1_000_000_000).optional(),
  firstMonth: optionalText(7),
  units: cells,
  paidAfter: z.coerce.number().int().min(0).max(3).default(0),
  ownMoney: money.optional(),
  loan: money.optional(),
  repay: money.optional(),
  costLabel: cells,
  costAmount: cells,
  fixedLabel: cells,
  fixedAmount: cells,
  investLabel: cells,
  investAmount: cells,
  investMonth: cells,
  askKind: cells,
  askWhat: cells,
  askAmount: cells,
})

type Typed = z.output<typeof Fields>

function count(issue: z.RefinementCtx, path: [string, string], typed: string | undefined, max: number): number {
  const value = Number((typed ?? '').replaceAll(/[.\s]|đồng|đ$/g, ''))
  if (typed !== undefined && Number.isInteger(value) && value >= 0 && value <= max) return value
  const message =
    typed === undefined
      ? 'Hãy ghi số tiền của dòng này.'
      : `Hãy ghi một số nguyên từ 0 đến ${max.toLocaleString('vi-VN')}.`
  issue.addIssue({ code: 'custom', path, message })
  return 0
}

/** The rows that say something; a half-filled one says at its box what is missing. */
function linesOf(typed: Typed, issue: z.RefinementCtx, name: 'cost' | 'fixed' | 'invest' | 'ask') {
  const labels = name === 'ask' ? typed.askWhat : typed[`${name}Label`]
  const amounts = typed[`${name}Amount`]
  return Array.from({ length: costRows }, (_, row) => String(row))
    .filter((row) => labels[row] !== undefined || amounts[row] !== undefined)
    .map((row) => {
      const label = labels[row]
      const labelBox = name === 'ask' ? 'askWhat' : `${name}Label`
      if (label === undefined || label.length > 120) {
        const message = label === undefined ? 'Hãy ghi tên của dòng này.' : 'Tối đa 120 ký tự.'
        issue.addIssue({ code: 'custom', path: [labelBox, row], message })
      }
      return { row, label: label ?? '', amount: count(issue, [`${name}Amount`, row], amounts[row], 1_000_000_000_000) }
    })
}

function monthOf(typed: string | undefined, issue: z.RefinementCtx): string {
  if (typed === undefined) return ''
  const [, month = '', year = ''] = /^(\d{1,2})\/(20\d\d)$/.exec(typed) ?? []
  if (Number(month) >= 1 && Number(month) <= 12) return `${year}-${month.padStart(2, '0')}`
  issue.addIssue({ code: 'custom', path: ['firstMonth'], message: 'Hãy ghi tháng/năm, ví dụ 1/2027.' })
  return ''
}

export const PlanInput = Fields.transform((typed, issue): { title: string; content: PlanContent } => {
  const investments = linesOf(typed, issue, 'invest').map(({ row, label, amount }) => {
    const month = count(issue, ['investMonth', row], typed.investMonth[row] ?? '1', planMonths)
    if (month === 0) issue.addIssue({ code: 'custom', path: ['investMonth', row], message: 'Từ tháng 1 đến tháng 12.' })
    return { label, amount, month }
  })
  const asks = linesOf(typed, issue, 'ask').map(({ row, label: what, amount }) => ({
    kind: askKinds.find((kind) => kind === typed.askKind[row]) ?? ('other' as const),
    what,
    amount,
  }))
  const bare = ({ label, amount }: CostLine) => ({ label, amount })
  return {
    title: typed.title,
    content: {
      written: Object.fromEntries(writtenParts.map((part) => [part, typed[part] ?? ''])) as PlanContent['written'],
      unit: typed.unit ?? '',
      price: typed.price ?? 0,
      unitCosts: linesOf(typed, issue, 'cost').map(bare),
      fixedCosts: linesOf(typed, issue, 'fixed').map(bare),
      investments,
      firstMonth: monthOf(typed.firstMonth, issue),
      units: Array.from({ length: planMonths }, (_, month) =>
        typed.units[String(month)] === undefined
          ? 0
          : count(issue, ['units', String(month)], typed.units[String(month)], 1_000_000),
      ),
      paidAfter: typed.paidAfter,
      ownMoney: typed.ownMoney ?? 0,
      loan: typed.loan ?? 0,
      repay: typed.repay ?? 0,
      asks,
    },
  }
})
export type PlanInput = z.output<typeof PlanInput>

export const BeginPlanInput = z.object({
  title: requiredText(150, 'Hãy đặt tên cho phương án, ví dụ Mứt dâu rừng năm 2027.'),
  idea: optionalText(60),
  product: optionalText(60),
  producer: optionalText(60),
})
export type BeginPlanInput = z.output<typeof BeginPlanInput>

export const RemarkInput = z.object({
  outcome: z.enum(['agree', 'revise'], { error: 'Hãy chọn kết luận.' }),
  body: requiredText(3_000, 'Hãy ghi nhận xét để người lập biết làm gì tiếp.'),
})
export type RemarkInput = z.output<typeof RemarkInput>
