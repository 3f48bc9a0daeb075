import { civilDateOf, clockOf, showWeekday } from '../kernel/civil-date.ts'
import type { Instant } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Select } from '../ui/choice.tsx'
import type { Option } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table.tsx'
import { Chips } from '../ui/tabs.tsx'
import type { OwnEnrolment, ShownClass, ShownCourse } from './model.ts'
import { classCan, stateOf } from './rules.ts'
import { courseKindWords, stateLooks, stateWords } from './words.ts'

/** Typed text with its line breaks. */
export function Paragraphs({ text }: { text: string }) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => <p>{line}</p>)
}

/** `Thứ Năm, 26/11/2026, 08:00`. */
export function whenWords(moment: Instant | null): string {
  return moment === null ? 'Chưa có buổi' : `${showWeekday(civilDateOf(moment))}, ${clockOf(moment)}`
}

/** `12/30 chỗ, 3 người chờ`. */
export function seatWords({ seated, capacity, waiting }: ShownClass): string {
  return `${seated}/${capacity} chỗ${waiting > 0 ? `, ${waiting} người chờ` : ''}`
}

export function classColumns(now: Instant): readonly Column<ShownClass>[] {
  return [
    {
      head: 'Lớp',
      names: true,
      cell: ({ id, courseTitle, name }) => (
        <>
          <a href={paths.training.class(id)}>{courseTitle}</a>
          <span class="small muted note"> {name}</span>
        </>
      ),
    },
    { head: 'Bắt đầu', cell: ({ firstStart }) => whenWords(firstStart) },
    { head: 'Nơi học', cell: ({ room, place }) => `${room}, ${place}` },
    { head: 'Đơn vị mở', cell: ({ unitName }) => unitName ?? 'Trung ương' },
    { head: 'Chỗ', cell: (one) => seatWords(one) },
    {
      head: 'Trạng thái',
      cell: (one) => {
        const state = stateOf(one, now)
        return <Status state={stateLooks[state]}>{stateWords[state]}</Status>
      },
    },
  ]
}

interface ListProps {
  readonly classes: Page<ShownClass>
  readonly provinces: readonly Option[]
  readonly province: string | undefined
  readonly now: Instant
}

/** Training nobody knows of is no training. */
export function AnnouncedView({ classes, provinces, province, now }: ListProps) {
  return (
    <div class="stack">
      <h1>Lớp tập huấn, dạy nghề</h1>
      <p class="lead">Ghi danh ở đây hoặc nhờ cán bộ xã ghi tên. Học xong có chứng nhận kiểm tra được.</p>
      <form class="panel filter" action={paths.training.list()} aria-label="Lọc theo tỉnh">
        <Select name="tinh" label="Tỉnh, thành phố" options={provinces} value={province} blank="Cả nước" />
        <div class="row">
          <Submit icon="list-filter" kind="secondary">
            Lọc
          </Submit>
        </div>
      </form>
      {classes.items.length === 0 ? (
        <Empty title="Chưa có lớp nào sắp mở" icon="calendar">
          Lớp mới hiện ở đây ngay khi cán bộ đào tạo của xã, tỉnh hoặc trung ương mở.
        </Empty>
      ) : (
        <Table caption="Lớp sắp mở và đang học, gần nhất trước" rows={classes.items} columns={classColumns(now)} />
      )}
      <Pager {...classes} hrefOf={(trang) => paths.training.list({ tinh: province, trang })} />
      <p class="row">
        <LinkButton href={paths.training.lessons()} kind="secondary" icon="book-open">
          Bài học theo tiêu chí
        </LinkButton>
        <LinkButton href={paths.training.lecturers()} kind="secondary" icon="users">
          Chuyên gia và chủ đề
        </LinkButton>
        <LinkButton href={paths.training.certificates()} kind="secondary" icon="shield-check">
          Kiểm tra chứng nhận
        </LinkButton>
      </p>
    </div>
  )
}

interface OfficeProps {
  readonly classes: Page<ShownClass>
  readonly courses: readonly ShownCourse[]
  readonly works: boolean
  readonly past: boolean
  readonly now: Instant
}

