import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { chainPage, endArea, enterArea, keepStarMonth, starSheet } from './actions-chain.ts'
import {
  exportList,
  exportPage,
  giftChoices,
  giftShelf,
  keepExport,
  ownExports,
  shelveGift,
  takeGiftOff,
} from './actions-shelf.ts'
import { NothingInput } from './model.ts'
import { AreaInput, ExportInput, GiftInput, StarMonthInput } from './model-chain.ts'
import { numberAsked } from './pages.tsx'
import { ChainView, StarSheetView } from './views-chain.tsx'
import { ExportListView, ExportView, GiftForm, OwnExportsView, ShelfView } from './views-shelf.tsx'

const home = { label: 'Trang chủ', href: paths.home() }

/** Value chains, the gift shelf, readiness for export, and the private sheet of a star. */
export const tradeChainPages = new Hono<Env>()
  .get(paths.trade.gifts(), async (c) => c.html(await shelf(c)))
  .get(paths.trade.giftBegin(), signedIn, async (c) => c.html(await giftForm(c)))
  .post(paths.trade.giftBegin(), (c) =>
    submit(
      c,
      GiftInput,
      async (input) => {
        await shelveGift(c.var.ctx, input)
        return { to: paths.trade.gifts(), say: 'Đã đưa lên kệ quà tặng.' }
      },
      (trouble) => giftForm(c, trouble),
    ),
  )
  .post(paths.trade.takeGiftOff(':id'), (c) =>
    submit(
      c,
      NothingInput,
      async () => {
        await takeGiftOff(c.var.ctx, param(c, 'id'))
        return { to: paths.trade.gifts(), say: 'Đã rút khỏi kệ.' }
      },
      () => shelf(c),
    ),
  )
  .get(paths.trade.exports(), async (c) =>
    c.html(
      <PublicPage {...frame(c)} title="Sẵn sàng xuất khẩu" crumbs={[home, { label: 'Sẵn sàng xuất khẩu' }]}>
        <ExportListView products={await exportList(c.var.ctx)} />
      </PublicPage>,
    ),
  )
  .get(paths.trade.ownExports(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Sẵn sàng xuất khẩu">
        <OwnExportsView products={await ownExports(c.var.ctx)} />
      </DeskPage>,
    ),
  )
  .get(paths.trade.exportRecord(':id'), signedIn, async (c) => c.html(await exportFile(c)))
  .post(paths.trade.exportRecord(':id'), (c) =>
    submit(
      c,
      ExportInput,
      async (input) => {
        await keepExport(c.var.ctx, param(c, 'id'), input)
        return { to: paths.trade.exportRecord(param(c, 'id')), say: 'Đã lưu.' }
      },
      (trouble) => exportFile(c, trouble),
    ),
  )
  .get(paths.trade.chain(':id'), signedIn, async (c) => c.html(await chain(c)))
  .post(paths.trade.chain(':id'), (c) =>
    submit(
      c,
      AreaInput,
      async (input) => {
        await enterArea(c.var.ctx, param(c, 'id'), input)
        return { to: paths.trade.chain(param(c, 'id')), say: 'Đã ghi vùng nguyên liệu.' }
      },
      (trouble) => chain(c, trouble),
    ),
  )
  .post(paths.trade.endArea(':id', ':area'), (c) =>
    submit(
      c,
      NothingInput,
      async () => {
        await endArea(c.var.ctx, param(c, 'id'), param(c, 'area'))
        return { to: paths.trade.chain(param(c, 'id')), say: 'Đã ghi thôi dùng vùng này.' }
      },
      () => chain(c),
    ),
  )
  .get(paths.trade.starSheet(':id'), signedIn, async (c) => c.html(await sheet(c)))
  .post(paths.trade.starSheet(':id'), (c) =>
    submit(
      c,
      StarMonthInput,
      async (input) => {
        await keepStarMonth(c.var.ctx, param(c, 'id'), input)
        return { to: paths.trade.starSheet(param(c, 'id')), say: 'Đã ghi. Chỉ người của chủ thể đọc được.' }
      },
      (trouble) => sheet(c, trouble),
    ),
  )

async function shelf(c: Request) {
  const province = c.req.query('tinh')
  const wanted = {
    province: province && /^\d{2}$/.test(province) ? province : undefined,
    budget: numberAsked(c, 'toi-da', 1, 1_000_000_000_000),
  }
  return (
    <PublicPage {...frame(c)} title="Kệ quà tặng" crumbs={[home, { label: 'Kệ quà tặng' }]}>
      <ShelfView {...await giftShelf(c.var.ctx, wanted, pageAsked(c.req.query('trang')))} />
    </PublicPage>
  )
}

async function giftForm(c: Request, trouble?: Trouble) {
  return (
    <DeskPage {...frame(c)} title="Đưa lên kệ quà tặng">
      <GiftForm products={await giftChoices(c.var.ctx)} trouble={trouble} />
    </DeskPage>
  )
}

async function exportFile(c: Request, trouble?: Trouble) {
  const file = await exportPage(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage {...frame(c)} title={file.product.name}>
      <ExportView {...file} trouble={trouble} />
    </DeskPage>
  )
}

async function chain(c: Request, trouble?: Trouble) {
  const file = await chainPage(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage {...frame(c)} title="Chuỗi giá trị">
      <ChainView {...file} today={c.var.ctx.today} trouble={trouble} />
    </DeskPage>
  )
}

async function sheet(c: Request, trouble?: Trouble) {
  return (
    <DeskPage {...frame(c)} title="Sao có đáng không?">
      <StarSheetView {...await starSheet(c.var.ctx, param(c, 'id'))} trouble={trouble} />
    </DeskPage>
  )
}
