import { form02Fields } from '../dossier/model.ts'
import { form02Words } from '../dossier/words-form.ts'
import { showHundredths } from '../kernel/number.ts'
import { levelAt } from '../regime/score.ts'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { FileList } from '../ui/file-list.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { AgendaDossierFile, Before } from './actions.ts'
import { rubricOf } from './counting.ts'
import { unmetGates } from './paper.ts'
import type { ItemLine, SessionFile } from './session-file.ts'
import type { AskedCriterion, FullResult, Sheet } from './sheet.ts'
import { AgainPanel } from './views-again.tsx'
import { capacityNames, showStars, verdictNames } from './words.ts'

interface AgendaDossierProps extends AgendaDossierFile {
  readonly trouble?: Trouble | undefined
}

/** What a member reads before scoring, what whoever leads may do with it, and after closing how it was scored. */
export function AgendaDossier({ before, file, line, again, trouble }: AgendaDossierProps) {
  const { session } = file
  return (
    <div class="stack">
      <div class="row apart">
        <h1>{line.productName}</h1>
        {line.own === 'none' ? null : (
          <LinkButton href={paths.evaluation.ballot(session.id, line.dossierId)} icon="vote">
            Phiếu chấm
          </LinkButton>
        )}
      </div>
      <p class="lead">
        {line.producerName}. {line.number === null ? null : <span class="num">{line.number}</span>}
      </p>
      {again === null ? null : <AgainPanel again={again} rule={file.regulation.sitsAgain} result={line.result} />}
      {line.result === undefined ? null : <ResultPanel result={line.result} />}
      <Reports before={before} />
      <Papers before={before} sessionId={session.id} dossierId={line.dossierId} />
      <SelfScore before={before} file={file} line={line} />
      <ItemActs file={file} line={line} trouble={trouble} />
    </div>
  )
}

/** Once the session is closed every ballot is open to those who take part: points by member, each with its levels. */
function ResultPanel({ result }: { result: FullResult }) {
  const { sheet, gates, stars, meanHundredths, ballots, spread, verdict } = result
  const unmet = unmetGates(gates, stars)
  return (
    <Panel title="Kết quả" note={verdictNames[verdict]}>
      <p>
        <strong>{showStars(stars)}</strong>, trung bình <span class="num">{showHundredths(meanHundredths)}</span> điểm
        của {ballots} phiếu, lệch {spread} điểm.
      </p>
      {unmet === '' ? null : <p>Ngưỡng chưa đạt: {unmet}.</p>}
      {sheet.recorded.length > 0 ? (
        <p class="muted">Nhập từ biên bản giấy, chỉ có tổng điểm từng phiếu: {sheet.recorded.join(', ')}.</p>
      ) : (
        <Ballots sheet={sheet} />
      )}
    </Panel>
  )
}

function Ballots({ sheet: { asked, counted } }: { sheet: Sheet }) {
  return (
    <>
      <ol>
        {counted.map(({ name, capacity, total, comment }) => (
          <li>
            {name}, {capacityNames[capacity]}: <strong class="num">{total}</strong> điểm.{' '}
            {comment === '' ? null : <span class="muted">Ý kiến: {comment}</span>}
          </li>
        ))}
      </ol>
      <details>
        <summary>Điểm từng tiêu chí của {counted.length} phiếu</summary>
        <Table
          caption="Điểm từng phiếu theo tiêu chí, số cột là số của người ở danh sách trên"
          rows={asked}
          columns={[
            { head: 'Tiêu chí', cell: ({ code, name }) => `${code} ${name}`, names: true },
            { head: 'Tối đa', cell: ({ max }) => max, numeric: true },
            ...counted.map((ballot, index) => ({
              head: `Phiếu ${index + 1}`,
              cell: ({ code }: AskedCriterion) => ballot.points[code] ?? 0,
              numeric: true,
            })),
          ]}
          foot={['Tổng', asked.reduce((sum, { max }) => sum + max, 0), ...counted.map(({ total }) => total)]}
        />
      </details>
    </>
  )
}

function Reports({ before: { form02, form03 } }: { before: Before }) {
  return (
    <>
      {form02 ? (
        <Panel title="Báo cáo tự đánh giá (Mẫu 02)">
          <Facts facts={form02Fields.map((field) => [form02Words[field].label, form02[field]])} />
        </Panel>
      ) : null}
      {form03 ? (
        <Panel title="Báo cáo của xã (Mẫu 03)">
          <Facts
            facts={[
              ['Nguyên liệu địa phương', form03.material],
              ['Lao động địa phương', form03.labour],
              ['Nguồn gốc ý tưởng', form03.idea],
              ['Bản sắc, trí tuệ địa phương', form03.identity],
              ['Đề nghị', form03.proposal],
            ]}
          />
        </Panel>
      ) : null}
    </>
  )
}

