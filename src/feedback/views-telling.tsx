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
      <Form action={paths.feedback.tellMe(id)} trouble={troubles.telling} label="Nơi nhận tin báo">
        <Hidden name="ma" value={code} />
        <Where offered={offered} trouble={troubles.telling} />
        <div class="row">
          <Submit kind="secondary" icon="mail">
            {contact === undefined ? 'Gửi mã xác nhận' : 'Gửi mã tới nơi này'}
          </Submit>
        </div>
      </Form>
      <p class="small muted">
        Ghi mã là bạn đồng ý nhận. Tin chỉ nói phiếu đã có trả lời, không kèm nội dung; ngừng lúc nào cũng được.
      </p>
    </Panel>
  )
}

function Where({ offered, trouble }: { offered: readonly ChannelName[]; trouble: Trouble | undefined }) {
  const sms = offered.includes('sms')
  return (
    <>
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
      <Field name="email" label="Thư điện tử" kind="email" autocomplete="email" optional={sms} trouble={trouble} />
      {sms ? <Field name="phone" label="Điện thoại" kind="tel" autocomplete="tel" optional trouble={trouble} /> : null}
    </>
  )
}
