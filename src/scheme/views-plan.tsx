import type { CivilDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { PlanFile } from './actions-reading.ts'
import type { BudgetLine } from './model.ts'
import { BudgetForm, TargetForm, TaskForm } from './views-begin.tsx'
import { PlanStatus, amountOf, countedWords, unitOf, yearsOf } from './views.tsx'
import { assignmentLooks, assignmentWords, kindWords, moneyWords } from './words.ts'

export type PlanForms = 'target' | 'budget' | 'task' | 'decide'
type Troubles = Partial<Record<PlanForms, Trouble>>

export function PlanView({
  troubles,
  today,
  ...file
}: PlanFile & { readonly troubles: Troubles; readonly today: CivilDate }) {
  const { plan, targets, can } = file
  return (
    <div class="stack loose">
      <div class="stack">
        <div class="row apart">
          <h1>{plan.title}</h1>
          <PlanStatus plan={plan} today={today} />
        </div>
        <ErrorSummary trouble={can.decide || can.end ? undefined : troubles.decide} />
        {plan.lastSaid === null ? null : (
          <Notice kind="returned" title={plan.state === 'draft' ? 'Lãnh đạo trả lại' : 'Đã thôi thực hiện'}>
            <p>{plan.lastSaid}</p>
          </Notice>
        )}
        <PlanFacts plan={plan} />
        {targets.length === 0 ? null : (
          <p class="row">
            <LinkButton href={paths.statistics.progress(plan.id)} icon="chart-column">
              Xem tiến độ từ bản ghi
            </LinkButton>
          </p>
        )}
      </div>
      <Shares {...file} />
      <Targets {...file} trouble={troubles.target} />
      <Tasks {...file} trouble={troubles.task} />
      <Budget {...file} trouble={troubles.budget} />
      <Decide {...file} trouble={troubles.decide} />
    </div>
  )
}

function PlanFacts({ plan }: Pick<PlanFile, 'plan'>) {
  const { document, approvedOn, parentId, parentTitle, source, sourceUrl } = plan
  return (
    <Facts
      facts={[
        ['Loại', kindWords[plan.kind]],
        ['Đơn vị', unitOf(plan)],
        ['Thời gian', yearsOf(plan)],
        ['Văn bản', document],
        ['Phê duyệt ngày', approvedOn === null ? null : <Day date={approvedOn} />],
        ['Thực hiện', parentId === null ? null : <a href={paths.scheme.plan(parentId)}>{parentTitle}</a>],
        ['Nguồn', source],
        ['Xem ở', sourceUrl === null ? null : <a href={sourceUrl}>Trang đăng văn bản</a>],
      ]}
    />
  )
}

/** What this plan asks of the reader's own unit comes first. */
function Shares({ shares, plan }: PlanFile) {
  if (shares.length === 0 || plan.state === 'draft' || plan.state === 'submitted') return null
  return (
    <Panel title="Việc giao cho đơn vị của bạn">
      <Table
        caption="Việc giao cho đơn vị của bạn"
        rows={shares}
        columns={[
          { head: 'Việc', names: true, cell: ({ id, title }) => <a href={paths.scheme.share(id)}>{title}</a> },
          { head: 'Hạn', cell: ({ dueOn }) => <Day date={dueOn} /> },
          {
            head: 'Trạng thái',
            cell: ({ state }) => <Status state={assignmentLooks[state]}>{assignmentWords[state]}</Status>,
          },
        ]}
      />
    </Panel>
  )
}

type Drawn = PlanFile & { readonly trouble: Trouble | undefined }

function Targets({ trouble, ...file }: Drawn) {
  const { targets, sums, measured, can } = file
  const sumOf = (id: string) => sums.find(({ parentId }) => parentId === id)
  const told = (id: string) => measured.find(({ targetId }) => targetId === id)
  return (
    <Panel title="Chỉ tiêu" note={targets.length === 0 ? undefined : `${targets.length} chỉ tiêu`} id="chi-tieu">
      {targets.length === 0 ? (
        <p class="muted">Chưa có chỉ tiêu nào{file.plan.kind === 'programme' ? ' đọc được ở nguồn công khai' : ''}.</p>
      ) : (
        <Table
          caption="Chỉ tiêu của kế hoạch"
          rows={targets}
          columns={[
            {
              head: 'Chỉ tiêu',
              names: true,
              cell: ({ id, title, ...target }) => (
                <>
                  <a href={paths.scheme.target(id)}>{title}</a>
                  <span class="small muted note"> {countedWords(target)}</span>
                </>
              ),
            },
            { head: 'Gốc', cell: ({ base, measure }) => (base === null ? '–' : amountOf(base, measure)) },
            { head: 'Đích', cell: ({ goal, measure }) => amountOf(goal, measure) },
            { head: 'Hạn', cell: ({ dueOn }) => <Day date={dueOn} /> },
            {
              head: 'Khai gần nhất',
              cell: ({ id, figure }) =>
                figure === null ? (told(id) ? showCount(told(id)?.value ?? 0) : 'chưa khai') : 'đọc từ bản ghi',
            },
            { head: 'Giao xuống', cell: ({ id, goal }) => <SumWords sum={sumOf(id)} goal={goal} /> },
          ]}
        />
      )}
      {can.write ? (
        <details open={trouble !== undefined || targets.length === 0}>
          <summary>Thêm chỉ tiêu</summary>
          <TargetForm {...file} trouble={trouble} />
        </details>
      ) : null}
    </Panel>
  )
}

/** A sum below that does not fit the goal is said, never mended. */
function SumWords({ sum, goal }: { sum: PlanFile['sums'][number] | undefined; goal: number | null }) {
  if (sum === undefined) return <>–</>
  const words = `${sum.targets} chỉ tiêu, cộng ${showCount(sum.sum)}`
  const unknown = sum.unknown > 0 ? `, ${sum.unknown} chưa rõ đích` : ''
  if (goal === null || sum.sum === goal) return <>{`${words}${unknown}`}</>
  const off = sum.sum < goal ? `thiếu ${showCount(goal - sum.sum)}` : `vượt ${showCount(sum.sum - goal)}`
  return <Status state="soon">{`${words}${unknown}: ${off}`}</Status>
}

function Tasks({ trouble, ...file }: Drawn) {
  const { tasks, can } = file
  return (
    <Panel title="Việc phải làm" id="viec">
      {tasks.length === 0 ? (
        <p class="muted">Chưa giao việc nào.</p>
      ) : (
        <Table
          caption="Việc, hạn gần nhất trước"
          rows={tasks}
          columns={[
            { head: 'Việc', names: true, cell: ({ id, title }) => <a href={paths.scheme.task(id)}>{title}</a> },
            { head: 'Hạn', cell: ({ dueOn }) => <Day date={dueOn} /> },
            { head: 'Giao', cell: ({ given }) => `${showCount(given)} đơn vị` },
            { head: 'Đã báo', cell: ({ told, given }) => `${showCount(told)}/${showCount(given)}` },
            { head: 'Đã nhận', cell: ({ accepted, given }) => `${showCount(accepted)}/${showCount(given)}` },
          ]}
        />
      )}
      {can.give ? (
        <details open={trouble !== undefined}>
          <summary>Giao việc</summary>
          <TaskForm {...file} trouble={trouble} />
        </details>
      ) : null}
    </Panel>
  )
}

function Budget({ trouble, ...file }: Drawn) {
  const { budget, can } = file
  const total = budget.reduce((sum, { amount }) => sum + amount, 0)
  return (
    <Panel title="Kinh phí dự kiến" note={budget.length === 0 ? undefined : showMoney(total)} id="kinh-phi">
      {budget.length === 0 ? (
        <p class="muted">Chưa ghi kinh phí.</p>
      ) : (
        <Table<BudgetLine>
          caption="Kinh phí theo năm và nguồn"
          rows={budget}
          columns={[
            {
              head: 'Dùng vào',
              names: true,
              cell: ({ id, purpose }) => (can.write ? <a href={paths.scheme.budgetLine(id)}>{purpose}</a> : purpose),
            },
            { head: 'Nguồn', cell: ({ sourceKind }) => moneyWords[sourceKind] },
            { head: 'Năm', cell: ({ year }) => year },
            { head: 'Số tiền', numeric: true, cell: ({ amount }) => showMoney(amount) },
          ]}
          foot={['Cộng', '', '', showMoney(total)]}
        />
      )}
      {can.write ? (
        <details open={trouble !== undefined}>
          <summary>Thêm kinh phí</summary>
          <BudgetForm {...file} trouble={trouble} />
        </details>
      ) : null}
    </Panel>
  )
}

function Decide({ plan, can, trouble }: Drawn) {
  if (can.submit) return <PostButton action={paths.scheme.submit(plan.id)}>Trình lãnh đạo</PostButton>
  if (can.end) return <Reason action={paths.scheme.end(plan.id)} title="Thôi thực hiện" trouble={trouble} />
  if (!can.decide) return null
  return (
    <>
      <Panel title="Phê duyệt">
        <Form action={paths.scheme.approve(plan.id)} trouble={trouble?.errors['reason'] ? undefined : trouble}>
          <Field name="document" label="Số, ký hiệu văn bản" trouble={trouble} />
          <Field name="on" label="Ngày văn bản" kind="date" trouble={trouble} />
          <div class="row">
            <Submit>Phê duyệt</Submit>
          </div>
        </Form>
      </Panel>
      <Reason action={paths.scheme.return(plan.id)} title="Trả lại để sửa" trouble={trouble} />
    </>
  )
}

function Reason({ action, title, trouble }: { action: string; title: string; trouble: Trouble | undefined }) {
  const wrong = trouble?.errors['reason'] === undefined ? undefined : trouble
  return (
    <details class="panel" open={wrong !== undefined}>
      <summary>{title}</summary>
      <Form action={action} trouble={wrong}>
        <Field name="reason" label="Lý do" kind="textarea" rows={3} trouble={wrong} />
        <div class="row">
          <Submit kind="secondary">{title}</Submit>
        </div>
      </Form>
    </details>
  )
}
