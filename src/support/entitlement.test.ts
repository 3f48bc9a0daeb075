import { describe, expect, test } from 'vitest'
import { commune, owner, province, provinceLeader } from '../../test/support/awarding.ts'
import { funding, reward, supportOfficer } from '../../test/support/funding.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { rows, sql } from '../platform/db.ts'
import { tasksFor } from '../reactions.ts'
import { openEntitlements } from './actions-open.ts'
import { endPolicy } from './actions-policy.ts'
import { entitlementPage } from './actions-reading.ts'
import { proposeSupport } from './actions.ts'

const world = useWorld()
const { product, policy, recognise, opened } = funding(world, provinceLeader)

const shown = async (id: string) => (await entitlementPage(world.as(supportOfficer), id)).entitlement

describe('a recognition opens what the province promised', () => {
  test('the fact is answered by a task, and running it again opens nothing twice', async () => {
    expect(tasksFor('recognition.granted')).toContain('support.open-entitlements')
    await policy({ title: 'Ba sao', stars: [3] })
    const { certificate, ids, producerId } = await opened('Tiêu rừng mẫu')
    expect(ids).toHaveLength(1)
    expect(await openEntitlements(world.as(), certificate)).toEqual([])
    expect(await shown(ids[0]!)).toMatchObject({
      amount: 50_000_000,
      state: 'opened',
      event: 'first',
      stars: 3,
      producerId,
      openedOn: '2026-11-20',
      document: reward.document,
    })
  })

  test('first, kept and upgraded are told apart; fewer stars open nothing', async () => {
    await policy({ title: 'Giữ 4 sao', stars: [4], events: ['kept'], fixed: 60_000_000 })
    await policy({ title: 'Lên 4 sao', stars: [4], events: ['upgraded'], fixed: 150_000_000 })
    await policy({ title: 'Lần đầu 4 sao', stars: [4], events: ['first'], fixed: 70_000_000 })
    const { productId } = await product('Mật ong mẫu')
    const amounts = async (number: string) =>
      Promise.all((await openEntitlements(world.as(), number)).map(async (id) => (await shown(id)).amount))
    expect(await amounts(await recognise(productId, 4, '2026-06-01'))).toEqual([70_000_000])
    expect(await amounts(await recognise(productId, 4, '2026-07-01'))).toEqual([60_000_000])
    expect(await amounts(await recognise(productId, 3, '2026-08-01'))).toEqual([])
    expect(await amounts(await recognise(productId, 4, '2026-09-01'))).toEqual([150_000_000])
  })

  test('a policy before its first day, after its last, or ended, opens nothing', async () => {
    await policy({ title: 'Năm sau', stars: [4], fixed: 1, fromDate: '2027-01-01' })
    await policy({ title: 'Tới hôm trước', stars: [4], fixed: 2, toDate: '2026-11-19' })
    await policy({ title: 'Tới đúng ngày', stars: [4], fixed: 3, toDate: '2026-11-20' })
    const ended = await policy({ title: 'Đã thôi', stars: [4], fixed: 4 })
    await endPolicy(world.as(supportOfficer), ended, { endedOn: '2026-11-20', basis: 'Nghị quyết mẫu sau' })
    const { ids } = await opened('Yến sào mẫu', 4)
    const amounts = await Promise.all(ids.map(async (id) => (await shown(id)).amount))
    expect(amounts.filter((amount) => amount < 10)).toEqual([3])
  })

  test('once for a producer means once, and a cap of the producer cuts the last sum', async () => {
    const { productId: one, producerId } = await product('Sâm mẫu một')
    const { productId: two } = await product('Sâm mẫu hai')
    await world.db.transaction().execute(async (db) => {
      await sql`update product.product set producer_id = ${producerId} where id = ${two}`.execute(db)
    })
    await policy({ title: 'Một lần', stars: [3], fixed: 10_000_000, once: 'producer', clause: 'Điều 8' })
    await policy({ title: 'Có trần', stars: [3], fixed: 40_000_000, capProducer: 60_000_000, clause: 'Điều 9' })
    const of = async (number: string) =>
      (await Promise.all((await openEntitlements(world.as(), number)).map(shown)))
        .filter(({ clause }) => clause !== reward.clause)
        .map(({ amount }) => amount)
    expect(await of(await recognise(one, 3))).toEqual([10_000_000, 40_000_000])
    expect(await of(await recognise(two, 3))).toEqual([20_000_000])
    const notOpened = await rows(world, sql`select 1 from audit.entry where fact = 'support.not-opened'`)
    expect(notOpened).toHaveLength(1)
  })

  test('the commune pays where the policy says so', async () => {
    await policy({ title: 'Xã chi', stars: [3], events: ['kept'], fixed: 5_000_000, paidBy: 'commune' })
    const { productId } = await product('Bánh mẫu')
    await recognise(productId, 3, '2026-06-01')
    const [id] = await openEntitlements(world.as(), await recognise(productId, 3, '2026-07-01'))
    expect(await shown(id!)).toMatchObject({ unitToday: commune, provinceToday: province })
  })

  test('a policy of the province as it was before a merger does not reach over it', async () => {
    const old = await policy({ title: 'Tỉnh cũ', stars: [4], fixed: 9_000_000 })
    await sql`update support.policy set unit_on = '2024-01-01' where id = ${old}`.execute(world.db)
    const { ids } = await opened('Muối mẫu', 4)
    const titles = await Promise.all(ids.map(async (id) => (await shown(id)).policyTitle))
    expect(titles).not.toContain('Tỉnh cũ')
    expect(titles.length).toBeGreaterThan(0)
  })
})

describe('one đồng', () => {
  test('above the promised sum or a cap is refused with the clause, and nothing is kept', async () => {
    const { id } = await opened('Gạo mẫu')
    expect((await shown(id)).amount).toBe(50_000_000)
    const propose = (amount: number) =>
      proposeSupport(world.as(supportOfficer), id, { amount, reason: 'Theo mức của nghị quyết mẫu' })
    await expect(propose(50_000_001)).rejects.toMatchObject({
      refusals: [{ code: 'support/over-share', article: '1/2026/NQ-HĐND mẫu Điều 3 khoản 1', field: 'amount' }],
    })
    expect((await shown(id)).state).toBe('opened')
    expect(await refusedWith(propose(50_000_000))).toEqual([])
    expect((await shown(id)).state).toBe('proposed')
  })

  test("somebody else's entitlement is a missing one", async () => {
    const { id, producerId } = await opened('Chè mẫu')
    expect(await refusedWith(entitlementPage(world.as(owner('khac')), id))).toEqual(['kernel/not-found'])
    expect(await refusedWith(entitlementPage(world.as(owner(producerId)), id))).toEqual([])
  })
})
