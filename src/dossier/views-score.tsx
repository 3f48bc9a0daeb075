import type { Assessment } from '../regime/assess.ts'
import type { Rubric } from '../regime/model.ts'
import { mayReachNone, noLevel } from '../regime/score.ts'
import { paraphraseNote, ruleWords } from '../regime/words.ts'
import { fieldId } from '../ui/field-frame.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { HeldPaper } from './filing.ts'
import type { Attachment, SelfScore } from './model.ts'
import { Seen } from './views-seen.tsx'

interface SelfScoreProps {
  readonly id: string
  readonly rubric: Rubric
  readonly selfScore: SelfScore
  readonly attachments: readonly Attachment[]
  readonly papers: readonly HeldPaper[]
  readonly assessed: Pick<Assessment, 'total' | 'parts'> | undefined
  readonly trouble: Trouble | undefined
}

/** The rubric as it is printed: at each criterion the option, what is said about it, and the papers that prove it. */
export function SelfScoreView(props: SelfScoreProps) {
  const { id, rubric, selfScore, assessed, trouble } = props
  const open = rubric.criteria.filter(({ code }) => selfScore.choices[code] === undefined).length
  return (
    <div class="stack">
      <h1>Tự chấm: {rubric.name}</h1>
      <Notice kind="info">{paraphraseNote} Lưu được từng phần; mức đã chọn và thuyết minh được giữ riêng.</Notice>
      {assessed ? (
        <p>
          Đã lưu <strong class="num">{assessed.total}</strong> điểm tự chấm (A {assessed.parts.A}, B {assessed.parts.B},
          C {assessed.parts.C}); {open === 0 ? 'đã chọn đủ mọi tiêu chí.' : `còn ${open} tiêu chí chưa chọn.`}
        </p>
      ) : null}
      <Form action={paths.dossier.selfScore(id)} trouble={trouble}>
        {rubric.sections.map((section) => (
          <section class="panel stack">
            <h2>
              {section.part}.{section.code} {section.name} <span class="small muted">tối đa {section.max} điểm</span>
            </h2>
            {rubric.criteria
              .filter((criterion) => criterion.part === section.part && criterion.section === section.code)
              .map((criterion) => (
                <CriterionField criterion={criterion} {...props} />
              ))}
          </section>
        ))}
        <Submit>Lưu tự chấm</Submit>
      </Form>
    </div>
  )
}

type CriterionProps = { readonly criterion: Rubric['criteria'][number] } & SelfScoreProps

function CriterionField(props: CriterionProps) {
  const { criterion, selfScore, trouble } = props
  const { code, name, rules } = criterion
  const error = trouble?.errors[`chon[${code}]`]
  return (
    <fieldset
      id={fieldId(`chon[${code}]`)}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error ? `loi-${code}` : undefined}
    >
      <legend class="label">
        {code} {name}
      </legend>
      {error ? (
        <p class="error" id={`loi-${code}`}>
          {error}
        </p>
      ) : null}
      {rules.map(({ kind, text }) => (
        <p class="hint">
          {ruleWords[kind]} {text}
        </p>
      ))}
      <OptionLines {...props} />
      <Field
        name={`ghi[${code}]`}
        label={`Thuyết minh ${code}`}
        kind="textarea"
        rows={2}
        value={selfScore.notes[code]}
        optional
        trouble={trouble}
      />
      <Seen name={`xemGhi[${code}]`} field={`ghi[${code}]`} stored={selfScore.notes[code]} trouble={trouble} />
      <Proofs {...props} />
    </fieldset>
  )
}

function OptionLines({ criterion: { code, options }, selfScore, trouble }: CriterionProps) {
  const field = `chon[${code}]`
  const none = mayReachNone({ options }) ? [{ ...noLevel, position: 0, minimumFor: null }] : []
  const stored = selfScore.choices[code]?.toString()
  const chosen = trouble?.values[field] ?? stored
  return (
    <>
      {[...none, ...options].map(({ position, label, points, minimumFor }) => (
        <label class="check" for={`${code}-${position}`}>
          <input
            type="radio"
            id={`${code}-${position}`}
            name={field}
            value={position}
            checked={chosen === String(position)}
          />
          <span>
            {label}
            {minimumFor ? <span class="small muted"> (ngưỡng {minimumFor} sao)</span> : null}
          </span>
          <span class="num">{points}</span>
        </label>
      ))}
      <Seen name={`xemChon[${code}]`} field={field} stored={stored} trouble={trouble} />
    </>
  )
}

function Proofs({ id, criterion: { code }, attachments, papers }: CriterionProps) {
  const attached = papers.filter((paper) =>
    attachments.some(({ criterion, paperId }) => criterion === code && paperId === paper.id),
  )
  return (
    <p class="small">
      Minh chứng:{' '}
      {attached.length === 0
        ? 'chưa gắn'
        : attached.map(({ id: paper, title }, index) => (
            <>
              {index === 0 ? '' : ', '}
              <a href={paths.evidence.download(paper)}>{title}</a>
            </>
          ))}
      . <a href={`${paths.dossier.checklist(id)}#g-${code}`}>Gắn giấy tờ</a>
    </p>
  )
}
