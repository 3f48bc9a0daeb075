import { isBetweenMonthDays, readMonthDay } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Season, SeasonInput } from './model-season.ts'

/** `15/4` and `30/6` as days of every year; two spans of one step share no day. */
export function judgeSeason(
  { step, ...typed }: Pick<SeasonInput, 'step' | 'fromDay' | 'toDay'>,
  standing: readonly Season[],
) {
  const [fromDay, toDay] = [readMonthDay(typed.fromDay), readMonthDay(typed.toDay)]
  if (fromDay === undefined) return refuse('cycle/not-a-month-day', { field: 'fromDay' })
  if (toDay === undefined) return refuse('cycle/not-a-month-day', { field: 'toDay' })
  const overlaps = standing.some(
    (one) => one.step === step && (holds(one, fromDay) || isBetweenMonthDays(`2024-${one.fromDay}`, fromDay, toDay)),
  )
  return overlaps ? refuse('cycle/season-overlaps', { field: 'fromDay' }) : allow({ fromDay, toDay })
}

function holds({ fromDay, toDay }: Pick<Season, 'fromDay' | 'toDay'>, monthDay: string): boolean {
  return isBetweenMonthDays(`2024-${monthDay}`, fromDay, toDay)
}

const mostOfStep = 6

export function judgeRoom(step: Season['step'], standing: readonly Season[]) {
  return standing.filter((one) => one.step === step).length < mostOfStep
    ? allow(null)
    : refuse('cycle/seasons-are-full', { field: 'step' })
}
