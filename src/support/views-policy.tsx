import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import type { Page } from '../kernel/page.ts'
import { Checks, Radios, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { UnitSelect } from '../ui/unit-select.tsx'
import { policyExamples } from './examples.ts'
import { measureKinds, onceWords, openings, recognitionEvents } from './model.ts'
import type { ListedPolicy } from './model.ts'
import { articleOf, isInForce } from './rules.ts'
import type { OwnUnit } from './views-funds.tsx'
import { eventWords, kindWords, levelWords, onceForWords, openingWords } from './words.ts'

/** `50.000.000 đồng`, `50% chi phí, tới 300.000.000 đồng`. */
export function sumWords({ fixed, percent, capItem }: ListedPolicy): string {
  const sum = percent === null ? showMoney(fixed ?? 0) : `${percent}% chi phí`
  return capItem === null ? sum : `${sum}, tới ${showMoney(capItem)}`
}

function ForWhom({ policy: { stars, events } }: { policy: ListedPolicy }) {
  const who = [stars.length > 0 ? `${stars.join(', ')} sao` : '', ...events.map((event) => eventWords[event])]
  return <>{who.filter((part) => part !== '').join('; ') || 'Mọi chủ thể của đơn vị'}</>
}

function Standing({ policy, today }: { policy: ListedPolicy; today: CivilDate }) {
  if (isInForce(policy, today)) return <Status state="valid">Đang áp dụng</Status>
  return today < policy.fromDate ? (
    <Status state="waiting">Áp dụng từ {showDate(policy.fromDate)}</Status>
  ) : (
    <Status state="expired">Thôi áp dụng</Status>
  )
}

interface ListProps {
  readonly policies: Page<ListedPolicy>
  readonly provinces: readonly { code: string; name: string }[]
  readonly province: string | undefined
  readonly mayEnter: boolean
  readonly today: CivilDate
}

export function PolicyListView({ policies, provinces, province, mayEnter, today }: ListProps) {
  return (
    <div class="stack">
      <h1>Chính sách hỗ trợ OCOP</h1>
      <p class="lead">
        Mức hỗ trợ do Hội đồng nhân dân, Ủy ban nhân dân từng nơi quyết định. Quyết định công nhận tự mở khoản hỗ trợ,
        không phải nộp bản sao giấy chứng nhận.
      </p>
      <form action={paths.support.policies()} class="panel filter" aria-label="Chọn tỉnh">
        <Select
          name="tinh"
          label="Tỉnh, thành phố"
          blank="Cả nước"
          value={province}
          options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Submit kind="secondary">Xem chính sách</Submit>
      </form>
      {mayEnter ? (
        <p>
          <LinkButton href={paths.support.policyBegin()} icon="plus">
            Nhập chính sách
          </LinkButton>
        </p>
      ) : null}
      {policies.items.length === 0 ? (
        <Empty title="Chưa có chính sách nào được nhập ở đây" icon="scroll-text">
          Cán bộ hỗ trợ của tỉnh hoặc xã nhập theo nghị quyết, quyết định của nơi mình.
        </Empty>
      ) : (
        <Table
          caption="Chính sách, đang áp dụng trước"
          rows={policies.items}
          columns={[
            {
              head: 'Chính sách',
              names: true,
              cell: ({ id, title }) => <a href={paths.support.policy(id)}>{title}</a>,
            },
            { head: 'Nơi ban hành', cell: ({ unitName }) => unitName ?? 'Chưa xác định' },
            { head: 'Căn cứ', cell: (policy) => articleOf(policy) },
            { head: 'Dành cho', cell: (policy) => <ForWhom policy={policy} /> },
            { head: 'Mức', cell: (policy) => sumWords(policy) },
            { head: 'Hiệu lực', cell: (policy) => <Standing policy={policy} today={today} /> },
          ]}
        />
      )}
      <Pager {...policies} hrefOf={(trang) => paths.support.policies({ tinh: province, trang })} />
      <Examples />
    </div>
  )
}

function Examples() {
  return (
    <Panel title="Ví dụ của các tỉnh, theo nguồn công bố" note="Để tham khảo, không tự mở khoản hỗ trợ nào">
      <p>
        Chưa có quy định chung của trung ương cho 2026–2030. Các mức dưới đây theo cổng thông tin và báo chí, chưa đối
        chiếu điều khoản; nơi nào có văn bản thì cán bộ nhập thành chính sách.
      </p>
      <Table
        caption="Ví dụ của các tỉnh"
        rows={policyExamples}
        columns={[
          { head: 'Tỉnh', names: true, cell: ({ province }) => province },
          { head: 'Nội dung', cell: ({ kind }) => kindWords[kind] },
          { head: 'Mức', cell: ({ rule }) => rule },
          { head: 'Thời hạn', cell: ({ term }) => term },
          {
            head: 'Nguồn',
            cell: ({ document, source, province, kind }) => (
              <a href={source} rel="noreferrer">
                {document}
                <span class="hidden-word">
                  , {kindWords[kind]}, {province}
                </span>
              </a>
            ),
          },
        ]}
      />
    </Panel>
  )
}

interface PolicyProps {
  readonly policy: ListedPolicy
  readonly mayEnd: boolean
  readonly today: CivilDate
  readonly trouble: Trouble | undefined
}

export function PolicyView({ policy, mayEnd, today, trouble }: PolicyProps) {
  const cap = (sum: number | null) => (sum === null ? null : showMoney(sum))
  return (
    <div class="stack">
      <h1>{policy.title}</h1>
      <p>
        <Standing policy={policy} today={today} />
      </p>
      <Facts
        facts={[
          ['Nơi ban hành', policy.unitName],
          ['Căn cứ', articleOf(policy)],
          ['Nội dung', kindWords[policy.kind]],
          ['Cách nhận', openingWords[policy.opens]],
          ['Dành cho', <ForWhom policy={policy} />],
          ['Mức', sumWords(policy)],
          ['Trần một sản phẩm', cap(policy.capProduct)],
          ['Trần một chủ thể', cap(policy.capProducer)],
          ['Trần một xã', cap(policy.capCommune)],
          ['Số lần', onceForWords[policy.once]],
          ['Cấp chi', levelWords[policy.paidBy]],
          ['Từ ngày', <Day date={policy.fromDate} />],
          ['Đến hết ngày', policy.toDate === null ? 'Văn bản không ghi' : <Day date={policy.toDate} />],
          ['Thôi áp dụng từ', policy.endedOn === null ? null : <Day date={policy.endedOn} />],
          ['Văn bản', policy.sourceUrl === null ? null : <a href={policy.sourceUrl}>Nơi công bố</a>],
        ]}
      />
      {policy.opens === 'request' ? (
        <p>
          <LinkButton href={paths.support.ask({ chinh: policy.id })}>Đề nghị hỗ trợ</LinkButton>
        </p>
      ) : null}
      {mayEnd ? (
        <Panel title="Thôi áp dụng">
          <Form action={paths.support.endPolicy(policy.id)} trouble={trouble} label="Thôi áp dụng">
            <Field name="endedOn" label="Ngày đầu tiên không còn áp dụng" kind="date" trouble={trouble} />
            <Field name="basis" label="Văn bản thay thế hoặc lý do" trouble={trouble} />
            <div class="row">
              <Submit kind="danger">Ghi thôi áp dụng</Submit>
            </div>
          </Form>
        </Panel>
      ) : null}
    </div>
  )
}

export function PolicyForm({ units, trouble }: { units: readonly OwnUnit[]; trouble: Trouble | undefined }) {
  return (
    <div class="stack">
      <h1>Nhập chính sách hỗ trợ</h1>
      <p>Mỗi mức của nghị quyết là một chính sách: mỗi hạng sao, mỗi trường hợp, mỗi nội dung một dòng.</p>
      <Form action={paths.support.policyBegin()} trouble={trouble} panel>
        <UnitSelect units={units} label="Đơn vị ban hành" trouble={trouble} />
        <Field name="title" label="Tên mức hỗ trợ" trouble={trouble} />
        <Field name="document" label="Số, ký hiệu văn bản" short trouble={trouble} />
        <Field name="clause" label="Điều, khoản" short trouble={trouble} />
        <Select
          name="kind"
          label="Nội dung hỗ trợ"
          blank="Chọn nội dung"
          options={measureKinds.map((value) => ({ value, label: kindWords[value] }))}
          trouble={trouble}
        />
        <Radios
          name="opens"
          label="Cách mở khoản hỗ trợ"
          options={openings.map((value) => ({ value, label: openingWords[value] }))}
          trouble={trouble}
        />
        <Checks
          name="stars"
          label="Hạng sao"
          optional
          options={[3, 4, 5].map((stars) => ({ value: String(stars), label: `${stars} sao` }))}
          trouble={trouble}
        />
        <Checks
          name="events"
          label="Trường hợp"
          optional
          options={recognitionEvents.map((value) => ({ value, label: eventWords[value] }))}
          trouble={trouble}
        />
        <Field name="fixed" label="Số tiền cố định" kind="money" optional trouble={trouble} />
        <Field name="percent" label="Hoặc phần trăm chi phí" kind="count" suffix="%" optional trouble={trouble} />
        <Field name="capItem" label="Trần một khoản" kind="money" optional trouble={trouble} />
        <Field name="capProduct" label="Trần một sản phẩm" kind="money" optional trouble={trouble} />
        <Field name="capProducer" label="Trần một chủ thể" kind="money" optional trouble={trouble} />
        <Field name="capCommune" label="Trần một xã" kind="money" optional trouble={trouble} />
        <Select
          name="once"
          label="Số lần"
          value="no"
          options={onceWords.map((value) => ({ value, label: onceForWords[value] }))}
          trouble={trouble}
        />
        <Radios
          name="paidBy"
          label="Cấp chi"
          options={(['province', 'commune'] as const).map((value) => ({ value, label: levelWords[value] }))}
          trouble={trouble}
        />
        <Field name="fromDate" label="Áp dụng từ ngày" kind="date" trouble={trouble} />
        <Field name="toDate" label="Đến hết ngày" kind="date" optional trouble={trouble} />
        <Field name="sourceUrl" label="Địa chỉ nơi công bố" optional trouble={trouble} />
        <div class="row">
          <Submit icon="save">Lưu chính sách</Submit>
        </div>
      </Form>
    </div>
  )
}
