import type { Child } from 'hono/jsx'

export interface SheetLine {
  readonly code: string
  readonly title: string
  readonly href: string
  readonly points?: number | undefined
  readonly current?: boolean | undefined
}

export interface SheetPart {
  readonly title: string
  readonly points: number
  readonly lines: readonly SheetLine[]
}

/** The whole ballot in a column: what is chosen, where one is. */
export function ScoreSheet({ parts }: { parts: readonly SheetPart[] }) {
  return (
    <div class="score-sheet">
      {parts.map(({ title, points, lines }) => (
        <>
          <p class="part">
            <span>{title}</span>
            <span class="num">{points}</span>
          </p>
          {lines.map((line) => (
            <a href={line.href} aria-current={line.current ? 'step' : undefined}>
              <span class="num">{line.code}</span>
              <span>{line.title}</span>
              <span class="num">{line.points}</span>
            </a>
          ))}
        </>
      ))}
    </div>
  )
}

/** How far one has come: a box for each criterion. */
export function Dots({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <div class="dots" role="img" aria-label={label}>
      {Array.from({ length: total }, (_, index) => (
        <i class={index < done ? 'is-done' : index === done ? 'is-now' : undefined} />
      ))}
    </div>
  )
}

/** Points by part, and together. */
export function PartsTotals({ totals }: { totals: readonly { readonly points: Child; readonly of: string }[] }) {
  return (
    <div class="parts-totals">
      {totals.map(({ points, of }) => (
        <div>
          <b>{points}</b>
          <span>{of}</span>
        </div>
      ))}
    </div>
  )
}

/** Stays at the foot of the screen: back, what is saved, forward. */
export function ActionBar({
  start,
  saved,
  children,
  label,
}: {
  start?: Child
  saved?: Child
  children: Child
  label: string
}) {
  return (
    <div class="action-bar" role="region" aria-label={label}>
      <div class="inner">
        {start}
        {saved ? <span class="small muted saved">{saved}</span> : null}
        <div class="end">{children}</div>
      </div>
    </div>
  )
}
