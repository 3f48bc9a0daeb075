import { beforeEach, describe, expect, test } from 'vitest'
import { visiting } from '../../test/support/pages.ts'
import { colleague, editor, editorElsewhere, text } from '../../test/support/press.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { Hono } from 'hono'
import type { Env } from '../platform/web.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { beginArticle, publishArticle, withdrawArticle } from './actions.ts'
import { commentPage, commentQueue, deskItems, moderateComment, writeComment } from './actions-comment.ts'
import { commentPages } from './pages-comment.tsx'
import { newsroomPages } from './pages.tsx'
import { judgeComment } from './rules-comment.ts'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const both = new Hono<Env>().route('/', commentPages).route('/', newsroomPages)
const pages = visiting(both, refusals, () => world.as(actor))
beforeEach(() => {
  actor = visitor
})

let count = 0
async function article(): Promise<{ id: string; slug: string }> {
  count++
  const id = await beginArticle(world.as(editor), '66', text({ title: `Bài ${count}` }))
  return { id, slug: await publishArticle(world.as(editor), id, { base: 1 }) }
}

const address = 'nguoi.doc@vidu.vn'
function comment(change: Record<string, string> = {}) {
  count++
  return { name: 'Người Đọc Mẫu', email: `doc-${count}@vidu.vn`, body: `Lời bàn số ${count}`, ...change }
}

const read = async (path: string) => (await pages.get(path)).text()

describe('a comment waits for an editor', () => {
  test('nobody sees it before, everybody after; refused, only its writer, with the reason', async () => {
    const { slug } = await article()
    const sent = await pages.post(`/tin-tuc/${slug}/binh-luan`, comment({ body: 'Bài hay' }))
    const receipt = sent.headers.get('location') ?? ''
    expect([sent.status, receipt]).toEqual([303, expect.stringMatching(/^\/binh-luan\/[0-9a-f-]+\?ma=[\w-]{43}$/)])
    const own = receipt.split('?')[0] ?? ''
    const id = own.split('/').at(-1) ?? ''
    expect(await read(`/tin-tuc/${slug}`)).not.toContain('Bài hay')
    expect((await pages.get(own)).status).toBe(404)
    expect(await read(receipt)).toContain('Chờ duyệt')
    expect((await deskItems(world.as(editor))).map((item) => item.title)).toEqual(['1 bình luận chờ duyệt'])
    await moderateComment(world.as(editor), id, { act: 'approve' })
    expect(await read(`/tin-tuc/${slug}`)).toContain('Bài hay')
    await moderateComment(world.as(editor), id, { act: 'refuse', reason: 'Lạc đề' })
    expect(await read(`/tin-tuc/${slug}`)).not.toContain('Bài hay')
    expect(await read(receipt)).toContain('Lý do: Lạc đề')
  })

  test('only the editors of the article’s unit decide; two at once decide once; a refusal has a reason', async () => {
    const { slug } = await article()
    const { id } = await writeComment(world.as(visitor), slug, comment())
    expect(await refusedWith(moderateComment(world.as(editorElsewhere), id, { act: 'approve' }))).toEqual([
      'kernel/not-found',
    ])
    expect(await refusedWith(moderateComment(world.as(visitor), id, { act: 'approve' }))).toEqual(['kernel/not-found'])
    expect((await commentQueue(world.as(editorElsewhere), 1)).total).toBe(0)
    expect(await refusedWith(moderateComment(world.as(editor), id, { act: 'refuse' }))).toEqual([
      'newsroom/refusal-without-reason',
    ])
    const twice = await Promise.all(
      [editor, colleague].map((one) => refusedWith(moderateComment(world.as(one), id, { act: 'approve' }))),
    )
    expect(twice.toSorted()).toEqual([[], ['newsroom/comment-not-now']])
  })

  test('a withdrawn or missing article takes none', async () => {
    const { id, slug } = await article()
    await withdrawArticle(world.as(editor), id, { reason: 'Nhầm' })
    expect((await pages.post(`/tin-tuc/${slug}/binh-luan`, comment())).status).toBe(404)
    expect((await pages.post('/tin-tuc/khong-co/binh-luan', comment())).status).toBe(404)
  })

  test('goes with its article when that is withdrawn; its writer still finds it', async () => {
    const { id, slug } = await article()
    const written = await writeComment(world.as(visitor), slug, comment())
    await moderateComment(world.as(editor), written.id, { act: 'approve' })
    const found = (secret?: string) => refusedWith(commentPage(world.as(visitor), written.id, secret))
    expect(await found()).toEqual([])
    await withdrawArticle(world.as(editor), id, { reason: 'Nhầm' })
    expect(await found()).toEqual(['kernel/not-found'])
    expect(await found(written.secret)).toEqual([])
  })
})

