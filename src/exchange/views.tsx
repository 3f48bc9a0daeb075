import { Field } from '../ui/field.tsx'
import { Check, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { waitingRow } from './actions-settle.ts'
import type { Candidate, ListRow, WaitingRow } from './model.ts'
import { isRemoval } from './rules.ts'
import { RemovalForm } from './views-removal.tsx'
import { gapWords } from './words.ts'

/** Rows of published lists that nothing but a person can decide, each with its reason. */
export function WaitingList({ rows }: { rows: readonly WaitingRow[] }) {
  const waiting = rows.filter(({ outcome }) => outcome !== 'accepted')
  const gaps = rows.filter(({ outcome }) => outcome === 'accepted')
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Danh sách cũ chờ người xem</h1>
        <p class="lead">Những dòng của danh sách đã công bố mà hệ thống không tự quyết, mỗi dòng có lý do.</p>
      </div>
      {rows.length === 0 ? (
        <Empty title="Không có dòng nào chờ">
          <p>
            Người vận hành nạp danh sách mới bằng lệnh <code>ocop import recognitions</code>.
          </p>
        </Empty>
      ) : null}
      {waiting.length > 0 ? (
        <Rows caption={`Chờ xem: ${waiting.length} dòng`} rows={waiting} why={({ reason }) => reason} />
      ) : null}
      {gaps.length > 0 ? (
        <Rows
          caption={`Đã nhập, còn chỗ nguồn không ghi: ${gaps.length} dòng`}
          rows={gaps}
          why={({ gaps: missing }) => missing.map((gap) => gapWords[gap]).join('; ')}
        />
      ) : null}
    </div>
  )
}

interface RowsProps {
  readonly caption: string
  readonly rows: readonly WaitingRow[]
  readonly why: (row: WaitingRow) => string
}

function Rows({ caption, rows, why }: RowsProps) {
  return (
    <Table
      caption={caption}
      rows={rows}
      columns={[
        {
          head: 'Sản phẩm',
          cell: ({ key, content }) => <a href={paths.exchange.row(key)}>{content.product ?? `Dòng ${content.line}`}</a>,
          names: true,
        },
        { head: 'Nơi ghi trong nguồn', cell: ({ content }) => writtenPlace(content) },
        { head: 'Vì sao', cell: why },
      ]}
    />
  )
}

function writtenPlace({ commune, district, province }: ListRow): string {
  return [commune, district, province].filter(Boolean).join(', ') || '–'
}

type RowProps = Awaited<ReturnType<typeof waitingRow>> & {
  readonly candidates: readonly Candidate[]
  readonly trouble?: Trouble | undefined
}

/** One row as published, why it waits, and what a person may do with it. */
export function RowView({ row, near, communes, why, may, candidates, trouble }: RowProps) {
  const isEntered = row.outcome === 'accepted'
  return (
    <div class="stack">
      <h1>{row.content.product ?? `Dòng ${row.content.line}`}</h1>
      <Notice kind={isEntered ? 'info' : 'warning'}>{row.reason}</Notice>
      <AsPublished row={row.content} why={why} />
      {may ? (
        <>
          {isEntered || !isRemoval(row.content) ? (
            <SettleForm row={row} near={near} communes={communes} trouble={trouble} />
          ) : (
            <RemovalForm row={row} candidates={candidates} trouble={trouble} />
          )}
          {isEntered ? null : <SetAsideForm row={row} trouble={trouble} />}
        </>
      ) : null}
    </div>
  )
}

function AsPublished({ row, why }: { row: ListRow; why: string }) {
  const said = (text: string | undefined) => text ?? 'Nguồn không ghi'
  return (
    <Panel title="Nguồn ghi" note={`dòng ${row.line}`}>
      <Facts
        facts={[
          ['Chủ thể', said(row.subject)],
          ['Nơi', writtenPlace(row)],
          ['Đọc nơi này', why],
          ['Việc', said(row.event)],
          ['Hạng sao', said(row.stars)],
          ['Quyết định', said(row.decisionNo)],
          ['Ngày quyết định', said(row.decisionDate)],
          ['Năm', said(row.year)],
          ['Ghi chú', said(row.note)],
          [
            'Nguồn',
            row.sourceUrl && /^https?:/.test(row.sourceUrl) ? (
              <a href={row.sourceUrl} rel="nofollow noopener">
                {row.sourceUrl}
              </a>
            ) : (
              said(row.sourceUrl)
            ),
          ],
        ]}
      />
    </Panel>
  )
}

type SettleProps = Pick<RowProps, 'row' | 'near' | 'communes' | 'trouble'>

function SettleForm({ row, near, communes, trouble }: SettleProps) {
  const isEntered = row.outcome === 'accepted'
  const option = ({ code, fullName }: { code: string; fullName: string }) => ({ value: code, label: fullName })
  const groups = [
    ...(near.length > 0 ? [{ label: 'Có thể là', options: near.map(option) }] : []),
    ...(communes.length > 0 ? [{ label: 'Cả tỉnh, thành phố', options: communes.map(option) }] : []),
  ]
  return (
    <Panel title="Bổ sung chỗ thiếu">
      <Form action={paths.exchange.settle(row.key)} trouble={trouble}>
        <Field name="subject" label="Chủ thể" value={row.content.subject} optional trouble={trouble} />
        {groups.length > 0 ? (
          <Select
            name="commune"
            label="Xã, phường, đặc khu hiện nay"
            options={groups}
            blank="Chưa biết"
            optional
            trouble={trouble}
          />
        ) : null}
        {isEntered ? null : (
          <>
            <Field
              name="decisionNo"
              label="Số quyết định"
              value={row.content.decisionNo}
              placeholder="2919/QĐ-UBND"
              optional
              trouble={trouble}
            />
            <Field
              name="decisionDate"
              label="Ngày quyết định"
              kind="date"
              value={row.content.decisionDate}
              optional
              trouble={trouble}
            />
            <Select
              name="stars"
              label="Hạng sao"
              options={['3', '4', '5'].map((stars) => ({ value: stars, label: `${stars} sao` }))}
              value={row.content.stars}
              blank="Chưa biết"
              optional
              trouble={trouble}
            />
            <Check
              name="sameDecision"
              label="Dùng số và ngày này cho các dòng khác của cùng quyết định đang chờ"
              trouble={trouble}
            />
          </>
        )}
        <Field
          name="source"
          label="Lấy từ đâu"
          hint="Quyết định gốc, công văn hoặc địa chỉ trang đã đăng. Ghi vào sổ cùng tên người bổ sung."
          trouble={trouble}
        />
        <Submit>{isEntered ? 'Ghi phần bổ sung' : 'Nhập công nhận'}</Submit>
      </Form>
    </Panel>
  )
}

function SetAsideForm({ row, trouble }: Pick<RowProps, 'row' | 'trouble'>) {
  return (
    <Panel title="Dòng này không phải công nhận để nhập">
      <Form action={paths.exchange.setAside(row.key)} trouble={trouble}>
        <Field
          name="reason"
          label="Lý do"
          hint="Ví dụ: sản phẩm bị đưa khỏi danh sách, công nhận cũ đã hết hạn trong hệ thống."
          trouble={trouble}
        />
        <Submit kind="secondary">Đưa khỏi danh sách chờ</Submit>
      </Form>
    </Panel>
  )
}
