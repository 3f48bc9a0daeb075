import type { CivilDate } from '../kernel/civil-date.ts'
import { daysBetween, showDate } from '../kernel/civil-date.ts'
import { Check } from '../ui/choice.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { TurnBar } from '../ui/steps.tsx'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { InspectionFile } from './actions-reading.ts'
import type { CheckedItem } from './model.ts'
import { itemParts, usualRemedyDays } from './model.ts'
import { inspectionCan, isAwaitingAnswer } from './rules.ts'
import { FindingsPanel } from './views-finding.tsx'
import { SanctionPanel } from './views-sanction.tsx'
import { InspectionStatus } from './views.tsx'
import { partTitles, stepWords, verdictLooks, verdictWords } from './words.ts'

export type InspectionForm = 'sign' | 'cancel' | 'remedy' | 'answer' | 'sanction'

export interface InspectionViewProps extends InspectionFile {
  readonly today: CivilDate
  /** The finding whose form was asked for. */
  readonly asked: number | undefined
  readonly troubles: Partial<Record<InspectionForm, Trouble>>
}

export function InspectionView(props: InspectionViewProps) {
  const { inspection, visit, today } = props
  const { productName, producerName, certificateNumber, number } = inspection
  return (
    <div class="stack">
      <h1>{productName}</h1>
      <Turn {...props} />
      <Panel title="Cuộc kiểm tra" note={number}>
        <Facts
          facts={[
            ['Tình trạng', <InspectionStatus {...inspection} today={today} />],
            ['Chủ thể', producerName],
            ['Giấy chứng nhận', <a href={paths.recognition.certificate(certificateNumber)}>{certificateNumber}</a>],
            ['Đơn vị kiểm tra', inspection.unitName],
            ['Vì sao', inspection.reason],
            ['Ngày dự kiến', visit === undefined ? <Day date={inspection.visitOn} /> : null],
            ['Báo trước', inspection.announced ? 'Có' : 'Không'],
            ['Nơi kiểm tra', visit?.place],
            ['Thời gian', visit && `${showDate(visit.visitedOn)}, ${visit.fromClock}–${visit.toClock}`],
            ['Có mặt', visit?.present.join('; ')],
            ['Ý kiến chủ thể', visit?.opinion || null],
            ['Hạn khắc phục', inspection.dueOn === null ? null : <Day date={inspection.dueOn} />],
          ]}
        />
        {visit === undefined ? null : (
          <p class="row">
            <LinkButton href={paths.oversight.record(inspection.id)} kind="secondary" icon="file-text">
              Biên bản (PDF)
            </LinkButton>
            {props.may.remedy ? (
              <a href={paths.oversight.complaintBegin({ ve: `inspection:${inspection.id}` })}>
                Khiếu nại cuộc kiểm tra này
              </a>
            ) : null}
          </p>
        )}
      </Panel>
      <FindingsPanel {...props} />
      <SanctionPanel {...props} />
      <Checklist {...props} />
      {props.may.inspect && inspectionCan('sign', inspection) ? <SignForm {...props} /> : null}
      {props.may.inspect && inspectionCan('cancel', inspection) ? <CancelForm {...props} /> : null}
      <Way {...props} />
    </div>
  )
}

function Turn({ inspection, findings, may, today }: InspectionViewProps) {
  const { state, since, dueOn, visitOn } = inspection
  if (state === 'open') {
    return (
      <TurnBar
        owner="Đơn vị kiểm tra"
        act="Kiểm tra tại chỗ, ghi từng mục"
        since={since}
        dueOn={visitOn}
        mine={may.inspect}
      />
    )
  }
  if (state !== 'remedying') return null
  const toJudge = findings.some(isAwaitingAnswer)
  // The desk of the inspector asks for an answer to a term that has run out; the page says the same.
  const toSanction = !toJudge && may.conclude && dueOn !== null && dueOn < today
  return (
    <TurnBar
      owner={toJudge || toSanction ? 'Đơn vị kiểm tra' : 'Chủ thể'}
      act={toJudge ? 'Xét phần khắc phục' : toSanction ? 'Xử lý thiếu sót quá hạn' : 'Khắc phục và báo lại'}
      since={since}
      {...(dueOn === null ? {} : { dueOn, daysLeft: daysBetween(today, dueOn), plainDays: true })}
      mine={toJudge || toSanction ? may.conclude : may.remedy}
    />
  )
}

