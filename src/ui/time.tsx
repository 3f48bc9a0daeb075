import { showDate, showMoment, showWeekday } from '../kernel/civil-date.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'

/** 24/11/2026. */
export function Day({ date }: { date: CivilDate }) {
  return <time datetime={date}>{showDate(date)}</time>
}

/** Thứ Năm, 26/11/2026. */
export function Weekday({ date }: { date: CivilDate }) {
  return <time datetime={date}>{showWeekday(date)}</time>
}

/** 24/11/2026 15:04, in Vietnam. */
export function Moment({ at }: { at: Instant }) {
  return <time datetime={at}>{showMoment(at)}</time>
}
