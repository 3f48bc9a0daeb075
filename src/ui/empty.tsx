import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

interface EmptyProps {
  readonly icon?: IconName | undefined
  /** What is not there, as a sentence. */
  readonly title: string
  readonly level?: 2 | 3 | undefined
  /** What to do instead: a line, a button. */
  readonly children?: Child
}

export function Empty({ icon = 'inbox', title, level = 2, children }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
      {typeof children === 'string' ? <p class="muted">{children}</p> : children}
    </div>
  )
}
