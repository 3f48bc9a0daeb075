import { civilDateOf } from '../kernel/civil-date.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Readiness as ReadinessValue } from '../regime/assess.ts'
import { textById } from '../regime/law.ts'
import type { Rubric } from '../regime/model.ts'
import { Facts } from '../ui/facts.tsx'
import { FileList } from '../ui/file-list.tsx'
import { Gauge } from '../ui/gauge.tsx'
import { LinkButton, PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Stars } from '../ui/stars.tsx'
import { TurnBar } from '../ui/steps.tsx'
import { CheckList } from '../ui/tasks.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { Day } from '../ui/time.tsx'
import type { Standing } from './actions-filing.ts'
import { movedByRound } from './clock.ts'
import type { HeldPaper } from './filing.ts'
import type { DossierState, Whole } from './model.ts'
import { isEnded, turnOf, waitsToBeScoredAgain } from './rules.ts'
import { ActForms } from './views-acts.tsx'
import type { Rights } from './views-acts.tsx'
import { AskHelp } from './views-assisted.tsx'
import { Defects } from './views-defects.tsx'
import { Prints, Submissions } from './views-submissions.tsx'
import type { SubmissionsProps } from './views-submissions.tsx'
import { askedOf, kindWords, stateLook, stateWords, stepWords, turnWords } from './words.ts'

export interface FileProps {
  readonly whole: Whole
  readonly names: {
    readonly product: string
    readonly producer: string
    readonly place: string
    readonly code: string | null
  }
  readonly rubric: Rubric | undefined
  readonly standing: Standing | undefined
  readonly papers: readonly HeldPaper[]
  readonly daysLeft: number | undefined
  /** A draft whose text or group is no longer that of today. */
  readonly outdated: boolean
  /** The article of the term that runs. */
  readonly article: string | undefined
  readonly rights: Rights
  readonly kept: SubmissionsProps
  /** Says a refusal in words. */
  readonly say: (refusal: Refusal) => string
}

/** Whose turn, until when, what exactly is missing. */
export function DossierFile(props: FileProps) {
  const { whole, names, rubric, daysLeft, rights } = props
  const { dossier, steps } = whole
  const lawNumber = textById(dossier.text)?.number ?? dossier.text
  return (
    <div class="stack loose">
      <div class="stack">
        <div>
          <p class="muted">
            {kindWords[dossier.kind]} · {names.producer} · {names.place}
          </p>
          <h1>{names.product}</h1>
        </div>
        {isEnded(dossier.state) ? (
          <Ended state={dossier.state} code={names.code} />
        ) : (
          <TurnBar
            owner={turnWords[turnOf(dossier)]}
            act={askedOf(dossier)}
            since={civilDateOf(dossier.stateSince)}
            dueOn={dossier.dueOn ?? undefined}
            daysLeft={daysLeft}
            article={props.article}
            moved={movedByRound(dossier, steps)?.reason ?? undefined}
            mine={rights.turn}
          />
        )}
        {waitsToBeScoredAgain(steps) ? (
          <Notice kind="info">
            Chờ Hội đồng ở phiên khác xem xét lại theo kết luận khiếu nại. Kết quả trên vẫn đứng.
          </Notice>
        ) : null}
        {props.outdated && rights.withdraw ? <BeginAgain id={dossier.id} /> : null}
        <Defects whole={whole} rubric={rubric} />
      </div>
      <div class="with-aside">
        <div class="stack loose">
          {rights.write ? <Sections {...props} /> : null}
          <div class="stack loose not-printed">
            <ActForms whole={whole} rights={rights} trouble={undefined} />
          </div>
          <Receipt {...props} />
          <Submissions whole={whole} {...props.kept} />
        </div>
        <aside class="stack">
          <Panel title="Hồ sơ">
            <Facts
              narrow
              facts={[
                ['Số phiếu', dossier.number ?? 'Cấp khi xã chuyển tỉnh'],
                ['Trạng thái', stateWords[dossier.state]],
                ['Ngày nộp', dossier.filedOn ? <Day date={dossier.filedOn} /> : 'Chưa nộp'],
                ['Bộ tiêu chí', rubric ? `${rubric.number}, ${rubric.name} (${lawNumber})` : lawNumber],
              ]}
            />
            <Prints whole={whole} rights={rights} />
          </Panel>
          {props.standing && rubric ? (
            <Readiness standing={props.standing} rubric={rubric} lawText={dossier.text} />
          ) : null}
          <Panel title="Đã diễn ra">
            <Timeline
              small
              happenings={steps.toReversed().map(({ act, at, stateAfter, reason, byName }, index) => ({
                at: civilDateOf(at),
                now: index === 0,
                state: stateLook[stateAfter],
                what: (
                  <>
                    <strong>{stepWords[act]}</strong>
                    {byName ? `, ${byName}` : ''}
                    {reason ? `. ${reason}` : ''}
                  </>
                ),
              }))}
            />
          </Panel>
        </aside>
      </div>
    </div>
  )
}

/** Where the way ended; of what was published, the way to what is in force today. */
function Ended({ state, code }: { state: DossierState; code: string | null }) {
  return (
    <Notice kind="info">
      {stateWords[state]}.{' '}
      {state === 'published' && code !== null ? (
        <a href={paths.recognition.verify({ so: code })}>Xem giấy chứng nhận của sản phẩm</a>
      ) : null}
    </Notice>
  )
}

