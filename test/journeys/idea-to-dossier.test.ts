import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { paths } from '../../src/ui/paths.ts'
import { commune, province } from '../support/awarding.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-').toReversed().join('/')
const idea = {
  commune,
  title: 'Mứt dâu rừng',
  description: 'Nấu mứt dâu rừng ít đường, hũ thủy tinh.',
  material: 'Dâu rừng hái theo mùa',
  market: 'Khách du lịch',
  group: '7',
  proposerName: 'Y Mẫu Hạnh',
  proposerPhone: '0900 000 123',
}
let file = ''
let way = ''
let code = ''
let plan = ''

it('without a script: a resident asks first, files without an account, and finds the receipt again by its code', async () => {
  const page = await site.sit(undefined, { width: 360 })
  await page.goto(paths.idea.check({ nhom: '7', loai: 'none', 'nguyen-lieu': 'local', giong: 'own' }))
  expect(await text(page)).toContain('Cần một chủ thể đứng tên')
  await page.goto(paths.idea.begin({ tinh: province }))
  await fill(page, { ...idea, proposerPhone: '12' })
  expect(await refusal(page, 'Gửi ý tưởng')).toContain('Số điện thoại gồm 9 đến 11 chữ số')
  expect(await page.locator('main [name=title]').inputValue()).toBe(idea.title)
  await fill(page, { proposerPhone: idea.proposerPhone, openToPublic: 'on' })
  await press(page, 'Gửi ý tưởng')
  code = /Mã theo dõi: (\S+)/.exec(await text(page))?.[1] ?? ''
  file = new URL(page.url()).pathname
  way = `${file}/con-duong`
  await page.goto(paths.idea.track())
  await fill(page, { code: 'không có mã này' })
  expect(await refusal(page, 'Xem ý tưởng')).toContain('Không có ý tưởng nào mang mã này')
  await fill(page, { code: code.toLowerCase().replaceAll('-', ' ') })
  await press(page, 'Xem ý tưởng')
  expect(await text(page)).toContain('Chờ xã trả lời')
  expect((await page.goto(file))?.status()).toBe(404)
})

it('without a script: others speak, the commune lets it through, looks on the spot and answers', async () => {
  const visitor = await site.sit()
  const open = file.replace('/y-tuong/', '/y-tuong/cong-khai/')
  expect((await visitor.goto(open))?.status()).toBe(404)
  const officer = await site.at('tham-muu-xa', paths.desk())
  await officer.getByRole('link', { name: idea.title }).first().click()
  expect(await refusal(officer, 'Giữ lại')).toContain('Hãy ghi lý do giữ lại')
  await press(officer, 'Cho mọi người đọc')
  await visitor.goto(open)
  await fill(visitor, { kind: 'comment', name: 'Bạn Mẫu', body: 'Mua ở www.re.vn' })
  expect(await refusal(visitor, 'Gửi ý kiến')).toContain('không được chứa đường dẫn')
  await fill(visitor, { body: 'Nên có hũ nhỏ.' })
  await press(visitor, 'Gửi ý kiến')
  await officer.goto(file)
  await press(officer, 'Cho hiện')
  const aspects = ['materials', 'labour', 'community', 'market']
  const seen = Object.fromEntries(
    aspects.flatMap((one) => [
      [`grade[${one}]`, 'enough'],
      [`note[${one}]`, `Có ${one}.`],
    ]),
  )
  await fill(officer, { ...seen, visitedOn: today, present: 'Trưởng thôn mẫu' })
  await press(officer, 'Lưu khảo sát')
  expect(await officer.locator('main [name=materials]').inputValue()).toBe('Có materials.')
  await fill(officer, { outcome: 'welcome' })
  expect(await refusal(officer, 'Gửi trả lời')).toContain('Hãy ghi lý do và bước tiếp theo')
  await fill(officer, { answer: 'Nên lập tổ hợp tác và đăng ký chủ thể.' })
  await press(officer, 'Gửi trả lời')
  await visitor.goto(open)
  expect(await text(visitor)).toContain('Nên có hũ nhỏ.')
})

