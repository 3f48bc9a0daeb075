import { civilDateOf, clockOf, showWeekday } from '../kernel/civil-date.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { ClassFile } from './actions-reading.ts'
import type { Enrolment, Meeting, RoomUse } from './model.ts'
import { classCan } from './rules.ts'
import { completionOf, dueForCertificate } from './rules-certificate.ts'
import { PaperTestForm } from './views-test.tsx'
import { MeetingFields } from './views-course.tsx'
import { EnrolForm, EnrolForForm } from './views-enrol.tsx'
import { seatWords } from './views.tsx'
import { attendeeWords, courseKindWords, stateLooks, stateWords } from './words.ts'

export type ClassForm = 'enrol' | 'enrolFor' | 'meeting' | 'cancel' | 'paper' | 'certify'

export interface ClassProps extends ClassFile {
  readonly now: Instant
  readonly troubles: Partial<Record<ClassForm, Trouble>>
}

/** Facts for everybody; the own seat; the list for those who keep it. */
export function ClassView(props: ClassProps) {
  const { found, state, meetings, rights } = props
  return (
    <div class="stack loose">
      <div>
        <p class="muted">
          <a href={paths.training.course(found.courseId)}>{courseKindWords[found.courseKind]}</a> · {found.name}
        </p>
        <h1>{found.courseTitle}</h1>
      </div>
      {found.cancelledWhy === null ? null : (
        <Notice kind="error" title="Lớp đã hủy">
          <p>{found.cancelledWhy}</p>
        </Notice>
      )}
      <RoomUses uses={props.roomUses} />
      <Panel title="Lớp" note={<Status state={stateLooks[state]}>{stateWords[state]}</Status>}>
        <Facts
          facts={[
            ['Nơi học', `${found.room}, ${found.place}`],
            ['Chỗ', seatWords(found)],
            ['Đơn vị mở', found.unitName ?? 'Trung ương'],
          ]}
        />
        <Meetings meetings={meetings} keeps={rights.keep} />
      </Panel>
      <OwnSeat {...props} />
      {rights.read ? <ListPanel {...props} /> : null}
      {rights.enrolFor && classCan('enrol', found, props.now) ? (
        <EnrolForForm found={found} trouble={props.troubles.enrolFor} />
      ) : null}
      {rights.open ? <OfficerForms {...props} /> : null}
    </div>
  )
}

/** Whoever keeps the class reads it; the room may be the same under two names, so it is a warning and no refusal. */
function RoomUses({ uses }: { uses: readonly RoomUse[] }) {
  if (uses.length === 0) return null
  return (
    <Notice kind="warning" title="Phòng này có lẽ trùng giờ">
      <ul>
        {uses.map((use) => (
          <li>{`${use.title === null ? 'Một sự kiện chưa công bố' : `Sự kiện “${use.title}”`}: ${meetingWords(use)}`}</li>
        ))}
      </ul>
    </Notice>
  )
}

