import { showDate } from '../kernel/civil-date.ts'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { SaleTerm } from './model-term.ts'

interface TermProps {
  readonly province: string
  readonly term: SaleTerm
  readonly trouble: Trouble | undefined
}

/** No law sets these terms: a province does, by a document of its own, or the default stands. */
export function TermView({ province, term, trouble }: TermProps) {
  return (
    <div class="stack">
      <h1>Thời hạn của đơn đặt mua</h1>
      <Panel title={province} note="Đang áp dụng">
        <Facts
          facts={[
            ['Chủ thể trả lời trong', `${term.answerHours} giờ`],
            ['Xóa liên hệ người mua sau', `${term.contactDays} ngày không có bước nào thêm`],
            ['Căn cứ', term.basis ?? 'Mặc định của hệ thống; luật không quy định'],
            ['Áp dụng từ', term.fromDate === null ? '' : showDate(term.fromDate)],
          ]}
        />
      </Panel>
      <Form action={paths.sale.terms()} trouble={trouble} panel label="Quy định mới">
        <h2>Quy định mới của tỉnh</h2>
        <Field
          name="answerHours"
          label="Số giờ để chủ thể trả lời"
          hint="Từ 24 đến 240 giờ. Qua nửa thời hạn, cán bộ xã gọi giúp."
          kind="count"
          value={term.answerHours}
          trouble={trouble}
        />
        <Field
          name="contactDays"
          label="Số ngày giữ liên hệ của người mua sau bước cuối"
          hint="Từ 30 đến 365 ngày."
          kind="count"
          value={term.contactDays}
          trouble={trouble}
        />
        <Field name="fromDate" label="Áp dụng từ ngày" kind="date" trouble={trouble} />
        <Field name="basis" label="Văn bản của tỉnh" hint="Số, ký hiệu, ngày ban hành." trouble={trouble} />
        <div class="row">
          <Submit icon="save">Lưu quy định</Submit>
        </div>
        <p class="small muted">Đơn đã đặt giữ thời hạn lúc đặt.</p>
      </Form>
    </div>
  )
}
