import { clockOf, showMoment } from '../kernel/civil-date.ts'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Qr } from '../ui/qr.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Select } from '../ui/choice.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { doorOf, scanPage } from './actions-attendance.ts'
import { doorMinutes } from './door.ts'
import type { Enrolment, Meeting } from './model.ts'
import { doorHours, isDoorOpen } from './rules.ts'
import { meetingWords } from './views-class.tsx'

type DoorProps = Awaited<ReturnType<typeof doorOf>> & { readonly address: string; readonly now: string }

/** What stands on the screen at the door. The page asks for itself anew before the code grows old. */
export function DoorView({ found, meeting, address, present, now }: DoorProps) {
  return (
    <div class="stack">
      <h1>Điểm danh: {found.courseTitle}</h1>
      <p class="lead">
        {found.name} · {meetingWords(meeting)} · {found.room}
      </p>
      {isDoorOpen(meeting, now) ? (
        <div class="panel stack door-code">
          <Qr text={address} label="Mã điểm danh của buổi này" />
          <p>
            <strong>Mở camera, quét mã, bấm “Tôi có mặt”.</strong> Mã đổi mỗi {doorMinutes} phút; trang này tự tải mã
            mới.
          </p>
        </div>
      ) : (
        <Notice kind="info">
          Mã chỉ hiện khi điểm danh được: từ {showMoment(doorHours(meeting).opens)} đến{' '}
          {showMoment(doorHours(meeting).closes)}.
        </Notice>
      )}
      <p>
        Đã điểm danh <strong class="num">{present}</strong>/{found.seated} người, lúc {clockOf(now)}.
      </p>
      <p class="row">
        <LinkButton href={paths.training.door(meeting.id)} icon="refresh-cw">
          Mã mới
        </LinkButton>
        <LinkButton href={paths.training.attendance(meeting.id)} kind="secondary" icon="clipboard-list">
          Đánh dấu theo danh sách
        </LinkButton>
        <LinkButton href={paths.training.class(found.id)} kind="secondary">
          Về lớp
        </LinkButton>
      </p>
    </div>
  )
}

type ScanProps = Awaited<ReturnType<typeof scanPage>> & {
  readonly token: string
  readonly trouble: Trouble | undefined
}

export function ScanView({ found, meeting, own, token, trouble }: ScanProps) {
  const isPresent = own?.attended.includes(meeting.id) ?? false
  return (
    <div class="stack">
      <h1>Điểm danh</h1>
      <p class="lead">
        {found.courseTitle} · {found.name} · {meetingWords(meeting)}
      </p>
      {isPresent ? (
        <Notice kind="success">Đã ghi bạn có mặt ở buổi này. Không cần quét lại.</Notice>
      ) : (
        <Form action={paths.training.scan(meeting.id)} trouble={trouble} panel>
          <Hidden name="token" value={token} />
          <p>{own === undefined ? 'Bạn chưa có tên trong danh sách lớp này.' : `Người học: ${own.personName}`}</p>
          <Submit icon="check" wide>
            Tôi có mặt
          </Submit>
        </Form>
      )}
      <p class="row">
        <LinkButton href={paths.training.class(found.id)} kind="secondary">
          Xem lớp
        </LinkButton>
      </p>
    </div>
  )
}

interface AttendanceProps {
  readonly meeting: Meeting
  readonly title: string
  readonly classId: string
  readonly enrolments: readonly Enrolment[]
  readonly begun: boolean
  readonly troubles: { readonly mark?: Trouble; readonly strike?: Trouble }
}

/** The list ticked by the officer; what stands is never unticked silently. */
export function AttendanceView({ meeting, title, classId, enrolments, begun, troubles }: AttendanceProps) {
  const seated = enrolments.filter((one) => one.seated)
  const present = seated.filter(({ attended }) => attended.includes(meeting.id))
  return (
    <div class="stack loose">
      <div>
        <h1>Điểm danh theo danh sách</h1>
        <p class="lead">
          {title} · {meetingWords(meeting)}
        </p>
      </div>
      {seated.length === 0 ? (
        <Empty title="Chưa có ai trong danh sách" icon="users">
          <LinkButton href={paths.training.class(classId)}>Về lớp để ghi tên</LinkButton>
        </Empty>
      ) : (
        <Form action={paths.training.attendance(meeting.id)} trouble={troubles.mark} panel>
          {begun ? null : <Notice kind="info">Buổi này chưa bắt đầu, chưa đánh dấu có mặt được.</Notice>}
          <fieldset>
            <legend class="label">
              Có mặt ({present.length}/{seated.length})
            </legend>
            {seated.map(({ id, personName, attended }) => (
              <label class="check" for={`co-mat-${id}`}>
                <input
                  type="checkbox"
                  id={`co-mat-${id}`}
                  name="present"
                  value={id}
                  checked={attended.includes(meeting.id)}
                  disabled={attended.includes(meeting.id)}
                />
                <span>{personName}</span>
              </label>
            ))}
          </fieldset>
          <div class="row">
            <Submit disabled={!begun}>Lưu danh sách</Submit>
            <LinkButton href={paths.training.class(classId)} kind="secondary">
              Về lớp
            </LinkButton>
          </div>
        </Form>
      )}
      {present.length === 0 ? (
        <ErrorSummary trouble={troubles.strike} />
      ) : (
        <Panel title="Bỏ một dòng đánh nhầm">
          <Form action={paths.training.strike(meeting.id)} trouble={troubles.strike}>
            <Select
              name="enrolment"
              label="Người"
              blank="Chọn người"
              options={present.map(({ id, personName }) => ({ value: id, label: personName }))}
              trouble={troubles.strike}
            />
            <Field name="reason" label="Vì sao" hint="Ghi vào sổ, dòng cũ vẫn được giữ." trouble={troubles.strike} />
            <Submit kind="secondary">Bỏ dòng</Submit>
          </Form>
        </Panel>
      )}
    </div>
  )
}
