import { Radios } from '../ui/choice.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { showMoment } from '../kernel/civil-date.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { Guest, ShownEvent } from './model.ts'
import { eventFacts } from './views-event.tsx'
import { outcomeWords } from './words.ts'

interface AnswerProps {
  readonly guest: Guest
  readonly event: ShownEvent
  readonly link: string
  /** Why no answer is taken any more, as a sentence. */
  readonly closed: string | undefined
  readonly trouble: Trouble | undefined
}

/** What a guest sees behind the link of the letter, without an account. */
export function AnswerView({ guest, event, link, closed, trouble }: AnswerProps) {
  return (
    <div class="stack">
      <h1>Thư mời</h1>
      <p class="lead">
        Kính mời {guest.invitee} ({guest.agency}) dự “{event.title}”.
      </p>
      {guest.outcome === null ? null : <GivenAnswer guest={guest} />}
      <Facts facts={eventFacts(event)} />
      <p class="row">
        <LinkButton href={paths.gathering.event(event.slug)} kind="secondary" icon="eye">
          Xem chương trình
        </LinkButton>
        <LinkButton href={paths.gathering.eventFile(event.slug)} kind="secondary" icon="calendar">
          Thêm vào lịch (.ics)
        </LinkButton>
      </p>
      {closed === undefined || trouble !== undefined ? (
        <Panel title="Trả lời">
          <AnswerForm action={paths.gathering.answer(link)} trouble={trouble} />
        </Panel>
      ) : guest.outcome === null ? (
        <Notice kind="warning">{closed}</Notice>
      ) : null}
    </div>
  )
}

function GivenAnswer({ guest: { outcome, delegate, note, answeredAt, toldBy } }: { guest: Guest }) {
  if (outcome === null || answeredAt === null) return null
  return (
    <Notice kind="success" title={`Đã trả lời: ${outcomeWords[outcome]}`}>
      <p>
        {toldBy === 'office' ? 'Ban tổ chức ghi thay' : 'Ghi'} lúc {showMoment(answeredAt)}.
        {delegate ? ` Người đi thay: ${delegate}.` : null}
        {note ? ` Lời nhắn: ${note}` : null}
      </p>
    </Notice>
  )
}

export function AnswerForm({ action, trouble }: { action: string; trouble: Trouble | undefined }) {
  return (
    <Form action={action} trouble={trouble} label="Trả lời lời mời">
      <Radios
        name="outcome"
        label="Quý vị có dự không?"
        options={[
          { value: 'accept', label: 'Nhận lời, sẽ dự' },
          { value: 'decline', label: 'Không dự được' },
        ]}
        trouble={trouble}
      />
      <Field name="delegate" label="Người đi thay" optional hint="Họ tên, nếu cử người khác." trouble={trouble} />
      <Field name="note" label="Lời nhắn cho ban tổ chức" kind="textarea" optional trouble={trouble} />
      <div class="row">
        <Submit icon="send">Gửi trả lời</Submit>
      </div>
    </Form>
  )
}
