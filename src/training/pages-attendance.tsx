import { Hono } from 'hono'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { attendanceList, doorOf, markList, scanIn, scanPage, strikeMark } from './actions-attendance.ts'
import { doorMinutes } from './door.ts'
import { ListInput, ScanInput, StrikeInput } from './model.ts'
import { AttendanceView, DoorView, ScanView } from './views-door.tsx'

export const attendancePages = new Hono<Env>()
  .get(paths.training.door(':id'), signedIn, async (c) => c.html(await doorPage(c)))
  .get(paths.training.scan(':id'), signedIn, async (c) => c.html(await ownScanPage(c, c.req.query('ma') ?? '')))
  .post(paths.training.scan(':id'), signedIn, (c) =>
    submit(
      c,
      ScanInput,
      async ({ token }) => {
        const first = await scanIn(c.var.ctx, param(c, 'id'), token)
        const say = first ? 'Đã ghi bạn có mặt.' : 'Bạn đã được ghi có mặt từ trước.'
        return { to: paths.training.scan(param(c, 'id')), say }
      },
      (trouble) => ownScanPage(c, String(trouble.values['token'] ?? ''), trouble),
    ),
  )
  .get(paths.training.attendance(':id'), signedIn, async (c) => c.html(await listPage(c)))
  .post(paths.training.attendance(':id'), (c) =>
    submit(
      c,
      ListInput,
      async ({ present }) => ({
        to: paths.training.attendance(param(c, 'id')),
        say: `Đã ghi thêm ${await markList(c.var.ctx, param(c, 'id'), present)} người có mặt.`,
      }),
      (trouble) => listPage(c, { mark: trouble }),
    ),
  )
  .post(paths.training.strike(':id'), (c) =>
    submit(
      c,
      StrikeInput,
      async (input) => {
        await strikeMark(c.var.ctx, param(c, 'id'), input)
        return { to: paths.training.attendance(param(c, 'id')), say: 'Đã bỏ dòng điểm danh.' }
      },
      (trouble) => listPage(c, { strike: trouble }),
    ),
  )

async function doorPage(c: Request) {
  const door = await doorOf(c.var.ctx, param(c, 'id'))
  // A screen at a door has nobody to press; half a window leaves every code shown at least that long to live.
  c.header('Refresh', String((doorMinutes * 60) / 2))
  c.header('Cache-Control', 'private, no-store')
  const address = `${c.var.publicUrl}${paths.training.scan(door.meeting.id, { ma: door.token })}`
  return (
    <DeskPage {...frame(c)} title={`Điểm danh: ${door.found.courseTitle}`}>
      <DoorView {...door} address={address} now={c.var.ctx.now} />
    </DeskPage>
  )
}

async function ownScanPage(c: Request, token: string, trouble?: Trouble) {
  c.header('Cache-Control', 'private, no-store')
  return (
    <DeskPage {...frame(c)} title="Điểm danh">
      <ScanView {...await scanPage(c.var.ctx, param(c, 'id'))} token={token} trouble={trouble} />
    </DeskPage>
  )
}

async function listPage(c: Request, troubles: { mark?: Trouble; strike?: Trouble } = {}) {
  const { meeting, found, enrolments } = await attendanceList(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage
      {...frame(c)}
      title="Điểm danh theo danh sách"
      crumbs={[{ label: found.courseTitle, href: paths.training.class(found.id) }, { label: 'Điểm danh' }]}
    >
      <AttendanceView
        meeting={meeting}
        title={`${found.courseTitle}, ${found.name}`}
        classId={found.id}
        enrolments={enrolments}
        begun={c.var.ctx.now >= meeting.startsAt}
        troubles={troubles}
      />
    </DeskPage>
  )
}
