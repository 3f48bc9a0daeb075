import { describe, expect, test } from 'vitest'
import { owner, provinceLeader } from '../../test/support/awarding.ts'
import { funding, otherOfficer, supportOfficer } from '../../test/support/funding.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { newId } from '../kernel/id.ts'
import { sql } from '../platform/db.ts'
import { fundsPage, ledgerToExport } from './actions-funds.ts'
import { allocate, approveSupport, correctEntry, paySupport } from './actions-money.ts'
import { entitlementPage } from './actions-reading.ts'
import { proposeSupport, tellOutcome } from './actions.ts'
import { ledgerCsv } from './ledger-file.ts'

const world = useWorld()
const { policy, source, opened, proposed, committed } = funding(world, provinceLeader)
const officer = () => world.as(supportOfficer)

async function fundsOf(id: string) {
  const { funds, check, entries } = await fundsPage(officer(), id, 1)
  const { funding: given, available, committed: promised, paid } = funds
  return { sums: [given, available, promised, paid], check, entries: entries.items }
}

const file = async (id: string) => (await entitlementPage(officer(), id)).entitlement
const pay = (id: string, amount: number, document: string, key = newId()) =>
  paySupport(officer(), id, { key, amount, document })

describe('allocation → commitment → payment', () => {
  test('every đồng is somewhere, at every step', async () => {
    await policy()
    const fund = await source(80_000_000)
    expect((await fundsOf(fund)).sums).toEqual([-80_000_000, 80_000_000, 0, 0])
    const { id } = await opened('Cà phê mẫu')
    await committed(id, 50_000_000, fund)
    expect((await fundsOf(fund)).sums).toEqual([-80_000_000, 30_000_000, 50_000_000, 0])
    await pay(id, 20_000_000, 'C1')
    expect(await file(id)).toMatchObject({ state: 'committed', paid: 20_000_000, committed: 30_000_000 })
    await pay(id, 30_000_000, 'C2')
    expect(await file(id)).toMatchObject({ state: 'paid', paid: 50_000_000, committed: 0 })
    const { sums, check } = await fundsOf(fund)
    expect(sums).toEqual([-80_000_000, 30_000_000, 0, 50_000_000])
    expect(check).toEqual({ lines: 8, unbalanced: 0, drifted: 0, overpaid: 0 })
  })

  test('one đồng above the allocation, or above the commitment, is refused', async () => {
    const fund = await source(49_999_999)
    const { id } = await opened('Tỏi mẫu')
    await proposed(id, 50_000_000)
    const approve = (sourceId: string) =>
      approveSupport(world.as(provinceLeader), id, { key: newId(), source: sourceId, document: 'D' })
    expect(await refusedWith(approve(fund))).toEqual(['support/over-allocation'])
    await allocate(officer(), fund, { key: newId(), amount: 1, document: 'B' })
    expect(await refusedWith(approve(fund))).toEqual([])
    expect(await refusedWith(pay(id, 50_000_001, 'C3'))).toEqual(['support/over-commitment'])
    expect((await fundsOf(fund)).sums).toEqual([-50_000_000, 0, 50_000_000, 0])
  })

  test('sent again with the same key it acts once; the same voucher again is refused', async () => {
    const fund = await source(100_000_000)
    const { id } = await opened('Hồ tiêu mẫu')
    await committed(id, 50_000_000, fund)
    const key = newId()
    await pay(id, 10_000_000, 'C4', key)
    await pay(id, 10_000_000, 'C4', key)
    expect((await file(id)).paid).toBe(10_000_000)
    expect(await refusedWith(pay(id, 10_000_000, 'C4'))).toEqual(['support/document-paid'])
    await pay(id, 40_000_000, 'C5')
    expect(await refusedWith(pay(id, 1, 'C6'))).toEqual(['support/not-now'])
    const again = { key, amount: 5_000_000, document: 'X' }
    expect(await refusedWith(allocate(officer(), fund, again))).toEqual(['support/key-used'])
    expect((await fundsOf(fund)).sums).toEqual([-100_000_000, 50_000_000, 0, 50_000_000])
  })

  test('whoever proposed does not approve, and money of another province is not there', async () => {
    const fund = await source(50_000_000)
    const { id } = await opened('Mắc ca mẫu')
    const both = { ...supportOfficer, postings: [...supportOfficer.postings, ...provinceLeader.postings] }
    await proposeSupport(world.as(both), id, { amount: 50_000_000, reason: 'Mức mẫu' })
    const approval = { key: newId(), source: fund, document: 'D2' }
    expect(await refusedWith(approveSupport(world.as(both), id, approval))).toEqual(['support/own-proposal'])
    const elsewhere = world.as(otherOfficer)
    expect(await refusedWith(fundsPage(elsewhere, fund, 1))).toEqual(['kernel/not-found'])
    expect(await refusedWith(ledgerToExport(elsewhere, fund))).toEqual(['kernel/not-found'])
    expect(await refusedWith(paySupport(elsewhere, id, { key: newId(), amount: 1, document: 'Y' }))).toEqual([
      'kernel/not-found',
    ])
  })
})

