import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, civilDateOf } from '../kernel/civil-date.ts'
import { textById } from '../regime/law.ts'
import { revocationGrounds } from './model.ts'
import type { CertificateFacts, Decision, Line } from './model.ts'
import * as rules from './rules.ts'

const plain: CertificateFacts = {
  stars: 4,
  issuedOn: '2026-06-26',
  expiresOn: '2029-06-26',
  ending: null,
  suspensions: [],
  renewals: [],
}

describe('36 months, in force through the last day (Bộ luật Dân sự Điều 148)', () => {
  test.each([
    ['2026-06-26', 'valid'],
    ['2029-06-25', 'valid'],
    ['2029-06-26', 'valid'],
    ['2029-06-27', 'expired'],
  ] as const)('on %s the certificate of 26/06/2026 is %s', (at, status) => {
    expect(rules.statusOf(plain, at)).toBe(status)
  })

  test.each([
    ['2024-02-29', '2027-02-28', '2027-03-01'],
    ['2028-02-29', '2031-02-28', '2031-03-01'],
    ['2025-02-28', '2028-02-28', '2028-02-29'],
    ['2026-08-31', '2029-08-31', '2029-09-01'],
    ['2026-12-31', '2029-12-31', '2030-01-01'],
  ] as const)('issued on %s it lives through %s and not on %s', (issuedOn, last, after) => {
    const certificate = { ...plain, issuedOn, expiresOn: addMonths(issuedOn, 36) }
    expect(rules.statusOf(certificate, last)).toBe('valid')
    expect(rules.statusOf(certificate, after)).toBe('expired')
  })

  test('the day turns in Vietnam, seven hours before it does in London', () => {
    expect(rules.statusOf(plain, civilDateOf('2029-06-26T16:59:59.999Z'))).toBe('valid')
    expect(rules.statusOf(plain, civilDateOf('2029-06-26T17:00:00.000Z'))).toBe('expired')
  })
})

describe('a renewal that waits keeps the mark at most 180 days (26/2026 Điều 12.3)', () => {
  const filed = (filedOn: string, settledOn: string | null = null) => ({ ...plain, renewals: [{ filedOn, settledOn }] })

  test.each([
    ['filed in the window, before the last day', filed('2029-01-15'), '2029-06-26', 'valid'],
    ['filed in the window, the day after', filed('2029-01-15'), '2029-06-27', 'renewal-pending'],
    ['180 days after the last day', filed('2029-01-15'), '2029-12-23', 'renewal-pending'],
    ['181 days after the last day', filed('2029-01-15'), '2029-12-24', 'expired'],
    ['filed late but before the last day', filed('2029-06-26'), '2029-06-27', 'renewal-pending'],
    ['filed after the last day', filed('2029-06-27'), '2029-06-28', 'expired'],
    ['not filed yet on that day', filed('2029-01-15'), '2029-01-14', 'valid'],
    ['settled without a star, the day before', filed('2029-01-15', '2029-08-01'), '2029-07-31', 'renewal-pending'],
    ['settled without a star, that day', filed('2029-01-15', '2029-08-01'), '2029-08-01', 'expired'],
  ] as const)('%s', (_, certificate, at, status) => {
    expect(rules.statusOf(certificate, at)).toBe(status)
  })

  test('what had no window when the text began may still be filed after the last day', () => {
    const caught: CertificateFacts = { ...plain, issuedOn: '2023-06-01', expiresOn: '2026-06-01', renewals: [] }
    const late = { ...caught, renewals: [{ filedOn: '2026-06-15', settledOn: null }] }
    expect(rules.statusOf(late, '2026-06-14')).toBe('expired')
    expect(rules.statusOf(late, '2026-06-15')).toBe('renewal-pending')
    expect(rules.statusOf(late, '2026-11-28')).toBe('renewal-pending')
    expect(rules.statusOf(late, '2026-11-29')).toBe('expired')
    expect(rules.firstDayWithout(late)).toBe('2026-11-29')
    expect(rules.judgeRenewal(caught, '2026-06-15', false).ok).toBe(true)
  })

  test('texts before 26/2026 gave no such days', () => {
    const old: CertificateFacts = {
      ...plain,
      issuedOn: '2022-05-01',
      expiresOn: '2025-05-01',
      renewals: [{ filedOn: '2025-03-01', settledOn: null }],
    }
    expect(rules.statusOf(old, '2025-05-02')).toBe('expired')
  })
})

