import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { enqueue } from '../platform/jobs.ts'
import type { NewNotice, Wish } from './model.ts'
import { firstTry, usualWish } from './rules.ts'
import * as store from './store.ts'

/** One after another, by one worker: what is found half sent at the start of a run was left by a run that died. */
export const sendingQueue = 'notices'

/** One statement carries this many notices. */
const most = 10_000

/**
 * Tells somebody, or many, in the transaction of the cause: the notice stands on their page at once and leaves by every channel they
 * have. The same key tells nobody twice.
 * @returns how many notices are new.
 */
export async function tell(tx: Tx, notices: readonly NewNotice[]): Promise<number> {
  let count = 0
  for (let from = 0; from < notices.length; from += most) {
    const added = await store.addNotices(
      tx,
      notices.slice(from, from + most).map((notice) => rowOf(notice, tx)),
    )
    if (added.length === 0) continue
    const destinations = await store.destinationsOf(tx, added)
    await store.addDeliveries(
      tx,
      destinations.map((destination) => deliveryOf(destination, tx)),
    )
    await record(tx, 'notice.told', added[0] as string, { count: added.length })
    count += added.length
  }
  if (count > 0) await enqueue(tx, 'notice.send-due', {}, sendingQueue, { queue: sendingQueue })
  return count
}

function rowOf({ reader, ...notice }: NewNotice, { now }: Tx): store.NoticeRow {
  const producerId = 'producer' in reader ? reader.producer : null
  const accountId = 'account' in reader ? reader.account : null
  return { id: newId(), producerId, accountId, ...notice, madeAt: now }
}

function deliveryOf(
  { noticeId, channel, address, urgent, ...chosen }: store.Destination,
  { now }: Tx,
): store.DeliveryRow {
  const wish = wishOf(chosen)
  const digest = wish.digest && !urgent && channel === 'email'
  return {
    id: newId(),
    noticeId,
    channel,
    address,
    digest,
    queuedAt: now,
    nextTryAt: firstTry(now, channel, { ...wish, digest }),
  }
}

/** What a reader chose, or what holds for everybody. */
export function wishOf(chosen: Pick<store.Destination, 'quietFrom' | 'quietTo'> & { digest?: boolean | null }): Wish {
  if (chosen.quietFrom === null || chosen.quietTo === null) return usualWish
  return { quiet: { from: chosen.quietFrom, to: chosen.quietTo }, digest: chosen.digest ?? false }
}

/** Tells in a transaction of its own. */
export function tellAtOnce(ctx: Context, notices: readonly NewNotice[]): Promise<number> {
  return atomically(ctx, (tx) => tell(tx, notices))
}

export const toldPageSize = 30

/** Everything the system told the producers this person acts for, and the person. */
export function toldTo(ctx: Context, page: number): Promise<store.ToldPage> {
  const readers = { producers: ctx.actor.producers, account: ctx.actor.id }
  return store.noticesOf(ctx, readers, { limit: toldPageSize, offset: (page - 1) * toldPageSize })
}
