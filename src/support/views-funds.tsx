import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import type { Page } from '../kernel/page.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { UnitSelect } from '../ui/unit-select.tsx'
import type { FundsFile } from './actions-funds.ts'
import { sourceKinds } from './model-ledger.ts'
import type { Funds, PrintedEntry } from './model-ledger.ts'
import { accountWords, entryWords, sourceWords } from './words.ts'

/** A unit in whose name this person may act. */
export interface OwnUnit {
  readonly code: string
  readonly name: string
}

interface ListProps {
  readonly funds: Page<Funds>
  readonly units: readonly OwnUnit[]
  readonly year: number
  readonly trouble: Trouble | undefined
}

export function FundsListView({ funds, units, year, trouble }: ListProps) {
  return (
    <div class="stack">
      <h1>Nguồn kinh phí hỗ trợ</h1>
      {funds.items.length === 0 ? (
        <Empty title="Chưa có nguồn nào" icon="landmark">
          Cán bộ hỗ trợ của đơn vị mở nguồn theo văn bản giao hoặc huy động.
        </Empty>
      ) : (
        <Table
          caption="Nguồn kinh phí, năm gần nhất trước"
          rows={funds.items}
          columns={[
            {
              head: 'Nguồn',
              names: true,
              cell: ({ id, name, year: of }) => (
                <a href={paths.support.source(id)}>
                  {name}, {of}
                </a>
              ),
            },
            { head: 'Loại', cell: ({ kind }) => sourceWords[kind] },
            { head: accountWords.funding, numeric: true, cell: ({ funding }) => showMoney(-funding) },
            { head: accountWords.available, numeric: true, cell: ({ available }) => showMoney(available) },
            { head: accountWords.committed, numeric: true, cell: ({ committed }) => showMoney(committed) },
            { head: accountWords.paid, numeric: true, cell: ({ paid }) => showMoney(paid) },
          ]}
        />
      )}
      <Pager {...funds} hrefOf={(trang) => paths.support.funds({ trang })} />
      {units.length === 0 ? null : (
        <Panel title="Mở nguồn">
          <Form action={paths.support.funds()} trouble={trouble} label="Mở nguồn">
            <UnitSelect units={units} trouble={trouble} />
            <Select
              name="kind"
              label="Loại nguồn"
              blank="Chọn loại"
              options={sourceKinds.map((value) => ({ value, label: sourceWords[value] }))}
              trouble={trouble}
            />
            <Field name="name" label="Tên nguồn" trouble={trouble} />
            <Field name="document" label="Văn bản giao hoặc huy động" short trouble={trouble} />
            <Field name="year" label="Năm ngân sách" value={String(year)} short trouble={trouble} />
            <div class="row">
              <Submit icon="plus">Mở nguồn</Submit>
            </div>
          </Form>
        </Panel>
      )}
    </div>
  )
}

interface FileProps extends FundsFile {
  readonly formKey: string
  /** The entry a counter-entry is written for. */
  readonly correcting: string | undefined
  readonly troubles: { readonly allocate?: Trouble; readonly correct?: Trouble }
}

export function FundsView(props: FileProps) {
  const { funds, entries, formKey, troubles, mayKeep } = props
  return (
    <div class="stack">
      <h1>
        {funds.name}, {funds.year}
      </h1>
      <Facts
        facts={[
          ['Đơn vị', funds.unitName],
          ['Loại', sourceWords[funds.kind]],
          ['Văn bản', funds.document],
          [accountWords.funding, showMoney(-funds.funding)],
          [accountWords.available, showMoney(funds.available)],
          [accountWords.committed, showMoney(funds.committed)],
          [accountWords.paid, showMoney(funds.paid)],
          [accountWords.claimed, funds.claimed === 0 ? null : showMoney(funds.claimed)],
        ]}
      />
      <Balance {...props} />
      {mayKeep ? (
        <Panel title="Phân bổ thêm">
          <Form action={paths.support.allocate(funds.id)} trouble={troubles.allocate} label="Phân bổ">
            <Hidden name="key" value={formKey} />
            <Field name="amount" label="Số tiền phân bổ" kind="money" trouble={troubles.allocate} />
            <Field name="document" label="Số quyết định phân bổ" short trouble={troubles.allocate} />
            <div class="row">
              <Submit icon="plus">Ghi phân bổ</Submit>
            </div>
          </Form>
        </Panel>
      ) : null}
      {mayKeep && props.correcting !== undefined ? <CorrectForm {...props} /> : null}
      <Panel title="Sổ cái" note={`${showCount(entries.total)} bút toán`}>
        <p>
          <LinkButton href={paths.support.ledgerFile(funds.id)} kind="secondary" icon="download" download>
            Tải sổ cái (CSV)
          </LinkButton>
        </p>
        {entries.items.length === 0 ? <p>Chưa có bút toán nào.</p> : <Ledger {...props} />}
        <Pager {...entries} hrefOf={(trang) => paths.support.source(funds.id, { trang })} />
      </Panel>
    </div>
  )
}

