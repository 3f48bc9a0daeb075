import type { Caught } from '../platform/mail.ts'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'

/** The phones of the demonstration: what they got, and a box to answer from each. */
export function PhonesView({ messages, trouble }: { messages: readonly Caught[]; trouble?: Trouble | undefined }) {
  const phones = [...Map.groupBy(messages, ({ to }) => to)]
  return (
    <div class="stack">
      <h1>Điện thoại mẫu</h1>
      <Notice kind="info">
        Bản trình diễn không gửi tin ra ngoài. Mỗi khung là một điện thoại mẫu; gửi 1 hoặc 2 như người nhận sẽ làm.
      </Notice>
      {phones.length === 0 ? <Empty title="Chưa có tin nhắn nào" icon="bell" /> : null}
      {phones.map(([phone, received]) => (
        <Phone phone={phone} received={received} trouble={trouble?.values['from'] === phone ? trouble : undefined} />
      ))}
    </div>
  )
}

interface PhoneProps {
  readonly phone: string
  readonly received: readonly Caught[]
  readonly trouble: Trouble | undefined
}

function Phone({ phone, received, trouble }: PhoneProps) {
  return (
    <Panel title={`Điện thoại ${phone}`} note={`${received.length} tin`}>
      {received.slice(0, 5).map(({ at, text }) => (
        <p>
          {text}
          <br />
          <span class="small muted">
            <Moment at={at} />
          </span>
        </p>
      ))}
      <Form action={paths.notice.phone()} trouble={trouble} label={`Nhắn từ ${phone}`} id={`dt-${phone}`}>
        <Hidden name="from" value={phone} />
        <Field
          name="text"
          label={`Nhắn lại từ ${phone}`}
          hint="1 hoặc 2, kèm mã khi có nhiều câu hỏi."
          short
          trouble={trouble}
        />
        <div class="row">
          <Submit icon="send">Gửi tin</Submit>
        </div>
      </Form>
    </Panel>
  )
}
