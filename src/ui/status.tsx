import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

export const uiStates = [
  'valid',
  'expiring',
  'renewing',
  'expired',
  'suspended',
  'revoked',
  'waiting',
  'returned',
  'unknown',
  'sibling',
  'done',
  'missing',
  'soon',
  'late',
] as const

export type UiState = (typeof uiStates)[number]

/** One word and one icon for one thing, everywhere. */
export const stateSigns: Record<UiState, { readonly icon: IconName; readonly word: string }> = {
  valid: { icon: 'badge-check', word: 'Còn hiệu lực' },
  expiring: { icon: 'clock-alert', word: 'Sắp hết hạn' },
  renewing: { icon: 'refresh-cw', word: 'Đang xét gia hạn' },
  expired: { icon: 'calendar-x', word: 'Hết hiệu lực' },
  suspended: { icon: 'circle-pause', word: 'Tạm đình chỉ' },
  revoked: { icon: 'ban', word: 'Đã thu hồi' },
  waiting: { icon: 'landmark', word: 'Chờ cơ quan xử lý' },
  returned: { icon: 'undo-2', word: 'Trả lại để bổ sung' },
  unknown: { icon: 'circle-question-mark', word: 'Chưa xác định được' },
  sibling: { icon: 'triangle-alert', word: 'Không phải sản phẩm OCOP' },
  done: { icon: 'circle-check', word: 'Đủ' },
  missing: { icon: 'circle-x', word: 'Còn thiếu' },
  soon: { icon: 'clock-alert', word: 'Sắp đến hạn' },
  late: { icon: 'circle-alert', word: 'Quá hạn' },
}

/** How a certificate's standing looks. */
export const standingStates = {
  valid: 'valid',
  'renewal-pending': 'renewing',
  expired: 'expired',
  suspended: 'suspended',
  revoked: 'revoked',
} as const satisfies Record<string, UiState>

interface StatusProps {
  readonly state: UiState
  readonly icon?: IconName | undefined
  /** Says more than the usual word: `Đủ minh chứng`, `Còn hiệu lực đến 30/12/2028`. */
  readonly children?: Child
}

/** An icon, a word, then a tint. */
export function Status({ state, icon, children }: StatusProps) {
  const sign = stateSigns[state]
  return (
    <span class="status" data-state={state}>
      <Icon name={icon ?? sign.icon} />
      {children ?? sign.word}
    </span>
  )
}
