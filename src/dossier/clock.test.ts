import { describe, expect, it, test } from 'vitest'
import { plainCalendar } from '../programme/working-days.ts'
import { textById } from '../regime/law.ts'
import type { LegalText } from '../regime/model.ts'
import { daysUntil, dueOn, movedByRound, statesInRound, termOf } from './clock.ts'
import type { DossierState, Step } from './model.ts'
import { dossierStates } from './model.ts'
import { isEnded, whoseTurn } from './rules.ts'

const law = textById('26-2026') as LegalText
const calendar = plainCalendar

type Given = readonly [act: Step['act'], on: string][]
const due = (state: DossierState, given: Given, kind: 'first' | 'renewal' = 'first', rounds: readonly Round[] = []) =>
  dueOn(termOf({ state, kind }, law), { steps: given.map(([act, on]) => ({ act, on })), calendar, rounds })
type Round = { proposeBy: string; doneBy: string }

describe('the commune', () => {
  it('has fifteen working days from the filing, whatever it does in between', () => {
    for (const state of ['filed', 'received-by-commune', 'commune-checked'] as const)
      expect(due(state, [['file', '2026-11-24']])).toBe('2026-12-15')
  })

  it('has them anew from what was handed in after a return, which is our default where the law is silent', () => {
    const steps: Given = [
      ['file', '2026-11-24'],
      ['return', '2026-11-27'],
      ['complete', '2026-12-10'],
    ]
    expect(due('completed', steps)).toBe('2026-12-31')
    const term = termOf({ state: 'completed', kind: 'first' }, law)
    if (term?.by !== 'deadline') throw new Error('the commune has a deadline')
    const runsOn = { ...term, deadline: { ...term.deadline, afterCompletion: 'runs-on' as const } }
    const happened = steps.map(([act, on]) => ({ act, on }))
    expect(dueOn(runsOn, { steps: happened, calendar, rounds: [] })).toBe('2026-12-15')
  })
})

describe('the batches, on both sides of each edge', () => {
  test.each([
    ['2026-04-29', '2026-06-29'],
    ['2026-04-30', '2026-12-29'],
    ['2026-10-29', '2026-12-29'],
    ['2026-10-30', '2027-06-29'],
    ['2026-12-31', '2027-06-29'],
  ])('asked of the province on %s: done by the end of %s', (on, last) => {
    expect(due('commune-reported', [['report-from-commune', on]])).toBe(last)
    expect(due('under-advice', [['report-from-commune', on]])).toBe(last)
  })

  test.each([
    ['2026-07-29', '2026-09-29'],
    ['2026-07-30', '2027-03-29'],
    ['2027-01-29', '2027-03-29'],
    ['2027-01-30', '2027-09-29'],
  ])('asked of the ministry on %s: done by the end of %s', (on, last) => {
    expect(due('sent-to-ministry', [['send-to-ministry', on]])).toBe(last)
  })

  it('a round of the province brings the day nearer and never pushes it away', () => {
    const asked: Given = [['report-from-commune', '2026-11-24']]
    const round = (proposeBy: string, doneBy: string) => [{ proposeBy, doneBy }]
    expect(due('advised', asked, 'first', round('2026-11-25', '2027-01-31'))).toBe('2027-01-30')
    expect(due('advised', asked, 'first', round('2026-11-24', '2027-01-31'))).toBe('2027-06-29')
    expect(due('advised', asked, 'first', round('2026-12-24', '2027-09-30'))).toBe('2027-06-29')
  })

  it('completion does not move a dossier to another batch', () => {
    const steps: Given = [
      ['report-from-commune', '2026-10-29'],
      ['ask-completion', '2026-11-02'],
      ['complete-for-province', '2026-11-20'],
    ]
    expect(due('completed-for-province', steps)).toBe('2026-12-29')
  })
})

it('a round moves the states whose term is of its level, but not the day of a sitting', () => {
  expect(statesInRound('ministry')).toEqual(['sent-to-ministry', 'received-by-ministry', 'scored-by-ministry'])
  expect(statesInRound('province')).toContain('received-by-province')
  for (const state of ['on-agenda', 'filed', 'sent-to-ministry'] as const)
    expect(statesInRound('province')).not.toContain(state)
})

it('the reason of a moved day is shown as long as that day runs', () => {
  const steps = [
    { act: 'follow-round', dueOn: '2027-01-30' },
    { act: 'start-advice', dueOn: '2027-01-30' },
  ] as const
  expect(movedByRound({ dueOn: '2027-01-30' }, steps)).toBe(steps[0])
  expect(movedByRound({ dueOn: '2027-02-01' }, steps)).toBeUndefined()
  expect(movedByRound({ dueOn: null }, steps)).toBeUndefined()
})

describe('a renewal', () => {
  it('is done within 45 plain days from the complete dossier; a last day off gives the next working day', () => {
    expect(due('commune-reported', [['report-from-commune', '2026-11-03']], 'renewal')).toBe('2026-12-18')
    // 5/11/2026 + 45 is Sunday 20/12.
    expect(due('commune-reported', [['report-from-commune', '2026-11-05']], 'renewal')).toBe('2026-12-21')
  })

  it('counts from the completion when the province had to ask for it', () => {
    const steps: Given = [
      ['report-from-commune', '2026-11-03'],
      ['complete-for-province', '2026-11-10'],
    ]
    expect(due('completed-for-province', steps, 'renewal')).toBe('2026-12-25')
  })
})

it('a running state either has a term of the text or is one in which the text sets none', () => {
  const silent = dossierStates.filter((state) => !isEnded(state) && termOf({ state, kind: 'first' }, law) === undefined)
  expect(silent.map((state) => [state, whoseTurn(state)])).toEqual([
    ['draft', 'producer'],
    ['returned', 'producer'],
    ['received-by-district', 'district'],
    ['scored-by-district', 'district'],
    ['recognised-by-district', 'district'],
    ['not-recognised', 'province'],
    ['recognised-by-province', 'province'],
    ['result-approved', 'province'],
    ['recognised-by-ministry', 'ministry'],
    ['below-90', 'province'],
  ])
  // Texts of the past print no terms at all.
  expect(termOf({ state: 'filed', kind: 'first' }, textById('148-2023') as LegalText)).toBeUndefined()
})

test.each([
  ['2026-12-15', '2026-12-15', 0],
  ['2026-12-15', '2026-12-14', 1],
  ['2026-12-15', '2026-12-16', -1],
  // Due on a Friday and looked at on the Saturday: late, though no working day has gone by.
  ['2026-12-18', '2026-12-19', -1],
])('due %s, seen on %s: %i', (last, today, left) => {
  expect(daysUntil(last, today, calendar)).toBe(left)
})
