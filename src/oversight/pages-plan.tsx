import { Hono } from 'hono'
import { z } from 'zod'
import { yearOf } from '../kernel/civil-date.ts'
import { pageAsked } from '../kernel/page.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { drawPlan, drawToExport, openPlan, planFile, planList } from './actions-plan.ts'
import { unitChoices } from './actions-reading.ts'
import { drawCsv } from './draw-file.ts'
import { InspectionPlanInput } from './model-plan.ts'
import { PlanBeginView, PlanListView, PlanView } from './views-plan.tsx'

const Nothing = z.object({})
const plansCrumb = { label: 'Kế hoạch hậu kiểm', href: paths.oversight.plans() }

export const inspectionPlanPages = new Hono<Env>()
  .get(paths.oversight.plans(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Kế hoạch hậu kiểm">
        <PlanListView {...await planList(c.var.ctx)} />
      </DeskPage>,
    ),
  )
  .get(paths.oversight.planBegin(), signedIn, async (c) => c.html(await beginPage(c)))
  .post(paths.oversight.planBegin(), signedIn, (c) =>
    submit(
      c,
      InspectionPlanInput,
      async (input) => ({
        to: paths.oversight.plan(await openPlan(c.var.ctx, input)),
        say: 'Đã lập kế hoạch và đóng băng danh sách.',
      }),
      (trouble) => beginPage(c, trouble),
    ),
  )
  .get(paths.oversight.drawFile(':id'), signedIn, async (c) => {
    const { plan, candidates } = await drawToExport(c.var.ctx, param(c, 'id'))
    return c.body(drawCsv(plan, candidates), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="hau-kiem-${plan.year}.csv"`,
    })
  })
  .get(paths.oversight.plan(':id'), signedIn, async (c) => c.html(await planPage(c)))
  .post(paths.oversight.draw(':id'), signedIn, (c) =>
    submit(
      c,
      Nothing,
      async () => {
        const count = await drawPlan(c.var.ctx, param(c, 'id'))
        return { to: paths.oversight.plan(param(c, 'id')), say: `Đã rút ${count} sản phẩm.` }
      },
      (trouble) => planPage(c, trouble),
    ),
  )

async function beginPage(c: Request, trouble?: Trouble) {
  const units = await unitChoices(c.var.ctx)
  return (
    <DeskPage {...frame(c)} title="Lập kế hoạch hậu kiểm" crumbs={[plansCrumb, { label: 'Lập kế hoạch' }]}>
      <PlanBeginView units={units} year={yearOf(c.var.ctx.today)} trouble={trouble} />
    </DeskPage>
  )
}

async function planPage(c: Request, trouble?: Trouble) {
  const file = await planFile(c.var.ctx, param(c, 'id'), pageAsked(c.req.query('trang')))
  return (
    <DeskPage {...frame(c)} title={file.plan.title} crumbs={[plansCrumb, { label: file.plan.title }]}>
      <PlanView {...file} trouble={trouble} />
    </DeskPage>
  )
}
