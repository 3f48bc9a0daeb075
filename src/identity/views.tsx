import { Field } from '../ui/field.tsx'
import { Form, Hidden, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { roleNames } from './access.ts'
import { samplePassword } from './model.ts'
import type { Account, HeldPosting } from './model.ts'

interface EntryProps {
  readonly next: string | undefined
  readonly trouble?: Trouble | undefined
}

export function SignInForm({ next, trouble }: EntryProps) {
  return (
    <Form action={paths.identity.signIn()} trouble={trouble} panel label="Đăng nhập">
      <Field name="signInName" label="Tên đăng nhập" autocomplete="username" trouble={trouble} />
      <Field name="password" label="Mật khẩu" kind="password" autocomplete="current-password" trouble={trouble} />
      {next === undefined ? null : <Hidden name="tiep" value={next} />}
      <div class="row">
        <Submit>Đăng nhập</Submit>
        <a href={paths.identity.signUp({ tiep: next })}>Mở tài khoản cho chủ thể</a>
      </div>
      <p class="small muted">
        Quên mật khẩu: đề nghị người quản trị hệ thống của tỉnh cấp lại. Không ai được hỏi mật khẩu của bạn.
      </p>
    </Form>
  )
}

export function SignUpForm({ next, trouble }: EntryProps) {
  return (
    <Form action={paths.identity.signUp()} trouble={trouble} panel label="Mở tài khoản">
      <Field name="name" label="Họ và tên" autocomplete="name" trouble={trouble} />
      <Field
        name="signInName"
        label="Tên đăng nhập"
        hint="Chữ thường không dấu, ví dụ so.dien.thoai hoặc địa chỉ thư điện tử."
        autocomplete="username"
        trouble={trouble}
      />
      <Field name="phone" label="Số điện thoại" kind="tel" optional trouble={trouble} />
      <Field name="email" label="Thư điện tử" kind="email" optional trouble={trouble} />
      <PasswordPair name="password" trouble={trouble} />
      {next === undefined ? null : <Hidden name="tiep" value={next} />}
      <div class="row">
        <Submit>Mở tài khoản</Submit>
      </div>
    </Form>
  )
}

export function PasswordPair({ name, trouble }: { name: string; trouble?: Trouble | undefined }) {
  return (
    <>
      <Field
        name={name}
        label="Mật khẩu mới"
        kind="password"
        hint="Ít nhất 12 ký tự. Một câu ngắn dễ nhớ là cách tốt."
        autocomplete="new-password"
        trouble={trouble}
      />
      <Field name="again" label="Ghi lại mật khẩu mới" kind="password" autocomplete="new-password" trouble={trouble} />
    </>
  )
}

interface SamplesProps {
  readonly accounts: readonly Account[]
  readonly postings: readonly HeldPosting[]
  readonly next: string | undefined
}

/** One press per role; all of them are invented, and the password is for everybody to read. */
export function SamplePanel({ accounts, postings, next }: SamplesProps) {
  if (accounts.length === 0) return null
  return (
    <Panel title="Tài khoản mẫu" note="Dữ liệu mẫu">
      <Notice kind="info">
        Người và đơn vị dưới đây là hư cấu để dùng thử. Bấm một nút là vào với vai trò đó. Mật khẩu chung:{' '}
        <code>{samplePassword}</code>
      </Notice>
      <Table
        caption="Tài khoản mẫu theo vai trò"
        rows={accounts.map((account) => ({
          account,
          held: postings.filter(({ accountId }) => accountId === account.id),
        }))}
        columns={[
          { head: 'Vào với vai trò', names: true, cell: (sample) => <EnterAs {...sample} next={next} /> },
          { head: 'Tên', cell: ({ account }) => account.name },
          { head: 'Đơn vị', cell: ({ held }) => [...new Set(held.map(({ unitName }) => unitName))].join('; ') || '–' },
        ]}
      />
    </Panel>
  )
}

interface EnterProps {
  readonly account: Account
  readonly held: readonly HeldPosting[]
  readonly next: string | undefined
}

function EnterAs({ account: { signInName }, held, next }: EnterProps) {
  const names = [...new Set(held.map(({ role }) => roleNames[role]))]
  const hidden = { signInName, password: samplePassword, ...(next === undefined ? {} : { tiep: next }) }
  return (
    <PostButton action={paths.identity.signIn()} kind="secondary" hidden={hidden}>
      {names.length === 0 ? roleNames.producer : names.join('; ')}
    </PostButton>
  )
}
