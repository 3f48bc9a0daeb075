import { showDate, showMonthDay } from '../kernel/civil-date.ts'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { Term } from './model.ts'

interface TermProps {
  readonly province: string
  readonly term: Term
  readonly trouble: Trouble | undefined
}

/** No law sets this term: the province does, by a document of its own, or the default stands. */
export function TermView({ province, term, trouble }: TermProps) {
  const { intakeFrom, intakeTo } = term
  const season =
    intakeFrom === null || intakeTo === null ? 'Cả năm' : `${showMonthDay(intakeFrom)} đến ${showMonthDay(intakeTo)}`
  return (
    <div class="stack">
      <h1>Thời hạn trả lời ý tưởng</h1>
      <Panel title={province} note="Đang áp dụng">
        <Facts
          facts={[
            ['Xã trả lời trong', `${term.workingDays} ngày làm việc`],
            ['Xã xem trước khi cho hiện trong', `${term.lookDays} ngày làm việc`],
            ['Căn cứ', term.basis ?? 'Mặc định của hệ thống; luật không quy định'],
            ['Áp dụng từ', term.fromDate === null ? '' : showDate(term.fromDate)],
            ['Mùa tiếp nhận', season],
          ]}
        />
      </Panel>
      <Form action={paths.idea.terms()} trouble={trouble} panel label="Quy định mới">
        <h2>Quy định mới của tỉnh</h2>
        <Field
          name="workingDays"
          label="Số ngày làm việc để trả lời"
          kind="count"
          value={term.workingDays}
          trouble={trouble}
        />
        <Field
          name="lookDays"
          label="Số ngày làm việc để xã xem trước khi cho mọi người đọc"
          kind="count"
          value={term.lookDays}
          trouble={trouble}
        />
        <Field name="fromDate" label="Áp dụng từ ngày" kind="date" trouble={trouble} />
        <Field
          name="intakeFrom"
          label="Mùa tiếp nhận, từ"
          hint="Ngày/tháng, ví dụ 1/4. Để trống nếu nhận cả năm. Ngoài mùa vẫn gửi được."
          short
          optional
          trouble={trouble}
        />
        <Field name="intakeTo" label="đến" hint="Ngày/tháng, ví dụ 30/6." short optional trouble={trouble} />
        <Field name="basis" label="Văn bản của tỉnh" hint="Số, ký hiệu, ngày ban hành." trouble={trouble} />
        <div class="row">
          <Submit icon="save">Lưu quy định</Submit>
        </div>
        <p class="small muted">Ý tưởng đã gửi giữ ngày hẹn cũ.</p>
      </Form>
    </div>
  )
}
