import { Select } from '../ui/choice.tsx'
import { Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { RunwayMonth } from './store-runway.ts'

interface RunwayProps {
  readonly months: readonly RunwayMonth[]
  readonly scored: number
  readonly sessions: number
  readonly province: string | null
  readonly name: string
  readonly provinces: readonly { readonly code: string; readonly name: string }[]
}

const monthName = (month: string) => `Tháng ${Number(month.slice(5, 7))}/${month.slice(0, 4)}`

export function RunwayView({ months, scored, sessions, province, name, provinces }: RunwayProps) {
  const sum = (of: (month: RunwayMonth) => number) => months.reduce((total, month) => total + of(month), 0)
  const busiest = months.toSorted((left, right) => right.ending - left.ending)[0]
  return (
    <div class="stack">
      <h1>Lịch hết hiệu lực: {name}</h1>
      <p class="lead">
        {sum(({ ending }) => ending)} công nhận hết hiệu lực trong 24 tháng tới
        {busiest && busiest.ending > 0
          ? `, nhiều nhất ${monthName(busiest.month).toLowerCase()}: ${busiest.ending}`
          : ''}
        . Trong 12 tháng qua, Hội đồng chấm {scored} hồ sơ ở {sessions} phiên.
      </p>
      <p>Chủ thể được báo trước 12, 6, 3 và 1 tháng.</p>
      <form method="get" action={paths.recognition.runway()} class="panel filter">
        <Select
          name="tinh"
          label="Nơi"
          value={province ?? 'VN'}
          options={[
            { value: 'VN', label: 'Cả nước' },
            ...provinces.map((one) => ({ value: one.code, label: one.name })),
          ]}
        />
        <Submit kind="secondary">Xem</Submit>
      </form>
      <Table
        caption="Số công nhận hết hiệu lực theo tháng"
        columns={[
          { head: 'Tháng', cell: ({ month }: RunwayMonth) => monthName(month), names: true },
          { head: 'Hết hiệu lực', cell: ({ ending }) => ending, numeric: true },
          { head: 'Đã nộp công nhận lại', cell: ({ renewing }) => renewing, numeric: true },
          { head: 'Chưa nộp', cell: ({ ending, renewing }) => ending - renewing, numeric: true },
        ]}
        rows={months}
        foot={[
          'Cộng',
          sum(({ ending }) => ending),
          sum(({ renewing }) => renewing),
          sum(({ ending, renewing }) => ending - renewing),
        ]}
      />
    </div>
  )
}
