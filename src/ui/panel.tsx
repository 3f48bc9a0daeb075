import type { Child } from 'hono/jsx'

interface PanelProps {
  readonly title: Child
  /** Beside the title, quiet: a count, a date, a link. */
  readonly note?: Child
  readonly id?: string | undefined
  readonly level?: 2 | 3 | undefined
  readonly children: Child
}

/** White where one works or reads facts. */
export function Panel({ title, note, id, level = 2, children }: PanelProps) {
  const heading = level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>
  return (
    <section class="panel stack" id={id}>
      <div class="panel-head">
        {heading}
        {note ? <span class="small muted">{note}</span> : null}
      </div>
      {children}
    </section>
  )
}
