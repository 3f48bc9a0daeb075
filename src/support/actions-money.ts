import { record } from '../audit/actions.ts'
import { systemActor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { showMoney } from '../kernel/money.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { brokenConstraint } from '../platform/db.ts'
import { unitAt } from '../territory/actions.ts'
import { supportAccess } from './access.ts'
import { lockFor, refuseRevoked, takeStep } from './actions.ts'
import { placeOf } from './actions-reading.ts'
import type { ApproveInput, DeliverInput, PayInput, ShownEntitlement } from './model.ts'
import type {
  AllocateInput,
  CorrectInput,
  EntryKind,
  Funds,
  LedgerEntry,
  LedgerLine,
  SourceInput,
} from './model-ledger.ts'
import { judgeCorrection, judgeRetry, linesFor } from './rules-ledger.ts'
import * as rules from './rules.ts'
import * as ledger from './store-ledger.ts'
import { policyById } from './store-policy.ts'
import * as store from './store.ts'

export function openSource(ctx: Context, input: SourceInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { unit: unitCode, ...given } = input
    const province = (await unitAt(tx, unitCode, tx.today))?.provinceCode
    const mayOpen = province !== undefined && supportAccess['open-source'](tx.actor, { unit: unitCode, province })
    if (!mayOpen && tx.actor.id !== systemActor.id) throw new Refused({ code: 'support/not-your-unit', field: 'unit' })
    const id = newId()
    const source = { ...given, id, unitCode, unitOn: tx.today, sample }
    if (!(await ledger.addSource(tx, source, tx.actor.id, tx.now)))
      throw new Refused({ code: 'support/source-opened-already', field: 'name', overtaken: true })
    await record(tx, 'support.source-opened', id, { unit: unitCode, kind: given.kind, year: given.year })
    return id
  })
}

function placeOfFunds({ unitToday, provinceToday }: Funds) {
  return { unit: unitToday ?? '', province: provinceToday ?? '' }
}

/** Money given to a source becomes free to promise. The same key again is the same allocation. */
export function allocate(ctx: Context, sourceId: string, { key, amount, document }: AllocateInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const funds = orMissing(await ledger.lockFunds(tx, sourceId))
    if (!supportAccess['allocate-funds'](tx.actor, placeOfFunds(funds))) throw new Refused({ code: 'kernel/not-found' })
    const entry = { key, sourceId, entitlementId: null, kind: 'allocation', document } as const
    if (await isRetry(tx, entry)) return
    const id = await enter(tx, entry, linesFor('allocation', amount))
    await record(tx, 'support.allocated', sourceId, { entry: id, amount, document })
  })
}

export async function isRetry(
  tx: Tx,
  now: Pick<LedgerEntry, 'key' | 'kind' | 'sourceId' | 'entitlementId'>,
): Promise<boolean> {
  const before = await ledger.entryByKey(tx, now.key)
  if (before === undefined) return false
  orRefuse(judgeRetry(before, now))
  return true
}

interface NewEntry extends Pick<LedgerEntry, 'key' | 'sourceId' | 'entitlementId' | 'document'> {
  readonly kind: EntryKind
  readonly note?: string
  readonly corrects?: string
}

export async function enter(tx: Tx, given: NewEntry, lines: readonly LedgerLine[]): Promise<string> {
  const entry = { note: '', corrects: null, ...given, id: newId(), onDate: tx.today, enteredAt: tx.now }
  try {
    await ledger.addEntry(tx, entry, lines, tx.actor.id)
  } catch (error) {
    if (brokenConstraint(error) !== 'entry_payment_document') throw error
    throw new Refused({ code: 'support/document-paid', field: 'document' })
  }
  return entry.id
}

/** The leader approves, and the money of a source is promised with the same stroke. */
export function approveSupport(ctx: Context, id: string, { key, source, document }: ApproveInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const before = orMissing(await store.lockEntitlement(tx, id))
    if (!supportAccess['approve-support'](tx.actor, placeOf(before))) throw new Refused({ code: 'kernel/not-found' })
    const entry = { key, sourceId: source, entitlementId: id, kind: 'commitment', document } as const
    if (await isRetry(tx, entry)) return
    orRefuse(rules.judgeAct('approve', before))
    await refuseRevoked(tx, before)
    const funds = await ledger.lockFunds(tx, source)
    if (!funds || funds.unitToday !== before.unitToday) {
      throw new Refused({ code: 'support/no-such-source', field: 'source' })
    }
    const proposer = (await store.lastProposer(tx, id)) ?? ''
    const amount = orRefuse(rules.judgeApproval(before.amount, funds.available, proposer, tx.actor.id))
    const entryId = await enter(tx, entry, linesFor('commitment', amount))
    await takeStep(tx, id, 'approve', 'committed', { reason: document })
    await record(tx, 'support.committed', id, { entry: entryId, source, amount, document })
  })
}

