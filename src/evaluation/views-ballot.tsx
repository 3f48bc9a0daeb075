import { showMoment } from '../kernel/civil-date.ts'
import type { Choices, Criterion, Rubric } from '../regime/model.ts'
import { partCodes } from '../regime/model.ts'
import { levelAt, mayReachNone, noLevel } from '../regime/score.ts'
import { Radios } from '../ui/choice.tsx'
import type { Choice } from '../ui/choice.tsx'
import { fieldId, keptText } from '../ui/field-frame.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Submit } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { paths } from '../ui/paths.ts'
import { ActionBar, Dots, PartsTotals, ScoreSheet } from '../ui/scoring.tsx'
import { Stars } from '../ui/stars.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Before } from './actions.ts'
import type { BallotPage } from './actions-ballot.ts'
import { pointsIn } from './counting.ts'
import { reasonHint } from './words.ts'

interface BallotViewProps extends BallotPage {
  readonly before: Before
  readonly trouble?: Trouble | undefined
}

/** The score sheet: one block a criterion, levels in words; nothing of any other member. Works as one plain form. */
export function BallotView(page: BallotViewProps) {
  const { sitting, item, rubric, cast, filled, mayCast, mayDraft, owesReason, trouble } = page
  const choices = shownChoices(rubric, filled?.choices ?? {}, trouble)
  const done = Object.keys(choices).length
  const total = rubric.criteria.length
  return (
    <form method="post" action={paths.evaluation.ballot(sitting.session.id, item.dossierId)} novalidate>
      <div class="scoring">
        <div class="head-panel stack tight">
          <Opening {...page} />
          <ErrorSummary trouble={trouble} />
        </div>
        <aside class="panel sheet-panel" aria-label="Phiếu điểm">
          <ScoreSheet parts={sheetParts(rubric, choices)} />
        </aside>
        <div class="stack">
          {rubric.criteria.map((criterion) => (
            <section class="panel stack" aria-label={`${criterion.code} ${criterion.name}`}>
              <Levels criterion={criterion} chosen={choices[criterion.code]} trouble={trouble} />
              <Evidence criterion={criterion} {...page} />
            </section>
          ))}
          <Field
            name="comment"
            label={owesReason ? 'Lý do điểm của bạn khác các thành viên' : 'Ý kiến'}
            kind="textarea"
            hint={owesReason ? reasonHint(sitting.regulation) : undefined}
            value={filled?.comment}
            optional={!owesReason}
            maxlength={4000}
            trouble={trouble}
          />
        </div>
        <Progress done={done} total={total} rubric={rubric} choices={choices} />
      </div>
      <ActionBar
        label="Gửi phiếu"
        start={
          <a
            class="button secondary"
            href={paths.evaluation.session(sitting.session.id)}
            aria-label="Về chương trình phiên"
          >
            <Icon name="chevron-left" />
            <span class="to">Chương trình</span>
          </a>
        }
        saved={filled === undefined ? 'Chưa lưu' : `Đã lưu ${showMoment(filled.savedAt)}`}
      >
        <Submit kind="secondary" icon="save" name="act" value="draft" disabled={!mayDraft}>
          Lưu nháp
        </Submit>
        <Submit icon="send" name="act" value="cast" disabled={!mayCast}>
          {cast === undefined ? 'Gửi phiếu' : 'Gửi lại phiếu'}
        </Submit>
      </ActionBar>
    </form>
  )
}

