import { Field } from '../ui/field.tsx'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'

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
        hint="Số điện thoại, địa chỉ thư điện tử, hoặc tên viết thường không dấu, ví dụ lan.mat-ong."
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
