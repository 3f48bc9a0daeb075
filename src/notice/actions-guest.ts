import { record } from '../audit/actions.ts'
import { addDays, startOfDay } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { orMissing, orRefuse } from '../kernel/refusal.ts'
import { countSending } from '../identity/attempts.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { confirmBy, keepContact } from './actions-contact.ts'
import type { Contact, ContactInput } from './model.ts'
import { guestDays, judgeCodes } from './rules.ts'
import * as store from './store-contact.ts'

/** A guest's one address; the slice that knows the guest has judged who asks. */
export async function guestContact(ctx: Context, guest: string): Promise<Contact | undefined> {
  const given = await store.contactsOf(ctx, store.holderOf({ guest }))
  return given.toSorted((one, other) => other.addedAt.localeCompare(one.addedAt))[0]
}

/**
 * A guest says where to be told; a code goes there. Neither one source, nor all of them together at one address, may make a
 * telephone ring all day. @param source see sourceOf.
 */
export async function giveGuestContact(tx: Tx, guest: string, given: ContactInput, source: string): Promise<void> {
  orRefuse(
    judgeCodes(
      await countSending(tx, [
        ['code', source],
        ['ringing', `${given.channel} ${given.address}`],
      ]),
    ),
  )
  const before = await guestContact(tx, guest)
  if (before && before.channel !== given.channel) await store.withdraw(tx, before.id, tx.now)
  await keepContact(tx, { guest }, given)
}

export function confirmGuestContact(ctx: Context, guest: string, code: string): Promise<void> {
  return confirmBy(
    ctx,
    async (tx) => orMissing(await store.lockContact(tx, orMissing(await guestContact(tx, guest)).id)),
    code,
  )
}

export async function withdrawGuestContact(tx: Tx, guest: string): Promise<void> {
  const { id, channel } = orMissing(await guestContact(tx, guest))
  await store.withdraw(tx, id, tx.now)
  await record(tx, 'notice.contact-withdrawn', id, { channel })
}

/** Each night: addresses of guests are kept no longer than they are needed. */
export function forgetGuests(ctx: Context): Promise<void> {
  return atomically(ctx, async (tx) => {
    const forgotten = await store.forgetGuests(tx, startOfDay(addDays(tx.today, -guestDays)))
    if (forgotten > 0) await record(tx, 'notice.guests-forgotten', newId(), { count: forgotten })
  })
}
