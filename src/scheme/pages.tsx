import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { z } from 'zod'
import { country } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { placeName, provincesToday } from '../territory/actions.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import {
  addBudgetLine,
  addTarget,
  approvePlan,
  endPlan,
  officeUnits,
  returnPlan,
  submitPlan,
  writePlan,
} from './actions.ts'
import { planFile, planList, plansToCarryOut } from './actions-reading.ts'
import { giveTask } from './actions-task.ts'
import { ApproveInput, BudgetInput, PlanInput, ReasonInput, TargetInput, TaskInput } from './model.ts'
import { PlanForm } from './views-begin.tsx'
import { PlanView } from './views-plan.tsx'
import type { PlanForms } from './views-plan.tsx'
import { PlansView } from './views.tsx'

/** A button says all there is to say. */
export const pressed = z.object({})

type Act<Input> = (c: Request, id: string, input: Input) => Promise<string>

/** A form of a plan's page: it comes back to the plan, with its sentence or with what was wrong. */
function ofPlan<Schema extends z.ZodType>(schema: Schema, form: PlanForms, act: Act<z.output<Schema>>) {
  return (c: Request) =>
    submit(
      c,
      schema,
      async (input) => ({ to: paths.scheme.plan(param(c, 'id')), say: await act(c, param(c, 'id'), input) }),
      (trouble) => onePlan(c, param(c, 'id'), { [form]: trouble }),
    )
}

export const schemePages = new Hono<Env>()
  .get(paths.scheme.list(), async (c) => c.html(await listPage(c)))
  .get(paths.scheme.begin(), signedIn, async (c) => c.html(await newPlan(c)))
  .post(paths.scheme.begin(), (c) =>
    submit(
      c,
      PlanInput,
      async (input) => ({
        to: paths.scheme.plan(await writePlan(c.var.ctx, input)),
        say: 'Đã lập bản soạn. Thêm chỉ tiêu, việc và kinh phí ở đây.',
      }),
      (trouble) => newPlan(c, trouble),
    ),
  )
  .get(paths.scheme.plan(':id'), async (c) => c.html(await onePlan(c, param(c, 'id'))))
  .post(
    paths.scheme.addTarget(':id'),
    ofPlan(TargetInput, 'target', async (c, id, input) => {
      await addTarget(c.var.ctx, id, input)
      return 'Đã thêm chỉ tiêu.'
    }),
  )
  .post(
    paths.scheme.addBudget(':id'),
    ofPlan(BudgetInput, 'budget', async (c, id, input) => {
      await addBudgetLine(c.var.ctx, id, input)
      return 'Đã thêm dòng kinh phí.'
    }),
  )
  .post(
    paths.scheme.giveTask(':id'),
    ofPlan(TaskInput, 'task', async (c, id, input) => {
      await giveTask(c.var.ctx, id, input)
      return 'Đã giao việc.'
    }),
  )
  .post(
    paths.scheme.submit(':id'),
    ofPlan(pressed, 'decide', async (c, id) => {
      await submitPlan(c.var.ctx, id)
      return 'Đã trình lãnh đạo.'
    }),
  )
  .post(
    paths.scheme.return(':id'),
    ofPlan(ReasonInput, 'decide', async (c, id, { reason }) => {
      await returnPlan(c.var.ctx, id, reason)
      return 'Đã trả lại để sửa.'
    }),
  )
  .post(
    paths.scheme.approve(':id'),
    ofPlan(ApproveInput, 'decide', async (c, id, input) => {
      await approvePlan(c.var.ctx, id, input)
      return 'Đã phê duyệt. Ai cũng đọc được, việc đã tới bàn của đơn vị được giao.'
    }),
  )
  .post(
    paths.scheme.end(':id'),
    ofPlan(ReasonInput, 'decide', async (c, id, { reason }) => {
      await endPlan(c.var.ctx, id, reason)
      return 'Kế hoạch đã thôi thực hiện.'
    }),
  )

async function listPage(c: Request) {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  const province = provinces.find(({ code }) => code === c.req.query('tinh'))?.code
  const Page = c.var.viewer.signedIn ? DeskPage : PublicPage
  return (
    <Page
      {...frame(c)}
      title="Chương trình, đề án, kế hoạch"
      crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Kế hoạch' }]}
    >
      <PlansView
        plans={await planList(ctx, { province, page: pageAsked(c.req.query('trang')) })}
        provinces={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        province={province}
        today={ctx.today}
      />
    </Page>
  )
}

async function newPlan(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const units = await Promise.all(
    officeUnits(ctx).map(async (code) => ({
      value: code,
      label: code === country ? 'Bộ Nông nghiệp và Môi trường' : ((await placeName(ctx, code)) ?? code),
    })),
  )
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  return (
    <DeskPage {...frame(c)} title="Lập đề án, kế hoạch" crumbs={[inPlans, { label: 'Lập mới' }]}>
      <PlanForm units={units} above={await plansToCarryOut(ctx)} today={ctx.today} trouble={trouble} />
    </DeskPage>
  )
}

export const inPlans = { label: 'Kế hoạch', href: paths.scheme.list() }

async function onePlan(c: Request, id: string, troubles: Readonly<Record<string, Trouble>> = {}) {
  const file = await planFile(c.var.ctx, id)
  const Page = c.var.viewer.signedIn ? DeskPage : PublicPage
  return (
    <Page {...frame(c)} title={file.plan.title} crumbs={[inPlans, { label: file.plan.title }]}>
      <PlanView {...file} today={c.var.ctx.today} troubles={troubles} />
    </Page>
  )
}