/** Every question with its answer; on a phone each opens a page of its own, so that nothing typed is lost. */
function Checklist({ inspection, items, may }: InspectionViewProps) {
  if (items.length === 0) return null
  const fills = may.inspect && inspectionCan('answer', inspection)
  const answered = items.filter(({ verdict }) => verdict !== null).length
  return (
    <Panel title="Danh mục kiểm tra" note={`Đã ghi ${answered} trên ${items.length} mục`} id="danh-muc">
      {itemParts.map((part) => {
        const inPart = items.filter((item) => item.part === part)
        return inPart.length === 0 ? null : (
          <section class="stack tight">
            <h3>{partTitles[part]}</h3>
            <ul class="checks">
              {inPart.map((item) => (
                <ItemLine item={item} inspectionId={inspection.id} fills={fills} />
              ))}
            </ul>
          </section>
        )
      })}
    </Panel>
  )
}

function ItemLine({ item, inspectionId, fills }: { item: CheckedItem; inspectionId: string; fills: boolean }) {
  const { code, question, verdict, note, photo, grave } = item
  return (
    <li>
      <span>
        {fills ? <a href={paths.oversight.item(inspectionId, code)}>{question}</a> : question}
        {note === '' ? null : <span class="small muted note">{grave ? `Nghiêm trọng. ${note}` : note}</span>}
        {photo === null ? null : (
          <span class="small note">
            <a href={paths.oversight.photo(inspectionId, photo)}>Xem ảnh của mục {code}</a>
          </span>
        )}
      </span>
      {verdict === null ? (
        <Status state="waiting" icon="minus">
          Chưa ghi
        </Status>
      ) : (
        <Status state={verdictLooks[verdict]}>{verdictWords[verdict]}</Status>
      )}
    </li>
  )
}

function SignForm({ inspection, items, today, troubles: { sign: trouble } }: InspectionViewProps) {
  const left = items.filter(({ verdict }) => verdict === null).length
  return (
    <Panel title="Chốt biên bản" id="chot">
      <p>Sau khi chốt, các câu trả lời không sửa được nữa; mỗi mục không đạt thành một thiếu sót phải khắc phục.</p>
      <Form action={paths.oversight.sign(inspection.id)} trouble={trouble} label="Chốt biên bản">
        <Field name="place" label="Nơi kiểm tra" hint="Cơ sở, thôn, xã." trouble={trouble} />
        <Field name="visitedOn" label="Ngày kiểm tra" kind="date" value={today} trouble={trouble} />
        <Field name="fromClock" label="Từ giờ" hint="Ví dụ 08:30" short trouble={trouble} />
        <Field name="toClock" label="Đến giờ" hint="Ví dụ 10:00" short trouble={trouble} />
        <Field
          name="present"
          label="Người có mặt"
          hint="Mỗi người một dòng: họ tên, chức vụ hoặc vai trò."
          kind="textarea"
          rows={3}
          trouble={trouble}
        />
        <Field name="opinion" label="Ý kiến của chủ thể" kind="textarea" rows={3} optional trouble={trouble} />
        <Field
          name="remedyDays"
          label="Số ngày để khắc phục"
          hint={`Chỉ dùng khi có mục không đạt. ${usualRemedyDays} ngày là mặc định của hệ thống; văn bản không quy định.`}
          kind="count"
          value={usualRemedyDays}
          trouble={trouble}
        />
        {left > 0 ? <Check name="rest" label={`Tính ${left} mục chưa ghi là “không xem”`} trouble={trouble} /> : null}
        <div class="row">
          <Submit icon="stamp">Chốt biên bản</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function CancelForm({ inspection, troubles: { cancel: trouble } }: InspectionViewProps) {
  return (
    <Panel title="Hủy cuộc kiểm tra">
      <Form action={paths.oversight.cancel(inspection.id)} trouble={trouble} label="Hủy cuộc kiểm tra">
        <Field name="why" label="Vì sao hủy" trouble={trouble} />
        <div class="row">
          <Submit kind="secondary">Hủy cuộc này</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function Way({ steps }: InspectionViewProps) {
  return (
    <Panel title="Các bước đã qua">
      <Table
        caption="Các bước, mới nhất sau cùng"
        rows={steps}
        columns={[
          { head: 'Ngày', cell: ({ onDate }) => <Day date={onDate} /> },
          { head: 'Bước', cell: ({ act }) => stepWords[act] ?? act },
          { head: 'Người làm', cell: ({ byName }) => byName ?? 'Hệ thống' },
          { head: 'Ghi chú', cell: ({ reason }) => reason || 'Không có' },
          { head: 'Hạn khắc phục', cell: ({ dueOn }) => (dueOn === null ? 'Không có' : <Day date={dueOn} />) },
        ]}
      />
    </Panel>
  )
}
