import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { run, sql } from '../../src/platform/db.ts'
import { productById } from '../../src/product/actions.ts'
import { paths } from '../../src/ui/paths.ts'
import { commune, province } from '../support/awarding.ts'
import { fill, press, useSite } from '../support/browser.ts'
import type { Person } from '../support/browser.ts'
import { enterProduct } from '../support/entered.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const year = Number(new Date().toISOString().slice(0, 4)) - 1

async function at(person: Person, path: string): Promise<Page> {
  const page = await site.sit(person, { script: false, width: 360 })
  await page.goto(path)
  return page
}

const text = (page: Page) => page.locator('main').innerText()

it('a person without a producer, then a producer nobody knows the volume of, finds what to do', async () => {
  expect(await text(await at('chu-the', paths.cycle.next()))).toContain('Gửi ý tưởng')
  const given = { province, commune, stars: 4, decidedOn: `${year}-05-15`, name: 'Chè mẫu' } as const
  const product = await productById(world.as(), await enterProduct(world, given))
  await run(
    world,
    sql`insert into producer.member (producer_id, account_id, capacity, from_date)
      values (${product?.producerId ?? ''}, ${site.idOf['chu-the']}, 'owner', '2026-01-01')`,
  )
  const page = await at('chu-the', paths.desk())
  await page.goto(paths.cycle.next())
  expect(await text(page)).toContain('cần hỏi chủ thể')
  await page.getByRole('link', { name: 'Gửi báo cáo năm' }).click()
  await fill(page, { labourTotal: '5', revenue: '4.000.000.000' })
  await press(page, 'Gửi báo cáo năm')
  await page.goto(paths.cycle.next())
  expect(await text(page)).toMatch(/Dẫn dắt[\s\S]*4\.000\.000\.000 đồng một năm, theo báo cáo năm/)
})

it('the commune opens a count, then the producer; the province moves the borders and the segment follows', async () => {
  const officer = await at('tham-muu-xa', paths.cycle.segments())
  await officer.locator('.counters a', { hasText: 'Dẫn dắt' }).click()
  await officer.getByRole('link', { name: 'Chủ thể mẫu của Chè mẫu' }).click()
  expect(await text(officer)).toContain('Mở rộng vùng nguyên liệu')
  const head = await at('tham-muu-tinh', paths.cycle.thresholds())
  await fill(head, { largeYear: '5.000.000.000' })
  await expect(press(head, 'Đặt ngưỡng')).rejects.toThrow('422')
  expect(await text(head)).toContain('Hãy ghi văn bản hoặc lý do đặt ngưỡng.')
  expect(await head.locator('main [name=largeYear]').inputValue()).toBe('5.000.000.000')
  await fill(head, { basis: '12/KH-UBND mẫu' })
  await press(head, 'Đặt ngưỡng')
  expect(await text(head)).toContain('theo 12/KH-UBND mẫu')
  await officer.reload()
  expect(await text(officer)).toContain('Đặc sắc, lượng ít')
  const stranger = await site.sit('thu-ky-hd')
  expect((await stranger.goto(paths.cycle.segments()))?.status()).toBe(404)
})

it('finds nothing wrong on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const [person, path] of [
    ['chu-the', paths.cycle.next()],
    ['tham-muu-tinh', paths.cycle.segments()],
    ['tham-muu-tinh', paths.cycle.thresholds()],
  ] as const) {
    for (const width of [360, 1280]) {
      const page = await site.sit(person, { script: true, width })
      await page.goto(path)
      const faults = await inspect(page)
      if (faults.length > 0) found[`${path} ${width}`] = faults
      await page.close()
    }
  }
  expect(found).toEqual({})
})
