import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import { addDays, daysBetween, weekdayOf, yearOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'

/** Days that somebody entered: extra days off (`false`) and days worked in exchange (`true`). They win over the rest. */
export interface Calendar {
  readonly entered: ReadonlyMap<CivilDate, boolean>
}

export const plainCalendar: Calendar = { entered: new Map() }

export function isWorkingDay(day: CivilDate, calendar: Calendar): boolean {
  return calendar.entered.get(day) ?? !(isWeekend(day) || daysOffOf(yearOf(day)).has(day))
}

/**
 * The last day of a term of so many working days. The day on which the term begins does not count
 * (Bộ luật Dân sự 2015 Điều 147.2), so a dossier received on a Wednesday has its first day on the Thursday.
 */
export function addWorkingDays(from: CivilDate, days: number, calendar: Calendar): CivilDate {
  let day = from
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/** Working days after `from` up to and with `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let days = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) days += 1
  }
  return days
}

/** The public days off of a year, in order. */
export function holidaysOf(year: number): readonly (readonly [CivilDate, string])[] {
  return [...daysOffOf(year)].toSorted(([left], [right]) => (left < right ? -1 : 1))
}

function isWeekend(day: CivilDate): boolean {
  return weekdayOf(day) >= 6
}

// Tết is found by the moon, tens of milliseconds for a year on the first asking; a year never changes.
const known = new Map<number, ReadonlyMap<CivilDate, string>>()

function daysOffOf(year: number): ReadonlyMap<CivilDate, string> {
  const remembered = known.get(year)
  if (remembered) return remembered
  const daysOff = publicHolidays(year)
  for (const [day, name] of givenBack(daysOff)) daysOff.set(day, name)
  known.set(year, daysOff)
  return daysOff
}

// Read when a term is first counted: with the calendars of all peoples it is a tenth of a start.
const packages = createRequire(import.meta.url)
let vietnam: Holidays | undefined

function holidaysInVietnam(): Holidays {
  if (vietnam) return vietnam
  const Calendar = packages('date-holidays') as typeof Holidays
  return (vietnam = new Calendar('VN', { languages: ['vi'], timezone: 'Asia/Ho_Chi_Minh' }))
}

// The library gives Tết as one entry of five days, and the first of the lunar year once more inside it.
function publicHolidays(year: number): Map<CivilDate, string> {
  const daysOff = new Map<CivilDate, string>()
  for (const { type, name, date, start, end } of holidaysInVietnam().getHolidays(year)) {
    if (type !== 'public') continue
    const first = date.slice(0, 10)
    const span = Math.round((end.getTime() - start.getTime()) / 86_400_000)
    const called = span > 1 ? 'Tết Nguyên đán' : name
    for (let offset = 0; offset < span; offset++) {
      const day = addDays(first, offset)
      if (!daysOff.has(day)) daysOff.set(day, called)
    }
  }
  return daysOff
}

// A holiday on a Saturday or Sunday is given back on the next working day (Bộ luật Lao động 2019 Điều 111.3).
function givenBack(daysOff: ReadonlyMap<CivilDate, string>): readonly (readonly [CivilDate, string])[] {
  const taken = new Set(daysOff.keys())
  return [...daysOff]
    .filter(([day]) => isWeekend(day))
    .toSorted(([left], [right]) => daysBetween(right, left))
    .map(([day, name]) => {
      let next = addDays(day, 1)
      while (isWeekend(next) || taken.has(next)) next = addDays(next, 1)
      taken.add(next)
      return [next, `Nghỉ bù ${name}`] as const
    })
}
