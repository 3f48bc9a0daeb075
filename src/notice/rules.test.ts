import { describe, expect, test } from 'vitest'
import { codeEnds, firstTry, judgeCode, nextTry, outsideQuiet, usualWish } from './rules.ts'

const at = (vietnam: string) => new Date(`${vietnam}+07:00`).toISOString()
const night = { from: 21, to: 7 }

describe('quiet hours are hours of Vietnam', () => {
  test.each([
    ['2026-11-24T20:59', '2026-11-24T20:59'],
    ['2026-11-24T21:00', '2026-11-25T07:00'],
    ['2026-11-25T03:30', '2026-11-25T07:00'],
    ['2026-11-25T06:59', '2026-11-25T07:00'],
    ['2026-11-25T07:00', '2026-11-25T07:00'],
    ['2026-12-31T23:00', '2027-01-01T07:00'],
  ])('21–7: %s → %s', (now, then) => expect(outsideQuiet(at(now), night)).toBe(at(then)))

  test('a pause at noon ends the same day', () =>
    expect(outsideQuiet(at('2026-11-24T12:20'), { from: 11, to: 14 })).toBe(at('2026-11-24T14:00')))
  test('the same hour twice means none', () =>
    expect(outsideQuiet(at('2026-11-24T23:00'), { from: 7, to: 7 })).toBe(at('2026-11-24T23:00')))
})

test('e-mail leaves at night, a telephone waits, a digest gathers for the next morning', () => {
  const now = at('2026-11-24T22:15')
  expect(firstTry(now, 'email', usualWish)).toBe(now)
  expect(firstTry(now, 'sms', usualWish)).toBe(at('2026-11-25T07:00'))
  expect(firstTry(now, 'email', { ...usualWish, digest: true })).toBe(at('2026-11-25T07:00'))
  expect(firstTry(at('2026-11-24T06:00'), 'email', { ...usualWish, digest: true })).toBe(at('2026-11-24T07:00'))
})

test('a channel that is down for an hour is tried again and again, and given up after two days', () => {
  let now = at('2026-11-24T09:00')
  const queuedAt = now
  let attempts = 0
  while (Date.parse(now) < Date.parse(queuedAt) + 3_600_000) {
    now = nextTry(now, { channel: 'email', attempts: ++attempts, queuedAt, quiet: night }) as string
  }
  expect(attempts).toBe(6)
  expect(now).toBe(at('2026-11-24T10:03'))
  expect(nextTry(at('2026-11-26T09:00'), { channel: 'email', attempts: 40, queuedAt, quiet: night })).toBeUndefined()
  expect(nextTry(at('2026-11-24T20:50'), { channel: 'sms', attempts: 5, queuedAt, quiet: night })).toBe(
    at('2026-11-25T07:00'),
  )
})

describe('a code', () => {
  const now = at('2026-11-24T09:00')
  const sent = { codeHash: 'right', codeExpiresAt: codeEnds(now), codeMisses: 0 }
  test.each([
    ['right', sent, now, undefined],
    ['wrong', sent, now, 'notice/wrong-code'],
    ['right', { ...sent, codeMisses: 5 }, now, 'notice/too-many-codes'],
    ['right', sent, at('2026-11-24T09:16'), 'notice/code-too-late'],
    ['right', { ...sent, codeHash: null }, now, 'notice/no-code'],
  ] as const)('%s, %o at %s: %s', (typed, contact, when, code) => {
    const judged = judgeCode(when, contact, typed)
    expect(judged.ok ? undefined : judged.refusal.code).toBe(code)
  })
})
