import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { productsOf } from '../product/actions.ts'
import { provincesToday } from '../territory/actions.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { addBuyerMember, confirmBuyer, openChannel, postDemand, registerBuyer } from './actions-buyer.ts'
import { takeStep } from './actions-connection.ts'
import { connectionPage, tradeDesk } from './actions-desk.ts'
import { makeOffer } from './actions-offer.ts'
import { buyerList, buyerPage, runningBuyer, standingOffer } from './actions-reading.ts'
import { answerByLink, questionBehind } from './actions-reply.ts'
import { BuyerInput, ChannelInput, DemandInput, MemberInput, NothingInput, OfferInput } from './model.ts'
import { DigitInput, StepInput } from './model-connection.ts'
import { BuyerForm, BuyerList, BuyerView, ChannelForm } from './views-buyer.tsx'
import { ConnectionView, TradeDeskView } from './views-connection.tsx'
import { DemandForm } from './views-match.tsx'
import { OfferForm } from './views-offer.tsx'
import { ReplyView } from './views-reply.tsx'

/** Where buyers, producers and officers work on their trade. */
export const tradeDeskPages = new Hono<Env>()
  .get(paths.trade.mine(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Kết nối cung cầu">
        <TradeDeskView
          {...await tradeDesk(c.var.ctx, pageAsked(c.req.query('trang')))}
          demonstration={c.var.demonstration}
        />
      </DeskPage>,
    ),
  )
  .get(paths.trade.connection(':id'), signedIn, async (c) => c.html(await connection(c)))
  .post(paths.trade.step(':id'), (c) =>
    submit(
      c,
      StepInput,
      async (input) => {
        await takeStep(c.var.ctx, param(c, 'id'), input)
        return { to: paths.trade.connection(param(c, 'id')), say: 'Đã ghi, bên kia sẽ được hỏi tiếp.' }
      },
      (trouble) => connection(c, trouble),
    ),
  )
  .get(paths.trade.offerBegin(), signedIn, async (c) => c.html(await offerForm(c)))
  .post(paths.trade.offerBegin(), (c) =>
    submit(
      c,
      OfferInput,
      async (input) => ({
        to: paths.trade.offer(await makeOffer(c.var.ctx, input)),
        say: 'Nguồn cung đã hiện ở trang cung cầu.',
      }),
      (trouble) => offerForm(c, trouble),
    ),
  )
  .get(paths.trade.buyers(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Bên mua">
        <BuyerList list={await buyerList(c.var.ctx, pageAsked(c.req.query('trang')))} />
      </DeskPage>,
    ),
  )
  .get(paths.trade.buyerBegin(), signedIn, async (c) => c.html(await buyerForm(c)))
  .post(paths.trade.buyerBegin(), signedIn, (c) =>
    submit(
      c,
      BuyerInput,
      async (input) => ({ to: paths.trade.buyer(await registerBuyer(c.var.ctx, input)), say: 'Đã đăng ký bên mua.' }),
      (trouble) => buyerForm(c, trouble),
    ),
  )
  .get(paths.trade.buyer(':id'), signedIn, async (c) => c.html(await buyer(c)))
  .post(paths.trade.confirmBuyer(':id'), (c) =>
    submit(
      c,
      NothingInput,
      async () => {
        await confirmBuyer(c.var.ctx, param(c, 'id'))
        return { to: paths.trade.buyer(param(c, 'id')), say: 'Đã xác nhận, nhu cầu hiện công khai.' }
      },
      (trouble) => buyer(c, trouble),
    ),
  )
  .post(paths.trade.buyerMember(':id'), (c) =>
    submit(
      c,
      MemberInput,
      async (input) => {
        await addBuyerMember(c.var.ctx, param(c, 'id'), input)
        return { to: paths.trade.buyer(param(c, 'id')), say: 'Đã thêm người làm việc.' }
      },
      (trouble) => buyer(c, trouble),
    ),
  )
  .get(paths.trade.channelBegin(':id'), signedIn, async (c) => c.html(await channelForm(c)))
  .post(paths.trade.channelBegin(':id'), (c) =>
    submit(
      c,
      ChannelInput,
      async (input) => ({
        to: paths.trade.channel(await openChannel(c.var.ctx, param(c, 'id'), input)),
        say: 'Đã mở kênh. Có thể đăng nhu cầu qua kênh này.',
      }),
      (trouble) => channelForm(c, trouble),
    ),
  )
  .get(paths.trade.demandBegin(':id'), signedIn, async (c) => c.html(await demandForm(c)))
  .post(paths.trade.demandBegin(':id'), (c) =>
    submit(
      c,
      DemandInput,
      async (input) => ({
        to: paths.trade.demand(await postDemand(c.var.ctx, param(c, 'id'), input)),
        say: 'Đã đăng nhu cầu và ghép với nguồn cung cùng nhóm.',
      }),
      (trouble) => demandForm(c, trouble),
    ),
  )
  .get(paths.trade.reply(':secret'), async (c) => c.html(await reply(c)))
  .post(paths.trade.reply(':secret'), (c) =>
    submit(
      c,
      DigitInput,
      async ({ digit }) => {
        await answerByLink(c.var.ctx, param(c, 'secret'), digit)
        return { to: paths.trade.reply(param(c, 'secret')), say: 'Đã ghi trả lời của bạn. Cảm ơn.' }
      },
      (trouble) => reply(c, trouble),
    ),
  )

