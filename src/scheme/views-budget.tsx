import { showMoney } from '../kernel/money.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { PostButton } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { BudgetLineFile } from './actions-reading.ts'
import { BudgetForm } from './views-begin.tsx'
import { moneyWords } from './words.ts'

/** One line of the money planned; changed or dropped while its plan is a draft. */
export function BudgetLineView({ line, plan, writes, trouble }: BudgetLineFile & { trouble: Trouble | undefined }) {
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>{line.purpose}</h1>
        <Facts
          facts={[
            ['Kế hoạch', <a href={paths.scheme.plan(plan.id)}>{plan.title}</a>],
            ['Nguồn', moneyWords[line.sourceKind]],
            ['Năm', line.year],
            ['Số tiền', showMoney(line.amount)],
          ]}
        />
        {writes ? null : <ErrorSummary trouble={trouble} />}
      </div>
      {writes ? (
        <Panel title="Sửa kinh phí của bản soạn">
          <BudgetForm plan={plan} line={line} trouble={trouble} />
          <PostButton action={paths.scheme.dropBudgetLine(line.id)} kind="danger">
            Bỏ dòng kinh phí này
          </PostButton>
        </Panel>
      ) : null}
    </div>
  )
}
