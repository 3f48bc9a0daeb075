import type { Child } from 'hono/jsx'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Day } from './time.tsx'

export interface Figure {
  /** Already in Vietnamese form: `14.906`, `80,0%`. */
  readonly value: string
  readonly what: string
  readonly asOf: CivilDate
  readonly note?: Child
  /** Where the figure is defined. */
  readonly definition?: string | undefined
  /** The list that adds up to it. */
  readonly records?: string | undefined
}

/** Never a bare figure: its day, its definition and its records stand with it. */
export function FigureTile({ value, what, asOf, note, definition, records }: Figure) {
  return (
    <li class="figure-tile">
      <b>{value}</b>
      <span class="what">{what}</span>
      <span class="when">
        {note ? <>{note}. </> : null}Tính đến <Day date={asOf} />
      </span>
      <span class="links">
        {definition === undefined ? null : (
          <a href={definition}>
            Định nghĩa<span class="hidden-word"> của {what}</span>
          </a>
        )}
        {records === undefined ? null : (
          <a href={records}>
            Xem bản ghi<span class="hidden-word"> của {what}</span>
          </a>
        )}
      </span>
    </li>
  )
}

export function FigureTiles({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul class="figures">
      {figures.map((figure) => (
        <FigureTile {...figure} />
      ))}
    </ul>
  )
}
