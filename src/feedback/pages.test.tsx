import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { visiting } from '../../test/support/pages.ts'
import { communeOfficer, province } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { Hono } from 'hono'
import type { Env } from '../platform/web.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { feedbackDeskPages } from './pages-desk.tsx'
import { feedbackSenderPages } from './pages-sender.tsx'
import { feedbackPages } from './pages.tsx'
import { refusals as noticeRefusals } from '../notice/words.ts'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const both = new Hono<Env>().route('/', feedbackPages).route('/', feedbackDeskPages).route('/', feedbackSenderPages)
const pages = visiting(both, { ...refusals, ...noticeRefusals }, () => world.as(actor))
beforeEach(() => {
  actor = visitor
})

const provincial: Actor = {
  ...communeOfficer,
  id: 'tinh',
  postings: [{ role: 'province-officer', unit: province, province }],
}
const address = `/phan-anh/gui?tinh=${province}`
const form = {
  kind: 'question',
  subject: 'procedure',
  commune: '23473',
  title: 'Nộp hồ sơ ở đâu',
  body: 'Tôi muốn nộp hồ sơ thì mang tới đâu?',
  senderName: 'Người Mẫu Hỏi',
  senderPhone: '0900 000 222',
  consent: 'on',
}

describe('sending', () => {
  test('first the province, then its communes; faults at their fields, and what was typed stays', async () => {
    expect(await (await pages.get('/phan-anh/gui')).text()).toContain('name="tinh"')
    expect(await (await pages.get(address)).text()).toContain('<option value="23473">Xã Măng Đen</option>')
    const redrawn = await pages.post(address, { ...form, title: '', senderPhone: '12', kind: '' })
    const html = await redrawn.text()
    expect(redrawn.status).toBe(422)
    expect(html).toContain('Hãy ghi một câu ngắn nói việc gì.')
    expect(html).toContain('Hãy chọn loại phiếu.')
    expect(html).toContain('Tôi muốn nộp hồ sơ thì mang tới đâu?')
    expect(html).toContain('value="12"')
  })

  test('the code opens the matter and nothing else does; nobody between keeps the page', async () => {
    const sent = await pages.post(address, form)
    const receipt = sent.headers.get('location') ?? ''
    expect([sent.status, receipt]).toEqual([
      303,
      expect.stringMatching(/^\/phan-anh\/theo-doi\?ma=\w{4}-\w{4}-\w{4}-\w{4}$/),
    ])
    const page = await pages.get(receipt)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(await page.text()).toContain('Người Mẫu Hỏi, 0900000222')
    const wrong = await pages.get('/phan-anh/theo-doi?ma=0000-0000-0000-0000')
    expect([wrong.status, (await wrong.text()).includes('Không có phiếu nào mang mã này')]).toEqual([404, true])
  })

  test('the same form sent again tells the same code, and no reproach; other words after Back are another matter', async () => {
    const page = await pages.get(address)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    const [, ma = ''] = /name="ma" value="([^"]+)"/.exec(await page.text()) ?? []
    const sent = { ...form, ma, title: 'Bấm hai lần', body: 'Đường truyền chậm, tôi bấm hai lần.' }
    const send = async (change = {}) => {
      const answer = await pages.post(address, { ...sent, ...change })
      return [answer.status, answer.headers.get('location')]
    }
    const first = [303, `/phan-anh/theo-doi?ma=${ma}`]
    expect(await Promise.all([send(), send()])).toEqual([first, first])
    expect(await send()).toEqual(first)
    const [status, receipt] = await send({ title: 'Việc khác', body: 'Tôi quay lại hỏi việc khác.' })
    expect([status, receipt === first[1]]).toEqual([303, false])
    const kept = await rows(
      world,
      sql<{
        title: string
      }>`select title from feedback.matter where title in ('Bấm hai lần', 'Việc khác') order by title`,
    )
    expect(kept.map(({ title }) => title)).toEqual(['Bấm hai lần', 'Việc khác'])
  })

  test('a report of misuse carries a photo without the place it was taken, for the province alone', async () => {
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a33' } })
      .withExif({ IFD0: { Make: 'Máy' } })
      .jpeg()
      .toBuffer()
    const photo = new File([new Uint8Array(bytes)], 'anh.jpg', { type: 'image/jpeg' })
    const report = { ...form, kind: 'misuse', subject: 'star', body: 'Túi trà in bốn sao mà không có số.' }
    expect(await (await pages.post(`${address}&loai=misuse`, { ...report, photo })).text()).toContain(
      'Hãy ghi hàng nào',
    )
    const sent = await pages.post(`${address}&loai=misuse`, { ...report, about: 'Túi trà ở chợ phiên', photo })
    const code = new URL(sent.headers.get('location') ?? '', 'http://x').searchParams.get('ma') ?? ''
    const html = await (await pages.get(sent.headers.get('location') ?? '')).text()
    const picture = /\/phieu-phan-anh\/[\w-]+\/anh/.exec(html)?.[0] ?? ''
    expect((await pages.get(picture)).status).toBe(404)
    const drawn = await pages.get(`${picture}?ma=${code}`)
    expect((await sharp(await drawn.arrayBuffer()).metadata()).exif).toBeUndefined()
    actor = communeOfficer
    expect((await pages.get(picture)).status).toBe(404)
    actor = provincial
    expect((await pages.get(picture)).status).toBe(200)
  })
})