/** The way out of a draft that can no longer be filed; says what goes along and what does not. */
function BeginAgain({ id }: { id: string }) {
  return (
    <Notice kind="warning" title="Văn bản hoặc nhóm sản phẩm đã thay đổi từ khi soạn">
      <p>
        Hồ sơ này không nộp được nữa. Lập lại sẽ rút hồ sơ này và mở hồ sơ mới: giữ Mẫu 02 và mọi giấy tờ (xếp vào danh
        mục chung); Mẫu 01 và các mức tự chấm không chuyển sang, vì bộ tiêu chí đã khác.
      </p>
      <PostButton action={paths.dossier.beginAgain(id)}>Lập lại theo văn bản hiện hành</PostButton>
    </Notice>
  )
}

/** The parts of a dossier as things to do; the unfinished ones stand out. */
function Sections({ whole, standing, rights, say }: FileProps) {
  const { dossier, form01, form02, selfScore, attachments } = whole
  const { id } = dossier
  const faults = standing?.faults ?? []
  const sections = [
    { href: paths.dossier.form01(id), what: 'Mẫu 01, phiếu đăng ký', done: form01 !== undefined },
    {
      href: paths.dossier.form02(id),
      what: 'Mẫu 02, báo cáo tự đánh giá',
      done: form02 !== undefined && !faults.some(({ code }) => code === 'dossier/form02-open'),
    },
    {
      href: paths.dossier.selfScore(id),
      what: `Tự chấm (${Object.keys(selfScore.choices).length} tiêu chí đã chọn)`,
      done: !faults.some(({ code }) => code === 'dossier/self-score-missing'),
    },
    {
      href: paths.dossier.checklist(id),
      what: `Danh mục minh chứng (${attachments.length} lượt gắn)`,
      done: !faults.some(({ code }) => code === 'dossier/missing-document' || code === 'dossier/document-expired'),
    },
  ]
  return (
    <Panel title="Các phần của hồ sơ">
      <CheckList
        lines={sections.map(({ href, what, done }) => ({
          what: <a href={href}>{what}</a>,
          state: done ? 'done' : 'missing',
        }))}
      />
      {faults.length > 0 ? (
        <Notice kind="warning" title="Còn thiếu để nộp">
          <ul>
            {faults.map((fault) => (
              <li>{say(fault)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice kind="success">Đã đủ để nộp.</Notice>
      )}
      {rights.file ? (
        <LinkButton href={paths.dossier.submit(id)} icon="send">
          Xem lại và nộp
        </LinkButton>
      ) : (
        <p class="muted">Chủ thể xem lại và tự nộp.</p>
      )}
      {rights.sayWritten ? (
        <PostButton action={paths.dossier.sayWritten(id)} icon="check">
          Đã soạn xong, báo chủ thể
        </PostButton>
      ) : null}
      {rights.askHelp ? <AskHelp id={id} again={dossier.assisted} /> : null}
    </Panel>
  )
}

function Readiness({ standing, rubric, lawText }: { standing: Standing; rubric: Rubric; lawText: string }) {
  if (!standing.sure.ok) return null
  const { pointsSure, pointsPossible, starsFrom, starsTo, next } = standing.sure.value
  const lacking = lackingGates(standing.sure.value, rubric)
  const nameOf = (code: string) => rubric.criteria.find((one) => one.code === code)?.name ?? code
  return (
    <Panel title="Mức sẵn sàng" note="Tự đánh giá, không phải kết quả">
      <Gauge
        sure={pointsSure}
        possible={pointsPossible}
        bands={[
          { stars: 3, from: 50 },
          { stars: 4, from: 70 },
          { stars: 5, from: 90 },
        ]}
      />
      <p>
        Chắc chắn <strong>{pointsSure}</strong> điểm, có thể tới <strong>{pointsPossible}</strong>. Khoảng sao:{' '}
        <Stars n={starsFrom} kind="estimate" /> đến <Stars n={starsTo} kind="estimate" />
      </p>
      {next && next.missing.length > 0 ? (
        <>
          <p class="small">Để tới {next.stars} sao còn thiếu ngưỡng:</p>
          <CheckList
            lines={next.missing.map(({ criterion, need, got }) => ({
              what: `${criterion} ${nameOf(criterion)}: ${got} trên ${need} điểm`,
              state: 'missing',
            }))}
          />
        </>
      ) : null}
      <p class="small">
        <a href={paths.training.lessons({ 'van-ban': lawText, bo: rubric.number, 'tieu-chi': lacking })}>
          Lớp học, bài học cho {lacking.length > 0 ? 'tiêu chí còn thiếu' : 'bộ tiêu chí này'}
        </a>
      </p>
    </Panel>
  )
}

/** Criteria whose gate is not met; fewer than three stars have no gates and are not recognised, so those of three count. */
function lackingGates({ next }: ReadinessValue, rubric: Rubric): readonly string[] {
  if (next === null || next.stars >= 3) return (next?.missing ?? []).map(({ criterion }) => criterion)
  const gated = rubric.criteria.filter(({ options }) => options.some(({ minimumFor }) => minimumFor === 3))
  return gated.map(({ code }) => code)
}

/** What was received: every attachment by name, so nobody wonders whether an upload arrived. */
function Receipt({ whole, papers }: FileProps) {
  const attached = new Set(whole.attachments.map(({ paperId }) => paperId))
  const files = papers.filter(({ id }) => attached.has(id))
  return (
    <Panel title={`Minh chứng đã gắn (${files.length})`}>
      {files.length === 0 ? (
        <p class="muted">Chưa gắn giấy tờ nào.</p>
      ) : (
        <FileList
          files={files.map(({ id, title, expiresOn }) => ({
            name: title,
            href: paths.evidence.download(id),
            note: expiresOn ? (
              <>
                Hết hạn <Day date={expiresOn} />
              </>
            ) : (
              'Không thời hạn'
            ),
          }))}
        />
      )}
    </Panel>
  )
}
