import { Hono } from 'hono'
import { sourceOf } from '../identity/origin.ts'
import { formCode, submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { cancelPurchase, placePurchase } from './actions.ts'
import { askToBeTold, confirmTelling, stopTelling } from './actions-contact.ts'
import { orderForm, purchaseOfCode } from './actions-reading.ts'
import { HolderInput, PurchaseInput, TellingCodeInput, TellingInput } from './model.ts'
import { OrderForm, TrackByCode, TrackView } from './views.tsx'
import type { TrackTroubles } from './views.tsx'

const home = { label: 'Trang chủ', href: paths.home() }

/** What somebody does who buys: without an account, with the code of the order. */
export const saleBuyerPages = new Hono<Env>()
  .get(paths.sale.order(':pack'), async (c) => c.html(await orderPage(c)))
  .post(paths.sale.order(':pack'), (c) =>
    submit(
      c,
      PurchaseInput,
      async (input) => {
        await placePurchase(c.var.ctx, param(c, 'pack'), input, sourceOf(c))
        return { to: paths.sale.track({ ma: input.ma }), say: 'Đã đặt. Hãy giữ mã theo dõi.' }
      },
      (trouble) => orderPage(c, trouble),
    ),
  )
  .get(paths.sale.track(), (c) => trackPage(c, c.req.query('ma')))
  .post(paths.sale.cancel(), (c) =>
    submit(
      c,
      HolderInput,
      async ({ ma }) => {
        await cancelPurchase(c.var.ctx, ma)
        return { to: paths.sale.track({ ma }), say: 'Đã hủy đơn.' }
      },
      (trouble) => trackBody(c, typedCode(trouble), { cancel: trouble }),
    ),
  )
  .post(paths.sale.tellMe(), (c) =>
    submit(
      c,
      TellingInput,
      async ({ ma, ...given }) => {
        await askToBeTold(c.var.ctx, ma, given, sourceOf(c))
        return { to: `${paths.sale.track({ ma })}#bao-toi`, say: 'Đã gửi mã. Hãy ghi mã để xác nhận nơi nhận.' }
      },
      (trouble) => trackBody(c, typedCode(trouble), { telling: trouble }),
    ),
  )
  .post(paths.sale.confirmTell(), (c) =>
    submit(
      c,
      TellingCodeInput,
      async ({ ma, code }) => {
        await confirmTelling(c.var.ctx, ma, code)
        return { to: paths.sale.track({ ma }), say: 'Đã xác nhận. Khi đơn sang bước mới, hệ thống báo tới đây.' }
      },
      (trouble) => trackBody(c, typedCode(trouble), { confirm: trouble }),
    ),
  )
  .post(paths.sale.stopTell(), (c) =>
    submit(
      c,
      HolderInput,
      async ({ ma }) => {
        await stopTelling(c.var.ctx, ma)
        return { to: paths.sale.track({ ma }), say: 'Đã ngừng báo.' }
      },
      (trouble) => trackBody(c, typedCode(trouble)),
    ),
  )

async function orderPage(c: Request, trouble?: Trouble) {
  const { pack, term } = await orderForm(c.var.ctx, param(c, 'pack'))
  const product = { label: pack.productName, href: paths.catalogue.product(pack.productSlug) }
  c.header('Cache-Control', 'private, no-store')
  return (
    <PublicPage {...frame(c)} title={`Đặt mua ${pack.productName}`} crumbs={[home, product, { label: 'Đặt mua' }]}>
      <OrderForm pack={pack} term={term} code={formCode(trouble)} trouble={trouble} />
    </PublicPage>
  )
}

async function trackPage(c: Request, code: string | undefined) {
  const known = !code || (await purchaseOfCode(c.var.ctx, code)) !== undefined
  return c.html(await trackBody(c, code), known ? 200 : 404)
}

async function trackBody(c: Request, code: string | undefined, troubles: TrackTroubles = {}) {
  const file = code ? await purchaseOfCode(c.var.ctx, code) : undefined
  // The address holds the key of the order.
  c.header('Cache-Control', 'private, no-store')
  return (
    <PublicPage {...frame(c)} title="Theo dõi đơn đặt mua" crumbs={[home, { label: 'Theo dõi đơn' }]}>
      {file && code ? (
        <TrackView {...file} code={code} sms={c.var.channels.includes('sms')} troubles={troubles} />
      ) : (
        <TrackByCode wrong={code || undefined} />
      )}
    </PublicPage>
  )
}

function typedCode({ values }: Trouble): string | undefined {
  const { ma } = values
  return typeof ma === 'string' ? ma : undefined
}
