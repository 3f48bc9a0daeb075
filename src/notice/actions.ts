import { record } from '../audit/actions.ts'
import { newId, newSecret } from '../kernel/id.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { enqueue } from '../platform/jobs.ts'
import { sealOf } from '../platform/seal.ts'
import type { Delivery, NewNotice, Wish } from './model.ts'
import { firstTry, usualWish } from './rules.ts'
import { holderOf } from './store-contact.ts'
import { closeQuestions } from './store-phone.ts'
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
    const made = notices.slice(from, from + most).map((notice) => ({ ...rowOf(notice, tx), known: notice.known ?? [] }))
    const added = await store.addNotices(tx, made)
    if (added.length === 0) continue
    const known = knownOf(made, new Set(added))
    await store.addGuests(
      tx,
      known.filter(({ guest }) => guest !== null),
      tx.actor.id,
      tx.now,
    )
    const destinations = await store.destinationsOf(tx, added, known)
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

function rowOf({ reader, key, subject, body, href, urgent, sms, seal }: NewNotice, { now }: Tx): store.NoticeRow {
  const said = { subject, body, href, urgent, sms: sms ?? null, seal: seal ?? null }
  return { id: newId(), key, ...holderOf(reader), ...said, madeAt: now }
}

/** The addresses that records know, of the notices that are new. */
function knownOf(
  made: readonly (store.NoticeRow & Required<Pick<NewNotice, 'known'>>)[],
  added: ReadonlySet<string>,
): store.Known[] {
  return made
    .filter(({ id }) => added.has(id))
    .flatMap(({ id, guest, known }) =>
      known.map((one) => ({ ...one, noticeId: id, guest, contactId: newId(), stopToken: newSecret() })),
    )
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
export async function toldTo(ctx: Context, page: number): Promise<store.ToldPage> {
  const readers = { producers: ctx.actor.producers, account: ctx.actor.id }
  const { notices, total } = await store.noticesOf(ctx, readers, {
    limit: toldPageSize,
    offset: (page - 1) * toldPageSize,
  })
  return { notices: notices.map((notice) => ({ ...notice, href: linkOf(ctx, notice) })), total }
}

/** The link of a notice, sealed where it opens without an account. */
export function linkOf({ keys }: Pick<Context, 'keys'>, { href, seal }: { href: string; seal: string | null }): string {
  return seal === null ? href : `${href}.${sealOf(keys, seal)}`
}

/** Where the notices of these keys went, and what became of them there. */
export async function deliveriesOf(ctx: Context, keys: readonly string[]): Promise<Map<string, Delivery[]>> {
  const found = keys.length === 0 ? [] : await store.deliveriesOf(ctx, keys)
  return Map.groupBy(found, ({ key }) => key)
}

/** What is no longer to be said: whatever still waits is not sent, no digit answers it any more; the notice stays on its page. */
export async function recall(tx: Tx, keys: readonly string[]): Promise<void> {
  await store.giveUp(tx, keys, 'không còn cần')
  await closeQuestions(tx, keys, tx.now)
}
