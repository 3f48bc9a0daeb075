import { describe, expect, test } from 'vitest'
import { commune, owner, provinceLeader } from '../../test/support/awarding.ts'
import { funding, reward, supportOfficer } from '../../test/support/funding.ts'
import { visiting } from '../../test/support/pages.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import type { Actor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { rows, run, sql } from '../platform/db.ts'
import { fundsPage } from './actions-funds.ts'
import { approveSupport, deliverSupport, paySupport } from './actions-money.ts'
import { deskItems, entitlementPage, ownSupport } from './actions-reading.ts'
import { answerSupport, askSupport, proposeSupport, tellOutcome } from './actions.ts'
import type { AskInput, PolicyInput } from './model.ts'
import { supportPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const { policy, product, recognise, source } = funding(world, provinceLeader)
const officer = () => world.as(supportOfficer)

const packaging: Partial<PolicyInput> = {
  title: 'Bao bì, nhãn',
  clause: 'Điều 4',
  kind: 'packaging',
  opens: 'request',
  stars: [],
  events: [],
  fixed: undefined,
  percent: 50,
  capItem: 30_000_000,
}

async function asker(change: Partial<PolicyInput> = {}) {
  const policyId = await policy({ ...packaging, ...change })
  const { productId, producerId } = await product('Trà mẫu')
  const ask = (given: Partial<AskInput> = {}) =>
    askSupport(world.as(owner(producerId)), {
      policy: policyId,
      producer: producerId,
      product: productId,
      need: 'In hộp mới.',
      cost: 40_000_001,
      ...given,
    })
  return { productId, producerId, policyId, ask }
}

const file = async (id: string) => (await entitlementPage(officer(), id)).entitlement

describe('what no recognition opens is asked for', () => {
  test('asked → approved → delivered → paid → told; the real cost settles the sum and the rest is free again', async () => {
    const fund = await source(20_000_000)
    const { ask, producerId } = await asker()
    const id = await ask()
    expect(await file(id)).toMatchObject({ state: 'asked', amount: 20_000_000, askedCost: 40_000_001 })
    expect((await deskItems(officer())).map((item) => item.id)).toContain(id)
    await proposeSupport(officer(), id, { amount: 20_000_000, reason: 'Một nửa báo giá' })
    expect((await deskItems(world.as(provinceLeader))).map((item) => item.id)).toContain(id)
    await approveSupport(world.as(provinceLeader), id, { key: newId(), source: fund, document: 'D' })
    const pay = (amount: number) => paySupport(officer(), id, { key: newId(), amount, document: 'C' })
    expect(await refusedWith(pay(1))).toEqual(['support/not-now'])
    await deliverSupport(officer(), id, { key: newId(), cost: 31_000_001, document: 'N' })
    expect(await file(id)).toMatchObject({ state: 'delivered', amount: 15_500_000, committed: 15_500_000 })
    expect(await refusedWith(pay(15_500_001))).toEqual(['support/over-commitment'])
    await pay(15_500_000)
    await tellOutcome(world.as(owner(producerId)), id, { result: 'Bán thêm được ở siêu thị.' })
    expect((await file(id)).state).toBe('measured')
    const { funds, check } = await fundsPage(officer(), fund, 1)
    expect([funds.available, funds.committed, funds.paid, check.unbalanced]).toEqual([4_500_000, 0, 15_500_000, 0])
  })

  test('where the share of the real cost is nothing it is closed, the promise is free again, and no payment waits', async () => {
    const { ask } = await asker()
    const fund = await source(20_000_000)
    const id = await ask()
    await proposeSupport(officer(), id, { amount: 1_000_000, reason: 'x' })
    await approveSupport(world.as(provinceLeader), id, { key: newId(), source: fund, document: 'D' })
    await deliverSupport(officer(), id, { key: newId(), cost: 1, document: 'N' })
    expect(await file(id)).toMatchObject({ state: 'paid', committed: 0 })
    expect((await deskItems(officer())).map((item) => item.id)).not.toContain(id)
    expect((await fundsPage(officer(), fund, 1)).funds.available).toBe(20_000_000)
  })

  test('one đồng above the cap of an item is refused with the clause', async () => {
    const { ask } = await asker()
    const id = await ask({ cost: 90_000_000 })
    expect((await file(id)).amount).toBe(30_000_000)
    await expect(proposeSupport(officer(), id, { amount: 30_000_001, reason: 'x' })).rejects.toMatchObject({
      refusals: [{ code: 'support/over-cap', article: `${reward.document} Điều 4`, field: 'amount' }],
    })
  })

  test('once for a producer: the second request is refused, unless the first was declined', async () => {
    const { ask } = await asker({ once: 'producer' })
    const first = await ask()
    expect(await refusedWith(ask())).toEqual(['support/once-only'])
    await answerSupport(world.as(provinceLeader), first, { outcome: 'decline', why: 'Đã có chương trình khác.' })
    expect(await refusedWith(ask())).toEqual([])
  })

  test('a cap of a commune counts what was promised to the communes that became it', async () => {
    const { ask, policyId } = await asker({ percent: 100, capCommune: 50_000_000 })
    const first = await ask()
    expect((await file(first)).amount).toBe(30_000_000)
    const [merged] = await rows(
      world,
      sql<{
        code: string
      }>`select code from territory.pub_today where today_code = ${commune} and code <> ${commune} limit 1`,
    )
    await run(world, sql`update support.entitlement set commune_code = ${merged?.code} where id = ${first}`)
    const neighbour = await product('Trà của xã cũ')
    const second = await askSupport(world.as(owner(neighbour.producerId)), {
      policy: policyId,
      producer: neighbour.producerId,
      need: 'In hộp mới.',
      cost: 40_000_000,
    })
    expect((await file(second)).amount).toBe(20_000_000)
  })

  test('each payment is seen with its sum by the producer', async () => {
    const { ask, producerId } = await asker()
    const fund = await source(20_000_000)
    const id = await ask()
    await proposeSupport(officer(), id, { amount: 20_000_000, reason: 'Một nửa báo giá' })
    await approveSupport(world.as(provinceLeader), id, { key: newId(), source: fund, document: 'D' })
    await deliverSupport(officer(), id, { key: newId(), cost: 40_000_001, document: 'N' })
    const pay = (amount: number) => {
      const at = { ...officer(), now: `2026-11-24T0${amount % 7}:00:00.000Z` }
      return paySupport(at, id, { key: newId(), amount, document: `C${amount}` })
    }
    await pay(12_000_003)
    await pay(7_999_997)
    const visit = visiting(supportPages, refusals, () => world.as(owner(producerId)))
    const page = await (await visit.get(`/ho-tro/khoan/${id}`)).text()
    for (const sum of ['12.000.003 đồng', '7.999.997 đồng']) expect(page).toContain(sum)
  })

  test('the same form pressed twice is one request; changed after Back it is another', async () => {
    const { ask, producerId } = await asker()
    const key = newId()
    const [one, other] = await Promise.all([ask({ key }), ask({ key })])
    expect([other, await ask({ key })]).toEqual([one, one])
    expect(await ask({ key, cost: 40_000_002 })).not.toBe(one)
    expect((await ownSupport(world.as(owner(producerId)), 1)).total).toBe(2)
  })

  test('for four stars only: a product without them is refused, with them it is taken', async () => {
    const { ask, productId } = await asker({ stars: [4] })
    expect(await refusedWith(ask())).toEqual(['support/stars-needed'])
    await recognise(productId, 4)
    expect(await refusedWith(ask())).toEqual([])
  })

  test('the same request sent twice at once is one', async () => {
    const { ask } = await asker()
    const said = await Promise.all([refusedWith(ask()), refusedWith(ask())])
    expect(said.flat()).toEqual(['support/asked-already'])
    expect(await refusedWith(ask({ need: 'In nhãn mới.' }))).toEqual([])
  })

  test('of a producer that the officer or the leader belongs to is settled by others', async () => {
    const fund = await source(20_000_000)
    const { ask, producerId } = await asker()
    const id = await ask()
    const kin = (who: Actor) => world.as({ ...who, producers: [producerId] })
    const missing = ['kernel/not-found']
    const propose = { amount: 1_000_000, reason: 'Một nửa báo giá' }
    expect((await deskItems(kin(supportOfficer))).map((item) => item.id)).not.toContain(id)
    expect(await refusedWith(proposeSupport(kin(supportOfficer), id, propose))).toEqual(missing)
    await proposeSupport(officer(), id, propose)
    const approval = { key: newId(), source: fund, document: 'D' }
    expect((await deskItems(kin(provinceLeader))).map((item) => item.id)).not.toContain(id)
    expect(await refusedWith(approveSupport(kin(provinceLeader), id, approval))).toEqual(missing)
    await approveSupport(world.as(provinceLeader), id, approval)
    const delivery = { key: newId(), cost: 2_000_000, document: 'N' }
    expect(await refusedWith(deliverSupport(kin(supportOfficer), id, delivery))).toEqual(missing)
    await deliverSupport(officer(), id, delivery)
    const payment = { key: newId(), amount: 1, document: 'C' }
    expect(await refusedWith(paySupport(kin(supportOfficer), id, payment))).toEqual(missing)
  })

  test("somebody else's producer, a policy or product that is not there", async () => {
    const { ask } = await asker()
    const { producerId } = await product('Chè mẫu')
    expect(await refusedWith(ask({ producer: producerId }))).toEqual(['kernel/not-found'])
    expect(await refusedWith(ask({ policy: 'khong-co' }))).toEqual(['support/no-such-policy'])
    expect(await refusedWith(ask({ product: 'khong-co' }))).toEqual(['support/no-such-product'])
  })

  test('sent back, the officer proposes again; what was declined stays so', async () => {
    const { ask } = await asker()
    const id = await ask()
    await proposeSupport(officer(), id, { amount: 20_000_000, reason: 'x' })
    const answer = (outcome: 'send-back' | 'decline') =>
      answerSupport(world.as(provinceLeader), id, { outcome, why: 'Thiếu báo giá.' })
    await answer('send-back')
    expect((await file(id)).state).toBe('returned')
    await answer('decline')
    expect(await refusedWith(proposeSupport(officer(), id, { amount: 1, reason: 'x' }))).toEqual(['support/not-now'])
  })
})
