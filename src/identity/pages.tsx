import { Hono } from 'hono'
import { sendOn, submit } from '../platform/forms.ts'
import { frame, realFrame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { changePassword, ownAccount } from './actions-account.ts'
import { identitiesOf } from './actions-outside.ts'
import { endSession, signIn, signUp } from './actions.ts'
import { PasswordInput, SignInInput, SignUpInput } from './model.ts'
import { originOf } from './origin.ts'
import { comeIn, endThisSession, home, nextAsked, signInPage, thisSession } from './pages-entry.tsx'
import { officePages } from './pages-office.tsx'
import { outsidePages } from './pages-outside.tsx'
import { SignUpForm } from './views.tsx'
import { OwnAccount } from './views-own.tsx'

export const identityPages = new Hono<Env>()
identityPages.use('/tai-khoan-cua-toi/*', signedIn)
identityPages.route('/', officePages)
identityPages.route('/', outsidePages)

identityPages
  .get(paths.identity.signIn(), async (c) => c.html(await signInPage(c)))
  .post(paths.identity.signIn(), (c) =>
    submit(
      c,
      SignInInput,
      async ({ tiep, ...given }) => {
        const entered = await signIn(c.var.ctx, given, originOf(c), { samplesWelcome: c.var.demonstration })
        return comeIn(c, entered, tiep)
      },
      (trouble) => signInPage(c, trouble),
    ),
  )
  .post(paths.identity.signOut(), async (c) => {
    await endThisSession(c)
    const { openId } = c.var
    if (openId === undefined) return c.redirect(paths.home(), 303)
    return sendOn(c, {
      to: paths.home(),
      say: `Đã đăng xuất khỏi hệ thống này. Nếu bạn đã vào bằng ${openId.name}, phiên ở đó vẫn mở: trên máy dùng chung, hãy đăng xuất ở đó nữa.`,
    })
  })
  .get(paths.identity.signUp(), (c) => c.html(signUpPage(c)))
  .post(paths.identity.signUp(), (c) =>
    submit(
      c,
      SignUpInput,
      async ({ tiep, ...given }) =>
        comeIn(c, await signUp(c.var.ctx, given, originOf(c)), tiep ?? paths.producer.register()),
      (trouble) => signUpPage(c, trouble),
    ),
  )
  .get(paths.identity.mine(), async (c) => c.html(await ownPage(c)))
  .post(paths.identity.changePassword(), (c) =>
    submit(
      c,
      PasswordInput,
      async (input) => {
        const session = await thisSession(c)
        await changePassword(c.var.ctx, input, originOf(c), session?.id ?? '')
        return { to: paths.identity.mine(), say: 'Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc.' }
      },
      (trouble) => ownPage(c, trouble),
    ),
  )
  .post(paths.identity.endSession(':id'), async (c) => {
    await endSession(c.var.ctx, param(c, 'id'))
    return sendOn(c, { to: paths.identity.mine(), say: 'Đã kết thúc phiên đăng nhập.' })
  })

function signUpPage(c: Request, trouble?: Trouble) {
  return (
    <PublicPage {...realFrame(c)} title="Mở tài khoản" crumbs={[home, { label: 'Mở tài khoản' }]}>
      <div class="stack">
        <h1>Mở tài khoản cho chủ thể</h1>
        <p class="lead">
          Tài khoản của một người. Sau đó bạn đăng ký chủ thể, hoặc chủ thể thêm bạn làm người làm thay.
        </p>
        <SignUpForm next={nextAsked(c, trouble)} trouble={trouble} />
      </div>
    </PublicPage>
  )
}

async function ownPage(c: Request, trouble?: Trouble) {
  const own = await ownAccount(c.var.ctx)
  const session = await thisSession(c)
  const { ctx, openId } = c.var
  return (
    <DeskPage {...frame(c)} title="Tài khoản của tôi">
      <OwnAccount
        {...own}
        identities={await identitiesOf(ctx, ctx.actor.id)}
        openId={openId}
        thisSession={session?.id}
        today={ctx.today}
        trouble={trouble}
      />
    </DeskPage>
  )
}