describe('endings and suspensions', () => {
  const suspended = { ...plain, suspensions: [{ fromDate: '2026-11-18', toDate: '2026-12-01' }] }
  const revoked: CertificateFacts = { ...plain, ending: { kind: 'revoked', endedOn: '2026-10-08' } }
  const replaced: CertificateFacts = { ...plain, ending: { kind: 'replaced', endedOn: '2028-01-05' } }

  test.each([
    ['the day before the suspension', suspended, '2026-11-17', 'valid'],
    ['its first day', suspended, '2026-11-18', 'suspended'],
    ['its last day', suspended, '2026-11-30', 'suspended'],
    ['the day it is lifted', suspended, '2026-12-01', 'valid'],
    [
      'an open suspension',
      { ...plain, suspensions: [{ fromDate: '2026-11-18', toDate: null }] },
      '2029-06-26',
      'suspended',
    ],
    [
      'an open suspension past the term',
      { ...plain, suspensions: [{ fromDate: '2026-11-18', toDate: null }] },
      '2029-06-27',
      'expired',
    ],
    ['the day before the revocation', revoked, '2026-10-07', 'valid'],
    ['the day of the revocation', revoked, '2026-10-08', 'revoked'],
    ['a revoked one past its term stays revoked', revoked, '2031-01-01', 'revoked'],
    ['the day before a new certificate', replaced, '2028-01-04', 'valid'],
    ['the day of the new certificate', replaced, '2028-01-05', 'expired'],
    [
      'a recorded expiry changes nothing before its day',
      { ...plain, ending: { kind: 'expiry-recorded', endedOn: '2029-06-27' } },
      '2029-06-26',
      'valid',
    ],
  ] as const)('%s', (_, certificate, at, status) => {
    expect(rules.statusOf(certificate as CertificateFacts, at)).toBe(status)
  })

  test('once out of force by its own end, a certificate never comes back', () => {
    const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2026-06-26', days))
    fc.assert(
      fc.property(day, day, day, fc.constantFrom('revoked', 'replaced'), (endedOn, one, other, kind) => {
        const certificate: CertificateFacts = { ...plain, ending: { kind, endedOn } }
        const [early, late] = one < other ? [one, other] : [other, one]
        const out = (at: string) => !rules.isInForce(rules.statusOf(certificate, at))
        return !out(early) || out(late)
      }),
    )
  })
})

test('numbers of certificates carry the unit, the year and a serial', () => {
  expect(rules.certificateNumber({ unit: '51', year: 2026, serial: 147 })).toBe('OCOP-51-2026-0147')
  expect(rules.certificateNumber({ unit: 'VN', year: 2027, serial: 12_345 })).toBe('OCOP-VN-2027-12345')
})

test.each([
  ['province', '3981', '3981/QĐ-UBND'],
  ['ministry', ' 377 ', '377/QĐ-BNNMT'],
  ['province', '3981 / QĐ-UBND', '3981/QĐ-UBND'],
  ['ministry', '2361/QĐ-BNNMT', '2361/QĐ-BNNMT'],
] as const)('at level %s, %s is read as %s', (level, typed, whole) => {
  expect(rules.wholeNumber(level, typed)).toBe(whole)
})

describe('issuing', () => {
  const draft = {
    issuedAt: null,
    level: 'province',
    kind: 'recognise',
    draftedAt: '2026-11-20T02:00:00.000Z',
  } satisfies Partial<Decision>
  const lines = [{}] as unknown as readonly Line[]
  const input = { number: '3981', decidedOn: '2026-11-24', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Phó Chủ tịch' }
  const codeOf = (judged: ReturnType<typeof rules.judgeIssue>) => (judged.ok ? 'ok' : judged.refusal.code)

  test.each([
    ['a draft with lines', draft, lines, input, 'ok'],
    [
      'an issued decision',
      { ...draft, issuedAt: '2026-11-24T03:00:00.000Z' },
      lines,
      input,
      'recognition/already-issued',
    ],
    ['a draft without lines', draft, [], input, 'recognition/no-lines'],
    ['a day to come', draft, lines, { ...input, decidedOn: '2026-11-25' }, 'recognition/decided-in-future'],
    [
      'a day before the session',
      draft,
      lines,
      { ...input, decidedOn: '2026-11-17' },
      'recognition/decided-before-basis',
    ],
    ['the day of the session', draft, lines, { ...input, decidedOn: '2026-11-18' }, 'ok'],
    ['no number at all', draft, lines, { ...input, number: 'khẩn' }, 'recognition/odd-number'],
    ['a sign of another kind of paper', draft, lines, { ...input, number: '12/CV-UBND' }, 'recognition/odd-number'],
  ] as const)('%s', (_, decision, given, typed, code) => {
    expect(codeOf(rules.judgeIssue(decision, given as readonly Line[], typed, '2026-11-18', '2026-11-24'))).toBe(code)
  })
})

describe('renewal and upgrade', () => {
  const code = (judged: ReturnType<typeof rules.judgeRenewal>) => (judged.ok ? judged.value : judged.refusal.code)

  test.each([
    ['2028-12-27', 'recognition/renewal-early'],
    ['2028-12-28', 'in-window'],
    ['2029-02-26', 'in-window'],
    ['2029-02-27', 'late'],
    ['2029-06-26', 'late'],
    ['2029-06-27', 'recognition/renewal-lapsed'],
  ] as const)('on %s, opening a renewal of what ends on 26/06/2029 is %s', (today, answer) => {
    expect(code(rules.judgeRenewal(plain, today, false))).toBe(answer)
  })

  test('one renewal at a time, and none of a revoked certificate', () => {
    expect(code(rules.judgeRenewal(plain, '2029-01-15', true))).toBe('recognition/renewal-open')
    expect(
      code(rules.judgeRenewal({ ...plain, ending: { kind: 'revoked', endedOn: '2028-01-01' } }, '2029-01-15', false)),
    ).toBe('recognition/not-renewable')
  })

  test('five stars do not rise, nor does what is not in force', () => {
    const answer = (given: Partial<CertificateFacts>, at = '2027-01-01') => {
      const judged = rules.judgeUpgrade({ ...plain, ...given }, at, false)
      return judged.ok ? 'ok' : judged.refusal.code
    }
    expect(answer({})).toBe('ok')
    expect(answer({ stars: 5 })).toBe('recognition/no-higher-star')
    expect(answer({}, '2029-06-27')).toBe('recognition/not-in-force')
  })
})

test('the grounds of a revocation are those of the law, in its order', () => {
  expect(textById('26-2026')?.revocationGrounds.map(({ id }) => id)).toEqual(revocationGrounds)
  expect(rules.revocationDays).toBe(15)
})
