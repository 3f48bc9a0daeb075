import { showDate } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Check, Checks } from '../ui/choice.tsx'
import { DeskList } from '../ui/desk-list.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { CancelPanel, FileLinks, OrganisingActs } from '../ui/organising.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import type { Column } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { EventFile, Office } from './actions-reading.ts'
import type { ShownEvent } from './model.ts'
import { eventCan, showSpan } from './rules.ts'
import type { HonourChoice } from './store-closing.ts'
import { ClosingPanels } from './views-closing.tsx'
import { Agenda, HonourLines, Papers, eventFacts } from './views-event.tsx'
import { GuestsPanel } from './views-guests.tsx'
import { stateLooks, stateWords } from './words.ts'

export function EventListView({ events, mayOrganise }: { events: Page<ShownEvent>; mayOrganise: boolean }) {
  return (
    <DeskList
      title="Sự kiện của đơn vị"
      acts={
        <OrganisingActs
          mayOrganise={mayOrganise}
          begin={{ href: paths.gathering.begin(), label: 'Sự kiện mới' }}
          places={{ href: paths.gathering.rooms(), label: 'Phòng họp', icon: 'landmark' }}
          calendar={paths.gathering.calendar()}
        />
      }
      page={events}
      caption="Sự kiện, mới nhất trước"
      columns={listColumns}
      empty={{
        title: 'Chưa có sự kiện nào',
        icon: 'calendar',
        words: 'Hội nghị, hội thảo, lễ trao của đơn vị hiện ở đây từ lúc soạn.',
      }}
      hrefOf={(trang) => paths.gathering.list({ trang })}
    />
  )
}

const listColumns: readonly Column<ShownEvent>[] = [
  { head: 'Sự kiện', names: true, cell: ({ id, title }) => <a href={paths.gathering.file(id)}>{title}</a> },
  { head: 'Thời gian', cell: ({ startsAt, endsAt }) => showSpan(startsAt, endsAt) },
  { head: 'Phòng', cell: ({ roomName }) => roomName },
  { head: 'Đơn vị', cell: ({ unitName }) => unitName ?? 'Bộ Nông nghiệp và Môi trường' },
  { head: 'Trạng thái', cell: ({ state }) => <Status state={stateLooks[state]}>{stateWords[state]}</Status> },
]

export type FileForm =
  | 'announce'
  | 'cancel'
  | 'paper'
  | 'honours'
  | 'invite'
  | 'answer'
  | 'presence'
  | 'minutes'
  | 'conclude'

export interface FileProps extends EventFile {
  readonly begun: boolean
  readonly offices: readonly Office[]
  readonly choices: readonly HonourChoice[]
  /** The guest whose answer the office is writing down. */
  readonly answering: string | undefined
  readonly troubles: Partial<Record<FileForm, Trouble>>
}

export function FileView(props: FileProps) {
  const { event, may, honours, reason } = props
  return (
    <div class="stack">
      <h1>{event.title}</h1>
      {event.state === 'cancelled' ? <Notice kind="error">{`Sự kiện đã hủy. ${reason ?? ''}`}</Notice> : null}
      {props.roomUses.length === 0 ? null : (
        <Notice kind="warning" title="Phòng này có lẽ trùng giờ">
          <ul>
            {props.roomUses.map(({ title, startsAt, endsAt }) => (
              <li>{`Lớp “${title}”: ${showSpan(startsAt, endsAt)}`}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Panel title="Sự kiện">
        <Facts facts={eventFacts(event)} />
        <p class="row">
          <FileLinks
            page={paths.gathering.event(event.slug)}
            isDraft={event.state === 'draft'}
            amend={may && eventCan('amend', event) ? paths.gathering.amend(event.id) : undefined}
          />
        </p>
        {may && eventCan('announce', event) ? <Announce {...props} /> : null}
      </Panel>
      {event.kind === 'ceremony' ? (
        <Panel title="Danh sách trao, theo quyết định" note="Con số đọc từ quyết định">
          {honours.length === 0 ? <p class="muted">Chưa chọn quyết định nào.</p> : <HonourLines honours={honours} />}
          {may && eventCan('amend', event) ? <HonourForm {...props} /> : null}
        </Panel>
      ) : null}
      <Agenda agenda={props.agenda} />
      <GuestsPanel {...props} />
      <Papers slug={event.slug} papers={props.papers} />
      {may && event.state !== 'cancelled' ? <PaperForm {...props} /> : null}
      <ClosingPanels {...props} />
      {may && eventCan('cancel', event) ? (
        <CancelPanel
          title="Hủy sự kiện"
          action={paths.gathering.cancel(event.id)}
          hint="Khách mời đọc được lý do này."
          trouble={props.troubles.cancel}
        />
      ) : null}
    </div>
  )
}

function Announce({ event, troubles: { announce: trouble } }: FileProps) {
  return (
    <Form action={paths.gathering.announce(event.id)} trouble={trouble} label="Công bố">
      <p>Công bố thì sự kiện lên lịch chung, và thư mời gửi tới khách có thư điện tử.</p>
      <div class="row">
        <Submit icon="send">Công bố sự kiện</Submit>
      </div>
    </Form>
  )
}

function HonourForm({ event, choices, troubles: { honours: trouble } }: FileProps) {
  if (choices.length === 0) return <p class="muted">Đơn vị chưa có quyết định công nhận nào.</p>
  return (
    <details open={trouble !== undefined || choices.every(({ chosen }) => !chosen)}>
      <summary>Chọn quyết định</summary>
      <Form action={paths.gathering.honours(event.id)} trouble={trouble} label="Chọn quyết định">
        <Checks
          name="decision"
          label="Quyết định công nhận của đơn vị"
          value={choices.filter(({ chosen }) => chosen).map(({ id }) => id)}
          options={choices.map(({ id, number, authority, decidedOn, products }) => ({
            value: id,
            label: number,
            note: `${authority}${decidedOn === null ? '' : `, ${showDate(decidedOn)}`}, ${products} sản phẩm`,
          }))}
          trouble={trouble}
        />
        <div class="row">
          <Submit kind="secondary" icon="check">
            Lấy danh sách từ quyết định đã chọn
          </Submit>
        </div>
      </Form>
    </details>
  )
}

function PaperForm({ event, troubles: { paper: trouble } }: FileProps) {
  return (
    <Panel title="Thêm tài liệu">
      <Form action={paths.gathering.addPaper(event.id)} trouble={trouble} files label="Thêm tài liệu">
        <Field name="title" label="Tên tài liệu" trouble={trouble} />
        <FileField name="file" label="Tệp" accept="application/pdf,image/jpeg,image/png" trouble={trouble} />
        <Check name="public" label="Đăng trên trang công khai" trouble={trouble} />
        <div class="row">
          <Submit kind="secondary" icon="upload">
            Thêm tài liệu
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}