describe('answering', () => {
  test('an answer without words is refused at its field; given, everybody reads what the officer published', async () => {
    const sent = await pages.post(address, { ...form, body: 'Một câu hỏi khác' })
    const receipt = sent.headers.get('location') ?? ''
    actor = communeOfficer
    const queue = await (await pages.get('/phieu-phan-anh')).text()
    const file = /\/phieu-phan-anh\/[0-9a-f-]{36}/.exec(queue)?.[0] ?? ''
    expect(await (await pages.post(`${file}/tra-loi`, { text: '' })).text()).toContain('Hãy viết trả lời')
    expect((await pages.post(`${file}/tra-loi`, { text: 'Mang tới UBND xã.' })).status).toBe(303)
    expect((await pages.post(`${file}/tra-loi`, { text: 'Lần nữa' })).status).toBe(409)
    const shown = { title: 'Nộp ở đâu', question: 'Nộp hồ sơ ở đâu? Hỏi lan@vidu.vn', answer: 'Mang tới UBND xã.' }
    const redrawn = await pages.post(`${file}/cong-khai`, shown)
    expect([redrawn.status, (await redrawn.text()).includes('còn ghi địa chỉ thư điện tử')]).toEqual([422, true])
    const published = await pages.post(`${file}/cong-khai`, { ...shown, question: 'Nộp hồ sơ ở đâu?' })
    actor = visitor
    const html = await (await pages.get(published.headers.get('location') ?? '')).text()
    expect(html).toContain('Mang tới UBND xã.')
    expect(html).not.toMatch(/Người Mẫu Hỏi|0900000222/)
    expect(await (await pages.get('/phan-anh?q=nop+o+dau')).text()).toContain('Nộp ở đâu')
    expect(receipt).toBeTruthy()
  })

  test('an officer of another commune finds nothing at the address; a visitor signs in first', async () => {
    actor = { ...communeOfficer, id: 'khac', postings: [{ role: 'commune-officer', unit: '23476', province }] }
    expect((await pages.get('/phieu-phan-anh/khong-co')).status).toBe(404)
    actor = visitor
    expect((await pages.get('/phieu-phan-anh')).status).toBe(303)
  })

  test('the figures are public, whatever year or province an address asks for', async () => {
    const html = await (await pages.get(`/phan-anh/so-lieu?nam=2026&tinh=${province}`)).text()
    expect(html).toContain('Đúng hạn')
    expect((await pages.get('/phan-anh/so-lieu?nam=x&tinh=zz')).status).toBe(200)
  })
})

describe('a sender without an account is told of the answer', () => {
  const codeSent = async () => {
    const [job] = await rows<{ payload: { code: string } }>(
      world,
      sql`select payload from graphile_worker._private_jobs where key like 'notice.send-code:%' order by id desc limit 1`,
    )
    return job?.payload.code ?? ''
  }
  const told = (id: string) =>
    rows<{ body: string; address: string }>(
      world,
      sql`select n.body, d.address from notice.notice n join notice.delivery d on d.notice_id = n.id
        where n.guest = ${`feedback.matter:${id}`}`,
    )
  async function sent() {
    const answer = await pages.post(address, { ...form, title: 'Hỏi rồi đợi báo', body: `Xin hỏi ${Math.random()}` })
    const receipt = answer.headers.get('location') ?? ''
    const ma = new URL(receipt, 'http://x').searchParams.get('ma') ?? ''
    const html = await (await pages.get(receipt)).text()
    const file = /\/phieu-phan-anh\/[0-9a-f-]{36}/.exec(html)?.[0] ?? ''
    return { receipt, ma, file, id: file.split('/').at(-1) ?? '' }
  }
  const answered = async (file: string) => {
    actor = communeOfficer
    expect((await pages.post(`${file}/tra-loi`, { text: 'Câu trả lời riêng.' })).status).toBe(303)
    actor = visitor
  }

  test('once a code came back from the address they gave, and without the words of the answer', async () => {
    const { receipt, ma, file, id } = await sent()
    const give = (fields: Record<string, string>) => pages.post(`${file}/bao-toi`, { channel: 'email', ...fields })
    const wrong = await give({ ma, email: 'khong-phai' })
    expect([wrong.status, (await wrong.text()).includes('Địa chỉ thư chưa đúng')]).toEqual([422, true])
    expect((await give({ ma: '0000-0000-0000-0000', email: 'ke.la@vidu.vn' })).status).toBe(404)
    expect((await give({ ma, email: 'nguoi.hoi@vidu.vn' })).status).toBe(303)
    expect(await (await pages.get(receipt)).text()).toContain('Mã 6 chữ số vừa gửi tới nguoi.hoi@vidu.vn')
    const code = await codeSent()
    const bad = await pages.post(`${file}/bao-toi/ma`, { ma, code: code === '111111' ? '222222' : '111111' })
    expect([bad.status, (await bad.text()).includes('Mã chưa đúng')]).toEqual([422, true])
    expect((await pages.post(`${file}/bao-toi/ma`, { ma, code })).status).toBe(303)
    await answered(file)
    const [notice] = await told(id)
    expect(notice?.address).toBe('nguoi.hoi@vidu.vn')
    expect(notice?.body).toContain('Hỏi rồi đợi báo')
    expect(notice?.body).not.toContain('Câu trả lời riêng')
  })

  test('not without that code, and not once they stopped it', async () => {
    const one = await sent()
    await pages.post(`${one.file}/bao-toi`, { ma: one.ma, channel: 'email', email: 'chua@vidu.vn' })
    await answered(one.file)
    const other = await sent()
    await pages.post(`${other.file}/bao-toi`, { ma: other.ma, channel: 'email', email: 'thoi@vidu.vn' })
    await pages.post(`${other.file}/bao-toi/ma`, { ma: other.ma, code: await codeSent() })
    expect((await pages.post(`${other.file}/bao-toi/ngung`, { ma: other.ma })).status).toBe(303)
    await answered(other.file)
    expect([...(await told(one.id)), ...(await told(other.id))]).toEqual([])
  })
})
