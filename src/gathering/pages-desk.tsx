import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { z } from 'zod'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { addRoom, amendEvent, announceEvent, cancelEvent, openEvent } from './actions.ts'
import { conclusionFile, eventChoices, eventFile, eventList, organisedUnits } from './actions-reading.ts'
import { reportConclusion } from './actions-closing.ts'
import { CancelInput, EventInput, ReportInput, RoomInput } from './model.ts'
import { backTo, crumbsTo, filePage } from './pages-file.tsx'
import { ConclusionView } from './views-closing.tsx'
import { EventListView } from './views-file.tsx'
import { EventForm, OtherText, RoomsView } from './views-form.tsx'

const Nothing = z.object({})

/** Where organisers write an event down, and offices report what was concluded. */
export const organisingPages = new Hono<Env>()
for (const own of ['/su-kien-don-vi', '/su-kien-don-vi/*', '/ket-luan/*']) organisingPages.use(own, signedIn)

organisingPages
  .get(paths.gathering.list(), async (c) => {
    const events = await eventList(c.var.ctx, pageAsked(c.req.query('trang')))
    return c.html(
      <DeskPage {...frame(c)} title="Sự kiện của đơn vị">
        <EventListView events={events} mayOrganise={organisedUnits(c.var.ctx.actor).length > 0} />
      </DeskPage>,
    )
  })
  .get(paths.gathering.rooms(), async (c) => c.html(await roomsPage(c)))
  .post(paths.gathering.rooms(), (c) =>
    submit(
      c,
      RoomInput,
      async (input) => {
        await addRoom(c.var.ctx, input)
        return { to: paths.gathering.rooms(), say: 'Đã thêm phòng.' }
      },
      (trouble) => roomsPage(c, trouble),
    ),
  )
  .get(paths.gathering.begin(), async (c) => c.html(await beginPage(c)))
  .post(paths.gathering.begin(), (c) =>
    submit(
      c,
      EventInput,
      async (input) => ({
        to: paths.gathering.file(await openEvent(c.var.ctx, input)),
        say: 'Đã lưu bản soạn. Mời khách, thêm tài liệu, rồi công bố.',
      }),
      (trouble) => beginPage(c, trouble),
    ),
  )
  .get(paths.gathering.amend(':id'), async (c) => c.html(await amendPage(c)))
  .post(paths.gathering.amend(':id'), (c) =>
    submit(
      c,
      EventInput,
      async (input) => {
        await amendEvent(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã lưu sự kiện.')
      },
      (trouble) => amendPage(c, trouble),
    ),
  )
  .post(paths.gathering.announce(':id'), (c) =>
    submit(
      c,
      Nothing,
      async () => {
        await announceEvent(c.var.ctx, param(c, 'id'))
        return backTo(c, 'Đã công bố. Thư mời đang gửi.')
      },
      (trouble) => filePage(c, { announce: trouble }),
    ),
  )
  .post(paths.gathering.cancel(':id'), (c) =>
    submit(
      c,
      CancelInput,
      async (input) => {
        await cancelEvent(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã hủy sự kiện.')
      },
      (trouble) => filePage(c, { cancel: trouble }),
    ),
  )
  .get(paths.gathering.conclusion(':id'), async (c) => c.html(await conclusionPage(c)))
  .post(paths.gathering.report(':id'), (c) =>
    submit(
      c,
      ReportInput,
      async (input) => {
        await reportConclusion(c.var.ctx, param(c, 'id'), input)
        return { to: paths.gathering.conclusion(param(c, 'id')), say: 'Đã ghi báo cáo.' }
      },
      (trouble) => conclusionPage(c, trouble),
    ),
  )

async function roomsPage(c: Request, trouble?: Trouble) {
  return (
    <DeskPage {...frame(c)} title="Phòng họp, hội trường" crumbs={crumbsTo('Phòng họp')}>
      <RoomsView {...await eventChoices(c.var.ctx)} trouble={trouble} />
    </DeskPage>
  )
}

async function beginPage(c: Request, trouble?: Trouble) {
  return (
    <DeskPage {...frame(c)} title="Sự kiện mới" crumbs={crumbsTo('Sự kiện mới')}>
      <EventForm {...await eventChoices(c.var.ctx)} saved={undefined} trouble={trouble} />
    </DeskPage>
  )
}

async function amendPage(c: Request, trouble?: Trouble) {
  const saved = await eventFile(c.var.ctx, param(c, 'id'), 1)
  const overtaken = trouble !== undefined && trouble.values['edition'] !== String(saved.event.edition)
  return (
    <DeskPage {...frame(c)} title={`Sửa: ${saved.event.title}`} crumbs={crumbsTo(saved.event.title)}>
      <EventForm {...await eventChoices(c.var.ctx)} saved={saved} trouble={trouble} />
      {overtaken ? <OtherText saved={saved} trouble={trouble} /> : null}
    </DeskPage>
  )
}

async function conclusionPage(c: Request, trouble?: Trouble) {
  return (
    <DeskPage
      {...frame(c)}
      title="Kết luận phải thực hiện"
      crumbs={[{ label: 'Việc của tôi', href: paths.desk() }, { label: 'Kết luận' }]}
    >
      <ConclusionView {...await conclusionFile(c.var.ctx, param(c, 'id'))} trouble={trouble} />
    </DeskPage>
  )
}
