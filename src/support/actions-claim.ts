import { record } from '../audit/actions.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { supportAccess } from './access.ts'
import { takeStep } from './actions.ts'
import { enter, isRetry } from './actions-money.ts'
import { placeOf } from './actions-reading.ts'
import type { PayInput } from './model.ts'
import { judgeRecovery, linesFor } from './rules-ledger.ts'
import * as ledger from './store-ledger.ts'
import * as store from './store.ts'

/**
 * A certificate was revoked: what was paid on it is owed back, one claim for each entitlement. Running it again claims
 * nothing twice. The law is silent on whether and when a producer pays it back; the claim keeps the sum in sight.
 */
export function claimBack(ctx: Context, certificateNumber: string): Promise<readonly string[]> {
  return atomically(ctx, async (tx) => {
    const claimed: string[] = []
    for (const id of await store.entitlementsOf(tx, certificateNumber)) {
      const { paid, state } = orMissing(await store.lockEntitlement(tx, id))
      const sourceId = await ledger.sourceOfCommitment(tx, id)
      if (paid === 0 || sourceId === undefined) continue
      await ledger.lockFunds(tx, sourceId)
      const document = `Thu hồi giấy chứng nhận ${certificateNumber}`
      const entry = { key: `claim:${id}`, sourceId, entitlementId: id, kind: 'claim', document } as const
      if (await isRetry(tx, entry)) continue
      const entryId = await enter(tx, entry, linesFor('claim', paid))
      await takeStep(tx, id, 'claim', state, { reason: document })
      await record(tx, 'support.claimed', id, { entry: entryId, source: sourceId, amount: paid, certificateNumber })
      claimed.push(id)
    }
    return claimed
  })
}

/** Money that came back is free to promise again. The same key again is the same money. */
export function recordRecovery(ctx: Context, id: string, { key, amount, document }: PayInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const before = orMissing(await store.lockEntitlement(tx, id))
    if (!supportAccess['pay-support'](tx.actor, placeOf(before))) throw new Refused({ code: 'kernel/not-found' })
    const sourceId = (await ledger.sourceOfCommitment(tx, id)) ?? ''
    const entry = { key, sourceId, entitlementId: id, kind: 'recovery', document } as const
    if (await isRetry(tx, entry)) return
    orRefuse(judgeRecovery(before.claimed, amount))
    await ledger.lockFunds(tx, sourceId)
    const entryId = await enter(tx, entry, linesFor('recovery', amount))
    await takeStep(tx, id, 'recover', before.state, { reason: document })
    await record(tx, 'support.recovered', id, { entry: entryId, source: sourceId, amount, document })
  })
}
