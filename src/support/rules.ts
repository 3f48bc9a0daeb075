import type { CivilDate } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import { showMoney } from '../kernel/money.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type {
  Entitlement,
  EntitlementState,
  ListedPolicy,
  Policy,
  PolicyInput,
  Promised,
  RecognitionEvent,
  Step,
  SupportAct,
} from './model.ts'
import type { EntryKind, PrintedEntry } from './model-ledger.ts'

const openIn: Readonly<Record<SupportAct, readonly EntitlementState[]>> = {
  propose: ['opened', 'asked', 'returned'],
  decline: ['opened', 'asked', 'returned', 'proposed'],
  'send-back': ['proposed'],
  approve: ['proposed'],
  deliver: ['committed'],
  pay: ['committed', 'delivered'],
  claim: ['committed', 'delivered', 'paid', 'measured'],
  recover: ['committed', 'delivered', 'paid', 'measured'],
  'undo-payment': ['committed', 'delivered', 'paid', 'measured'],
  'undo-approval': ['committed'],
  'tell-outcome': ['paid', 'measured'],
}

/** What a recognition opened is paid on its decision; what was asked for is paid on what was delivered. */
export function supportCan(act: SupportAct, { state, event }: Pick<Entitlement, 'state' | 'event'>): boolean {
  if (act === 'deliver' && event !== null) return false
  if (act === 'pay' && event === null && state === 'committed') return false
  return openIn[act].includes(state)
}

export function judgeAct(act: SupportAct, entitlement: Pick<Entitlement, 'state' | 'event'>) {
  return supportCan(act, entitlement) ? allow(null) : refuse('support/not-now')
}

/** Fewer stars than before open nothing; `null` says so. */
export function eventOf(stars: number, before: number | null): RecognitionEvent | null {
  if (before === null) return 'first'
  if (stars === before) return 'kept'
  return stars > before ? 'upgraded' : null
}

export function isInForce(policy: Pick<ListedPolicy, 'fromDate' | 'toDate' | 'endedOn'>, on: CivilDate): boolean {
  const { fromDate, toDate, endedOn } = policy
  return fromDate <= on && (toDate === null || on <= toDate) && (endedOn === null || on < endedOn)
}

export function opensOn(policy: ListedPolicy, stars: number, event: RecognitionEvent, on: CivilDate): boolean {
  return (
    policy.opens === 'recognition' &&
    policy.stars.includes(stars) &&
    policy.events.includes(event) &&
    isInForce(policy, on)
  )
}

/** `23/2025/NQ-HĐND Điều 5 khoản 2`: what a refusal under a policy stands on. */
export function articleOf({ document, clause }: Pick<Policy, 'document' | 'clause'>): string {
  return `${document} ${clause}`
}

/** The share of a cost, rounded down to the đồng, or the fixed sum, never more than the cap of one item or the cost. */
export function shareOf(policy: Pick<Policy, 'fixed' | 'percent' | 'capItem'>, cost: Dong | null): Dong {
  const { fixed, percent, capItem } = policy
  const share = percent === null ? Math.min(fixed ?? 0, cost ?? Infinity) : Math.floor(((cost ?? 0) * percent) / 100)
  return Math.min(share, capItem ?? Infinity)
}

const caps = [
  ['item', 'capItem', 'một khoản'],
  ['product', 'capProduct', 'một sản phẩm'],
  ['producer', 'capProducer', 'một chủ thể'],
  ['commune', 'capCommune', 'một xã'],
] as const

/** What the caps still leave, whatever the cost. */
export function roomUnder(policy: Policy, promised: Promised): Dong {
  return Math.max(
    0,
    Math.min(...caps.map(([of, cap]) => (policy[cap] ?? Infinity) - (of === 'item' ? 0 : promised[of]))),
  )
}

export function judgeOnce(policy: Policy, { productCount, producerCount }: Promised) {
  const held = { no: 0, product: productCount, producer: producerCount }[policy.once]
  return held === 0 ? allow(null) : refuse('support/once-only', { article: articleOf(policy) })
}

