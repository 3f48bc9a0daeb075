import { showMoney } from '../kernel/money.ts'
import { showCount, showHundredths } from '../kernel/number.ts'
import { Facts } from '../ui/facts.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { PlanContent } from './model.ts'
import { figuresOf, warningsOf } from './rules.ts'
import type { CashMonth, Figures } from './rules.ts'
import { warningWords } from './words.ts'

/** `2027-01` and the third month → `3/2027`. */
export function monthName(firstMonth: string, month: number): string {
  const [year = 0, first = 1] = firstMonth.split('-').map(Number)
  const index = first - 1 + month - 1
  return firstMonth === '' ? `Tháng ${month}` : `${(index % 12) + 1}/${year + Math.floor(index / 12)}`
}

export function breakEvenWords({ breakEven }: Figures, unit: string): string {
  return breakEven === null
    ? 'Chưa có: một đơn vị bán ra chưa có lãi'
    : `${showCount(breakEven)} ${unit || 'đơn vị'} mỗi tháng`
}

/** The arithmetic, so that nobody has to trust it: each line says from what it follows. */
export function FiguresPanel({ content }: { content: PlanContent }) {
  const figures = figuresOf(content)
  const warnings = warningsOf(content, figures)
  const { marginShare, payback } = figures
  return (
    <Panel title="Số liệu" note="Hệ thống tính từ những gì đã ghi, bằng đồng">
      {warnings.map((warning) => (
        <Notice kind="warning">
          {warningWords[warning]}
          {warning === 'runs-short' && figures.shortIn !== null
            ? ` Sớm nhất ở ${monthName(content.firstMonth, figures.shortIn)}, thiếu nhiều nhất ${showMoney(-figures.lowest)}.`
            : ''}
        </Notice>
      ))}
      <Facts
        facts={[
          ['Giá bán', `${showMoney(content.price)} một ${content.unit || 'đơn vị'}`],
          ['Chi phí một đơn vị', showMoney(figures.unitCost)],
          [
            'Còn lại mỗi đơn vị',
            `${showMoney(figures.margin)}${marginShare === null ? '' : ` (${showHundredths(marginShare)}% giá bán)`}`,
          ],
          ['Chi phí cố định mỗi tháng', showMoney(figures.fixed)],
          ['Hòa vốn từ', breakEvenWords(figures, content.unit)],
          [
            'Bán cả năm',
            `${showCount(figures.units)} ${content.unit || 'đơn vị'}, doanh thu ${showMoney(figures.revenue)}`,
          ],
          ['Lãi cả năm, chưa trừ mua sắm', showMoney(figures.profit)],
          ['Mua sắm một lần', showMoney(figures.invested)],
          ['Thu hồi vốn mua sắm', payback === null ? '' : `sau ${showCount(payback)} tháng`],
          ['Còn phải thu cuối kỳ', figures.receivable === 0 ? '' : showMoney(figures.receivable)],
          [
            'Đề nghị hỗ trợ',
            figures.asked === 0 ? '' : `${showMoney(figures.asked)}, không tính vào tiền của phương án`,
          ],
        ]}
      />
      <h3>Tiền từng tháng</h3>
      <Table
        caption={`Tiền vào, tiền ra 12 tháng, bắt đầu với vốn tự có ${showMoney(content.ownMoney)}`}
        showCaption
        rows={figures.months}
        columns={[
          { head: 'Tháng', names: true, cell: ({ month }) => monthName(content.firstMonth, month) },
          { head: 'Bán', numeric: true, cell: ({ units }) => showCount(units) },
          { head: 'Thu', numeric: true, cell: ({ received, lent }) => showCount(received + lent) },
          { head: 'Chi sản xuất', numeric: true, cell: ({ spent }) => showCount(spent) },
          { head: 'Mua sắm', numeric: true, cell: ({ invested }) => showCount(invested) },
          { head: 'Trả nợ', numeric: true, cell: ({ repaid }) => showCount(repaid) },
          { head: 'Số dư', numeric: true, cell: (month) => <Closing {...month} /> },
        ]}
      />
    </Panel>
  )
}

function Closing({ closing }: CashMonth) {
  return closing < 0 ? <Status state="late">{showCount(closing)}</Status> : <>{showCount(closing)}</>
}
