import type { CivilDate } from '../kernel/civil-date.ts'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { UnitSelect } from '../ui/unit-select.tsx'
import type { ComplaintTerm } from './model-complaint.ts'
import { usualTerm } from './model-complaint.ts'

interface TermProps {
  readonly units: readonly { readonly code: string; readonly name: string }[]
  readonly terms: readonly ComplaintTerm[]
  readonly today: CivilDate
  readonly trouble?: Trouble | undefined
}

/** What holds, with where it comes from; what was applied stays, a new day begins new terms. */
export function ComplaintTermView({ units, terms, today, trouble }: TermProps) {
  return (
    <div class="stack">
      <h1>Thời hạn khiếu nại</h1>
      <Table
        caption="Thời hạn đang có"
        rows={[...terms, usualTerm]}
        columns={[
          { head: 'Căn cứ', names: true, cell: ({ basis }) => basis },
          {
            head: 'Đơn vị',
            cell: ({ unitCode }) => units.find(({ code }) => code === unitCode)?.name ?? 'Mọi nơi chưa đặt',
          },
          {
            head: 'Từ ngày',
            cell: ({ unitCode, fromDate }) => (unitCode === '' ? 'Khi chưa đặt' : <Day date={fromDate} />),
          },
          { head: 'Gửi trong', cell: ({ fileDays }) => `${fileDays} ngày` },
          { head: 'Thụ lý trong', cell: ({ receiveDays }) => `${receiveDays} ngày làm việc` },
          { head: 'Trả lời trong', cell: ({ answerDays }) => `${answerDays} ngày` },
        ]}
      />
      <Form action={paths.oversight.complaintTerms()} trouble={trouble} panel label="Đặt thời hạn khiếu nại">
        <UnitSelect units={units} trouble={trouble} />
        <Field name="fromDate" label="Từ ngày" kind="date" value={today} trouble={trouble} />
        <Field
          name="fileDays"
          label="Gửi trong bao nhiêu ngày"
          kind="count"
          value={usualTerm.fileDays}
          trouble={trouble}
        />
        <Field
          name="receiveDays"
          label="Thụ lý trong bao nhiêu ngày làm việc"
          kind="count"
          value={usualTerm.receiveDays}
          trouble={trouble}
        />
        <Field
          name="answerDays"
          label="Trả lời trong bao nhiêu ngày"
          kind="count"
          value={usualTerm.answerDays}
          trouble={trouble}
        />
        <Field name="basis" label="Văn bản quy định" trouble={trouble} />
        <div class="row">
          <Submit icon="check">Lưu thời hạn</Submit>
          <LinkButton href={paths.oversight.complaints()} kind="quiet">
            Quay lại
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}
