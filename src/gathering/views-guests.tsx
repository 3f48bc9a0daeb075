import type { Delivery } from '../notice/model.ts'
import { deliveryWords } from '../notice/words.ts'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table.tsx'
import type { Guest } from './model.ts'
import { eventCan } from './rules.ts'
import { AnswerForm } from './views-answer.tsx'
import type { FileProps } from './views-file.tsx'
import { outcomeWords } from './words.ts'

/** Delegates by agency: who was asked, what they said, who came. */
export function GuestsPanel(props: FileProps) {
  const { event, may, guests, counts, answering } = props
  const picked = guests.items.find(({ id }) => id === answering)
  const marks = may && props.begun && eventCan('attend', event)
  return (
    <Panel
      title="Khách mời"
      id="khach-moi"
      note={`${counts.invited} mời, ${counts.accepted} nhận lời, ${counts.declined} không dự, ${counts.present} có mặt`}
    >
      {counts.accepted > event.seats ? (
        <Notice kind="warning">{`Phòng có ${event.seats} chỗ, đã ${counts.accepted} người nhận lời.`}</Notice>
      ) : null}
      {guests.items.length === 0 ? (
        <Empty title="Chưa mời ai" icon="mail" level={3} />
      ) : (
        <>
          {props.byAgency.length > 1 ? <ByAgency {...props} /> : null}
          {marks ? <PresenceForm {...props} /> : <GuestTable {...props} />}
          <Pager {...guests} hrefOf={(trang) => `${paths.gathering.file(event.id, { trang })}#khach-moi`} />
        </>
      )}
      {picked !== undefined && may && eventCan('answer', event) ? (
        <section class="stack" aria-label={`Ghi trả lời của ${picked.invitee}`}>
          <h3>{`Ghi trả lời của ${picked.invitee}`}</h3>
          <AnswerForm action={paths.gathering.answerFor(event.id, picked.id)} trouble={props.troubles.answer} />
        </section>
      ) : null}
      {may && eventCan('invite', event) ? <InviteForms {...props} /> : null}
    </Panel>
  )
}

function ByAgency({ byAgency }: FileProps) {
  return (
    <details>
      <summary>Theo cơ quan</summary>
      <Table
        caption="Khách mời theo cơ quan"
        rows={byAgency}
        columns={[
          { head: 'Cơ quan', names: true, cell: ({ agency }) => agency },
          { head: 'Mời', numeric: true, cell: ({ invited }) => invited },
          { head: 'Nhận lời', numeric: true, cell: ({ accepted }) => accepted },
          { head: 'Không dự', numeric: true, cell: ({ declined }) => declined },
          { head: 'Có mặt', numeric: true, cell: ({ present }) => present },
        ]}
      />
    </details>
  )
}

function columns({ event, may, links, letters }: FileProps): readonly Column<Guest>[] {
  const base: readonly Column<Guest>[] = [
    { head: 'Khách mời', names: true, cell: ({ invitee }) => invitee },
    { head: 'Cơ quan', cell: ({ agency }) => agency },
    { head: 'Thư', cell: ({ id }) => letterState(letters.get(id) ?? []) },
    { head: 'Trả lời', cell: (guest) => <AnswerState guest={guest} /> },
  ]
  if (!may || !eventCan('answer', event)) return base
  return [
    ...base,
    {
      head: 'Việc',
      cell: ({ id, invitee }) => (
        <span class="row close">
          <a
            href={`${paths.gathering.file(event.id, { khach: id })}#khach-moi`}
            aria-label={`Ghi trả lời của ${invitee}`}
          >
            Ghi trả lời
          </a>
          <a href={paths.gathering.answer(links.get(id) ?? '')} aria-label={`Đường dẫn riêng của ${invitee}`}>
            Đường dẫn riêng
          </a>
        </span>
      ),
    },
  ]
}

/** What the post office knows of the invitation. */
function letterState(deliveries: readonly Delivery[]): string {
  if (deliveries.length === 0) return 'Chưa gửi: gửi đường dẫn riêng'
  return deliveries.map(deliveryWords).join('; ')
}

function AnswerState({ guest: { outcome, delegate, note, toldBy } }: { guest: Guest }) {
  if (outcome === null) return <span class="muted">Chưa trả lời</span>
  return (
    <>
      <Status state={outcome === 'accept' ? 'done' : 'missing'}>{outcomeWords[outcome]}</Status>
      {delegate ? <span class="small muted note"> Đi thay: {delegate}</span> : null}
      {note ? <span class="small muted note"> {note}</span> : null}
      {toldBy === 'office' ? <span class="small muted note"> Ban tổ chức ghi</span> : null}
    </>
  )
}

function GuestTable(props: FileProps) {
  const present: Column<Guest> = { head: 'Có mặt', cell: (guest) => (guest.present ? 'Có mặt' : '') }
  const shown = props.event.state === 'concluded' ? [...columns(props), present] : columns(props)
  return <Table caption="Khách mời theo cơ quan, họ tên" rows={props.guests.items} columns={shown} />
}

function PresenceForm(props: FileProps) {
  const { event, guests, troubles } = props
  const tick: Column<Guest> = {
    head: 'Có mặt',
    cell: ({ id, invitee, present }) => (
      <label class="check">
        <input type="checkbox" name="present" value={id} checked={present} />
        <span class="hidden-word">{`${invitee} có mặt`}</span>
      </label>
    ),
  }
  return (
    <Form
      action={paths.gathering.presence(event.id, { trang: guests.page })}
      trouble={troubles.presence}
      label="Có mặt"
    >
      {guests.items.map(({ id }) => (
        <Hidden name="shown" value={id} />
      ))}
      <Table caption="Khách mời và có mặt" rows={guests.items} columns={[...columns(props), tick]} />
      <div class="row">
        <Submit kind="secondary" icon="check">
          Lưu người có mặt
        </Submit>
      </div>
    </Form>
  )
}

function InviteForms({ event, honours, troubles: { invite: trouble } }: FileProps) {
  return (
    <>
      {honours.length === 0 ? null : (
        <PostButton action={paths.gathering.inviteHonoured(event.id)} kind="secondary" icon="users">
          Mời các chủ thể được trao
        </PostButton>
      )}
      <Form action={paths.gathering.invite(event.id)} trouble={trouble} label="Mời khách">
        <Field
          name="guests"
          label="Mời thêm khách"
          hint="Mỗi dòng một người: Họ tên; cơ quan; thư điện tử. Không có thư thì bỏ trống phần cuối."
          kind="textarea"
          rows={4}
          trouble={trouble}
        />
        <div class="row">
          <Submit kind="secondary" icon="mail">
            Mời khách
          </Submit>
        </div>
      </Form>
    </>
  )
}
