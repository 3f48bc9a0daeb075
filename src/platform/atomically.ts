import { setTimeout as delay } from 'node:timers/promises'
import type { Context } from './context.ts'
import { sqlState } from './db.ts'
import type { OpenTransaction } from './db.ts'

/** A context whose `db` is an open transaction: lower actions called with it join that transaction. */
export type Tx = Context & { readonly db: OpenTransaction }

// A deadlock or a serialisation failure undid the act before it was acknowledged, so repeating it is safe.
const repeatable = new Set(['40001', '40P01'])

/**
 * One act, one transaction: everything inside is kept together or not at all.
 * @throws whatever `act` throws, after the rollback.
 */
export async function atomically<Result>(context: Context, act: (tx: Tx) => Promise<Result>): Promise<Result> {
  const { db } = context
  if (db.isTransaction) return act(context as Tx)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute((transaction) => act({ ...context, db: transaction }))
    } catch (error) {
      if (attempt === 3 || !repeatable.has(sqlState(error) ?? '')) throw error
      await delay(20 * attempt)
    }
  }
}
