import { country } from '../kernel/actor.ts'
import { Radios } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { CalendarDay } from './model.ts'
import { holidaysOf } from './working-days.ts'

interface CalendarProps {
  readonly days: readonly CalendarDay[]
  readonly ofProvince: boolean
  readonly year: number
  readonly trouble: Trouble | undefined
}

export function CalendarView({ days, ofProvince, year, trouble }: CalendarProps) {
  return (
    <div class="stack">
      <h1>Lịch làm việc</h1>
      <p>Thứ Bảy, Chủ nhật và ngày lễ theo luật tự được tính. Ở đây chỉ ghi ngày nghỉ thêm hoặc làm bù.</p>
      {ofProvince ? <p class="small">Ngày bạn ghi chỉ có hiệu lực trong tỉnh và thắng ngày ghi cho cả nước.</p> : null}
      <Table
        caption={`Ngày lễ năm ${year}`}
        showCaption
        rows={holidaysOf(year)}
        columns={[
          { head: 'Ngày', cell: ([day]) => <Day date={day} />, names: true },
          { head: 'Tên', cell: ([, name]) => name },
        ]}
      />
      <Panel title="Ngày đã ghi thêm">
        {days.length === 0 ? (
          <p class="muted">Chưa ghi ngày nào.</p>
        ) : (
          <Table
            caption="Ngày đã ghi thêm"
            rows={days}
            columns={[
              { head: 'Ngày', cell: ({ day }) => <Day date={day} />, names: true },
              { head: 'Loại', cell: ({ working }) => (working ? 'Làm bù' : 'Nghỉ') },
              { head: 'Phạm vi', cell: ({ unitCode }) => (unitCode === country ? 'Cả nước' : 'Tỉnh') },
              { head: 'Căn cứ', cell: ({ note }) => note },
            ]}
          />
        )}
        <Form action={paths.programme.calendar()} trouble={trouble}>
          <Field name="day" label="Ngày" kind="date" trouble={trouble} />
          <Radios
            name="working"
            label="Loại"
            options={[
              { value: 'nghi', label: 'Nghỉ' },
              { value: 'lam', label: 'Làm bù' },
            ]}
            trouble={trouble}
          />
          <Field name="note" label="Căn cứ" trouble={trouble} />
          <Submit>Ghi ngày</Submit>
        </Form>
      </Panel>
    </div>
  )
}
