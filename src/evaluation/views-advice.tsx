import { dossierCan } from '../dossier/rules.ts'
import { stateWords } from '../dossier/words.ts'
import type { DossierState } from '../dossier/model.ts'
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
  const mayReport = dossierCan('report-advice', dossier) || dossier.state === 'sent-to-ministry'
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
      {dossierCan('visit-site', dossier) || dossierCan('ask-lab-test', dossier) ? (
        <div class="halves">
          <StepForm
            action={action}
            act="visit-site"
            title="Khảo sát thực tế"
            label="Nội dung khảo sát"
            trouble={trouble}
          />
          <StepForm
            action={action}
            act="ask-lab-test"
            title="Kiểm nghiệm bổ sung"
            label="Chỉ tiêu cần kiểm nghiệm"
            trouble={trouble}
          />
        </div>
      ) : null}
      {report ? (
        <Panel title="Báo cáo đã gửi" note={<Moment at={report.reportedAt} />}>
          <p>{report.findings}</p>
          <p>Đề xuất: {report.proposal}</p>
        </Panel>
      ) : null}
      {mayReport ? (
        <Panel title="Báo cáo gửi Chủ tịch Hội đồng" note="26/2026 Điều 7.3">
          <Form action={action} trouble={trouble}>
            <Hidden name="act" value="report" />
            <Field name="findings" label="Kết quả thẩm định" kind="textarea" rows={6} trouble={trouble} />
            <Field name="proposal" label="Đề xuất" kind="textarea" trouble={trouble} />
            <Submit icon="send">Gửi báo cáo</Submit>
          </Form>
        </Panel>
      ) : null}
    </div>
  )
}

function StepForm(step: { action: string; act: string; title: string; label: string; trouble: Trouble | undefined }) {
  return (
    <details class="panel">
      <summary>{step.title}</summary>
      <Form action={step.action} trouble={step.trouble} id={step.act}>
        <Hidden name="act" value={step.act} />
        <Field name="reason" label={step.label} kind="textarea" trouble={step.trouble} />
        <Submit kind="secondary">Ghi: {step.title.toLowerCase()}</Submit>
      </Form>
    </details>
  )
}
