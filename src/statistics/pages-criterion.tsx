import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { readDate } from '../kernel/civil-date.ts'
import { frame } from '../platform/frame.ts'
import type { Env, Request } from '../platform/web.ts'
import { provincesToday } from '../territory/actions.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { criterionList } from './actions-criterion.ts'
import { CriterionView } from './views-criterion.tsx'

export const criterionPages = new Hono<Env>().get(paths.statistics.communeCriterion(), async (c) =>
  c.html(await criterionPage(c)),
)

async function criterionPage(c: Request) {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  // An officer begins at home; everybody else with the first of the list.
  const own = ctx.actor.postings[0]?.province
  const wanted = c.req.query('tinh') ?? own
  const province = provinces.find(({ code }) => code === wanted) ?? provinces[0]
  const at = readDate(c.req.query('ngay') ?? '') ?? ctx.today
  const found = await criterionList(ctx, {
    province: province?.code ?? '',
    at,
    page: pageAsked(c.req.query('trang')),
  })
  return (
    <PublicPage
      {...frame(c)}
      title="Tiêu chí OCOP của xã"
      crumbs={[
        { label: 'Trang chủ', href: paths.home() },
        { label: 'Thống kê', href: paths.statistics.list() },
        { label: 'Tiêu chí của xã' },
      ]}
    >
      <CriterionView
        {...found}
        at={at}
        province={province?.code ?? ''}
        provinceName={province?.fullName ?? ''}
        provinces={provinces.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </PublicPage>
  )
}
