import type { Instant } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Check, Radios, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { UnitSelect } from '../ui/unit-select.tsx'
import type { coursePage } from './actions-reading.ts'
import type { courseStuff } from './actions-test.ts'
import { courseKinds } from './model.ts'
import type { Lecturer, ShownCourse } from './model.ts'
import { CourseKeeping, Materials } from './views-test.tsx'
import { Paragraphs, classColumns } from './views.tsx'
import { courseKindWords } from './words.ts'

export interface OwnUnit {
  readonly code: string
  readonly name: string
}

interface Asking {
  readonly trouble: Trouble | undefined
}

export function CourseForm({ units, trouble }: Asking & { readonly units: readonly OwnUnit[] }) {
  return (
    <div class="stack">
      <h1>Mở khóa mới</h1>
      <Form action={paths.training.courseBegin()} trouble={trouble} panel>
        <UnitSelect units={units} trouble={trouble} />
        <Radios
          name="kind"
          label="Loại"
          options={courseKinds.map((kind) => ({ value: kind, label: courseKindWords[kind] }))}
          trouble={trouble}
        />
        <Field name="title" label="Tên khóa" trouble={trouble} />
        <Field
          name="summary"
          label="Nội dung"
          hint="Học gì, cho ai, học xong làm được gì."
          kind="textarea"
          rows={5}
          trouble={trouble}
        />
        <Field
          name="attendancePercent"
          label="Phải có mặt ít nhất"
          hint="Để được cấp chứng nhận. Đơn vị tự đặt."
          kind="count"
          value="80"
          suffix="% số buổi"
          trouble={trouble}
        />
        <Field
          name="passPercent"
          label="Bài kiểm tra phải đúng ít nhất"
          hint="Để trống nếu khóa không kiểm tra."
          kind="count"
          suffix="% số câu"
          optional
          trouble={trouble}
        />
        <div class="row">
          <Submit>Mở khóa</Submit>
        </div>
      </Form>
    </div>
  )
}

export function courseFacts({ kind, unitName, attendancePercent, passPercent }: ShownCourse) {
  return [
    ['Loại', courseKindWords[kind]],
    ['Đơn vị mở', unitName ?? 'Trung ương'],
    [
      'Chứng nhận',
      passPercent === null
        ? `Có mặt từ ${attendancePercent}% số buổi`
        : `Có mặt từ ${attendancePercent}% số buổi và đúng từ ${passPercent}% bài kiểm tra`,
    ],
  ] as const
}

type CourseProps = Awaited<ReturnType<typeof coursePage>> &
  Awaited<ReturnType<typeof courseStuff>> & {
    readonly now: Instant
    readonly troubles: { readonly material?: Trouble; readonly question?: Trouble }
  }

export function CourseView(props: CourseProps) {
  const { course, coming, past, mayOpen, materials, now } = props
  return (
    <div class="stack loose">
      <div class="row apart">
        <h1>{course.title}</h1>
        {mayOpen ? (
          <LinkButton href={paths.training.classBegin(course.id)} icon="plus">
            Mở lớp
          </LinkButton>
        ) : null}
      </div>
      <Panel title="Về khóa này">
        <Paragraphs text={course.summary} />
        <Facts facts={courseFacts(course)} />
      </Panel>
      {coming.length === 0 ? (
        <Empty title="Chưa có lớp nào sắp mở" icon="calendar">
          Hỏi cán bộ đào tạo của đơn vị về lớp tới.
        </Empty>
      ) : (
        <Table caption="Lớp sắp mở và đang học" rows={coming} columns={classColumns(now)} showCaption />
      )}
      {past.length === 0 ? null : <Table caption="Lớp đã xong" rows={past} columns={classColumns(now)} showCaption />}
      <Materials materials={materials} />
      {mayOpen ? <CourseKeeping {...props} /> : null}
    </div>
  )
}

