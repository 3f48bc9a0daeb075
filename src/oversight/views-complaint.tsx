import type { CivilDate } from '../kernel/civil-date.ts'
import { showDate } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Check, Radios } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { TurnBar } from '../ui/steps.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { ComplaintChoice, ComplaintFile } from './actions-complaint-reading.ts'
import type { Complaint } from './model-complaint.ts'
import { complaintOutcomes } from './model-complaint.ts'
import { againStep } from './rules-again.ts'
import { complaintCan } from './rules-complaint.ts'
import { ScoringAgainPanel } from './views-again.tsx'
import { againTurns } from './words-again.ts'
import {
  complaintKindWords,
  complaintLooks,
  complaintOutcomeWords,
  complaintStateWords,
  complaintStepWords,
  complaintTurn,
} from './words-complaint.ts'

export type ComplaintForm = 'receive' | 'answer' | 'withdraw'

interface ListProps {
  readonly list: Page<Complaint> & { readonly own: boolean; readonly sets: boolean }
}

export function ComplaintListView({ list }: ListProps) {
  return (
    <div class="stack">
      <h1>{list.own ? 'Khiếu nại của tôi' : 'Khiếu nại'}</h1>
      <p class="lead">
        Chủ thể khiếu nại kết quả đánh giá, việc thu hồi giấy hoặc cuộc kiểm tra. 26/2026 không quy định thủ tục; thời
        hạn là mặc định của hệ thống cho tới khi đơn vị nhập văn bản của mình.
      </p>
      <p class="row">
        {list.own ? (
          <LinkButton href={paths.oversight.complaintBegin()} icon="send">
            Gửi khiếu nại
          </LinkButton>
        ) : null}
        {list.sets ? (
          <LinkButton href={paths.oversight.complaintTerms()} kind="secondary" icon="clock">
            Đặt thời hạn
          </LinkButton>
        ) : null}
      </p>
      {list.items.length === 0 ? (
        <Empty title="Không có khiếu nại nào" icon="message-circle">
          Khiếu nại và văn bản trả lời hiện ở đây.
        </Empty>
      ) : (
        <Table
          caption="Khiếu nại, hạn gần nhất trước"
          rows={list.items}
          columns={[
            {
              head: 'Về việc',
              names: true,
              cell: ({ id, about }) => <a href={paths.oversight.complaint(id)}>{about}</a>,
            },
            { head: 'Loại', cell: ({ against }) => complaintKindWords[against] },
            { head: 'Số', cell: ({ number }) => number },
            ...(list.own ? [] : [{ head: 'Chủ thể', cell: ({ producerName }: Complaint) => producerName }]),
            {
              head: 'Tình trạng',
              cell: ({ state }) => <Status state={complaintLooks[state]}>{complaintStateWords[state]}</Status>,
            },
            { head: 'Hạn', cell: ({ dueOn }) => (dueOn === null ? 'Không có' : <Day date={dueOn} />) },
          ]}
        />
      )}
      <Pager {...list} hrefOf={(trang) => paths.oversight.complaints({ trang })} />
    </div>
  )
}

interface BeginProps {
  readonly choices: readonly ComplaintChoice[]
  readonly chosen: string | undefined
  readonly trouble?: Trouble | undefined
}

export function ComplaintBeginView({ choices, chosen, trouble }: BeginProps) {
  return (
    <div class="stack">
      <h1>Gửi khiếu nại</h1>
      {choices.length === 0 ? (
        <Empty title="Không có việc nào còn trong thời hạn khiếu nại" icon="message-circle">
          <p>Kết quả đánh giá, việc thu hồi hoặc biên bản kiểm tra mới sẽ hiện ở đây.</p>
          <p>
            Việc khác thì <a href={paths.feedback.send()}>gửi phiếu phản ánh</a>.
          </p>
        </Empty>
      ) : (
        <Form action={paths.oversight.complaintBegin()} trouble={trouble} panel label="Gửi khiếu nại">
          <Radios
            name="subject"
            label="Khiếu nại việc gì"
            options={choices.map(({ against, ref, about, lastDay, basis }) => ({
              value: `${against}:${ref}`,
              label: `${complaintKindWords[against]} · ${about}`,
              note: `Gửi chậm nhất ngày ${showDate(lastDay)}. ${basis}.`,
            }))}
            value={chosen}
            trouble={trouble}
          />
          <Field name="text" label="Điều gì chưa đúng, vì sao" kind="textarea" rows={6} trouble={trouble} />
          <Field
            name="wish"
            label="Đề nghị giải quyết thế nào"
            hint="Ví dụ: chấm lại tiêu chí 1.2 theo giấy đã nộp."
            kind="textarea"
            rows={3}
            trouble={trouble}
          />
          <div class="row">
            <Submit icon="send">Gửi khiếu nại</Submit>
            <LinkButton href={paths.oversight.complaints()} kind="quiet">
              Quay lại
            </LinkButton>
          </div>
        </Form>
      )}
    </div>
  )
}

interface FileProps extends ComplaintFile {
  readonly today: CivilDate
  readonly troubles: Partial<Record<ComplaintForm, Trouble>>
}

