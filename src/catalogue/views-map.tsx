import type { CivilDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { MapLegend, ProvinceMap, rampSteps } from '../ui/map.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Facet } from './model.ts'

interface MapProps {
  readonly places: readonly { code: string; name: string }[]
  readonly counts: readonly Facet[]
  readonly today: CivilDate
}

/** The country by products in force; the table says the same for those who cannot use a map. */
export function MapPage({ places, counts, today }: MapProps) {
  const countOf = new Map(counts.map(({ key, count }) => [key, count]))
  // Those that have something stand first: a buyer looks for products, not for the alphabet.
  const rows = places
    .map(({ code, name }) => ({ code, name, count: countOf.get(code) ?? 0 }))
    .toSorted((one, other) => other.count - one.count)
  const steps = rampSteps(rows.map(({ count }) => count))
  const hrefOf = (code: string) => paths.catalogue.list({ tinh: code })
  return (
    <div class="stack">
      <h1>Bản đồ sản phẩm OCOP</h1>
      <p class="lead">
        Sản phẩm còn hiệu lực theo tỉnh, thành phố, tính đến <Day date={today} />. Chọn một tỉnh để xem sản phẩm.
      </p>
      <div class="halves map-first">
        <div class="stack">
          <ProvinceMap
            label="Bản đồ Việt Nam theo số sản phẩm OCOP"
            places={
              new Map(
                rows.map(({ code, count }) => [
                  code,
                  { value: count, href: hrefOf(code), says: `${showCount(count)} sản phẩm` },
                ]),
              )
            }
            steps={steps}
          />
          <MapLegend steps={steps} />
        </div>
        <Table
          caption="Sản phẩm còn hiệu lực theo tỉnh, thành phố"
          showCaption
          rows={rows}
          columns={[
            { head: 'Tỉnh, thành phố', cell: ({ code, name }) => <a href={hrefOf(code)}>{name}</a>, names: true },
            { head: 'Sản phẩm', cell: ({ count }) => showCount(count), numeric: true },
          ]}
          foot={['Cả nước', showCount(rows.reduce((sum, { count }) => sum + count, 0))]}
        />
      </div>
    </div>
  )
}
