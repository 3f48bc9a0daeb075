import { createHash, randomInt } from 'node:crypto'
import { record } from '../audit/actions.ts'
import { newId, newSecret } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { enqueue } from '../platform/jobs.ts'
import { ownProducers } from '../producer/actions.ts'
import { noticeAccess } from './access.ts'
import type { SentCode } from './actions-send.ts'
import type { Contact, ContactInput, Owner, Reader, Wish } from './model.ts'
import { codeEnds, judgeCode, usualWish } from './rules.ts'
import * as store from './store-contact.ts'

/** How one reader is told: the addresses, and the wishes. */
export interface WaysToReach {
  readonly reader: Owner
  readonly name: string
  readonly contacts: readonly Contact[]
  /** The e-mail of the register or the account, where no other was given. */
  readonly registered: string | undefined
  readonly wish: Wish
}

/** The person, and every producer the person acts for. */
export async function waysToReach(ctx: Context): Promise<WaysToReach[]> {
  const readers: { reader: Owner; name: string }[] = [
    ...(await ownProducers(ctx)).map(({ id, name }) => ({ reader: { producer: id }, name })),
    { reader: { account: ctx.actor.id }, name: ctx.actor.name },
  ]
  const ways: WaysToReach[] = []
  for (const { reader, name } of readers) {
    const holder = store.holderOf(reader)
    const contacts = await store.contactsOf(ctx, holder)
    const registered = (await store.registeredEmail(ctx, holder))?.address
    ways.push({ reader, name, contacts, registered, wish: (await store.wishOf(ctx, holder)) ?? usualWish })
  }
  return ways
}

/** Gives an address; it counts when the code sent to it comes back. @returns the id of the contact. */
export function giveContact(ctx: Context, reader: Owner, given: ContactInput): Promise<string> {
  return atomically(ctx, (tx) => {
    mustOwn(tx, reader)
    return keepContact(tx, reader, given)
  })
}

/** The address of a reader, by whoever was judged to speak for the reader; a code goes there. */
export async function keepContact(tx: Tx, reader: Reader, { channel, address }: ContactInput): Promise<string> {
  const known = (await store.contactsOf(tx, store.holderOf(reader))).find((one) => one.channel === channel)
  if (known) mayAskCode(tx, orMissing(await store.lockContact(tx, known.id)))
  const id = newId()
  const { code, codeHash } = newCode()
  const contact = { id, ...store.holderOf(reader), channel, address, stopToken: newSecret(), codeHash }
  await store.putContact(tx, { ...contact, codeExpiresAt: codeEnds(tx.now), addedAt: tx.now, addedBy: tx.actor.id })
  await record(tx, 'notice.contact-given', id, { channel })
  await post(tx, { contact: id, channel, address, code })
  return id
}

/** Sends another code to an address that is not verified yet, or was withdrawn. */
export function askCode(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { channel, address, ...contact } = await lockOwn(tx, id)
    mayAskCode(tx, contact)
    const { code, codeHash } = newCode()
    await store.renewCode(tx, id, codeHash, codeEnds(tx.now))
    await record(tx, 'notice.code-asked', id)
    await post(tx, { contact: id, channel, address, code })
  })
}

/** The code comes back: from now on notices go there. A wrong one is counted even though the act is refused. */
export function confirmContact(ctx: Context, id: string, code: string): Promise<void> {
  return confirmBy(ctx, (tx) => lockOwn(tx, id), code)
}

/** @param lock finds the contact and judges who asks. */
export async function confirmBy(
  ctx: Context,
  lock: (tx: Tx) => Promise<store.ContactRow>,
  code: string,
): Promise<void> {
  const judged = await atomically(ctx, async (tx) => {
    const contact = await lock(tx)
    const { id } = contact
    const verdict = judgeCode(tx.now, contact, hashOf(code))
    if (verdict.ok) {
      await store.verify(tx, id, tx.now)
      await record(tx, 'notice.contact-verified', id)
    } else if (verdict.refusal.code === 'notice/wrong-code') await store.countMiss(tx, id)
    return verdict
  })
  orRefuse(judged)
}

/** Consent is withdrawn by the owner, signed in. */
export function withdrawContact(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { channel } = await lockOwn(tx, id)
    await store.withdraw(tx, id, tx.now)
    await record(tx, 'notice.contact-withdrawn', id, { channel })
  })
}

/** The register's e-mail stays in the register and is no longer written to. */
export function withdrawRegistered(ctx: Context, reader: Owner): Promise<void> {
  return atomically(ctx, async (tx) => {
    mustOwn(tx, reader)
    const holder = store.holderOf(reader)
    const { address } = orMissing(await store.registeredEmail(tx, holder))
    const id = newId()
    await store.withdrawRegistered(tx, { id, ...holder, address, stopToken: newSecret(), at: tx.now, by: tx.actor.id })
    await record(tx, 'notice.contact-withdrawn', id, { channel: 'email' })
  })
}

/** The address behind a link “stop” in a message. */
export async function contactToStop(ctx: Context, token: string): Promise<store.ContactRow> {
  return orMissing(await store.contactByToken(ctx, token))
}

/** Consent is withdrawn by whoever holds the link that was sent there: no account is needed to be left alone. */
export function stopByLink(ctx: Context, token: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { id, channel } = orMissing(await store.contactByToken(tx, token))
    await store.withdraw(tx, id, tx.now)
    await record(tx, 'notice.contact-withdrawn', id, { channel })
  })
}

export function chooseWish(ctx: Context, reader: Owner, wish: Wish): Promise<void> {
  return atomically(ctx, async (tx) => {
    mustOwn(tx, reader)
    await store.putWish(tx, store.holderOf(reader), wish)
    await record(tx, 'notice.wish-chosen', 'producer' in reader ? reader.producer : reader.account)
  })
}

function mustOwn({ actor }: Context, reader: Owner): void {
  orMissing(noticeAccess['manage-contact'](actor, reader) || undefined)
}

async function lockOwn(tx: Tx, id: string): Promise<store.ContactRow> {
  const contact = orMissing(await store.lockContact(tx, id))
  mustOwn(tx, contact.producerId === null ? { account: contact.accountId as string } : { producer: contact.producerId })
  return contact
}

const leastPause = 60_000

/** A telephone is not to be rung by whoever presses a button. */
function mayAskCode({ now }: Tx, { codeExpiresAt }: Pick<store.ContactRow, 'codeExpiresAt'>): void {
  if (codeExpiresAt === null) return
  const isFresh = Date.parse(codeEnds(now)) - Date.parse(codeExpiresAt) < leastPause
  if (isFresh) throw new Refused({ code: 'notice/codes-too-often' })
}

function newCode() {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  return { code, codeHash: hashOf(code) }
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex')

async function post(tx: Tx, sent: SentCode): Promise<void> {
  await enqueue(tx, 'notice.send-code', sent, `notice.send-code:${sent.contact}`)
}