describe('mistakes', () => {
  test('a payment is undone by a counter-entry, once; then it is owed again', async () => {
    const fund = await source(50_000_000)
    const { id } = await opened('Dừa mẫu')
    await committed(id, 50_000_000, fund)
    await pay(id, 50_000_000, 'C7')
    const wrong = (await fundsOf(fund)).entries.find(({ kind }) => kind === 'payment')!
    const correct = (entry: string) =>
      correctEntry(officer(), entry, { key: newId(), document: 'S1', note: 'Chuyển nhầm tài khoản' })
    await correct(wrong.id)
    expect(await file(id)).toMatchObject({ state: 'committed', paid: 0, committed: 50_000_000 })
    expect(await refusedWith(correct(wrong.id))).toEqual(['support/corrected-already'])
    const allocation = (await fundsOf(fund)).entries.find(({ kind }) => kind === 'allocation')!
    expect(await refusedWith(correct(allocation.id))).toEqual(['support/gone-further'])
    const { sums, check } = await fundsOf(fund)
    expect([sums, check.drifted, check.unbalanced]).toEqual([[-50_000_000, 0, 50_000_000, 0], 0, 0])
  })

  test('the database itself refuses what does not balance, what goes below nothing, and any change', async () => {
    const fund = await source(1_000)
    const insert = (id: string, ...amounts: readonly (readonly [string, number])[]) =>
      world.db.transaction().execute(async (db) => {
        await sql`insert into support.entry (id, key, source_id, kind, document, on_date, entered_by, entered_at)
          values (${id}, ${id}, ${fund}, 'allocation', 'x', '2026-11-24', 'x', now())`.execute(db)
        for (const [position, [account, amount]] of amounts.entries()) {
          await sql`insert into support.line values (${id}, ${position}, ${fund}, ${account}, ${amount})`.execute(db)
        }
      })
    await expect(insert('e1', ['funding', -5], ['available', 4])).rejects.toThrow('sum to -1')
    await expect(insert('e2')).rejects.toThrow('has 0 lines')
    await expect(insert('e3', ['available', -1_001], ['funding', 1_001])).rejects.toThrow('balance_never_below_zero')
    await expect(sql`update support.line set amount = 1`.execute(world.db)).rejects.toThrow('only grows')
    await expect(sql`delete from support.entry`.execute(world.db)).rejects.toThrow('only grows')
    await expect(sql`truncate support.line`.execute(world.db)).rejects.toThrow('only grows')
  })

  test('the check finds a balance that was changed behind the ledger', async () => {
    const fund = await source(1_000)
    await sql`update support.balance set amount = 999 where source_id = ${fund} and account = 'available'`.execute(
      world.db,
    )
    expect((await fundsOf(fund)).check.drifted).toBe(1)
  })
})

test('the ledger leaves as CSV, oldest first, and the outcome closes the way', async () => {
  const fund = await source(50_000_000)
  const { id, producerId } = await opened('Nấm mẫu')
  await committed(id, 50_000_000, fund)
  await pay(id, 50_000_000, '=C8')
  const lines = ledgerCsv(await ledgerToExport(officer(), fund)).split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[1]).toContain('Phân bổ,3/QĐ-M')
  expect(lines[3]).toContain(",'=C8,")
  const told = { result: 'Mua được máy sấy.', jobs: 3, revenue: 900_000_000 }
  expect(await refusedWith(tellOutcome(world.as(owner('khac')), id, told))).toEqual(['kernel/not-found'])
  await tellOutcome(world.as(owner(producerId)), id, told)
  expect((await file(id)).state).toBe('measured')
})
