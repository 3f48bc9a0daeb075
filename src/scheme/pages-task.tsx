import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { changeTask, dropTask } from './actions-draft.ts'
import { shareFile, taskFile } from './actions-reading.ts'
import { answerReport, reportTask } from './actions-task.ts'
import { ReportInput, TaskInput, VerdictInput } from './model.ts'
import { inPlans, pressed } from './pages.tsx'
import { ShareView, TaskView } from './views-task.tsx'

export const schemeTaskPages = new Hono<Env>()
  .get(paths.scheme.task(':id'), async (c) => c.html(await taskPage(c)))
  .post(paths.scheme.changeTask(':id'), (c) =>
    submit(
      c,
      TaskInput,
      async (input) => {
        await changeTask(c.var.ctx, param(c, 'id'), input)
        return { to: paths.scheme.task(param(c, 'id')), say: 'Đã lưu việc.' }
      },
      (trouble) => taskPage(c, trouble),
    ),
  )
  .post(paths.scheme.dropTask(':id'), (c) =>
    submit(
      c,
      pressed,
      async () => ({ to: paths.scheme.plan(await dropTask(c.var.ctx, param(c, 'id'))), say: 'Đã bỏ việc.' }),
      (trouble) => taskPage(c, trouble),
    ),
  )
  .get(paths.scheme.share(':id'), signedIn, async (c) => c.html(await sharePage(c)))
  .post(paths.scheme.report(':id'), (c) =>
    submit(
      c,
      ReportInput,
      async (input) => {
        await reportTask(c.var.ctx, param(c, 'id'), input)
        return { to: paths.scheme.share(param(c, 'id')), say: 'Đã gửi báo cáo tới nơi giao việc.' }
      },
      (trouble) => sharePage(c, { report: trouble }),
    ),
  )
  .post(paths.scheme.answer(':id'), (c) =>
    submit(
      c,
      VerdictInput,
      async (input) => {
        await answerReport(c.var.ctx, param(c, 'id'), input)
        const say = input.accepted === 'co' ? 'Đã nhận kết quả.' : 'Đã yêu cầu làm tiếp.'
        return { to: paths.scheme.share(param(c, 'id')), say }
      },
      (trouble) => sharePage(c, { answer: trouble }),
    ),
  )

async function taskPage(c: Request, trouble?: Trouble) {
  const file = await taskFile(c.var.ctx, param(c, 'id'), pageAsked(c.req.query('trang')))
  const Page = c.var.viewer.signedIn ? DeskPage : PublicPage
  const crumbs = [
    inPlans,
    { label: file.plan.title, href: paths.scheme.plan(file.plan.id) },
    { label: file.task.title },
  ]
  return (
    <Page {...frame(c)} title={file.task.title} crumbs={crumbs}>
      <TaskView {...file} trouble={trouble} />
    </Page>
  )
}

async function sharePage(c: Request, troubles: { report?: Trouble; answer?: Trouble } = {}) {
  const file = await shareFile(c.var.ctx, param(c, 'id'))
  const { plan, share } = file
  const crumbs = [
    inPlans,
    { label: plan.title, href: paths.scheme.plan(plan.id) },
    { label: share.title, href: paths.scheme.task(share.taskId) },
    { label: share.unitName ?? share.unitCode },
  ]
  return (
    <DeskPage {...frame(c)} title={share.title} crumbs={crumbs}>
      <ShareView {...file} today={c.var.ctx.today} troubles={troubles} />
    </DeskPage>
  )
}
