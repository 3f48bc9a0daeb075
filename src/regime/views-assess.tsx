import { Empty } from '../ui/empty.tsx'
import { Gauge } from '../ui/gauge.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Stars } from '../ui/stars.tsx'
import { CheckList } from '../ui/tasks.tsx'
import type { Assessment } from './assess.ts'
import type { Labels } from './labels.ts'
import type { Criterion, LegalText, Rubric } from './model.ts'
import { partCodes } from './model.ts'
import { paraphraseNote, ruleWords } from './words.ts'

/** Choose a rubric by the six sectors; no account. */
export function ChooseRubric({ law, rubrics }: { law: LegalText; rubrics: readonly Rubric[] }) {
  return (
    <div class="stack">
      <h1>Tự chấm thử</h1>
      <p class="lead">
        Chọn bộ tiêu chí theo {law.number}. Kết quả chỉ để tham khảo, không lưu, không phải kết quả của Hội đồng.
      </p>
      {law.sectors.map(({ code, name }) => (
        <Panel title={`${code}. ${name}`}>
          <ul class="stack tight">
            {rubrics
              .filter(({ sector }) => sector === code)
              .map(({ number, name: rubric, text }) => (
                <li>
                  <a href={paths.regime.selfAssessRubric(text, number)}>
                    {number}. {rubric}
                  </a>
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </div>
  )
}

interface AssessProps {
  readonly law: LegalText
  readonly rubric: Rubric
  readonly labels: Labels
  /** Criterion → position, as ticked. */
  readonly chosen: Readonly<Record<string, string>>
  readonly assessment: Assessment | undefined
  readonly fault: string | undefined
}

export function AssessView({ law, rubric, labels, chosen, assessment, fault }: AssessProps) {
  if (!rubric.scorable) {
    return (
      <Empty title="Bộ tiêu chí này chỉ để đọc">
        <p>{rubric.standing}</p>
      </Empty>
    )
  }
  return (
    <div class="stack">
      <h1>Tự chấm: {rubric.name}</h1>
      {labels.paraphrase ? <Notice kind="info">{paraphraseNote}</Notice> : null}
      {fault ? <Notice kind="error">{fault}</Notice> : null}
      {assessment ? <Outcome law={law} rubric={rubric} assessment={assessment} /> : null}
      <Form action={paths.regime.selfAssessRubric(rubric.text, rubric.number)} label={`Tự chấm ${rubric.name}`}>
        {rubric.sections.map((section) => (
          <section class="panel stack">
            <h2>
              {section.part}.{section.code} {section.name} <span class="small muted">tối đa {section.max} điểm</span>
            </h2>
            {rubric.criteria
              .filter((criterion) => criterion.part === section.part && criterion.section === section.code)
              .map((criterion) => (
                <CriterionChoice criterion={criterion} labels={labels} chosen={chosen[criterion.code]} />
              ))}
          </section>
        ))}
        <Submit>Xem điểm và khoảng sao</Submit>
      </Form>
    </div>
  )
}

function CriterionChoice(props: { criterion: Criterion; labels: Labels; chosen: string | undefined }) {
  const { criterion, labels, chosen } = props
  const { code, name, options, rules, cases } = criterion
  const caseOf = (option: string | null) => cases.find((one) => one.code === option)?.label
  return (
    <fieldset id={`tc-${code}`}>
      <legend class="label">
        {code} {name}
      </legend>
      {rules.map(({ kind, text }) => (
        <p class="hint">
          {ruleWords[kind]} {text}
        </p>
      ))}
      {cases.length > 0 ? <p class="hint">Chọn một mức của trường hợp phù hợp.</p> : null}
      {options.map(({ position, points, minimumFor, case: branch }) => (
        <label class="check" for={`${code}-${position}`}>
          <input
            type="radio"
            id={`${code}-${position}`}
            name={`chon[${code}]`}
            value={position}
            checked={chosen === String(position)}
          />
          <span>
            {branch === null ? null : <span class="small muted">{caseOf(branch)}: </span>}
            {labels.of(code, position)}
            {minimumFor ? <span class="small muted"> (ngưỡng {minimumFor} sao)</span> : null}
          </span>
          <span class="num">{points}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Outcome({ law, rubric, assessment }: { law: LegalText; rubric: Rubric; assessment: Assessment }) {
  const { total, parts, stars, nextStar, disqualified } = assessment
  const nameOf = (code: string) => rubric.criteria.find((one) => one.code === code)?.name ?? code
  return (
    <section class="panel stack" aria-labelledby="ket-qua">
      <h2 id="ket-qua">
        <span class="num">{total}</span> điểm, <Stars n={stars} kind="estimate" />
      </h2>
      <p>
        {partCodes.map((code) => `Phần ${code}: ${parts[code]} trên ${law.parts[code]}`).join(' · ')}. Đây là tự đánh
        giá.
      </p>
      <Gauge
        sure={total}
        possible={total}
        bands={law.bands.filter((band) => band.stars >= 3).map((band) => ({ stars: band.stars, from: band.from }))}
      />
      {disqualified.length > 0 ? (
        <Notice kind="error" title="Bị loại hoặc dừng chấm">
          {rubric.disqualifiers
            .filter(({ id }) => disqualified.includes(id))
            .map(({ text }) => text)
            .join('; ')}
        </Notice>
      ) : null}
      {nextStar ? (
        <>
          <p>
            Để tới <strong>{nextStar.stars} sao</strong>:{' '}
            {nextStar.pointsShort > 0 ? `thiếu ${nextStar.pointsShort} điểm` : 'đã đủ điểm'}
            {nextStar.missing.length > 0 ? `, thiếu ${nextStar.missing.length} ngưỡng.` : '.'}
          </p>
          <CheckList
            lines={nextStar.missing.map(({ criterion, need, got }) => ({
              what: (
                <a href={`#tc-${criterion}`}>
                  {criterion} {nameOf(criterion)}: đang {got}, cần {need} điểm
                </a>
              ),
              state: 'missing',
            }))}
          />
        </>
      ) : null}
    </section>
  )
}
