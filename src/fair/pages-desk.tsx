import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { z } from 'zod'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { provincesToday } from '../territory/actions.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { amendFair, callFair, cancelFair, chooseApplicant, closeFair, markAttendance, openFair } from './actions.ts'
import { fairFile, namedUnits, ownFairs, tradingUnits } from './actions-reading.ts'
import { AttendInput, ChooseInput, FairCancelInput, FairInput } from './model.ts'
import { applicationPage } from './pages.tsx'
import { FairDeskView, FairFileView } from './views-file.tsx'
import type { FileForm } from './views-file.tsx'
import { FairForm, OtherFair } from './views-form.tsx'

const Nothing = z.object({})

/** The organiser's desk: call, choose, mark who came, close. */
export const fairDeskPages = new Hono<Env>()
for (const own of ['/hoi-cho-don-vi', '/hoi-cho-don-vi/*']) fairDeskPages.use(own, signedIn)

fairDeskPages
  .get(paths.fair.desk(), async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Hội chợ của đơn vị">
        <FairDeskView
          fairs={await ownFairs(c.var.ctx, pageAsked(c.req.query('trang')))}
          mayOrganise={tradingUnits(c.var.ctx.actor).length > 0}
        />
      </DeskPage>,
    ),
  )
  .get(paths.fair.begin(), async (c) => c.html(await beginPage(c)))
  .post(paths.fair.begin(), (c) =>
    submit(
      c,
      FairInput,
      async (input) => ({
        to: paths.fair.file(await openFair(c.var.ctx, input)),
        say: 'Đã lưu. Thông báo khi sẵn sàng nhận đăng ký.',
      }),
      (trouble) => beginPage(c, trouble),
    ),
  )
  .get(paths.fair.file(':id'), async (c) => c.html(await filePage(c)))
  .get(paths.fair.amend(':id'), async (c) => c.html(await amendPage(c)))
  .post(paths.fair.amend(':id'), (c) =>
    submit(
      c,
      FairInput,
      async (input) => {
        await amendFair(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã lưu hội chợ.')
      },
      (trouble) => amendPage(c, trouble),
    ),
  )
  .post(paths.fair.call(':id'), (c) =>
    submit(
      c,
      Nothing,
      async () => {
        await callFair(c.var.ctx, param(c, 'id'))
        return backTo(c, 'Đã thông báo, hội chợ lên lịch chung.')
      },
      (trouble) => filePage(c, { call: trouble }),
    ),
  )
  .post(paths.fair.cancel(':id'), (c) =>
    submit(
      c,
      FairCancelInput,
      async (input) => {
        await cancelFair(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã hủy hội chợ.')
      },
      (trouble) => filePage(c, { cancel: trouble }),
    ),
  )
  .post(paths.fair.choose(':id', ':application'), (c) =>
    submit(
      c,
      ChooseInput,
      async (input) => {
        await chooseApplicant(c.var.ctx, param(c, 'id'), param(c, 'application'), input)
        return backTo(c, 'Đã ghi kết quả xét.')
      },
      (trouble) => applicationPage(c, param(c, 'application'), { choose: trouble }),
    ),
  )
  .post(paths.fair.attendance(':id'), (c) =>
    submit(
      c,
      AttendInput,
      async (input) => {
        await markAttendance(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã lưu chủ thể có mặt.')
      },
      (trouble) => filePage(c, { attendance: trouble }),
    ),
  )
  .post(paths.fair.close(':id'), (c) =>
    submit(
      c,
      Nothing,
      async () => {
        await closeFair(c.var.ctx, param(c, 'id'))
        return backTo(c, 'Đã chốt kết quả.')
      },
      (trouble) => filePage(c, { close: trouble }),
    ),
  )

function backTo(c: Request, say: string) {
  return { to: paths.fair.file(param(c, 'id')), say }
}

function crumbsTo(label: string) {
  return [{ label: 'Hội chợ của đơn vị', href: paths.fair.desk() }, { label }]
}

async function beginPage(c: Request, trouble?: Trouble) {
  const [units, provinces] = await Promise.all([namedUnits(c.var.ctx), provincesToday(c.var.ctx)])
  return (
    <DeskPage {...frame(c)} title="Hội chợ mới" crumbs={crumbsTo('Hội chợ mới')}>
      <FairForm {...{ units, provinces, trouble }} fair={undefined} />
    </DeskPage>
  )
}

async function amendPage(c: Request, trouble?: Trouble) {
  const { fair } = await fairFile(c.var.ctx, param(c, 'id'))
  const [units, provinces] = await Promise.all([namedUnits(c.var.ctx), provincesToday(c.var.ctx)])
  const overtaken = trouble !== undefined && trouble.values['edition'] !== String(fair.edition)
  return (
    <DeskPage {...frame(c)} title={`Sửa: ${fair.title}`} crumbs={crumbsTo(fair.title)}>
      <FairForm {...{ units, provinces, fair, trouble }} />
      {overtaken ? <OtherFair fair={fair} trouble={trouble} /> : null}
    </DeskPage>
  )
}

async function filePage(c: Request, troubles: Partial<Record<FileForm, Trouble>> = {}) {
  const file = await fairFile(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage {...frame(c)} title={file.fair.title} crumbs={crumbsTo(file.fair.title)}>
      <FairFileView {...file} today={c.var.ctx.today} troubles={troubles} />
    </DeskPage>
  )
}
