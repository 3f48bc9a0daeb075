import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { country } from '../kernel/actor.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { programmeAccess } from '../programme/access.ts'
import { openRound } from '../programme/actions.ts'
import { RoundInput } from '../programme/model.ts'
import { datesOf } from '../programme/rules.ts'
import { textForNew } from '../regime/law.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { roundFile, roundsWithCounts } from './actions-rounds.ts'
import { dossierStates } from './model.ts'
import { RoundFile, RoundsView } from './views-rounds.tsx'

export const roundPages = new Hono<Env>()
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
  .get(paths.programme.round(':id'), async (c) => c.html(await roundPage(c)))

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
        rounds={await roundsWithCounts(ctx)}
        mayOpen={unit !== undefined}
        proposals={proposals}
        year={yearOf(ctx.today)}
        trouble={trouble}
      />
    </DeskPage>
  )
}

async function roundPage(c: Request) {
  const state = dossierStates.find((one) => one === c.req.query('trang-thai'))
  const page = pageAsked(c.req.query('trang'))
  const file = await roundFile(c.var.ctx, param(c, 'id'), { state, page })
  const { number, year } = file.round
  const crumbs = [{ label: 'Đợt đánh giá', href: paths.programme.rounds() }, { label: `Đợt ${number}/${year}` }]
  return (
    <DeskPage {...frame(c)} title={`Đợt ${number}/${year}`} crumbs={crumbs}>
      <RoundFile {...file} state={state} />
    </DeskPage>
  )
}
