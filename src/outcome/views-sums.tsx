import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import { Select } from '../ui/choice.tsx'
import type { Option } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { Outcomes } from './actions-reading.ts'
import type { ProtectedColumn, ShownSum } from './model.ts'
import { showHectares } from './views.tsx'
import { privacyNote, splitWords } from './words.ts'

interface OutcomesProps extends Outcomes {
  readonly place: Option | undefined
  readonly provinces: readonly Option[]
  readonly last: number
}

const hidden = 'không hiện'
const nobodyTold = 'chưa ai báo'

/** A sum as anybody may read it; what nobody told is no nought. */
function shown(sum: ShownSum, column: ProtectedColumn, words: (value: number) => string = showCount): string {
  const value = sum[column]
  if (value === null) return hidden
  return sum.told[column] === 0 ? nobodyTold : words(value)
}

/** What the programme brought in a year, from what producers told; nobody is to be found in it alone. */
export function OutcomesView(props: OutcomesProps) {
  const { year, by, sums, total, place, smallestCell } = props
  const where = place?.label ?? 'Cả nước'
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>OCOP đem lại gì, năm {year}</h1>
        <p class="lead">
          {`${where}: ${showCount(total.reported)} trên ${showCount(total.owing)} chủ thể phải báo cáo đã báo. Con số dưới đây chỉ của những chủ thể đã báo.`}
        </p>
        <AskForm {...props} />
      </div>
      {total.reported === 0 ? (
        <Empty title="Chưa có báo cáo nào của năm này" icon="clipboard-list">
          Chủ thể báo cáo sau khi năm kết thúc.
        </Empty>
      ) : (
        <>
          <TotalFacts total={total} />
          <Table
            caption={`Theo ${splitWords[by].toLowerCase()}`}
            rows={sums.filter(({ owing }) => owing > 0)}
            columns={[
              {
                head: splitWords[by],
                names: true,
                cell: ({ key, name }) =>
                  by === 'province' && key !== null ? (
                    <a href={paths.outcome.sums({ nam: year, tinh: key })}>{name}</a>
                  ) : (
                    name
                  ),
              },
              { head: 'Đã báo', numeric: true, cell: (sum) => `${showCount(sum.reported)}/${showCount(sum.owing)}` },
              { head: 'Lao động', numeric: true, cell: (sum) => shown(sum, 'labourTotal') },
              { head: 'Tại chỗ', numeric: true, cell: (sum) => shown(sum, 'labourLocal') },
              { head: 'Nữ', numeric: true, cell: (sum) => shown(sum, 'labourFemale') },
              { head: 'Dân tộc thiểu số', numeric: true, cell: (sum) => shown(sum, 'labourMinority') },
              { head: 'Doanh thu (triệu đồng)', numeric: true, cell: (sum) => shown(sum, 'revenue', millions) },
              {
                head: 'Thu nhập tháng (triệu đồng)',
                numeric: true,
                cell: (sum) => shown(sum, 'monthlyIncome', tenths),
              },
              { head: 'Chuỗi khép kín', numeric: true, cell: ({ closedChain }) => showCount(closedChain) },
            ]}
          />
        </>
      )}
      <p class="small muted">{privacyNote(smallestCell)}</p>
    </div>
  )
}

function millions(value: number): string {
  return showCount(Math.round(value / 1_000_000))
}

/** `7,4`: millions of đồng, as people speak of a wage. */
function tenths(value: number): string {
  return (Math.round(value / 100_000) / 10).toLocaleString('vi-VN')
}

function ofAsked(count: number, { careAsked }: Pick<ShownSum, 'careAsked'>): string {
  if (careAsked === 0) return 'Chưa báo cáo nào được hỏi điều này'
  return `${showCount(count)} trong ${showCount(careAsked)} chủ thể được hỏi`
}

function TotalFacts({ total }: { total: ShownSum }) {
  return (
    <Facts
      facts={[
        ['Lao động', shown(total, 'labourTotal')],
        ['Tại địa phương', shown(total, 'labourLocal')],
        ['Nữ', shown(total, 'labourFemale')],
        ['Dân tộc thiểu số', shown(total, 'labourMinority')],
        ['Doanh thu từ sản phẩm OCOP', shown(total, 'revenue', showMoney)],
        ['Thu nhập bình quân một lao động, một tháng', shown(total, 'monthlyIncome', showMoney)],
        ['Chủ thể theo chuỗi khép kín', showCount(total.closedChain)],
        ['Chủ thể bảo vệ môi trường khi sản xuất', ofAsked(total.environmentCare, total)],
        ['Chủ thể giữ nghề, văn hóa địa phương', ofAsked(total.cultureKept, total)],
        ['Vùng nguyên liệu', `${showHectares(total.materialSquareMetres)} ha`],
      ]}
    />
  )
}

function AskForm({ year, years, by, place, provinces, last }: OutcomesProps) {
  const all = [...new Set([last, ...years, year])].toSorted((one, other) => other - one)
  return (
    <form class="panel filter" action={paths.outcome.sums()} aria-label="Chọn năm và nơi">
      <Select
        name="nam"
        label="Năm"
        value={String(year)}
        options={all.map((one) => ({ value: String(one), label: String(one) }))}
      />
      <Select name="tinh" label="Tỉnh, thành phố" options={provinces} value={place?.value} blank="Cả nước" />
      <Select
        name="chia"
        label="Chia theo"
        value={by === 'kind' ? 'kind' : ''}
        blank="Nơi"
        options={[{ value: 'kind', label: splitWords.kind }]}
      />
      <div class="row">
        <Submit icon="list-filter" kind="secondary">
          Xem kết quả
        </Submit>
      </div>
    </form>
  )
}
