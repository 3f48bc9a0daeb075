import { Hono } from 'hono'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { sendPaper } from '../evidence/download.ts'
import { showPdf } from '../platform/show-pdf.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { answerByLink, guestOfLink } from './actions-guests.ts'
import {
  monthOfOccasions,
  occasionsAfter,
  occasionsAround,
  organisedUnits,
  paperContent,
  publicEvent,
} from './actions-reading.ts'
import { calendarFile } from './calendar-file.ts'
import { AnswerInput } from './model.ts'
import { renderProgramme } from './print.ts'
import { judgeAnswer } from './rules.ts'
import { AnswerView } from './views-answer.tsx'
import { CalendarView, monthWords } from './views-calendar.tsx'
import { EventView } from './views-event.tsx'

/** What everybody opens: the common calendar, one event, and the answer of a guest. */
export const gatheringPages = new Hono<Env>()
  .get(paths.gathering.calendar(), async (c) => c.html(await calendarPage(c)))
  .get(paths.gathering.calendarFile(), async (c) =>
    sendCalendar(c, calendarFile('Sự kiện OCOP', await occasionsAround(c.var.ctx), about(c)), 'lich-ocop'),
  )
  .get(paths.gathering.event(':slug'), async (c) => c.html(await eventPage(c)))
  .get(paths.gathering.eventFile(':slug'), async (c) => {
    const { event } = await publicEvent(c.var.ctx, param(c, 'slug'))
    const place = `${event.roomName}, ${event.address}`
    const occasion = {
      ...event,
      source: 'gathering' as const,
      place,
      cancelled: event.state === 'cancelled',
      highlight: false,
    }
    return sendCalendar(c, calendarFile(event.title, [occasion], about(c)), event.slug)
  })
  .get(paths.gathering.programmePdf(':slug'), async (c) => {
    const found = await publicEvent(c.var.ctx, param(c, 'slug'))
    return showPdf(c, await renderProgramme(found), `chuong-trinh-${found.event.slug}`)
  })
  .get(paths.gathering.paper(':slug', ':paper'), async (c) =>
    sendPaper(c, await paperContent(c.var.ctx, param(c, 'slug'), param(c, 'paper'))),
  )
  .get(paths.gathering.answer(':link'), async (c) => c.html(await answerPage(c)))
  .post(paths.gathering.answer(':link'), (c) =>
    submit(
      c,
      AnswerInput,
      async (input) => {
        await answerByLink(c.var.ctx, param(c, 'link'), input)
        return { to: paths.gathering.answer(param(c, 'link')), say: 'Cảm ơn, ban tổ chức đã nhận trả lời.' }
      },
      (trouble) => answerPage(c, trouble),
    ),
  )

function about({ var: { publicUrl, ctx } }: Request) {
  return { publicUrl, today: ctx.today }
}

function sendCalendar(c: Request, text: string, name: string): Response {
  return c.body(text, 200, {
    'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'Content-Disposition': `attachment; filename="${name}.ics"`,
  })
}

async function calendarPage(c: Request) {
  const { ctx } = c.var
  const asked = c.req.query('thang') ?? ''
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : ctx.today.slice(0, 7)
  const occasions = await monthOfOccasions(ctx, month)
  const coming = month < ctx.today.slice(0, 7) ? [] : await occasionsAfter(ctx, month)
  return (
    <PublicPage
      {...frame(c)}
      title={`Sự kiện OCOP, ${monthWords(month).toLowerCase()}`}
      description="Hội nghị, hội thảo, lễ trao giấy chứng nhận và hội chợ OCOP của mọi đơn vị trên một lịch."
      crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Sự kiện' }]}
    >
      <CalendarView
        {...{ month, occasions, coming }}
        today={ctx.today}
        mayOrganise={organisedUnits(ctx.actor).length > 0}
      />
    </PublicPage>
  )
}

async function eventPage(c: Request) {
  const found = await publicEvent(c.var.ctx, param(c, 'slug'))
  return (
    <PublicPage
      {...frame(c)}
      title={found.event.title}
      crumbs={[{ label: 'Sự kiện', href: paths.gathering.calendar() }, { label: found.event.title }]}
    >
      <EventView {...found} />
    </PublicPage>
  )
}

async function answerPage(c: Request, trouble?: Trouble) {
  const link = param(c, 'link')
  const { guest, event } = await guestOfLink(c.var.ctx, link)
  const judged = judgeAnswer(event, guest.outcome !== null, 'invitee', c.var.ctx.now)
  // The address is the guest's key: it is kept by nobody on the way and told to no other site.
  c.header('Cache-Control', 'private, no-store')
  c.header('Referrer-Policy', 'no-referrer')
  return (
    <PublicPage {...frame(c)} title={`Thư mời: ${event.title}`}>
      <AnswerView
        {...{ guest, event, link, trouble }}
        closed={judged.ok ? undefined : c.var.sentence(judged.refusal)}
      />
    </PublicPage>
  )
}
