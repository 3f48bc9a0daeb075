import type { Child } from 'hono/jsx'
import { archipelagos, mapHeight, mapWidth, provinceShapes } from './geography.ts'
import type { Archipelago } from './geography.ts'

export interface MapPlace {
  readonly value: number
  readonly href: string
  /** Said with the name: `454 sản phẩm`. */
  readonly says: string
}

interface MapProps {
  readonly label: string
  /** By province code; without it the map is an outline and one picture. */
  readonly places?: ReadonlyMap<string, MapPlace> | undefined
  /** Lower bounds of classes 2 to 5, from `rampSteps`. */
  readonly steps?: readonly number[] | undefined
}

/** The country with Hoàng Sa and Trường Sa, always; each province a link when it has something to open. */
export function ProvinceMap({ label, places, steps = [] }: MapProps) {
  return (
    <svg
      class="map"
      viewBox={`0 0 ${mapWidth} ${mapHeight}`}
      role={places === undefined ? 'img' : 'group'}
      aria-label={`${label}, với quần đảo Hoàng Sa và quần đảo Trường Sa`}
    >
      <g transform="scale(0.5)">
        {provinceShapes.map(({ code, name, path }) => {
          const place = places?.get(code)
          return place === undefined ? (
            <path d={path} {...(places === undefined ? {} : { class: 'ramp-0' })} />
          ) : (
            <Province name={name} path={path} {...place} ramp={rampOf(place.value, steps)} />
          )
        })}
      </g>
      {archipelagos.map((archipelago) => (
        <Islands {...archipelago} />
      ))}
    </svg>
  )
}

function Province({
  name,
  path,
  href,
  says,
  ramp,
}: Omit<MapPlace, 'value'> & { name: string; path: string; ramp: number }) {
  const words = `${name}: ${says}`
  return (
    <a href={href} aria-label={words}>
      <path d={path} class={`ramp-${ramp}`}>
        <title>{words}</title>
      </path>
    </a>
  )
}

function Islands({ name, province, dots, labelAt: [x, y] }: Archipelago) {
  return (
    <g>
      {dots.map(([dotX, dotY]) => (
        <circle cx={dotX} cy={dotY} r="1.8" />
      ))}
      <text x={Math.round(x)} y={Math.round(y)} text-anchor="middle">
        <tspan class="strong">{name}</tspan>
        <tspan x={Math.round(x)} dy="1.25em">
          ({province})
        </tspan>
      </text>
    </g>
  )
}

/**
 * Lower bounds of classes 2 to 5: quintiles of those that have anything, rounded to two figures so that a person can say them.
 * Nothing is a class of its own: in a country that begins, most provinces would else fill all five and the map would say nothing.
 */
export function rampSteps(values: readonly number[]): number[] {
  const ordered = values.filter((value) => value > 0).sort((left, right) => left - right)
  const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => roundTwo(ordered[Math.floor(ordered.length * share)] ?? 0))
  return [...new Set(cuts)].filter((cut) => cut > 0)
}

function roundTwo(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return Math.round(value / unit) * unit
}

/** 1 (light) to 5 (dark); 0 where there is nothing. */
export function rampOf(value: number, steps: readonly number[]): number {
  return value === 0 ? 0 : 1 + steps.filter((step) => value >= step).length
}

export function MapLegend({ steps }: { steps: readonly number[] }) {
  const say = (value: number) => value.toLocaleString('vi-VN')
  const classes: Child[] = [undefined, ...steps].map((from, index) => {
    const next = steps[index]
    if (from === undefined) return next === undefined ? 'đã có' : `dưới ${say(next)}`
    if (next === undefined) return `từ ${say(from)}`
    return next - from === 1 ? say(from) : `${say(from)} đến ${say(next - 1)}`
  })
  return (
    <ul class="legend">
      <li>
        <i class="ramp-0" />
        chưa có
      </li>
      {classes.map((words, index) => (
        <li>
          <i class={`ramp-${index + 1}`} />
          {words}
        </li>
      ))}
    </ul>
  )
}
