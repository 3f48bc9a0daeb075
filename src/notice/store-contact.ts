import type { Instant } from '../kernel/civil-date.ts'
import type { ChannelName } from '../platform/channel.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Contact, Reader, Wish } from './model.ts'

export interface Holder {
  readonly producerId: string | null
  readonly accountId: string | null
  readonly guest: string | null
}

export const holderOf = (reader: Reader): Holder => ({
  producerId: 'producer' in reader ? reader.producer : null,
  accountId: 'account' in reader ? reader.account : null,
  guest: 'guest' in reader ? reader.guest : null,
})

const held = ({ producerId, accountId, guest }: Holder) =>
  sql`(producer_id is not distinct from ${producerId} and account_id is not distinct from ${accountId}
    and guest is not distinct from ${guest})`

export function contactsOf(runs: Runs, holder: Holder): Promise<Contact[]> {
  return rows<Contact>(
    runs,
    sql`select id, channel, address, added_at, verified_at, withdrawn_at from notice.contact
      where ${held(holder)} order by channel`,
  )
}

/** The e-mail that the register or the account gives when its owner gave no other. */
export function registeredEmail(
  runs: Runs,
  { producerId, accountId }: Holder,
): Promise<{ address: string } | undefined> {
  return maybeRow<{ address: string }>(
    runs,
    sql`select address from notice.address where channel = 'email' and stop_token is null
      and (producer_id = ${producerId} or account_id = ${accountId})`,
  )
}

export interface NewContact extends Holder {
  readonly id: string
  readonly channel: ChannelName
  readonly address: string
  readonly stopToken: string
  readonly codeHash: string
  readonly codeExpiresAt: Instant
  readonly addedAt: Instant
  readonly addedBy: string
}

/** One address for each channel: another takes its place, to be verified anew; what was withdrawn stays so until then. */
export async function putContact(runs: Runs, contact: NewContact): Promise<void> {
  await run(
    runs,
    sql`insert into notice.contact (id, producer_id, account_id, guest, channel, address, stop_token, code_hash, code_expires_at, added_at, added_by)
      values (${contact.id}, ${contact.producerId}, ${contact.accountId}, ${contact.guest}, ${contact.channel}, ${contact.address},
        ${contact.stopToken}, ${contact.codeHash}, ${contact.codeExpiresAt}, ${contact.addedAt}, ${contact.addedBy})
      on conflict (producer_id, account_id, guest, channel) do update set id = excluded.id, address = excluded.address,
        stop_token = excluded.stop_token, code_hash = excluded.code_hash, code_expires_at = excluded.code_expires_at, code_misses = 0,
        added_at = excluded.added_at, added_by = excluded.added_by, verified_at = null`,
  )
}

export interface ContactRow extends Contact, Holder {
  readonly stopToken: string
  readonly codeHash: string | null
  readonly codeExpiresAt: Instant | null
  readonly codeMisses: number
}

const columns = sql`id, producer_id, account_id, guest, channel, address, stop_token, code_hash, code_expires_at, code_misses, added_at,
  verified_at, withdrawn_at`

export function lockContact(runs: Runs, id: string): Promise<ContactRow | undefined> {
  return maybeRow<ContactRow>(runs, sql`select ${columns} from notice.contact where id = ${id} for update`)
}

export function contactByToken(runs: Runs, token: string): Promise<ContactRow | undefined> {
  return maybeRow<ContactRow>(runs, sql`select ${columns} from notice.contact where stop_token = ${token}`)
}

export async function renewCode(runs: Runs, id: string, codeHash: string, expiresAt: Instant): Promise<void> {
  await run(
    runs,
    sql`update notice.contact set code_hash = ${codeHash}, code_expires_at = ${expiresAt}, code_misses = 0 where id = ${id}`,
  )
}

export async function countMiss(runs: Runs, id: string): Promise<void> {
  await run(runs, sql`update notice.contact set code_misses = code_misses + 1 where id = ${id}`)
}

export async function verify(runs: Runs, id: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`update notice.contact set verified_at = ${at}, withdrawn_at = null, code_hash = null, code_expires_at = null where id = ${id}`,
  )
}

// The moment of the last code stays: withdrawing must not open the way to another one at once.
export async function withdraw(runs: Runs, id: string, at: Instant): Promise<void> {
  await run(runs, sql`update notice.contact set withdrawn_at = ${at}, code_hash = null where id = ${id}`)
  await forgetWaiting(runs, id)
}

/** The register's address is no longer written to, though its owner gave no other. */
export async function withdrawRegistered(
  runs: Runs,
  {
    producerId,
    accountId,
    address,
    ...given
  }: Pick<Holder, 'producerId' | 'accountId'> & {
    id: string
    address: string
    stopToken: string
    at: Instant
    by: string
  },
): Promise<void> {
  await run(
    runs,
    sql`insert into notice.contact (id, producer_id, account_id, channel, address, stop_token, added_at, added_by, withdrawn_at)
      values (${given.id}, ${producerId}, ${accountId}, 'email', ${address}, ${given.stopToken}, ${given.at}, ${given.by}, ${given.at})
      on conflict (producer_id, account_id, guest, channel) do update set withdrawn_at = excluded.withdrawn_at`,
  )
}

/** What still waits for an address that was withdrawn, or replaced, is not sent any more. */
async function forgetWaiting(runs: Runs, contactId: string): Promise<void> {
  await run(
    runs,
    sql`update notice.delivery d set state = 'given-up', reason = 'đã ngừng nhận'
      from notice.notice n, notice.contact c
      where c.id = ${contactId} and n.id = d.notice_id and d.state = 'waiting' and d.channel = c.channel and d.address = c.address
        and (n.producer_id = c.producer_id or n.account_id = c.account_id or n.guest = c.guest)`,
  )
}

export async function wishOf(runs: Runs, holder: Holder): Promise<Wish | undefined> {
  const found = await maybeRow<{ quietFrom: number; quietTo: number; digest: boolean }>(
    runs,
    sql`select quiet_from, quiet_to, digest from notice.wish
      where producer_id is not distinct from ${holder.producerId} and account_id is not distinct from ${holder.accountId}`,
  )
  return found && { quiet: { from: found.quietFrom, to: found.quietTo }, digest: found.digest }
}

export async function putWish(runs: Runs, { producerId, accountId }: Holder, { quiet, digest }: Wish): Promise<void> {
  await run(
    runs,
    sql`insert into notice.wish (producer_id, account_id, quiet_from, quiet_to, digest)
      values (${producerId}, ${accountId}, ${quiet.from}, ${quiet.to}, ${digest})
      on conflict (producer_id, account_id) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, digest = excluded.digest`,
  )
}

/**
 * Addresses of guests that nothing was told to since `before`, and that nothing waits for. An address that was stopped is kept,
 * or the next record that names it would write there again.
 * @returns how many were forgotten.
 */
export async function forgetGuests(runs: Runs, before: Instant): Promise<number> {
  await run(
    runs,
    sql`update notice.delivery d set address = '' from notice.notice n
      where n.id = d.notice_id and n.guest is not null and d.address <> '' and d.state not in ('waiting', 'sending')
        and d.queued_at < ${before}::timestamptz`,
  )
  return run(
    runs,
    sql`delete from notice.contact c where c.guest is not null and c.withdrawn_at is null and c.added_at < ${before}::timestamptz
      and not exists (select from notice.notice n join notice.delivery d on d.notice_id = n.id
        where n.guest = c.guest and (n.made_at >= ${before}::timestamptz or d.state in ('waiting', 'sending')))`,
  )
}
