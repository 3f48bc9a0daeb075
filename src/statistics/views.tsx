import type { CivilDate } from '../kernel/civil-date.ts'
import { showDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { BarChart } from '../ui/chart.tsx'
import { Empty } from '../ui/empty.tsx'
import { FigureTiles } from '../ui/figures.tsx'
import { MapLegend, ProvinceMap, rampSteps } from '../ui/map.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import { recordsSize } from './actions.ts'
import { communesCovered } from './figures/communes-covered.ts'
import { communesThen } from './figures/communes-then.ts'
import type { Figure } from './figures/figure.ts'
import type { Dimension, Fact, FigureAnswer, Place } from './model.ts'
import { dimensionWords } from './words.ts'

export interface Asked {
  readonly at: CivilDate
  readonly place: Place
}

interface Choices {
  readonly regions: readonly { id: string; name: string }[]
  readonly provinces: readonly { code: string; name: string }[]
}

/** Day and place are asked for with GET, so that every figure has an address. */
export function AskForm({ at, place, regions, provinces, action }: Asked & Choices & { action: string }) {
  return (
    <form class="panel filter" action={action}>
      <div class="field">
        <label for="ngay">Tính đến ngày</label>
        <input class="input" id="ngay" name="ngay" value={showDate(at)} inputmode="numeric" />
      </div>
      <div class="field">
        <label for="noi">Địa bàn</label>
        <select id="noi" name="noi">
          <option value="VN">Cả nước</option>
          <optgroup label="Vùng">
            {regions.map(({ id, name }) => (
              <option value={id} selected={place.code === id}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label="Tỉnh, thành phố">
            {provinces.map(({ code, name }) => (
              <option value={code} selected={place.code === code}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      <button class="button">Xem số liệu</button>
    </form>
  )
}

interface OverviewProps extends Asked, Choices {
  readonly figures: readonly { figure: Figure; value: number }[]
  readonly communes: { readonly today: number; readonly onDay: number }
  readonly byStars: FigureAnswer
  readonly byProvince: FigureAnswer
}

export function Overview({ figures, communes, byStars, byProvince, ...asked }: OverviewProps) {
  const { at, place } = asked
  const query = { ngay: at, noi: place.code }
  const counts = byProvince.parts.filter(({ key }) => key !== null)
  const steps = rampSteps(counts.map(({ count }) => count))
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Thống kê OCOP</h1>
        <p class="lead">Mỗi con số có ngày, có định nghĩa và mở ra được từng bản ghi. {place.name}.</p>
        <AskForm {...asked} action={paths.statistics.list()} />
      </div>
      <FigureTiles
        figures={figures.map(({ figure, value }) => ({
          value: showCount(value),
          what: figure.title,
          asOf: at,
          note: noteOf(figure, communes),
          definition: paths.statistics.figure(figure.id, query),
          records: paths.statistics.records(figure.id, query),
        }))}
      />
      <div class="halves map-first">
        <Panel title="Sản phẩm còn hiệu lực theo tỉnh, thành phố">
          <ProvinceMap
            label="Bản đồ Việt Nam theo số sản phẩm còn hiệu lực"
            steps={steps}
            places={
              new Map(
                counts.map(({ key, count }) => [
                  key ?? '',
                  {
                    value: count,
                    href: paths.statistics.list({ ngay: at, noi: key ?? '' }),
                    says: `${showCount(count)} sản phẩm`,
                  },
                ]),
              )
            }
          />
          <MapLegend steps={steps} />
        </Panel>
        <div class="stack">
          <Split figure={figures[0]?.figure} answer={byStars} by="stars" {...asked} />
          <Panel title="Xem thêm">
            <ul class="in-columns">
              {further(asked).map(([label, href]) => (
                <li>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </div>
  )
}

/** What else is counted, and against what. */
function further({ at, place }: Asked): readonly (readonly [label: string, href: string])[] {
  return [
    ['Sản phẩm có thể nâng hạng và còn thiếu gì', paths.statistics.rising({ ngay: at, noi: place.code })],
    [
      'Tiêu chí OCOP của xã',
      paths.statistics.communeCriterion({ tinh: place.code.length === 2 ? place.code : undefined }),
    ],
    ['OCOP đem lại gì', paths.outcome.sums()],
    ['Chương trình, đề án, kế hoạch', paths.scheme.list()],
    ['Đối chiếu với con số đã công bố ở nơi khác', paths.statistics.published()],
    ['Nhật ký đính chính', paths.statistics.corrections()],
    ['Vùng thống kê', paths.statistics.regions()],
    ['Tải dữ liệu mở', paths.exchange.openData()],
  ]
}

/** Of how many: a coverage says its whole. */
function noteOf({ id }: Figure, { today, onDay }: OverviewProps['communes']): string | undefined {
  if (id === communesCovered.id) return `trên ${showCount(today)} đơn vị cấp xã hiện nay`
  return id === communesThen.id
    ? `trên ${showCount(onDay)} đơn vị cấp xã của ngày đó; sản phẩm ghi ở xã không còn tên trong ngày đó thì không tính`
    : undefined
}

function Split(props: Asked & { figure: Figure | undefined; answer: FigureAnswer; by: Dimension }) {
  const { figure, answer, by, at, place } = props
  if (!figure) return null
  const query = { ngay: at, noi: place.code, chia: by }
  return (
    <BarChart
      id={`chia-${by}`}
      title={dimensionWords[by]}
      description={`${showCount(answer.value)} ${figure.unit}, tính đến ${showDate(at)}`}
      heads={[dimensionWords[by], figure.unit]}
      whole={answer.value === 0 ? 'none' : answer.value}
      rows={answer.parts.map(({ key, label, count }) => ({
        label,
        value: count,
        href: paths.statistics.records(figure.id, { ...query, phan: key ?? '' }),
      }))}
      links={<Remainder figure={figure} by={by} answer={answer} />}
    />
  )
}

/** Parts that do not sum to the total say why, or that something is unexplained. */
function Remainder({ figure, by, answer }: { figure: Figure; by: Dimension; answer: FigureAnswer }) {
  if (answer.remainder === 0) return <span>Các phần cộng lại đúng bằng tổng.</span>
  const why = figure.overlapping.includes(by)
    ? `một ${figure.unit} có thể thuộc nhiều phần`
    : 'có bản ghi chưa xếp được vào phần nào'
  return (
    <span>
      Tổng {showCount(answer.value)}, cộng các phần {showCount(answer.value - answer.remainder)}, chênh{' '}
      {showCount(answer.remainder)}: {why}.
    </span>
  )
}

interface FigureProps extends Asked, Choices {
  readonly figure: Figure
  readonly splits: readonly { by: Dimension; answer: FigureAnswer }[]
  readonly value: number
}

export function FigureView({ figure, splits, value, ...asked }: FigureProps) {
  const { at, place } = asked
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>{figure.title}</h1>
        <p class="lead">
          <strong class="num">{showCount(value)}</strong> {figure.unit}, {place.name}, tính đến <Day date={at} />.
        </p>
        <AskForm {...asked} action={paths.statistics.figure(figure.id)} />
        <Panel title="Định nghĩa">
          <p>{figure.definition}</p>
          <p class="row">
            <a href={paths.statistics.records(figure.id, { ngay: at, noi: place.code })}>
              Xem {showCount(value)} bản ghi
            </a>
            <a href={`/api/v1/figures/${figure.id}?at=${at}&place=${place.code}`}>Dữ liệu (JSON)</a>
          </p>
        </Panel>
      </div>
      {splits.map(({ by, answer }) => (
        <Split figure={figure} by={by} answer={answer} {...asked} />
      ))}
    </div>
  )
}

interface RecordsProps extends Asked {
  readonly figure: Figure
  readonly items: readonly Fact[]
  readonly total: number
  readonly page: number
  readonly part: { by: Dimension; key: string } | undefined
}

export function RecordsView({ figure, items, total, page, at, place, part }: RecordsProps) {
  const query = { ngay: at, noi: place.code, ...(part ? { chia: part.by, phan: part.key } : {}) }
  return (
    <div class="stack">
      <h1>Bản ghi của: {figure.title}</h1>
      <p class="lead">
        <strong class="num">{showCount(total)}</strong> {figure.unit}, {place.name}, tính đến <Day date={at} />
        {part ? `, ${dimensionWords[part.by].toLowerCase()}: ${part.key || 'chưa xác định'}` : ''}.
      </p>
      {items.length === 0 ? (
        <Empty title="Không có bản ghi nào">
          <p>Vào ngày này và ở địa bàn này, con số bằng 0.</p>
        </Empty>
      ) : (
        <Table
          caption={`Bản ghi ${(page - 1) * recordsSize + 1} đến ${(page - 1) * recordsSize + items.length}`}
          rows={items}
          columns={[
            { head: 'Tên', cell: ({ label, href }) => (href ? <a href={href}>{label}</a> : label), names: true },
            { head: 'Hạng sao', cell: ({ stars }) => (stars ? `${stars} sao` : '–') },
            { head: 'Năm', cell: ({ year }) => year ?? '–', numeric: true },
          ]}
        />
      )}
      <Pager
        page={page}
        total={total}
        size={recordsSize}
        hrefOf={(next) => paths.statistics.records(figure.id, { ...query, trang: next })}
      />
    </div>
  )
}
