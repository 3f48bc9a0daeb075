import { describe, expect, test } from 'vitest'
import { momentOf, readClock } from '../kernel/civil-date.ts'
import { eventStates } from './model.ts'
import { eventCan, judgeAnswer, judgeTime, readAgenda, readGuests, showSpan, writeAgenda } from './rules.ts'

const at = (clock: string, day = '2026-12-10') => momentOf(day, clock)
const code = (judged: { ok: boolean; refusal?: { code: string } }) => (judged.ok ? 'ok' : judged.refusal?.code)

describe('time', () => {
  test.each([
    ['2026-12-10', '08:00', '2026-12-10', '08:01', 'ok'],
    ['2026-12-10', '08:00', '2026-12-10', '08:00', 'gathering/ends-before-start'],
    ['2026-12-10', '08:00', '2026-12-09', '23:00', 'gathering/ends-before-start'],
    ['2026-12-10', '23:00', '2026-12-11', '01:00', 'ok'],
  ])('%s %s to %s %s is %s', (startsOn, startsClock, endsOn, endsClock, expected) => {
    expect(code(judgeTime({ startsOn, startsClock, endsOn, endsClock }))).toBe(expected)
  })

  test('the answers end on the day of the start at the latest', () => {
    const day = { startsOn: '2026-12-10', startsClock: '08:00', endsOn: '2026-12-10', endsClock: '09:00' }
    expect(code(judgeTime({ ...day, answerBy: '2026-12-10' }))).toBe('ok')
    expect(code(judgeTime({ ...day, answerBy: '2026-12-11' }))).toBe('gathering/answer-after-start')
  })

  test.each([
    ['8:00', '08:00'],
    ['08h30', '08:30'],
    ['8h', '08:00'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['8:60', undefined],
    ['sáng', undefined],
  ])('%s is read as %s', (typed, clock) => expect(readClock(typed)).toBe(clock))

  test('a span says its day once, or both', () => {
    expect(showSpan(at('08:00'), at('11:30'))).toBe('08:00–11:30, 10/12/2026')
    expect(showSpan(at('08:00'), at('11:30', '2026-12-11'))).toBe('08:00, 10/12/2026 đến 11:30, 11/12/2026')
  })
})

describe('agenda', () => {
  const read = (lines: string[], ends = at('11:30')) => readAgenda(lines, at('08:00'), ends)

  test('clock, subject, speaker, and back to the same lines', () => {
    const lines = ['08:00 Khai mạc | Ban tổ chức', '09:30 Thảo luận']
    const items = read(lines)
    expect(items.ok && writeAgenda(items.value)).toBe(lines.join('\n'))
  })

  test.each([
    [['Khai mạc'], 'gathering/agenda-line'],
    [['08:00'], 'gathering/agenda-line'],
    [['07:59 Sớm'], 'gathering/agenda-outside'],
    [['11:30 Muộn'], 'gathering/agenda-outside'],
    [['11:29 Vừa kịp'], 'ok'],
    [['10:00 Sau', '09:00 Trước'], 'gathering/agenda-outside'],
  ])('%s is %s', (lines, expected) => expect(code(read(lines))).toBe(expected))

  test('a clock that runs backward begins the next day', () => {
    const items = read(['10:00 Ngày một', '09:00 Ngày hai'], at('11:30', '2026-12-11'))
    expect(items.ok && items.value[1]?.startsAt).toBe(at('09:00', '2026-12-11'))
  })
})

test('a guest needs a name and an agency; an address is one or nothing', () => {
  expect(readGuests(['Ông A; Sở mẫu; a@vidu.vn', 'Bà B; Xã mẫu'])).toMatchObject({
    value: [{ email: 'a@vidu.vn' }, { email: null }],
  })
  expect(code(readGuests(['Ông A']))).toBe('gathering/guest-line')
  expect(code(readGuests(['Ông A; Sở mẫu; khong-phai-thu']))).toBe('gathering/guest-address')
})

describe('answers', () => {
  const event = { state: 'announced', startsAt: at('08:00'), answerBy: '2026-12-05', contact: 'Văn phòng' } as const
  const judge = (
    change: object,
    answered = false,
    by: 'invitee' | 'office' = 'invitee',
    now = at('08:00', '2026-12-01'),
  ) => code(judgeAnswer({ ...event, ...change }, answered, by, now))

  test('once by the guest, then only through the office', () => {
    expect(judge({})).toBe('ok')
    expect(judge({}, true)).toBe('gathering/answered-already')
    expect(judge({}, true, 'office')).toBe('ok')
  })

  test('until the last moment of the last day, and never after the start', () => {
    expect(judge({}, false, 'invitee', at('23:59', '2026-12-05'))).toBe('ok')
    expect(judge({}, false, 'invitee', at('00:00', '2026-12-06'))).toBe('gathering/answer-too-late')
    expect(judge({ answerBy: null }, false, 'invitee', at('07:59'))).toBe('ok')
    expect(judge({ answerBy: null }, false, 'invitee', at('08:00'))).toBe('gathering/answer-too-late')
  })

  test('not for what is cancelled or closed', () => {
    expect(judge({ state: 'cancelled' })).toBe('gathering/event-cancelled')
    expect(judge({ state: 'concluded' }, false, 'office')).toBe('gathering/answers-closed')
  })
})

test('the table of states: what is closed stays closed', () => {
  const open = (act: Parameters<typeof eventCan>[0]) => eventStates.filter((state) => eventCan(act, { state }))
  expect(open('amend')).toEqual(['draft', 'announced'])
  expect(open('conclude')).toEqual(['announced'])
  expect(open('add-conclusion')).toEqual(['announced', 'concluded'])
})
