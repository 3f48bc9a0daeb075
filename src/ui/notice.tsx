import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

const kinds = {
  info: { state: 'waiting', icon: 'info' },
  success: { state: 'done', icon: 'circle-check' },
  warning: { state: 'soon', icon: 'clock-alert' },
  returned: { state: 'returned', icon: 'undo-2' },
  error: { state: 'revoked', icon: 'circle-alert' },
} as const satisfies Record<string, { state: string; icon: IconName }>

interface NoticeProps {
  readonly kind: keyof typeof kinds
  /** Heading; with it the notice is a named section. Say what happened, then what to do. */
  readonly title?: Child
  readonly id?: string | undefined
  readonly icon?: IconName | undefined
  /** Read out when it appears: the answer to what the person just did. */
  readonly live?: boolean | undefined
  readonly children?: Child
}

export function Notice({ kind, title, id, icon, live = false, children }: NoticeProps) {
  const { state, icon: usual } = kinds[kind]
  const headed = title !== undefined
  const nameId = `${id ?? 'luu-y'}-ten`
  return (
    <div
      class="callout"
      data-state={state}
      id={id}
      role={live ? (kind === 'error' ? 'alert' : 'status') : headed ? 'region' : undefined}
      aria-labelledby={headed && !live ? nameId : undefined}
    >
      <Icon name={icon ?? usual} />
      <div>
        {headed ? <h2 id={nameId}>{title}</h2> : null}
        {headed ? children : <p>{children}</p>}
      </div>
    </div>
  )
}
