import { Hono } from 'hono'
import { readDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { growingFrame, frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { provincesToday } from '../territory/actions.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import {
  communeTotals,
  figureAnswer,
  figureRecords,
  mostPointsShort,
  overview,
  placeByCode,
  reconciled,
  recordsSize,
  regions,
  rising,
} from './actions.ts'
import { placesToEnter } from './actions-entry.ts'
import { figureById } from './figures/catalogue-of-figures.ts'
import { productsInForce } from './figures/products-in-force.ts'
import { dimensions } from './model.ts'
import type { Dimension } from './model.ts'
import { PublishedView } from './views-published.tsx'
import { RisingView } from './views-rising.tsx'
import { FigureView, Overview, RecordsView } from './views.tsx'

const home = { label: 'Trang chủ', href: paths.home() }
const list = { label: 'Thống kê', href: paths.statistics.list() }

export const statisticsPages = new Hono<Env>()
  .get(paths.statistics.list(), async (c) => {
    const { ctx } = c.var
    const asked = await askedOf(c)
    const [figures, communes, byStars, byProvince, choices] = await Promise.all([
      overview(ctx, asked.at, asked.place),
      communeTotals(ctx, asked.at, asked.place),
      figureAnswer(ctx, productsInForce, { ...asked, by: 'stars' }),
      figureAnswer(ctx, productsInForce, { ...asked, by: 'province' }),
      choicesOf(ctx),
    ])
    return c.html(
      <PublicPage {...growingFrame(c)} title="Thống kê" crumbs={[home, { label: 'Thống kê' }]}>
        <Overview
          figures={figures}
          communes={communes}
          byStars={byStars}
          byProvince={byProvince}
          {...asked}
          {...choices}
        />
      </PublicPage>,
    )
  })
  .get(paths.statistics.published(), async (c) =>
    c.html(
      <PublicPage {...frame(c)} title="Đối chiếu con số đã công bố" crumbs={[home, list, { label: 'Đối chiếu' }]}>
        <PublishedView {...await publishedSeen(c.var.ctx)} />
      </PublicPage>,
    ),
  )
  .get(paths.statistics.rising(), async (c) => {
    const asked = await askedOf(c)
    const page = pageOf(c)
    const [found, choices] = await Promise.all([rising(c.var.ctx, { ...asked, page }), choicesOf(c.var.ctx)])
    return c.html(
      <PublicPage {...frame(c)} title="Sản phẩm có thể nâng hạng" crumbs={[home, list, { label: 'Có thể nâng hạng' }]}>
        <RisingView {...found} page={page} within={mostPointsShort} {...asked} {...choices} />
      </PublicPage>,
    )
  })
  .get(paths.statistics.figure(':id'), async (c) => {
    const figure = orMissing(figureById(param(c, 'id')))
    const { ctx } = c.var
    const asked = await askedOf(c)
    const shown = figure.dimensions.filter((by) => by !== 'commune' || asked.place.code.length === 2)
    const [{ value }, splits, choices] = await Promise.all([
      figureAnswer(ctx, figure, asked),
      Promise.all(shown.map(async (by) => ({ by, answer: await figureAnswer(ctx, figure, { ...asked, by }) }))),
      choicesOf(ctx),
    ])
    return c.html(
      <PublicPage {...frame(c)} title={figure.title} crumbs={[home, list, { label: figure.title }]}>
        <FigureView figure={figure} value={value} splits={splits} {...asked} {...choices} />
      </PublicPage>,
    )
  })
  .get(paths.statistics.records(':id'), async (c) => {
    const figure = orMissing(figureById(param(c, 'id')))
    const asked = await askedOf(c)
    const by = c.req.query('chia')
    const part = isDimension(by) ? { by, key: c.req.query('phan') ?? '' } : undefined
    const page = pageOf(c)
    const { items, total } = await figureRecords(c.var.ctx, figure, { ...asked, part, page })
    const crumbs = [home, list, { label: figure.title, href: paths.statistics.figure(figure.id) }, { label: 'Bản ghi' }]
    return c.html(
      <PublicPage {...frame(c)} title={`Bản ghi: ${figure.title}`} crumbs={crumbs}>
        <RecordsView figure={figure} items={items} total={total} page={page} part={part} {...asked} />
      </PublicPage>,
    )
  })

/** Day and place of the address; a day nobody can read is today, as the form then shows. */
async function askedOf(c: Request) {
  const typed = c.req.query('ngay')
  const at = (typed === undefined ? undefined : readDate(typed)) ?? c.var.ctx.today
  return { at, place: await placeByCode(c.var.ctx, c.req.query('noi')) }
}

async function publishedSeen(ctx: Context) {
  const [all, places] = await Promise.all([reconciled(ctx), placesToEnter(ctx)])
  const codes = new Set(places.map(({ code }) => code))
  return { all, mayAdd: codes.size > 0, mayEnter: (code: string) => codes.has(code) }
}

async function choicesOf(ctx: Context) {
  const [allRegions, provinces] = await Promise.all([regions(ctx), provincesToday(ctx)])
  return { regions: allRegions, provinces }
}

function isDimension(by: string | undefined): by is Dimension {
  return dimensions.some((dimension) => dimension === by)
}

function pageOf(c: Request): number {
  const page = Number(c.req.query('trang') ?? '1')
  return Number.isInteger(page) && page > 0 && page < 1_000_000 / recordsSize ? page : 1
}