/** What was asked for is there: the real cost settles what is owed, and the rest of the promise is free again. */
export function deliverSupport(ctx: Context, id: string, { key, cost, document }: DeliverInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const entitlement = await lockFor(tx, id, 'deliver-support', 'deliver')
    const policy = orMissing(await policyById(tx, entitlement.policyId))
    const owed = Math.min(rules.shareOf(policy, cost), entitlement.amount)
    const rest = entitlement.committed - owed
    if (rest > 0) {
      const sourceId = orMissing(await ledger.sourceOfCommitment(tx, id))
      await ledger.lockFunds(tx, sourceId)
      await enter(tx, { key, sourceId, entitlementId: id, kind: 'release', document }, linesFor('release', rest))
    }
    // Nothing is owed, so no payment will come that could close it.
    const stateAfter = owed === 0 ? 'paid' : 'delivered'
    await takeStep(tx, id, 'deliver', stateAfter, { amount: owed, cost, reason: document })
    await record(tx, 'support.delivered', id, { cost, owed, document })
  })
}

/**
 * Money goes out, never more than was promised and is still owed; the last đồng closes the entitlement. The same key
 * again pays nothing; the same voucher again is refused.
 */
export function paySupport(ctx: Context, id: string, { key, amount, document }: PayInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const before = orMissing(await store.lockEntitlement(tx, id))
    if (!supportAccess['pay-support'](tx.actor, placeOf(before))) throw new Refused({ code: 'kernel/not-found' })
    const sourceId = (await ledger.sourceOfCommitment(tx, id)) ?? ''
    const entry = { key, sourceId, entitlementId: id, kind: 'payment', document } as const
    if (await isRetry(tx, entry)) return
    orRefuse(rules.judgeAct('pay', before))
    await refuseRevoked(tx, before)
    await ledger.lockFunds(tx, sourceId)
    orRefuse(rules.judgePayment(before.committed, amount))
    const entryId = await enter(tx, entry, linesFor('payment', amount))
    const stateAfter = amount === before.committed ? 'paid' : before.state
    await takeStep(tx, id, 'pay', stateAfter, { reason: document })
    await record(tx, 'support.paid', id, { entry: entryId, source: sourceId, amount, document })
  })
}

/** A wrong entry stays, and a counter-entry undoes it; the entitlement goes back to where it stood before. */
export function correctEntry(ctx: Context, entryId: string, { key, document, note }: CorrectInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const wrong = orMissing(await ledger.entryById(tx, entryId))
    // In the order of the other acts, entitlement before source, so that two of them never wait for each other.
    const entitlement = wrong.entitlementId === null ? undefined : await store.lockEntitlement(tx, wrong.entitlementId)
    const funds = orMissing(await ledger.lockFunds(tx, wrong.sourceId))
    if (!supportAccess['correct-entry'](tx.actor, placeOfFunds(funds))) throw new Refused({ code: 'kernel/not-found' })
    const { sourceId, entitlementId } = wrong
    const entry = { key, sourceId, entitlementId, kind: 'correction', document, note, corrects: entryId } as const
    if (await isRetry(tx, entry)) return sourceId
    // Payments of another entitlement hold the balance of the source up; this one is claimed back already.
    if (wrong.kind === 'payment' && entitlement && entitlement.claimed > 0)
      throw new Refused({ code: 'support/gone-further', facts: { left: showMoney(entitlement.paid) } })
    // What was paid stands on the commitment: undone, the same money could be promised a second time.
    if (wrong.kind === 'commitment' && entitlement && entitlement.paid + entitlement.claimed > 0)
      throw new Refused({ code: 'support/gone-further', facts: { left: showMoney(entitlement.committed) } })
    const lines = await ledger.linesOf(tx, entryId)
    const counter = orRefuse(judgeCorrection(wrong, lines, await ledger.isCorrected(tx, entryId), funds))
    if (entitlement) await goBack(tx, entitlement, wrong.kind, note)
    const id = await enter(tx, entry, counter)
    await record(tx, 'support.corrected', entryId, { entry: id, source: sourceId, document })
    return sourceId
  })
}

async function goBack(tx: Tx, entitlement: ShownEntitlement, kind: EntryKind, reason: string): Promise<void> {
  const act = kind === 'payment' ? 'undo-payment' : 'undo-approval'
  orRefuse(rules.judgeAct(act, entitlement))
  const owing = entitlement.event === null ? 'delivered' : 'committed'
  await takeStep(tx, entitlement.id, act, act === 'undo-payment' ? owing : 'returned', { reason })
}