export function meetingWords({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string {
  return `${showWeekday(civilDateOf(startsAt))}, ${clockOf(startsAt)}–${clockOf(endsAt)}`
}

function Meetings({ meetings, keeps }: { meetings: readonly Meeting[]; keeps: boolean }) {
  const all = [
    { head: 'Buổi', names: true, cell: (meeting: Meeting) => meetingWords(meeting) },
    { head: 'Chủ đề', cell: ({ topic }: Meeting) => topic || 'Chưa ghi' },
    {
      head: 'Chuyên gia',
      cell: ({ lecturerName, lecturerAgency }: Meeting) =>
        lecturerName === null ? 'Chưa ghi' : `${lecturerName}, ${lecturerAgency}`,
    },
  ]
  const door = {
    head: 'Điểm danh',
    cell: ({ id }: Meeting) => (
      <>
        <a href={paths.training.door(id)}>Mã ở cửa</a> · <a href={paths.training.attendance(id)}>Danh sách</a>
      </>
    ),
  }
  return <Table caption="Các buổi" rows={meetings} columns={keeps ? [...all, door] : all} />
}

function OwnSeat(props: ClassProps) {
  const { found, own, meetings, rights, now, troubles } = props
  if (own === undefined) {
    // Whoever keeps the list enters names there.
    if (rights.keep || !classCan('enrol', found, now)) return null
    return rights.enrol ? <EnrolForm {...props} trouble={troubles.enrol} /> : <SignInFirst id={found.id} />
  }
  return (
    <Panel title="Chỗ của bạn">
      <Facts
        facts={[
          ['Danh sách', own.seated ? 'Có chỗ' : `Đang chờ, thứ ${own.queuePlace}`],
          ['Tư cách', own.producerName ?? attendeeWords[own.kind]],
          ['Có mặt', `${own.attended.length}/${meetings.length} buổi`],
          ['Bài kiểm tra', found.passPercent === null ? undefined : own.passed ? 'Đạt' : 'Chưa đạt'],
        ]}
      />
      <div class="row">
        {own.seated && found.passPercent !== null && classCan('test', found, now) ? (
          <LinkButton href={paths.training.test(found.id)} icon="clipboard-list">
            Bài kiểm tra
          </LinkButton>
        ) : null}
        {own.certificate === null ? null : (
          <LinkButton href={paths.training.certificate(own.certificate)} icon="award">
            Chứng nhận hoàn thành
          </LinkButton>
        )}
        {classCan('withdraw', found, now) ? (
          <PostButton action={paths.training.withdraw(own.id)} kind="danger" icon="x">
            Rút tên
          </PostButton>
        ) : null}
        {own.consentOn === null ? null : (
          <PostButton action={paths.training.takeBackConsent(own.id)} kind="secondary">
            Rút đồng ý giữ giới tính, dân tộc
          </PostButton>
        )}
      </div>
    </Panel>
  )
}

function SignInFirst({ id }: { id: string }) {
  return (
    <Panel title="Ghi danh">
      <p>Đăng nhập rồi ghi danh. Không có tài khoản thì nhờ cán bộ đào tạo hoặc cán bộ xã ghi tên.</p>
      <p class="row">
        <LinkButton href={paths.identity.signIn({ tiep: paths.training.class(id) })} icon="log-in">
          Đăng nhập để ghi danh
        </LinkButton>
      </p>
    </Panel>
  )
}

function ListPanel(props: ClassProps) {
  const { found, enrolments, meetings, rights, now } = props
  return (
    <Panel title="Danh sách lớp" note={`${enrolments.length} người`}>
      {enrolments.length === 0 ? (
        <p class="muted">Chưa có ai ghi danh.</p>
      ) : (
        <Table
          caption="Danh sách lớp, theo thứ tự ghi danh"
          rows={enrolments}
          columns={[
            { head: 'Người học', names: true, cell: ({ personName }: Enrolment) => personName },
            { head: 'Tư cách', cell: ({ kind, producerName }: Enrolment) => producerName ?? attendeeWords[kind] },
            {
              head: 'Chỗ',
              cell: ({ seated, queuePlace }: Enrolment) => (seated ? 'Có chỗ' : `Chờ, thứ ${queuePlace}`),
            },
            { head: 'Có mặt', cell: ({ attended }: Enrolment) => `${attended.length}/${meetings.length} buổi` },
            { head: 'Chứng nhận', cell: (one: Enrolment) => <Completion {...props} one={one} /> },
          ]}
        />
      )}
      {rights.certify && classCan('certify', found, now) ? <Certify {...props} /> : null}
    </Panel>
  )
}

function Certify({ found, enrolments, meetings, troubles }: ClassProps) {
  const due = dueForCertificate(found, meetings, enrolments).length
  return (
    <>
      <ErrorSummary trouble={troubles.certify} />
      {due === 0 ? (
        <p class="muted">Không còn ai đủ điều kiện mà chưa có chứng nhận.</p>
      ) : (
        <PostButton action={paths.training.issue(found.id)} icon="award">
          {`Cấp ${due} chứng nhận`}
        </PostButton>
      )}
    </>
  )
}

function Completion({ found, meetings, one }: ClassProps & { one: Enrolment }) {
  if (one.certificate !== null) return <a href={paths.training.certificate(one.certificate)}>{one.certificate}</a>
  const judged = completionOf(found, meetings, one)
  if (judged.ok) return 'Đủ điều kiện'
  return judged.refusal.code === 'training/test-not-passed' ? 'Chưa đạt bài kiểm tra' : 'Chưa đủ số buổi'
}

function OfficerForms(props: ClassProps) {
  const { found, enrolments, lecturers, now, troubles } = props
  return (
    <>
      {found.passPercent !== null && classCan('test', found, now) ? (
        <PaperTestForm enrolments={enrolments} classId={found.id} trouble={troubles.paper} />
      ) : null}
      {classCan('add-meeting', found, now) ? (
        <details class="panel" open={troubles.meeting !== undefined}>
          <summary>Thêm buổi</summary>
          <Form action={paths.training.addMeeting(found.id)} trouble={troubles.meeting}>
            <MeetingFields lecturers={lecturers} trouble={troubles.meeting} />
            <Submit kind="secondary">Thêm buổi</Submit>
          </Form>
        </details>
      ) : null}
      {classCan('cancel', found, now) ? (
        <details class="panel" open={troubles.cancel !== undefined}>
          <summary>Hủy lớp</summary>
          <Form action={paths.training.cancel(found.id)} trouble={troubles.cancel}>
            <Field name="reason" label="Vì sao hủy" hint="Người học đọc được câu này." trouble={troubles.cancel} />
            <Submit kind="danger">Hủy lớp</Submit>
          </Form>
        </details>
      ) : null}
    </>
  )
}
