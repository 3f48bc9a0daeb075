import type { CivilDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { Radios } from '../ui/choice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, PostButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day, Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { ShareFile, TaskFile } from './actions-reading.ts'
import { progresses } from './model.ts'
import type { AssignmentState, TaskReport } from './model.ts'
import { TaskForm } from './views-begin.tsx'
import { assignmentLooks, assignmentWords, progressWords } from './words.ts'

function ShareStatus({ state }: { state: AssignmentState }) {
  return <Status state={assignmentLooks[state]}>{assignmentWords[state]}</Status>
}

/** One task: who was given it and how far each is. */
export function TaskView({ trouble, ...file }: TaskFile & { readonly trouble: Trouble | undefined }) {
  const { task, plan, shares, reads, writes } = file
  return (
    <div class="stack">
      <h1>{task.title}</h1>
      {writes ? null : <ErrorSummary trouble={trouble} />}
      <p class="lead">
        {showCount(task.accepted)}/{showCount(task.given)} đơn vị xong, {showCount(task.told)} đã báo cáo.
      </p>
      <Facts
        facts={[
          ['Kế hoạch', <a href={paths.scheme.plan(plan.id)}>{plan.title}</a>],
          ['Phải làm', task.asks],
          ['Hạn', <Day date={task.dueOn} />],
        ]}
      />
      <Table
        caption="Đơn vị được giao, báo cáo chờ nhận trước"
        rows={shares.items}
        columns={[
          {
            head: 'Đơn vị',
            names: true,
            cell: ({ id, unitName, unitCode }) =>
              reads ? <a href={paths.scheme.share(id)}>{unitName ?? unitCode}</a> : (unitName ?? unitCode),
          },
          { head: 'Trạng thái', cell: ({ state }) => <ShareStatus state={state} /> },
          { head: 'Báo gần nhất', cell: ({ lastToldAt }) => (lastToldAt ? <Moment at={lastToldAt} /> : '–') },
        ]}
      />
      <Pager {...shares} hrefOf={(trang) => paths.scheme.task(task.id, { trang })} />
      {writes ? (
        <Panel title="Sửa việc của bản soạn">
          <TaskForm {...file} trouble={trouble} />
          <PostButton action={paths.scheme.dropTask(task.id)} kind="danger">
            Bỏ việc này
          </PostButton>
        </Panel>
      ) : null}
    </div>
  )
}

interface ShareProps extends ShareFile {
  readonly today: CivilDate
  readonly troubles: { readonly report?: Trouble; readonly answer?: Trouble }
}

export function ShareView({ share, plan, reports, mayReport, mayAnswer, today, troubles }: ShareProps) {
  const [last] = reports
  const isLate = share.dueOn < today && share.state !== 'accepted'
  return (
    <div class="stack">
      <div class="row apart">
        <h1>{share.title}</h1>
        <ShareStatus state={share.state} />
      </div>
      <Facts
        facts={[
          ['Kế hoạch', <a href={paths.scheme.plan(plan.id)}>{plan.title}</a>],
          ['Giao cho', share.unitName ?? share.unitCode],
          ['Phải làm', share.asks],
          [
            'Hạn',
            <>
              <Day date={share.dueOn} /> {isLate ? <Status state="late" /> : null}
            </>,
          ],
        ]}
      />
      {mayReport ? <ReportForm id={share.id} trouble={troubles.report} /> : null}
      {mayAnswer && last ? <AnswerForm id={share.id} last={last} trouble={troubles.answer} /> : null}
      <Panel title="Đã báo cáo">
        {reports.length === 0 ? (
          <p class="muted">Chưa có báo cáo nào.</p>
        ) : (
          <ol class="stack">
            {reports.map((report) => (
              <Told report={report} />
            ))}
          </ol>
        )}
      </Panel>
    </div>
  )
}

function Told({ report }: { report: TaskReport }) {
  const { progress, said, value, toldBy, toldAt, accepted, answer } = report
  return (
    <li class="stack tight">
      <p>
        <b>{progressWords[progress]}</b>
        {value === null ? null : `: ${showCount(value)}`}{' '}
        <span class="small muted">
          {toldBy}, <Moment at={toldAt} />
        </span>
      </p>
      <p>{said}</p>
      {accepted === null ? null : (
        <p>
          <Status state={accepted ? 'done' : 'returned'}>{accepted ? 'Đã nhận kết quả' : 'Yêu cầu làm tiếp'}</Status>{' '}
          {answer}
        </p>
      )}
    </li>
  )
}

function ReportForm({ id, trouble }: { id: string; trouble: Trouble | undefined }) {
  return (
    <Panel title="Báo cáo lại nơi giao">
      <Form action={paths.scheme.report(id)} trouble={trouble}>
        <Radios
          name="progress"
          label="Đến đâu rồi"
          options={progresses.map((value) => ({ value, label: progressWords[value] }))}
          trouble={trouble}
        />
        <Field name="said" label="Đã làm gì, còn gì" kind="textarea" rows={4} trouble={trouble} />
        <Field name="value" label="Con số, nếu việc hỏi" kind="count" optional trouble={trouble} />
        <div class="row">
          <Submit>Gửi báo cáo</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function AnswerForm({ id, last, trouble }: { id: string; last: TaskReport; trouble: Trouble | undefined }) {
  return (
    <Panel title="Trả lời báo cáo">
      <Form action={paths.scheme.answer(id)} trouble={trouble}>
        <Hidden name="number" value={last.number} />
        <Radios
          name="accepted"
          label="Kết quả"
          options={[
            { value: 'co', label: 'Nhận kết quả' },
            { value: 'khong', label: 'Yêu cầu làm tiếp' },
          ]}
          trouble={trouble}
        />
        <Field
          name="said"
          label="Ý kiến"
          hint="Còn thiếu gì thì ghi ở đây."
          kind="textarea"
          optional
          trouble={trouble}
        />
        <div class="row">
          <Submit>Trả lời</Submit>
        </div>
      </Form>
    </Panel>
  )
}
