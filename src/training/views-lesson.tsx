import type { Instant } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import type { LegalText, Rubric } from '../regime/model.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { UnitSelect } from '../ui/unit-select.tsx'
import type { CriterionLessons, lessonPage } from './actions-lesson.ts'
import type { Lesson } from './model-lesson.ts'
import type { ShownClass, ShownCourse } from './model.ts'
import type { OwnUnit } from './views-course.tsx'
import { Paragraphs, classColumns } from './views.tsx'

interface ByCriterionProps {
  readonly law: LegalText
  readonly rubric: Rubric
  readonly rubrics: readonly Rubric[]
  readonly groups: readonly CriterionLessons[]
  readonly classes: readonly ShownClass[]
  readonly now: Instant
}

/** Where a readiness list leads: what is missing, and how to learn to have it. */
export function ByCriterionView({ law, rubric, rubrics, groups, classes, now }: ByCriterionProps) {
  return (
    <div class="stack loose">
      <div>
        <h1>Bài học và lớp cho tiêu chí còn thiếu</h1>
        <p class="lead">
          Bộ {rubric.number}, {rubric.name} ({law.number})
        </p>
      </div>
      {groups.map((group) => (
        <CriterionPanel {...group} rubrics={rubrics} />
      ))}
      <ComingClasses classes={classes} now={now} />
    </div>
  )
}

type CriterionPanelProps = CriterionLessons & { readonly rubrics: readonly Rubric[] }

