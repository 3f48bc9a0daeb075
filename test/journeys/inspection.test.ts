import sharp from 'sharp'
import { expect, it, vi } from 'vitest'
import { run, sql } from '../../src/platform/db.ts'
import { paths } from '../../src/ui/paths.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import { inspect } from '../support/inspect-page.ts'
import { inspecting } from '../support/inspecting.ts'
import { pdfOf } from '../support/papers.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const { certified } = inspecting(world)
let certificate = ''
let plan = ''
let file = ''
let complaint = ''

it('without a script: the producer confirms what it keeps, and everybody reads it beside the certificate', async () => {
  const made = await certified('Cà phê hậu kiểm', 3, 5100)
  certificate = made.certificate
  await run(
    world,
    sql`insert into producer.member (producer_id, account_id, capacity, from_date)
      values (${made.producerId}, ${site.idOf['chu-the']}, 'owner', '2026-01-01')`,
  )
  const producer = await site.at('chu-the', paths.oversight.mine())
  await producer.getByRole('link', { name: 'Cà phê hậu kiểm' }).first().click()
  await fill(producer, { own: 'Đổi hàng trong 7 ngày' })
  expect(await refusal(producer, 'Xác nhận')).toContain('Hãy đánh dấu để xác nhận các cam kết.')
  expect(await producer.locator('main [name=own]').inputValue()).toBe('Đổi hàng trong 7 ngày')
  await fill(producer, { agreed: 'on' })
  await press(producer, 'Xác nhận')
  const visitor = await site.sit(undefined, { width: 360 })
  await visitor.goto(paths.recognition.certificate(certificate))
  await visitor.getByRole('link', { name: 'Cam kết chất lượng, kết luận kiểm tra' }).click()
  expect(await text(visitor)).toMatch(/Đổi hàng trong 7 ngày[\s\S]*Chưa có kết luận kiểm tra nào/)
})

it('without a script: an inspector makes the plan of the year; the list is drawn once, with tickets and reasons', async () => {
  const page = await site.at('kiem-tra', paths.oversight.plans())
  await page.getByRole('link', { name: 'Lập kế hoạch' }).click()
  await fill(page, { title: 'Hậu kiểm năm mẫu', document: '12/KH-M', size: '5', seedNumber: '271126' })
  expect(await refusal(page, 'Lập và đóng băng danh sách')).toContain('công bố ở đâu')
  await fill(page, { seedSource: 'Con số mẫu công bố trước' })
  await press(page, 'Lập và đóng băng danh sách')
  plan = new URL(page.url()).pathname
  await press(page, 'Rút danh sách')
  expect(await text(page)).toMatch(/271126[\s\S]*Điểm sát mức thấp nhất của hạng sao \(\+3\)/)
  const second = await site.at('kiem-tra', paths.oversight.planBegin())
  await fill(second, { title: 'Rút lại', document: '13/KH-M', size: '5' })
  expect(await refusal(second, 'Lập và đóng băng danh sách')).toContain('Đơn vị đã có kế hoạch của năm này')
  await page.getByRole('link', { name: 'Mở cuộc kiểm tra' }).first().click()
  await press(page, 'Mở cuộc kiểm tra')
  file = new URL(page.url()).pathname
  expect(await text(page)).toContain('Đổi hàng trong 7 ngày')
})

it('without a script, on a phone: each question is kept at once, a bad photo is refused, two windows do not overwrite', async () => {
  const phone = await site.sit('kiem-tra', { width: 360 })
  const other = await site.sit('kiem-tra', { width: 360 })
  await phone.goto(`${file}/muc/D1`)
  await other.goto(`${file}/muc/D1`)
  await fill(phone, { verdict: 'no' })
  expect(await refusal(phone, 'Lưu, sang mục tiếp')).toContain('Mục không đạt phải ghi thấy gì')
  await fill(phone, { note: 'Túi in bốn sao' })
  await phone
    .locator('main [name=photo]')
    .setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(pdfOf('x')) })
  expect(await refusal(phone, 'Lưu, sang mục tiếp')).toContain('không phải ảnh')
  expect(await phone.locator('main [name=note]').inputValue()).toBe('Túi in bốn sao')
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#864' } })
    .jpeg()
    .toBuffer()
  await phone.locator('main [name=photo]').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photo })
  await press(phone, 'Lưu, sang mục tiếp')
  expect(new URL(phone.url()).pathname).toBe(`${file}/muc/D2`)
  await fill(other, { verdict: 'yes' })
  await expect(press(other, 'Lưu, sang mục tiếp')).rejects.toThrow('409')
  await phone.goto(file)
  await phone.getByRole('link', { name: 'Xem ảnh của mục D1' }).click()
  expect(await phone.evaluate(() => document.contentType)).toBe('image/jpeg')
  await phone.goto(file)
  expect(await refusal(phone, 'Chốt biên bản')).toContain('Hãy ghi nơi kiểm tra.')
  const signed = {
    place: 'Thôn Mẫu',
    fromClock: '00:01',
    toClock: '00:02',
    present: 'Y Mẫu Hạnh, chủ cơ sở',
    rest: 'on',
  }
  await fill(phone, signed)
  await press(phone, 'Chốt biên bản')
  expect(await text(phone)).toMatch(/Chờ khắc phục[\s\S]*Túi in bốn sao/)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const late = await site.sit('kiem-tra')
  await late.goto(`${file}/muc/D2`)
  await fill(late, { verdict: 'yes' })
  await expect(press(late, 'Lưu, sang mục tiếp')).rejects.toThrow('409')
})

