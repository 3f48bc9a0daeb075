import { guestContact } from '../notice/actions-guest.ts'
import { tell } from '../notice/actions.ts'
import type { Contact, NewNotice } from '../notice/model.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { paths } from '../ui/paths.ts'
import type { Matter } from './model.ts'
import { answeredWords } from './words.ts'

/** Who sent a matter without an account, where the post office is concerned. */
export const senderOf = (matterId: string) => `feedback.matter:${matterId}`

/** Where the sender without an account asked to be told. */
export function senderContact(ctx: Context, matterId: string): Promise<Contact | undefined> {
  return guestContact(ctx, senderOf(matterId))
}

const receives = (contact: Contact | undefined) =>
  contact !== undefined && contact.verifiedAt !== null && contact.withdrawnAt === null

/** Says that an answer is there, not what it says: a telephone lies open, and the code opens the rest. */
export async function tellSender(tx: Tx, matter: Matter, round: 1 | 2): Promise<void> {
  const { id, accountId } = matter
  const told = { key: `feedback.answered:${id}:${round}`, ...answeredWords(matter), urgent: false }
  const notice: NewNotice | undefined =
    accountId !== null
      ? { ...told, reader: { account: accountId }, href: paths.feedback.file(id) }
      : receives(await senderContact(tx, id))
        ? { ...told, reader: { guest: senderOf(id) }, href: paths.feedback.track() }
        : undefined
  if (notice !== undefined) await tell(tx, [notice])
}
