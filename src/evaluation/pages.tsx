import { Hono } from 'hono'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { textById } from '../regime/law.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { advicePage, adviceList, reportAdvice, takeAdviceStep } from './actions-advice.ts'
import { strictness } from './strictness.ts'
import { AdviceInput, AdviceStepInput } from './model.ts'
import { councilPages } from './pages-council.tsx'
import { sessionPages } from './pages-session.tsx'
import { AdviceList, AdviceView } from './views-advice.tsx'
import { CompareView } from './views-compare.tsx'

export const evaluationPages = new Hono<Env>()
  .get(paths.evaluation.compare(), async (c) => {
    const text = orMissing(textById(c.req.query('van-ban') ?? '26-2026'))
    return c.html(
      <DeskPage {...frame(c)} title="So sánh độ chặt">
        <CompareView councils={await strictness(c.var.ctx, text.id)} text={text} />
      </DeskPage>,
    )
  })
  .route('/', councilPages)
  .route('/', sessionPages)
  .get(paths.evaluation.adviceList(), async (c) => {
    const dossiers = await adviceList(c.var.ctx)
    return c.html(
      <DeskPage {...frame(c)} title="Thẩm định">
        <AdviceList dossiers={dossiers} />
      </DeskPage>,
    )
  })
  .get(paths.evaluation.advice(':dossier'), async (c) => c.html(await adviceDraw(c)))
  .post(paths.evaluation.advice(':dossier'), async (c) => {
    const form = await c.req.parseBody()
    const act = form['act']
    if (act === 'start-advice') {
      await takeAdviceStep(c.var.ctx, param(c, 'dossier'), 'start-advice')
      return c.redirect(paths.evaluation.advice(param(c, 'dossier')), 303)
    }
    if (act === 'visit-site' || act === 'ask-lab-test') {
      return submit(
        c,
        AdviceStepInput,
        async ({ reason }) => {
          await takeAdviceStep(c.var.ctx, param(c, 'dossier'), act, reason)
          return { to: paths.evaluation.advice(param(c, 'dossier')), say: 'Đã ghi.' }
        },
        (trouble) => adviceDraw(c, trouble),
      )
    }
    if (act !== 'report') throw new Refused({ code: 'kernel/not-found' })
    return submit(
      c,
      AdviceInput,
      async (input) => {
        await reportAdvice(c.var.ctx, param(c, 'dossier'), input)
        return { to: paths.evaluation.adviceList(), say: 'Đã gửi báo cáo tới Chủ tịch Hội đồng.' }
      },
      (trouble) => adviceDraw(c, trouble),
    )
  })

async function adviceDraw(c: Request, trouble?: Trouble) {
  const page = await advicePage(c.var.ctx, param(c, 'dossier'))
  const crumbs = [{ label: 'Thẩm định', href: paths.evaluation.adviceList() }, { label: page.facts.productName }]
  return (
    <DeskPage {...frame(c)} title={`Thẩm định: ${page.facts.productName}`} crumbs={crumbs}>
      <AdviceView page={page} trouble={trouble} />
    </DeskPage>
  )
}
