import { Hono } from 'hono'
import { z } from 'zod'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { dropTarget, linkTarget, tellMeasure } from './actions.ts'
import { targetFile } from './actions-reading.ts'
import { LinkInput, MeasureInput } from './model.ts'
import { inPlans } from './pages.tsx'
import { TargetView } from './views-target.tsx'

export const schemeTargetPages = new Hono<Env>()
  .get(paths.scheme.target(':id'), async (c) => c.html(await targetPage(c)))
  .post(paths.scheme.linkTarget(':id'), (c) =>
    submit(
      c,
      LinkInput,
      async ({ parent }) => {
        await linkTarget(c.var.ctx, param(c, 'id'), parent)
        const say = parent === undefined ? 'Chỉ tiêu không góp vào chỉ tiêu nào.' : 'Đã gắn với chỉ tiêu cấp trên.'
        return { to: paths.scheme.target(param(c, 'id')), say }
      },
      (trouble) => targetPage(c, { link: trouble }),
    ),
  )
  .post(paths.scheme.dropTarget(':id'), (c) =>
    submit(
      c,
      z.object({}),
      async () => ({
        to: paths.scheme.plan(await dropTarget(c.var.ctx, param(c, 'id'))),
        say: 'Đã bỏ chỉ tiêu.',
      }),
      (trouble) => targetPage(c, { link: trouble }),
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

async function targetPage(c: Request, troubles: { link?: Trouble; measure?: Trouble } = {}) {
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
