import { Temporal } from 'temporal-polyfill'

/** A day in the Vietnamese civil calendar, `YYYY-MM-DD`. Strings compare in order of time. */
export type CivilDate = string
/** A moment, ISO 8601 in UTC with milliseconds, as the database returns it. */
export type Instant = string

export const timeZone = 'Asia/Ho_Chi_Minh'

/** The civil day of a moment in Vietnam. */
export function civilDateOf(moment: Instant): CivilDate {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The first moment of a day in Vietnam. */
export function startOfDay(date: CivilDate): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant().toString()
}

/** The moment of a clock on a day in Vietnam: `2026-11-24`, `08:30`. */
export function momentOf(date: CivilDate, clock: string): Instant {
  const moment = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(clock) })
  return new Date(moment.epochMilliseconds).toISOString()
}

/** `08:30` in Vietnam. */
export function clockOf(moment: Instant): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** Calendar months; 31 January + 1 month = 28/29 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/** Whole days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4))
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CivilDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

/** `2026-11-24` → `24/11/2026`, the form people read. */
export function showDate(date: CivilDate): string {
  const [year, month, day] = date.split('-')
  return `${day}/${month}/${year}`
}

/** `24/11/2026 15:04` in Vietnam. */
export function showMoment(moment: Instant): string {
  return `${showDate(civilDateOf(moment))} ${clockOf(moment)}`
}

const weekdays = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const

/** `Thứ Năm, 26/11/2026`: how a deadline is said beside the days left. */
export function showWeekday(date: CivilDate): string {
  return `${weekdays[weekdayOf(date) - 1]}, ${showDate(date)}`
}

/**
 * What a person types (`24/11/2026`, `24-11-2026`, `2026-11-24`) as a civil date; undefined when it is no day. Years begin at
 * 1000: `0026` is a slip, and PostgreSQL knows no year 0.
 */
export function readDate(typed: string): CivilDate | undefined {
  const iso = /^([1-9]\d{3})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim())
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-]([1-9]\d{3})$/.exec(typed.trim())
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : []
  if (!year || !month || !day) return undefined
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return undefined
  }
}

/** A day of every year, `04-15`. */
export type MonthDay = string

/** What a person types (`15/4`) as a day of every year; undefined when no year has it. */
export function readMonthDay(typed: string): MonthDay | undefined {
  // A leap year, for the last day of February is a day too.
  return readDate(`${typed.trim()}/2024`)?.slice(5)
}

/** `04-15` → `15/4`. */
export function showMonthDay(monthDay: MonthDay): string {
  const [month, day] = monthDay.split('-')
  return `${Number(day)}/${Number(month)}`
}

/** Whether a day falls between two days of every year; from 1/11 to 15/2 runs over the turn of the year. */
export function isBetweenMonthDays(day: CivilDate, from: MonthDay, to: MonthDay): boolean {
  const on = day.slice(5)
  return from <= to ? from <= on && on <= to : on >= from || on <= to
}

/** `8:00`, `08h30`, `8h` or `8g` as `08:00`; undefined when it is no time of day. */
export function readClock(typed: string): string | undefined {
  const [, hour, minute = '0'] = /^(\d{1,2})\s*[:hg.]\s*(\d{2})?$/i.exec(typed.trim()) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}
