import { civilDateOf, showDate } from '../kernel/civil-date.ts'
import { showCount, showHundredths } from '../kernel/number.ts'
import type { Page } from '../kernel/page.ts'
import { lowerFirst, placeInWords } from '../kernel/text.ts'
import { textById } from '../regime/law.ts'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { starWords } from '../ui/words.ts'
import type { DistrictRoundRead } from './actions-district.ts'
import type { DistrictLine, DistrictRound } from './model-district.ts'
import { pastRows } from './model-round.ts'
import { districtOutcome, districtStepOf } from './rules-district.ts'
import { districtOutcomeNames } from './words.ts'

interface Entering {
  /** The person enters old rounds, so that what is missing leads to where it is entered. */
  readonly mayEnter: boolean
}

export function DistrictRoundsView({ found, mayEnter }: Entering & { found: Page<DistrictRoundRead> }) {
  return (
    <div class="stack loose">
      <div class="row apart">
        <h1>Kết quả chấm ở huyện</h1>
        {mayEnter ? (
          <LinkButton href={paths.recognition.districtRoundBegin()} kind="secondary" icon="file-text">
            Nhập vòng huyện từ giấy
          </LinkButton>
        ) : null}
      </div>
      <p class="lead">
        Những vòng cũ mà huyện chấm, báo lại hoặc đề nghị lên tỉnh, nhập từ biên bản. Đây không phải công nhận, không
        công bố ra ngoài; bạn thấy sản phẩm của đơn vị hoặc chủ thể mình.
      </p>
      {found.total === 0 ? (
        <Empty title="Chưa có vòng huyện nào">
          Khi cán bộ tỉnh nhập biên bản của huyện, kết quả của các sản phẩm bạn được xem hiện ở đây.
        </Empty>
      ) : (
        <p class="muted">{showCount(found.total)} vòng</p>
      )}
      {found.items.map(({ round, lines }) => (
        <Panel
          title={<a href={paths.recognition.districtRound(round.id)}>{round.unitName}</a>}
          note={noteOf(round, lines)}
        >
          <LineTable
            caption={`${round.unitName}, họp ngày ${showDate(round.metOn)}, biên bản ${round.minutes}`}
            round={round}
            lines={lines}
            mayEnter={mayEnter}
          />
        </Panel>
      ))}
      <Pager {...found} hrefOf={(trang) => paths.recognition.districtRounds({ trang })} />
    </div>
  )
}

function noteOf({ metOn, withdrawnAt }: DistrictRound, lines: readonly DistrictLine[]): string {
  const met = `Họp ngày ${showDate(metOn)}, ${showCount(lines.length)} sản phẩm`
  return withdrawnAt === null ? met : `${met}. Bản nhập đã rút, không còn dùng`
}

interface RoundProps extends Entering, DistrictRoundRead, FormProps {
  readonly mayWithdraw: boolean
}

export function DistrictRoundView({ round, lines, mayEnter, mayWithdraw, trouble }: RoundProps) {
  const text = textById(round.text)
  const needsDay = round.toldOn === null
  return (
    <div class="stack loose">
      <h1>Vòng chấm ở {lowerFirst(round.unitName)}</h1>
      <Notice kind="info">
        Nhập lại từ giấy bởi {round.enteredBy} ngày <Day date={civilDateOf(round.enteredAt)} />. Phiên chấm không diễn
        ra trên hệ thống này và không có hồ sơ nào đứng sau.
      </Notice>
      <Withdrawn round={round} mayEnter={mayEnter} />
      <Panel title="Biên bản" note={lines.some(({ sample }) => sample) ? 'Dữ liệu mẫu' : undefined}>
        <Facts
          facts={[
            ['Ngày họp', <Day date={round.metOn} />],
            ['Biên bản', round.minutes],
            ['Báo kết quả', needsDay ? 'Giấy không ghi ngày, cần người tìm' : <Day date={round.toldOn ?? ''} />],
            ['Văn bản đề nghị lên tỉnh', round.proposal],
            ['Văn bản áp dụng', <a href={paths.regime.text(round.text)}>{text?.number}</a>],
          ]}
        />
        <StepNote round={round} />
      </Panel>
      <LineTable
        caption={`${showCount(lines.length)} sản phẩm`}
        showCaption
        round={round}
        lines={lines}
        mayEnter={mayEnter}
      />
      {mayWithdraw ? <WithdrawalForm id={round.id} trouble={trouble} /> : null}
      <p>
        <a href={paths.recognition.districtRounds()}>Mọi vòng huyện bạn được xem</a>
      </p>
    </div>
  )
}