async function connection(c: Request, trouble?: Trouble) {
  const file = await connectionPage(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage {...frame(c)} title={file.connection.productName}>
      <ConnectionView {...file} today={c.var.ctx.today} trouble={trouble} />
    </DeskPage>
  )
}

async function offerForm(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const products = (await productsOf(ctx, ...ctx.actor.producers)).filter(({ retiredOn }) => retiredOn === null)
  const product = products.find(({ id }) => id === c.req.query('san-pham'))?.id
  const before = product === undefined ? undefined : await standingOffer(ctx, product)
  return (
    <DeskPage {...frame(c)} title="Chào nguồn cung">
      <OfferForm products={products} product={product} before={before} trouble={trouble} />
    </DeskPage>
  )
}

async function buyerForm(c: Request, trouble?: Trouble) {
  return (
    <DeskPage {...frame(c)} title="Đăng ký bên mua">
      <BuyerForm provinces={await provincesToday(c.var.ctx)} trouble={trouble} />
    </DeskPage>
  )
}

async function buyer(c: Request, trouble?: Trouble) {
  const file = await buyerPage(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage {...frame(c)} title={file.buyer.name}>
      <BuyerView {...file} trouble={trouble} />
    </DeskPage>
  )
}

async function channelForm(c: Request, trouble?: Trouble) {
  const file = await runningBuyer(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage {...frame(c)} title="Mở kênh">
      <ChannelForm buyer={file.buyer} trouble={trouble} />
    </DeskPage>
  )
}

async function demandForm(c: Request, trouble?: Trouble) {
  const file = await runningBuyer(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage {...frame(c)} title="Đăng nhu cầu">
      <DemandForm {...file} trouble={trouble} />
    </DeskPage>
  )
}

async function reply(c: Request, trouble?: Trouble) {
  const secret = param(c, 'secret')
  const found = await questionBehind(c.var.ctx, secret)
  // The address is the key to the question.
  c.header('Cache-Control', 'private, no-store')
  return (
    <PublicPage
      {...frame(c)}
      title="Trả lời kết nối"
      crumbs={[{ label: 'Cung cầu', href: paths.trade.list() }, { label: 'Trả lời' }]}
    >
      <ReplyView secret={secret} connection={found?.connection} trouble={trouble} />
    </PublicPage>
  )
}
