import { readFileSync } from 'node:fs'
import { showMoney } from '../kernel/money.ts'
import { showCount, showHundredths } from '../kernel/number.ts'
import { renderPdf } from '../platform/pdf.ts'
import { writtenParts } from './model.ts'
import type { CostLine, Plan, PlanVersion } from './model.ts'
import { figuresOf, warningsOf } from './rules.ts'
import { breakEvenWords, monthName } from './views-figures.tsx'
import { askWords, guidanceNote, partWords, warningWords } from './words.ts'

const source = readFileSync(new URL('./print/plan.typ', import.meta.url), 'utf8')

/** One version as PDF/A; guidance of the programme, for the text in force gives no form. */
export function printPlan(plan: Plan, { content, number, sentOn }: PlanVersion): Promise<Uint8Array> {
  const figures = figuresOf(content)
  const { marginShare, payback } = figures
  const costs = (lines: readonly CostLine[]) => lines.map(({ label, amount }) => [label, showCount(amount)])
  return renderPdf(source, {
    maker: plan.maker,
    title: plan.title,
    place: (plan.communeName ?? '').replace(/^(Xã|Phường|Đặc khu)\s/, ''),
    on: sentOn,
    draft: sentOn === null,
    number,
    note: guidanceNote,
    written: writtenParts.flatMap((part) =>
      content.written[part] ? [[partWords[part].label, content.written[part]]] : [],
    ),
    unit: content.unit,
    unitCosts: costs(content.unitCosts),
    fixedCosts: costs(content.fixedCosts),
    investments: content.investments.map(({ label, amount, month }) => [
      `${label} (tháng ${month})`,
      showCount(amount),
    ]),
    facts: [
      ['Giá bán một đơn vị', showMoney(content.price)],
      ['Chi phí một đơn vị', showMoney(figures.unitCost)],
      [
        'Còn lại mỗi đơn vị',
        `${showMoney(figures.margin)}${marginShare === null ? '' : ` (${showHundredths(marginShare)}%)`}`,
      ],
      ['Chi phí cố định mỗi tháng', showMoney(figures.fixed)],
      ['Hòa vốn', breakEvenWords(figures, content.unit)],
      ['Doanh thu 12 tháng', showMoney(figures.revenue)],
      ['Lãi 12 tháng, chưa trừ mua sắm', showMoney(figures.profit)],
      ['Mua sắm một lần', showMoney(figures.invested)],
      ...(payback === null ? [] : [['Thu hồi vốn mua sắm', `${showCount(payback)} tháng`]]),
    ],
    warnings: warningsOf(content, figures).map((warning) => warningWords[warning]),
    own: showMoney(content.ownMoney),
    months: figures.months.map(({ month, units, received, lent, spent, invested, repaid, closing }) => [
      monthName(content.firstMonth, month),
      ...[units, received + lent, spent, invested, repaid, closing].map(showCount),
    ]),
    asks: content.asks.map(({ kind, what, amount }) => [askWords[kind], what, showCount(amount)]),
  })
}
