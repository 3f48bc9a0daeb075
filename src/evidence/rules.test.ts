import { describe, expect, test } from 'vitest'
import type { NewPaper } from './model.ts'
import { faultsOfPaper, lapsingBefore, paperInForce, standingOf, tidyFileName } from './rules.ts'

const today = '2026-11-24'
const licence: NewPaper = {
  producerId: 'p',
  kind: 'food-safety',
  title: 'Giấy chứng nhận cơ sở đủ điều kiện',
  issuedOn: '2025-01-10',
  expiresOn: '2028-01-10',
}

describe('the words of a paper', () => {
  test.each<[string, Partial<NewPaper>, string[]]>([
    ['a licence with its dates', {}, []],
    ['a licence without an end', { expiresOn: undefined }, ['evidence/expiry-needed']],
    ['a licence said to have no end', { expiresOn: undefined, openEnded: true }, []],
    ['an end and no end at once', { openEnded: true }, ['evidence/expiry-and-open-ended']],
    ['a licence without a day of issue', { issuedOn: undefined }, ['evidence/issue-date-needed']],
    ['issued today', { issuedOn: today }, []],
    ['issued tomorrow', { issuedOn: '2026-11-25' }, ['evidence/issued-in-future']],
    ['an end on the day of issue', { expiresOn: '2025-01-10' }, []],
    ['an end the day before', { expiresOn: '2025-01-09' }, ['evidence/expires-before-issue']],
    ['an expired licence is history and may enter', { expiresOn: '2026-01-01' }, []],
    ['a story needs no dates', { kind: 'story-media', issuedOn: undefined, expiresOn: undefined }, []],
    [
      'a test needs its day',
      { kind: 'test-result', issuedOn: undefined, expiresOn: undefined },
      ['evidence/issue-date-needed'],
    ],
    [
      'several faults are said at once',
      { issuedOn: undefined, expiresOn: undefined },
      ['evidence/issue-date-needed', 'evidence/expiry-needed'],
    ],
  ])('%s', (_, change, codes) => {
    expect(faultsOfPaper({ ...licence, ...change }, today).map(({ code }) => code)).toEqual(codes)
  })
})

describe('until when a paper holds', () => {
  const paper = { issuedOn: '2026-01-01', expiresOn: '2026-12-31', withdrawnAt: null }

  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('on %s: %s', (day, holds) => expect(paperInForce(paper, day)).toBe(holds))

  test.each([
    ['2026-11-01', 'expiring'],
    ['2026-10-31', 'in-force'],
    ['2026-12-31', 'expiring'],
    ['2027-01-01', 'expired'],
  ])('on %s it stands as %s', (day, standing) => expect(standingOf(paper, day)).toBe(standing))

  test('without an end it holds; withdrawn it does not', () => {
    expect(standingOf({ ...paper, expiresOn: null }, '2099-01-01')).toBe('in-force')
    const withdrawn = { ...paper, withdrawnAt: '2026-05-05T00:00:00.000Z' }
    expect([standingOf(withdrawn, today), paperInForce(withdrawn, today)]).toEqual(['withdrawn', false])
  })

  test('what lapses before the council meets is told; what is already gone is not told again', () => {
    const gone = { ...paper, expiresOn: '2026-06-30' }
    const lasting = { ...paper, expiresOn: '2027-06-30' }
    expect(lapsingBefore([paper, gone, lasting], today, '2027-01-15')).toEqual([paper])
  })
})

test.each([
  ['Giấy CNĐKKD.PDF', 'application/pdf', 'Giấy CNĐKKD.pdf'],
  [String.raw`C:\Users\mau\Desktop\ảnh chụp.png`, 'image/jpeg', 'ảnh chụp.jpg'],
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['a\r\nSet-Cookie: x.pdf', 'application/pdf', 'a Set-Cookie x.pdf'],
  ['.pdf', 'application/pdf', 'minh-chung.pdf'],
  ['gia\u0323y.pdf', 'application/pdf', 'giạy.pdf'],
  [`${'x'.repeat(300)}.pdf`, 'application/pdf', `${'x'.repeat(100)}.pdf`],
  ['hóa đơn \u202efdp.exe', 'application/pdf', 'hóa đơn fdp.pdf'],
] as const)('the name %j is kept safely', (typed, mediaType, kept) => {
  expect(tidyFileName(typed, mediaType)).toBe(kept)
})
