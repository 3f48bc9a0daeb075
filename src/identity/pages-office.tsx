import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { sendOn, submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import {
  accountFile,
  accountList,
  closeAccount,
  openForSomebody,
  renewPassword,
  reopenAccount,
} from './actions-account.ts'
import { identitiesOf } from './actions-outside.ts'
import {
  confirmPosting,
  endPosting,
  grantPostingTo,
  placesToPost,
  postingBoard,
  postingFile,
  settlePosting,
} from './actions-posting.ts'
import { AccountInput, EndPostingInput, PostingInput, SettleInput } from './model.ts'
import { rolesToGive } from './rules.ts'
import { AccountFile, AccountList } from './views-accounts.tsx'
import { PostingBoard, PostingFile } from './views-postings.tsx'

/** Where administrators keep accounts and leaders give roles. */
export const officePages = new Hono<Env>()
for (const own of ['/tai-khoan', '/tai-khoan/*', '/phan-cong', '/phan-cong/*']) officePages.use(own, signedIn)

officePages
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

officePages
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

async function accountsPage(c: Request, trouble?: Trouble) {
  const words = c.req.query('q') ?? ''
  const list = await accountList(c.var.ctx, words, pageAsked(c.req.query('trang')))
  return (
    <DeskPage {...frame(c)} title="Tài khoản">
      <AccountList list={list} words={words} trouble={trouble} />
    </DeskPage>
  )
}

export async function accountPage(c: Request, trouble?: Trouble) {
  const { account, postings, sessions } = await accountFile(c.var.ctx, param(c, 'id'))
  const { openId, ctx } = c.var
  const { today, actor } = ctx
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
        identities={await identitiesOf(ctx, account.id)}
        openId={openId}
        trouble={trouble}
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
