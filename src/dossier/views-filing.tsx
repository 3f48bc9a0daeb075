import type { Rubric } from '../regime/model.ts'
import { fieldId } from '../ui/field-frame.tsx'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { CheckList } from '../ui/tasks.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { HeldPaper } from './filing.ts'
import type { Attachment, Whole } from './model.ts'
import { generalList, papersAt } from './model.ts'
import { Seen } from './views-seen.tsx'

interface ChecklistProps {
  readonly id: string
  readonly rubric: Rubric
  readonly papers: readonly HeldPaper[]
  readonly attachments: readonly Attachment[]
  readonly trouble: Trouble | undefined
}

/** Papers of the wallet against criteria: each paper once, ticked wherever it proves something. */
export function ChecklistView({ id, rubric, papers, attachments, trouble }: ChecklistProps) {
  const stored = papersAt(attachments)
  const lines = [
    { code: generalList, name: 'Giấy tờ chung của hồ sơ' },
    ...rubric.criteria.map(({ code, name }) => ({ code, name })),
  ]
  return (
    <div class="stack">
      <h1>Danh mục minh chứng</h1>
      <p class="lead">
        Gắn giấy tờ trong <a href={paths.evidence.list()}>ví minh chứng</a> vào tiêu chí. Giấy tờ chỉ tải lên một lần.
      </p>
      {papers.length === 0 ? (
        <Notice kind="warning">
          Ví chưa có giấy tờ nào. <a href={paths.evidence.begin()}>Thêm giấy tờ</a> trước.
        </Notice>
      ) : (
        <Form action={paths.dossier.checklist(id)} trouble={trouble}>
          {lines.map(({ code, name }) => (
            <CriterionPapers code={code} name={name} papers={papers} stored={stored[code]} trouble={trouble} />
          ))}
          <Submit>Lưu danh mục</Submit>
        </Form>
      )}
    </div>
  )
}

interface CriterionPapersProps extends Pick<ChecklistProps, 'papers' | 'trouble'> {
  readonly code: string
  readonly name: string
  readonly stored: string | undefined
}

/** After a refusal what was ticked stands here again, beside the sentence that says what another window tied. */
function CriterionPapers({ code, name, papers, stored, trouble }: CriterionPapersProps) {
  const field = `giay[${code}]`
  const error = trouble?.errors[field]
  const on = trouble ? [trouble.values[field] ?? []].flat() : (stored ?? '').split(' ')
  const tied = papers.filter(({ id }) => on.includes(id)).length
  return (
    <details class="panel" id={`g-${code}`} open={code === generalList || tied > 0 || error !== undefined}>
      <summary>
        {code === generalList ? name : `${code} ${name}`} ({tied})
      </summary>
      <fieldset
        id={fieldId(field)}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `loi-${code}` : undefined}
      >
        <legend class="hidden-word">{name}</legend>
        {error ? (
          <p class="error" id={`loi-${code}`}>
            {error}
          </p>
        ) : null}
        {papers.map((paper) => (
          <label class="check" for={`g-${code}-${paper.id}`}>
            <input
              type="checkbox"
              id={`g-${code}-${paper.id}`}
              name={field}
              value={paper.id}
              checked={on.includes(paper.id)}
            />
            <span>{paper.title}</span>
          </label>
        ))}
        <Seen name={`xemGiay[${code}]`} field={field} stored={stored} trouble={trouble} />
      </fieldset>
    </details>
  )
}

interface SubmitProps {
  readonly whole: Whole
  readonly faults: readonly string[]
  readonly files: readonly string[]
  readonly again: boolean
  readonly trouble: Trouble | undefined
}

/** The last look: what goes, what is missing, one button. */
export function SubmitView({ whole, faults, files, again, trouble }: SubmitProps) {
  const { dossier, steps } = whole
  return (
    <div class="stack">
      <h1>{again ? 'Nộp bổ sung' : 'Nộp hồ sơ'}</h1>
      {faults.length > 0 ? (
        <Panel title={`Còn ${faults.length} điều chưa đủ`}>
          <CheckList lines={faults.map((what) => ({ what, state: 'missing' }))} />
        </Panel>
      ) : (
        <Notice kind="success">Hồ sơ đã đủ. Sau khi nộp, bản này được giữ nguyên cùng danh mục tệp dưới đây.</Notice>
      )}
      <Panel title={`Tệp gửi kèm (${files.length})`}>
        {files.length === 0 ? (
          <p class="muted">Chưa gắn tệp nào.</p>
        ) : (
          <CheckList lines={files.map((what) => ({ what, state: 'done' }))} />
        )}
      </Panel>
      <Form action={paths.dossier.submit(dossier.id)} trouble={trouble}>
        <Hidden name="key" value={`b${steps.length}`} />
        <Submit icon="send" disabled={faults.length > 0}>
          {again ? 'Nộp bổ sung' : 'Nộp hồ sơ'}
        </Submit>
      </Form>
    </div>
  )
}
