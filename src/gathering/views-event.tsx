import { civilDateOf, clockOf } from '../kernel/civil-date.ts'
import { Facts } from '../ui/facts.tsx'
import { FileList } from '../ui/file-list.tsx'
import { LinkButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Stars } from '../ui/stars.tsx'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day, Moment } from '../ui/time.tsx'
import type { PublicEvent } from './actions-reading.ts'
import type { AgendaItem, EventPaper, Honours, ShownConclusion, ShownEvent } from './model.ts'
import { showSpan } from './rules.ts'
import { honoursWords, kindWords, stateLooks, stateWords } from './words.ts'

/** One event as everybody reads it. */
export function EventView({ event, agenda, papers, minutes, conclusions, honours, honoured, reason }: PublicEvent) {
  return (
    <div class="stack">
      <h1>{event.title}</h1>
      {event.state === 'cancelled' ? <Notice kind="error">{`Sự kiện đã hủy. ${reason ?? ''}`}</Notice> : null}
      {event.state === 'draft' ? <Notice kind="info">Bản xem trước: sự kiện chưa công bố.</Notice> : null}
      {event.summary === '' ? null : <p class="lead">{event.summary}</p>}
      <Facts facts={eventFacts(event)} />
      <p class="row">
        <LinkButton href={paths.gathering.eventFile(event.slug)} kind="secondary" icon="calendar">
          Thêm vào lịch (.ics)
        </LinkButton>
        <LinkButton href={paths.gathering.programmePdf(event.slug)} kind="secondary" icon="printer">
          Chương trình để in (PDF)
        </LinkButton>
      </p>
      <Agenda agenda={agenda} />
      {honours.length === 0 ? null : (
        <Panel title="Trao giấy chứng nhận OCOP" note="Con số đọc từ các quyết định">
          <HonourLines honours={honours} />
          <HonouredTable honoured={honoured} />
        </Panel>
      )}
      <Papers slug={event.slug} papers={papers} />
      {minutes === undefined ? null : (
        <Panel title="Kết quả" note={<Moment at={minutes.writtenAt} />}>
          {minutes.body.split('\n').map((line) => (
            <p>{line}</p>
          ))}
          <p class="small muted">{`Có mặt ${minutes.present} trên ${minutes.invited} khách mời.`}</p>
          {conclusions.length === 0 ? null : <PublicConclusions conclusions={conclusions} />}
        </Panel>
      )}
    </div>
  )
}

export function eventFacts(event: ShownEvent) {
  return [
    ['Loại', kindWords[event.kind]],
    ['Trạng thái', <Status state={stateLooks[event.state]}>{stateWords[event.state]}</Status>],
    ['Thời gian', showSpan(event.startsAt, event.endsAt)],
    ['Địa điểm', `${event.roomName}, ${event.address}`],
    ['Đơn vị tổ chức', event.unitName ?? 'Bộ Nông nghiệp và Môi trường'],
    ['Chủ trì', event.hosts.join('; ')],
    ['Thành phần', event.audience],
    ['Trả lời lời mời trước hết ngày', event.answerBy === null ? null : <Day date={event.answerBy} />],
    ['Liên hệ', event.contact],
  ] as const
}

export function Agenda({ agenda }: { agenda: readonly AgendaItem[] }) {
  const days = new Set(agenda.map(({ startsAt }) => civilDateOf(startsAt)))
  return (
    <Panel title="Chương trình">
      <Table
        caption="Chương trình"
        rows={agenda}
        columns={[
          {
            head: 'Giờ',
            cell: ({ startsAt }) => (days.size > 1 ? <Moment at={startsAt} /> : <time>{clockOf(startsAt)}</time>),
          },
          { head: 'Nội dung', names: true, cell: ({ title }) => title },
          { head: 'Người trình bày', cell: ({ speaker }) => speaker },
        ]}
      />
    </Panel>
  )
}

export function HonourLines({ honours }: { honours: readonly Honours[] }) {
  return (
    <ul class="stack tight honours">
      {honours.map((line) => (
        <li>
          <Stars n={line.stars}>{honoursWords(line)}</Stars>
        </li>
      ))}
    </ul>
  )
}

function HonouredTable({ honoured }: Pick<PublicEvent, 'honoured'>) {
  return (
    <Table
      caption="Sản phẩm được trao, nhiều sao trước"
      rows={honoured}
      columns={[
        { head: 'Sản phẩm', names: true, cell: ({ productName }) => productName },
        { head: 'Chủ thể', cell: ({ producerName }) => producerName },
        { head: 'Hạng sao', cell: ({ stars }) => `${stars} sao` },
        {
          head: 'Giấy chứng nhận',
          cell: ({ number }) => <a href={paths.recognition.certificate(number)}>{number}</a>,
        },
        {
          head: 'Quyết định',
          cell: ({ decisionId, decisionNumber }) => (
            <a href={paths.recognition.decision(decisionId)}>{decisionNumber}</a>
          ),
        },
      ]}
    />
  )
}

export function Papers({ slug, papers }: { slug: string; papers: readonly EventPaper[] }) {
  if (papers.length === 0) return null
  return (
    <Panel title="Tài liệu">
      <FileList
        files={papers.map(({ id, title, isPublic, mediaType, bytes }) => ({
          name: title,
          href: paths.gathering.paper(slug, id),
          picture: mediaType === 'image/jpeg',
          note: `${mediaType === 'image/jpeg' ? 'Ảnh' : 'PDF'}, ${Math.max(1, Math.round(bytes / 1024)).toLocaleString('vi-VN')} KB${isPublic ? '' : ', nội bộ'}`,
        }))}
      />
    </Panel>
  )
}

function PublicConclusions({ conclusions }: { conclusions: readonly ShownConclusion[] }) {
  return (
    <Table
      caption="Kết luận và việc phải làm"
      rows={conclusions}
      columns={[
        { head: 'Việc', names: true, cell: ({ body }) => body },
        { head: 'Hạn', cell: ({ dueOn }) => <Day date={dueOn} /> },
        {
          head: 'Kết quả',
          cell: ({ doneOn }) =>
            doneOn === null ? <Status state="waiting">Đang làm</Status> : <Status state="done">Đã xong</Status>,
        },
      ]}
    />
  )
}