function Withdrawn({ round, mayEnter }: Entering & { round: DistrictRound }) {
  const { withdrawnAt, withdrawnBy, withdrawnBecause } = round
  if (withdrawnAt === null) return null
  return (
    <Notice kind="warning">
      Bản nhập này không còn dùng: {withdrawnBy} rút ngày <Day date={civilDateOf(withdrawnAt)} />, vì:{' '}
      {withdrawnBecause} {mayEnter ? <a href={paths.recognition.districtRoundBegin()}>Nhập lại từ giấy</a> : null}
    </Notice>
  )
}

function WithdrawalForm({ id, trouble }: FormProps & { id: string }) {
  return (
    <details open={trouble !== undefined}>
      <summary>Bản nhập sai so với giấy?</summary>
      <Form action={paths.recognition.districtRoundWithdrawal(id)} trouble={trouble} label="Rút bản nhập">
        <p class="small muted">
          Không sửa từng ô. Rút cả bản nhập với lý do, rồi nhập lại cùng số biên bản. Ai đã đọc vẫn thấy bản này và lý
          do; kết quả của nó không còn đi theo sản phẩm.
        </p>
        <Field name="because" label="Bản nhập này sai ở đâu" kind="textarea" rows={3} trouble={trouble} />
        <Submit kind="secondary">Rút bản nhập này</Submit>
      </Form>
    </details>
  )
}

/** Nobody takes a report of the procedure for its wording. */
function StepNote({ round }: { round: DistrictRound }) {
  const text = textById(round.text)
  const step = text && districtStepOf(text)
  if (step?.certainty !== 'reported') return null
  return (
    <p class="small muted">
      Bước huyện của {text?.number} ở đây theo lời thuật lại, không phải nguyên văn.
      {step.note === undefined ? '' : ` ${step.note}`}
    </p>
  )
}

interface LineTableProps extends DistrictRoundRead, Entering {
  /** Names the table among those of other rounds. */
  readonly caption: string
  readonly showCaption?: boolean
}

function LineTable({ caption, showCaption = false, round, lines, mayEnter }: LineTableProps) {
  const text = textById(round.text)
  const outcome = ({ pointsHundredths }: DistrictLine) => (text ? districtOutcome(text, pointsHundredths) : 'told')
  return (
    <Table
      caption={caption}
      showCaption={showCaption}
      rows={lines}
      columns={[
        { head: 'Sản phẩm', names: true, cell: ({ productName }) => productName },
        {
          head: 'Chủ thể',
          cell: ({ producerName, placeName }) => placeInWords(producerName, placeName),
        },
        { head: 'Điểm', numeric: true, cell: ({ pointsHundredths }) => showHundredths(pointsHundredths) },
        { head: 'Hạng ở huyện', cell: ({ stars }) => starWords(stars) },
        { head: 'Huyện', cell: (line) => districtOutcomeNames[outcome(line)] },
        {
          head: 'Tỉnh lúc đó',
          cell: (line) => (outcome(line) === 'told' ? '–' : <Decided line={line} mayEnter={mayEnter} />),
        },
      ]}
    />
  )
}

function Decided({ line, mayEnter }: Entering & { line: DistrictLine }) {
  const { decisionId, decisionNumber, decidedStars } = line
  if (decisionId !== null)
    return (
      <>
        <a href={paths.recognition.decision(decisionId)}>{decisionNumber}</a>
        {decidedStars === null ? ', phê duyệt kết quả' : `, ${starWords(decidedStars)}`}
      </>
    )
  return (
    <>
      Chưa nhập quyết định của tỉnh lúc đó
      {mayEnter ? (
        <>
          , <a href={paths.recognition.pastRound()}>nhập từ giấy</a>
        </>
      ) : null}
    </>
  )
}

