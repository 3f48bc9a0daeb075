// Question to published answer, and news with figures, in a real browser without a script.
import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { sendDue } from '../../src/notice/actions-send.ts'
import type { Parcel } from '../../src/platform/channel.ts'
import { rows, sql } from '../../src/platform/db.ts'
import { paths } from '../../src/ui/paths.ts'
import { commune, province } from '../support/awarding.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import type { Person } from '../support/browser.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
let receipt = ''
let article = ''

async function at(person: Person | undefined, path: string): Promise<Page> {
  const page = await site.sit(person, { width: person === undefined ? 360 : 1280 })
  await page.goto(path)
  return page
}

it('without a script: a resident asks without an account, the commune answers, both are published without the name', async () => {
  const resident = await at(undefined, paths.feedback.send({ tinh: province }))
  await fill(resident, { kind: 'question', subject: 'procedure', commune, body: 'Nộp hồ sơ lần đầu ở đâu?' })
  expect(await refusal(resident, 'Gửi phiếu')).toContain('Hãy ghi một câu ngắn nói việc gì.')
  await fill(resident, { title: 'Nộp hồ sơ ở đâu', senderName: 'Y Mẫu Hỏi', consent: 'on' })
  await press(resident, 'Gửi phiếu')
  receipt = resident.url()
  expect(await text(resident)).toMatch(/Mã theo dõi: \w{4}-\w{4}-\w{4}-\w{4}/)
  const officer = await at('tham-muu-xa', paths.desk())
  await officer.getByRole('link', { name: 'Nộp hồ sơ ở đâu' }).first().click()
  expect(await refusal(officer, 'Gửi trả lời')).toContain('Hãy viết trả lời')
  await fill(officer, { text: 'Nộp tại UBND xã.' })
  await press(officer, 'Gửi trả lời')
  await fill(officer, { question: 'Y Mẫu Hỏi hỏi: nộp ở đâu?' })
  expect(await refusal(officer, 'Công khai')).toContain('Hãy bỏ tên người gửi')
  await fill(officer, { question: 'Nộp hồ sơ lần đầu ở đâu?' })
  await press(officer, 'Công khai')
  const reader = await at(undefined, paths.feedback.list({ q: 'nop ho so' }))
  await reader.getByRole('link', { name: 'Nộp hồ sơ ở đâu' }).click()
  expect(await text(reader)).toContain('Nộp tại UBND xã.')
  expect(await reader.content()).not.toContain('Y Mẫu Hỏi')
})

it('without a script: the resident reopens once, and somebody else of the province finds nothing', async () => {
  const resident = await at(undefined, receipt)
  await fill(resident, { reason: 'Xã nghỉ thứ Bảy, nộp qua mạng được không?' })
  await press(resident, 'Mở lại phiếu')
  expect(await text(resident)).toContain('Chờ trả lời')
  await askToBeTold(resident)
  const officer = await at('tham-muu-xa', paths.feedback.queue())
  await officer.getByRole('link', { name: 'Nộp hồ sơ ở đâu' }).click()
  const stranger = await site.sit('tham-muu-tinh')
  expect((await stranger.goto(officer.url()))?.status()).toBe(404)
  await fill(officer, { text: 'Được, ở trang Lập hồ sơ.' })
  await press(officer, 'Gửi trả lời')
  await resident.reload()
  expect(await text(resident)).toContain('Trả lời lần hai')
  expect(await resident.getByRole('button', { name: 'Mở lại phiếu' }).count()).toBe(0)
  const letter = await letterTo('nguoi.hoi@vidu.vn')
  expect(letter).toContain('đã trả lời phiếu “Nộp hồ sơ ở đâu”')
  expect(letter).not.toContain('Lập hồ sơ')
  const [, stop = ''] = /http:\/\/127\.0\.0\.1(\/thong-bao\/ngung\/\S+)/.exec(letter) ?? []
  const reader = await at(undefined, stop)
  await press(reader, 'Ngừng nhận')
  await resident.reload()
  expect(await text(resident)).not.toContain('Gửi tới nguoi.hoi@vidu.vn')
})

/** On the page of the matter, with its code: an address, and the digits that went there. */
async function askToBeTold(resident: Page): Promise<void> {
  await fill(resident, { email: 'khong-phai-thu' })
  expect(await refusal(resident, 'Gửi mã xác nhận')).toContain('Địa chỉ thư chưa đúng')
  await fill(resident, { email: 'nguoi.hoi@vidu.vn' })
  await press(resident, 'Gửi mã xác nhận')
  const [job] = await rows<{ payload: { code: string } }>(
    world,
    sql`select payload from graphile_worker._private_jobs where key like 'notice.send-code:%'`,
  )
  await fill(resident, { code: job?.payload.code ?? '' })
  await press(resident, 'Xác nhận nơi nhận')
  expect(await text(resident)).toContain('Gửi tới nguoi.hoi@vidu.vn')
}

async function letterTo(address: string): Promise<string> {
  const letters: Parcel[] = []
  const email = {
    send: async (parcel: Parcel) => {
      letters.push(parcel)
      return { state: 'sent' } as const
    },
  }
  const open = () => world.as(undefined, new Date().toISOString())
  await sendDue(open, { channels: { email }, publicUrl: 'http://127.0.0.1' })
  return letters.find(({ to }) => to === address)?.text ?? ''
}

it('without a script: an editor writes news with a figure that opens its records, and corrects it', async () => {
  const editor = await at('bien-tap', paths.newsroom.begin())
  await fill(editor, {
    title: 'Bao nhiêu sản phẩm còn hiệu lực',
    category: 'chuong-trinh',
    figure: 'san-pham-con-hieu-luc',
  })
  await fill(editor, { figureOn: '31/12/2099' })
  expect(await refusal(editor, 'Lưu bản soạn')).toContain('chưa đến')
  await fill(editor, { figureOn: '1/11/2026' })
  await press(editor, 'Lưu bản soạn')
  expect(await refusal(editor, 'Xuất bản')).toContain('Bài chưa có tóm tắt')
  await fill(editor, { summary: 'Đếm từ quyết định.' })
  await press(editor, 'Lưu bản soạn')
  await press(editor, 'Xuất bản')
  article = new URL(editor.url()).pathname
  const reader = await at(undefined, paths.newsroom.list({ q: 'con hieu luc' }))
  await reader.getByRole('link', { name: 'Bao nhiêu sản phẩm còn hiệu lực' }).first().click()
  expect(await text(reader)).toContain('ngày 01/11/2026; hôm nay 0')
  await reader.locator('.cited-figure').click()
  expect(new URL(reader.url()).pathname).toBe(paths.statistics.records('san-pham-con-hieu-luc'))
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const [person, path] of [
    [undefined, paths.feedback.list()],
    [undefined, paths.feedback.send({ tinh: province })],
    [undefined, paths.feedback.track()],
    [undefined, receipt],
    [undefined, paths.feedback.figures({ tinh: province })],
    ['tham-muu-xa', paths.feedback.queue({ xem: 'tat-ca' })],
    [undefined, paths.newsroom.list()],
    [undefined, article],
    ['bien-tap', paths.newsroom.desk()],
    ['bien-tap', paths.newsroom.begin()],
  ] as const) {
    const page = await site.sit(person, { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})
