import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { z } from 'zod'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { provincesToday } from '../territory/actions.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { addMeeting, cancelClass } from './actions.ts'
import { enrol, enrolFor, takeBackConsent, withdraw } from './actions-enrolment.ts'
import type { Seat } from './actions-enrolment.ts'
import { announced, classPage, officeClasses, ownClasses } from './actions-reading.ts'
import { CancelInput, EnrolForInput, EnrolInput, MeetingInput } from './model.ts'
import { ClassView } from './views-class.tsx'
import type { ClassForm } from './views-class.tsx'
import { AnnouncedView, OfficeView, OwnClassesView } from './views.tsx'

const pressed = z.object({})

export const trainingPages = new Hono<Env>()
  .get(paths.training.list(), async (c) => c.html(await listPage(c)))
  .get(paths.training.office(), signedIn, async (c) => c.html(await officePage(c)))
  .get(paths.training.mine(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Lớp của tôi">
        <OwnClassesView own={await ownClasses(c.var.ctx, pageAsked(c.req.query('trang')))} now={c.var.ctx.now} />
      </DeskPage>,
    ),
  )
  .get(paths.training.class(':id'), async (c) => c.html(await oneClass(c, param(c, 'id'))))
  .post(paths.training.enrol(':id'), signedIn, (c) =>
    submit(
      c,
      EnrolInput,
      async (input) => backTo(c, seatWords(await enrol(c.var.ctx, param(c, 'id'), input))),
      (trouble) => oneClass(c, param(c, 'id'), { enrol: trouble }),
    ),
  )
  .post(paths.training.enrolFor(':id'), (c) =>
    submit(
      c,
      EnrolForInput,
      async (input) => backTo(c, seatWords(await enrolFor(c.var.ctx, param(c, 'id'), input))),
      (trouble) => oneClass(c, param(c, 'id'), { enrolFor: trouble }),
    ),
  )
  .post(paths.training.addMeeting(':id'), (c) =>
    submit(
      c,
      MeetingInput,
      async (input) => {
        await addMeeting(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã thêm buổi.')
      },
      (trouble) => oneClass(c, param(c, 'id'), { meeting: trouble }),
    ),
  )
  .post(paths.training.cancel(':id'), (c) =>
    submit(
      c,
      CancelInput,
      async ({ reason }) => {
        await cancelClass(c.var.ctx, param(c, 'id'), reason)
        return backTo(c, 'Đã hủy lớp. Người ghi danh đọc được lý do.')
      },
      (trouble) => oneClass(c, param(c, 'id'), { cancel: trouble }),
    ),
  )
  .post(paths.training.withdraw(':id'), (c) =>
    submit(
      c,
      pressed,
      async () => ({
        to: paths.training.class(await withdraw(c.var.ctx, param(c, 'id'))),
        say: 'Đã rút tên khỏi lớp.',
      }),
      (trouble) => ownPage(c, trouble),
    ),
  )
  .post(paths.training.takeBackConsent(':id'), (c) =>
    submit(
      c,
      pressed,
      async () => ({
        to: paths.training.class(await takeBackConsent(c.var.ctx, param(c, 'id'))),
        say: 'Đã xóa giới tính, dân tộc. Chỗ học vẫn giữ.',
      }),
      (trouble) => ownPage(c, trouble),
    ),
  )

function seatWords({ outcome }: Seat): string {
  return outcome === 'seated' ? 'Đã ghi danh, có chỗ.' : 'Lớp đã đủ chỗ, tên đã vào danh sách chờ.'
}

function backTo(c: Request, say: string) {
  return { to: paths.training.class(param(c, 'id')), say }
}

async function listPage(c: Request) {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  const province = provinces.find(({ code }) => code === c.req.query('tinh'))?.code
  return (
    <PublicPage
      {...frame(c)}
      title="Lớp tập huấn, dạy nghề"
      crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Đào tạo' }]}
    >
      <AnnouncedView
        classes={await announced(ctx, { province, page: pageAsked(c.req.query('trang')) })}
        provinces={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        province={province}
        now={ctx.now}
      />
    </PublicPage>
  )
}

async function officePage(c: Request) {
  const past = c.req.query('xem') === 'da-xong'
  const office = await officeClasses(c.var.ctx, { past, page: pageAsked(c.req.query('trang')) })
  return (
    <DeskPage {...frame(c)} title="Đào tạo, tập huấn">
      <OfficeView {...office} past={past} now={c.var.ctx.now} />
    </DeskPage>
  )
}

export async function oneClass(c: Request, id: string, troubles: Partial<Record<ClassForm, Trouble>> = {}) {
  const file = await classPage(c.var.ctx, id)
  const Page = c.var.viewer.signedIn ? DeskPage : PublicPage
  const crumbs = [
    { label: 'Đào tạo', href: paths.training.list() },
    { label: file.found.courseTitle, href: paths.training.course(file.found.courseId) },
    { label: file.found.name },
  ]
  return (
    <Page {...frame(c)} title={`${file.found.courseTitle}, ${file.found.name}`} crumbs={crumbs}>
      <ClassView {...file} now={c.var.ctx.now} troubles={troubles} />
    </Page>
  )
}

async function ownPage(c: Request, trouble: Trouble) {
  return (
    <DeskPage {...frame(c)} title="Lớp của tôi">
      <ErrorSummary trouble={trouble} />
      <OwnClassesView own={await ownClasses(c.var.ctx, 1)} now={c.var.ctx.now} />
    </DeskPage>
  )
}
