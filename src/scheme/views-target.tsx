import { showCount } from '../kernel/number.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { TargetFile } from './actions-reading.ts'
import { TargetForm } from './views-begin.tsx'
import { amountOf, countedWords, unitOf } from './views.tsx'

export type TargetForms = 'change' | 'drop' | 'measure'

interface TargetProps extends TargetFile {
  readonly troubles: Partial<Record<TargetForms, Trouble>>
}

/** A target alone: what it counts, what adds to it, what was told of it. */
export function TargetView({ troubles, ...file }: TargetProps) {
  const { target, plan, writes, measures } = file
  const { base, baseOn, measure, parentId, parentTitle } = target
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>{target.title}</h1>
        <ErrorSummary trouble={writes ? troubles.drop : (troubles.drop ?? troubles.change)} />
        <Facts
          facts={[
            ['Định nghĩa', target.definition],
            ['Đếm bằng', countedWords(target)],
            ['Gốc', base === null || baseOn === null ? null : <BaseWords {...{ base, baseOn, measure }} />],
            ['Đích', amountOf(target.goal, measure)],
            ['Hạn', <Day date={target.dueOn} />],
            ['Góp vào', parentId === null ? null : <a href={paths.scheme.target(parentId)}>{parentTitle}</a>],
            ['Nguồn', target.source],
          ]}
        />
        <p class="row">
          <LinkButton href={paths.statistics.progress(plan.id)} kind="secondary" icon="chart-column">
            Xem tiến độ
          </LinkButton>
        </p>
      </div>
      <Added {...file} />
      {target.figure === null ? <Told {...file} /> : null}
      {measures ? <MeasureForm id={target.id} trouble={troubles.measure} /> : null}
      {writes ? <Change {...file} trouble={troubles.change} /> : null}
    </div>
  )
}

function BaseWords({ base, baseOn, measure }: { base: number; baseOn: string; measure: string }) {
  return (
    <>
      {amountOf(base, measure)}, ngày <Day date={baseOn} />
    </>
  )
}

function Added({ target, added }: TargetFile) {
  if (added.length === 0) return null
  const sum = added.reduce((total, { goal }) => total + (goal ?? 0), 0)
  return (
    <Panel title="Giao xuống" note={`${added.length} chỉ tiêu góp vào`}>
      <Table
        caption="Chỉ tiêu góp vào"
        rows={added}
        columns={[
          { head: 'Đơn vị', names: true, cell: unitOf },
          { head: 'Chỉ tiêu', cell: ({ id, title }) => <a href={paths.scheme.target(id)}>{title}</a> },
          { head: 'Kế hoạch', cell: ({ planId, planTitle }) => <a href={paths.scheme.plan(planId)}>{planTitle}</a> },
          { head: 'Đích', cell: ({ goal }) => amountOf(goal, target.measure) },
        ]}
        foot={['Cộng', '', '', amountOf(sum, target.measure)]}
      />
      {target.goal === null || target.goal === sum ? null : (
        <p>
          Đích là {showCount(target.goal)}, cộng các chỉ tiêu dưới được {showCount(sum)}:{' '}
          {sum < target.goal ? `còn thiếu ${showCount(target.goal - sum)}` : `vượt ${showCount(sum - target.goal)}`}.
        </p>
      )}
    </Panel>
  )
}

function Told({ target, told }: TargetFile) {
  return (
    <Panel title="Kết quả đã khai">
      {told.length === 0 ? (
        <p class="muted">Chưa khai lần nào.</p>
      ) : (
        <Table
          caption="Kết quả đã khai, mới nhất trước"
          rows={told}
          columns={[
            { head: 'Ngày', names: true, cell: ({ onDate }) => <Day date={onDate} /> },
            { head: 'Kết quả', cell: ({ value }) => amountOf(value, target.measure) },
            { head: 'Căn cứ', cell: ({ basis }) => basis },
          ]}
        />
      )}
    </Panel>
  )
}

function MeasureForm({ id, trouble }: { id: string; trouble: Trouble | undefined }) {
  return (
    <Panel title="Khai kết quả">
      <Form action={paths.scheme.measure(id)} trouble={trouble}>
        <Field name="onDate" label="Tính đến ngày" kind="date" trouble={trouble} />
        <Field name="value" label="Kết quả" kind="count" trouble={trouble} />
        <Field name="basis" label="Căn cứ" hint="Báo cáo, danh sách, cuộc điều tra nào." trouble={trouble} />
        <div class="row">
          <Submit>Ghi kết quả</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function Change({ plan, target, above, trouble }: TargetFile & { trouble: Trouble | undefined }) {
  return (
    <Panel title="Sửa chỉ tiêu của bản soạn">
      <TargetForm plan={plan} above={above} target={target} trouble={trouble} />
      <PostButton action={paths.scheme.dropTarget(target.id)} kind="danger">
        Bỏ chỉ tiêu này
      </PostButton>
    </Panel>
  )
}
