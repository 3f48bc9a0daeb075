import type { ChannelName } from '../platform/channel.ts'
import { Radios } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, PostButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { MatterFile } from './actions-reading.ts'

interface TellingProps {
  readonly file: MatterFile
  readonly code: string
  readonly offered: readonly ChannelName[]
  readonly troubles: { readonly telling?: Trouble; readonly confirm?: Trouble }
}

/** A sender without an account may be told when the answer is there. */
export function Telling({ file: { matter, contact }, code, offered, troubles }: TellingProps) {
  const { id } = matter
  const isOn = contact !== undefined && contact.withdrawnAt === null && contact.verifiedAt !== null
  if (isOn) {
    return (
      <Panel title="Báo khi có trả lời" note={`Gửi tới ${contact.address}`}>
        <p>Nơi này chỉ dùng để báo phiếu đã có trả lời.</p>
        <PostButton kind="quiet" action={paths.feedback.stopTell(id)} hidden={{ ma: code }}>
          Ngừng báo
        </PostButton>
      </Panel>
    )
  }
  if (matter.state !== 'waiting') return null
  return (
    <Panel title="Báo khi có trả lời" id="bao-toi">
      {contact === undefined || contact.withdrawnAt !== null ? null : (
        <Form action={paths.feedback.confirmTell(id)} trouble={troubles.confirm} label="Xác nhận nơi nhận">
          <Hidden name="ma" value={code} />
          <Field
            name="code"
            label={`Mã 6 chữ số vừa gửi tới ${contact.address}`}
            kind="count"
            trouble={troubles.confirm}
          />
          <div class="row">
            <Submit icon="check">Xác nhận nơi nhận</Submit>
          </div>
        </Form>
      )}
      {contact === undefined ? (
        <WhereForm {...{ id, code, offered }} trouble={troubles.telling} />
      ) : (
        <details open={troubles.telling !== undefined}>
          <summary>Gửi lại mã, hoặc đổi nơi nhận</summary>
          <WhereForm {...{ id, code, offered }} trouble={troubles.telling} />
        </details>
      )}
      <p class="small muted">
        Ghi mã là bạn đồng ý nhận. Tin chỉ nói phiếu đã có trả lời, không kèm nội dung; ngừng lúc nào cũng được.
      </p>
    </Panel>
  )
}

interface WhereProps {
  readonly id: string
  readonly code: string
  readonly offered: readonly ChannelName[]
  readonly trouble: Trouble | undefined
}

function WhereForm({ id, code, offered, trouble }: WhereProps) {
  const sms = offered.includes('sms')
  return (
    <Form action={paths.feedback.tellMe(id)} trouble={trouble} label="Nơi nhận tin báo">
      <Hidden name="ma" value={code} />
      {sms ? (
        <Radios
          name="channel"
          label="Báo bằng"
          options={[
            { value: 'email', label: 'Thư điện tử' },
            { value: 'sms', label: 'Tin nhắn SMS' },
          ]}
          value="email"
          trouble={trouble}
        />
      ) : (
        <Hidden name="channel" value="email" />
      )}
      <Field
        name="email"
        label="Thư điện tử"
        hint={sms ? 'Khi báo bằng thư.' : undefined}
        kind="email"
        autocomplete="email"
        optional={sms}
        trouble={trouble}
      />
      {sms ? (
        <Field
          name="phone"
          label="Điện thoại"
          hint="Khi báo bằng SMS."
          kind="tel"
          autocomplete="tel"
          optional
          trouble={trouble}
        />
      ) : null}
      <div class="row">
        <Submit kind="secondary" icon="mail">
          Gửi mã xác nhận
        </Submit>
      </div>
    </Form>
  )
}
