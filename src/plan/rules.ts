import type { Dong } from '../kernel/money.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { CostLine, PlanContent, PlanState, WrittenPart } from './model.ts'
import { planMonths } from './model.ts'

/** One month of money: what comes in, what goes out, what is left. */
export interface CashMonth {
  /** From 1. */
  readonly month: number
  readonly units: number
  readonly received: Dong
  readonly spent: Dong
  readonly invested: Dong
  readonly lent: Dong
  readonly repaid: Dong
  readonly closing: Dong
}

/** Everything that follows from a plan; whole đồng, nothing rounded but where it is said. */
export interface Figures {
  readonly unitCost: Dong
  readonly margin: Dong
  /** Hundredths of a percent of the price, rounded down; null without a price. */
  readonly marginShare: number | null
  readonly fixed: Dong
  readonly invested: Dong
  /** Units a month from which nothing is lost; null while a unit earns nothing. */
  readonly breakEven: number | null
  readonly units: number
  readonly revenue: Dong
  readonly unitCosts: Dong
  /** Of the twelve months, before what was bought once. */
  readonly profit: Dong
  /** Months until the profit has paid what was bought once, rounded up; null without profit. */
  readonly payback: number | null
  readonly months: readonly CashMonth[]
  /** Sold and not yet paid for at the end. */
  readonly receivable: Dong
  /** The first month that ends below nothing; null when none does. */
  readonly shortIn: number | null
  readonly lowest: Dong
  readonly asked: Dong
}

const sum = (lines: readonly Pick<CostLine, 'amount'>[]) => lines.reduce((all, { amount }) => all + amount, 0)

export function figuresOf(content: PlanContent): Figures {
  const { price, units: sold, paidAfter } = content
  const unitCost = sum(content.unitCosts)
  const margin = price - unitCost
  const fixed = sum(content.fixedCosts)
  const invested = sum(content.investments)
  const units = sold.reduce((all, one) => all + one, 0)
  const profit = units * margin - planMonths * fixed
  const months = cashOf(content, unitCost, fixed)
  const closings = months.map(({ closing }) => closing)
  const late = sold.slice(planMonths - paidAfter).reduce((all, one) => all + one, 0)
  return {
    unitCost,
    margin,
    marginShare: price === 0 ? null : Math.floor((margin * 10_000) / price),
    fixed,
    invested,
    breakEven: margin > 0 ? Math.ceil(fixed / margin) : null,
    units,
    revenue: units * price,
    unitCosts: units * unitCost,
    profit,
    payback: profit > 0 && invested > 0 ? Math.ceil((invested * planMonths) / profit) : null,
    months,
    receivable: paidAfter === 0 ? 0 : late * price,
    shortIn: months.find(({ closing }) => closing < 0)?.month ?? null,
    lowest: Math.min(...closings),
    asked: sum(content.asks),
  }
}

/** What is hoped for from others is not counted: a plan must stand before anybody helps. */
function cashOf(content: PlanContent, unitCost: Dong, fixed: Dong): CashMonth[] {
  const { price, paidAfter, ownMoney, loan, repay } = content
  let closing = ownMoney
  return Array.from({ length: planMonths }, (_, index) => {
    const units = content.units[index] ?? 0
    const received = price * (content.units[index - paidAfter] ?? 0)
    const spent = units * unitCost + fixed
    const invested = sum(content.investments.filter(({ month }) => month === index + 1))
    const lent = index === 0 ? loan : 0
    const repaid = index === 0 ? 0 : repay
    closing += received + lent - spent - invested - repaid
    return { month: index + 1, units, received, spent, invested, lent, repaid, closing }
  })
}

export type Warning = 'loses-by-unit' | 'below-break-even' | 'runs-short' | 'no-profit' | 'owes-more-than-lent'

/** What a reader of the figures should see first; a plan with warnings may still be sent, for the commune to help with. */
export function warningsOf(content: PlanContent, figures: Figures): Warning[] {
  const { margin, breakEven, units, shortIn, profit } = figures
  const warnings: (Warning | false)[] = [
    content.price > 0 && margin <= 0 && 'loses-by-unit',
    breakEven !== null && units > 0 && units < breakEven * planMonths && 'below-break-even',
    shortIn !== null && 'runs-short',
    units > 0 && profit <= 0 && 'no-profit',
    content.loan === 0 && content.repay > 0 && 'owes-more-than-lent',
  ]
  return warnings.filter((warning) => warning !== false)
}

/** Sums of a year must stay exact: beyond a thousand billion đồng a month it is not a plan of an OCOP producer. */
export function judgeSize({ price, units, unitCosts, fixedCosts }: PlanContent) {
  const most = Math.max(...units, 0)
  const month = most * Math.max(price, sum(unitCosts)) + sum(fixedCosts)
  return month > 1_000_000_000_000 ? refuse('plan/too-large', { field: 'price' }) : allow(null)
}

export type SendFault =
  | 'plan/part-missing'
  | 'plan/unit-missing'
  | 'plan/price-missing'
  | 'plan/costs-missing'
  | 'plan/month-missing'
  | 'plan/units-missing'

const asked: readonly WrittenPart[] = ['product', 'material', 'market']

/** What is still to be written before the commune can read it, all at once. */
export function faultsOf(content: PlanContent) {
  const { written, unit, price, unitCosts, firstMonth, units } = content
  const faults: ({ code: SendFault; field: string } | false)[] = [
    ...asked.map((field) => written[field] === '' && { code: 'plan/part-missing' as const, field }),
    unit === '' && { code: 'plan/unit-missing', field: 'unit' },
    price === 0 && { code: 'plan/price-missing', field: 'price' },
    unitCosts.length === 0 && { code: 'plan/costs-missing', field: 'costLabel[0]' },
    firstMonth === '' && { code: 'plan/month-missing', field: 'firstMonth' },
    units.every((one) => one === 0) && { code: 'plan/units-missing', field: 'units[0]' },
  ]
  return faults.filter((fault) => fault !== false)
}

const openIn: Readonly<Record<'write' | 'send' | 'remark', readonly PlanState[]>> = {
  // A plan that was agreed may be planned anew: the next year has other figures.
  write: ['draft', 'revise', 'agreed'],
  send: ['draft'],
  remark: ['sent'],
}

export function planCan(act: keyof typeof openIn, state: PlanState): boolean {
  return openIn[act].includes(state)
}

export function judgeAct(act: keyof typeof openIn, state: PlanState) {
  return planCan(act, state) ? allow(null) : refuse('plan/not-now', { overtaken: true })
}
