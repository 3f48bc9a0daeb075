import type { IconName } from './icon.tsx'

/** One line of the desk's list. */
export interface MenuLine {
  readonly href: string
  readonly label: string
  readonly icon?: IconName
  readonly current: boolean
  /** Things waiting behind the line; shown as a small number when not zero. */
  readonly count?: number | undefined
  /** Heading above the line when it opens a group. */
  readonly group?: string | undefined
}

/** Who looks at the page, as the layouts show it. */
export interface Viewer {
  readonly signedIn: boolean
  readonly name: string
  /** The unit or producer somebody works for, e.g. `UBND xã Măng Đen`. */
  readonly unitName?: string | undefined
  /** The role there, e.g. `Cán bộ OCOP, tỉnh Quảng Ngãi`. */
  readonly roleName?: string | undefined
  readonly menu?: readonly MenuLine[] | undefined
}

export const stranger: Viewer = { signedIn: false, name: 'Khách' }
