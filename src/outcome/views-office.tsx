import type { CivilDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { kindWords } from '../producer/words.ts'
import { Select } from '../ui/choice.tsx'
import type { Option } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Chips } from '../ui/tabs.tsx'
import { Day, Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { OwingFile } from './actions-reading.ts'
import type { Term } from './model.ts'
import { usualTerm } from './rules.ts'
import { ReportStatus } from './views.tsx'

/** Who owes a report of a year here; the silent ones first. */
export function OwingView({
  list,
  silent,
  term,
  due,
  year,
  onlySilent,
  unit,
  units,
  today,
}: OwingFile & { today: CivilDate }) {
  const asked = { nam: year, xem: onlySilent ? 'chua' : undefined, noi: units.length > 1 ? unit : undefined }
  return (
    <div class="stack">
      <h1>{`Báo cáo năm ${year} của chủ thể`}</h1>
      <p class="lead">
        {silent === 0 ? 'Mọi chủ thể đã báo cáo.' : `${showCount(silent)} chủ thể chưa báo cáo.`} Hạn <Day date={due} />
        {term.basis === null ? ' (mặc định của hệ thống, chưa thấy văn bản quy định)' : ` (${term.basis})`}.
      </p>
      {units.length > 1 ? (
        <Chips
          label="Nơi làm việc"
          chips={units.map(({ code, name }) => ({
            href: paths.outcome.owing({ ...asked, noi: code }),
            label: name,
            current: code === unit,
          }))}
        />
      ) : null}
      <p class="row">
        <a href={paths.outcome.owing({ ...asked, xem: onlySilent ? undefined : 'chua' })}>
          {onlySilent ? 'Xem tất cả' : 'Chỉ xem chủ thể chưa báo cáo'}
        </a>
        <a href={paths.outcome.owing({ ...asked, nam: year - 1 })}>{`Năm ${year - 1}`}</a>
        <a href={paths.outcome.sums({ nam: year })}>Kết quả cộng lại</a>
        <a href={paths.outcome.terms()}>Hạn báo cáo</a>
      </p>
      {list.items.length === 0 ? (
        <Empty title="Không có chủ thể nào" icon="users">
          Chủ thể có sản phẩm còn hiệu lực trong năm thì hiện ở đây.
        </Empty>
      ) : (
        <Table
          caption={`Chủ thể phải báo cáo năm ${year}`}
          rows={list.items}
          columns={[
            {
              head: 'Chủ thể',
              names: true,
              cell: ({ producerId, name }) => <a href={paths.outcome.year(producerId, year)}>{name}</a>,
            },
            { head: 'Loại hình', cell: ({ kind }) => kindWords[kind] },
            { head: 'Xã, phường', cell: ({ communeName }) => communeName ?? 'chưa rõ' },
            {
              head: 'Trạng thái',
              cell: ({ reportId }) => <ReportStatus told={reportId} due={due} today={today} />,
            },
            { head: 'Báo lúc', cell: ({ toldAt }) => (toldAt === null ? '–' : <Moment at={toldAt} />) },
          ]}
        />
      )}
      <Pager {...list} hrefOf={(trang) => paths.outcome.owing({ ...asked, trang })} />
    </div>
  )
}

interface TermsProps {
  readonly terms: readonly (Term & { readonly unitName: string })[]
  readonly units: readonly Option[]
  readonly year: number
  readonly trouble: Trouble | undefined
}

export function TermsView({ terms, units, year, trouble }: TermsProps) {
  const { dueDay, dueMonth, smallestCell } = usualTerm
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Hạn báo cáo năm</h1>
        <p class="lead">
          {`Chưa thấy văn bản nào quy định mẫu và kỳ báo cáo của chủ thể. Mặc định của hệ thống: ngày ${dueDay}/${dueMonth} năm sau; con số cộng từ dưới ${smallestCell} chủ thể không hiện. Hạn của tỉnh thắng hạn của cả nước.`}
        </p>
      </div>
      {terms.length === 0 ? (
        <Empty title="Chưa đơn vị nào đặt hạn riêng" icon="calendar" />
      ) : (
        <Table
          caption="Hạn đã đặt"
          rows={terms}
          columns={[
            { head: 'Nơi', names: true, cell: ({ unitName }) => unitName },
            { head: 'Từ báo cáo năm', cell: ({ fromYear }) => fromYear },
            { head: 'Hạn', cell: (term) => `${term.dueDay}/${term.dueMonth} năm sau` },
            { head: 'Ô nhỏ nhất', cell: (term) => `${term.smallestCell} chủ thể` },
            { head: 'Căn cứ', cell: ({ basis }) => basis },
          ]}
        />
      )}
      {units.length === 0 ? null : (
        <Panel title="Đặt hạn">
          <Form action={paths.outcome.terms()} trouble={trouble}>
            <Select name="unit" label="Nơi" options={units} value={units[0]?.value} trouble={trouble} />
            <Field name="fromYear" label="Từ báo cáo năm" kind="decimal" value={String(year)} trouble={trouble} />
            <Field name="dueDay" label="Ngày" kind="decimal" value={String(dueDay)} trouble={trouble} />
            <Field
              name="dueMonth"
              label="Tháng của năm sau"
              kind="decimal"
              value={String(dueMonth)}
              trouble={trouble}
            />
            <Field
              name="smallestCell"
              label="Con số cộng từ ít nhất"
              kind="decimal"
              value={String(smallestCell)}
              suffix="chủ thể mới hiện"
              trouble={trouble}
            />
            <Field name="basis" label="Căn cứ" trouble={trouble} />
            <div class="row">
              <Submit>Đặt hạn</Submit>
            </div>
          </Form>
        </Panel>
      )}
      <p>
        <LinkButton href={paths.outcome.owing()} kind="secondary">
          Về danh sách báo cáo
        </LinkButton>
      </p>
    </div>
  )
}
