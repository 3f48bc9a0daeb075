import { Hono } from 'hono'
import { z } from 'zod'
import { country } from '../kernel/actor.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { requiredText, typedDate } from '../platform/input.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { roundsOfUnit } from '../programme/actions.ts'
import { textForNew, texts } from '../regime/law.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { evaluationAccess } from './access.ts'
import {
  adoptRegulation,
  candidates,
  councilFile,
  councilsOf,
  readyFor,
  setUpCouncil,
  unitsToSetUp,
} from './actions-council.ts'
import { callSession } from './actions-session.ts'
import { RegulationInput, SessionInput, capacities } from './model.ts'
import type { SeatInput } from './model.ts'
import { CallSession } from './views-call.tsx'
import { CouncilList, CouncilView, SetUpCouncil } from './views-council.tsx'

const cells = z.record(z.string(), z.string()).default({})

/** The form of a council: rows of person, capacity and agency; rows without a person are no seats. */
const CouncilForm = z
  .object({
    name: requiredText(200, 'Hãy ghi tên Hội đồng.'),
    decisionNo: requiredText(80, 'Hãy ghi số quyết định thành lập.'),
    decidedOn: typedDate,
    fromDate: typedDate,
    toDate: typedDate.optional(),
    nguoi: cells,
    chuc: cells,
    coquan: cells,
  })
  .transform(({ nguoi, chuc, coquan, ...council }) => ({
    ...council,
    seats: Object.entries(nguoi).map(([row, accountId]): SeatInput => ({
      accountId,
      capacity: capacities.find((one) => one === chuc[row]) ?? 'member',
      agency: coquan[row] ?? '',
    })),
  }))
  .refine(({ seats }) => seats.length > 0, { error: 'Hãy chọn các thành viên Hội đồng.', path: ['nguoi[0]'] })

export const councilPages = new Hono<Env>()
  .get(paths.evaluation.councils(), async (c) => {
    const { ctx } = c.var
    if (ctx.actor.id === 'visitor') return c.redirect(paths.identity.signIn({ tiep: paths.evaluation.councils() }), 303)
    const councils = await councilsOf(ctx)
    return c.html(
      <DeskPage {...frame(c)} title="Hội đồng">
        <CouncilList
          councils={councils}
          maySetUp={unitsToSetUp(ctx.actor).length > 0}
          mayCompare={evaluationAccess['compare-councils'](ctx.actor, { unit: country, province: country })}
        />
      </DeskPage>,
    )
  })
  .get(paths.evaluation.councilBegin(), async (c) => c.html(await setUpPage(c)))
  .post(paths.evaluation.councilBegin(), (c) =>
    submit(
      c,
      CouncilForm,
      async (input) => {
        const unitCode = orMissing(unitsToSetUp(c.var.ctx.actor)[0])
        const level = unitCode === country ? 'ministry' : 'province'
        const id = await setUpCouncil(c.var.ctx, { ...input, unitCode, level })
        return {
          to: paths.evaluation.council(id),
          say: 'Đã lập Hội đồng. Hãy ban hành quy chế trước khi triệu tập phiên.',
        }
      },
      (trouble) => setUpPage(c, trouble),
    ),
  )
  .get(paths.evaluation.council(':id'), async (c) => c.html(await councilPage(c)))
  .post(paths.evaluation.regulation(':id'), (c) =>
    submit(
      c,
      RegulationInput,
      async (input) => {
        await adoptRegulation(c.var.ctx, param(c, 'id'), input)
        return { to: paths.evaluation.council(param(c, 'id')), say: 'Đã ban hành quy chế.' }
      },
      (trouble) => councilPage(c, trouble),
    ),
  )
  .get(paths.evaluation.sessionBegin(':id'), async (c) => c.html(await callPage(c)))
  .post(paths.evaluation.sessionBegin(':id'), (c) =>
    submit(
      c,
      SessionInput,
      async (input) => {
        const id = await callSession(c.var.ctx, { ...input, councilId: param(c, 'id') })
        return { to: paths.evaluation.session(id), say: 'Đã triệu tập phiên chấm.' }
      },
      (trouble) => callPage(c, trouble),
    ),
  )

async function setUpPage(c: Request, trouble?: Trouble) {
  if (unitsToSetUp(c.var.ctx.actor).length === 0) throw new Refused({ code: 'kernel/not-found' })
  return (
    <DeskPage {...frame(c)} title="Lập Hội đồng">
      <SetUpCouncil people={await candidates(c.var.ctx)} trouble={trouble} />
    </DeskPage>
  )
}

async function councilPage(c: Request, trouble?: Trouble) {
  const file = await councilFile(c.var.ctx, param(c, 'id'))
  const crumbs = [{ label: 'Hội đồng', href: paths.evaluation.councils() }, { label: file.council.name }]
  return (
    <DeskPage {...frame(c)} title={file.council.name} crumbs={crumbs}>
      <CouncilView file={file} trouble={trouble} />
    </DeskPage>
  )
}

async function callPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const { council, regulations, mayPrepare } = await councilFile(ctx, param(c, 'id'))
  if (!mayPrepare) throw new Refused({ code: 'kernel/not-found' })
  const [ready, rounds] = await Promise.all([readyFor(ctx, council), roundsOfUnit(ctx, council.provinceToday)])
  const running = rounds.filter(({ doneBy }) => c.var.ctx.today <= doneBy)
  const asked = trouble?.values['text'] ?? c.req.query('van-ban') ?? orMissing(textForNew(ctx.today)).id
  const waiting = texts.filter(({ id }) => id === asked || ready.some(({ text }) => text === id))
  const text = orMissing(waiting.find(({ id }) => id === asked))
  return (
    <DeskPage
      {...frame(c)}
      title="Triệu tập phiên chấm"
      crumbs={[{ label: council.name, href: paths.evaluation.council(council.id) }, { label: 'Phiên mới' }]}
    >
      <CallSession
        councilId={council.id}
        text={text}
        others={waiting.filter(({ id }) => id !== text.id)}
        ready={ready.filter((dossier) => dossier.text === text.id)}
        againRule={regulations[0]?.sitsAgain ?? null}
        rounds={rounds.map(({ id, number, year }) => ({ id, label: `Đợt ${number}/${year}` }))}
        running={running.length === 1 ? running[0]?.id : undefined}
        trouble={trouble}
      />
    </DeskPage>
  )
}
