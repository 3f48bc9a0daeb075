import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionNumber, judgeCompletion } from './rules-certificate.ts'
import { judgeQuestion, weigh } from './rules-test.ts'

const whole = { meetings: 5, attended: 4, attendancePercent: 80, passPercent: null, passed: false }
const code = (change: Partial<typeof whole> | { passPercent: number }) => {
  const judged = judgeCompletion({ ...whole, ...change })
  return judged.ok ? 'completed' : judged.refusal.code
}

describe('completing a course', () => {
  it.each([
    ['four of five at 80%', {}, 'completed'],
    ['four of five at 81%', { attendancePercent: 81 }, 'training/attended-too-little'],
    ['three of five', { attended: 3 }, 'training/attended-too-little'],
    ['two of three at 67%', { meetings: 3, attended: 2, attendancePercent: 67 }, 'training/attended-too-little'],
    ['two of three at 66%', { meetings: 3, attended: 2, attendancePercent: 66 }, 'completed'],
    ['a class that never met', { meetings: 0, attended: 0 }, 'training/attended-too-little'],
    ['with a test that was not passed', { passPercent: 60 }, 'training/test-not-passed'],
  ])('%s', (_, change, expected) => {
    expect(code(change)).toBe(expected)
  })

  it('passes a test on whole numbers: three of five are exactly sixty percent', () => {
    expect(weigh(3, 5, 60).passed).toBe(true)
    expect(weigh(3, 5, 61).passed).toBe(false)
    expect(weigh(2, 3, 67).passed).toBe(false)
    expect(weigh(0, 0, 1).passed).toBe(false)
  })
})

it('gives numbers that are read one way only and differ by lot', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (lot) => {
      expect(completionNumber('66', 2026, 12, lot)).toMatch(/^TH-66-2026-0012-[0-9A-HJKMNP-TV-Z]{6}$/)
    }),
  )
})

it('takes two to six different options with one right line, and none once somebody has answered', () => {
  const said = (options: string[], answer: number, taken = false) => {
    const judged = judgeQuestion({ options, answer }, taken)
    return judged.ok ? 'fine' : judged.refusal.code
  }
  expect(said(['a', 'b'], 2)).toBe('fine')
  expect(said(['a'], 1)).toBe('training/options')
  expect(said(['a', 'a'], 1)).toBe('training/options')
  expect(said(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 1)).toBe('training/options')
  expect(said(['a', 'b'], 0)).toBe('training/no-such-option')
  expect(said(['a', 'b'], 3)).toBe('training/no-such-option')
  expect(said(['a', 'b'], 1, true)).toBe('training/test-taken')
})
