import { describe, expect, test } from 'vitest'
import { owner, provinceLeader, provinceOfficer } from '../../test/support/awarding.ts'
import { funding, otherOfficer, supportOfficer } from '../../test/support/funding.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { tellEntitlement } from '../communication/actions.ts'
import { newId } from '../kernel/id.ts'
import { rows, sql } from '../platform/db.ts'
import { tasksFor } from '../reactions.ts'
import { draftRevocation } from '../recognition/actions-draft.ts'
import { issueDecision } from '../recognition/actions-issue.ts'
import { paths } from '../ui/paths.ts'
import { claimBack, recordRecovery } from './actions-claim.ts'
import { fundsPage } from './actions-funds.ts'
import { correctEntry, paySupport } from './actions-money.ts'
import { entitlementPage } from './actions-reading.ts'
import { supportPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const { policy, source, opened, committed } = funding(world, provinceLeader)
const officer = () => world.as(supportOfficer)
let number = 300

async function fundsOf(id: string) {
  const { funds, check } = await fundsPage(officer(), id, 1)
  return { sums: [funds.funding, funds.available, funds.committed, funds.paid, funds.claimed], check }
}

async function revoked(certificate: string): Promise<void> {
  const concluded = { ground: 'criteria-lost', note: 'Kết luận mẫu', concludedOn: '2026-11-24' } as const
  const id = await draftRevocation(world.as(provinceOfficer), { numbers: [certificate], ...concluded })
  const signed = { decidedOn: '2026-11-24', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Chủ tịch' }
  await issueDecision(world.as(provinceLeader), id, { ...signed, number: String(++number) })
}

async function paidAndRevoked(name: string, paid: number) {
  const fund = await source(80_000_000)
  const made = await opened(name)
  await committed(made.id, 50_000_000, fund)
  if (paid > 0) await paySupport(officer(), made.id, { key: newId(), amount: paid, document: `C-${name}` })
  await revoked(made.certificate)
  return { ...made, fund }
}

const sound = { unbalanced: 0, drifted: 0, overpaid: 0 }

describe('money paid before a revocation', () => {
  test('is owed back: one balanced claim, once, and the rest of the promise is untouched', async () => {
    await policy()
    const { id, fund, certificate } = await paidAndRevoked('Cà phê phải thu', 30_000_000)
    expect(tasksFor('recognition.revoked')).toContain('support.claim-back')
    expect(await claimBack(world.as(), certificate)).toEqual([id])
    expect(await claimBack(world.as(), certificate)).toEqual([])
    const { sums, check } = await fundsOf(fund)
    expect(sums).toEqual([-80_000_000, 30_000_000, 20_000_000, 0, 30_000_000])
    expect(check).toMatchObject(sound)
    const { entitlement, entries } = await entitlementPage(officer(), id)
    expect(entitlement).toMatchObject({ paid: 0, claimed: 30_000_000, committed: 20_000_000 })
    expect(entries.at(-1)).toMatchObject({ kind: 'claim', credit: 'paid', debit: 'claimed', amount: 30_000_000 })
  })

  test('where nothing was paid, nothing is claimed', async () => {
    const { fund, certificate } = await paidAndRevoked('Tỏi chưa chi', 0)
    expect(await claimBack(world.as(), certificate)).toEqual([])
    expect((await fundsOf(fund)).sums).toEqual([-80_000_000, 30_000_000, 50_000_000, 0, 0])
  })

  test('comes back in parts, is free again, and never more than is owed', async () => {
    const { id, fund, certificate, producerId } = await paidAndRevoked('Hồ tiêu thu dần', 50_000_000)
    await claimBack(world.as(), certificate)
    const desk = visiting(supportPages, refusals, officer)
    expect(await (await desk.get(paths.support.entitlement(id))).text()).toContain('Thu hồi tiền đã chi')
    const key = newId()
    const post = () => desk.post(paths.support.recover(id), { key, amount: '20.000.000', document: 'T1' })
    expect([(await post()).status, (await post()).status]).toEqual([303, 303])
    expect((await fundsOf(fund)).sums).toEqual([-80_000_000, 50_000_000, 0, 0, 30_000_000])
    const over = await desk.post(paths.support.recover(id), { key: newId(), amount: '30000001', document: 'T2' })
    expect([over.status, await over.text()]).toEqual([422, expect.stringContaining('Chỉ còn 30.000.000')])
    for (const actor of [otherOfficer, owner(producerId)])
      expect(
        await refusedWith(recordRecovery(world.as(actor), id, { key: newId(), amount: 1, document: 'T3' })),
      ).toEqual(['kernel/not-found'])
    await recordRecovery(officer(), id, { key: newId(), amount: 30_000_000, document: 'T4' })
    const { sums, check } = await fundsOf(fund)
    expect(sums).toEqual([-80_000_000, 80_000_000, 0, 0, 0])
    expect(check).toMatchObject(sound)
    const none = recordRecovery(officer(), id, { key: newId(), amount: 1, document: 'T5' })
    expect(await refusedWith(none)).toEqual(['support/nothing-claimed'])
  })

  test('a promise that was paid on in part is not undone: the same money would be promised twice', async () => {
    const fund = await source(80_000_000)
    const { id } = await opened('Sả trả dần')
    await committed(id, 50_000_000, fund)
    await committed((await opened('Nghệ giữ quỹ')).id, 20_000_000, fund)
    await paySupport(officer(), id, { key: newId(), amount: 20_000_000, document: 'C-dan' })
    const { entries } = await entitlementPage(officer(), id)
    const promise = entries.find(({ kind }) => kind === 'commitment')
    const correct = correctEntry(officer(), promise?.id ?? '', { key: newId(), document: 'D', note: 'Nhầm' })
    expect(await refusedWith(correct)).toEqual(['support/gone-further'])
    expect((await fundsOf(fund)).check).toMatchObject(sound)
  })

  test('a payment that is claimed back is not corrected away as well', async () => {
    const { id, certificate } = await paidAndRevoked('Gừng điều chỉnh', 40_000_000)
    await claimBack(world.as(), certificate)
    const { entries } = await entitlementPage(officer(), id)
    const payment = entries.find(({ kind }) => kind === 'payment')
    const correct = correctEntry(officer(), payment?.id ?? '', { key: newId(), document: 'D', note: 'Nhầm' })
    expect(await refusedWith(correct)).toEqual(['support/gone-further'])
  })
})

test('a producer is told once what its recognition opened', async () => {
  const { id, producerId } = await opened('Mật ong được báo')
  expect(tasksFor('support.opened')).toEqual(['communication.tell-entitlement'])
  await tellEntitlement(world.as(), id)
  await tellEntitlement(world.as(), id)
  const told = await rows(
    world,
    sql<{ subject: string; body: string; href: string }>`
      select subject, body, href from notice.notice where producer_id = ${producerId} and key like 'tell-entitlement%'`,
  )
  expect(told).toEqual([
    {
      subject: 'Khoản hỗ trợ mới: Mật ong được báo',
      body: expect.stringContaining('50.000.000'),
      href: paths.support.entitlement(id),
    },
  ])
})
