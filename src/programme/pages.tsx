import { Hono } from 'hono'
import { country } from '../kernel/actor.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import type { Env, Request } from '../platform/web.ts'
import { textForNew } from '../regime/law.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { programmeAccess } from './access.ts'
import { enterDay, enteredDays, openRound, roundsFor } from './actions.ts'
import { CalendarInput, RoundInput } from './model.ts'
import { datesOf } from './rules.ts'
import { CalendarView, RoundsView } from './views.tsx'

export const programmePages = new Hono<Env>()
  .get(paths.programme.rounds(), async (c) => c.html(await roundsPage(c)))
  .post(paths.programme.rounds(), (c) =>
    submit(
      c,
      RoundInput,
      async (input) => {
        const unitCode = orMissing(unitOf(c))
        const level = unitCode === country ? 'ministry' : 'province'
        await openRound(c.var.ctx, { ...input, level, unitCode, unitOn: c.var.ctx.today })
        return { to: paths.programme.rounds(), say: `Đã mở đợt ${input.number} năm ${input.year}.` }
      },
      (trouble) => roundsPage(c, trouble),
    ),
  )
  .get(paths.programme.calendar(), async (c) => c.html(await calendarPage(c)))
  .post(paths.programme.calendar(), (c) =>
    submit(
      c,
      CalendarInput,
      async (input) => {
        await enterDay(c.var.ctx, input)
        return { to: paths.programme.calendar(), say: 'Đã ghi ngày. Hạn tính từ nay theo lịch mới.' }
      },
      (trouble) => calendarPage(c, trouble),
    ),
  )

/** The unit whose rounds this person opens: the own province, or the country. */
function unitOf({ var: { ctx } }: Request): string | undefined {
  return ctx.actor.postings.find(({ unit }) => programmeAccess['open-round'](ctx.actor, { unit, province: unit }))?.unit
}

async function roundsPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  orMissing(ctx.actor.postings[0])
  const unit = unitOf(c)
  const level = unit === country ? 'ministry' : 'province'
  const batches = textForNew(ctx.today)?.batches.filter((batch) => batch.level === level) ?? []
  const proposals = batches.map((batch) => ({ number: batch.number, ...datesOf(batch, yearOf(ctx.today)) }))
  return (
    <DeskPage {...frame(c)} title="Đợt đánh giá">
      <RoundsView
        rounds={await roundsFor(ctx)}
        mayOpen={unit !== undefined}
        proposals={proposals}
        year={yearOf(ctx.today)}
        trouble={trouble}
      />
    </DeskPage>
  )
}

async function calendarPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  orMissing(programmeAccess['enter-day'](ctx.actor, { unit: country, province: country }) || undefined)
  return (
    <DeskPage {...frame(c)} title="Lịch làm việc">
      <CalendarView days={await enteredDays(ctx)} year={yearOf(ctx.today)} trouble={trouble} />
    </DeskPage>
  )
}
