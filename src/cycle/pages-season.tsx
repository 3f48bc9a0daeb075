import { Hono } from 'hono'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { provincesToday } from '../territory/actions.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { dropSeason, ownProvince, seasonCalendar, setSeason } from './actions-season.ts'
import { SeasonInput } from './model-season.ts'
import { SeasonsView } from './views-season.tsx'

export const cycleSeasonPages = new Hono<Env>()
  .get(paths.cycle.seasons(), async (c) => c.html(await seasonsPage(c)))
  .post(paths.cycle.seasons(), (c) =>
    submit(
      c,
      SeasonInput,
      async (input) => {
        await setSeason(c.var.ctx, input)
        return { to: paths.cycle.seasons({ tinh: input.province }), say: 'Đã ghi vào lịch.' }
      },
      (trouble) => seasonsPage(c, trouble),
    ),
  )
  .post(paths.cycle.dropSeason(':id'), async (c) => {
    const province = await dropSeason(c.var.ctx, param(c, 'id'))
    return c.redirect(paths.cycle.seasons({ tinh: province }), 303)
  })

async function seasonsPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  const asked = String(trouble?.values['province'] ?? c.req.query('tinh') ?? ownProvince(ctx) ?? '')
  const province = provinces.find(({ code }) => code === asked)
  return (
    <PublicPage
      {...frame(c)}
      title="Lịch chu trình OCOP"
      crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Lịch chu trình' }]}
    >
      <SeasonsView
        province={province}
        provinces={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        calendar={province === undefined ? undefined : await seasonCalendar(ctx, province.code)}
        today={ctx.today}
        plans={ctx.actor.producers.length > 0}
        trouble={trouble}
      />
    </PublicPage>
  )
}
