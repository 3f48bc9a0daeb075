import { Radios } from './choice.tsx'
import { Field } from './field.tsx'
import { Form, Hidden, PostButton, Submit } from './form.tsx'
import { Panel } from './panel.tsx'
import type { Trouble } from './trouble.ts'

interface Contact {
  readonly address: string
  readonly verifiedAt: string | null
  readonly withdrawnAt: string | null
}

interface TellingProps {
  readonly title: string
  readonly contact: Contact | undefined
  /** What is still to be said; without it only what is on can be stopped. */
  readonly open: boolean
  /** The key of whoever asks, sent with each form. */
  readonly code: string
  readonly sms: boolean
  readonly to: { readonly ask: string; readonly confirm: string; readonly stop: string }
  readonly purpose: string
  readonly consent: string
  readonly troubles: { readonly telling?: Trouble; readonly confirm?: Trouble }
}

/** Somebody without an account says where to be told, proves it by a code, and stops it. */
export function TellingPanel({ title, contact, open, code, sms, to, purpose, consent, troubles }: TellingProps) {
  if (contact !== undefined && contact.withdrawnAt === null && contact.verifiedAt !== null) {
    return (
      <Panel title={title} note={`Gửi tới ${contact.address}`}>
        <p>{purpose}</p>
        <PostButton kind="quiet" action={to.stop} hidden={{ ma: code }}>
          Ngừng báo
        </PostButton>
      </Panel>
    )
  }
  if (!open) return null
  const where = <WhereForm action={to.ask} code={code} sms={sms} trouble={troubles.telling} />
  return (
    <Panel title={title} id="bao-toi">
      {contact === undefined || contact.withdrawnAt !== null ? null : (
        <Form action={to.confirm} trouble={troubles.confirm} label="Xác nhận nơi nhận">
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
        where
      ) : (
        <details open={troubles.telling !== undefined}>
          <summary>Gửi lại mã, hoặc đổi nơi nhận</summary>
          {where}
        </details>
      )}
      <p class="small muted">{consent}</p>
    </Panel>
  )
}

interface WhereProps {
  readonly action: string
  readonly code: string
  readonly sms: boolean
  readonly trouble: Trouble | undefined
}

function WhereForm({ action, code, sms, trouble }: WhereProps) {
  return (
    <Form action={action} trouble={trouble} label="Nơi nhận tin báo">
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
