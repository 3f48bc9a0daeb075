import { readFileSync, readdirSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { asset, assetRoutes, assetText, drawings } from './assets.ts'

const sheets = new URL('./sheets/', import.meta.url)

describe('assets', () => {
  it('keep the stylesheet under 12 KB of brotli', () => {
    expect(brotliCompressSync(assetText('house.css')).length).toBeLessThan(12 * 1024)
  })

  it('hold every sheet in one file', () => {
    const last = (text: string) => (text.trim().split('\n').at(-2) ?? '').replace(/\/\*.*\*\//, '').trim()
    for (const name of readdirSync(sheets)) {
      expect(assetText('house.css'), name).toContain(last(readFileSync(new URL(name, sheets), 'utf8')))
    }
  })

  it('name files by their content and let a browser keep them for ever', async () => {
    expect(asset('house.css')).toMatch(/^\/assets\/house\.[\w-]{10}\.css$/)
    const answer = await assetRoutes.request(asset('house.css'), { headers: { 'Accept-Encoding': 'gzip, br' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toContain('immutable')
    expect(answer.headers.get('Content-Encoding')).toBe('br')
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(12 * 1024)
  })

  it('fall back to gzip, then to the plain file', async () => {
    const gzip = await assetRoutes.request(asset('img/ca-phe.svg'), { headers: { 'Accept-Encoding': 'gzip' } })
    expect(gzip.headers.get('Content-Encoding')).toBe('gzip')
    const plain = await assetRoutes.request(asset('img/ca-phe.svg'))
    expect(plain.headers.get('Content-Encoding')).toBeNull()
    expect(await plain.text()).toContain('<svg')
  })

  it('point every font of the stylesheet at a file that is served', async () => {
    const css = await (await assetRoutes.request(asset('house.css'))).text()
    const fonts = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url as string)
    expect(fonts.length).toBeGreaterThan(10)
    for (const url of fonts) expect((await assetRoutes.request(url)).headers.get('Content-Type')).toBe('font/woff2')
  })

  it('refuse a name that is not there', async () => {
    expect(() => asset('img/khong-co.svg')).toThrow('no asset named')
    expect((await assetRoutes.request('/assets/house.css')).status).toBe(404)
    expect((await assetRoutes.request('/assets/../form.tsx')).status).toBe(404)
  })

  it('serve islands as plain JavaScript under 5 KB', async () => {
    const answer = await assetRoutes.request(asset('open-filters.js'))
    const code = await answer.text()
    expect(answer.headers.get('Content-Type')).toContain('text/javascript')
    expect(code.length).toBeLessThan(5 * 1024)
  })

  it('list the drawings of the demonstration', () => {
    expect(drawings()).toContain('img/ca-phe.svg')
  })

  it('keep gold for stars: no other rule of the stylesheet names it', () => {
    const rules = assetText('house.css')
      .split('\n')
      .filter((line) => line.includes('var(--gold'))
    expect(rules.length).toBeGreaterThan(0)
    for (const rule of rules) expect(rule).toContain('.stars')
  })
})