/** One đồng above a cap is refused, with the cap's own words. */
export function judgeAmount(policy: Policy, promised: Promised, cost: Dong | null, amount: Dong, field = 'amount') {
  const article = articleOf(policy)
  const share = shareOf({ ...policy, capItem: null }, cost)
  if (amount > share) {
    return refuse('support/over-share', { article, field, facts: { most: showMoney(share) } })
  }
  for (const [of, cap, words] of caps) {
    const most = policy[cap]
    const before = of === 'item' ? 0 : promised[of]
    if (most !== null && before + amount > most) {
      const facts = { of: words, cap: showMoney(most), left: showMoney(Math.max(0, most - before)) }
      return refuse('support/over-cap', { article, field, facts })
    }
  }
  return allow(amount)
}

/** A measure may be for products of certain stars only. */
export function judgeStars(policy: Policy, stars: number | null) {
  if (policy.stars.length === 0 || (stars !== null && policy.stars.includes(stars))) return allow(null)
  const facts = { stars: policy.stars.join(', ') }
  return refuse('support/stars-needed', { article: articleOf(policy), field: 'product', facts })
}

type Asked = Pick<Entitlement, 'policyId' | 'producerId' | 'productId' | 'askedCost' | 'need'>

/** A form that comes again asks the same; one that was changed after Back is another request. */
export function isSameRequest(one: Asked, other: Asked): boolean {
  const said = ({ policyId, producerId, productId, askedCost, need }: Asked) =>
    JSON.stringify([policyId, producerId, productId, askedCost, need])
  return said(one) === said(other)
}

export function judgeApproval(amount: Dong, available: Dong, proposer: string, approver: string) {
  if (proposer === approver) return refuse('support/own-proposal')
  if (amount > available) {
    return refuse('support/over-allocation', { field: 'source', facts: { left: showMoney(available) } })
  }
  return allow(amount)
}

export function judgePayment(committed: Dong, amount: Dong) {
  return amount > committed
    ? refuse('support/over-commitment', { field: 'amount', facts: { left: showMoney(committed) } })
    : allow(amount)
}

/** A revoked certificate holds up what it opened: money already paid is a matter of recovery, not of this form. */
export function judgeCertificate(revoked: boolean) {
  return revoked ? refuse('support/certificate-revoked', { article: '26/2026 Điều 8' }) : allow(null)
}

export function judgePolicy(input: PolicyInput) {
  if ((input.fixed === undefined) === (input.percent === undefined)) {
    return refuse('support/sum-or-share', { field: 'fixed' })
  }
  if (input.percent === 0) return refuse('support/no-share', { field: 'percent' })
  if (input.opens === 'recognition') {
    if (input.fixed === undefined) return refuse('support/recognition-needs-sum', { field: 'fixed' })
    if (input.stars.length === 0) return refuse('support/recognition-needs-stars', { field: 'stars' })
    if (input.events.length === 0) return refuse('support/recognition-needs-events', { field: 'events' })
  }
  if (input.toDate !== undefined && input.toDate < input.fromDate) {
    return refuse('support/ends-before-start', { field: 'toDate' })
  }
  if (input.paidBy === 'province' && input.unit.length === 5)
    return refuse('support/commune-pays-own', { field: 'paidBy' })
  return allow(input)
}

const entryOf: Readonly<Record<string, EntryKind>> = {
  approve: 'commitment',
  pay: 'payment',
  claim: 'claim',
  recover: 'recovery',
  'undo-payment': 'correction',
  'undo-approval': 'correction',
}

/** The sum of a step: its own, or that of the entry made with the same stroke, so that each payment of several is seen. */
export function sumOfStep(
  { act, at, amount }: Pick<Step, 'act' | 'at' | 'amount'>,
  entries: readonly Pick<PrintedEntry, 'kind' | 'enteredAt' | 'amount'>[],
): Dong | null {
  return amount ?? entries.find(({ kind, enteredAt }) => enteredAt === at && kind === entryOf[act])?.amount ?? null
}

/** How long somebody has waited for the money, in days; the last one is open. */
export const ageBuckets = ['0-30', '31-60', '61-90', '91'] as const
export type AgeBucket = (typeof ageBuckets)[number]
