import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { expiryOf, renewalTiming, renewalWindowOf, runsOnUntil } from './certificate-term.ts'
import { textById, texts } from './law.ts'
import type { LegalText } from './model.ts'

const current = textById('26-2026') as LegalText
const older = textById('148-2023') as LegalText

describe('36 months from the day of issue', () => {
  test.each([
    ['2026-08-05', '2029-08-05'],
    ['2024-02-29', '2027-02-28'],
    ['2025-03-31', '2028-03-31'],
  ])('issued %s, last day %s, under every text', (issuedOn, expiresOn) => {
    for (const text of texts) expect(expiryOf(text, issuedOn)).toBe(expiresOn)
  })
})

describe('a renewal is filed 180 to 120 days before the end', () => {
  const expiresOn = '2027-06-30'

  it('between the 180th and the 120th day', () => {
    expect(renewalWindowOf(current, expiresOn)).toEqual({ opensOn: '2027-01-01', closesOn: '2027-03-02' })
    expect(renewalWindowOf(older, expiresOn)).toBeUndefined()
  })

  test.each([
    ['2026-12-31', 'too-early'],
    ['2027-01-01', 'in-window'],
    ['2027-03-02', 'in-window'],
    ['2027-03-03', 'late'],
    ['2027-06-30', 'late'],
    ['2027-07-01', 'after-expiry'],
  ])('filed %s is %s', (filedOn, timing) => {
    expect(renewalTiming(current, expiresOn, filedOn)).toBe(timing)
  })

  it('the text of 2023 sets no window', () => {
    expect(renewalTiming(older, expiresOn, '2027-01-01')).toBe('no-window')
  })
})

describe('a certificate runs on while its renewal is undecided', () => {
  test.each([
    // expires, filed, until, certainty
    ['2026-09-18', '2026-09-30', '2027-03-17', 'printed'],
    ['2026-05-22', '2026-06-01', '2026-11-18', 'printed'],
    ['2026-09-19', '2026-09-01', '2027-03-18', 'inferred'],
    ['2027-06-30', '2027-06-30', '2027-12-27', 'inferred'],
  ])('expires %s, filed %s: until %s (%s)', (expiresOn, filedOn, until, certainty) => {
    expect(runsOnUntil(current, expiresOn, filedOn)).toEqual({ until, certainty })
  })

  test.each([
    ['nothing filed', '2026-09-18', undefined],
    ['filed after 180 days', '2026-09-18', '2027-03-18'],
    ['outside the transition, filed after expiry', '2026-09-19', '2026-09-20'],
  ])('not with %s', (_, expiresOn, filedOn) => {
    expect(runsOnUntil(current, expiresOn, filedOn)).toBeUndefined()
  })

  it('never under a text that knows no such thing', () => {
    expect(runsOnUntil(older, '2025-01-01', '2024-12-01')).toBeUndefined()
  })
})

it('the window always lies inside the validity', () => {
  const day = fc
    .date({ min: new Date('2019-08-21'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, (issuedOn) => {
      const expiresOn = expiryOf(current, issuedOn)
      const window = renewalWindowOf(current, expiresOn)
      expect(
        window && issuedOn < window.opensOn && window.opensOn < window.closesOn && window.closesOn < expiresOn,
      ).toBe(true)
    }),
  )
})