/** Day, hours, what on and by whom: of the first meeting as of the later ones. */
export function MeetingFields({ lecturers, trouble }: Asking & { readonly lecturers: readonly Lecturer[] }) {
  return (
    <>
      <Field name="date" label="Ngày học" kind="date" trouble={trouble} />
      <Field name="from" label="Từ" hint="Giờ:phút, ví dụ 08:00" short trouble={trouble} />
      <Field name="to" label="Đến" hint="Giờ:phút, ví dụ 11:30" short trouble={trouble} />
      <Field name="topic" label="Chủ đề của buổi" optional trouble={trouble} />
      {lecturers.length === 0 ? null : (
        <Select
          name="lecturer"
          label="Chuyên gia"
          blank="Chưa có"
          options={lecturers.map(({ id, name, agency }) => ({ value: id, label: `${name}, ${agency}` }))}
          optional
          trouble={trouble}
        />
      )}
    </>
  )
}

interface ClassFormProps extends Asking {
  readonly course: ShownCourse
  readonly lecturers: readonly Lecturer[]
}

export function ClassForm({ course, lecturers, trouble }: ClassFormProps) {
  return (
    <div class="stack">
      <h1>Mở lớp: {course.title}</h1>
      <Form action={paths.training.classBegin(course.id)} trouble={trouble} panel>
        <Field name="name" label="Tên lớp" hint="Ví dụ Lớp 1, tháng 12/2026" trouble={trouble} />
        <Field name="place" label="Nơi học" hint="Địa chỉ để người học tìm được." trouble={trouble} />
        <Field name="room" label="Phòng" hint="Hai lớp không dùng một phòng cùng giờ." trouble={trouble} />
        <Field name="capacity" label="Sức chứa" kind="count" suffix="người" trouble={trouble} />
        <MeetingFields lecturers={lecturers} trouble={trouble} />
        <p class="small muted">Buổi sau thêm ở trang của lớp.</p>
        <div class="row">
          <Submit>Mở lớp</Submit>
        </div>
      </Form>
    </div>
  )
}

interface LecturersProps extends Asking {
  readonly lecturers: Page<Lecturer>
  readonly units: readonly OwnUnit[]
}

/** Who may be asked to speak on what; the training officer adds whoever agreed. */
export function LecturersView({ lecturers, units, trouble }: LecturersProps) {
  return (
    <div class="stack loose">
      <h1>Chuyên gia và chủ đề</h1>
      {lecturers.items.length === 0 ? (
        <Empty title="Chưa có chuyên gia nào" icon="users">
          Cán bộ đào tạo thêm người đã đồng ý cho hiện tên.
        </Empty>
      ) : (
        <Table
          caption="Chuyên gia, theo tên"
          rows={lecturers.items}
          columns={[
            { head: 'Chuyên gia', names: true, cell: ({ name }) => name },
            { head: 'Nơi làm việc', cell: ({ agency }) => agency },
            { head: 'Chủ đề', cell: ({ topics }) => topics },
            { head: 'Đơn vị mời', cell: ({ unitName }) => unitName ?? 'Trung ương' },
            { head: 'Buổi', numeric: true, cell: ({ lectures }) => lectures },
          ]}
        />
      )}
      <Pager {...lecturers} hrefOf={(trang) => paths.training.lecturers({ trang })} />
      {units.length === 0 ? null : (
        <Panel title="Thêm chuyên gia">
          <Form action={paths.training.lecturers()} trouble={trouble}>
            <UnitSelect units={units} trouble={trouble} />
            <Field name="name" label="Họ tên" trouble={trouble} />
            <Field name="agency" label="Nơi làm việc" trouble={trouble} />
            <Field name="topics" label="Chủ đề" trouble={trouble} />
            <Check
              name="agreed"
              label="Chuyên gia đã đồng ý cho hiện tên, nơi làm việc và chủ đề ở trang này."
              trouble={trouble}
            />
            <div class="row">
              <Submit>Thêm chuyên gia</Submit>
            </div>
          </Form>
        </Panel>
      )}
    </div>
  )
}
