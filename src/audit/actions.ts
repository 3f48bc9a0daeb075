import type { Tx } from '../platform/atomically.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Act, Reaction } from './model.ts'
import { hashOfAct, postingSummary, provincesOf } from './rules.ts'
import * as store from './store.ts'

/**
 * The last line of every act: one entry in the book, in the act's own transaction. When other slices react to the
 * fact, one task is born with it; its key is the entry, so a retry cannot double it.
 * @param fact `slice.fact`, e.g. `dossier.filed`.
 * @param subject the id of the thing acted on.
 * @param detail what a reader of the book must know later; no passwords, no secrets, no personal data beyond need.
 */
export async function record(
  tx: Tx,
  fact: string,
  subject: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const act: Act = {
    // The database keeps moments to the millisecond; the hash must be of what it will give back.
    at: new Date(tx.now).toISOString(),
    actor: tx.actor.id,
    posting: postingSummary(tx.actor),
    provinces: provincesOf(tx.actor),
    fact,
    subject,
    detail,
  }
  const entry = await store.addEntry(tx, { ...act, hash: hashOfAct(act) })
  if (tx.reactsTo.has(fact)) {
    await enqueue(tx, 'react', { fact, subject, entry } satisfies Reaction, `react:${entry}`)
  }
}
