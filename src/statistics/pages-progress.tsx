import { Hono } from 'hono'
import { readDate } from '../kernel/civil-date.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { planProgress } from './actions-progress.ts'
import { ProgressView } from './views-progress.tsx'

export const progressPages = new Hono<Env>().get(paths.statistics.progress(':id'), async (c) =>
  c.html(await progressPage(c)),
)

async function progressPage(c: Request) {
  const at = readDate(c.req.query('ngay') ?? '') ?? c.var.ctx.today
  const file = await planProgress(c.var.ctx, param(c, 'id'), at)
  const Page = c.var.viewer.signedIn ? DeskPage : PublicPage
  const crumbs = [
    { label: 'Kế hoạch', href: paths.scheme.list() },
    { label: file.plan.title, href: paths.scheme.plan(file.plan.id) },
    { label: 'Tiến độ' },
  ]
  return (
    <Page {...frame(c)} title={`Tiến độ: ${file.plan.title}`} crumbs={crumbs}>
      <ProgressView {...file} at={at} />
    </Page>
  )
}
