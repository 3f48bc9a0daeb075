import { systemActor } from '../kernel/actor.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { sittingFor } from './actions-sitting.ts'
import { bundleOf } from './bundle.ts'
import type { SealedBundle } from './bundle.ts'
import { minutesPaper } from './paper.ts'
import { sessionFileOf } from './session-file.ts'
import * as results from './store-result.ts'

/** Keeps what the session rests on, as it closes. @returns the seal for the book. */
export async function sealSession(tx: Tx, sessionId: string): Promise<string> {
  const sitting = await sittingFor(tx, sessionId)
  const decided = await results.resultsOf(tx, sessionId)
  const notes = await results.notesOf(tx, sessionId)
  const whole = { whole: sitting.whole, seen: sitting.whole }
  const file = sessionFileOf(whole, systemActor, tx.today, { drafts: [], decided, notes, sealed: false })
  const sealed = bundleOf(sitting.whole, decided, minutesPaper(file, ''))
  await results.keepBundle(tx, sessionId, sealed, tx.now)
  return sealed.seal
}

/** The bundle of a closed session, for those who read the session and are kept from nothing in it. */
export async function sealedBundle(ctx: Context, sessionId: string): Promise<SealedBundle> {
  const { whole, seen } = await sittingFor(ctx, sessionId)
  return orMissing(seen.items.length === whole.items.length ? await results.bundleOf(ctx, sessionId) : undefined)
}
