import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { visiting } from '../../test/support/pages.ts'
import { colleague, editor, text } from '../../test/support/press.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { beginArticle, publishArticle, saveEdition, withdrawArticle } from './actions.ts'
import { newsroomDeskPages } from './pages-desk.tsx'
import { newsroomPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const read = visiting(newsroomPages, refusals, () => world.as(actor))
const desk = visiting(newsroomDeskPages, refusals, () => world.as(actor))
beforeEach(() => {
  actor = visitor
})

const form = {
  unit: '66',
  title: 'Hội chợ cuối năm',
  summary: 'Năm mươi gian hàng.',
  body: '## Gian hàng\n\nMở cửa từ **8 giờ**.',
  category: 'su-kien',
  figurePlace: 'VN',
}

async function published(change: Readonly<Record<string, unknown>>): Promise<string> {
  const id = await beginArticle(world.as(editor), '66', text(change))
  return publishArticle(world.as(editor), id, { base: 1 })
}

const opening = {
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'user-agent': 'Mozilla/5.0 Firefox/140',
}

describe('writing', () => {
  test('only people of a newsroom have the desk; a visitor signs in first', async () => {
    expect((await desk.get('/bien-tap/moi')).status).toBe(303)
    actor = { ...visitor, id: 'chu-the' }
    expect((await desk.get('/bien-tap/moi')).status).toBe(404)
    expect((await desk.post('/bien-tap/moi', form)).status).toBe(404)
  })

  test('faults stand at their fields and what was typed stays', async () => {
    actor = editor
    const redrawn = await desk.post('/bien-tap/moi', { ...form, title: '', category: '', products: 'KHONG-CO' })
    const html = await redrawn.text()
    expect(redrawn.status).toBe(422)
    expect(html).toContain('Hãy đặt tiêu đề cho bài.')
    expect(html).toContain('Hãy chọn chuyên mục.')
    expect(html).toContain('Mở cửa từ **8 giờ**.')
    expect(await (await desk.post('/bien-tap/moi', { ...form, products: 'KHONG-CO' })).text()).toContain(
      'Không có sản phẩm mang mã KHONG-CO trong danh mục.',
    )
  })

  test('a picture is drawn anew, needs its description, and goes with its article', async () => {
    actor = editor
    const bytes = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#2a5' } })
      .withExif({ IFD0: { Make: 'Máy' } })
      .jpeg()
      .toBuffer()
    const picture = new File([new Uint8Array(bytes)], 'anh.jpg', { type: 'image/jpeg' })
    expect(await (await desk.post('/bien-tap/moi', { ...form, picture })).text()).toContain('Hãy mô tả ảnh')
    const notOne = new File(['xin chào'], 'anh.jpg', { type: 'image/jpeg' })
    expect(
      await (await desk.post('/bien-tap/moi', { ...form, picture: notOne, pictureDescription: 'x' })).text(),
    ).toContain('không phải ảnh')
    const saved = await desk.post('/bien-tap/moi', { ...form, picture, pictureDescription: 'Cổng hội chợ' })
    const file = saved.headers.get('location') ?? ''
    const html = await (await desk.get(file)).text()
    const address = /\/tin-tuc\/anh\/[0-9a-f]{64}/.exec(html)?.[0] ?? ''
    const drawn = await read.get(address)
    expect([drawn.status, drawn.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    const { exif, width } = await sharp(await drawn.arrayBuffer()).metadata()
    expect([exif, width]).toEqual([undefined, 1200])
    actor = visitor
    expect((await read.get(address)).status).toBe(404)
    actor = editor
    const { headers } = await desk.post(`${file}/xuat-ban`, { base: '1' })
    actor = visitor
    const article = await (await read.get(headers.get('location') ?? '')).text()
    expect(article).toContain(`property="og:image" content="http://localhost${address}"`)
    expect((await read.get(address)).status).toBe(200)
  })

  test('two editors at once: 409 with the words of both, and the next saving knows of the other', async () => {
    const id = await beginArticle(world.as(editor), '66', text())
    await saveEdition(world.as(colleague), id, text({ base: 1, body: 'Chữ của đồng nghiệp' }))
    actor = editor
    const { unit, ...own } = form
    expect(unit).toBe('66')
    const redrawn = await desk.post(`/bien-tap/${id}`, { ...own, base: '1', body: 'Chữ của tôi' })
    const html = await redrawn.text()
    expect(redrawn.status).toBe(409)
    expect(html).toMatch(/<pre class="kept-lines">Chữ của đồng nghiệp<\/pre>/)
    expect(html).toMatch(/<textarea[^>]*name="body"[^>]*>Chữ của tôi<\/textarea>/)
    expect(html).toContain('name="base" value="2"')
    expect((await desk.post(`/bien-tap/${id}`, { ...own, base: '2', body: 'Đã ghép' })).status).toBe(303)
  })
})

describe('reading', () => {
  test('the list finds words with or without marks, a section, a province, a tag, and pages', async () => {
    await published({ title: 'Gạo nương Mường Tấc', tags: 'gạo', province: '14', category: 'thi-truong' })
    for (let count = 0; count < 13; count++) await published({ title: `Bài ${count}`, category: 'chu-the' })
    const list = async (query: string) => (await read.get(`/tin-tuc?${query}`)).text()
    for (const query of ['q=gao+nuong', 'q=G%E1%BA%A1o', 'chuyen-muc=thi-truong', 'tinh=14', 'the=g%E1%BA%A1o']) {
      const html = await list(query)
      expect([query, html.includes('Gạo nương Mường Tấc'), html.includes('Bài 3')]).toEqual([query, true, false])
    }
    expect(await list('q=khong+co+gi')).toContain('Không có bài nào khớp')
    const first = await list('chuyen-muc=chu-the')
    expect([first.includes('Bài 12'), first.includes('>Bài 0<')]).toEqual([true, false])
    expect(await list('chuyen-muc=chu-the&trang=2')).toContain('>Bài 0<')
    expect((await read.get('/tin-tuc?trang=x&tinh=zz&chuyen-muc=la')).status).toBe(200)
  })

  test('an article has its text, its preview and no hostile element; one that is not there is missing', async () => {
    const slug = await published({ title: 'Chợ <phiên> & "sao"', body: '<script>alert(1)</script> **đậm**' })
    const html = await (await read.get(`/tin-tuc/${slug}`)).text()
    expect(html).toContain('<strong>đậm</strong>')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('property="og:title" content="Chợ &lt;phiên&gt; &amp; &quot;sao&quot;"')
    expect(html).toContain(`property="og:url" content="http://localhost/tin-tuc/${slug}"`)
    expect((await read.get('/tin-tuc/khong-co')).status).toBe(404)
  })

  test('an opening counts once, a reload and a robot do not', async () => {
    const slug = await published({ title: 'Đếm' })
    const open = (headers: Record<string, string>) => read.get(`/tin-tuc/${slug}`, headers)
    await open(opening)
    await open({ ...opening, 'cache-control': 'max-age=0' })
    await open({ ...opening, 'user-agent': 'Googlebot/2.1' })
    await open({})
    expect(await (await open({})).text()).toContain('<span class="num">1</span> lượt mở')
  })

  test('a withdrawn article is gone with its reason, from the page, the list and the feed', async () => {
    const id = await beginArticle(world.as(editor), '66', text({ title: 'Tin nhầm', body: 'Nội dung sai' }))
    const slug = await publishArticle(world.as(editor), id, { base: 1 })
    expect(await (await read.get('/tin-tuc/feed.xml')).text()).toContain('Tin nhầm')
    await withdrawArticle(world.as(editor), id, { reason: 'Nhầm ngày' })
    const gone = await read.get(`/tin-tuc/${slug}`)
    const html = await gone.text()
    expect([gone.status, html.includes('Nhầm ngày'), html.includes('Nội dung sai')]).toEqual([410, true, false])
    expect(await (await read.get('/tin-tuc/feed.xml')).text()).not.toContain('Tin nhầm')
  })

  test('the feed is Atom and holds any title as text', async () => {
    const slug = await published({ title: 'Giá < 10.000 & "rẻ"\u0007' })
    const feed = await read.get('/tin-tuc/feed.xml')
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const xml = await feed.text()
    expect(xml).toContain('<title>Giá &lt; 10.000 &amp; &quot;rẻ&quot;</title>')
    expect(xml).toContain(`<link href="http://localhost/tin-tuc/${slug}"/>`)
  })
})
