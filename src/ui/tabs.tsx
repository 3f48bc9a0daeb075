import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import type { UiState } from './status.tsx'

export interface Tab {
  readonly href: string
  readonly label: Child
  readonly current?: boolean | undefined
  readonly count?: number | undefined
}

/** Pages of one thing. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ href, label: words, current, count }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {words}
              {count === undefined ? null : <span class="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface Chip {
  readonly href: string
  readonly label: string
  readonly current?: boolean | undefined
  /** Pressing takes this filter away. */
  readonly removes?: boolean | undefined
}

/** Small links one presses: filters in force, shortcuts. */
export function Chips({ chips, label }: { chips: readonly Chip[]; label: string }) {
  return (
    <nav class="chips" aria-label={label}>
      {chips.map(({ href, label: words, current, removes }) => (
        <a href={href} aria-current={current ? 'true' : undefined}>
          {words}
          {removes ? (
            <>
              {' '}
              <Icon name="x" />
              <span class="hidden-word">, bỏ lọc này</span>
            </>
          ) : null}
        </a>
      ))}
    </nav>
  )
}

export interface Counter {
  readonly href: string
  readonly count: number
  readonly label: string
  readonly icon: IconName
  readonly state?: UiState | undefined
  readonly current?: boolean | undefined
}

/** Saved views of a queue, with how much waits in each. */
export function Counters({ counters, label = 'Bộ lọc đã lưu' }: { counters: readonly Counter[]; label?: string }) {
  return (
    <nav class="counters" aria-label={label}>
      {counters.map(({ href, count, label: words, icon, state, current }) => (
        <a href={href} data-state={state} aria-current={current ? 'true' : undefined}>
          <b>{count}</b>
          <Icon name={icon} />
          <span>{words}</span>
        </a>
      ))}
    </nav>
  )
}
