import { describe, expect, it } from 'vitest'
import { BarChart, StackedBarChart, percentOf } from './chart.tsx'
import { mapHeight, mapWidth } from './geography.ts'
import { LineChart, niceTop } from './line-chart.tsx'
import { MapLegend, ProvinceMap, rampOf, rampSteps } from './map.tsx'

const panel = { id: 'theo-sao', title: 'Theo hạng sao', description: '14.906 sản phẩm' }
const bars = String(
  <BarChart
    {...panel}
    heads={['Hạng', 'Sản phẩm']}
    rows={[
      { label: '4 sao', value: 4052, href: '/san-pham?sao=4' },
      { label: '3 sao', value: 10731 },
    ]}
  />,
)
const series = [
  { name: '3 sao', values: [100, 200] },
  { name: '4 sao', values: [20, 50] },
]
const stacked = String(<StackedBarChart {...panel} labels={['2025', '2026']} series={series} labelHead="Năm" />)
const lines = String(
  <LineChart
    {...panel}
    labels={['2025', '2026']}
    series={series}
    labelHead="Năm"
    hrefOf={(year) => `/thong-ke?nam=${year}`}
  />,
)

describe('every chart', () => {
  it.each([
    ['bars', bars],
    ['stacked bars', stacked],
    ['lines', lines],
  ])('of %s has a title, a description and the same figures as a table', (_, html) => {
    expect(html).toContain('aria-labelledby="theo-sao-ten" aria-describedby="theo-sao-mo-ta"')
    expect(html).toContain('<h2 id="theo-sao-ten">Theo hạng sao</h2>')
    expect(html).toContain('id="theo-sao-mo-ta">14.906 sản phẩm')
    expect(html).toMatch(/<details>.*Xem dạng bảng.*<table.*<caption>Theo hạng sao<\/caption>.*<\/table>.*<\/details>/)
    expect(html).not.toContain(' style=')
  })
})

describe('bars', () => {
  it('say the number, then draw it; the longest is full', () => {
    expect(bars).toContain('<strong>10.731</strong>')
    expect(bars).toContain('width="100%"')
    expect(bars).toContain('width="37.8%"')
  })

  it('open the records they count', () => {
    expect(bars).toContain('<a href="/san-pham?sao=4">4 sao</a>')
  })

  it('add up in the foot of their table', () => {
    expect(bars).toContain('<tfoot><tr><th scope="row">Tổng</th><td class="num">14.783</td>')
  })

  it('write shares the Vietnamese way', () => {
    expect(percentOf(4052, 14906)).toBe('27,2%')
  })

  it('survive having nothing to show', () => {
    expect(
      String(<BarChart {...panel} heads={['Hạng', 'Sản phẩm']} rows={[{ label: '5 sao', value: 0 }]} />),
    ).toContain('width="0%"')
  })
})

describe('stacked bars', () => {
  it('say every part aloud', () => {
    expect(stacked).toContain('aria-label="3 sao 200, 4 sao 50"')
    expect(stacked).toContain('<rect class="ramp-4" x="80%" width="20%"')
  })
})

describe('lines', () => {
  it('tell their story in the description and link every point', () => {
    expect(lines).toContain('>3 sao: từ 100 (2025) đến 200 (2026). 4 sao: từ 20 (2025) đến 50 (2026).</desc>')
    expect(lines.match(/<a href="\/thong-ke\?nam=2026" aria-label/g)).toHaveLength(2)
  })

  it.each([
    [1, 1],
    [7, 10],
    [120, 200],
    [240, 250],
    [604, 1000],
  ])('to %i end their scale at %i', (value, top) => {
    expect(niceTop(value)).toBe(top)
  })
})

describe('the map', () => {
  const outline = String(<ProvinceMap label="Bản đồ Việt Nam" />)
  const places = new Map([['51', { value: 411, href: '#t51', says: '411 sản phẩm' }]])

  it('shows and names Hoàng Sa and Trường Sa, always', () => {
    for (const html of [outline, String(<ProvinceMap label="Bản đồ" places={places} steps={[200]} />)]) {
      expect(html).toContain('Quần đảo Hoàng Sa')
      expect(html).toContain('(Đà Nẵng)')
      expect(html).toContain('Quần đảo Trường Sa')
      expect(html).toContain('(Khánh Hoà)')
      const dots = [...html.matchAll(/<circle cx="(\d+)" cy="(\d+)"/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      )
      expect(dots.length).toBeGreaterThan(100)
      for (const [x, y] of dots) expect(x >= 0 && x <= mapWidth && y >= 0 && y <= mapHeight).toBe(true)
    }
  })

  it('draws 34 provinces in under 60 KB', () => {
    expect(outline.match(/<path/g)).toHaveLength(34)
    expect(outline.length).toBeLessThan(60 * 1024)
  })

  it('links a province that has something to open, in the tint of its class', () => {
    const html = String(<ProvinceMap label="Bản đồ" places={places} steps={[200, 400]} />)
    expect(html).toMatch(/<a href="#t51" aria-label="Tỉnh Quảng Ngãi: 411 sản phẩm"><path [^>]*class="ramp-3"/)
  })

  it('cuts five classes that a person can say', () => {
    expect(rampSteps([96, 140, 218, 288, 375, 454, 532, 602, 680, 2703])).toEqual([220, 380, 530, 680])
    expect(rampSteps([])).toEqual([])
    expect([0, 1, 199, 200, 999].map((value) => rampOf(value, [200, 350, 500, 650]))).toEqual([0, 1, 1, 2, 5])
    expect(rampSteps([0, 0, 0, 0, 0, 28, 42, 58, 86, 93])).toEqual([42, 58, 86, 93])
    const legend = String(<MapLegend steps={[200, 350]} />)
    expect(legend).toContain('chưa có')
    expect(legend).toContain('dưới 200')
    expect(legend).toContain('200 đến 349')
    expect(legend).toContain('từ 350')
  })
})
