import type { CivilDate } from '../kernel/civil-date.ts'
import { addDays, civilDateOf, readDate } from '../kernel/civil-date.ts'
import { showCount, showHundredths } from '../kernel/number.ts'
import type { Page } from '../kernel/page.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { DecisionFile } from './actions-read.ts'
import { decisionKinds } from './model.ts'
import type { Decision, DecisionQuery } from './model.ts'
import { decisionSymbol, revocationDays } from './rules.ts'
import type { LineWithCertificate, ListedDecision } from './store.ts'
import { decisionKindNames, decisionLevelNames, groundName } from './words.ts'

interface DecisionListProps {
  readonly found: Page<ListedDecision>
  readonly query: DecisionQuery
  readonly signedIn: boolean
}

export function DecisionListView({ found, query, signedIn }: DecisionListProps) {
  const { q, loai, nam } = query
  return (
    <div class="stack">
      <h1>Quyết định</h1>
      <p class="lead">
        Mọi quyết định công nhận, phê duyệt kết quả và thu hồi đã ban hành, kèm toàn bộ sản phẩm của từng quyết định.
      </p>
      {signedIn ? (
        <p>
          <a href={paths.recognition.districtRounds()}>Kết quả chấm ở huyện của những vòng cũ</a>
        </p>
      ) : null}
      <form class="panel stack" role="search" aria-label="Tìm quyết định" action={paths.recognition.decisions()}>
        <Field name="q" label="Số, cơ quan, sản phẩm hoặc chủ thể" value={q} />
        <div class="row">
          <Select
            name="loai"
            label="Loại"
            blank="Mọi loại"
            value={loai ?? null}
            options={decisionKinds.map((value) => ({ value, label: decisionKindNames[value] }))}
          />
          <Field name="nam" label="Năm" kind="count" value={nam === undefined ? null : String(nam)} />
        </div>
        <Submit icon="search">Tìm quyết định</Submit>
      </form>
      <p class="muted">{showCount(found.total)} quyết định</p>
      {found.total === 0 ? (
        <Empty title="Không có quyết định nào như vậy">Thử bớt từ hoặc bỏ năm.</Empty>
      ) : (
        <DecisionTable decisions={found.items} />
      )}
      <Pager {...found} hrefOf={(trang) => paths.recognition.decisions({ q, loai, nam, trang })} />
    </div>
  )
}

function DecisionTable({ decisions }: { decisions: readonly ListedDecision[] }) {
  return (
    <Table
      caption="Quyết định đã ban hành"
      rows={decisions}
      columns={[
        { head: 'Số', names: true, cell: ({ id, number }) => <a href={paths.recognition.decision(id)}>{number}</a> },
        {
          head: 'Ngày',
          cell: ({ decidedOn, year }) =>
            decidedOn === null ? `${year}, nguồn không ghi ngày` : <Day date={decidedOn} />,
        },
        { head: 'Cơ quan', cell: ({ authority }) => authority },
        { head: 'Nội dung', cell: ({ kind }) => decisionKindNames[kind] },
        { head: 'Sản phẩm', numeric: true, cell: ({ lines }) => showCount(lines) },
      ]}
    />
  )
}

interface DecisionViewProps extends DecisionFile {
  readonly today: CivilDate
  /** What was typed before the second look, to mend it. */
  readonly typed?: Readonly<Record<string, string>> | undefined
  readonly trouble?: Trouble | undefined
}

export function DecisionView({
  decision,
  lines,
  entered,
  maySign,
  mayDraft,
  hasLetter,
  today,
  typed,
  trouble,
}: DecisionViewProps) {
  const draft = decision.issuedAt === null
  return (
    <div class="stack loose">
      <div class="row apart">
        <h1>{draft ? `Dự thảo: ${decisionKindNames[decision.kind]}` : `Quyết định ${decision.number}`}</h1>
        <div class="row">
          <LinkButton href={paths.recognition.decisionPdf(decision.id)} kind="secondary" icon="download">
            {draft ? 'Tải dự thảo (PDF)' : 'Tải quyết định (PDF)'}
          </LinkButton>
          {hasLetter ? (
            <LinkButton href={paths.recognition.letterToMinistry(decision.id)} kind="secondary" icon="printer">
              Công văn gửi Bộ (PDF)
            </LinkButton>
          ) : null}
        </div>
      </div>
      {draft && maySign ? null : <ErrorSummary trouble={trouble} />}
      {entered === undefined ? null : <EnteredFromPaper {...entered} />}
      <DecisionFacts decision={decision} lines={lines} />
      <LineTable decision={decision} lines={lines} />
      {draft && maySign ? <IssueForm decision={decision} today={today} typed={typed} trouble={trouble} /> : null}
      {draft && mayDraft ? (
        <PostButton action={paths.recognition.dropDraft(decision.id)} kind="quiet" icon="x">
          Bỏ dự thảo này
        </PostButton>
      ) : null}
    </div>
  )
}

function EnteredFromPaper({ minutes, enteredBy, enteredAt }: NonNullable<DecisionFile['entered']>) {
  return (
    <Notice kind="info">
      Vòng cũ, nhập lại từ giấy bởi {enteredBy} ngày <Day date={civilDateOf(enteredAt)} />. Phiên chấm không diễn ra
      trên hệ thống này{minutes === null ? '' : `; biên bản trên giấy: ${minutes}`}.
    </Notice>
  )
}

