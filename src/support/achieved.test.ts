import { expect, test } from 'vitest'
import { provinceLeader } from '../../test/support/awarding.ts'
import { funding, otherOfficer, supportOfficer } from '../../test/support/funding.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { newId } from '../kernel/id.ts'
import { tellOutcome } from './actions.ts'
import { claimBack } from './actions-claim.ts'
import { paySupport } from './actions-money.ts'
import { supportAchieved } from './actions-reading.ts'
import { supportPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const { policy, source, opened, committed } = funding(world, provinceLeader)
const officer = () => world.as(supportOfficer)

async function paid(name: string, amount: number) {
  const made = await opened(name)
  await committed(made.id, 50_000_000, await source(50_000_000))
  if (amount > 0) await paySupport(officer(), made.id, { key: newId(), amount, document: `C-${name}` })
  return made
}

test('what was paid is held against what came of it, the last telling counting; what is owed back is no support', async () => {
  await policy()
  const one = await paid('Trà có kết quả', 50_000_000)
  await paid('Trà chưa kể', 20_000_000)
  await paid('Trà chưa chi', 0)
  const owed = await paid('Trà phải trả lại', 50_000_000)
  await claimBack(world.as(), owed.certificate)
  await tellOutcome(officer(), one.id, { result: 'Thêm một máy.', jobs: 2, revenue: 90_000_000 })
  await tellOutcome(officer(), one.id, { result: 'Thêm hai người nữa.', jobs: 4 })
  const { lines, total, year, years } = await supportAchieved(officer(), undefined)
  expect(lines).toEqual([
    { kind: 'reward', entitlements: 2, producers: 2, paid: 70_000_000, told: 1, jobs: 4, revenue: 90_000_000 },
  ])
  expect(total).toEqual({ entitlements: 2, paid: 70_000_000, told: 1 })
  expect(years[0]).toBe(year)
  expect((await supportAchieved(officer(), year - 1)).lines).toEqual([])
})

test('is for those who look after the money of the place, and a year that is none is this one', async () => {
  expect((await supportAchieved(world.as(otherOfficer), undefined)).lines).toEqual([])
  await expect(supportAchieved(world.as(), undefined)).rejects.toThrow('kernel/not-found')
  const visit = visiting(supportPages, refusals, officer)
  for (const year of ['1', 'abc', '2999', '']) {
    const page = await visit.get(`/ho-tro/ket-qua?nam=${year}`)
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain('70.000.000 đồng')
    expect(html, 'a list on a phone').toContain('data-head="Đã chi"')
  }
  expect(await (await visit.get(`/ho-tro/ket-qua?nam=${Number(officer().today.slice(0, 4)) - 2}`)).text()).toContain(
    'chưa chi khoản nào',
  )
})
