import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { z } from 'zod'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { showPdf } from '../platform/show-pdf.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { beginChoices, beginPlan, planFor, planRegister, remarkOn, savePlan, sendPlan } from './actions.ts'
import { BeginPlanInput, PlanInput, RemarkInput } from './model.ts'
import { printPlan } from './print.ts'
import { PlanForm } from './views-form.tsx'
import { BeginPlan, PlanList, PlanView } from './views.tsx'

export const planPages = new Hono<Env>()
  .get(paths.plan.list(), signedIn, async (c) => c.html(await listPage(c)))
  .get(paths.plan.begin(), signedIn, async (c) => c.html(await beginPage(c)))
  .post(paths.plan.begin(), signedIn, (c) =>
    submit(
      c,
      BeginPlanInput,
      async (input) => ({
        to: paths.plan.write(await beginPlan(c.var.ctx, input)),
        say: 'Đã mở phương án. Viết đến đâu lưu đến đó.',
      }),
      (trouble) => beginPage(c, trouble),
    ),
  )
  .get(paths.plan.file(':id'), signedIn, async (c) => c.html(await filePage(c)))
  .get(paths.plan.write(':id'), signedIn, async (c) => c.html(await writePage(c)))
  .post(paths.plan.write(':id'), (c) =>
    submit(
      c,
      PlanInput,
      async (input) => {
        await savePlan(c.var.ctx, param(c, 'id'), input)
        return { to: paths.plan.file(param(c, 'id')), say: 'Đã lưu phương án, số liệu đã tính lại.' }
      },
      (trouble) => writePage(c, trouble),
    ),
  )
  .post(paths.plan.send(':id'), (c) =>
    submit(
      c,
      z.object({}),
      async () => {
        await sendPlan(c.var.ctx, param(c, 'id'))
        return { to: paths.plan.file(param(c, 'id')), say: 'Đã gửi phương án tới UBND xã.' }
      },
      (trouble) => writePage(c, { ...trouble, values: {} }, true),
    ),
  )
  .post(paths.plan.remark(':id'), (c) =>
    submit(
      c,
      RemarkInput,
      async (input) => {
        await remarkOn(c.var.ctx, param(c, 'id'), input)
        return { to: paths.plan.file(param(c, 'id')), say: 'Đã gửi nhận xét.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .get(paths.plan.print(':id'), signedIn, async (c) => {
    const seen = await planFor(c.var.ctx, param(c, 'id'), versionAsked(c))
    return showPdf(c, await printPlan(seen.plan, seen.shown), `phuong-an-ban-${seen.shown.number}`)
  })

function versionAsked(c: Request): number | undefined {
  const number = Number(c.req.query('ban') ?? '')
  return Number.isInteger(number) && number > 0 ? number : undefined
}

const crumbs = (label?: string) => [
  { label: 'Phương án kinh doanh', href: paths.plan.list() },
  ...(label === undefined ? [] : [{ label }]),
]

async function listPage(c: Request) {
  const plans = await planRegister(c.var.ctx, pageAsked(c.req.query('trang')))
  return (
    <DeskPage {...frame(c)} title="Phương án kinh doanh">
      <PlanList plans={plans} officer={c.var.ctx.actor.postings.length > 0} />
    </DeskPage>
  )
}

async function beginPage(c: Request, trouble?: Trouble) {
  const choices = await beginChoices(c.var.ctx)
  return (
    <DeskPage {...frame(c)} title="Lập phương án" crumbs={crumbs('Lập mới')}>
      <BeginPlan {...choices} idea={c.req.query('y-tuong')} product={c.req.query('san-pham')} trouble={trouble} />
    </DeskPage>
  )
}

async function filePage(c: Request, trouble?: Trouble) {
  const seen = await planFor(c.var.ctx, param(c, 'id'), versionAsked(c))
  return (
    <DeskPage {...frame(c)} title={seen.plan.title} crumbs={crumbs(seen.plan.title)}>
      <PlanView {...seen} trouble={trouble} />
    </DeskPage>
  )
}

/** @param wants it was to be sent: what is missing stands at its boxes, over the stored words. */
async function writePage(c: Request, trouble?: Trouble, wants = false) {
  const { plan, mayWrite } = await planFor(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage {...frame(c)} title="Soạn phương án" crumbs={crumbs(plan.title)}>
      <PlanForm plan={plan} mayWrite={mayWrite} trouble={trouble} stored={wants} />
    </DeskPage>
  )
}
