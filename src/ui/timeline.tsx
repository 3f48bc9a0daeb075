import type { Child } from 'hono/jsx'
import { showDate, showMoment } from '../kernel/civil-date.ts'
import type { UiState } from './status.tsx'

export interface Happening {
  /** An instant (`2026-11-12T03:22:00Z`) or a civil date. */
  readonly at: string
  readonly what: Child
  readonly state?: UiState | undefined
  readonly now?: boolean | undefined
}

/** What happened, newest first. */
export function Timeline({ happenings, small = false }: { happenings: readonly Happening[]; small?: boolean }) {
  return (
    <ol class={small ? 'timeline small' : 'timeline'}>
      {happenings.map(({ at, what, state, now = false }) => (
        <li class={now ? 'is-now' : undefined} data-state={state}>
          <time datetime={at}>{at.length === 10 ? showDate(at) : showMoment(at).replace(' ', ', ')}</time>
          {what}
        </li>
      ))}
    </ol>
  )
}
