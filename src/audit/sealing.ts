import { addMonths } from '../kernel/civil-date.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { Batch, Head } from './model.ts'
import { beginning, hashOfBatch, merkleRoot } from './rules.ts'
import type { Signer } from './signer.ts'
import * as store from './store-batch.ts'

/** A tree of this size is rebuilt in a few milliseconds, and a batch row stays under half a megabyte. */
export const batchSize = 5_000

/**
 * Seals every entry that waits, in batches chained to the last one.
 *
 * Which entries are surely finished? A sequence gives numbers before the act commits, so 7 may be readable while 6 is
 * still in flight, or was undone for ever. Therefore no number is ever read as "next": each act puts its own number on
 * the list `audit.unsealed` inside its transaction, and a batch takes what is on the list. An act in flight is not
 * visible there and joins a later batch; an act undone never appears; a gap means nothing.
 *
 * Sealing writes no entry of its own: it would never come to an end.
 * @returns the new end of the chain; undefined when nothing waited.
 */
export async function sealBatch(ctx: Context, signer: Signer): Promise<Head | undefined> {
  let head: Head | undefined
  for (let more = true; more;) {
    const batch = await sealNext(ctx, signer)
    if (batch === undefined) return head
    head = { number: batch.number, hash: batch.hash }
    // After the commit: a note ahead of the chain would accuse an honest database.
    await signer.keepHead(head)
    more = batch.members.length === batchSize
  }
  return head
}

function sealNext(ctx: Context, signer: Signer): Promise<Batch | undefined> {
  return atomically(ctx, async (tx) => {
    await store.lockChain(tx)
    const taken = await store.takeUnsealed(tx, batchSize)
    if (taken.length === 0) return undefined
    const last = await store.lastHead(tx)
    const members = taken.map(({ seq }) => seq)
    const leaves = taken.map(({ hash }) => hash)
    const unsigned = {
      number: (last?.number ?? 0) + 1,
      members,
      leaves,
      root: merkleRoot({ members, leaves }),
      previous: last?.hash ?? beginning,
      keyId: signer.keyId,
      sealedAt: new Date(tx.now).toISOString(),
    }
    const hash = hashOfBatch(unsigned)
    const batch = { ...unsigned, hash, signature: signer.sign(hash) }
    await store.addBatch(tx, batch)
    return batch
  })
}

/** The key of the last seal; undefined before the first. */
export async function keyOfSeals(ctx: Context): Promise<string | undefined> {
  return (await store.lastSeal(ctx))?.keyId
}

const monthsAhead = 3

/** The partitions of this month and the next three. */
export async function makePartitions(ctx: Context): Promise<void> {
  const first = `${ctx.today.slice(0, 7)}-01`
  for (let ahead = 0; ahead <= monthsAhead; ahead++) {
    const month = addMonths(first, ahead)
    await atomically(ctx, (tx) => store.addPartition(tx, month, addMonths(month, 1)))
  }
}
