import type { Actor } from '../../src/kernel/actor.ts'
import { newId } from '../../src/kernel/id.ts'
import { atomically } from '../../src/platform/atomically.ts'
import { enterPastRecognition } from '../../src/recognition/actions-past.ts'
import type { CertifiedStars } from '../../src/recognition/model.ts'
import { proposeSupport } from '../../src/support/actions.ts'
import { allocate, approveSupport, openSource } from '../../src/support/actions-money.ts'
import { openEntitlements } from '../../src/support/actions-open.ts'
import { enterPolicy } from '../../src/support/actions-policy.ts'
import type { PolicyInput } from '../../src/support/model.ts'
import { awarding, province } from './awarding.ts'
import type { World } from './world.ts'

export const supportOfficer: Actor = {
  id: 'can-bo-ho-tro',
  name: 'Cán bộ hỗ trợ mẫu',
  postings: [{ role: 'support-officer', unit: province, province }],
  producers: [],
}

export const otherOfficer: Actor = {
  ...supportOfficer,
  id: 'can-bo-ho-tro-khac',
  postings: [{ role: 'support-officer', unit: '66', province: '66' }],
}

/** An invented resolution: a reward of fifty million for three stars, the first time. */
export const reward: PolicyInput = {
  unit: province,
  title: 'Thưởng 3 sao lần đầu',
  document: '1/2026/NQ-HĐND mẫu',
  clause: 'Điều 3 khoản 1',
  kind: 'reward',
  opens: 'recognition',
  stars: [3],
  events: ['first'],
  fixed: 50_000_000,
  once: 'no',
  paidBy: 'province',
  fromDate: '2026-01-01',
}

/** Policies, sources, recognitions and what they open, for tests of money. All of it is invented. */
export function funding(world: World, leader: Actor) {
  const { product } = awarding(world)
  let count = 0

  const policy = (change: Partial<PolicyInput> = {}) => enterPolicy(world.as(supportOfficer), { ...reward, ...change })

  async function source(amount: number): Promise<string> {
    const id = await openSource(world.as(supportOfficer), {
      unit: province,
      kind: 'local-budget',
      name: `Ngân sách mẫu ${++count}`,
      document: '2/QĐ-M',
      year: 2026,
    })
    await allocate(world.as(supportOfficer), id, { key: newId(), amount, document: '3/QĐ-M' })
    return id
  }

  /** A decision of the province on a day, and the number of its certificate. */
  async function recognise(productId: string, stars: CertifiedStars, decidedOn = '2026-11-20'): Promise<string> {
    const decision = {
      kind: 'recognise',
      level: 'province',
      unitCode: province,
      unitOn: decidedOn,
      authority: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
      number: `${++count}/QĐ-UBND`,
      year: Number(decidedOn.slice(0, 4)),
      decidedOn,
      text: decidedOn < '2026-05-22' ? '148-2023' : '26-2026',
    } as const
    const entered = await atomically(world.as(), (tx) =>
      enterPastRecognition(tx, { decision, productId, stars, printedHere: true, sample: true }),
    )
    return entered.certificateNumber ?? ''
  }

  /** A first recognition of a new product, and what it opened. */
  async function opened(name: string, stars: CertifiedStars = 3) {
    const made = await product(name)
    const certificate = await recognise(made.productId, stars)
    const ids = await openEntitlements(world.as(), certificate)
    return { ...made, certificate, ids, id: ids[0] ?? '' }
  }

  async function proposed(id: string, amount: number): Promise<void> {
    await proposeSupport(world.as(supportOfficer), id, { amount, reason: 'Theo mức của nghị quyết mẫu' })
  }

  /** Proposed by the officer, approved by the leader, promised from a source. */
  async function committed(id: string, amount: number, sourceId: string): Promise<void> {
    await proposed(id, amount)
    await approveSupport(world.as(leader), id, { key: newId(), source: sourceId, document: '4/QĐ-M' })
  }

  return { product, policy, source, recognise, opened, proposed, committed }
}
