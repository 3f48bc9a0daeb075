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
import {
  accountFile,
  accountList,
  changePassword,
  closeAccount,
  openForSomebody,
  ownAccount,
  renewPassword,
  reopenAccount,
  sampleAccounts,
} from './actions-account.ts'
import { endSession, sessionCookie, sessionCookieOptions, sessionOf, signIn, signOut, signUp } from './actions.ts'
import type { SignedIn } from './actions.ts'
import {
  AccountInput,
  EndPostingInput,
  PasswordInput,
  PostingInput,
  SettleInput,
  SignInInput,
  SignUpInput,
} from './model.ts'
import { originOf } from './origin.ts'
import {
  confirmPosting,
  endPosting,
  grantPostingTo,
  placesToPost,
  postingBoard,
  postingFile,
  postingsOfAccounts,
  settlePosting,
} from './actions-posting.ts'
import { nextPath, rolesToGive } from './rules.ts'
import { SamplePanel, SignInForm, SignUpForm } from './views.tsx'
import { AccountFile, AccountList } from './views-accounts.tsx'
import { OwnAccount } from './views-own.tsx'
import { PostingBoard, PostingFile } from './views-postings.tsx'

export const identityPages = new Hono<Env>()
for (const own of [
  paths.identity.mine(),
  '/tai-khoan-cua-toi/*',
  '/tai-khoan',
  '/tai-khoan/*',
  '/phan-cong',
  '/phan-cong/*',
]) {
  identityPages.use(own, signedIn)
}

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

identityPages
  .get(paths.identity.accounts(), async (c) => c.html(await accountsPage(c)))
  .post(paths.identity.accounts(), (c) =>
    submit(
      c,
      AccountInput,
      async (input) => {
        const { accountId, firstPassword } = await openForSomebody(c.var.ctx, input)
        return { to: paths.identity.account(accountId), say: `Đã mở tài khoản. ${handOver(firstPassword)}` }
      },
      (trouble) => accountsPage(c, trouble),
    ),
  )
  .get(paths.identity.account(':id'), async (c) => c.html(await accountPage(c)))
  .post(paths.identity.closeAccount(':id'), async (c) => {
    await closeAccount(c.var.ctx, param(c, 'id'))
    return sendOn(c, { to: paths.identity.account(param(c, 'id')), say: 'Đã đóng tài khoản và kết thúc mọi phiên.' })
  })
  .post(paths.identity.reopenAccount(':id'), async (c) => {
    await reopenAccount(c.var.ctx, param(c, 'id'))
    return sendOn(c, { to: paths.identity.account(param(c, 'id')), say: 'Đã mở lại tài khoản.' })
  })
  .post(paths.identity.renewPassword(':id'), async (c) => {
    const { accountId, firstPassword } = await renewPassword(c.var.ctx, param(c, 'id'))
    return sendOn(c, { to: paths.identity.account(accountId), say: handOver(firstPassword) })
  })

identityPages
  .get(paths.identity.postings(), async (c) => c.html(await postingsPage(c)))
  .post(paths.identity.postings(), (c) =>
    submit(
      c,
      PostingInput,
      async ({ signInName, ...grant }) => {
        const { name } = await grantPostingTo(c.var.ctx, signInName, grant)
        return { to: paths.identity.postings(), say: `Đã giao vai trò cho ${name}.` }
      },
      (trouble) => postingsPage(c, trouble),
    ),
  )
  .get(paths.identity.posting(':id'), async (c) => c.html(await postingPage(c)))
  .post(paths.identity.endPosting(':id'), (c) =>
    submit(
      c,
      EndPostingInput,
      async ({ reason }) => {
        await endPosting(c.var.ctx, param(c, 'id'), reason)
        return { to: paths.identity.postings(), say: 'Đã thôi phân công.' }
      },
      (ending) => postingPage(c, { ending }),
    ),
  )
  .post(paths.identity.confirmPosting(':id'), async (c) => {
    await confirmPosting(c.var.ctx, param(c, 'id'))
    return sendOn(c, { to: paths.identity.posting(param(c, 'id')), say: 'Đã xác nhận. Vai trò có hiệu lực trở lại.' })
  })
  .post(paths.identity.settlePosting(':id'), (c) =>
    submit(
      c,
      SettleInput,
      async ({ unit }) => {
        const id = await settlePosting(c.var.ctx, param(c, 'id'), unit)
        return { to: paths.identity.posting(id), say: 'Đã chuyển phân công sang đơn vị hôm nay.' }
      },
      (settling) => postingPage(c, { settling }),
    ),
  )

function handOver(password: string): string {
  return `Mật khẩu dùng một lần, chỉ hiện lần này, có giá trị 7 ngày: ${password}`
}

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

async function signInPage(c: Request, trouble?: Trouble) {
  const { ctx, demonstration } = c.var
  const samples = demonstration ? await sampleAccounts(ctx) : []
  const postings = await postingsOfAccounts(
    ctx,
    samples.map(({ id }) => id),
  )
  const next = nextAsked(c, trouble)
  return (
    <PublicPage {...frame(c)} title="Đăng nhập">
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
    <PublicPage {...frame(c)} title="Mở tài khoản">
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

async function accountsPage(c: Request, trouble?: Trouble) {
  const words = c.req.query('q') ?? ''
  const list = await accountList(c.var.ctx, words, Math.max(1, Number(c.req.query('trang')) || 1))
  return (
    <DeskPage {...frame(c)} title="Tài khoản">
      <AccountList list={list} words={words} trouble={trouble} />
    </DeskPage>
  )
}

async function accountPage(c: Request) {
  const { account, postings, sessions } = await accountFile(c.var.ctx, param(c, 'id'))
  const { today, actor } = c.var.ctx
  return (
    <DeskPage
      {...frame(c)}
      title={account.name}
      crumbs={[{ label: 'Tài khoản', href: paths.identity.accounts() }, { label: account.name }]}
    >
      <AccountFile
        account={account}
        postings={postings}
        openSessions={sessions.length}
        today={today}
        isOwn={account.id === actor.id}
      />
    </DeskPage>
  )
}

async function postingsPage(c: Request, trouble?: Trouble) {
  const [postings, places] = await Promise.all([postingBoard(c.var.ctx), placesToPost(c.var.ctx)])
  const roles = rolesToGive(c.var.ctx.actor, places)
  return (
    <DeskPage {...frame(c)} title="Phân công">
      <PostingBoard postings={postings} today={c.var.ctx.today} roles={roles} places={places} trouble={trouble} />
    </DeskPage>
  )
}

async function postingPage(c: Request, troubles: { ending?: Trouble; settling?: Trouble } = {}) {
  const posting = await postingFile(c.var.ctx, param(c, 'id'))
  const places = await placesToPost(c.var.ctx)
  const { today, actor } = c.var.ctx
  return (
    <DeskPage
      {...frame(c)}
      title={posting.accountName}
      crumbs={[{ label: 'Phân công', href: paths.identity.postings() }, { label: posting.accountName }]}
    >
      <PostingFile
        posting={posting}
        today={today}
        isOwn={posting.accountId === actor.id}
        places={places}
        {...troubles}
      />
    </DeskPage>
  )
}
