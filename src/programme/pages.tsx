import { Hono } from 'hono'
import { country } from '../kernel/actor.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { programmeAccess } from './access.ts'
import { enterDay, enteredDays } from './actions.ts'
import { CalendarInput } from './model.ts'
import { CalendarView } from './views.tsx'

export const programmePages = new Hono<Env>()
  .get(paths.programme.calendar(), async (c) => c.html(await calendarPage(c)))
  .post(paths.programme.calendar(), (c) =>
    submit(
      c,
      CalendarInput,
      async (input) => {
        await enterDay(c.var.ctx, orMissing(unitOf(c)), input)
        return { to: paths.programme.calendar(), say: 'Đã ghi ngày. Hạn tính từ nay theo lịch mới.' }
      },
      (trouble) => calendarPage(c, trouble),
    ),
  )

/** The unit whose calendar this person keeps: the country, or the own province. */
function unitOf({ var: { ctx } }: Request): string | undefined {
  return ctx.actor.postings.find(({ unit }) => programmeAccess['enter-day'](ctx.actor, { unit, province: unit }))?.unit
}

async function calendarPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const unit = orMissing(unitOf(c))
  const days = (await enteredDays(ctx)).filter(({ unitCode }) => unitCode === unit || unitCode === country)
  return (
    <DeskPage {...frame(c)} title="Lịch làm việc">
      <CalendarView days={days} ofProvince={unit !== country} year={yearOf(ctx.today)} trouble={trouble} />
    </DeskPage>
  )
}
