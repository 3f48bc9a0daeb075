import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { run, sql } from '../platform/db.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { producersOf } from './actions.ts'
import { producerPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const pages = visiting(producerPages, refusals, () => world.as(actor))

const ana: Actor = { id: 'ana', name: 'Người Mẫu', postings: [], producers: [] }
const officer: Actor = {
  id: 'officer',
  name: 'Cán bộ mẫu',
  postings: [{ role: 'commune-officer', unit: '23473', province: '51' }],
  producers: [],
}

const form = {
  kind: 'household',
  name: 'Hộ kinh doanh Nhà Rông Đỏ',
  registrationNo: '40A8 012345',
  registrationOn: '02/03/2020',
  representativeName: 'Người Mẫu',
  representativeSex: 'female',
  representativeEthnicity: 'xơ đăng',
  address: 'Thôn Mẫu',
  phone: '0900 000 000',
  commune: '23473',
}

beforeAll(async () => {
  for (const id of ['ana', 'officer', 'binh']) {
    await run(
      world,
      sql`insert into identity.account (id, sign_in_name, name, password_hash, opened_at, sample) values (${id}, ${id}, ${id}, 'x', now(), true)`,
    )
  }
})

describe('registering through the pages', () => {
  test('a visitor signs in first and comes back', async () => {
    actor = visitor
    const answer = await pages.get('/dang-ky-chu-the?tinh=51')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/dang-nhap?tiep=%2Fdang-ky-chu-the%3Ftinh%3D51',
    ])
  })

  test('the province comes first, its communes second', async () => {
    actor = ana
    expect(await (await pages.get('/dang-ky-chu-the')).text()).toContain('Chủ thể ở tỉnh, thành phố nào?')
    const second = await (await pages.get('/dang-ky-chu-the?tinh=51')).text()
    expect(second).toContain('<option value="23473">Xã Măng Đen</option>')
    expect(second).not.toContain('Làng nghề')
  })

  test('faults of all fields are said at once, and what was typed stays', async () => {
    const answer = await pages.post('/dang-ky-chu-the?tinh=51', {
      ...form,
      registrationNo: '',
      phone: '12',
      labourLocal: 'ba',
    })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Số điện thoại gồm 9 đến 11 chữ số')
    expect(html).toContain('Hãy ghi một số nguyên không âm.')
    expect(html).toContain('value="Hộ kinh doanh Nhà Rông Đỏ"')
    expect(html).toContain('<option value="23473" selected="">Xã Măng Đen</option>')
  })

  test('a household without a number is refused with the article', async () => {
    const html = await (
      await pages.post('/dang-ky-chu-the?tinh=51', { ...form, registrationNo: '', registrationOn: '' })
    ).text()
    expect(html).toContain('Loại hình này phải có đăng ký kinh doanh.')
    expect(html).toContain('(26/2026 Điều 2.3)')
  })

  test('registered: the own page shows the code and what Form 02 still lacks', async () => {
    const answer = await pages.post('/dang-ky-chu-the?tinh=51', form)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/chu-the-cua-toi'])
    actor = { ...ana, producers: await producersOf(world.as(), 'ana') }
    const html = await (await pages.get('/chu-the-cua-toi')).text()
    expect(html).toContain('CT-23473-001')
    expect(html).toContain('Tỷ lệ vốn của người địa phương')
    expect(html).toContain('Xã Măng Đen, tỉnh Quảng Ngãi')
  })

  test('the same number again is refused at the field, naming who holds it', async () => {
    const html = await (await pages.post('/dang-ky-chu-the?tinh=51', { ...form, name: 'Hộ khác' })).text()
    expect(html).toContain('Số đăng ký này đã thuộc Hộ kinh doanh Nhà Rông Đỏ (CT-23473-001)')
    expect(html).toContain('id="o-registrationNo-loi"')
  })
})

describe('the commune’s desk', () => {
  test('an officer registers on recorded consent and adds the owner', async () => {
    actor = officer
    const { commune, ...details } = form
    expect(commune).toBe('23473')
    const assisted = { ...details, name: 'HTX Rừng Thông Xanh', kind: 'cooperative', registrationNo: '5100000777' }
    const without = await pages.post('/chu-the-xa/dang-ky', assisted)
    expect(await without.text()).toContain('Hãy chọn cách chủ thể đã đồng ý.')
    const consent = {
      consentBy: 'Người Mẫu',
      consentOn: '20/11/2026',
      consentMeans: 'phone',
      consentNote: 'Gọi 0900 000 000, có lãnh đạo xã cùng nghe',
    }
    const registered = await pages.post('/chu-the-xa/dang-ky', { ...assisted, ...consent })
    const place = registered.headers.get('location') ?? ''
    expect([registered.status, place]).toEqual([303, expect.stringMatching(/^\/so-chu-the\//)])
    expect(await (await pages.get(place)).text()).toContain('Đồng ý qua điện thoại')
    expect((await pages.post(`${place}/nguoi-lam-thay`, { signInName: 'binh', capacity: 'owner' })).status).toBe(303)
    expect(await (await pages.get('/chu-the-xa?q=rung+thong')).text()).toContain('Xã đăng ký thay')
  })

  test('another person does not learn that the producer or the list exists', async () => {
    actor = officer
    const list = await (await pages.get('/chu-the-xa')).text()
    const id = /\/so-chu-the\/([0-9a-f-]+)/.exec(list)?.[1] ?? ''
    actor = { ...ana, id: 'binh-khac' }
    for (const path of [
      `/so-chu-the/${id}`,
      `/so-chu-the/${id}/sua`,
      '/so-chu-the/khong-co',
      '/chu-the-xa',
      '/chu-the-xa?xa=23473',
    ]) {
      expect([path, (await pages.get(path)).status]).toEqual([path, 404])
    }
    expect((await pages.post(`/so-chu-the/${id}/sua`, form)).status).toBe(404)
    expect(
      (await pages.post(`/so-chu-the/${id}/nguoi-lam-thay`, { signInName: 'ana', capacity: 'owner' })).status,
    ).toBe(404)
  })
})
