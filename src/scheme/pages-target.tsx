import { Hono } from 'hono'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { changeTarget, dropTarget } from './actions-draft.ts'
import { tellMeasure } from './actions.ts'
import { targetFile } from './actions-reading.ts'
import { MeasureInput, TargetInput } from './model.ts'
import { inPlans, pressed } from './pages.tsx'
import { TargetView } from './views-target.tsx'
import type { TargetForms } from './views-target.tsx'

export const schemeTargetPages = new Hono<Env>()
  .get(paths.scheme.target(':id'), async (c) => c.html(await targetPage(c)))
  .post(paths.scheme.changeTarget(':id'), (c) =>
    submit(
      c,
      TargetInput,
      async (input) => {
        await changeTarget(c.var.ctx, param(c, 'id'), input)
        return { to: paths.scheme.target(param(c, 'id')), say: 'Đã lưu chỉ tiêu.' }
      },
      (trouble) => targetPage(c, { change: trouble }),
    ),
  )
  .post(paths.scheme.dropTarget(':id'), (c) =>
    submit(
      c,
      pressed,
      async () => ({
        to: paths.scheme.plan(await dropTarget(c.var.ctx, param(c, 'id'))),
        say: 'Đã bỏ chỉ tiêu.',
      }),
      (trouble) => targetPage(c, { drop: trouble }),
    ),
  )
  .post(paths.scheme.measure(':id'), (c) =>
    submit(
      c,
      MeasureInput,
      async (input) => {
        await tellMeasure(c.var.ctx, param(c, 'id'), input)
        return { to: paths.scheme.target(param(c, 'id')), say: 'Đã ghi kết quả.' }
      },
      (trouble) => targetPage(c, { measure: trouble }),
    ),
  )

async function targetPage(c: Request, troubles: Partial<Record<TargetForms, Trouble>> = {}) {
  const file = await targetFile(c.var.ctx, param(c, 'id'))
  const Page = c.var.viewer.signedIn ? DeskPage : PublicPage
  const crumbs = [
    inPlans,
    { label: file.plan.title, href: paths.scheme.plan(file.plan.id) },
    { label: file.target.title },
  ]
  return (
    <Page {...frame(c)} title={file.target.title} crumbs={crumbs}>
      <TargetView {...file} troubles={troubles} />
    </Page>
  )
}
