import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { Entitlement, ListedPolicy, RecognitionEvent } from './model.ts'
import { eventOf, judgeOnce, opensOn, roomUnder, shareOf } from './rules.ts'
import { policiesOf, lockPolicy } from './store-policy.ts'
import { recognitionFacts } from './store-recognition.ts'
import type { RecognitionFacts } from './store-recognition.ts'
import * as store from './store.ts'

/**
 * A recognition opens what the policies of the decision's day promise for it, without anybody asking. Running it again
 * opens nothing twice. What `once` or a cap leaves no room for is kept in the book and not opened.
 */
export function openEntitlements(ctx: Context, certificateNumber: string): Promise<readonly string[]> {
  return atomically(ctx, async (tx) => {
    const facts = await recognitionFacts(tx, certificateNumber)
    const event = facts && eventOf(facts.stars, facts.before)
    if (!facts || !event) return []
    const { communeCode, communeOn, provinceCode, decidedOn, stars } = facts
    const units = [
      { code: communeCode, on: communeOn },
      ...(provinceCode === null ? [] : [{ code: provinceCode, on: decidedOn }]),
    ]
    const opened: string[] = []
    for (const policy of await policiesOf(tx, units)) {
      if (opensOn(policy, stars, event, decidedOn)) opened.push(...(await openOne(tx, policy, facts, event)))
    }
    return opened
  })
}

async function openOne(
  tx: Tx,
  policy: ListedPolicy,
  facts: RecognitionFacts,
  event: RecognitionEvent,
): Promise<readonly string[]> {
  await lockPolicy(tx, policy.id)
  const { number, productId, producerId, communeCode } = facts
  const promised = await store.promisedUnder(tx, policy.id, { productId, producerId, communeCode }, null)
  const amount = Math.min(shareOf(policy, null), roomUnder(policy, promised))
  if (!judgeOnce(policy, promised).ok || amount === 0) {
    await record(tx, 'support.not-opened', number, { policy: policy.id, once: policy.once, room: amount })
    return []
  }
  const entitlement = entitlementFor(tx, policy, facts, event, amount)
  if (!(await store.addEntitlement(tx, entitlement, tx.actor.id, tx.now))) return []
  const { id, state: stateAfter } = entitlement
  await store.addStep(tx, id, {
    act: 'open',
    stateAfter,
    amount,
    cost: null,
    reason: number,
    byAccount: tx.actor.id,
    onDate: tx.today,
    at: tx.now,
  })
  await record(tx, 'support.opened', id, { policy: policy.id, certificate: number, event, amount })
  return [id]
}

function entitlementFor(
  { today }: Tx,
  policy: ListedPolicy,
  facts: RecognitionFacts,
  event: RecognitionEvent,
  amount: number,
): Entitlement {
  const { number, productId, producerId, stars, communeCode, communeOn, provinceCode, decidedOn, sample } = facts
  const communePays = policy.paidBy === 'commune' || provinceCode === null
  return {
    id: newId(),
    policyId: policy.id,
    producerId,
    productId,
    certificateNumber: number,
    event,
    stars,
    unitCode: communePays ? communeCode : provinceCode,
    unitOn: communePays ? communeOn : decidedOn,
    communeCode,
    need: null,
    askedCost: null,
    amount,
    state: 'opened',
    since: today,
    openedOn: decidedOn,
    sample,
  }
}
