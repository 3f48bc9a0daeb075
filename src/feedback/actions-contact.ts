import { record } from '../audit/actions.ts'
import { confirmGuestContact, giveGuestContact, withdrawGuestContact } from '../notice/actions-guest.ts'
import type { ContactInput } from '../notice/model.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { lockForSender } from './actions.ts'
import { senderOf } from './actions-sender.ts'

/** The sender says where to be told of the answer; it counts once the code that goes there comes back. */
export function askToBeTold(
  ctx: Context,
  id: string,
  given: ContactInput,
  { ma, source }: { ma: string | undefined; source: string },
): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockForSender(tx, id, ma)
    await giveGuestContact(tx, senderOf(id), given, source)
    await record(tx, 'feedback.telling-asked', id, { channel: given.channel })
  })
}

export async function confirmTelling(ctx: Context, id: string, ma: string | undefined, code: string): Promise<void> {
  await atomically(ctx, (tx) => lockForSender(tx, id, ma))
  await confirmGuestContact(ctx, senderOf(id), code)
}

/** No more, and what still waits is not sent. */
export function stopTelling(ctx: Context, id: string, ma: string | undefined): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockForSender(tx, id, ma)
    await withdrawGuestContact(tx, senderOf(id))
    await record(tx, 'feedback.telling-stopped', id)
  })
}