it('without a script: the producer puts it right; nothing open is public, and others find no page', async () => {
  const producer = await site.at('chu-the', paths.desk())
  await producer.getByRole('link', { name: 'Cà phê hậu kiểm' }).first().click()
  await fill(producer, { text: 'Đã in lại túi đúng số sao.' })
  await press(producer, 'Gửi phần khắc phục')
  for (const person of ['tham-muu-xa', 'ho-tro', 'thanh-vien-1'] as const) {
    const stranger = await site.sit(person)
    expect((await stranger.goto(file))?.status()).toBe(404)
    expect((await stranger.goto(`${file}/bien-ban.pdf`))?.status()).toBe(404)
  }
  const visitor = await site.sit()
  await visitor.goto(paths.oversight.commitments(certificate))
  expect(await text(visitor)).toContain('Chưa có kết luận kiểm tra nào')
  const inspector = await site.at('kiem-tra', paths.desk())
  expect(await text(inspector)).toContain('Xét phần khắc phục')
  await inspector.goto(file)
  await fill(inspector, { outcome: 'send-back' })
  expect(await refusal(inspector, 'Gửi kết luận')).toContain('Hãy ghi còn thiếu gì')
  await fill(inspector, { outcome: 'accept' })
  await press(inspector, 'Gửi kết luận')
  await visitor.reload()
  expect(await text(visitor)).toContain('Có thiếu sót, đã khắc phục xong')
})

it('without a script: the producer complains of it, the office receives, the leader answers with grounds', async () => {
  const producer = await site.at('chu-the', file)
  await producer.getByRole('link', { name: 'Khiếu nại cuộc kiểm tra này' }).click()
  await fill(producer, { text: 'Lô túi đó là hàng mẫu, chưa bán.', wish: 'Ghi lại biên bản cho đúng.' })
  await press(producer, 'Gửi khiếu nại')
  complaint = new URL(producer.url()).pathname
  const again = await site.at('chu-the', paths.oversight.complaintBegin())
  await again.locator('main [name=subject]').first().check()
  await fill(again, { text: 'Gửi lần nữa', wish: 'Như trên' })
  await expect(press(again, 'Gửi khiếu nại')).rejects.toThrow('409')
  const leader = await site.at('lanh-dao-tinh', complaint)
  expect(await leader.getByRole('button', { name: 'Gửi trả lời' }).count()).toBe(0)
  const officer = await site.at('tham-muu-tinh', paths.desk())
  await officer
    .getByRole('link', { name: /Cà phê hậu kiểm/ })
    .first()
    .click()
  await fill(officer, { outcome: 'refuse' })
  expect(await refusal(officer, 'Ghi quyết định')).toContain('Hãy ghi vì sao không thụ lý.')
  await fill(officer, { outcome: 'receive' })
  await press(officer, 'Ghi quyết định')
  await leader.reload()
  await fill(leader, { outcome: 'partly', grounds: 'Lô túi chưa bán, nhưng đã đóng hàng.', document: '45/UBND-M' })
  await press(leader, 'Gửi trả lời')
  await producer.reload()
  expect(await text(producer)).toMatch(/Khiếu nại đúng một phần[\s\S]*45\/UBND-M/)
  for (const person of ['kiem-tra', 'tham-muu-xa'] as const) {
    const stranger = await site.sit(person)
    expect((await stranger.goto(complaint))?.status()).toBe(404)
  }
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  const { list, begin, planBegin, plans, mine, complaintBegin, complaintTerms, complaints } = paths.oversight
  for (const [person, path] of [
    ['kiem-tra', list({ xem: 'tat-ca' })],
    ['kiem-tra', begin()],
    ['kiem-tra', plans()],
    ['kiem-tra', planBegin()],
    ['kiem-tra', plan],
    ['kiem-tra', file],
    ['chu-the', mine()],
    ['chu-the', complaintBegin()],
    ['chu-the', complaint],
    ['lanh-dao-tinh', complaintTerms()],
    ['tham-muu-tinh', complaints()],
  ] as const) {
    const page = await site.sit(person, { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})
