import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { provincesToday } from '../territory/actions.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { closePoint, openPoint, openPoints, ownPoints, putOnShelf, salePoint, takeDown } from './actions-point.ts'
import { tradingUnits } from './actions-reading.ts'
import { ClosePointInput, PointInput, ShelfInput, TakeDownInput, pointClasses } from './model-point.ts'
import { PointDeskView, PointListView, PointView } from './views-point.tsx'
import type { PointForm } from './views-point.tsx'

/** Points of sale: for whoever buys, and for whoever keeps them. */
export const pointPages = new Hono<Env>()
  .get(paths.fair.points(), async (c) => c.html(await listPage(c)))
  .get(paths.fair.pointDesk(), signedIn, async (c) => c.html(await deskPage(c)))
  .post(paths.fair.pointDesk(), (c) =>
    submit(
      c,
      PointInput,
      async (input) => ({
        to: paths.fair.point(await openPoint(c.var.ctx, input)),
        say: 'Đã thêm điểm bán. Bày sản phẩm bằng mã hoặc số giấy chứng nhận.',
      }),
      (trouble) => deskPage(c, trouble),
    ),
  )
  .get(paths.fair.point(':id'), async (c) => c.html(await pointPage(c)))
  .post(paths.fair.shelf(':id'), (c) =>
    submit(
      c,
      ShelfInput,
      async ({ code }) => {
        await putOnShelf(c.var.ctx, param(c, 'id'), code)
        return backTo(c, 'Đã bày sản phẩm.')
      },
      (trouble) => pointPage(c, { shelf: trouble }),
    ),
  )
  .post(paths.fair.takeDown(':id'), (c) =>
    submit(
      c,
      TakeDownInput,
      async ({ product }) => {
        await takeDown(c.var.ctx, param(c, 'id'), product)
        return backTo(c, 'Đã hạ sản phẩm.')
      },
      (trouble) => pointPage(c, { takeDown: trouble }),
    ),
  )
  .post(paths.fair.closePoint(':id'), (c) =>
    submit(
      c,
      ClosePointInput,
      async (input) => {
        await closePoint(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã ghi điểm bán thôi hoạt động.')
      },
      (trouble) => pointPage(c, { close: trouble }),
    ),
  )

function backTo(c: Request, say: string) {
  return { to: paths.fair.point(param(c, 'id')), say }
}

async function listPage(c: Request) {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  const province = provinces.find(({ code }) => code === c.req.query('tinh'))?.code
  const kind = pointClasses.find((one) => one === c.req.query('loai'))
  const points = await openPoints(ctx, { province, class: kind, page: pageAsked(c.req.query('trang')) })
  return (
    <PublicPage
      {...frame(c)}
      title="Điểm giới thiệu và bán sản phẩm OCOP"
      crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Điểm bán' }]}
    >
      <PointListView {...{ points, provinces, province, kind }} mayKeep={tradingUnits(ctx.actor).length > 0} />
    </PublicPage>
  )
}

async function pointPage(c: Request, troubles: Partial<Record<PointForm, Trouble>> = {}) {
  const found = await salePoint(c.var.ctx, param(c, 'id'))
  return (
    <PublicPage
      {...frame(c)}
      title={found.point.name}
      crumbs={[{ label: 'Điểm bán', href: paths.fair.points() }, { label: found.point.name }]}
    >
      <PointView {...found} troubles={troubles} />
    </PublicPage>
  )
}

async function deskPage(c: Request, trouble?: Trouble) {
  const own = await ownPoints(c.var.ctx, pageAsked(c.req.query('trang')))
  return (
    <DeskPage
      {...frame(c)}
      title="Điểm bán của đơn vị"
      crumbs={[{ label: 'Hội chợ của đơn vị', href: paths.fair.desk() }, { label: 'Điểm bán' }]}
    >
      <PointDeskView {...own} trouble={trouble} />
    </DeskPage>
  )
}
