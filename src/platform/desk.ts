import type { CivilDate } from '../kernel/civil-date.ts'

/** One thing that waits for the person who is signed in; each slice offers its own, the desk shows them together. */
export interface DeskItem {
  readonly id: string
  readonly href: string
  /** The product, idea, session or decision it is about. */
  readonly title: string
  /** Number and owner, under the title. */
  readonly sub?: string | undefined
  /** What is asked of the person: `Kiểm tra hồ sơ`, `Bỏ phiếu`. */
  readonly act: string
  readonly dueOn: CivilDate | null
  /** Days left, working ones unless `plainDays`; negative when late; null without a deadline. */
  readonly daysLeft: number | null
  /** The text counts this deadline in plain days; so does `daysLeft`. */
  readonly plainDays?: boolean
  /** Whose turn it is, in the words of the page: `Cán bộ xã`. */
  readonly turn: string
}
