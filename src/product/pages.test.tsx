import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeOfficer, newProducer, person } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { productPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
let actor: Actor = visitor
const pages = visiting(productPages, refusals, () => world.as(actor))
let maker: Awaited<ReturnType<typeof newProducer>>
let file = ''

const form = {
  name: 'Cà phê bột phin giấy',
  group: '13',
  summary: 'Cà phê rang mộc.',
  'label[0]': 'Hộp 200 g',
  'gtin[0]': '6291041500213',
}

beforeAll(async () => {
  maker = await newProducer(world)
})

describe('a product through the pages', () => {
  test('a visitor signs in first; who has no producer registers one first', async () => {
    expect((await pages.get('/san-pham-cua-toi')).headers.get('location')).toBe('/dang-nhap?tiep=%2Fsan-pham-cua-toi')
    actor = person('la')
    expect(await (await pages.get('/san-pham-cua-toi/moi')).text()).toContain('Đăng ký chủ thể trước')
  })

  test('the groups stand under their sectors; coffee is food', async () => {
    actor = maker.owner
    const html = await (await pages.get('/san-pham-cua-toi/moi')).text()
    expect(html.match(/<optgroup/g)).toHaveLength(6)
    expect(html.match(/<option value="\d+"/g)).toHaveLength(26)
    expect(html.indexOf('13. Cà phê, ca cao')).toBeLessThan(html.indexOf('<optgroup label="II'))
  })

  test('a wrong check digit is explained at its box, and what was typed stays', async () => {
    const answer = await pages.post('/san-pham-cua-toi/moi', {
      ...form,
      'gtin[0]': '6291041500214',
      'label[2]': 'Túi 1 kg',
    })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('phải là 3, đang ghi 4')
    expect(html).toContain('id="o-gtin-0-loi"')
    expect(html).toContain('value="6291041500214"')
    expect(html).toContain('value="Túi 1 kg"')
  })

  test('the same form pressed twice is one product; another name after Back is another', async () => {
    const page = await (await pages.get('/san-pham-cua-toi/moi')).text()
    const [, key = ''] = /name="key" value="([^"]+)"/.exec(page) ?? []
    const sent = { name: 'Trà bấm hai lần', group: '11', key, 'label[0]': 'Hộp 100 g', 'gtin[0]': '8934563138165' }
    const send = async (change = {}) => {
      const answer = await pages.post('/san-pham-cua-toi/moi', { ...sent, ...change })
      return [answer.status, answer.headers.get('location')]
    }
    const [one, other] = await Promise.all([send(), send()])
    expect(one[0]).toBe(303)
    expect([other, await send()]).toEqual([one, one])
    expect((await send({ name: 'Trà khác', 'label[0]': '', 'gtin[0]': '' }))[1]).not.toBe(one[1])
  })

  test('nothing typed: each field says what it wants', async () => {
    const html = await (await pages.post('/san-pham-cua-toi/moi', {})).text()
    expect(html).toContain('Hãy ghi tên sản phẩm đúng như in trên nhãn.')
    expect(html).toContain('Hãy chọn nhóm sản phẩm.')
  })

  test('described: the page shows the group, the pack and what a buyer will miss', async () => {
    const answer = await pages.post('/san-pham-cua-toi/moi', form)
    file = answer.headers.get('location') ?? ''
    expect(answer.status).toBe(303)
    const html = await (await pages.get(file)).text()
    expect(html).toContain('Cà phê, ca cao')
    expect(html).toContain('6291041500213')
    expect(html).toContain('câu chuyện sản phẩm, ảnh')
  })
})

describe('pictures through the pages', () => {
  test('a photo needs its words; then it is served for ever to everybody', async () => {
    const photo = new File(
      [
        new Uint8Array(
          await sharp({ create: { width: 900, height: 600, channels: 3, background: '#543' } })
            .jpeg()
            .toBuffer(),
        ),
      ],
      'anh.jpg',
    )
    const without = await pages.post(`${file}/anh`, { picture: photo })
    expect(await without.text()).toContain('Hãy mô tả ảnh trong một câu')
    expect((await pages.post(`${file}/anh`, { picture: photo, description: 'Gói cà phê trên bàn gỗ' })).status).toBe(
      303,
    )
    const html = await (await pages.get(file)).text()
    expect(html).toContain('alt="Gói cà phê trên bàn gỗ"')
    const address = /\/tep\/anh\/[0-9a-f]{64}/.exec(html)?.[0] ?? ''
    actor = visitor
    const image = await pages.get(address)
    expect([image.status, image.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect((await sharp(await image.arrayBuffer()).metadata()).format).toBe(
      image.headers.get('content-type')?.replace('image/', '').replace('avif', 'heif'),
    )
    expect((await pages.get(`/tep/anh/${'0'.repeat(64)}`)).status).toBe(404)
  })

  test('a text file is no picture', async () => {
    actor = maker.owner
    const answer = await pages.post(`${file}/anh`, {
      picture: new File(['xin chào'], 'anh.jpg'),
      description: 'Không phải ảnh',
    })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('không phải ảnh JPG, PNG hoặc WebP'),
    ])
  })

  test('acts beside a picture ask for words only where words are changed', async () => {
    expect((await pages.post(`${file}/anh/1`, { act: 'describe', 'description-1': '' })).status).toBe(422)
    expect((await pages.post(`${file}/anh/1`, { act: 'describe', 'description-1': 'Gói cà phê mới' })).status).toBe(303)
    expect((await pages.post(`${file}/anh/1`, { act: 'xóa' })).status).toBe(422)
    expect(await (await pages.post(`${file}/anh/1`, { act: 'describe', 'description-1': '' })).text()).toContain(
      '<details open',
    )
    expect((await pages.post(`${file}/anh/9`, { act: 'remove' })).status).toBe(404)
    expect((await pages.post(`${file}/anh/1`, { act: 'remove' })).status).toBe(303)
  })
})

describe('who sees and changes a product', () => {
  test('another person does not learn that the product exists, and changes nothing', async () => {
    actor = person('la')
    for (const path of [file, `${file}/sua`, '/san-pham-cua-toi/khong-co', `/san-pham-cua-toi?chu-the=${maker.id}`]) {
      expect([path, (await pages.get(path)).status]).toEqual([path, 404])
    }
    for (const act of ['sua', 'anh', 'ngung']) {
      const picture = new File(['x'], 'x.jpg')
      expect([act, (await pages.post(`${file}/${act}`, { ...form, picture, description: 'x' })).status]).toEqual([
        act,
        404,
      ])
    }
  })

  test('the commune helps its producers', async () => {
    actor = communeOfficer
    expect(await (await pages.get(`/san-pham-cua-toi?chu-the=${maker.id}`)).text()).toContain('Cà phê bột phin giấy')
    const helped = await pages.post(`/san-pham-cua-toi/moi?chu-the=${maker.id}`, {
      ...form,
      name: 'Trà hoa',
      group: '12',
      'gtin[0]': '',
    })
    expect(helped.status).toBe(303)
  })

  test('retired, it can be read but no longer changed', async () => {
    actor = maker.owner
    expect((await pages.post(`${file}/ngung`, {})).status).toBe(303)
    const html = await (await pages.get(file)).text()
    expect(html).toContain('Ngừng từ')
    expect(html).not.toContain('Sửa sản phẩm')
    expect(await (await pages.post(`${file}/sua`, form)).text()).toContain('Sản phẩm này đã ngừng')
    expect(await (await pages.post(`${file}/ngung`, {})).text()).toContain('Sản phẩm này đã ngừng')
  })
})
