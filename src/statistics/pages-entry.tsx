import { Hono } from 'hono'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { orMissing } from '../kernel/refusal.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { provincesToday } from '../territory/actions.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import {
  correct,
  corrections,
  defineRegion,
  endRegion,
  enterPublished,
  mayDefine,
  placesToEnter,
  publishedById,
  regionsEver,
} from './actions-entry.ts'
import { CorrectionInput, EndRegionInput, PublishedForm, RegionInput } from './model.ts'
import { CorrectionForm, CorrectionsView, PublishedFormView } from './views-entry.tsx'
import { RegionsView } from './views-regions.tsx'

const crumbs = [
  { label: 'Trang chủ', href: paths.home() },
  { label: 'Thống kê', href: paths.statistics.list() },
]

/** Before the pages of single figures: the fixed words of these addresses are no names of figures. */
export const statisticsEntryPages = new Hono<Env>()
  .get(paths.statistics.enterPublished(), async (c) => c.html(await publishedForm(c)))
  .post(paths.statistics.enterPublished(), (c) =>
    submit(
      c,
      PublishedForm,
      async (input) => {
        await enterPublished(c.var.ctx, input)
        return { to: paths.statistics.published(), say: 'Đã ghi con số đã công bố, giữ nguyên như đã in.' }
      },
      (trouble) => publishedForm(c, trouble),
    ),
  )
  .get(paths.statistics.correct(':id'), async (c) => c.html(await correctionForm(c)))
  .post(paths.statistics.correct(':id'), (c) =>
    submit(
      c,
      CorrectionInput,
      async (input) => {
        await correct(c.var.ctx, param(c, 'id'), input)
        return { to: paths.statistics.corrections(), say: 'Đã ghi đính chính; mọi người đọc được.' }
      },
      (trouble) => correctionForm(c, trouble),
    ),
  )
  .get(paths.statistics.corrections(), async (c) =>
    c.html(
      <PublicPage {...frame(c)} title="Nhật ký đính chính số liệu" crumbs={[...crumbs, { label: 'Đính chính' }]}>
        <CorrectionsView all={await corrections(c.var.ctx)} />
      </PublicPage>,
    ),
  )
  .get(paths.statistics.regions(), async (c) => c.html(await regionsPage(c)))
  .post(paths.statistics.regions(), (c) =>
    submit(
      c,
      RegionInput,
      async (input) => {
        await defineRegion(c.var.ctx, input)
        return { to: paths.statistics.regions(), say: 'Đã lập vùng; mọi con số xem được theo vùng này.' }
      },
      (trouble) => regionsPage(c, trouble),
    ),
  )
  .post(paths.statistics.endRegion(), (c) =>
    submit(
      c,
      EndRegionInput,
      async (input) => {
        await endRegion(c.var.ctx, input)
        return { to: paths.statistics.regions(), say: 'Đã ghi ngày thôi dùng vùng.' }
      },
      (trouble) => regionsPage(c, trouble),
    ),
  )

async function publishedForm(c: Request, trouble?: Trouble) {
  const places = await placesToEnter(c.var.ctx)
  orMissing(places[0])
  return (
    <DeskPage {...frame(c)} title="Ghi con số đã công bố">
      <PublishedFormView places={places} trouble={trouble} />
    </DeskPage>
  )
}

async function correctionForm(c: Request, trouble?: Trouble) {
  const published = await publishedById(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage {...frame(c)} title="Đính chính con số đã công bố">
      <CorrectionForm published={published} trouble={trouble} />
    </DeskPage>
  )
}

async function regionsPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const may = mayDefine(ctx)
  return (
    <PublicPage {...frame(c)} title="Vùng thống kê" crumbs={[...crumbs, { label: 'Vùng' }]}>
      <RegionsView
        regions={await regionsEver(ctx)}
        today={ctx.today}
        provinces={may ? await provincesToday(ctx) : []}
        trouble={trouble}
      />
    </PublicPage>
  )
}