function Opening({ sitting, item, rubric, cast, mayCast, mayDraft }: BallotViewProps) {
  return (
    <>
      <p class="small muted">
        {sitting.council.name}. Bộ tiêu chí {rubric.number}, {rubric.name}
      </p>
      <h1>{item.productName}</h1>
      <p class="row small">
        <span>{item.producerName}</span>
        {item.number === null ? null : <span class="num">{item.number}</span>}
        <a href={paths.evaluation.dossier(sitting.session.id, item.dossierId)}>Mở hồ sơ và minh chứng</a>
        <a href={paths.evaluation.ballotPdf(sitting.session.id, item.dossierId)}>Bản in</a>
      </p>
      {item.scoringRound > 1 ? (
        <Notice kind="warning">
          Vòng chấm thứ {item.scoringRound}. Điểm vòng trước lệch quá {sitting.regulation.spreadPoints} điểm; phiếu vòng
          trước được giữ nguyên.
        </Notice>
      ) : null}
      {cast === undefined ? null : (
        <Notice kind="success">
          Phiếu của bạn đã gửi lúc {showMoment(cast.castAt)}. Gửi lại thì phiếu này được giữ trong lịch sử và phiếu mới
          thay thế.
        </Notice>
      )}
      {mayCast || !mayDraft ? null : (
        <Notice kind="info">Bạn có thể chấm nháp trước. Phiếu gửi được khi phiên đã mở và bạn đã điểm danh.</Notice>
      )}
    </>
  )
}

/** Typed choices outlive a refusal. */
function shownChoices({ criteria }: Rubric, stored: Choices, trouble: Trouble | undefined): Choices {
  if (trouble === undefined) return stored
  return Object.fromEntries(
    criteria.flatMap(({ code }) => {
      const typed = keptText(trouble, `chon[${code}]`, undefined)
      return typed === undefined ? [] : [[code, Number(typed)]]
    }),
  )
}

function sheetParts(rubric: Rubric, choices: Choices) {
  return partCodes.map((code) => {
    const criteria = rubric.criteria.filter(({ part }) => part === code)
    return {
      title: `${code}. ${rubric.parts[code].name}`,
      points: criteria.reduce((sum, criterion) => sum + pointsIn(criterion, choices), 0),
      lines: criteria.map((criterion) => ({
        code: criterion.code,
        title: criterion.name,
        href: `#${fieldId(nameOf(criterion))}`,
        points: choices[criterion.code] === undefined ? undefined : pointsIn(criterion, choices),
      })),
    }
  })
}

function nameOf({ code }: Criterion): string {
  return `chon[${code}]`
}

interface LevelsProps {
  readonly criterion: Criterion
  readonly chosen: number | undefined
  readonly trouble: Trouble | undefined
}

const toldKinds: readonly string[] = ['requirement', 'disqualify_if', 'stop_if', 'definition']

function Levels({ criterion, chosen, trouble }: LevelsProps) {
  const told = criterion.rules.filter(({ kind }) => toldKinds.includes(kind))
  return (
    <Radios
      name={nameOf(criterion)}
      label={
        <>
          <span class="num">{criterion.code}</span> {criterion.name}{' '}
          <span class="muted small">(tối đa {criterion.max} điểm)</span>
        </>
      }
      hint={told.length === 0 ? undefined : told.map(({ text }) => text).join('. ')}
      options={levelsOf(criterion)}
      value={chosen === undefined ? undefined : String(chosen)}
      trouble={trouble}
    />
  )
}

/** Beside each criterion: what the producer chose for itself and the papers it rests on. */
function Evidence({ criterion, before, sitting, item }: BallotViewProps & { criterion: Criterion }) {
  const { selfScore, attachments, papers } = before
  const own = levelAt(criterion, selfScore.choices[criterion.code])
  const attached = papers.filter(({ id }) =>
    attachments.some(({ paperId, criterion: of }) => paperId === id && of === criterion.code),
  )
  return (
    <p class="small">
      <span class="muted">Chủ thể tự chấm:</span> {own === undefined ? 'chưa chọn mức' : <>{own.points} điểm</>}.{' '}
      <span class="muted">Minh chứng:</span>{' '}
      {attached.length === 0
        ? 'không gắn giấy tờ riêng'
        : attached.map(({ id, title }, index) => (
            <>
              {index === 0 ? '' : ' · '}
              <a href={paths.evaluation.paper(sitting.session.id, item.dossierId, id)}>{title}</a>
            </>
          ))}
    </p>
  )
}

