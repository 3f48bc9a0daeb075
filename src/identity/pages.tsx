import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { sendOn, submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { changePassword, ownAccount, sampleAccounts } from './actions-account.ts'
import { endSession, sessionCookie, sessionCookieOptions, sessionOf, signIn, signOut, signUp } from './actions.ts'
import type { SignedIn } from './actions.ts'
import { PasswordInput, SignInInput, SignUpInput } from './model.ts'
import { originOf } from './origin.ts'
import { postingsOfAccounts } from './actions-posting.ts'
import { nextPath } from './rules.ts'
import { officePages } from './pages-office.tsx'
import { SamplePanel, SignInForm, SignUpForm } from './views.tsx'
import { OwnAccount } from './views-own.tsx'

export const identityPages = new Hono<Env>()
identityPages.use('/tai-khoan-cua-toi/*', signedIn)
identityPages.route('/', officePages)

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
    return c.redirect(paths.home(), 303)
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

/** A new session always has a new token; the one the browser came with ends. */
async function comeIn(c: Request, { token, mustChangePassword }: SignedIn, next: string | undefined): Promise<string> {
  await endThisSession(c)
  setCookie(c, sessionCookie, token, sessionCookieOptions(c.var.publicUrl))
  return mustChangePassword ? paths.identity.mine() : nextPath(next, paths.desk())
}

async function endThisSession(c: Request): Promise<void> {
  const token = getCookie(c, sessionCookie)
  if (token === undefined) return
  await signOut(c.var.ctx, token)
  deleteCookie(c, sessionCookie, { path: '/' })
}

async function thisSession(c: Request) {
  const token = getCookie(c, sessionCookie)
  return token === undefined ? undefined : sessionOf(c.var.ctx, token)
}

function nextAsked(c: Request, trouble?: Trouble): string | undefined {
  const typed = trouble?.values['tiep']
  return typeof typed === 'string' ? typed : c.req.query('tiep')
}

const home = { label: 'Trang chủ', href: paths.home() }

async function signInPage(c: Request, trouble?: Trouble) {
  const { ctx, demonstration } = c.var
  const samples = demonstration ? await sampleAccounts(ctx) : []
  const postings = await postingsOfAccounts(
    ctx,
    samples.map(({ id }) => id),
  )
  const next = nextAsked(c, trouble)
  return (
    <PublicPage {...frame(c)} title="Đăng nhập" crumbs={[home, { label: 'Đăng nhập' }]}>
      <div class="stack">
        <h1>Đăng nhập</h1>
        <SignInForm next={next} trouble={trouble} />
        <SamplePanel accounts={samples} postings={postings} next={next} />
      </div>
    </PublicPage>
  )
}

function signUpPage(c: Request, trouble?: Trouble) {
  return (
    <PublicPage {...frame(c)} title="Mở tài khoản" crumbs={[home, { label: 'Mở tài khoản' }]}>
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
  return (
    <DeskPage {...frame(c)} title="Tài khoản của tôi">
      <OwnAccount {...own} thisSession={session?.id} today={c.var.ctx.today} trouble={trouble} />
    </DeskPage>
  )
}
