import { showCount } from '../kernel/number.ts'
import { ChartPanel, SeriesTable } from './chart.tsx'
import type { Series, SeriesChartProps } from './chart.tsx'

const width = 640
const height = 260
const frame = { left: 72, right: 28, top: 16, bottom: 32 }

type Place = (index: number, value: number) => readonly [x: number, y: number]

/** Figures through time, at most three lines; points open the records of their day. */
export function LineChart({ labels, series, labelHead, hrefOf, ...panel }: SeriesChartProps) {
  const top = niceTop(Math.max(1, ...series.flatMap(({ values }) => values)))
  const place: Place = (index, value) => [
    frame.left + (labels.length < 2 ? 0 : (index * (width - frame.left - frame.right)) / (labels.length - 1)),
    height - frame.bottom - (value * (height - frame.top - frame.bottom)) / top,
  ]
  return (
    <ChartPanel
      {...panel}
      table={
        <SeriesTable caption={panel.title} labels={labels} series={series} labelHead={labelHead} hrefOf={hrefOf} />
      }
    >
      <svg
        class="line-chart"
        viewBox={`0 0 ${width} ${height}`}
        role={hrefOf === undefined ? 'img' : 'group'}
        aria-labelledby={`${panel.id}-ve ${panel.id}-ke`}
      >
        <title id={`${panel.id}-ve`}>{panel.title}</title>
        <desc id={`${panel.id}-ke`}>{series.map((one) => spoken(one, labels)).join(' ')}</desc>
        <Axis top={top} labels={labels} place={place} />
        {series.map((one, index) => (
          <Line {...one} number={index + 1} labels={labels} place={place} hrefOf={hrefOf} />
        ))}
      </svg>
      {series.length > 1 ? <LineLegend series={series} /> : null}
    </ChartPanel>
  )
}

/** `Từng được công nhận: từ 120 (2020) đến 604 (2026).` */
function spoken({ name, values }: Series, labels: readonly string[]): string {
  return `${name}: từ ${showCount(values[0] ?? 0)} (${labels[0]}) đến ${showCount(values.at(-1) ?? 0)} (${labels.at(-1)}).`
}

/** The next of 1, 2, 2.5, 5, 10 times a power of ten. */
export function niceTop(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 2.5, 5, 10].find((times) => times * unit >= value) ?? 10
  return step * unit
}

function Axis({ top, labels, place }: { top: number; labels: readonly string[]; place: Place }) {
  // Eight labels fit under the drawing on a phone.
  const every = Math.ceil(labels.length / 8)
  return (
    <g aria-hidden="true">
      {[0, 0.5, 1].map((share) => {
        const [x, y] = place(0, share * top)
        return (
          <>
            <line class="rule" x1={x} x2={width - frame.right} y1={y} y2={y} />
            <text class="scale" x={x - 8} y={y + 5}>
              {Number.isInteger(share * top) ? showCount(share * top) : ''}
            </text>
          </>
        )
      })}
      {labels.map((label, index) =>
        index % every === 0 ? (
          <text x={place(index, 0)[0]} y={height - 8}>
            {label}
          </text>
        ) : null,
      )}
    </g>
  )
}

interface LineProps extends Series {
  readonly number: number
  readonly labels: readonly string[]
  readonly place: Place
  readonly hrefOf: SeriesChartProps['hrefOf']
}

function Line({ name, values, number, labels, place, hrefOf }: LineProps) {
  return (
    <g class={`line-${number}`}>
      <polyline
        points={values
          .map((value, index) =>
            place(index, value)
              .map((at) => Math.round(at * 10) / 10)
              .join(','),
          )
          .join(' ')}
      />
      {values.map((value, index) => {
        const label = labels[index] ?? ''
        const [x, y] = place(index, value)
        const point = (
          <circle cx={Math.round(x * 10) / 10} cy={Math.round(y * 10) / 10} r="4">
            <title>{`${name}, ${label}: ${showCount(value)}`}</title>
          </circle>
        )
        return hrefOf === undefined ? (
          point
        ) : (
          <a href={hrefOf(label)} aria-label={`${name}, ${label}: ${showCount(value)}`}>
            {point}
          </a>
        )
      })}
    </g>
  )
}

function LineLegend({ series }: { series: readonly Series[] }) {
  return (
    <ul class="legend">
      {series.map(({ name }, index) => (
        <li>
          <i class={`line-${index + 1}`} />
          {name}
        </li>
      ))}
    </ul>
  )
}
