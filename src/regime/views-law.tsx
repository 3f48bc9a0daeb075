import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Labels } from './labels.ts'
import type { LegalText, Rubric } from './model.ts'
import { levelWords, paraphraseNote } from './words.ts'

interface LawListProps {
  readonly texts: readonly LegalText[]
  readonly on: CivilDate
  /** The text that dossiers filed on that day fall under. */
  readonly forNew: LegalText | undefined
  /** As typed, when it is no day. */
  readonly typed?: string | undefined
}

export function LawList({ texts, on, forNew, typed }: LawListProps) {
  const standing = (law: LegalText) => {
    if (law === forNew) return 'Áp dụng cho hồ sơ mới'
    if (on < law.inForceFrom) return 'Chưa có hiệu lực'
    return law.inForceTo === null || on < law.inForceTo ? 'Còn áp dụng cho hồ sơ chuyển tiếp' : 'Đã hết hiệu lực'
  }
  return (
    <div class="stack">
      <h1>Văn bản và bộ tiêu chí</h1>
      <p class="lead">Hồ sơ được xét theo văn bản ghim lúc nộp; văn bản sau không đổi kết quả trước.</p>
      <form action={paths.regime.law()} class="panel filter">
        <Field kind="date" name="ngay" label="Xem tình trạng vào ngày" value={on} trouble={notADay(typed)} />
        <div class="row">
          <Submit kind="secondary">Xem</Submit>
        </div>
      </form>
      <Table
        caption={`Các văn bản vào ngày ${showDate(on)}, mới nhất trước`}
        rows={texts.toReversed()}
        columns={[
          {
            head: 'Văn bản',
            cell: ({ id, number }) => (
              <a class="num" href={paths.regime.text(id)}>
                {number}
              </a>
            ),
            names: true,
          },
          { head: 'Tên', cell: ({ title }) => title },
          { head: 'Hiệu lực từ', cell: ({ inForceFrom }) => <Day date={inForceFrom} /> },
          { head: 'Đến trước', cell: ({ inForceTo }) => (inForceTo ? <Day date={inForceTo} /> : '–') },
          { head: 'Tình trạng', cell: standing },
        ]}
      />
    </div>
  )
}

function notADay(typed: string | undefined): Trouble | undefined {
  if (typed === undefined) return undefined
  return { values: { ngay: typed }, errors: { ngay: 'Ngày chưa đúng. Hãy ghi ngày/tháng/năm.' }, summary: [] }
}

export function LawText({ law, rubrics }: { law: LegalText; rubrics: readonly Rubric[] }) {
  return (
    <div class="stack">
      <h1>{law.number}</h1>
      <p class="lead">{law.title}</p>
      <Notice kind="info">{law.standing}</Notice>
      <Panel title="Thang điểm">
        <Facts
          facts={[
            ['Ba phần', `A ${law.parts.A}, B ${law.parts.B}, C ${law.parts.C}`],
            ...law.bands.map(({ stars, printed }) => [`${stars} sao`, printed] as const),
          ]}
        />
      </Panel>
      <Panel title="Các cấp">
        <Table
          caption="Ai báo cáo, ai chấm, ai công nhận"
          rows={law.procedure.steps}
          columns={[
            { head: 'Cấp', cell: ({ level }) => levelWords[level], names: true },
            { head: 'Việc', cell: ({ role }) => (role === 'report' ? 'Báo cáo, không cho điểm' : 'Chấm điểm') },
            {
              head: 'Công nhận',
              cell: ({ recognises }) => recognises.map((stars) => `${stars} sao`).join(', ') || '–',
            },
            { head: 'Đề nghị lên từ', cell: ({ proposesFrom }) => (proposesFrom ? `${proposesFrom} điểm` : '–') },
            { head: 'Căn cứ', cell: ({ article }) => article },
          ]}
        />
      </Panel>
      <Panel title={`Bộ tiêu chí (${rubrics.length})`}>
        {rubrics.length === 0 ? (
          <p>Chưa tìm được bộ tiêu chí của văn bản này. Kết quả cũ ghi lại được, không chấm lại được.</p>
        ) : (
          <ul class="stack tight">
            {rubrics.map(({ text, number, name, scorable }) => (
              <li>
                <a href={paths.regime.rubric(text, number)}>
                  {number}. {name}
                </a>
                {scorable ? '' : ' (chỉ để đọc)'}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Chỗ văn bản không nói rõ">
        <ul class="stack tight">
          {law.gaps.map((gap) => (
            <li>{gap}</li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

export function RubricView({ rubric, labels }: { rubric: Rubric; labels: Labels }) {
  return (
    <div class="stack">
      <h1>
        Bộ {rubric.number}. {rubric.name}
      </h1>
      {labels.paraphrase ? <Notice kind="info">{paraphraseNote}</Notice> : null}
      {rubric.scorable ? (
        <p>
          <a class="button" href={paths.regime.selfAssessRubric(rubric.text, rubric.number)}>
            Tự chấm theo bộ này
          </a>
        </p>
      ) : (
        <Notice kind="warning">
          Bộ này chỉ để đọc ({rubric.total} trên 100 điểm): {rubric.standing}
        </Notice>
      )}
      {rubric.sections.map((section) => (
        <Panel title={`${section.part}.${section.code} ${section.name}`} note={`${section.max} điểm`}>
          {rubric.criteria
            .filter((one) => one.part === section.part && one.section === section.code)
            .map(({ code, name, options }) => (
              <Table
                caption={`${code} ${name}`}
                showCaption
                rows={options}
                columns={[
                  { head: 'Mức', cell: ({ position }) => labels.of(code, position), names: true },
                  { head: 'Ngưỡng', cell: ({ minimumFor }) => (minimumFor ? `${minimumFor} sao` : ''), narrow: true },
                  { head: 'Điểm', cell: ({ points }) => points, numeric: true, narrow: true },
                ]}
              />
            ))}
        </Panel>
      ))}
      {rubric.anomalies.length > 0 ? (
        <Panel title="Chỗ cần đối chiếu với bản gốc">
          <ul class="stack tight">
            {rubric.anomalies.map(({ text, criterion }) => (
              <li>{criterion ? `${criterion}: ${text}` : text}</li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {rubric.disqualifiers.length > 0 ? (
        <Panel title="Loại hoặc dừng chấm">
          <ul class="stack tight">
            {rubric.disqualifiers.map(({ text, criterion }) => (
              <li>{criterion ? `${criterion}: ${text}` : text}</li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </div>
  )
}
