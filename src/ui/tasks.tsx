import type { Child } from 'hono/jsx'
import { Status } from './status.tsx'
import type { UiState } from './status.tsx'

export interface CheckLine {
  readonly what: Child
  readonly state?: UiState | undefined
  readonly word?: string | undefined
  /** In place of a state: `+2`. */
  readonly end?: Child
}

/** A short list of what holds and what does not: gates, parts of a file. */
export function CheckList({ lines, ordered = false }: { lines: readonly CheckLine[]; ordered?: boolean }) {
  const items = lines.map(({ what, state, word, end }) => (
    <li>
      <span>{what}</span>
      {state === undefined ? <strong class="num">{end}</strong> : <Status state={state}>{word}</Status>}
    </li>
  ))
  return ordered ? <ol class="checks">{items}</ol> : <ul class="checks">{items}</ul>
}
