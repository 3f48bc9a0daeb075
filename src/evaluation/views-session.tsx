import type { Refusal } from '../kernel/refusal.ts'
import { showHundredths } from '../kernel/number.ts'
import { Facts } from '../ui/facts.tsx'
import { Check } from '../ui/choice.tsx'
import { Form, Hidden, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { lawOf } from './counting.ts'
import type { Seat } from './model.ts'
import type { ItemLine, SessionFile } from './session-file.ts'
import {
  againWords,
  capacityNames,
  fallbackNames,
  gateRuleNames,
  proposalWords,
  quorumWords,
  recusalReasons,
  sessionStateNames,
  showStars,
  spreadWords,
  verdictNames,
} from './words.ts'
import { wentUpWithoutGate } from './verdict.ts'

interface SessionProps {
  readonly file: SessionFile
  readonly say: (refusal: Refusal) => string
  readonly trouble?: Trouble | undefined
}

/** Agenda and live tracker: ballots by count, never by points, until the session is closed. */
export function SessionView({ file, say, trouble }: SessionProps) {
  const { session, council, faults, may } = file
  return (
    <div class="stack loose">
      <div class="stack">
        <p class="muted">{council.name}</p>
        <div class="row apart">
          <h1>
            Phiên chấm ngày <Day date={session.meetsOn} />
          </h1>
          <Status state={session.state === 'closed' ? 'done' : 'waiting'}>{sessionStateNames[session.state]}</Status>
        </div>
        <SessionActs file={file} trouble={trouble} />
        {session.state === 'called' && !may.open ? (
          <p class="muted">
            Điểm danh từ ngày họp. Chủ tịch hoặc người chủ trì thay mở phiên; khi phiên mở mới gửi được phiếu.
          </p>
        ) : null}
        <KeptOut file={file} />
        {faults.length > 0 ? (
          <Notice kind="warning" title="Chưa đóng được phiên">
            <ul>
              {faults.map((fault) => (
                <li>{say(fault)}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </div>
      <div id="theo-doi">
        <Agenda file={file} />
      </div>
      <Attendance file={file} />
      <Regulation file={file} />
    </div>
  )
}

function SessionActs({ file, trouble }: Pick<SessionProps, 'file' | 'trouble'>) {
  const { session, may, own, present } = file
  return (
    <div class="row">
      {own && may.attend && !present.has(own.accountId) ? (
        <PostButton
          action={paths.evaluation.attendance(session.id)}
          hidden={{ accountId: own.accountId, present: 'co' }}
          kind={may.open ? 'secondary' : 'primary'}
          icon="check"
        >
          Tôi có mặt
        </PostButton>
      ) : null}
      {may.open ? (
        <PostButton action={paths.evaluation.open(session.id)} icon="gavel">
          Mở phiên
        </PostButton>
      ) : null}
      {may.close ? <Closing file={file} trouble={trouble} /> : null}
      {session.state === 'closed' ? (
        <>
          <LinkButton href={paths.evaluation.minutes(session.id)} kind="secondary" icon="scroll-text">
            Biên bản
          </LinkButton>
          <LinkButton href={paths.evaluation.summaryPdf(session.id)} kind="secondary" icon="printer">
            Bảng tổng hợp (PDF)
          </LinkButton>
          {file.hasBundle ? (
            <LinkButton href={paths.evaluation.bundle(session.id)} kind="quiet" icon="download">
              Gói niêm phong (JSON)
            </LinkButton>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

function Regulation({ file: { session, council, regulation, lines } }: Pick<SessionProps, 'file'>) {
  const again = lines.some(({ reexaminationId }) => reexaminationId !== null)
  return (
    <Panel title="Quy chế áp dụng" note={regulation.documentNo}>
      <Facts
        facts={[
          ['Văn bản', lawOf(session.text).number],
          ['Nơi họp', session.place],
          ['Túc số', quorumWords(regulation)],
          ['Độ lệch cho phép', spreadWords(regulation)],
          ['Ngưỡng sao', gateRuleNames[regulation.gateRule]],
          ['Đủ điểm mà thiếu ngưỡng', fallbackNames[regulation.fallback]],
          ...(council.level === 'ministry'
            ? []
            : ([['Chuyển lên cấp trên', proposalWords(regulation.proposes)]] as const)),
          ...(again ? ([['Khi chấm lại', againWords(regulation.sitsAgain)]] as const) : []),
        ]}
      />
    </Panel>
  )
}

/** Members whom a conflict found since the session was called keeps from voting; only who leads is given any. */
function KeptOut({ file: { keptOut } }: { file: SessionFile }) {
  if (keptOut.length === 0) return null
  return (
    <Notice kind="warning" title="Không còn được chấm">
      <ul>
        {keptOut.map(({ name, product, cause }) => (
          <li>
            {name}, {product}: {recusalReasons[cause].toLowerCase()}. Phiếu của người này không tính.
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Where the regulation is silent on going up, closing asks for a person's word, whatever the scores are. */
function Closing({
  file: { session, confirms, regulation },
  trouble,
}: {
  file: SessionFile
  trouble: Trouble | undefined
}) {
  if (!confirms) {
    return (
      <PostButton action={paths.evaluation.close(session.id)} icon="gavel">
        Đóng phiên
      </PostButton>
    )
  }
  return (
    <Form action={paths.evaluation.close(session.id)} trouble={trouble} panel label="Đóng phiên">
      <p>Kết quả chuyển lên cấp trên. {proposalWords(regulation.proposes)}.</p>
      <Check name="confirmed" label="Tôi xác nhận áp dụng mặc định này cho phiên" trouble={trouble} />
      <Submit icon="gavel">Đóng phiên</Submit>
    </Form>
  )
}

function Agenda({ file }: { file: SessionFile }) {
  const { session, lines } = file
  return (
    <Panel title={`Chương trình (${lines.length} hồ sơ)`}>
      {lines.length === 0 ? (
        <p>Không có hồ sơ nào để bạn xem. Hồ sơ mà một người phải tránh vì xung đột lợi ích không hiện với người đó.</p>
      ) : (
        <AgendaTable lines={lines} session={session} />
      )}
    </Panel>
  )
}

function AgendaTable({ lines, session }: Pick<SessionFile, 'lines' | 'session'>) {
  return (
    <Table
      caption="Hồ sơ trong chương trình"
      rows={lines}
      columns={[
        {
          head: 'Sản phẩm',
          cell: ({ dossierId, productName, producerName, reexaminationId }) => (
            <>
              <a href={paths.evaluation.dossier(session.id, dossierId)}>{productName}</a>
              <br />
              <span class="small muted">
                {producerName}
                {reexaminationId === null ? null : '. Xem xét lại theo kết luận khiếu nại'}
              </span>
            </>
          ),
          names: true,
        },
        { head: 'Phiếu của tôi', cell: (line) => <OwnBallot line={line} sessionId={session.id} /> },
        { head: 'Đã gửi', cell: ({ cast, voters }) => `${cast} trên ${voters}`, numeric: true },
        { head: 'Kết quả', cell: (line) => <Outcome line={line} /> },
      ]}
    />
  )
}

function OwnBallot({ line, sessionId }: { line: ItemLine; sessionId: string }) {
  const { own, answered, asked, dossierId } = line
  if (own === 'none') return <>–</>
  const words = { cast: 'Đã gửi', draft: `Đang chấm ${answered} trên ${asked}`, 'to-do': 'Chấm điểm' }[own]
  return <a href={paths.evaluation.ballot(sessionId, dossierId)}>{words}</a>
}

function Outcome({ line: { result, stands, tooWide, settledBecause } }: { line: ItemLine }) {
  if (!stands) return <>Đã rời chương trình</>
  if (!result && settledBecause !== null) return <>Đã chốt vòng chấm, chưa đóng phiên</>
  if (tooWide) return <Status state="late">Lệch quá quy định</Status>
  if (!result) return <>Chưa đóng phiên</>
  return (
    <>
      <span class="num">{showHundredths(result.meanHundredths)}</span>, {showStars(result.stars)}.{' '}
      {verdictNames[result.verdict]}
      {wentUpWithoutGate(result) ? (
        <>
          {' '}
          <Status state="soon">Chuyển lên theo điểm, còn thiếu ngưỡng</Status>
        </>
      ) : null}
    </>
  )
}

function Attendance({ file }: { file: SessionFile }) {
  const { council, present } = file
  return (
    <Panel
      title="Thành viên"
      note={`Có mặt ${council.seats.filter(({ accountId }) => present.has(accountId)).length} trên ${council.seats.length}`}
    >
      <Table
        caption="Thành viên Hội đồng và điểm danh"
        rows={council.seats}
        columns={[
          { head: 'Họ tên', cell: ({ name }) => name, names: true },
          { head: 'Chức danh, cơ quan', cell: ({ capacity, agency }) => `${capacityNames[capacity]}, ${agency}` },
          { head: 'Điểm danh', cell: (seat) => <Presence file={file} seat={seat} /> },
        ]}
      />
    </Panel>
  )
}

/** Members mark themselves; the secretary and whoever leads mark anybody; afterwards it is only read. */
function Presence({
  file: { session, present, own, may },
  seat: { accountId, name },
}: {
  file: SessionFile
  seat: Seat
}) {
  const isHere = present.has(accountId)
  const state = isHere ? (
    <Status state="done">Có mặt</Status>
  ) : (
    <Status state="unknown">{session.state === 'closed' ? 'Vắng' : 'Chưa điểm danh'}</Status>
  )
  if (!may.attend || (!may.markOthers && own?.accountId !== accountId)) return state
  return (
    <form method="post" action={paths.evaluation.attendance(session.id)} class="row">
      {state}
      <Hidden name="accountId" value={accountId} />
      <Hidden name="present" value={isHere ? 'vang' : 'co'} />
      <button class="button quiet" aria-label={`${isHere ? 'Ghi vắng' : 'Ghi có mặt'}: ${name}`}>
        {isHere ? 'Ghi vắng' : 'Ghi có mặt'}
      </button>
    </form>
  )
}
