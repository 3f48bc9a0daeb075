import { expect, test } from 'vitest'
import { province, provinceLeader } from '../../test/support/awarding.ts'
import { funding, supportOfficer } from '../../test/support/funding.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { newId } from '../kernel/id.ts'
import { fundsPage } from './actions-funds.ts'
import { approveSupport, openSource, paySupport } from './actions-money.ts'
import { openEntitlements } from './actions-open.ts'
import { entitlementPage } from './actions-reading.ts'

const world = useWorld()
const { policy, product, recognise, source, opened, proposed, committed } = funding(world, provinceLeader)

const sumsOf = async (id: string) => {
  const { funds, check } = await fundsPage(world.as(supportOfficer), id, 1)
  return {
    left: funds.available,
    promised: funds.committed,
    gone: funds.paid,
    faults: check.drifted + check.unbalanced,
  }
}

test('two approvals race for the last money of a source: one gets it', async () => {
  await policy()
  const fund = await source(60_000_000)
  const { id: one } = await opened('Cà phê mẫu')
  const { id: other } = await opened('Ca cao mẫu')
  await proposed(one, 50_000_000)
  await proposed(other, 50_000_000)
  const both = await Promise.all(
    [one, other].map((id) =>
      refusedWith(approveSupport(world.as(provinceLeader), id, { key: newId(), source: fund, document: `D ${id}` })),
    ),
  )
  expect(both.toSorted()).toEqual([[], ['support/over-allocation']])
  expect(await sumsOf(fund)).toEqual({ left: 10_000_000, promised: 50_000_000, gone: 0, faults: 0 })
})

test('ten payments race for one commitment: what is owed goes out, and not one đồng more', async () => {
  const fund = await source(50_000_000)
  const { id } = await opened('Tiêu mẫu')
  await committed(id, 50_000_000, fund)
  const paid = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      refusedWith(
        paySupport(world.as(supportOfficer), id, { key: newId(), amount: 12_000_000, document: `C${index}` }),
      ),
    ),
  )
  expect(paid.filter((codes) => codes.length === 0)).toHaveLength(4)
  expect(await sumsOf(fund)).toEqual({ left: 0, promised: 2_000_000, gone: 48_000_000, faults: 0 })
})

test('one payment pressed five times at once pays once', async () => {
  const fund = await source(50_000_000)
  const { id } = await opened('Gừng mẫu')
  await committed(id, 50_000_000, fund)
  const input = { key: newId(), amount: 20_000_000, document: 'C-năm-lần' }
  await Promise.all(Array.from({ length: 5 }, () => paySupport(world.as(supportOfficer), id, input)))
  expect((await sumsOf(fund)).gone).toBe(20_000_000)
})

test('two recognitions race for the last room under a cap: together they stay under it', async () => {
  await policy({ title: 'Trần xã', stars: [4], fixed: 40_000_000, capCommune: 60_000_000 })
  const numbers = await Promise.all(
    ['Sâm mẫu', 'Quế mẫu'].map(async (name) => recognise((await product(name)).productId, 4)),
  )
  const ids = (await Promise.all(numbers.map((number) => openEntitlements(world.as(), number)))).flat()
  const files = await Promise.all(ids.map((id) => entitlementPage(world.as(supportOfficer), id)))
  expect(files.map(({ entitlement }) => entitlement.amount).toSorted()).toEqual([20_000_000, 40_000_000])
})

test('the same source opened twice at once is one, and another document is another', async () => {
  const given = { unit: province, kind: 'local-budget', name: 'Ngân sách hai lần', year: 2026 } as const
  const open = (document: string) => refusedWith(openSource(world.as(supportOfficer), { ...given, document }))
  expect((await Promise.all([open('9/QĐ-M'), open('9/QĐ-M')])).flat()).toEqual(['support/source-opened-already'])
  expect(await open('10/QĐ-M')).toEqual([])
})
