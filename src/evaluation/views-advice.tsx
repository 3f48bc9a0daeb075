import { dossierCan } from '../dossier/rules.ts'
import { stateWords } from '../dossier/words.ts'
import type { Dossier, DossierState } from '../dossier/model.ts'
import { Radios } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, PostButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { AdvicePage } from './actions-advice.ts'
import type { DossierFacts } from './store-result.ts'

export function AdviceList({ dossiers }: { dossiers: readonly DossierFacts[] }) {
  return (
    <div class="stack">
      <h1>Thẩm định của Tổ tư vấn</h1>
      {dossiers.length === 0 ? (
        <Empty title="Không có hồ sơ nào chờ thẩm định" icon="inbox">
          <p>Hồ sơ vào đây sau khi tỉnh tiếp nhận.</p>
        </Empty>
      ) : (
        <Table
          caption="Hồ sơ chờ thẩm định"
          rows={dossiers}
          columns={[
            {
              head: 'Sản phẩm',
              cell: ({ id, productName }) => <a href={paths.evaluation.advice(id)}>{productName}</a>,
              names: true,
            },
            { head: 'Chủ thể', cell: ({ producerName }) => producerName },
            { head: 'Bước', cell: ({ state }) => stateWords[state as DossierState] },
          ]}
        />
      )}
    </div>
  )
}

export function AdviceView({
  page: { dossier, facts, report },
  trouble,
}: {
  page: AdvicePage
  trouble: Trouble | undefined
}) {
  const action = paths.evaluation.advice(dossier.id)
  const isReport = trouble?.values['act'] === 'report'
  const [reportTrouble, stepTrouble] = isReport ? [trouble, undefined] : [undefined, trouble]
  const mayReport = dossierCan('report-advice', dossier) || dossierCan('score-at-ministry', dossier)
  return (
    <div class="stack">
      <h1>{facts.productName}</h1>
      <p class="lead">
        {facts.producerName}. {stateWords[dossier.state]}. <a href={paths.dossier.file(dossier.id)}>Mở hồ sơ</a>
      </p>
      {dossierCan('start-advice', dossier) ? (
        <PostButton action={action} hidden={{ act: 'start-advice' }}>
          Bắt đầu thẩm định
        </PostButton>
      ) : null}
      <MoreSteps dossier={dossier} trouble={stepTrouble} />
      {report ? (
        <Panel title="Báo cáo đã gửi" note={<Moment at={report.reportedAt} />}>
          <p>{report.findings}</p>
          <p>Đề xuất: {report.proposal}</p>
        </Panel>
      ) : null}
      {mayReport ? (
        <Panel title="Báo cáo gửi Chủ tịch Hội đồng" note="26/2026 Điều 7.3">
          <Form action={action} trouble={reportTrouble}>
            <Hidden name="act" value="report" />
            <Field name="findings" label="Kết quả thẩm định" kind="textarea" rows={6} trouble={reportTrouble} />
            <Field name="proposal" label="Đề xuất" kind="textarea" trouble={reportTrouble} />
            <Submit icon="send">Gửi báo cáo</Submit>
          </Form>
        </Panel>
      ) : null}
    </div>
  )
}

const steps = [
  { value: 'visit-site', label: 'Khảo sát thực tế', note: 'Ghi nơi xem, việc cần xem' },
  { value: 'ask-lab-test', label: 'Kiểm nghiệm bổ sung', note: 'Ghi chỉ tiêu và lô cần kiểm nghiệm' },
] as const

/** What the team still needs before it reports: a visit, a test (26/2026 Điều 7.3). */
function MoreSteps({ dossier, trouble }: { dossier: Dossier; trouble: Trouble | undefined }) {
  const open = steps.filter(({ value }) => dossierCan(value, dossier))
  if (open.length === 0) return null
  return (
    <details class="panel" open={trouble !== undefined}>
      <summary>Cần khảo sát hoặc kiểm nghiệm thêm</summary>
      <Form action={paths.evaluation.advice(dossier.id)} trouble={trouble}>
        <Radios name="act" label="Việc cần làm" options={open} value={open[0]?.value} trouble={trouble} />
        <Field name="reason" label="Nội dung" kind="textarea" maxlength={2000} trouble={trouble} />
        <Submit kind="secondary">Ghi việc cần làm</Submit>
      </Form>
    </details>
  )
}
