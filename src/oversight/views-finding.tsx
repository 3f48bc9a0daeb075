import { Radios, Select } from '../ui/choice.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { InspectionFinding } from './model.ts'
import { inspectionCan, isAwaitingAnswer, isRemedied } from './rules.ts'
import type { InspectionViewProps } from './views-inspection.tsx'

export const photoHint = 'JPG, PNG hoặc WebP, tới 20 MB. Vị trí chụp được bỏ khỏi ảnh.'
export const photoKinds = 'image/jpeg,image/png,image/webp'

/** What was found, how it was put right, and what was said to that. */
export function FindingsPanel(props: InspectionViewProps) {
  const { findings, inspection, may, troubles, asked } = props
  const tells = inspectionCan('remedy', inspection) && may.remedy
  const judges = inspectionCan('answer-remedy', inspection) && may.conclude
  const waiting = findings.filter((one) => (isAwaitingAnswer(one) ? judges : tells && !isRemedied(one)))
  const sent = (troubles.remedy ?? troubles.answer)?.values['finding']
  const open = waiting.find(({ id, position }) => (sent === undefined ? position === asked : id === sent)) ?? waiting[0]
  return findings.map((finding) => (
    <FindingPanel {...props} finding={finding} open={finding === open} waits={waiting.includes(finding)} />
  ))
}

interface FindingProps extends InspectionViewProps {
  readonly finding: InspectionFinding
  /** Its form is drawn; one at a time, so that a page has each field once. */
  readonly open: boolean
  /** It waits for the reader. */
  readonly waits: boolean
}

function FindingPanel(props: FindingProps) {
  const { finding, inspection, troubles, open, waits } = props
  const { question, basis, text, grave, position } = finding
  const toJudge = isAwaitingAnswer(finding)
  return (
    <Panel title={`Thiếu sót ${position}`} note={grave ? 'Nghiêm trọng' : undefined} id={`thieu-sot-${position}`}>
      <p>
        <FindingStatus finding={finding} />
      </p>
      <p>
        <b>{question}</b>
      </p>
      <p class="small muted">{basis}</p>
      <p>{text}</p>
      <Remedies {...props} />
      {open && !toJudge ? <RemedyForm {...props} trouble={troubles.remedy} /> : null}
      {open && toJudge ? <AnswerForm {...props} trouble={troubles.answer} /> : null}
      {waits && !open ? (
        <p>
          <a href={paths.oversight.file(inspection.id, { 'thieu-sot': position })}>
            {toJudge ? 'Xét phần khắc phục này' : 'Báo khắc phục thiếu sót này'}
          </a>
        </p>
      ) : null}
    </Panel>
  )
}

function FindingStatus({ finding }: { finding: InspectionFinding }) {
  if (isRemedied(finding)) return <Status state="done">Đã khắc phục</Status>
  if (isAwaitingAnswer(finding)) return <Status state="waiting">Đã báo khắc phục, chờ xét</Status>
  return <Status state="missing">Chưa khắc phục</Status>
}

function Remedies({
  finding: { remedies },
  inspection,
}: InspectionViewProps & { readonly finding: InspectionFinding }) {
  return remedies.map(({ text, photo, paperId, paperTitle, onDate, accepted, answer }) => (
    <div>
      <p>{text}</p>
      <p class="small muted">
        Chủ thể báo ngày <Day date={onDate} />
        {photo === null ? null : (
          <>
            , <a href={paths.oversight.photo(inspection.id, photo)}>ảnh kèm</a>
          </>
        )}
        {paperId === null ? null : (
          <>
            , giấy <a href={paths.evidence.paper(paperId)}>{paperTitle}</a>
          </>
        )}
        {accepted === null ? null : accepted ? '. Đã nhận.' : `. Chưa nhận: ${answer}`}
      </p>
    </div>
  ))
}

interface FormProps extends InspectionViewProps {
  readonly finding: InspectionFinding
  readonly trouble: Trouble | undefined
}

function RemedyForm({ finding, inspection, papers, trouble }: FormProps) {
  return (
    <Form
      action={paths.oversight.remedy(inspection.id)}
      trouble={trouble}
      files
      label={`Báo khắc phục thiếu sót ${finding.position}`}
    >
      <Hidden name="finding" value={finding.id} />
      <Field name="text" label="Đã khắc phục thế nào" kind="textarea" rows={3} trouble={trouble} />
      <FileField name="photo" label="Ảnh" hint={photoHint} accept={photoKinds} optional trouble={trouble} />
      {papers.length === 0 ? null : (
        <Select
          name="paper"
          label="Giấy trong ví"
          blank="Không kèm giấy"
          options={papers.map(({ id, title }) => ({ value: id, label: title }))}
          optional
          trouble={trouble}
        />
      )}
      <div class="row">
        <Submit icon="send">Gửi phần khắc phục</Submit>
      </div>
    </Form>
  )
}

function AnswerForm({ finding, inspection, trouble }: FormProps) {
  return (
    <Form
      action={paths.oversight.answerRemedy(inspection.id)}
      trouble={trouble}
      label={`Xét khắc phục thiếu sót ${finding.position}`}
    >
      <Hidden name="finding" value={finding.id} />
      <Radios
        name="outcome"
        label="Kết luận"
        options={[
          { value: 'accept', label: 'Nhận, đã khắc phục xong' },
          { value: 'send-back', label: 'Chưa nhận, còn thiếu' },
        ]}
        trouble={trouble}
      />
      <Field name="reason" label="Còn thiếu gì" kind="textarea" rows={2} optional trouble={trouble} />
      <div class="row">
        <Submit icon="check">Gửi kết luận</Submit>
      </div>
    </Form>
  )
}
