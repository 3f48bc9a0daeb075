import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { maybeRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Account, LoginSession } from './model.ts'

const accountColumns = sql.raw(
  'id, sign_in_name, name, email, phone, opened_at, closed_at, password_expires_at, password_reset_at, sample',
)

export interface AccountRow extends Account {
  readonly passwordHash: string
}

export async function addAccount(runs: Runs, account: Omit<AccountRow, 'closedAt' | 'passwordResetAt'>): Promise<void> {
  const { id, signInName, name, email, phone, passwordHash, passwordExpiresAt, openedAt, sample } = account
  await run(
    runs,
    sql`
      insert into identity.account (id, sign_in_name, name, email, phone, password_hash, password_expires_at, opened_at, sample)
      values (${id}, ${signInName}, ${name}, ${email}, ${phone}, ${passwordHash}, ${passwordExpiresAt}, ${openedAt}, ${sample})`,
  )
}

export function accountByName(runs: Runs, signInName: string): Promise<AccountRow | undefined> {
  return maybeRow(
    runs,
    sql<AccountRow>`select ${accountColumns}, password_hash from identity.account where sign_in_name = ${signInName}`,
  )
}

export function accountById(runs: Runs, id: string): Promise<Account | undefined> {
  return maybeRow(runs, sql<Account>`select ${accountColumns} from identity.account where id = ${id}`)
}

export function lockAccount(runs: Runs, id: string): Promise<AccountRow | undefined> {
  return maybeRow(
    runs,
    sql<AccountRow>`select ${accountColumns}, password_hash from identity.account where id = ${id} for update`,
  )
}

export interface NewPassword {
  readonly passwordHash: string
  readonly passwordExpiresAt: Instant | null
  readonly passwordResetAt: Instant | null
}

export async function setPassword(
  runs: Runs,
  id: string,
  { passwordHash, passwordExpiresAt, passwordResetAt }: NewPassword,
): Promise<void> {
  await run(
    runs,
    sql`
      update identity.account
      set password_hash = ${passwordHash}, password_expires_at = ${passwordExpiresAt}, password_reset_at = ${passwordResetAt}
      where id = ${id}`,
  )
}

export async function setClosed(runs: Runs, id: string, closedAt: Instant | null): Promise<void> {
  await run(runs, sql`update identity.account set closed_at = ${closedAt} where id = ${id}`)
}

export interface AccountLine extends Account {
  readonly seenAt: Instant | null
  readonly total: number
}

/** One page of accounts whose name or sign-in name holds the words; open ones first. */
export function accounts(
  runs: Runs,
  { words, offset, size }: { words: string; offset: number; size: number },
): Promise<AccountLine[]> {
  const like = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return rows(
    runs,
    sql<AccountLine>`
      select ${accountColumns}, count(*) over () as total,
        (select max(s.seen_at) from identity.login_session s where s.account_id = a.id) as seen_at
      from identity.account a
      where public.vn_fold(name) like public.vn_fold(${like}) or sign_in_name like lower(${like})
      order by closed_at is not null, name collate "vi-x-icu", id
      limit ${size} offset ${offset}`,
  )
}

export function sampleAccounts(runs: Runs): Promise<Account[]> {
  return rows(
    runs,
    sql<Account>`select ${accountColumns} from identity.account where sample and closed_at is null order by opened_at, sign_in_name`,
  )
}

export async function addSession(runs: Runs, tokenHash: string, session: Omit<LoginSession, 'endedAt'>): Promise<void> {
  const { id, accountId, network, device, openedAt, seenAt, expiresAt } = session
  await run(
    runs,
    sql`
      insert into identity.login_session (token_hash, id, account_id, network, device, opened_at, seen_at, expires_at)
      values (${tokenHash}, ${id}, ${accountId}, ${network}, ${device}, ${openedAt}, ${seenAt}, ${expiresAt})`,
  )
}

export interface FoundSession extends LoginSession {
  readonly closedAt: Instant | null
  readonly passwordExpiresAt: Instant | null
  readonly isOfficer: boolean
}

export function sessionByToken(runs: Runs, tokenHash: string, today: CivilDate): Promise<FoundSession | undefined> {
  return maybeRow(
    runs,
    sql<FoundSession>`
      select s.id, s.account_id, s.network, s.device, s.opened_at, s.seen_at, s.expires_at, s.ended_at, a.closed_at,
        a.password_expires_at,
        exists (
          select from identity.posting p left join identity.posting_end e on e.posting_id = p.id
          where p.account_id = a.id and p.from_date <= ${today}
            and (p.to_date is null or p.to_date >= ${today}) and (e.on_date is null or e.on_date > ${today})
        ) as is_officer
      from identity.login_session s join identity.account a on a.id = s.account_id
      where s.token_hash = ${tokenHash}`,
  )
}

export async function touchSession(runs: Runs, id: string, seenAt: Instant): Promise<void> {
  await run(runs, sql`update identity.login_session set seen_at = ${seenAt} where id = ${id} and ended_at is null`)
}

/** Ends one session of an account; 0 when it is not theirs or has ended. */
export function endSession(runs: Runs, accountId: string, id: string, at: Instant): Promise<number> {
  return run(
    runs,
    sql`update identity.login_session set ended_at = ${at} where account_id = ${accountId} and id = ${id} and ended_at is null`,
  )
}

export function endOtherSessions(runs: Runs, accountId: string, keep: string | null, at: Instant): Promise<number> {
  return run(
    runs,
    sql`
      update identity.login_session set ended_at = ${at}
      where account_id = ${accountId} and id is distinct from ${keep} and ended_at is null`,
  )
}

export function sessionsOf(runs: Runs, accountId: string, now: Instant): Promise<LoginSession[]> {
  return rows(
    runs,
    sql<LoginSession>`
      select id, account_id, network, device, opened_at, seen_at, expires_at, ended_at
      from identity.login_session
      where account_id = ${accountId} and ended_at is null and expires_at > ${now}
      order by seen_at desc, id`,
  )
}

/** Did the owner sign in from this network before? */
export async function knowsNetwork(runs: Runs, accountId: string, network: string): Promise<boolean> {
  const known = await maybeRow(
    runs,
    sql`select 1 from identity.login_session where account_id = ${accountId} and network = ${network} limit 1`,
  )
  return known !== undefined
}

/** Sessions over for a quarter of a year, and tries whose time has run out. */
export async function forgetOld(runs: Runs, now: Instant): Promise<void> {
  await run(
    runs,
    sql`
      delete from identity.login_session
      where coalesce(ended_at, expires_at) < ${now}::timestamptz - interval '90 days'`,
  )
  await run(runs, sql`delete from identity.outside_round where begun_at < ${now}::timestamptz - interval '1 day'`)
  await run(runs, sql`delete from identity.attempt where expire < ${Date.parse(now)}`)
}
