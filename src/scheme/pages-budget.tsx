import { Hono } from 'hono'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { changeBudgetLine, dropBudgetLine } from './actions-draft.ts'
import { budgetLineFile } from './actions-reading.ts'
import { BudgetInput } from './model.ts'
import { inPlans, pressed } from './pages.tsx'
import { BudgetLineView } from './views-budget.tsx'

export const schemeBudgetPages = new Hono<Env>()
  .get(paths.scheme.budgetLine(':id'), async (c) => c.html(await linePage(c)))
  .post(paths.scheme.changeBudgetLine(':id'), (c) =>
    submit(
      c,
      BudgetInput,
      async (input) => ({
        to: `${paths.scheme.plan(await changeBudgetLine(c.var.ctx, param(c, 'id'), input))}#kinh-phi`,
        say: 'Đã lưu dòng kinh phí.',
      }),
      (trouble) => linePage(c, trouble),
    ),
  )
  .post(paths.scheme.dropBudgetLine(':id'), (c) =>
    submit(
      c,
      pressed,
      async () => ({
        to: `${paths.scheme.plan(await dropBudgetLine(c.var.ctx, param(c, 'id')))}#kinh-phi`,
        say: 'Đã bỏ dòng kinh phí.',
      }),
      (trouble) => linePage(c, trouble),
    ),
  )

async function linePage(c: Request, trouble?: Trouble) {
  const file = await budgetLineFile(c.var.ctx, param(c, 'id'))
  const { plan, line } = file
  const Page = c.var.viewer.signedIn ? DeskPage : PublicPage
  const crumbs = [inPlans, { label: plan.title, href: paths.scheme.plan(plan.id) }, { label: line.purpose }]
  return (
    <Page {...frame(c)} title={line.purpose} crumbs={crumbs}>
      <BudgetLineView {...file} trouble={trouble} />
    </Page>
  )
}
