import type { CivilDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import type { Dong } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import { Radios, Select } from '../ui/choice.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { TurnBar } from '../ui/steps.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { EntitlementFile } from './actions-reading.ts'
import type { ShownEntitlement } from './model.ts'
import { articleOf, sumOfStep, supportCan } from './rules.ts'
import { waitedWords } from './views.tsx'
import { actWords, entryWords, eventWords, kindWords, stateLooks, stateWords, turnOf } from './words.ts'

export type ActForm = 'propose' | 'approve' | 'answer' | 'deliver' | 'pay' | 'recover' | 'tell'

interface FileProps extends EntitlementFile {
  readonly today: CivilDate
  /** A key for each form drawn: sent twice, it acts once. */
  readonly formKey: string
  readonly troubles: Partial<Record<ActForm, Trouble>>
}

export function EntitlementView(props: FileProps) {
  const { entitlement, may, today } = props
  const turn = turnOf(entitlement)
  return (
    <div class="stack">
      <h1>{entitlement.policyTitle}</h1>
      {turn === null ? (
        <p>
          <Status state={stateLooks[entitlement.state]}>{stateWords[entitlement.state]}</Status>
        </p>
      ) : (
        <TurnBar
          owner={turn[0]}
          act={turn[1]}
          since={entitlement.since}
          icon="handshake"
          mine={isMyTurn(entitlement, may)}
        />
      )}
      <Panel title={showMoney(entitlement.amount)} note={`Đã chờ ${waitedWords(entitlement, today)}`}>
        <Facts facts={factsOf(entitlement)} />
      </Panel>
      <Acts {...props} />
      <Outcomes {...props} />
      <Way {...props} />
      {may.readFunds && props.entries.length > 0 ? <Money {...props} /> : null}
    </div>
  )
}

function isMyTurn({ state }: ShownEntitlement, may: EntitlementFile['may']): boolean {
  if (state === 'proposed') return may.approve
  return state === 'paid' ? may.tell : may.propose
}

function factsOf(entitlement: ShownEntitlement) {
  const { producerName, productName, certificateNumber, event, stars, need, askedCost, unitName, paid, committed } =
    entitlement
  return [
    ['Trạng thái', stateWords[entitlement.state]],
    ['Đã chi', showMoney(paid)],
    ['Còn phải trả', committed > 0 ? showMoney(committed) : null],
    ['Phải thu hồi', entitlement.claimed > 0 ? showMoney(entitlement.claimed) : null],
    ['Chủ thể', producerName],
    ['Sản phẩm', productName],
    ['Nội dung', kindWords[entitlement.kind]],
    [
      'Mở từ',
      certificateNumber === null ? (
        'Đề nghị của chủ thể'
      ) : (
        <>
          {event === null ? null : `${eventWords[event]}, ${stars} sao, `}
          <a href={paths.recognition.certificate(certificateNumber)}>{certificateNumber}</a>
        </>
      ),
    ],
    ['Ngày mở', <Day date={entitlement.openedOn} />],
    ['Căn cứ', <a href={paths.support.policy(entitlement.policyId)}>{articleOf(entitlement)}</a>],
    ['Đơn vị chi', unitName],
    ['Cần hỗ trợ', need],
    ['Chi phí dự kiến', askedCost === null ? null : showMoney(askedCost)],
  ] as const
}

function Acts(props: FileProps) {
  const { entitlement, may } = props
  return (
    <>
      {may.propose && supportCan('propose', entitlement) ? <ProposeForm {...props} /> : null}
      {may.approve && supportCan('approve', entitlement) ? <ApproveForm {...props} /> : null}
      {may.approve && supportCan('decline', entitlement) ? <AnswerForm {...props} /> : null}
      {may.propose && supportCan('deliver', entitlement) ? <DeliverForm {...props} /> : null}
      {may.propose && supportCan('pay', entitlement) ? <PayForm {...props} /> : null}
      {may.propose && entitlement.claimed > 0 ? <RecoverForm {...props} /> : null}
    </>
  )
}

function ProposeForm({ entitlement, troubles: { propose: trouble } }: FileProps) {
  return (
    <Panel title="Đề xuất phê duyệt">
      <Form action={paths.support.propose(entitlement.id)} trouble={trouble} label="Đề xuất phê duyệt">
        <Field name="amount" label="Số tiền đề xuất" kind="money" value={entitlement.amount} trouble={trouble} />
        <Field
          name="reason"
          label="Căn cứ của số tiền"
          hint="Mức theo chính sách, báo giá, dự toán."
          kind="textarea"
          trouble={trouble}
        />
        <div class="row">
          <Submit icon="send">Gửi lãnh đạo</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function ApproveForm({ entitlement, sources, formKey, troubles: { approve: trouble } }: FileProps) {
  return (
    <Panel title="Phê duyệt và cam kết tiền" note={showMoney(entitlement.amount)}>
      <Form action={paths.support.approve(entitlement.id)} trouble={trouble} label="Phê duyệt">
        <Hidden name="key" value={formKey} />
        <Select
          name="source"
          label="Nguồn kinh phí"
          blank="Chọn nguồn"
          options={sources.map(({ id, name, year, available }) => ({
            value: id,
            label: `${name}, năm ${year}: còn ${showMoney(available)}`,
          }))}
          trouble={trouble}
        />
        <Field name="document" label="Số quyết định phê duyệt" short trouble={trouble} />
        <div class="row">
          <Submit icon="stamp">Phê duyệt</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function AnswerForm({ entitlement, troubles: { answer: trouble } }: FileProps) {
  const backward = supportCan('send-back', entitlement)
  return (
    <Panel title="Không phê duyệt">
      <Form action={paths.support.answer(entitlement.id)} trouble={trouble} label="Không phê duyệt">
        <Radios
          name="outcome"
          label="Kết luận"
          options={[
            ...(backward ? [{ value: 'send-back', label: 'Trả lại để đề xuất lại' }] : []),
            { value: 'decline', label: 'Không hỗ trợ' },
          ]}
          trouble={trouble}
        />
        <Field name="why" label="Lý do" kind="textarea" trouble={trouble} />
        <div class="row">
          <Submit kind="secondary">Gửi kết luận</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function DeliverForm({ entitlement, formKey, troubles: { deliver: trouble } }: FileProps) {
  return (
    <Panel title="Nghiệm thu">
      <Form action={paths.support.deliver(entitlement.id)} trouble={trouble} label="Nghiệm thu">
        <Hidden name="key" value={formKey} />
        <Field
          name="cost"
          label="Chi phí thực tế"
          hint="Theo hóa đơn. Phần cam kết dôi ra trở lại nguồn."
          kind="money"
          trouble={trouble}
        />
        <Field name="document" label="Số biên bản nghiệm thu hoặc hóa đơn" short trouble={trouble} />
        <div class="row">
          <Submit>Ghi nghiệm thu</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function PayForm({ entitlement, formKey, troubles: { pay: trouble } }: FileProps) {
  return (
    <Panel title="Chi tiền" note={`Còn phải trả ${showMoney(entitlement.committed)}`}>
      <Form action={paths.support.pay(entitlement.id)} trouble={trouble} label="Chi tiền">
        <Hidden name="key" value={formKey} />
        <Field name="amount" label="Số tiền chi" kind="money" value={entitlement.committed} trouble={trouble} />
        <Field name="document" label="Số chứng từ chi" short trouble={trouble} />
        <div class="row">
          <Submit icon="check">Ghi đã chi</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function RecoverForm({ entitlement, formKey, troubles: { recover: trouble } }: FileProps) {
  return (
    <Panel title="Thu hồi tiền đã chi" note={`Còn phải thu ${showMoney(entitlement.claimed)}`}>
      <p>
        Giấy chứng nhận bị thu hồi sau khi chi. Văn bản không nêu thời hạn nộp lại; số này giữ ở đây tới khi thu đủ.
      </p>
      <Form action={paths.support.recover(entitlement.id)} trouble={trouble} label="Thu hồi tiền đã chi">
        <Hidden name="key" value={formKey} />
        <Field name="amount" label="Số tiền thu được" kind="money" value={entitlement.claimed} trouble={trouble} />
        <Field name="document" label="Số chứng từ thu" short trouble={trouble} />
        <div class="row">
          <Submit icon="check">Ghi đã thu</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function Outcomes({ entitlement, outcomes, may, troubles: { tell: trouble } }: FileProps) {
  const mayTell = may.tell && supportCan('tell-outcome', entitlement)
  if (!mayTell && outcomes.length === 0) return null
  return (
    <Panel title="Khoản hỗ trợ mang lại điều gì">
      {outcomes.map(({ result, jobs, revenue, toldBy, onDate }) => (
        <div>
          <p>{result}</p>
          <p class="small muted">
            {toldBy === 'producer' ? 'Chủ thể kể' : 'Cán bộ ghi'} ngày <Day date={onDate} />
            {jobs === null ? null : `, thêm ${showCount(jobs)} việc làm`}
            {revenue === null ? null : `, doanh thu một năm ${showMoney(revenue)}`}
          </p>
        </div>
      ))}
      {mayTell ? (
        <Form action={paths.support.tell(entitlement.id)} trouble={trouble} label="Kể kết quả">
          <Field name="result" label="Kết quả" hint="Hai ba câu là đủ." kind="textarea" trouble={trouble} />
          <Field name="jobs" label="Việc làm thêm" kind="count" optional trouble={trouble} />
          <Field name="revenue" label="Doanh thu một năm" kind="money" optional trouble={trouble} />
          <div class="row">
            <Submit icon="send">Gửi kết quả</Submit>
          </div>
        </Form>
      ) : null}
    </Panel>
  )
}

function moneyOrNothing(amount: Dong | null): string {
  return amount === null ? '' : showMoney(amount)
}

function Way({ steps, entries }: FileProps) {
  return (
    <Panel title="Các bước đã qua">
      <Table
        caption="Các bước, mới nhất sau cùng"
        rows={steps}
        columns={[
          { head: 'Ngày', cell: ({ onDate }) => <Day date={onDate} /> },
          { head: 'Việc', cell: ({ act }) => actWords[act] ?? act, names: true },
          { head: 'Số tiền', numeric: true, cell: (step) => moneyOrNothing(sumOfStep(step, entries)) },
          { head: 'Ghi chú', cell: ({ reason }) => reason },
        ]}
      />
    </Panel>
  )
}

function Money({ entries }: FileProps) {
  return (
    <Panel title="Bút toán">
      <Table
        caption="Bút toán của khoản này"
        rows={entries}
        columns={[
          { head: 'Ngày', cell: ({ onDate }) => <Day date={onDate} /> },
          { head: 'Loại', cell: ({ kind }) => entryWords[kind] },
          {
            head: 'Chứng từ',
            names: true,
            cell: ({ document, sourceId, id }) => <a href={`${paths.support.source(sourceId)}#${id}`}>{document}</a>,
          },
          { head: 'Số tiền', numeric: true, cell: ({ amount }) => showMoney(amount) },
        ]}
      />
    </Panel>
  )
}
