import { showCount, showHundredths } from '../kernel/number.ts'
import { Empty } from '../ui/empty.tsx'
import { Pager } from '../ui/pager.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import { recordsSize } from './actions.ts'
import type { Rising } from './model.ts'
import { AskForm } from './views.tsx'

interface RisingProps {
  readonly items: readonly Rising[]
  readonly total: number
  readonly page: number
  readonly within: number
}

/** Products in force that lack few points for the next star, and what that star asks besides. */
export function RisingView({
  items,
  total,
  page,
  within,
  ...asked
}: RisingProps & Omit<Parameters<typeof AskForm>[0], 'action'>) {
  const { at, place } = asked
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Sản phẩm có thể nâng hạng</h1>
        <p class="lead">
          <strong class="num">{showCount(total)}</strong> sản phẩm còn hiệu lực thiếu tối đa {within} điểm để tới mức
          điểm của hạng sao kế tiếp, {place.name}, tính đến <Day date={at} />.
        </p>
        <p class="small">
          Tính từ điểm của lần công nhận gần nhất và mức điểm, điều kiện của văn bản đang áp dụng. Đủ điểm chưa đủ: hạng
          kế tiếp còn điều kiện ở từng tiêu chí, ghi ở cột cuối. Sản phẩm mà nguồn không ghi điểm thì không có ở đây.
        </p>
        <AskForm {...asked} action={paths.statistics.rising()} />
      </div>
      {items.length === 0 ? (
        <Empty title="Không có sản phẩm nào">
          <p>Ở địa bàn và ngày này không có sản phẩm nào thiếu ít điểm như vậy.</p>
        </Empty>
      ) : (
        <Table
          caption="Sản phẩm có thể nâng hạng"
          rows={items}
          columns={[
            {
              head: 'Sản phẩm',
              cell: ({ slug, name }) => <a href={paths.catalogue.product(slug)}>{name}</a>,
              names: true,
            },
            { head: 'Hiện nay', cell: ({ stars }) => `${stars} sao` },
            { head: 'Điểm', cell: ({ meanHundredths }) => showHundredths(meanHundredths), numeric: true },
            {
              head: 'Thiếu',
              cell: ({ lack }) =>
                lack.points === 0 ? 'đủ điểm' : `${showHundredths(lack.points)} điểm tới ${lack.stars} sao`,
            },
            { head: 'Hạng kế tiếp còn đòi', cell: ({ lack }) => <Gates lack={lack} /> },
          ]}
        />
      )}
      <Pager
        page={page}
        total={total}
        size={recordsSize}
        hrefOf={(next) => paths.statistics.rising({ ngay: at, noi: place.code, trang: next })}
      />
    </div>
  )
}

function Gates({ lack: { gates, rubric, stars } }: Pick<Rising, 'lack'>) {
  if (rubric === null) return <>Chưa xếp vào bộ tiêu chí hiện hành</>
  if (gates.length === 0) return <>Không có điều kiện riêng</>
  return (
    <details>
      <summary>{gates.length} điều kiện</summary>
      {gates.map(({ criterion, need }) => `tiêu chí ${criterion} từ ${need} điểm`).join('; ')} (
      <a href={paths.regime.rubric(...rubric)}>bộ tiêu chí, {stars} sao</a>)
    </details>
  )
}
