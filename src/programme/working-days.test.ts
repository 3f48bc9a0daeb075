import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../kernel/civil-date.ts'
import { addWorkingDays, holidaysOf, isWorkingDay, plainCalendar, workingDaysBetween } from './working-days.ts'
import type { Calendar } from './working-days.ts'

function calendar(...entered: [string, boolean][]): Calendar {
  return { entered: new Map(entered) }
}

describe('which days are worked', () => {
  it.each([
    ['2026-11-24', true, 'a Tuesday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-01-01', false, 'New Year'],
    ['2026-02-13', true, 'the Friday before Tết'],
    ['2026-02-16', false, 'the eve of Tết'],
    ['2026-02-17', false, 'the first day of Tết'],
    ['2026-02-20', false, 'the last day of the five'],
    ['2026-02-23', true, 'the Monday after'],
    ['2026-03-08', false, 'a Sunday that is also an observance'],
    ['2026-11-20', true, 'an observance is no day off'],
    ['2026-04-26', false, 'the Hùng Kings on a Sunday'],
    ['2026-04-27', false, 'the Hùng Kings given back on the Monday'],
    ['2026-04-30', false, 'the day of the South'],
    ['2026-05-01', false, 'Labour Day'],
    ['2026-09-02', false, 'National Day'],
    ['2027-02-05', false, 'the eve of Tết 2027, a Friday'],
    ['2027-02-09', false, 'the fifth day of Tết 2027'],
    ['2027-02-10', false, 'given back for the Saturday of Tết 2027'],
    ['2027-02-11', false, 'given back for the Sunday of Tết 2027'],
    ['2027-02-12', true, 'work begins again'],
  ])('%s: %s (%s)', (day, worked) => {
    expect(isWorkingDay(day, plainCalendar)).toBe(worked)
  })

  it('lets an entered day win both ways', () => {
    const moved = calendar(['2026-08-31', false], ['2026-08-22', true])
    expect(isWorkingDay('2026-08-31', moved)).toBe(false)
    expect(isWorkingDay('2026-08-22', moved)).toBe(true)
  })

  it('names the days off of a year', () => {
    expect(holidaysOf(2026).map(([day]) => day)).toEqual([
      '2026-01-01',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-26',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-09-02',
    ])
  })
})

describe('a term of working days', () => {
  it.each([
    ['2026-11-04', 15, '2026-11-25', 'three plain weeks'],
    ['2026-11-24', 1, '2026-11-25', 'tomorrow'],
    ['2026-11-27', 1, '2026-11-30', 'a Friday leads to Monday'],
    ['2026-11-28', 1, '2026-11-30', 'begun on a Saturday'],
    ['2026-02-06', 15, '2026-03-06', 'over the whole of Tết'],
    ['2026-02-13', 1, '2026-02-23', 'the day before Tết leads to the Monday after'],
    ['2026-02-16', 15, '2026-03-13', 'begun inside Tết'],
    ['2026-04-24', 3, '2026-05-04', 'over the Hùng Kings, the 30th and the 1st'],
    ['2026-08-28', 3, '2026-09-03', 'over National Day'],
    ['2026-12-31', 1, '2027-01-04', 'over New Year and a weekend'],
    ['2026-11-24', 0, '2026-11-24', 'no days at all'],
  ])('%s and %i days end on %s: %s', (from, days, end) => {
    expect(addWorkingDays(from, days, plainCalendar)).toBe(end)
  })

  it('grows by an entered day off and shrinks by a day worked in exchange', () => {
    expect(addWorkingDays('2026-11-04', 15, calendar(['2026-11-20', false]))).toBe('2026-11-26')
    expect(addWorkingDays('2026-11-04', 15, calendar(['2026-11-07', true]))).toBe('2026-11-24')
  })

  it.each([
    ['2026-11-24', '2026-11-26', 2],
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-19', -3],
    ['2026-02-13', '2026-02-23', 1],
  ])('between %s and %s lie %i', (from, to, days) => {
    expect(workingDaysBetween(from, to, plainCalendar)).toBe(days)
  })

  it('counts back what it counted forward, and ends on a working day', () => {
    const start = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2021-01-01', offset))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const end = addWorkingDays(from, days, plainCalendar)
        expect(isWorkingDay(end, plainCalendar)).toBe(true)
        expect(workingDaysBetween(from, end, plainCalendar)).toBe(days)
      }),
      { numRuns: 300 },
    )
  })
})
