import type { Child } from 'hono/jsx'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Icon } from './icon.tsx'
import { Stars } from './stars.tsx'
import { stateSigns } from './status.tsx'
import { Day } from './time.tsx'

export type MarkState = 'valid' | 'expiring' | 'renewing' | 'expired' | 'revoked' | 'suspended'

export interface MarkProps {
  readonly state: MarkState
  readonly stars: number
  /** Last day in force, or the day it stopped. */
  readonly date?: CivilDate | undefined
  /** On top of a product or certificate, with its decision below. */
  readonly large?: boolean | undefined
  readonly children?: Child
}

const short: Record<MarkState, string> = {
  valid: 'Đến',
  expiring: 'Sắp hết hạn:',
  renewing: 'Đang xét gia hạn',
  expired: 'Hết hiệu lực',
  revoked: 'Thu hồi',
  suspended: 'Tạm đình chỉ',
}

const full: Record<MarkState, string> = {
  valid: 'Còn hiệu lực đến',
  expiring: 'Sắp hết hạn, còn hiệu lực đến',
  renewing: 'Đang xét gia hạn, chậm nhất đến',
  expired: 'Hết hiệu lực từ',
  revoked: 'Đã thu hồi ngày',
  suspended: 'Tạm đình chỉ từ',
}

/** The label on the tea box: stars, a word and a date. It loses its colour when the recognition does. */
export function Mark({ state, stars, date, large = false, children }: MarkProps) {
  const dated = date !== undefined && (large || state !== 'renewing')
  const undated = state === 'renewing' ? 'Đang xét gia hạn' : stateSigns[state].word
  const term = dated ? (
    <>
      {(large ? full : short)[state]} <Day date={date} />
    </>
  ) : (
    undated
  )
  return (
    <div class={large ? 'mark large' : 'mark'} data-state={state}>
      <Stars n={stars} />
      <span class="term">
        <Icon name={stateSigns[state].icon} />
        <span>{large ? <strong>{term}</strong> : term}</span>
      </span>
      {children ? <span class="small">{children}</span> : null}
    </div>
  )
}
