import { showDate } from '../kernel/civil-date.ts'
import { Radios } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { CalendarDay, Round } from './model.ts'
import { holidaysOf } from './working-days.ts'
import { levelWords } from './words.ts'

interface RoundsProps {
  readonly rounds: readonly Round[]
  readonly mayOpen: boolean
  readonly proposals: readonly { number: number; proposeBy: string; doneBy: string }[]
  readonly year: number
  readonly trouble: Trouble | undefined
}

export function RoundsView({ rounds, mayOpen, proposals, year, trouble }: RoundsProps) {
  return (
    <div class="stack">
      <h1>Đợt đánh giá</h1>
      {rounds.length === 0 ? (
        <Empty title="Chưa có đợt nào" icon="calendar">
          <p>Mỗi năm ít nhất hai đợt (26/2026 Điều 7.5).</p>
        </Empty>
      ) : (
        <Table
          caption="Các đợt, mới nhất trước"
          rows={rounds}
          columns={[
            { head: 'Đợt', cell: ({ number, year: of }) => `Đợt ${number}/${of}`, names: true },
            { head: 'Cấp', cell: ({ level }) => levelWords[level] },
            { head: 'Nhận đề nghị trước', cell: ({ proposeBy }) => <Day date={proposeBy} /> },
            { head: 'Xong trước', cell: ({ doneBy }) => <Day date={doneBy} /> },
          ]}
        />
      )}
      {mayOpen ? (
        <Panel title="Mở đợt">
          {proposals.length > 0 ? (
            <p class="small">
              Mốc tối thiểu theo 26/2026 năm {year}:{' '}
              {proposals
                .map(({ number, proposeBy, doneBy }) => `đợt ${number}: ${showDate(proposeBy)} và ${showDate(doneBy)}`)
                .join('; ')}
              .
            </p>
          ) : null}
          <Form action={paths.programme.rounds()} trouble={trouble}>
            <Field name="year" label="Năm" kind="count" value={String(year)} short trouble={trouble} />
            <Field name="number" label="Đợt số" kind="count" short trouble={trouble} />
            <Field name="proposeBy" label="Nhận đề nghị trước ngày" kind="date" trouble={trouble} />
            <Field name="doneBy" label="Đánh giá xong trước ngày" kind="date" trouble={trouble} />
            <Submit>Mở đợt</Submit>
          </Form>
        </Panel>
      ) : null}
    </div>
  )
}

interface CalendarProps {
  readonly days: readonly CalendarDay[]
  readonly year: number
  readonly trouble: Trouble | undefined
}

export function CalendarView({ days, year, trouble }: CalendarProps) {
  return (
    <div class="stack">
      <h1>Lịch làm việc</h1>
      <p>Thứ Bảy, Chủ nhật và ngày lễ theo luật tự được tính. Ở đây chỉ ghi ngày nghỉ thêm hoặc làm bù.</p>
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
