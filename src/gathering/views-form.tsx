import { civilDateOf, clockOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { OrganisingForm, SavedMeanwhile } from '../ui/organising.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { UnitSelect } from '../ui/unit-select.tsx'
import type { eventChoices } from './actions-reading.ts'
import { eventKinds } from './model.ts'
import type { AgendaItem, Room, ShownEvent } from './model.ts'
import { writeAgenda } from './rules.ts'
import { kindWords } from './words.ts'

type Choices = Awaited<ReturnType<typeof eventChoices>>

/** The saved event as its form shows it, field by field. */
export interface SavedEvent {
  readonly event: ShownEvent
  readonly agenda: readonly AgendaItem[]
}

interface FormProps extends Choices {
  readonly saved: SavedEvent | undefined
  readonly trouble: Trouble | undefined
}

export function EventForm({ units, rooms, saved, trouble }: FormProps) {
  const event = saved?.event
  if (rooms.length === 0) return <NoRoom />
  return (
    <OrganisingForm
      fresh="Sự kiện mới"
      saved={event}
      action={event === undefined ? paths.gathering.begin() : paths.gathering.amend(event.id)}
      back={event === undefined ? paths.gathering.list() : paths.gathering.file(event.id)}
      save="Lưu sự kiện"
      units={units}
      unitLabel="Đơn vị tổ chức"
      trouble={trouble}
    >
      <What event={event} trouble={trouble} />
      <RoomSelect rooms={rooms} event={event} trouble={trouble} />
      <TimeFields event={event} trouble={trouble} />
      <Field
        name="agenda"
        label="Chương trình"
        hint="Mỗi dòng: giờ, nội dung, dấu |, người trình bày. Ví dụ: 08:00 Khai mạc | Ban tổ chức"
        kind="textarea"
        rows={8}
        value={saved === undefined ? undefined : writeAgenda(saved.agenda)}
        trouble={trouble}
      />
    </OrganisingForm>
  )
}

interface PartProps {
  readonly event: ShownEvent | undefined
  readonly trouble: Trouble | undefined
}

function What({ event, trouble }: PartProps) {
  return (
    <>
      <Select
        name="kind"
        label="Loại sự kiện"
        blank="Chọn loại"
        value={event?.kind}
        options={eventKinds.map((value) => ({ value, label: kindWords[value] }))}
        trouble={trouble}
      />
      <Field name="title" label="Tên sự kiện" value={event?.title} trouble={trouble} />
      <Field name="summary" label="Giới thiệu" kind="textarea" optional value={event?.summary} trouble={trouble} />
      <Field name="audience" label="Thành phần" value={event?.audience} trouble={trouble} />
      <Field
        name="hosts"
        label="Chủ trì"
        hint="Mỗi dòng một người hoặc cơ quan."
        kind="textarea"
        value={event?.hosts.join('\n')}
        trouble={trouble}
      />
      <Field
        name="contact"
        label="Liên hệ"
        hint="Tên và số điện thoại mà khách mời gọi được."
        value={event?.contact}
        trouble={trouble}
      />
    </>
  )
}

function RoomSelect({ rooms, event, trouble }: PartProps & Pick<Choices, 'rooms'>) {
  return (
    <Select
      name="room"
      label="Phòng"
      blank="Chọn phòng"
      value={event?.roomId}
      options={rooms.map(({ id, name, seats, address }) => ({
        value: id,
        label: `${name} (${seats} chỗ), ${address}`,
      }))}
      trouble={trouble}
    />
  )
}

function TimeFields({ event, trouble }: PartProps) {
  const day = (at: string | undefined): CivilDate | undefined => (at === undefined ? undefined : civilDateOf(at))
  const clock = (at: string | undefined) => (at === undefined ? undefined : clockOf(at))
  const example = 'Ví dụ 08:00'
  return (
    <>
      <Field name="startsOn" label="Ngày bắt đầu" kind="date" value={day(event?.startsAt)} trouble={trouble} />
      <Field
        name="startsClock"
        label="Giờ bắt đầu"
        hint={example}
        short
        value={clock(event?.startsAt)}
        trouble={trouble}
      />
      <Field name="endsOn" label="Ngày kết thúc" kind="date" value={day(event?.endsAt)} trouble={trouble} />
      <Field
        name="endsClock"
        label="Giờ kết thúc"
        hint={example}
        short
        value={clock(event?.endsAt)}
        trouble={trouble}
      />
      <Field
        name="answerBy"
        label="Hạn trả lời lời mời"
        kind="date"
        optional
        value={event?.answerBy}
        trouble={trouble}
      />
    </>
  )
}

export function OtherText({ saved, trouble }: { saved: SavedEvent; trouble: Trouble }) {
  const { event, agenda } = saved
  const now: readonly (readonly [string, string, string])[] = [
    ['title', 'Tên sự kiện', event.title],
    ['summary', 'Giới thiệu', event.summary],
    ['audience', 'Thành phần', event.audience],
    ['hosts', 'Chủ trì', event.hosts.join('\n')],
    ['contact', 'Liên hệ', event.contact],
    ['agenda', 'Chương trình', writeAgenda(agenda)],
  ]
  return <SavedMeanwhile now={now} elsewhere="phòng, ngày và giờ" trouble={trouble} />
}

function NoRoom() {
  return (
    <div class="stack">
      <h1>Sự kiện mới</h1>
      <Empty title="Đơn vị chưa có phòng nào" icon="landmark">
        <p>Sự kiện nào cũng cần phòng, để hai sự kiện không trùng chỗ.</p>
        <p>
          <LinkButton href={paths.gathering.rooms()} icon="plus">
            Thêm phòng
          </LinkButton>
        </p>
      </Empty>
    </div>
  )
}

interface RoomsProps extends Choices {
  readonly trouble: Trouble | undefined
}

export function RoomsView({ units, rooms, trouble }: RoomsProps) {
  const nameOf = ({ unitCode }: Room) => units.find(({ code }) => code === unitCode)?.name ?? unitCode
  return (
    <div class="stack">
      <h1>Phòng họp, hội trường</h1>
      {rooms.length === 0 ? (
        <p class="muted">Chưa có phòng nào.</p>
      ) : (
        <Table
          caption="Phòng của đơn vị"
          rows={rooms}
          columns={[
            { head: 'Phòng', names: true, cell: ({ name }) => name },
            { head: 'Địa chỉ', cell: ({ address }) => address },
            { head: 'Đơn vị', cell: nameOf },
            { head: 'Số chỗ', numeric: true, cell: ({ seats }) => seats },
          ]}
        />
      )}
      <Panel title="Thêm phòng">
        <Form action={paths.gathering.rooms()} trouble={trouble} label="Thêm phòng">
          <UnitSelect units={units} label="Đơn vị tổ chức" trouble={trouble} />
          <Field name="name" label="Tên phòng" trouble={trouble} />
          <Field name="address" label="Địa chỉ" trouble={trouble} />
          <Field name="seats" label="Số chỗ ngồi" kind="count" trouble={trouble} />
          <div class="row">
            <Submit icon="plus">Thêm phòng</Submit>
            <LinkButton href={paths.gathering.begin()} kind="secondary">
              Tới sự kiện mới
            </LinkButton>
          </div>
        </Form>
      </Panel>
    </div>
  )
}
