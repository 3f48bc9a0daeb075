import { expect, it, vi } from 'vitest'
import { tellAtOnce } from '../../src/notice/actions.ts'
import { sendDue } from '../../src/notice/actions-send.ts'
import { rows, sql } from '../../src/platform/db.ts'
import { paths } from '../../src/ui/paths.ts'
import { useSite } from '../support/browser.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const sent: { to: string; text: string }[] = []
const office = {
  publicUrl: 'http://127.0.0.1',
  channels: {
    email: {
      send: ({ to, text }: { to: string; text: string }) => {
        sent.push({ to, text })
        return Promise.resolve({ state: 'sent' as const })
      },
    },
  },
}

it('an officer gives an address, proves it, is told there, and ends it by the link of the message, without a script', async () => {
  const page = await site.sit('tham-muu-xa', { width: 360 })
  await page.goto(paths.notice.told())
  await page.getByText('Chưa có thông báo nào').waitFor()
  await page.getByRole('link', { name: 'Chọn cách nhận thông báo' }).click()
  await page.getByRole('link', { name: 'Thêm nơi nhận' }).click()
  await page.getByLabel('Thư điện tử').fill('khong phai thu')
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click()
  await page.locator('main').getByText('Địa chỉ thư chưa đúng').first().waitFor()
  expect(await page.getByLabel('Thư điện tử').inputValue()).toBe('khong phai thu')
  await page.getByLabel('Thư điện tử').fill('xa@vidu.vn')
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click()

  const [job] = await rows<{ payload: { code: string } }>(
    world,
    sql`select payload from graphile_worker._private_jobs where key like 'notice.send-code:%'`,
  )
  const code = job?.payload.code ?? ''
  await page.getByLabel('Mã xác nhận').fill(code === '123456' ? '654321' : '123456')
  await page.getByRole('button', { name: 'Xác nhận nơi nhận' }).click()
  await page.locator('main').getByText('Mã chưa đúng').first().waitFor()
  await page.getByLabel('Mã xác nhận').fill(code)
  await page.getByRole('button', { name: 'Xác nhận nơi nhận' }).click()
  await page.getByText('Đang nhận').waitFor()

  const open = () => world.as(undefined, new Date().toISOString())
  const told = { subject: 'Hồ sơ mới ở xã', body: 'Hãy xác nhận đã nhận.', href: paths.desk(), urgent: true }
  await tellAtOnce(open(), [{ key: 'mot', reader: { account: site.idOf['tham-muu-xa'] }, ...told }])
  await sendDue(open, office)
  await page.goto(paths.notice.told())
  expect(await page.locator('main').innerText()).toMatch(/Hồ sơ mới ở xã[\s\S]*Thư điện tử xa@vidu.vn: đã gửi/)

  const [, stop] = /http:\/\/127\.0\.0\.1(\/thong-bao\/ngung\/\S+)/.exec(sent[0]?.text ?? '') ?? []
  const stranger = await site.sit(undefined, { width: 360 })
  await stranger.goto(stop ?? '')
  await stranger.getByRole('button', { name: 'Ngừng nhận' }).click()
  await stranger.getByText('Đã ngừng từ').waitFor()
  expect(await stranger.locator('main').innerText()).not.toContain('xa@vidu.vn')
  await tellAtOnce(open(), [{ key: 'hai', reader: { account: site.idOf['tham-muu-xa'] }, ...told }])
  await sendDue(open, office)
  expect(sent).toHaveLength(1)
  await page.goto(paths.notice.told())
  await page.getByText('Chỉ hiện ở trang này').waitFor()
})

it('hours are chosen for the producer and for the person apart, and a stranger sees neither', async () => {
  const page = await site.sit('ho-tro')
  await page.goto(paths.notice.contacts())
  await page.getByRole('link', { name: 'Đổi giờ nhận' }).click()
  await page.getByLabel('Yên tĩnh từ').selectOption('20')
  await page.getByLabel('Gom thư thường').check()
  await page.getByRole('button', { name: 'Lưu giờ nhận' }).click()
  await page.getByText('Không nhắn tin từ 20 giờ đến 7 giờ. Thư thường gom thành một bản tin mỗi sáng.').waitFor()
  expect((await page.goto(paths.notice.wish({ 'chu-the': 'cua-nguoi-khac' })))?.status()).toBe(404)
  expect((await page.goto(paths.notice.stop('khong-co')))?.status()).toBe(404)
})