describe('the e-mail of a writer', () => {
  test('stands nowhere: not in a page, the feed, the queue, the book or the table', async () => {
    const { slug } = await article()
    const { id, secret } = await writeComment(world.as(visitor), slug, comment({ email: address }))
    await moderateComment(world.as(editor), id, { act: 'approve' })
    for (const path of [
      `/tin-tuc/${slug}`,
      `/binh-luan/${id}`,
      `/binh-luan/${id}?ma=${secret}`,
      '/tin-tuc/feed.xml',
      '/tin-tuc',
    ])
      expect([path, (await read(path)).includes(address)]).toEqual([path, false])
    actor = editor
    await writeComment(world.as(visitor), slug, comment({ email: address }))
    expect(await read('/bien-tap/binh-luan')).not.toContain(address)
    const kept = await rows(
      world,
      sql<{ row: string }>`select c::text as row from newsroom.comment c union all select e::text from audit.entry e`,
    )
    expect(kept.filter(({ row }) => row.includes(address))).toEqual([])
  })

  test('lets its writer ask for removal, and tells nobody whether it was the right one', async () => {
    const { slug } = await article()
    const { id } = await writeComment(world.as(visitor), slug, comment({ email: address }))
    await moderateComment(world.as(editor), id, { act: 'approve' })
    const ask = async (email: string) => {
      const { status, headers } = await pages.post(`/binh-luan/${id}/xin-go`, { email })
      return [status, headers.get('location'), headers.get('set-cookie')]
    }
    const wrong = await ask('nguoi.khac@vidu.vn')
    const reported = async () => (await commentQueue(world.as(editor), 1)).items.some((one) => one.id === id)
    expect(await reported()).toBe(false)
    expect(await ask(address.toUpperCase())).toEqual(wrong)
    expect(await reported()).toBe(true)
  })
})

describe('taking back and reporting', () => {
  test('with the key the words are gone from the table too; a wrong key finds nothing', async () => {
    const { slug } = await article()
    const { id, secret } = await writeComment(world.as(visitor), slug, comment({ body: 'Xin rút lại lời này' }))
    expect((await pages.post(`/binh-luan/${id}/go`, { ma: 'sai' })).status).toBe(404)
    expect((await pages.post(`/binh-luan/${id}/go`, { ma: secret })).status).toBe(303)
    const [kept] = await rows(
      world,
      sql<{ row: string }>`select c::text as row from newsroom.comment c where id = ${id}`,
    )
    expect(kept?.row).not.toMatch(/Xin rút|Người Đọc/)
    expect(await read(`/binh-luan/${id}?ma=${secret}`)).toContain('Đã gỡ')
  })

  test('a reported comment stays until an editor has looked, then is kept or gone', async () => {
    const { slug } = await article()
    const { id } = await writeComment(world.as(visitor), slug, comment({ body: 'Gây tranh cãi' }))
    await moderateComment(world.as(editor), id, { act: 'approve' })
    expect((await pages.post(`/binh-luan/${id}/bao`, { reason: 'Xúc phạm' })).status).toBe(303)
    expect(await read(`/tin-tuc/${slug}`)).toContain('Gây tranh cãi')
    actor = editor
    expect(await read('/bien-tap/binh-luan')).toContain('Xúc phạm')
    await moderateComment(world.as(editor), id, { act: 'keep' })
    expect((await commentQueue(world.as(editor), 1)).items.some((one) => one.id === id)).toBe(false)
  })
})

describe('what is turned away', () => {
  test.each([
    ['a box people do not see', { website: 'x' }, 'newsroom/automatic'],
    ['one address', { body: 'xem http://a.vn' }, 'allowed'],
    ['two addresses', { body: 'http://a.vn www.b.vn' }, 'newsroom/too-many-links'],
    ['an address in the name', { name: 'www.a.vn', body: 'http://b.vn' }, 'newsroom/too-many-links'],
  ])('%s', (_, change, expected) => {
    const judged = judgeComment({ name: 'x', body: 'y', ...change })
    expect(judged.ok ? 'allowed' : judged.refusal.code).toBe(expected)
  })

  test('the same words twice a day, and the sixth of one writer, from one source; another source is free', async () => {
    const { slug } = await article()
    const write = (change: Record<string, string>, source = 'network 192.0.2.0/24') =>
      refusedWith(writeComment(world.as(visitor), slug, comment({ email: 'hay.viet@vidu.vn', ...change }), { source }))
    const elsewhere = 'network 198.51.100.0/24'
    expect(await write({ body: 'Mua ngay' })).toEqual([])
    expect(await write({ body: 'MUA  NGAY', email: 'khac@vidu.vn' })).toEqual(['newsroom/said-already'])
    expect(await write({ body: 'Mua ngay', email: 'khac@vidu.vn' }, elsewhere)).toEqual([])
    for (let sent = 1; sent < 5; sent++) expect(await write({})).toEqual([])
    expect(await write({})).toEqual(['newsroom/enough-for-today'])
    expect(await write({}, elsewhere)).toEqual([])
  })

  test('a flood of one source stops at its share, and another still comments under the same article, if slowly', async () => {
    const { slug } = await article()
    const write = (source: string) => writeComment(world.as(visitor), slug, comment(), { source })
    const flood = await Promise.all(Array.from({ length: 33 }, () => refusedWith(write('network 203.0.113.0/24'))))
    expect(flood.flat()).toEqual(['newsroom/too-many', 'newsroom/too-many', 'newsroom/too-many'])
    for (let more = 0; more < 20; more++) await write('network 203.0.114.0/24')
    expect(await write('network 203.0.115.0/24')).toMatchObject({ crowded: true })
  })

  test('faults stand at their fields, what was typed stays, and words of a stranger are no elements', async () => {
    const { slug } = await article()
    const redrawn = await pages.post(
      `/tin-tuc/${slug}/binh-luan`,
      comment({ email: 'khong-phai', body: 'Giữ lại chữ này' }),
    )
    const html = await redrawn.text()
    expect([redrawn.status, html.includes('Thư điện tử chưa đúng'), html.includes('Giữ lại chữ này')]).toEqual([
      422,
      true,
      true,
    ])
    const { id } = await writeComment(world.as(visitor), slug, comment({ body: '<img src=x onerror=alert(1)>' }))
    await moderateComment(world.as(editor), id, { act: 'approve' })
    expect(await read(`/tin-tuc/${slug}`)).not.toContain('<img src=x')
  })
})
