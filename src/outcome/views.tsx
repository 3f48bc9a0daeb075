import type { CivilDate } from '../kernel/civil-date.ts'
import { showDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import { Check } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day, Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { OwnReport, YearFile } from './actions-reading.ts'
import type { ShownReport } from './model.ts'
import { fromWords } from './words.ts'

/** Square metres as hectares: 25000 → `2,5`. */
export function showHectares(squareMetres: number): string {
  return (squareMetres / 10_000).toLocaleString('vi-VN', { maximumFractionDigits: 4 })
}

export function ReportStatus({ told, due, today }: { told: string | null; due: CivilDate; today: CivilDate }) {
  if (told !== null) return <Status state="done">Đã báo cáo</Status>
  return due < today ? (
    <Status state="late">{`Quá hạn ${showDate(due)}`}</Status>
  ) : (
    <Status state="soon">{`Hạn ${showDate(due)}`}</Status>
  )
}

interface OwnProps {
  readonly reports: readonly OwnReport[]
  readonly today: CivilDate
}

export function OwnReportsView({ reports, today }: OwnProps) {
  return (
    <div class="stack">
      <h1>Báo cáo năm</h1>
      <p class="lead">Mỗi năm một lần, khoảng ba phút: số đã biết được điền sẵn, chỉ sửa chỗ đã thay đổi.</p>
      {reports.length === 0 ? (
        <Empty title="Chưa phải báo cáo năm nào" icon="clipboard-list">
          Chủ thể có sản phẩm còn hiệu lực trong năm thì báo cáo năm ấy sau khi năm kết thúc.
        </Empty>
      ) : (
        <Table
          caption="Báo cáo ba năm gần nhất"
          rows={reports}
          columns={[
            {
              head: 'Chủ thể, năm',
              names: true,
              cell: ({ producerId, year, name }) => (
                <a href={paths.outcome.year(producerId, year)}>{`${name}, năm ${year}`}</a>
              ),
            },
            { head: 'Hạn', cell: ({ due }) => <Day date={due} /> },
            {
              head: 'Trạng thái',
              cell: ({ reportId, due }) => <ReportStatus told={reportId} due={due} today={today} />,
            },
          ]}
        />
      )}
    </div>
  )
}

type YearProps = YearFile & { readonly today: CivilDate; readonly trouble: Trouble | undefined }

export function YearView({ today, trouble, ...file }: YearProps) {
  const { producer, year, reports, due, term, tells } = file
  const [last] = reports
  return (
    <div class="stack loose">
      <div class="stack">
        <div class="row apart">
          <h1>{`Báo cáo năm ${year}`}</h1>
          <ReportStatus told={last?.id ?? null} due={due} today={today} />
        </div>
        <p class="lead">{producer.name}</p>
        <p class="small muted">
          Hạn <Day date={due} />
          {term.basis === null
            ? ', mặc định của hệ thống: chưa thấy văn bản nào quy định mẫu và kỳ báo cáo.'
            : `, theo ${term.basis}.`}
        </p>
      </div>
      {tells ? <YearForm {...file} trouble={trouble} /> : null}
      {last ? <Told reports={reports} /> : null}
      {!tells && !last ? <Empty title="Chủ thể chưa báo cáo năm này" icon="inbox" /> : null}
    </div>
  )
}

function YearForm({ producer, year, known, own, term, trouble }: YearFile & { trouble: Trouble | undefined }) {
  return (
    <Form action={paths.outcome.year(producer.id, year)} trouble={trouble} panel>
      <p>{fromWords[known.from]}</p>
      <LabourFields known={known} trouble={trouble} />
      <MoneyFields known={known} trouble={trouble} />
      <MaterialFields known={known} trouble={trouble} />
      <Field name="note" label="Điều muốn nói thêm" kind="textarea" value={known.note} optional trouble={trouble} />
      {own ? null : (
        <Field
          name="toldFor"
          label="Ai cho số liệu, bằng cách nào"
          hint="Cán bộ ghi thay: ví dụ chủ thể đọc qua điện thoại, ngày nào."
          trouble={trouble}
        />
      )}
      <p class="small muted">
        Đã báo, chuỗi khép kín, môi trường, văn hóa và vùng nguyên liệu hiện công khai cùng tên chủ thể. Doanh thu, lao
        động, thu nhập chỉ hiện khi cộng từ {term.smallestCell} chủ thể.
      </p>
      <div class="row">
        <Submit>Gửi báo cáo năm</Submit>
      </div>
    </Form>
  )
}

type PartProps = Pick<YearFile, 'known'> & { readonly trouble: Trouble | undefined }

function LabourFields({ known, trouble }: PartProps) {
  return (
    <>
      <Field
        name="labourTotal"
        label="Lao động làm thường xuyên"
        kind="count"
        value={known.labourTotal}
        suffix="người"
        trouble={trouble}
      />
      <PeopleField
        name="labourLocal"
        label="Trong đó người tại địa phương"
        value={known.labourLocal}
        trouble={trouble}
      />
      <PeopleField name="labourFemale" label="Trong đó nữ" value={known.labourFemale} trouble={trouble} />
      <PeopleField
        name="labourMinority"
        label="Trong đó dân tộc thiểu số"
        value={known.labourMinority}
        trouble={trouble}
      />
    </>
  )
}

function MoneyFields({ known, trouble }: PartProps) {
  return (
    <>
      <Field
        name="revenue"
        label="Doanh thu cả năm từ sản phẩm OCOP"
        kind="money"
        value={known.revenue}
        optional
        trouble={trouble}
      />
      <Field
        name="monthlyIncome"
        label="Thu nhập bình quân một lao động, một tháng"
        kind="money"
        value={known.monthlyIncome}
        optional
        trouble={trouble}
      />
    </>
  )
}

function MaterialFields({ known, trouble }: PartProps) {
  const { materialSquareMetres: metres = null } = known
  return (
    <>
      <Check
        name="closedChain"
        label="Sản xuất theo chuỗi khép kín, từ nguyên liệu đến tiêu thụ"
        checked={known.closedChain}
        trouble={trouble}
      />
      <Check
        name="environmentCare"
        label="Có xử lý chất thải, giảm nhựa hoặc tiết kiệm nước, năng lượng khi sản xuất"
        checked={known.environmentCare ?? false}
        trouble={trouble}
      />
      <Check
        name="cultureKept"
        label="Giữ nghề, tri thức hoặc văn hóa của địa phương qua sản phẩm"
        checked={known.cultureKept ?? false}
        trouble={trouble}
      />
      <Field
        name="materialHectares"
        label="Vùng nguyên liệu của mình hoặc có hợp đồng"
        kind="decimal"
        value={metres === null ? null : showHectares(metres).replaceAll('.', '')}
        suffix="ha"
        optional
        trouble={trouble}
      />
      <Field
        name="materialHouseholds"
        label="Số hộ liên kết cung cấp nguyên liệu"
        kind="count"
        value={known.materialHouseholds}
        suffix="hộ"
        optional
        trouble={trouble}
      />
    </>
  )
}

interface PeopleProps {
  readonly name: string
  readonly label: string
  readonly value: number | null | undefined
  readonly trouble: Trouble | undefined
}

function PeopleField(props: PeopleProps) {
  return <Field {...props} kind="count" suffix="người" optional />
}

function Told({ reports }: { reports: readonly ShownReport[] }) {
  const [last, ...earlier] = reports
  if (last === undefined) return null
  return (
    <Panel title="Đã báo cáo" note={<Moment at={last.toldAt} />}>
      <Facts facts={factsOf(last)} />
      {earlier.length === 0 ? null : (
        <details>
          <summary>{`${earlier.length} lần báo trước`}</summary>
          {earlier.map((report) => (
            <Panel title={`Lần ${report.version}`} note={<Moment at={report.toldAt} />} level={3}>
              <Facts facts={factsOf(report)} />
            </Panel>
          ))}
        </details>
      )}
    </Panel>
  )
}

function yesNo(told: boolean | null): string {
  if (told === null) return 'chưa hỏi trong báo cáo này'
  return told ? 'Có' : 'Không'
}

function factsOf(report: ShownReport) {
  const people = (value: number | null) => (value === null ? 'không biết' : `${showCount(value)} người`)
  const { revenue, monthlyIncome, materialSquareMetres: metres, materialHouseholds: households } = report
  return [
    ['Lao động', people(report.labourTotal)],
    ['Tại địa phương', people(report.labourLocal)],
    ['Nữ', people(report.labourFemale)],
    ['Dân tộc thiểu số', people(report.labourMinority)],
    ['Doanh thu', revenue === null ? 'không khai' : showMoney(revenue)],
    ['Thu nhập bình quân tháng', monthlyIncome === null ? 'không khai' : showMoney(monthlyIncome)],
    ['Chuỗi khép kín', yesNo(report.closedChain)],
    ['Bảo vệ môi trường khi sản xuất', yesNo(report.environmentCare)],
    ['Giữ nghề, văn hóa địa phương', yesNo(report.cultureKept)],
    ['Vùng nguyên liệu', metres === null ? 'không khai' : `${showHectares(metres)} ha`],
    ['Hộ liên kết', households === null ? 'không khai' : `${showCount(households)} hộ`],
    ['Nói thêm', report.note],
    ['Người báo', report.toldBy],
    ['Ghi thay theo', report.toldFor],
  ] as const
}
