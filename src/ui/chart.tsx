import type { Child } from 'hono/jsx'
import { showCount } from '../kernel/number.ts'
import { Icon } from './icon.tsx'
import { Meter } from './meter.tsx'
import { Table } from './table.tsx'

export interface ChartRow {
  readonly label: Child
  readonly value: number
  /** Opens the records that the bar counts. */
  readonly href?: string | undefined
}

interface ChartPanelProps {
  /** Anchor of the panel and stem of its ids. */
  readonly id: string
  readonly title: string
  /** What is counted, for whom the chart is a picture: `14.906 sản phẩm còn hiệu lực`. */
  readonly description: string
  readonly children: Child
  /** The same figures as a table. */
  readonly table: Child
  /** Definition, records, download. */
  readonly links?: Child
}

/** A chart never stands alone: title, one sentence, the drawing, its table, its links. */
export function ChartPanel({ id, title, description, children, table, links }: ChartPanelProps) {
  return (
    <section class="panel stack" id={id} aria-labelledby={`${id}-ten`} aria-describedby={`${id}-mo-ta`}>
      <div class="panel-head">
        <h2 id={`${id}-ten`}>{title}</h2>
        <span class="small muted" id={`${id}-mo-ta`}>
          {description}
        </span>
      </div>
      {children}
      <details>
        <summary>
          <Icon name="chevron-right" turns />
          Xem dạng bảng
        </summary>
        {table}
      </details>
      {links ? <p class="small row">{links}</p> : null}
    </section>
  )
}

interface BarChartProps extends Omit<ChartPanelProps, 'children' | 'table'> {
  readonly rows: readonly ChartRow[]
  /** Head of the label column, and of the figures. */
  readonly heads: readonly [label: string, value: string]
  /** Shares are of this; absent, of the sum. `none` says no shares. */
  readonly whole?: number | 'none' | undefined
}

/** Horizontal bars, longest line full; each figure in words and, where it has records, a link. */
export function BarChart({ rows, heads, whole, ...panel }: BarChartProps) {
  const longest = Math.max(1, ...rows.map(({ value }) => value))
  const sum = rows.reduce((total, { value }) => total + value, 0)
  const of = whole ?? sum
  return (
    <ChartPanel
      {...panel}
      table={<FiguresTable caption={panel.title} rows={rows} heads={heads} sum={whole === 'none' ? undefined : sum} />}
    >
      <ul class="bars">
        {rows.map((row) => (
          <li>
            <span>{row.href === undefined ? row.label : <a href={row.href}>{row.label}</a>}</span>
            <span class="num">
              <strong>{showCount(row.value)}</strong>
              {of === 'none' || of === 0 ? null : <span class="muted small"> {percentOf(row.value, of)}</span>}
            </span>
            <Meter percent={(100 * row.value) / longest} />
          </li>
        ))}
      </ul>
    </ChartPanel>
  )
}

/** `80,0%`. */
export function percentOf(value: number, whole: number): string {
  return `${((100 * value) / whole).toLocaleString('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`
}

function FiguresTable({
  caption,
  rows,
  heads: [label, value],
  sum,
}: {
  caption: string
  rows: readonly ChartRow[]
  heads: BarChartProps['heads']
  sum: number | undefined
}) {
  return (
    <Table
      caption={caption}
      showCaption
      rows={rows}
      columns={[
        { head: label, cell: (row) => row.label, names: true },
        { head: value, cell: (row) => showCount(row.value), numeric: true },
      ]}
      foot={sum === undefined ? undefined : ['Tổng', showCount(sum)]}
    />
  )
}

export interface Series {
  readonly name: string
  /** One figure for each label of the chart. */
  readonly values: readonly number[]
}

interface SeriesChartProps extends Omit<ChartPanelProps, 'children' | 'table'> {
  readonly labels: readonly string[]
  /** At most five; drawn from dark to light. */
  readonly series: readonly Series[]
  readonly labelHead: string
  readonly hrefOf?: ((label: string) => string) | undefined
}

/** One bar a label, cut by series: a whole and its parts. */
export function StackedBarChart({ labels, series, labelHead, hrefOf, ...panel }: SeriesChartProps) {
  const sums = labels.map((_, index) => series.reduce((total, { values }) => total + (values[index] ?? 0), 0))
  const longest = Math.max(1, ...sums)
  return (
    <ChartPanel
      {...panel}
      table={
        <SeriesTable caption={panel.title} labels={labels} series={series} labelHead={labelHead} hrefOf={hrefOf} />
      }
    >
      <SeriesLegend series={series} />
      <ul class="bars">
        {labels.map((label, index) => (
          <li>
            <span>{hrefOf === undefined ? label : <a href={hrefOf(label)}>{label}</a>}</span>
            <span class="num">
              <strong>{showCount(sums[index] ?? 0)}</strong>
            </span>
            <StackedMeter
              values={series.map(({ values }) => values[index] ?? 0)}
              whole={longest}
              names={series.map(({ name }) => name)}
            />
          </li>
        ))}
      </ul>
    </ChartPanel>
  )
}

function StackedMeter({
  values,
  whole,
  names,
}: {
  values: readonly number[]
  whole: number
  names: readonly string[]
}) {
  const starts = values.map((_, index) => values.slice(0, index).reduce((total, value) => total + value, 0))
  const words = values.map((value, index) => `${names[index]} ${showCount(value)}`).join(', ')
  const share = (value: number) => `${Math.round((1000 * value) / whole) / 10}%`
  return (
    <svg class="meter stacked" role="img" aria-label={words}>
      {values.map((value, index) => (
        <rect class={`ramp-${5 - index}`} x={share(starts[index] ?? 0)} width={share(value)} height="100%" />
      ))}
    </svg>
  )
}

export function SeriesLegend({ series }: { series: readonly Series[] }) {
  return (
    <ul class="legend">
      {series.map(({ name }, index) => (
        <li>
          <i class={`ramp-${5 - index}`} />
          {name}
        </li>
      ))}
    </ul>
  )
}

export function SeriesTable({
  caption,
  labels,
  series,
  labelHead,
  hrefOf,
}: Pick<SeriesChartProps, 'labels' | 'series' | 'labelHead' | 'hrefOf'> & { caption: string }) {
  return (
    <Table
      caption={caption}
      showCaption
      rows={labels.map((label, index) => ({ label, index }))}
      columns={[
        {
          head: labelHead,
          cell: ({ label }) => (hrefOf === undefined ? label : <a href={hrefOf(label)}>{label}</a>),
          names: true,
        },
        ...series.map(({ name, values }) => ({
          head: name,
          cell: ({ index }: { index: number }) => showCount(values[index] ?? 0),
          numeric: true,
        })),
      ]}
    />
  )
}

export type { SeriesChartProps }
