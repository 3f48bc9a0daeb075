import { Field } from '../ui/field.tsx'
import { Form, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Account, HeldPosting, LoginSession, OutsideIdentity } from './model.ts'
import { OwnIdentities } from './views-outside.tsx'
import type { Provider } from './views-outside.tsx'
import { PasswordPair } from './views.tsx'
import { PostingTable } from './views-postings.tsx'

interface OwnProps {
  readonly account: Account
  readonly postings: readonly HeldPosting[]
  readonly sessions: readonly LoginSession[]
  readonly identities: readonly OutsideIdentity[]
  readonly openId: Provider | undefined
  readonly thisSession: string | undefined
  readonly today: string
  readonly trouble?: Trouble | undefined
}

export function OwnAccount({ account, postings, sessions, identities, openId, thisSession, today, trouble }: OwnProps) {
  return (
    <div class="stack">
      <h1>Tài khoản của tôi</h1>
      <p class="muted">
        {account.name}, tên đăng nhập <strong>{account.signInName}</strong>
      </p>
      {account.passwordExpiresAt === null ? null : (
        <Notice kind="warning" title="Hãy đổi mật khẩu dùng một lần">
          Mật khẩu bạn vừa dùng do người quản trị cấp. Đổi xong, tài khoản mới có quyền làm việc.
        </Notice>
      )}
      <PasswordPanel sample={account.sample} renewedAt={account.passwordResetAt} trouble={trouble} />
      <OwnIdentities openId={openId} identities={identities} sample={account.sample} />
      <Panel title="Phân công của tôi">
        {postings.length === 0 ? (
          <p class="muted">Chưa có đơn vị nào giao vai trò cho tài khoản này.</p>
        ) : (
          <PostingTable postings={postings} today={today} />
        )}
      </Panel>
      <Panel title="Phiên đăng nhập đang mở">
        <SessionTable sessions={sessions} thisSession={thisSession} />
      </Panel>
    </div>
  )
}

function PasswordPanel({
  sample,
  renewedAt,
  trouble,
}: {
  sample: boolean
  renewedAt: string | null
  trouble: Trouble | undefined
}) {
  if (sample) return <Notice kind="info">Đây là tài khoản mẫu dùng chung: mật khẩu không đổi được.</Notice>
  return (
    <Form action={paths.identity.changePassword()} trouble={trouble} panel label="Đổi mật khẩu">
      <h2>Đổi mật khẩu</h2>
      {renewedAt === null ? null : (
        <p class="small muted">
          Người quản trị cấp lại mật khẩu hoặc gắn danh tính gần nhất lúc <Moment at={renewedAt} />.
        </p>
      )}
      <Field
        name="current"
        label="Mật khẩu hiện tại"
        kind="password"
        autocomplete="current-password"
        trouble={trouble}
      />
      <PasswordPair name="next" trouble={trouble} />
      <p class="small muted">Các phiên đăng nhập khác của bạn sẽ kết thúc.</p>
      <div class="row">
        <Submit>Đổi mật khẩu</Submit>
      </div>
    </Form>
  )
}

function SessionTable({
  sessions,
  thisSession,
}: {
  sessions: readonly LoginSession[]
  thisSession: string | undefined
}) {
  return (
    <Table
      caption="Phiên đăng nhập đang mở"
      rows={sessions}
      columns={[
        { head: 'Thiết bị', names: true, cell: ({ device }) => device },
        { head: 'Dải mạng', cell: ({ network }) => <span class="num">{network}</span> },
        { head: 'Mở lúc', cell: ({ openedAt }) => <Moment at={openedAt} /> },
        { head: 'Dùng gần nhất', cell: ({ seenAt }) => <Moment at={seenAt} /> },
        {
          head: 'Kết thúc',
          cell: ({ id, device }) =>
            id === thisSession ? (
              'Phiên này'
            ) : (
              <PostButton action={paths.identity.endSession(id)} kind="quiet">
                Kết thúc <span class="hidden-word">phiên trên {device}</span>
              </PostButton>
            ),
        },
      ]}
    />
  )
}