function CriterionPanel({ code, name, lessons, elsewhere, rubrics }: CriterionPanelProps) {
  const count = lessons.length + elsewhere.length
  return (
    <Panel title={`${code} ${name}`} note={count === 0 ? undefined : `${count} bài`}>
      {count === 0 ? (
        <p class="muted">Chưa có bài học cho tiêu chí này. Hỏi cán bộ đào tạo, hoặc xem các lớp đang mở ở dưới.</p>
      ) : null}
      {elsewhere.length === 0 ? null : (
        <p class="muted">
          Bộ này chưa có bài riêng. Dưới đây là bài của tiêu chí cùng tên ở bộ khác; mức điểm xem ở bộ của bạn.
        </p>
      )}
      {count === 0 ? null : (
        <ul class="stack tight">
          {lessons.map((lesson) => (
            <LessonLine lesson={lesson} />
          ))}
          {elsewhere.map((lesson) => (
            <LessonLine lesson={lesson} of={rubrics.find(({ number }) => number === lesson.rubric)} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function LessonLine({ lesson, of }: { lesson: Lesson; of?: Rubric | undefined }) {
  return (
    <li>
      <a href={paths.training.lesson(lesson.id)}>{lesson.title}</a>{' '}
      <span class="small muted">
        {lesson.unitName ?? 'Trung ương'}
        {of === undefined ? '' : ` · bài học của tiêu chí này ở bộ ${of.number}, ${of.name}`}
      </span>
    </li>
  )
}

function ComingClasses({ classes, now }: { classes: readonly ShownClass[]; now: Instant }) {
  return classes.length === 0 ? (
    <p class="row">
      <LinkButton href={paths.training.list()} kind="secondary" icon="calendar">
        Xem các lớp đang mở
      </LinkButton>
    </p>
  ) : (
    <Table caption="Lớp dạy các bài này" rows={classes} columns={classColumns(now)} showCaption />
  )
}

interface ListProps {
  readonly lessons: Page<Lesson>
  readonly rubrics: readonly Rubric[]
  readonly rubric: string | undefined
  readonly lawText: string
  readonly publishes: boolean
}

export function LessonListView({ lessons, rubrics, rubric, lawText, publishes }: ListProps) {
  return (
    <div class="stack">
      <div class="row apart">
        <h1>Bài học theo tiêu chí</h1>
        {publishes ? (
          <LinkButton href={paths.training.lessonBegin()} icon="plus">
            Đăng bài
          </LinkButton>
        ) : null}
      </div>
      <form class="panel filter" action={paths.training.lessons()} aria-label="Lọc theo bộ tiêu chí">
        <Hidden name="van-ban" value={lawText} />
        <Select
          name="bo"
          label="Bộ tiêu chí"
          blank="Mọi bộ"
          value={rubric}
          options={rubrics.map(({ number, name }) => ({ value: number, label: `${number}. ${name}` }))}
        />
        <div class="row">
          <Submit icon="list-filter" kind="secondary">
            Lọc
          </Submit>
        </div>
      </form>
      {lessons.items.length === 0 ? (
        <Empty title="Chưa có bài học nào" icon="book-open">
          Bài hiện ở đây khi cán bộ đào tạo đăng.
        </Empty>
      ) : (
        <Table
          caption="Bài học, theo bộ và tiêu chí"
          rows={lessons.items}
          columns={[
            { head: 'Bài', names: true, cell: ({ id, title }) => <a href={paths.training.lesson(id)}>{title}</a> },
            { head: 'Bộ', cell: (lesson) => lesson.rubric },
            { head: 'Tiêu chí', cell: ({ criterion }) => criterion },
            { head: 'Đơn vị', cell: ({ unitName }) => unitName ?? 'Trung ương' },
          ]}
        />
      )}
      <Pager {...lessons} hrefOf={(trang) => paths.training.lessons({ 'van-ban': lawText, bo: rubric, trang })} />
    </div>
  )
}

type LessonProps = Awaited<ReturnType<typeof lessonPage>> & {
  readonly now: Instant
  readonly trouble?: Trouble | undefined
}

export function LessonView({ lesson, mayEnd, rubric, classes, now, trouble }: LessonProps) {
  const { id, title, body, criterion, lawText, unitName, courseId, courseTitle, endedAt } = lesson
  const name = rubric?.criteria.find(({ code }) => code === criterion)?.name
  return (
    <div class="stack loose">
      <ErrorSummary trouble={trouble} />
      <div>
        <p class="muted">
          Tiêu chí {criterion}
          {name === undefined ? '' : ` ${name}`} ·{' '}
          <a href={paths.regime.rubric(lawText, lesson.rubric)}>bộ {lesson.rubric}</a> · {unitName ?? 'Trung ương'}
        </p>
        <h1>{title}</h1>
      </div>
      {endedAt === null ? null : <Notice kind="warning">Bài này đã gỡ, chỉ đơn vị đăng còn thấy.</Notice>}
      <div class="panel stack">
        <Paragraphs text={body} />
      </div>
      {courseId === null ? null : (
        <p>
          Học kỹ hơn ở khóa <a href={paths.training.course(courseId)}>{courseTitle}</a>.
        </p>
      )}
      <ComingClasses classes={classes} now={now} />
      {mayEnd && endedAt === null ? (
        <PostButton action={paths.training.endLesson(id)} kind="danger">
          Gỡ bài
        </PostButton>
      ) : null}
    </div>
  )
}

interface LessonFormProps {
  readonly units: readonly OwnUnit[]
  readonly courses: readonly ShownCourse[]
  readonly rubrics: readonly Rubric[]
  readonly lawText: string
  readonly rubric: Rubric | undefined
  readonly trouble: Trouble | undefined
}

/** Two steps without a script: the rubric, then what is taught about which of its criteria. */
export function LessonForm(props: LessonFormProps) {
  const { rubric, rubrics } = props
  return (
    <div class="stack">
      <h1>Đăng bài học</h1>
      {rubric === undefined ? (
        <form class="form panel stack" action={paths.training.lessonBegin()} aria-label="Chọn bộ tiêu chí">
          <Select
            name="bo"
            label="Bộ tiêu chí"
            blank="Chọn bộ tiêu chí"
            options={rubrics.map(({ number, name }) => ({ value: number, label: `${number}. ${name}` }))}
          />
          <div class="row">
            <Submit icon="arrow-right">Tiếp tục</Submit>
          </div>
        </form>
      ) : (
        <CriterionStep {...props} rubric={rubric} />
      )}
    </div>
  )
}

function CriterionStep({ units, courses, lawText, rubric, trouble }: LessonFormProps & { readonly rubric: Rubric }) {
  return (
    <>
      <p class="row">
        <span>
          Bộ {rubric.number}, {rubric.name}
        </span>
        <a href={paths.training.lessonBegin()}>Chọn bộ khác</a>
      </p>
      <Form action={paths.training.lessonBegin({ bo: rubric.number })} trouble={trouble} panel>
        <Hidden name="rubric" value={`${lawText}/${rubric.number}`} />
        <UnitSelect units={units} trouble={trouble} />
        <Select
          name="criterion"
          label="Tiêu chí"
          blank="Chọn tiêu chí"
          options={rubric.criteria.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          trouble={trouble}
        />
        <Field name="title" label="Tên bài" trouble={trouble} />
        <Field
          name="body"
          label="Bài"
          hint="Làm gì, giấy nào chứng minh, lỗi hay gặp."
          kind="textarea"
          rows={10}
          trouble={trouble}
        />
        <Select
          name="course"
          label="Khóa dạy kỹ hơn"
          blank="Không có"
          options={courses.map(({ id, title }) => ({ value: id, label: title }))}
          optional
          trouble={trouble}
        />
        <div class="row">
          <Submit>Đăng bài</Submit>
        </div>
      </Form>
    </>
  )
}
