import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { openRound } from '../programme/actions.ts'
import { visiting } from '../../test/support/pages.ts'
import { pdfOf } from '../../test/support/papers.ts'
import { communeOfficer, newProducer, person } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { evidencePages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const pages = visiting(evidencePages, refusals, () => world.as(actor))
let maker: Awaited<ReturnType<typeof newProducer>>
let paper = ''

const scan = (mark: string, name = 'giấy phép.pdf') => new File([new Uint8Array(pdfOf(mark))], name)
const form = {
  kind: 'food-safety',
  title: 'Giấy chứng nhận cơ sở đủ điều kiện',
  issuer: 'Cơ quan mẫu',
  number: '12/2025/MẪU',
  issuedOn: '10/01/2025',
  expiresOn: '20/12/2026',
}

beforeAll(async () => {
  maker = await newProducer(world)
})

describe('the wallet through the pages', () => {
  test('a visitor signs in first; a person without a producer is shown the way', async () => {
    expect((await pages.get('/minh-chung')).headers.get('location')).toBe('/dang-nhap?tiep=%2Fminh-chung')
    actor = person('la')
    expect(await (await pages.get('/minh-chung')).text()).toContain('Đăng ký chủ thể trước')
  })

  test('the form asks for nothing that the programme issued', async () => {
    actor = maker.owner
    const html = await (await pages.get('/minh-chung/moi?loai=test-result')).text()
    expect(html).toContain('Giấy chứng nhận và quyết định OCOP không cần gửi')
    expect(html).toContain('<option value="test-result" selected')
    expect(html.match(/<option value="[a-z-]+"/g)).toHaveLength(18)
  })

  test('a form without a file and with wrong dates is redrawn with what was typed', async () => {
    const answer = await pages.post('/minh-chung/moi', { ...form, issuedOn: '31/02/2025' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Hãy chọn ảnh hoặc bản quét của giấy tờ.')
    expect(html).toContain('Ngày chưa đúng.')
    expect(html).toContain('value="12/2025/MẪU"')
  })

  test('a licence without an end is asked for one, with the article', async () => {
    const html = await (await pages.post('/minh-chung/moi', { ...form, expiresOn: '', file: scan('không hạn') })).text()
    expect(html).toContain('Loại giấy này thường có thời hạn.')
    expect(html).toContain('26/2026 Điều 6')
  })

  test('kept: the receipt shows the paper, and the wallet says that it lapses soon', async () => {
    const answer = await pages.post('/minh-chung/moi', { ...form, file: scan('nhận') })
    paper = answer.headers.get('location') ?? ''
    expect(answer.status).toBe(303)
    expect(await (await pages.get(paper)).text()).toContain('giấy phép.pdf (1 KB)')
    expect(await (await pages.get('/minh-chung')).text()).toContain('sắp hết hạn')
  })

  test('a round of the province that ends later is named', async () => {
    const round = {
      level: 'province',
      unitCode: '51',
      unitOn: '2026-11-24',
      year: 2026,
      number: 2,
      proposeBy: '2026-10-30',
      doneBy: '2026-12-30',
    } as const
    await openRound(world.as(), round)
    expect(await (await pages.get('/minh-chung')).text()).toContain(
      'hết hạn trước khi đợt đánh giá của tỉnh xong (30/12/2026)',
    )
  })

  test('the same file again names the paper that is there', async () => {
    const html = await (await pages.post('/minh-chung/moi', { ...form, file: scan('nhận') })).text()
    expect(html).toContain('Tệp này đã có trong ví: “Giấy chứng nhận cơ sở đủ điều kiện”')
  })
})

describe('opening and withdrawing a paper', () => {
  test('a PDF is handed over under its own name and runs nothing', async () => {
    actor = maker.owner
    const { status, headers } = await pages.get(`${paper}/tep`)
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      200,
      'application/pdf',
      'nosniff',
    ])
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="giay phep.pdf"; filename*=UTF-8''gi%E1%BA%A5y%20ph%C3%A9p.pdf`,
    )
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  test('a photo is shown on the receipt', async () => {
    const bytes = new Uint8Array(
      await sharp({ create: { width: 300, height: 200, channels: 3, background: '#eee' } })
        .png()
        .toBuffer(),
    )
    const answer = await pages.post('/minh-chung/moi', {
      kind: 'award',
      title: 'Bằng khen',
      issuedOn: '01/02/2025',
      file: new File([bytes], 'bk.png'),
    })
    const place = answer.headers.get('location') ?? ''
    expect(await (await pages.get(place)).text()).toContain(`<img src="${place}/tep"`)
    expect((await pages.get(`${place}/tep`)).headers.get('content-disposition')).toContain('inline; filename="bk.jpg"')
  })

  test('others learn nothing; the commune of the producer reads and adds', async () => {
    actor = person('la')
    for (const path of [
      paper,
      `${paper}/tep`,
      `/minh-chung?chu-the=${maker.id}`,
      `/minh-chung/moi?chu-the=${maker.id}`,
    ]) {
      expect([path, (await pages.get(path)).status]).toEqual([path, 404])
    }
    expect((await pages.post(`${paper}/rut`, { why: 'x' })).status).toBe(404)
    actor = communeOfficer
    expect((await pages.get(paper)).status).toBe(200)
    expect((await pages.post(`/minh-chung/moi?chu-the=${maker.id}`, { ...form, file: scan('xã') })).status).toBe(303)
  })

  test('withdrawn for a reason, once', async () => {
    actor = maker.owner
    expect((await pages.post(`${paper}/rut`, { why: '' })).status).toBe(422)
    expect((await pages.post(`${paper}/rut`, { why: 'Đã có bản mới' })).status).toBe(303)
    expect(await (await pages.get(paper)).text()).toContain('Đã có bản mới')
    expect(await (await pages.post(`${paper}/rut`, { why: 'Lại rút' })).text()).toContain('Giấy tờ này đã rút khỏi ví.')
  })
})
