import { describe, expect, test } from 'vitest'
import { articleCan, citationText, citationsIn, isReading, judgeCitations, mostFigures } from './rules.ts'

const path = '/tin-tuc/mua-ca-phe'
const opened = {
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36',
}

describe('what counts as a reading', () => {
  test('a person who opens the page, from the list or from elsewhere', () => {
    expect(isReading(opened, path)).toBe(true)
    expect(isReading({ ...opened, referer: 'https://vidu.vn/tin-tuc' }, path)).toBe(true)
  })

  test.each([
    ['a reload', { 'cache-control': 'max-age=0' }],
    ['a hard reload', { 'cache-control': 'no-cache' }],
    ['coming back from the own form', { referer: `https://vidu.vn${path}?trang=2` }],
    ['a page fetched in advance', { 'sec-purpose': 'prefetch;prerender' }],
    ['a page fetched in advance, in older words', { purpose: 'prefetch' }],
    ['a robot that says so', { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' }],
    ['a preview of a shared link', { 'user-agent': 'facebookexternalhit/1.1; LinkPreview' }],
    ['a program', { 'user-agent': 'curl/8.5.0' }],
    ['a program without a name', { 'user-agent': undefined }],
    ['a picture or a script that asks for the address', { 'sec-fetch-dest': 'image' }],
    ['a script of another page', { 'sec-fetch-mode': 'cors' }],
    ['a client that says nothing of how it opens', { 'sec-fetch-dest': undefined }],
  ])('not %s', (_, change) => {
    expect(isReading({ ...opened, ...change }, path)).toBe(false)
  })
})

describe('figures named in a text', () => {
  const one = { figure: 'san-pham-con-hieu-luc', onDate: '2026-11-24', placeCode: '66' }
  const known = (figure: string) => figure === one.figure

  test('are found once each, in any place of the text', () => {
    expect(
      citationsIn(`A ${citationText(one)}, ${citationText(one)}\n- ${citationText({ ...one, placeCode: 'VN' })}`),
    ).toEqual([one, { ...one, placeCode: 'VN' }])
    expect(citationsIn('{{so-lieu:x}} {{so-lieu:a:24/11/2026:66}} {so-lieu:a:2026-11-24:66}')).toEqual([])
  })

  test.each([
    ['today', '2026-11-24', true],
    ['tomorrow', '2026-11-25', 'newsroom/figure-of-a-day-to-come'],
  ])('as of %s', (_, onDate, expected) => {
    const judged = judgeCitations([{ ...one, onDate }], '2026-11-24', known)
    expect(judged.ok || judged.refusal.code).toBe(expected)
  })

  test('one that is not published, and one more than a text may hold', () => {
    const code = (citations: Parameters<typeof judgeCitations>[0]) => {
      const judged = judgeCitations(citations, '2026-11-24', known)
      return judged.ok ? 'allowed' : judged.refusal.code
    }
    expect(code([{ ...one, figure: 'mo-ho' }])).toBe('newsroom/no-such-figure')
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...one, placeCode: String(index) }))
    expect([code(many(mostFigures)), code(many(mostFigures + 1))]).toEqual(['allowed', 'newsroom/too-many-figures'])
  })
})

test('what each state leaves open', () => {
  const states = ['draft', 'published', 'withdrawn'] as const
  const open = (act: Parameters<typeof articleCan>[0]) => states.filter((state) => articleCan(act, { state }))
  expect([open('save'), open('publish'), open('correct'), open('withdraw')]).toEqual([
    states,
    ['draft', 'withdrawn'],
    ['published'],
    ['published'],
  ])
})
