import type { Instant } from '../kernel/civil-date.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { OutsideIdentity, OutsideRound } from './model.ts'

const columns = sql.raw('id, account_id, issuer, subject, shown_name, linked_by, linked_at')

export async function addIdentity(runs: Runs, identity: OutsideIdentity): Promise<void> {
  const { id, accountId, issuer, subject, shownName, linkedBy, linkedAt } = identity
  await run(
    runs,
    sql`
      insert into identity.outside_identity (id, account_id, issuer, subject, shown_name, linked_by, linked_at)
      values (${id}, ${accountId}, ${issuer}, ${subject}, ${shownName}, ${linkedBy}, ${linkedAt})`,
  )
}

/** The link in force of a person at a provider. */
export function identityOf(runs: Runs, issuer: string, subject: string): Promise<OutsideIdentity | undefined> {
  return maybeRow(
    runs,
    sql<OutsideIdentity>`
      select ${columns} from identity.outside_identity
      where issuer = ${issuer} and subject = ${subject} and ended_at is null`,
  )
}

/** The links in force of an account. */
export function identitiesOf(runs: Runs, accountId: string): Promise<OutsideIdentity[]> {
  return rows(
    runs,
    sql<OutsideIdentity>`
      select ${columns} from identity.outside_identity
      where account_id = ${accountId} and ended_at is null order by linked_at, id`,
  )
}

/** Ends a link of an account; 0 when it is not theirs or has ended. */
export function endIdentity(
  runs: Runs,
  { accountId, id, by, at }: { accountId: string; id: string; by: string; at: Instant },
): Promise<number> {
  return run(
    runs,
    sql`
      update identity.outside_identity set ended_by = ${by}, ended_at = ${at}
      where account_id = ${accountId} and id = ${id} and ended_at is null`,
  )
}

export async function addRound(runs: Runs, secretHash: string, round: OutsideRound, begunAt: Instant): Promise<void> {
  const { state, nonce, verifier, next, accountId } = round
  await run(
    runs,
    sql`
      insert into identity.outside_round (secret_hash, state, nonce, verifier, next, account_id, begun_at)
      values (${secretHash}, ${state}, ${nonce}, ${verifier}, ${next}, ${accountId}, ${begunAt})`,
  )
}

/** The question of this browser, asked after `since`; it can be taken once. */
export function takeRound(runs: Runs, secretHash: string, since: Instant): Promise<OutsideRound | undefined> {
  return maybeRow(
    runs,
    sql<OutsideRound>`
      delete from identity.outside_round
      where secret_hash = ${secretHash} and begun_at > ${since} and subject is null
      returning state, nonce, verifier, next, account_id`,
  )
}

export interface Confirmed {
  readonly subject: string
  readonly shownName: string | null
}

/** The provider has confirmed who it is; the owner of the account has still to agree. */
export async function addConfirmed(
  runs: Runs,
  secretHash: string,
  { subject, shownName, accountId, at }: Confirmed & { accountId: string; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`
      insert into identity.outside_round (secret_hash, state, nonce, verifier, account_id, subject, shown_name, begun_at)
      values (${secretHash}, '', '', '', ${accountId}, ${subject}, ${shownName}, ${at})`,
  )
}

export function confirmedRound(
  runs: Runs,
  secretHash: string,
  accountId: string,
  since: Instant,
): Promise<Confirmed | undefined> {
  return maybeRow(
    runs,
    sql<Confirmed>`
      select subject, shown_name from identity.outside_round
      where secret_hash = ${secretHash} and account_id = ${accountId} and begun_at > ${since} and subject is not null`,
  )
}

export async function dropRound(runs: Runs, secretHash: string): Promise<void> {
  await run(runs, sql`delete from identity.outside_round where secret_hash = ${secretHash}`)
}