function Balance({ funds, check }: FileProps) {
  const sum = funds.funding + funds.available + funds.committed + funds.paid + funds.claimed
  const faults = check.unbalanced + check.drifted + check.overpaid
  return sum === 0 && faults === 0 ? (
    <Notice kind="success" title="Sổ cân: tổng các tài khoản bằng 0 đồng">
      <p>
        Đã kiểm {showCount(check.lines)} dòng: mỗi bút toán cân, số dư khớp với các dòng, không khoản nào chi quá cam
        kết.
      </p>
    </Notice>
  ) : (
    <Notice kind="error" title="Sổ không cân">
      <p>
        Lệch {showMoney(sum)}; {showCount(check.unbalanced)} bút toán không cân, {showCount(check.drifted)} số dư không
        khớp, {showCount(check.overpaid)} khoản chi quá cam kết. Hãy báo người vận hành và kiểm toán.
      </p>
    </Notice>
  )
}

function CorrectForm({ correcting = '', formKey, troubles: { correct: trouble } }: FileProps) {
  return (
    <Panel title="Điều chỉnh bằng bút toán ngược" id="dieu-chinh">
      <Form action={paths.support.correct(correcting)} trouble={trouble} label="Điều chỉnh">
        <Hidden name="key" value={`${formKey}-n`} />
        <Field name="document" label="Số văn bản điều chỉnh" short trouble={trouble} />
        <Field name="note" label="Vì sao điều chỉnh" kind="textarea" trouble={trouble} />
        <div class="row">
          <Submit kind="danger">Ghi bút toán ngược</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function Ledger({ funds, entries, mayKeep }: FileProps) {
  const mayCorrect = ({ kind, correctedBy }: PrintedEntry) =>
    mayKeep && kind !== 'correction' && kind !== 'release' && correctedBy === null
  return (
    <Table
      caption="Bút toán, mới nhất trước"
      rows={entries.items}
      rowId={({ id }) => id}
      columns={[
        { head: 'Ngày', cell: ({ onDate }) => <Day date={onDate} /> },
        { head: 'Loại', cell: ({ kind }) => entryWords[kind] },
        {
          head: 'Chứng từ',
          names: true,
          cell: ({ document, producerName, note }) => (
            <>
              {document}
              {producerName === null ? null : <span class="small muted"> {producerName}</span>}
              {note === '' ? null : <span class="small muted"> {note}</span>}
            </>
          ),
        },
        { head: 'Có (từ)', cell: ({ credit }) => accountWords[credit] },
        { head: 'Nợ (sang)', cell: ({ debit }) => accountWords[debit] },
        { head: 'Số tiền', numeric: true, cell: ({ amount }) => showMoney(amount) },
        {
          head: 'Điều chỉnh',
          cell: (entry) =>
            entry.correctedBy !== null ? (
              'Đã điều chỉnh'
            ) : mayCorrect(entry) ? (
              <a href={`${paths.support.source(funds.id, { sua: entry.id })}#dieu-chinh`}>
                Điều chỉnh<span class="hidden-word"> {entry.document}</span>
              </a>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}