function Papers({
  before: { papers, attachments },
  sessionId,
  dossierId,
}: {
  before: Before
  sessionId: string
  dossierId: string
}) {
  const placeOf = (id: string) =>
    attachments
      .filter(({ paperId }) => paperId === id)
      .map(({ criterion }) => (criterion === 'hs' ? 'danh mục chung' : `tiêu chí ${criterion}`))
      .join(', ')
  return (
    <Panel title={`Minh chứng (${papers.length})`}>
      {papers.length === 0 ? <p class="muted">Hồ sơ chưa gắn giấy tờ nào.</p> : null}
      <FileList
        files={papers.map(({ id, title }) => ({
          name: title,
          href: paths.evaluation.paper(sessionId, dossierId, id),
          note: placeOf(id),
        }))}
      />
    </Panel>
  )
}

function SelfScore({
  before: { selfScore },
  file: { session },
  line,
}: {
  before: Before
  file: SessionFile
  line: ItemLine
}) {
  if (line.rubric === null) return null
  const { criteria } = rubricOf(session.text, line.rubric)
  return (
    <Panel title="Chủ thể tự chấm">
      <Table
        caption="Mức chủ thể tự chọn"
        rows={criteria}
        columns={[
          { head: 'Tiêu chí', cell: ({ code, name }) => `${code} ${name}`, names: true },
          { head: 'Mức', cell: (one) => levelAt(one, selfScore.choices[one.code])?.label ?? 'Chưa chọn' },
          { head: 'Điểm', cell: (one) => levelAt(one, selfScore.choices[one.code])?.points ?? 0, numeric: true },
        ]}
      />
    </Panel>
  )
}

/** Whoever leads opens a second round or takes the dossier off; the secretary writes what was said. */
function ItemActs({
  file: { session, may },
  line,
  trouble,
}: {
  file: SessionFile
  line: ItemLine
  trouble: Trouble | undefined
}) {
  const { dossierId, mayRescore, mayTakeOff, maySettle, settledBecause, note } = line
  return (
    <>
      {mayRescore ? (
        <Panel title="Điểm lệch quá quy định">
          <p>Hội đồng thảo luận rồi chấm lại; phiếu vòng này được giữ nguyên.</p>
          <PostButton action={paths.evaluation.scoreAgain(session.id, dossierId)} icon="refresh-cw">
            Mở vòng chấm lại
          </PostButton>
        </Panel>
      ) : null}
      {maySettle ? (
        <Form action={paths.evaluation.settle(session.id, dossierId)} trouble={trouble} panel label="Chốt vòng chấm">
          <p>Đã đủ số vòng theo quy chế mà điểm còn lệch. Chốt thì vòng này thành kết quả, không ai thay phiếu nữa.</p>
          <Field name="reason" label="Lý do chốt, in vào biên bản" kind="textarea" maxlength={2000} trouble={trouble} />
          <Submit kind="secondary" icon="gavel">
            Chốt vòng chấm này
          </Submit>
        </Form>
      ) : null}
      {settledBecause === null ? null : (
        <Panel title="Đã chốt vòng chấm dù điểm còn lệch">
          <p>{settledBecause}</p>
        </Panel>
      )}
      {may.note ? (
        <Form action={paths.evaluation.note(session.id, dossierId)} trouble={trouble} panel label="Ý kiến thảo luận">
          <Field
            name="text"
            label="Ý kiến thảo luận, in vào biên bản"
            kind="textarea"
            value={note}
            maxlength={4000}
            trouble={trouble}
          />
          <Submit kind="secondary" icon="save">
            Ghi ý kiến
          </Submit>
        </Form>
      ) : null}
      {mayTakeOff ? (
        <details class="panel" open={trouble?.errors['reason'] !== undefined}>
          <summary>Rút hồ sơ khỏi chương trình</summary>
          <Form action={paths.evaluation.takeOff(session.id, dossierId)}>
            <Field
              name="reason"
              label="Lý do"
              kind="textarea"
              hint={
                line.reexaminationId === null
                  ? 'Hồ sơ trở về bước đã có báo cáo của Tổ tư vấn.'
                  : 'Hồ sơ vẫn chờ xem xét lại, đưa vào phiên khác được.'
              }
              trouble={trouble}
            />
            <Submit kind="danger">Rút khỏi chương trình</Submit>
          </Form>
        </details>
      ) : null}
    </>
  )
}
