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
import type { ShownSum } from './model.ts'
import { showHectares } from './views.tsx'
import { privacyNote, splitWords } from './words.ts'

interface OutcomesProps extends Outcomes {
  readonly place: Option | undefined
  readonly provinces: readonly Option[]
  readonly last: number
}

const hidden = 'không hiện'

function people(value: number | null): string {
  return value === null ? hidden : showCount(value)
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
              { head: 'Lao động', numeric: true, cell: ({ labourTotal }) => people(labourTotal) },
              { head: 'Tại chỗ', numeric: true, cell: ({ labourLocal }) => people(labourLocal) },
              { head: 'Nữ', numeric: true, cell: ({ labourFemale }) => people(labourFemale) },
              { head: 'Dân tộc thiểu số', numeric: true, cell: ({ labourMinority }) => people(labourMinority) },
              { head: 'Doanh thu (triệu đồng)', numeric: true, cell: ({ revenue }) => millions(revenue) },
              { head: 'Chuỗi khép kín', numeric: true, cell: ({ closedChain }) => showCount(closedChain) },
            ]}
          />
        </>
      )}
      <p class="small muted">{privacyNote(smallestCell)}</p>
    </div>
  )
}

function millions(value: number | null): string {
  return value === null ? hidden : showCount(Math.round(value / 1_000_000))
}

function TotalFacts({ total }: { total: ShownSum }) {
  return (
    <Facts
      facts={[
        ['Lao động', people(total.labourTotal)],
        ['Tại địa phương', people(total.labourLocal)],
        ['Nữ', people(total.labourFemale)],
        ['Dân tộc thiểu số', people(total.labourMinority)],
        ['Doanh thu từ sản phẩm OCOP', total.revenue === null ? hidden : showMoney(total.revenue)],
        ['Chủ thể theo chuỗi khép kín', showCount(total.closedChain)],
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
