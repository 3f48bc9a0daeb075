import { showCount } from '../kernel/number.ts'
import type { Page } from '../kernel/page.ts'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, PostButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Search } from '../ui/search.tsx'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Account, HeldPosting, OutsideIdentity } from './model.ts'
import type { AccountLine } from './store.ts'
import { IdentitiesOfAccount } from './views-outside.tsx'
import type { Provider } from './views-outside.tsx'
import { PostingTable } from './views-postings.tsx'

function StateOf({ closedAt, passwordExpiresAt }: Account) {
  if (closedAt !== null) return <Status state="expired">Đã đóng</Status>
  if (passwordExpiresAt !== null) return <Status state="waiting">Chờ đổi mật khẩu</Status>
  return <Status state="valid">Đang mở</Status>
}

interface ListProps {
  readonly list: Page<AccountLine>
  readonly words: string
  readonly trouble?: Trouble | undefined
}

export function AccountList({ list, words, trouble }: ListProps) {
  return (
    <div class="stack">
      <h1>Tài khoản</h1>
      <p class="muted">Người quản trị mở và đóng tài khoản. Vai trò do lãnh đạo đơn vị giao, ở trang Phân công.</p>
      <p>
        <a href="#mo-tai-khoan">Mở tài khoản mới</a>
      </p>
      <Search
        action={paths.identity.accounts()}
        label="Tìm theo tên hoặc tên đăng nhập"
        value={words}
        placeholder="Tên, tên đăng nhập"
      />
      <section class="panel flush" aria-label="Danh sách tài khoản">
        {list.items.length === 0 ? (
          <Empty icon="users" title="Không có tài khoản nào khớp">
            Thử ít chữ hơn.
          </Empty>
        ) : (
          <Table
            caption={`${showCount(list.total)} tài khoản`}
            rows={list.items}
            columns={[
              { head: 'Tên', names: true, cell: ({ id, name }) => <a href={paths.identity.account(id)}>{name}</a> },
              { head: 'Tên đăng nhập', cell: ({ signInName }) => signInName },
              { head: 'Mở lúc', cell: ({ openedAt }) => <Moment at={openedAt} /> },
              {
                head: 'Vào gần nhất',
                cell: ({ seenAt }) => (seenAt === null ? 'Chưa lần nào' : <Moment at={seenAt} />),
              },
              { head: 'Tình trạng', cell: (account) => <StateOf {...account} /> },
            ]}
          />
        )}
        <Pager {...list} hrefOf={(page) => paths.identity.accounts({ q: words, trang: page })} />
      </section>
      <OpenForm trouble={trouble} />
    </div>
  )
}

function OpenForm({ trouble }: { trouble: Trouble | undefined }) {
  return (
    <Form action={paths.identity.accounts()} trouble={trouble} panel label="Mở tài khoản" id="mo-tai-khoan">
      <h2>Mở tài khoản</h2>
      <Field name="name" label="Họ và tên" trouble={trouble} />
      <Field
        name="signInName"
        label="Tên đăng nhập"
        hint="Chữ thường không dấu, chữ số, dấu . _ - @ +."
        short
        trouble={trouble}
      />
      <Field name="email" label="Thư điện tử" kind="email" optional trouble={trouble} />
      <Field name="phone" label="Số điện thoại" kind="tel" optional trouble={trouble} />
      <p class="small muted">Mật khẩu dùng một lần hiện ra sau khi mở, chỉ một lần; hãy trao tận tay.</p>
      <div class="row">
        <Submit>Mở tài khoản</Submit>
      </div>
    </Form>
  )
}

interface FileProps {
  readonly account: Account
  readonly postings: readonly HeldPosting[]
  readonly openSessions: number
  readonly identities: readonly OutsideIdentity[]
  readonly openId: Provider | undefined
  readonly today: string
  readonly isOwn: boolean
  readonly trouble?: Trouble | undefined
}

export function AccountFile({ account, postings, openSessions, today, isOwn, ...outside }: FileProps) {
  return (
    <div class="stack">
      <h1>{account.name}</h1>
      <Panel title="Tài khoản">
        <Facts
          facts={[
            ['Tên đăng nhập', account.signInName],
            ['Thư điện tử', account.email],
            ['Số điện thoại', account.phone],
            ['Mở lúc', <Moment at={account.openedAt} />],
            ['Tình trạng', <StateOf {...account} />],
            ['Phiên đang mở', showCount(openSessions)],
          ]}
        />
        {isOwn ? <p class="muted">Đây là tài khoản của bạn.</p> : <AccountActs account={account} />}
      </Panel>
      {isOwn ? null : (
        <IdentitiesOfAccount
          {...outside}
          accountId={account.id}
          sample={account.sample}
          closed={account.closedAt !== null}
        />
      )}
      <Panel title="Phân công">
        {postings.length === 0 ? (
          <p class="muted">Chưa có vai trò nào.</p>
        ) : (
          <PostingTable postings={postings} today={today} />
        )}
      </Panel>
    </div>
  )
}

function AccountActs({ account: { id, closedAt, sample } }: { account: Account }) {
  if (closedAt !== null)
    return (
      <PostButton action={paths.identity.reopenAccount(id)} kind="secondary">
        Mở lại tài khoản
      </PostButton>
    )
  return (
    <>
      <p class="small muted">
        Cấp lại mật khẩu thì mọi phiên kết thúc, và các vai trò chờ lãnh đạo đơn vị xác nhận lại rồi mới có hiệu lực.
      </p>
      <div class="row">
        {sample ? null : (
          <PostButton action={paths.identity.renewPassword(id)} kind="secondary">
            Cấp mật khẩu dùng một lần
          </PostButton>
        )}
        <PostButton action={paths.identity.closeAccount(id)} kind="danger">
          Đóng tài khoản
        </PostButton>
      </div>
    </>
  )
}
