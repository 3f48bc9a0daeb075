import type { Rubric } from '../regime/model.ts'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { CheckList } from '../ui/tasks.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { HeldPaper } from './filing.ts'
import type { Attachment, Whole } from './model.ts'
import { generalList } from './model.ts'

interface ChecklistProps {
  readonly id: string
  readonly rubric: Rubric
  readonly papers: readonly HeldPaper[]
  readonly attachments: readonly Attachment[]
  readonly trouble: Trouble | undefined
}

/** Papers of the wallet against criteria: each paper once, ticked wherever it proves something. */
export function ChecklistView({ id, rubric, papers, attachments, trouble }: ChecklistProps) {
  const isOn = (criterion: string, paper: string) =>
    attachments.some((one) => one.criterion === criterion && one.paperId === paper)
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
            <details
              class="panel"
              id={`g-${code}`}
              open={code === generalList || papers.some((paper) => isOn(code, paper.id))}
            >
              <summary>
                {code === generalList ? name : `${code} ${name}`} (
                {papers.filter((paper) => isOn(code, paper.id)).length})
              </summary>
              <fieldset>
                <legend class="hidden-word">{name}</legend>
                {papers.map((paper) => (
                  <label class="check" for={`g-${code}-${paper.id}`}>
                    <input
                      type="checkbox"
                      id={`g-${code}-${paper.id}`}
                      name={`giay[${code}]`}
                      value={paper.id}
                      checked={isOn(code, paper.id)}
                    />
                    <span>{paper.title}</span>
                  </label>
                ))}
              </fieldset>
            </details>
          ))}
          <Submit>Lưu danh mục</Submit>
        </Form>
      )}
    </div>
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
        <CheckList lines={files.map((what) => ({ what, state: 'done' }))} />
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
