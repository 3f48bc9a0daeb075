import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, judgeGtin, showGtin } from './gtin.ts'

function outcome(typed: string) {
  const judged = judgeGtin(typed)
  return judged.ok ? judged.value : judged.refusal
}

describe('bar codes', () => {
  test.each([
    // Examples of the GS1 General Specifications and of printed Vietnamese labels of this shape.
    ['6291041500213', '06291041500213'],
    ['893 4567 8901 20', '08934567890120'],
    ['036000291452', '00036000291452'],
    ['9638-5074', '00000096385074'],
    ['10614141000415', '10614141000415'],
  ])('%s is kept as %s', (typed, kept) => expect(outcome(typed)).toBe(kept))

  test.each([
    ['629104150021', { code: 'product/gtin-check' }],
    ['6291041500214', { code: 'product/gtin-check', facts: { given: '4', right: '3' } }],
    ['62910415002', { code: 'product/gtin-length', facts: { length: 11 } }],
    ['629104150021300', { code: 'product/gtin-length', facts: { length: 15 } }],
    ['62910A1500213', { code: 'product/gtin-not-digits' }],
    ['٦٢٩١٠٤١٥٠٠٢١٣', { code: 'product/gtin-not-digits' }],
  ])('%s is refused', (typed, refusal) => expect(outcome(typed)).toMatchObject(refusal))

  const bodies = fc.constantFrom(7, 11, 12, 13).chain((length) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)))

  test('the right digit is always taken, the other nine never', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const right = checkDigit(body)
        const taken = Array.from({ length: 10 }, (_, digit) => judgeGtin(`${body}${digit}`)).flatMap(({ ok }, digit) =>
          ok ? [digit] : [],
        )
        expect(taken).toEqual([right])
      }),
    )
  })

  test('one digit read wrongly is always found out', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, place, shift) => {
        const digits = `${body}${checkDigit(body)}`
        const at = place % digits.length
        const wrong = (Number(digits[at]) + shift) % 10
        expect(judgeGtin(`${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`).ok).toBe(false)
      }),
    )
  })

  test('shown as printed, and read back the same', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const kept = `${body}${checkDigit(body)}`.padStart(14, '0')
        expect(outcome(showGtin(kept))).toBe(kept)
      }),
    )
  })
})