function DecisionFacts({ decision, lines }: { decision: Decision; lines: readonly LineWithCertificate[] }) {
  const concluded = lines.flatMap(({ concludedOn }) => concludedOn ?? []).toSorted()[0]
  return (
    <Panel title={decisionKindNames[decision.kind]} note={decision.sample ? 'Dữ liệu mẫu' : undefined}>
      <Facts
        facts={[
          [
            'Tình trạng',
            decision.issuedAt === null ? (
              <Status state="waiting">Dự thảo, chờ ký</Status>
            ) : (
              <Status state="done">Đã ban hành</Status>
            ),
          ],
          ['Cơ quan', decision.authority],
          ['Cấp', decisionLevelNames[decision.level]],
          [
            'Ngày ký',
            decision.decidedOn === null ? (
              decision.issuedAt === null ? null : (
                'Nguồn không ghi'
              )
            ) : (
              <Day date={decision.decidedOn} />
            ),
          ],
          ['Người ký', [decision.signerTitle, decision.signerName].filter(Boolean).join(' ')],
          ['Hạn ra quyết định', concluded === undefined ? null : <RevocationDue concluded={concluded} />],
          [
            'Nguồn công bố',
            decision.sourceUrl === null ? null : (
              <a href={decision.sourceUrl} rel="nofollow noopener">
                Danh sách đã công bố
              </a>
            ),
          ],
        ]}
      />
    </Panel>
  )
}

function RevocationDue({ concluded }: { concluded: CivilDate }) {
  return (
    <>
      <Day date={addDays(concluded, revocationDays)} />, {revocationDays} ngày từ kết luận <Day date={concluded} />{' '}
      (26/2026 Điều 8)
    </>
  )
}

function LineTable({ decision, lines }: { decision: Decision; lines: readonly LineWithCertificate[] }) {
  return (
    <Table
      caption={`${showCount(lines.length)} sản phẩm của quyết định`}
      showCaption
      rows={lines}
      columns={[
        { head: 'TT', numeric: true, cell: ({ position }) => position },
        { head: 'Sản phẩm', names: true, cell: ({ productName }) => productName },
        { head: 'Chủ thể', cell: ({ producerName }) => producerName },
        { head: 'Địa chỉ', cell: ({ placeName }) => placeName },
        ...(decision.kind === 'revoke' ? revokedColumns : resultColumns),
      ]}
    />
  )
}

const resultColumns = [
  {
    head: 'Điểm',
    numeric: true,
    cell: ({ meanHundredths }: LineWithCertificate) =>
      meanHundredths === null ? 'Nguồn không ghi' : showHundredths(meanHundredths),
  },
  {
    head: 'Hạng',
    cell: ({ stars }: LineWithCertificate) => (stars === null ? 'Chờ Bộ' : <span class="num">{stars} sao</span>),
  },
  {
    head: 'Giấy chứng nhận',
    cell: ({ certificateNumber }: LineWithCertificate) => <CertificateLink number={certificateNumber} />,
  },
]

const revokedColumns = [
  {
    head: 'Giấy bị thu hồi',
    cell: ({ endsCertificate }: LineWithCertificate) => <CertificateLink number={endsCertificate} />,
  },
  {
    head: 'Căn cứ (26/2026 Điều 8)',
    cell: ({ ground, groundNote }: LineWithCertificate) => [groundName(ground), groundNote].filter(Boolean).join('. '),
  },
]

function CertificateLink({ number }: { number: string | null }) {
  return number === null ? (
    <span class="muted">Chưa có</span>
  ) : (
    <a href={paths.recognition.certificate(number)}>{number}</a>
  )
}

function IssueForm({
  decision,
  today,
  typed = {},
  trouble,
}: Pick<DecisionViewProps, 'decision' | 'today' | 'typed' | 'trouble'>) {
  const ministry = decision.level === 'ministry'
  return (
    <Panel title="Ký và ban hành" id="ban-hanh">
      <Form action={paths.recognition.issue(decision.id)} trouble={trouble} label="Ký và ban hành">
        <Field
          name="number"
          label="Số quyết định"
          hint={`Lấy ở sổ văn thư, ví dụ 3981; ký hiệu /${decisionSymbol(decision.level)} được thêm vào.`}
          value={typed['number']}
          trouble={trouble}
          short
        />
        <Field
          name="decidedOn"
          label="Ngày ký"
          kind="date"
          value={readDate(typed['decidedOn'] ?? '') ?? today}
          trouble={trouble}
        />
        <Field
          name="signerTitle"
          label="Chức vụ người ký"
          value={typed['signerTitle'] ?? (ministry ? 'Bộ trưởng' : 'Chủ tịch')}
          trouble={trouble}
        />
        <Field name="signerName" label="Họ tên người ký" value={typed['signerName']} trouble={trouble} />
        <p class="small muted">Trang sau cho xem lại toàn bộ trước khi ban hành.</p>
        <Submit icon="arrow-right">Xem lại trước khi ban hành</Submit>
      </Form>
    </Panel>
  )
}