it('without a script: signed in, the proposer keeps the idea, plans, and the arithmetic is checked', async () => {
  const page = await site.at('chu-the', `${file}?ma=${code}`)
  await press(page, 'Đưa vào tài khoản của tôi')
  expect(await text(page)).toContain('Đang ở bước này')
  await fill(page, { kind: 'group', people: '8' })
  await press(page, 'Lưu')
  await page.goto(paths.plan.begin({ 'y-tuong': file.split('/').at(-1) }))
  await fill(page, { title: 'Mứt dâu rừng năm 2027' })
  await press(page, 'Bắt đầu')
  expect(await page.locator('main [name=material]').inputValue()).toBe(idea.material)
  const months = Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`units[${month}]`, '300']))
  const money = {
    unit: 'hũ',
    price: '40.000',
    'fixedLabel[0]': 'Điện',
    'fixedAmount[0]': '3.000.000',
    firstMonth: '1/2027',
  }
  await fill(page, { ...money, ...months, paidAfter: '2', 'costLabel[0]': 'Dâu, hũ' })
  expect(await refusal(page, 'Lưu và tính lại')).toContain('Hãy ghi số tiền của dòng này.')
  await fill(page, { 'costAmount[0]': '24.000' })
  await press(page, 'Lưu và tính lại')
  plan = new URL(page.url()).pathname
  expect(await text(page)).toMatch(/188 hũ mỗi tháng[\s\S]*144\.000\.000 đồng/)
  expect(await text(page)).toContain('Có tháng hết tiền')
  await press(page, 'Gửi xã')
  const officer = await site.at('tham-muu-xa', plan)
  await fill(officer, { outcome: 'agree', body: 'Nên xin trả trước một nửa.' })
  await press(officer, 'Gửi nhận xét')
})

it('without a script: the organisation registers, and the idea becomes its product and dossier, nothing typed twice', async () => {
  const page = await site.at('chu-the', paths.producer.register({ tinh: province }))
  await fill(page, {
    kind: 'group',
    name: 'Tổ hợp tác Mứt Mẫu',
    representativeName: 'Y Mẫu Hạnh',
    representativeSex: 'female',
    representativeEthnicity: 'Xơ Đăng',
    address: 'Thôn Mẫu',
    phone: '0900000123',
    commune,
  })
  await press(page, 'Đăng ký chủ thể')
  await page.goto(way)
  expect(await page.locator('main [name=name]').inputValue()).toBe(idea.title)
  await fill(page, { name: '' })
  expect(await refusal(page, 'Đưa vào sổ')).toContain('Hãy ghi tên sản phẩm')
  await fill(page, { name: idea.title })
  await press(page, 'Đưa vào sổ')
  await page.goto(paths.dossier.begin())
  await page.locator('main select[name=productId]').selectOption({ label: await optionWith(page, idea.title) })
  await press(page, 'Lập hồ sơ')
  const dossier = new URL(page.url()).pathname
  await page.goto(`${dossier}/mau-02`)
  expect(await page.locator('main [name=description]').inputValue()).toBe(idea.description)
  expect(await page.locator('main [name=material]').inputValue()).toBe(idea.material)
  expect(await text(page)).toContain('144.000.000 đồng')
  await page.goto(way)
  expect(await text(page)).toMatch(/Tổ hợp tác, 8 người[\s\S]*Xã đồng ý[\s\S]*Mứt dâu rừng[\s\S]*Đang soạn/)
  const stranger = await site.sit('tham-muu-tinh')
  expect((await stranger.goto(`${dossier}`))?.status()).toBe(404)
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const [person, path] of [
    [undefined, paths.idea.check({ nhom: '7', loai: 'none', 'nguyen-lieu': 'imported', giong: 'same' })],
    [undefined, paths.idea.track()],
    [undefined, paths.idea.open()],
    [undefined, file.replace('/y-tuong/', '/y-tuong/cong-khai/')],
    ['tham-muu-xa', file],
    ['tham-muu-tinh', paths.idea.terms()],
    ['chu-the', way],
    ['chu-the', plan],
    ['chu-the', `${plan}/soan`],
  ] as const) {
    const page = await site.sit(person, { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})

async function optionWith(page: Page, words: string): Promise<string> {
  const labels = await page.locator('main select[name=productId] option').allInnerTexts()
  return labels.find((label) => label.includes(words)) ?? ''
}
