import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { sendOn, submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import {
  comeBack,
  identityToConfirm,
  linkForSomebody,
  linkOwn,
  setOut,
  unlinkForSomebody,
  unlinkOwn,
} from './actions-outside.ts'
import { sessionCookieOptions } from './actions.ts'
import { OutsideInput } from './model.ts'
import { originOf } from './origin.ts'
import { comeIn, signInPage, thisSession } from './pages-entry.tsx'
import { accountPage } from './pages-office.tsx'
import { outsideRoundLength } from './rules.ts'
import { ConfirmIdentity } from './views-outside.tsx'

const roundCookie = 'luot-danh-tinh'

/** To the operator's identity provider and back. Without one, these addresses do not exist. */
export const outsidePages = new Hono<Env>()
  .get(paths.identity.signInOutside(), (c) => goOut(c, { next: c.req.query('tiep') }))
  .get(paths.identity.outsideReturn(), (c) => orSignIn(c, () => returned(c)))
  .get(paths.identity.linkOutside(), (c) => goOut(c, { link: true }))
  .get(paths.identity.confirmOutside(), async (c) => c.html(await confirmPage(c)))
  .post(paths.identity.confirmOutside(), async (c) => {
    await linkOwn(c.var.ctx, orMissing(c.var.openId).issuer, roundOf(c))
    deleteCookie(c, roundCookie, { path: '/' })
    return sendOn(c, { to: paths.identity.mine(), say: 'Đã gắn. Từ nay danh tính đó mở được tài khoản này.' })
  })
  .post(paths.identity.unlinkOutside(':id'), async (c) => {
    await unlinkOwn(c.var.ctx, param(c, 'id'), (await thisSession(c))?.id ?? '')
    return sendOn(c, { to: paths.identity.mine(), say: 'Đã gỡ danh tính. Các phiên đăng nhập khác đã kết thúc.' })
  })
  .post(paths.identity.linkOutsideFor(':id'), (c) =>
    submit(
      c,
      OutsideInput,
      async ({ subject }) => {
        await linkForSomebody(c.var.ctx, param(c, 'id'), orMissing(c.var.openId).issuer, subject)
        const say = 'Đã gắn danh tính. Các vai trò chờ lãnh đạo đơn vị xác nhận lại.'
        return { to: paths.identity.account(param(c, 'id')), say }
      },
      (trouble) => accountPage(c, trouble),
    ),
  )
  .post(paths.identity.unlinkOutsideFor(':id', ':link'), async (c) => {
    await unlinkForSomebody(c.var.ctx, param(c, 'id'), param(c, 'link'))
    const say = 'Đã gỡ danh tính và kết thúc mọi phiên của tài khoản.'
    return sendOn(c, { to: paths.identity.account(param(c, 'id')), say })
  })

// A link, not a form: browsers hold `form-action` against every address that a posted form is sent on to.
function goOut(c: Request, purpose: { next?: string | undefined; link?: boolean }): Promise<Response> {
  return orSignIn(c, async () => {
    const { address, secret } = await setOut(c.var.ctx, orMissing(c.var.openId), originOf(c), purpose)
    const options = { ...sessionCookieOptions(c.var.publicUrl), maxAge: outsideRoundLength / 1000 }
    setCookie(c, roundCookie, secret, options)
    return c.redirect(address, 302)
  })
}

async function returned(c: Request): Promise<Response> {
  const { search } = new URL(c.req.url)
  const back = await comeBack(c.var.ctx, orMissing(c.var.openId), { query: search, secret: roundOf(c) }, originOf(c))
  if (back.to === 'confirm') return c.redirect(paths.identity.confirmOutside(), 303)
  deleteCookie(c, roundCookie, { path: '/' })
  return c.redirect(await comeIn(c, back.entered, back.next ?? undefined), 303)
}

/** Whatever went wrong with the provider, the door with name and password stands beside the sentence. */
async function orSignIn(c: Request, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refused) || error.refusals.some(({ code }) => code === 'kernel/not-found')) throw error
    const summary = error.refusals.map((one) => c.var.sentence(one))
    return c.html(await signInPage(c, { values: {}, errors: {}, summary }), 422)
  }
}

function roundOf(c: Request): string {
  return getCookie(c, roundCookie) ?? ''
}

async function confirmPage(c: Request) {
  const { name } = orMissing(c.var.openId)
  const confirmed = await identityToConfirm(c.var.ctx, roundOf(c))
  return (
    <DeskPage
      {...frame(c)}
      title="Gắn danh tính"
      crumbs={[{ label: 'Tài khoản của tôi', href: paths.identity.mine() }, { label: 'Gắn danh tính' }]}
    >
      <ConfirmIdentity provider={name} account={c.var.ctx.actor.name} {...confirmed} />
    </DeskPage>
  )
}
