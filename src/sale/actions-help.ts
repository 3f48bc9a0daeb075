import { record } from '../audit/actions.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { saleAccess } from './access.ts'
import { placeOf } from './actions.ts'
import { judgeHelp } from './rules.ts'
import * as store from './store.ts'

/** The producer asks the commune to ring and answer, before its turn comes by itself. */
export function askHelp(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const purchase = orMissing(await store.lockPurchase(tx, id))
    const place = placeOf(orMissing(await store.packById(tx, purchase.packId, tx.today)))
    if (!saleAccess['ask-help'](tx.actor, place)) throw new Refused({ code: 'kernel/not-found' })
    orRefuse(judgeHelp(purchase))
    await store.addHelp(tx, id, { by: tx.actor.id, at: tx.now })
    await record(tx, 'sale.help-asked', id)
  })
}