interface FormProps {
  readonly trouble?: Trouble | undefined
}

/** Rows that stand open at first; the others open on demand, or when something was typed in them. */
const openRows = 5

export function DistrictRoundForm({ trouble }: FormProps) {
  const typed = (row: string) => ['product', 'points'].some((name) => trouble?.values[`${name}[${row}]`])
  const later = pastRows.slice(openRows)
  return (
    <div class="stack">
      <h1>Nhập vòng huyện từ giấy</h1>
      <p class="lead">
        Phiên chấm của huyện mà chính huyện không ra quyết định công nhận: theo 1048/2019, kết quả 1 và 2 sao báo cho xã
        và chủ thể, từ 50 điểm đề nghị lên tỉnh. Ghi đúng như trên biên bản, kể cả huyện nay không còn.
      </p>
      <p class="small muted">
        Bước huyện ghi theo lời thuật lại của văn bản, không phải nguyên văn. Quyết định của huyện hoặc tỉnh nhập ở{' '}
        <a href={paths.recognition.pastRound()}>Nhập vòng cũ từ giấy</a>.
      </p>
      <Form action={paths.recognition.districtRoundBegin()} trouble={trouble} label="Vòng huyện">
        <PapersPanel trouble={trouble} />
        <Panel title="Sản phẩm trong biên bản">
          <p class="small muted">
            Sản phẩm phải có trong sổ của tỉnh và ở một xã của huyện đó. Ghi mã, phần cuối địa chỉ trang sản phẩm, hoặc
            đúng tên. Hạng sao tính từ điểm.
          </p>
          {pastRows.slice(0, openRows).map((row) => (
            <LineRow row={row} trouble={trouble} />
          ))}
          <details open={later.some(typed)}>
            <summary>Thêm dòng, đến {pastRows.length} sản phẩm</summary>
            <div class="stack">
              {later.map((row) => (
                <LineRow row={row} trouble={trouble} />
              ))}
            </div>
          </details>
        </Panel>
        <p class="small muted">
          Sai sót được chỉ ra hết trước khi lưu, không lưu nửa chừng. Nhập nhầm thì rút cả bản nhập với lý do rồi nhập
          lại.
        </p>
        <Submit icon="check">Nhập vòng huyện này</Submit>
      </Form>
    </div>
  )
}

function PapersPanel({ trouble }: FormProps) {
  return (
    <Panel title="Biên bản của huyện">
      <Field name="province" label="Tỉnh, thành phố lúc đó" placeholder="Kon Tum" trouble={trouble} />
      <Field name="district" label="Huyện lúc đó" placeholder="Kon Plông" trouble={trouble} />
      <Field
        name="metOn"
        label="Ngày họp"
        kind="date"
        hint="Văn bản có hiệu lực vào ngày này được áp dụng. Ví dụ 10/05/2021."
        trouble={trouble}
      />
      <Field name="minutes" label="Số biên bản" placeholder="12/BB-HĐ" trouble={trouble} />
      <Field
        name="toldOn"
        label="Ngày báo kết quả cho xã và chủ thể"
        kind="date"
        hint="Để trống khi giấy không ghi; trang nói rõ là còn thiếu."
        optional
        trouble={trouble}
      />
      <Field
        name="proposal"
        label="Số văn bản đề nghị lên tỉnh"
        placeholder="45/TTr-UBND"
        hint="Chỉ khi có sản phẩm đủ điểm để đề nghị."
        optional
        trouble={trouble}
      />
    </Panel>
  )
}

function LineRow({ row, trouble }: FormProps & { readonly row: string }) {
  return (
    <div class="row named">
      <Field name={`product[${row}]`} label={`Sản phẩm ${row}`} trouble={trouble} optional={row !== '1'} />
      <Field name={`points[${row}]`} label="Điểm" kind="decimal" trouble={trouble} optional={row !== '1'} />
    </div>
  )
}