/** Levels in words with their points; a rubric without a level of 0 still lets one say that nothing is reached. */
function levelsOf({ options, cases }: Criterion): readonly Choice[] {
  const levels = options.map(({ position, points, label, minimumFor, case: of }) => ({
    value: String(position),
    label: of === null ? label : `${cases.find(({ code }) => code === of)?.label ?? of}: ${label}`,
    points,
    gate:
      minimumFor === null ? undefined : (
        <Stars n={minimumFor} kind="estimate">
          mức tối thiểu của {minimumFor} sao
        </Stars>
      ),
  }))
  return mayReachNone({ options }) ? [{ value: '0', ...noLevel }, ...levels] : levels
}

function Progress({ done, total, rubric, choices }: { done: number; total: number; rubric: Rubric; choices: Choices }) {
  const sumOf = (criteria: readonly Criterion[]) =>
    criteria.reduce((sum, criterion) => sum + pointsIn(criterion, choices), 0)
  return (
    <section class="evidence stack tight" aria-label="Tiến độ">
      <div class="row apart">
        <p class="small">
          <strong>Tiến độ của tôi:</strong> <span class="num">{done}</span> trên <span class="num">{total}</span> tiêu
          chí
        </p>
        <p class="small muted">Điểm người khác đang ẩn</p>
      </div>
      <Dots done={done} total={total} label={`Đã chấm ${done} trên ${total} tiêu chí`} />
      <details>
        <summary>Xem tổng tạm tính theo bản đã lưu</summary>
        <PartsTotals
          totals={[
            ...partCodes.map((code) => ({
              points: sumOf(rubric.criteria.filter(({ part }) => part === code)),
              of: `${code} trên ${rubric.parts[code].max}`,
            })),
            { points: sumOf(rubric.criteria), of: 'Tổng tạm' },
          ]}
        />
      </details>
    </section>
  )
}

/** One's own ballots of this dossier: what was sent, when, and what replaced it. */
export function BallotHistory({ history, rubric }: Pick<BallotPage, 'history' | 'rubric'>) {
  if (history.length === 0) return null
  return (
    <details class="panel">
      <summary>Các phiếu tôi đã gửi ({history.length})</summary>
      <ol class="stack tight">
        {history.map(({ castAt, scoringRound, choices, comment, supersededAt }) => (
          <li>
            {showMoment(castAt)}, vòng {scoringRound}:{' '}
            <strong class="num">
              {rubric.criteria.reduce((sum, criterion) => sum + pointsIn(criterion, choices), 0)}
            </strong>{' '}
            điểm, {supersededAt === null ? 'đang được tính' : `được thay lúc ${showMoment(supersededAt)}`}.{' '}
            {comment === '' ? null : <span class="muted">{comment}</span>}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Under the sheet, apart from it: stepping back is another act. */
export function RecusalForm({
  sessionId,
  dossierId,
  trouble,
}: {
  sessionId: string
  dossierId: string
  trouble?: Trouble | undefined
}) {
  return (
    <details class="panel" open={trouble !== undefined}>
      <summary>
        <Icon name="scale" /> Khai báo có lợi ích liên quan
      </summary>
      <form method="post" action={paths.evaluation.recusal(sessionId, dossierId)} class="form stack" novalidate>
        <ErrorSummary trouble={trouble} />
        <p class="muted">Sau khi khai, bạn không thấy và không chấm hồ sơ này nữa. Không ai gỡ được khai báo.</p>
        <Field
          name="reason"
          label="Lợi ích liên quan"
          kind="textarea"
          hint="Một câu, ví dụ: góp vốn vào hợp tác xã."
          maxlength={500}
          trouble={trouble}
        />
        <Submit kind="danger">Không tham gia chấm hồ sơ này</Submit>
      </form>
    </details>
  )
}
