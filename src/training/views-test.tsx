import { showCount } from '../kernel/number.ts'
import { Radios, Select } from '../ui/choice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { FileList } from '../ui/file-list.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { courseStuff, testPage } from './actions-test.ts'
import type { Material } from './model-test.ts'
import type { Enrolment, ShownCourse } from './model.ts'

type TestProps = Awaited<ReturnType<typeof testPage>> & { readonly trouble: Trouble | undefined }

/** The test of a class, for whoever has a seat. */
export function TestView({ found, questions, sheets, open, left, trouble }: TestProps) {
  const last = sheets.at(-1)
  return (
    <div class="stack">
      <div>
        <h1>Bài kiểm tra: {found.courseTitle}</h1>
        <p class="lead">
          {questions.length} câu; đạt khi đúng từ {found.passPercent}%. {open ? `Còn ${left} lần làm.` : null}
        </p>
      </div>
      {last === undefined ? null : (
        <Notice kind={last.passed ? 'success' : 'warning'}>
          {`Lần ${last.attempt}: đúng ${last.correct}/${last.total} câu, ${last.passed ? 'đạt' : 'chưa đạt'}.`}
        </Notice>
      )}
      {open ? (
        <Form action={paths.training.test(found.id)} trouble={trouble} panel>
          {questions.map(({ id, position, wording, options }) => (
            <Radios
              name={`chon[${id}]`}
              label={`${position}. ${wording}`}
              options={options.map((label, index) => ({ value: String(index + 1), label }))}
              trouble={trouble}
            />
          ))}
          <div class="row">
            <Submit icon="send">Nộp bài</Submit>
          </div>
        </Form>
      ) : null}
      <p class="row">
        <LinkButton href={paths.training.class(found.id)} kind="secondary">
          Về lớp
        </LinkButton>
      </p>
    </div>
  )
}

export function Materials({ materials }: { materials: readonly Material[] }) {
  return materials.length === 0 ? null : (
    <Panel title="Tài liệu" note={`${materials.length} tệp`}>
      <FileList
        files={materials.map(({ id, title, mediaType, bytes }) => ({
          name: title,
          href: paths.training.material(id),
          note: `${mediaType === 'application/pdf' ? 'PDF' : 'Ảnh'}, ${showCount(Math.ceil(bytes / 1024))} KB`,
        }))}
      />
    </Panel>
  )
}

interface StuffProps extends Awaited<ReturnType<typeof courseStuff>> {
  readonly course: ShownCourse
  readonly troubles: { readonly material?: Trouble; readonly question?: Trouble }
}

/** What the officer adds to a course: papers, and the questions while nobody has answered them yet. */
export function CourseKeeping({ course, questions, troubles }: StuffProps) {
  return (
    <>
      <details class="panel" open={troubles.material !== undefined}>
        <summary>Thêm tài liệu</summary>
        <Form action={paths.training.materials(course.id)} trouble={troubles.material} files>
          <Field name="title" label="Tên tài liệu" trouble={troubles.material} />
          <FileField
            name="file"
            label="Tệp"
            accept="application/pdf,image/jpeg,image/png"
            trouble={troubles.material}
          />
          <Submit kind="secondary" icon="upload">
            Thêm tài liệu
          </Submit>
        </Form>
      </details>
      {course.passPercent === null ? null : (
        <details class="panel" open={troubles.question !== undefined}>
          <summary>Bài kiểm tra ({questions.length} câu)</summary>
          <ol class="stack tight">
            {questions.map(({ wording, options, answer }) => (
              <li>
                {wording} <span class="small muted">Đúng: {options[answer - 1]}</span>
              </li>
            ))}
          </ol>
          <Form action={paths.training.questions(course.id)} trouble={troubles.question}>
            <Field name="wording" label="Câu hỏi" trouble={troubles.question} />
            <Field
              name="options"
              label="Các câu trả lời"
              hint="Mỗi dòng một câu, 2 đến 6 câu."
              kind="textarea"
              rows={4}
              trouble={troubles.question}
            />
            <Field name="answer" label="Dòng đúng" hint="1 là dòng đầu." kind="count" trouble={troubles.question} />
            <Submit kind="secondary">Thêm câu hỏi</Submit>
          </Form>
        </details>
      )}
    </>
  )
}

interface PaperProps {
  readonly classId: string
  readonly enrolments: readonly Enrolment[]
  readonly trouble: Trouble | undefined
}

/** For those who wrote on paper: the officer enters the marks. */
export function PaperTestForm({ classId, enrolments, trouble }: PaperProps) {
  const open = enrolments.filter(({ seated, passed }) => seated && !passed)
  return open.length === 0 ? (
    <ErrorSummary trouble={trouble} />
  ) : (
    <details class="panel" open={trouble !== undefined}>
      <summary>Nhập kết quả bài kiểm tra làm trên giấy</summary>
      <Form action={paths.training.paperTest(classId)} trouble={trouble}>
        <Select
          name="enrolment"
          label="Người"
          blank="Chọn người"
          options={open.map(({ id, personName }) => ({ value: id, label: personName }))}
          trouble={trouble}
        />
        <Field name="correct" label="Số câu đúng" kind="count" trouble={trouble} />
        <Submit kind="secondary">Ghi kết quả</Submit>
      </Form>
    </details>
  )
}
