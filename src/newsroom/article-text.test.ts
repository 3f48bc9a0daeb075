import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleHtml } from './article-text.ts'
import type { ShownCitation } from './model.ts'
import { citationText } from './rules.ts'

const cited: ShownCitation = {
  figure: 'san-pham-con-hieu-luc',
  onDate: '2026-11-24',
  placeCode: '66',
  title: 'Sản phẩm OCOP còn hiệu lực',
  unit: 'sản phẩm',
  placeName: 'Đắk Lắk',
  cited: 1234,
  today: 1250,
}
const token = citationText(cited)
const html = (body: string) => articleHtml(body, [cited])

describe('a cited figure', () => {
  test('leads to its records, says its day and place, and how it stands today', () => {
    expect(html(`Có ${token} trong tỉnh.`)).toBe(
      '<p>Có <a class="cited-figure" href="/thong-ke/san-pham-con-hieu-luc/ho-so-goc?ngay=2026-11-24&amp;noi=66">1.234 sản phẩm</a> ' +
        '<span class="small muted">(Đắk Lắk, ngày 24/11/2026; hôm nay 1.250)</span> trong tỉnh.</p>\n',
    )
  })

  test('inside a link is the bare number: no link stands in a link', () => {
    expect(html(`[xem ${token}](/thong-ke)`)).toBe('<p><a href="/thong-ke">xem 1.234 sản phẩm</a></p>\n')
  })

  test.each([
    ['the title of a link', `[xem](/thong-ke "${token}")`],
    ['code', `\`${token}\``],
    ['an address', `[xem](/${token})`],
  ])('in %s stays the words it is', (_, body) => {
    expect(html(body)).not.toContain('cited-figure')
  })

  test('that nobody counted shows as it was written', () => {
    expect(articleHtml(`${token}`, [])).toBe(`<p>${token}</p>\n`)
  })

  test('with a hostile name of a place puts no element into the page', () => {
    const shown = articleHtml(token, [
      { ...cited, placeName: '<img src=x onerror=alert(1)>', unit: '"><script>x</script>' },
    ])
    expect(shown).not.toMatch(/<(img|script)/)
  })
})

describe('what may stand in a page', () => {
  test.each([
    ['<script>alert(1)</script>', /<script/],
    ['<img src=x onerror=alert(1)>', /<img/],
    ['![x](https://theo-doi.vidu/x.png)', /<img/],
    ['[x](javascript:alert(1))', /href="javascript/],
    ['[x](data:text/html,x)', /href="data/],
    ['[x](//la.vidu)', /href="\/\//],
    ['# Tiêu đề', /<h1/],
  ])('%s is taken out', (body, hostile) => {
    expect(html(body)).not.toMatch(hostile)
  })

  test('headings begin under the title; a link outward is no recommendation', () => {
    expect(html('# Mục\n\n#### Mục nhỏ')).toBe('<h2>Mục</h2>\n<h3>Mục nhỏ</h3>\n')
    expect(html('[x](https://vidu.vn)')).toContain('rel="nofollow noopener"')
  })

  test('no text makes an element that is not on the list', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '[',
      '](',
      ')',
      '!',
      '`',
      'javascript:',
      'onerror=',
      'script',
      token,
      '\n',
      ' ',
      '&',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const tags = [...html(pieces.join('')).matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag)
        const allowed = [
          'p',
          'h2',
          'h3',
          'ul',
          'ol',
          'li',
          'strong',
          'em',
          's',
          'blockquote',
          'a',
          'br',
          'hr',
          'code',
          'pre',
          'span',
        ]
        expect(tags.filter((tag) => !allowed.includes(tag ?? ''))).toEqual([])
        expect(html(pieces.join(''))).not.toMatch(/<[^>]*\son\w+=|href="\s*javascript/i)
      }),
      { numRuns: 300 },
    )
  })
})