export function ComplaintView(props: FileProps) {
  const { complaint, scoring, daysLeft, term } = props
  const { number, state, outcome, about, against, since, dueOn } = complaint
  const turn = complaintTurn(complaint) ?? (scoring === undefined ? null : againTurns[againStep(scoring)])
  return (
    <div class="stack">
      <h1>Khiếu nại của {complaint.producerName}</h1>
      {turn === null ? (
        <p>
          <Status state={complaintLooks[state]}>{complaintStateWords[state]}</Status>
        </p>
      ) : (
        <TurnBar
          owner={turn[0]}
          act={turn[1]}
          since={since}
          icon="message-circle"
          mine={
            (props.may.receive && complaintCan('receive', complaint)) ||
            (props.may.answer && complaintCan('answer', complaint))
          }
          {...(dueOn === null || daysLeft === null
            ? {}
            : { dueOn, daysLeft, plainDays: state !== 'filed', article: term.basis })}
        />
      )}
      <Panel title={about} note={complaintKindWords[against]}>
        <Facts
          facts={[
            ['Số', <span class="num">{number}</span>],
            ['Việc bị khiếu nại', <Subject {...complaint} />],
            ['Ngày của việc đó', <Day date={complaint.decidedOn} />],
            ['Gửi ngày', <Day date={complaint.filedOn} />],
            ['Đơn vị trả lời', complaint.unitName],
            ['Kết luận', outcome === null ? null : complaintOutcomeWords[outcome]],
          ]}
        />
        <h3>Nội dung</h3>
        <p>{complaint.text}</p>
        <h3>Đề nghị</h3>
        <p>{complaint.wish}</p>
      </Panel>
      {scoring === undefined ? null : (
        <ScoringAgainPanel scoring={scoring} staff={props.may.receive || props.may.answer} />
      )}
      <ComplaintActs {...props} />
      <Panel title="Các bước đã qua">
        <Table
          caption="Các bước, mới nhất sau cùng"
          rows={props.steps}
          columns={[
            { head: 'Ngày', cell: ({ onDate }) => <Day date={onDate} /> },
            { head: 'Bước', cell: ({ act }) => complaintStepWords[act] ?? act },
            { head: 'Người làm', cell: ({ byName }) => byName ?? 'Hệ thống' },
            { head: 'Văn bản', cell: ({ document }) => document ?? 'Không có' },
            { head: 'Nội dung', cell: ({ reason }) => reason || 'Không có' },
          ]}
        />
      </Panel>
    </div>
  )
}

function Subject({ dossierId, certificateNumber, inspectionId }: Complaint) {
  if (dossierId !== null) return <a href={paths.dossier.file(dossierId)}>Xem hồ sơ và kết quả</a>
  if (certificateNumber !== null)
    return <a href={paths.recognition.certificate(certificateNumber)}>{certificateNumber}</a>
  return <a href={paths.oversight.file(inspectionId ?? '')}>Xem cuộc kiểm tra</a>
}

function ComplaintActs(props: FileProps) {
  const { complaint, may } = props
  return (
    <>
      {may.receive && complaintCan('receive', complaint) ? <ReceiveForm {...props} /> : null}
      {may.answer && complaintCan('answer', complaint) ? <AnswerForm {...props} /> : null}
      {may.withdraw && complaintCan('withdraw', complaint) ? <WithdrawForm {...props} /> : null}
    </>
  )
}

function ReceiveForm({ complaint, term, troubles: { receive: trouble } }: FileProps) {
  return (
    <Panel title="Thụ lý">
      <Form action={paths.oversight.receiveComplaint(complaint.id)} trouble={trouble} label="Thụ lý">
        <Radios
          name="outcome"
          label="Quyết định"
          options={[
            { value: 'receive', label: `Thụ lý, trả lời trong ${term.answerDays} ngày`, note: term.basis },
            { value: 'refuse', label: 'Không thụ lý' },
          ]}
          trouble={trouble}
        />
        <Field name="why" label="Vì sao không thụ lý" kind="textarea" rows={3} optional trouble={trouble} />
        <div class="row">
          <Submit icon="check">Ghi quyết định</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function AnswerForm({ complaint, troubles: { answer: trouble } }: FileProps) {
  return (
    <Panel title="Trả lời">
      <Form action={paths.oversight.answerComplaint(complaint.id)} trouble={trouble} label="Trả lời">
        <Radios
          name="outcome"
          label="Kết luận"
          options={complaintOutcomes.map((value) => ({ value, label: complaintOutcomeWords[value] }))}
          trouble={trouble}
        />
        <Field name="grounds" label="Căn cứ và nội dung trả lời" kind="textarea" rows={6} trouble={trouble} />
        <Field name="document" label="Số văn bản trả lời" short trouble={trouble} />
        {complaint.against === 'result' ? (
          <Check
            name="reexamine"
            label="Yêu cầu chấm lại ở một phiên khác"
            hint="Hồ sơ được chấm như đã nộp. Kết quả cũ và giấy đang có vẫn đứng cho tới khi có quyết định mới."
            trouble={trouble}
          />
        ) : null}
        <div class="row">
          <Submit icon="stamp">Gửi trả lời</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function WithdrawForm({ complaint, troubles: { withdraw: trouble } }: FileProps) {
  return (
    <Panel title="Rút khiếu nại">
      <Form action={paths.oversight.withdrawComplaint(complaint.id)} trouble={trouble} label="Rút khiếu nại">
        <Field name="reason" label="Vì sao rút" optional trouble={trouble} />
        <div class="row">
          <Submit kind="secondary">Rút khiếu nại này</Submit>
        </div>
      </Form>
    </Panel>
  )
}
