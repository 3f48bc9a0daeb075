import { expect, it, vi } from 'vitest'
import { run, sql } from '../../src/platform/db.ts'
import { productById } from '../../src/product/actions.ts'
import { paths } from '../../src/ui/paths.ts'
import { commune, province } from '../support/awarding.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import { enterProduct } from '../support/entered.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const year = Number(new Date().toISOString().slice(0, 4)) - 1
let file = ''

it('without a script: the producer finds the report on the desk, filled in where known, and sends it', async () => {
  const given = { province, commune, stars: 3, decidedOn: `${year}-03-15` } as const
  const product = await productById(world.as(), await enterProduct(world, { ...given, name: 'Sâm dây mẫu' }))
  const producerId = product?.producerId ?? ''
  await run(world, sql`update producer.producer set labour_total = 9, labour_local = 8 where id = ${producerId}`)
  await run(
    world,
    sql`insert into producer.member (producer_id, account_id, capacity, from_date)
      values (${producerId}, ${site.idOf['chu-the']}, 'owner', '2026-01-01')`,
  )
  const page = await site.at('chu-the', paths.desk())
  await page
    .getByRole('link', { name: `Báo cáo năm ${year}` })
    .first()
    .click()
  file = new URL(page.url()).pathname
  expect(await text(page)).toContain('theo sổ chủ thể')
  expect(await page.locator('main [name=labourTotal]').inputValue()).toBe('9')
  await fill(page, { labourFemale: '10', materialHectares: '2,5', revenue: '350.000.000' })
  expect(await refusal(page, 'Gửi báo cáo năm')).toContain('Không thể nhiều hơn tổng số lao động (9).')
  expect(await page.locator('main [name=materialHectares]').inputValue()).toBe('2,5')
  await fill(page, { labourFemale: '6', materialHectares: 'vài sào' })
  expect(await refusal(page, 'Gửi báo cáo năm')).toContain('Hãy ghi diện tích bằng ha')
  await fill(page, { materialHectares: '2,5' })
  await press(page, 'Gửi báo cáo năm')
  expect(await text(page)).toMatch(/350\.000\.000 đồng[\s\S]*2,5 ha/)
})

it('without a script: the commune sees who told, others see nothing, and the public no single producer', async () => {
  const officer = await site.at('tham-muu-xa', paths.outcome.owing({ nam: year }))
  expect(await text(officer)).toContain('Mọi chủ thể đã báo cáo.')
  const stranger = await site.sit('thu-ky-hd')
  expect((await stranger.goto(file))?.status()).toBe(404)
  const phone = await site.sit(undefined, { width: 360 })
  await phone.goto(paths.outcome.sums({ nam: year, tinh: province }))
  const seen = await text(phone)
  expect(seen).toContain('1 trên 1 chủ thể phải báo cáo đã báo')
  expect(seen).toContain('không hiện')
  expect(seen).not.toContain('350')
})

it('without a script: the commune’s criterion for new rural development says its basis', async () => {
  const page = await site.sit(undefined, { width: 360 })
  await page.goto(paths.statistics.communeCriterion({ tinh: province }))
  expect(await text(page)).toMatch(/1 trên \d+ đơn vị cấp xã có sản phẩm còn hạn[\s\S]*chỉ tiêu về OCOP chưa đọc được/)
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const [person, path] of [
    ['chu-the', paths.outcome.mine()],
    ['chu-the', file],
    ['tham-muu-tinh', paths.outcome.owing()],
    ['tham-muu-tinh', paths.outcome.terms()],
    [undefined, paths.outcome.sums({ nam: year })],
    [undefined, paths.statistics.communeCriterion()],
  ] as const) {
    const page = await site.sit(person, { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})