export function OfficeView({ classes, courses, works, past, now }: OfficeProps) {
  return (
    <div class="stack">
      <div class="row apart">
        <h1>Đào tạo, tập huấn</h1>
        {works ? (
          <LinkButton href={paths.training.courseBegin()} icon="plus">
            Mở khóa mới
          </LinkButton>
        ) : null}
      </div>
      <Chips
        label="Xem"
        chips={[
          { href: paths.training.office(), label: 'Sắp mở, đang học', current: !past },
          { href: paths.training.office({ xem: 'da-xong' }), label: 'Đã xong', current: past },
          { href: paths.training.reach(), label: 'Đã tới ai' },
          { href: paths.training.lessons(), label: 'Bài học' },
          { href: paths.training.lecturers(), label: 'Chuyên gia' },
        ]}
      />
      {classes.items.length === 0 ? (
        <Empty title="Không có lớp nào ở đây" icon="calendar">
          Mở khóa rồi mở lớp: nơi, phòng, sức chứa và buổi đầu tiên.
        </Empty>
      ) : (
        <Table caption="Lớp của đơn vị" rows={classes.items} columns={classColumns(now)} />
      )}
      <Pager {...classes} hrefOf={(trang) => paths.training.office({ xem: past ? 'da-xong' : undefined, trang })} />
      {courses.length === 0 ? null : (
        <Panel title="Các khóa của đơn vị" note={`${courses.length} khóa`}>
          <ul class="stack tight">
            {courses.map(({ id, title, kind }) => (
              <li>
                <a href={paths.training.course(id)}>{title}</a> <span class="small muted">{courseKindWords[kind]}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}

function OwnResult({ own, now }: { own: OwnEnrolment; now: Instant }) {
  const { classId, certificate, passPercent, seated, passed } = own
  const sits = seated && passPercent !== null && classCan('test', own, now)
  return (
    <>
      {certificate === null ? null : <a href={paths.training.certificate(certificate)}>Chứng nhận</a>}
      {certificate !== null && sits ? ' · ' : null}
      {sits ? <a href={paths.training.test(classId)}>Bài kiểm tra{passed ? ', đạt' : ''}</a> : null}
      {certificate === null && !sits ? 'Chưa có' : null}
    </>
  )
}

/** The own classes: where to be when, what was reached. */
export function OwnClassesView({ own, now }: { own: Page<OwnEnrolment>; now: Instant }) {
  const columns: readonly Column<OwnEnrolment>[] = [
    {
      head: 'Lớp',
      names: true,
      cell: ({ classId, courseTitle, className }) => (
        <>
          <a href={paths.training.class(classId)}>{courseTitle}</a>
          <span class="small muted note"> {className}</span>
        </>
      ),
    },
    { head: 'Bắt đầu', cell: ({ firstStart }) => whenWords(firstStart) },
    { head: 'Nơi học', cell: ({ room, place }) => `${room}, ${place}` },
    { head: 'Kết quả', cell: (one) => <OwnResult own={one} now={now} /> },
    {
      head: 'Chỗ',
      cell: ({ seated, queuePlace }) => (seated ? 'Có chỗ' : `Đang chờ, thứ ${queuePlace}`),
    },
    {
      head: 'Trạng thái',
      cell: (one) => {
        const state = stateOf(one, now)
        return <Status state={stateLooks[state]}>{stateWords[state]}</Status>
      },
    },
  ]
  return (
    <div class="stack">
      <div class="row apart">
        <h1>Lớp của tôi</h1>
        <LinkButton href={paths.training.list()} icon="search" kind="secondary">
          Tìm lớp
        </LinkButton>
      </div>
      {own.items.some(({ cancelledWhy }) => cancelledWhy !== null) ? (
        <Notice kind="warning">Có lớp đã hủy; mở lớp để đọc lý do và chọn lớp khác.</Notice>
      ) : null}
      {own.items.length === 0 ? (
        <Empty title="Bạn chưa ghi danh lớp nào" icon="calendar">
          Tìm lớp gần nơi bạn ở, ghi danh trong một phút.
        </Empty>
      ) : (
        <Table caption="Lớp đã ghi danh, mới nhất trước" rows={own.items} columns={columns} />
      )}
      <Pager {...own} hrefOf={(trang) => paths.training.mine({ trang })} />
    </div>
  )
}
