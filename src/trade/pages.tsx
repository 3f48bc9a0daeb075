import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { groupOptions } from '../product/groups.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { closeDemand } from './actions-buyer.ts'
import { enquire } from './actions-connection.ts'
import { withdrawOffer } from './actions-offer.ts'
import { board, channelPage, demandPage, offerPage, outcomePage } from './actions-reading.ts'
import { NothingInput } from './model.ts'
import { EnquiryInput } from './model-connection.ts'
import { OutcomesView } from './views-buyer.tsx'
import { ChannelView, DemandView } from './views-match.tsx'
import { OfferView } from './views-offer.tsx'
import { BoardView } from './views.tsx'

export function numberAsked(c: Request, name: string, least: number, most: number): number | undefined {
  const asked = Number(c.req.query(name))
  return Number.isInteger(asked) && asked >= least && asked <= most ? asked : undefined
}

const boardCrumb = { label: 'Cung cầu', href: paths.trade.list() }
const homeCrumb = { label: 'Trang chủ', href: paths.home() }

/** What everybody may read of supply and demand. */
export const tradePages = new Hono<Env>()
  .get(paths.trade.list(), async (c) => c.html(await boardPage(c)))
  .get(paths.trade.outcomes(), async (c) => c.html(await outcomes(c)))
  .get(paths.trade.offer(':id'), async (c) => c.html(await offer(c)))
  .post(paths.trade.enquire(':id'), (c) =>
    submit(
      c,
      EnquiryInput,
      async (input) => ({
        to: paths.trade.connection(await enquire(c.var.ctx, param(c, 'id'), input)),
        say: 'Đã gửi câu hỏi tới chủ thể bằng tin nhắn và thư điện tử.',
      }),
      (trouble) => offer(c, trouble),
    ),
  )
  .post(paths.trade.withdrawOffer(':id'), (c) =>
    submit(
      c,
      NothingInput,
      async () => {
        await withdrawOffer(c.var.ctx, param(c, 'id'))
        return { to: paths.trade.mine(), say: 'Nguồn cung thôi hiện ở trang cung cầu.' }
      },
      (trouble) => offer(c, trouble),
    ),
  )
  .get(paths.trade.demand(':id'), async (c) => c.html(await demand(c)))
  .post(paths.trade.closeDemand(':id'), (c) =>
    submit(
      c,
      NothingInput,
      async () => {
        const { channel } = await closeDemand(c.var.ctx, param(c, 'id'))
        return { to: paths.trade.buyer(channel.buyerId), say: 'Nhu cầu đã đóng.' }
      },
      () => demand(c),
    ),
  )
  .get(paths.trade.channel(':id'), async (c) => {
    const file = await channelPage(c.var.ctx, param(c, 'id'))
    return c.html(
      <PublicPage
        {...frame(c)}
        title={file.channel.name}
        crumbs={[homeCrumb, boardCrumb, { label: file.channel.name }]}
      >
        <ChannelView {...file} />
      </PublicPage>,
    )
  })

async function boardPage(c: Request) {
  const known = groupOptions().flatMap(({ options }) => options.map(({ value }) => value))
  const group = known.find((value) => value === c.req.query('nhom'))
  const province = c.req.query('tinh')
  const wanted = {
    q: c.req.query('q')?.slice(0, 120),
    groups: group === undefined ? [] : [group],
    province: province && /^\d{2}$/.test(province) ? province : undefined,
    month: numberAsked(c, 'thang', 1, 12),
  }
  const side = c.req.query('xem') === 'can-mua' ? 'demands' : 'offers'
  return (
    <PublicPage {...frame(c)} title="Cung cầu" crumbs={[homeCrumb, { label: 'Cung cầu' }]}>
      <BoardView {...await board(c.var.ctx, side, wanted, pageAsked(c.req.query('trang')))} />
    </PublicPage>
  )
}

async function outcomes(c: Request) {
  const year = numberAsked(c, 'nam', 2018, 2100) ?? yearOf(c.var.ctx.today)
  return (
    <PublicPage {...frame(c)} title="Kết quả kết nối" crumbs={[homeCrumb, boardCrumb, { label: 'Kết quả kết nối' }]}>
      <OutcomesView {...await outcomePage(c.var.ctx, year)} />
    </PublicPage>
  )
}

async function offer(c: Request, trouble?: Trouble) {
  const file = await offerPage(c.var.ctx, param(c, 'id'), pageAsked(c.req.query('trang')))
  const { productName } = file.offer
  return (
    <PublicPage {...frame(c)} title={productName} crumbs={[homeCrumb, boardCrumb, { label: productName }]}>
      <OfferView {...file} demand={c.req.query('nhu-cau')} signedIn={c.var.viewer.signedIn} trouble={trouble} />
    </PublicPage>
  )
}

async function demand(c: Request) {
  const file = await demandPage(c.var.ctx, param(c, 'id'), pageAsked(c.req.query('trang')))
  const Page = file.mayClose ? DeskPage : PublicPage
  return (
    <Page {...frame(c)} title={file.demand.title} crumbs={[homeCrumb, boardCrumb, { label: file.demand.title }]}>
      <DemandView {...file} />
    </Page>
  )
}
