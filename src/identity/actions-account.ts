import type { Page } from '../kernel/page.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { record } from '../audit/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { anywhere, identityAccess } from './access.ts'
import { openWith, refuseTooMany } from './actions.ts'
import { forgetTries } from './attempts.ts'
import type { Account, NewAccount, Origin } from './model.ts'
import { firstPassword, hashPassword, passwordFits } from './password.ts'
import { firstPasswordLength, judgePasswordChange, later } from './rules.ts'
import { postingsOf } from './store-posting.ts'
import * as store from './store.ts'

type OperatorAct =
  | 'open-account'
  | 'close-account'
  | 'renew-password'
  | 'link-identity'
  | 'unlink-identity'
  | 'read-accounts'

export function mustOperate(ctx: Context, act: OperatorAct): void {
  if (!identityAccess[act](ctx.actor, anywhere)) throw new Refused({ code: 'kernel/not-found' })
}

export interface FirstPassword {
  readonly accountId: string
  /** Shown once, handed over by hand; opens nothing but the page where it is changed. */
  readonly firstPassword: string
}

/** An administrator opens an account for somebody; rights come later, from the leader of a unit. */
export async function openForSomebody(ctx: Context, given: NewAccount): Promise<FirstPassword> {
  mustOperate(ctx, 'open-account')
  const password = firstPassword()
  const passwordHash = await hashPassword(password)
  const accountId = await atomically(ctx, (tx) => openWith(tx, given, passwordHash, later(tx.now, firstPasswordLength)))
  return { accountId, firstPassword: password }
}

/** The account opens no more and every session of it ends; what it did stays under its name. */
export function closeAccount(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    mustOperate(tx, 'close-account')
    const account = await lockOther(tx, id)
    if (account.closedAt !== null) throw new Refused({ code: 'identity/account-closed' })
    await store.setClosed(tx, id, tx.now)
    await store.endOtherSessions(tx, id, null, tx.now)
    await record(tx, 'identity.account-closed', id)
  })
}

export function reopenAccount(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    mustOperate(tx, 'open-account')
    const account = await lockOther(tx, id)
    if (account.closedAt === null) throw new Refused({ code: 'identity/account-open' })
    await store.setClosed(tx, id, null)
    await record(tx, 'identity.account-reopened', id)
  })
}

/**
 * A forgotten password. Whoever operates the accounts learns the new one for a moment, so all postings of the account
 * sleep until the leader who gives them confirms: the administrator cannot step into an office this way.
 */
export async function renewPassword(ctx: Context, id: string): Promise<FirstPassword> {
  mustOperate(ctx, 'renew-password')
  const password = firstPassword()
  const passwordHash = await hashPassword(password)
  await atomically(ctx, async (tx) => {
    const account = await lockOther(tx, id)
    if (account.sample) throw new Refused({ code: 'identity/sample-account' })
    if (account.closedAt !== null) throw new Refused({ code: 'identity/account-closed' })
    await store.setPassword(tx, id, {
      passwordHash,
      passwordExpiresAt: later(tx.now, firstPasswordLength),
      passwordResetAt: tx.actor.id === 'system' ? account.passwordResetAt : tx.now,
    })
    await store.endOtherSessions(tx, id, null, tx.now)
    await record(tx, 'identity.password-renewed', id)
  })
  return { accountId: id, firstPassword: password }
}

export async function lockOther(tx: Tx, id: string): Promise<store.AccountRow> {
  const account = orMissing(await store.lockAccount(tx, id))
  if (account.id === tx.actor.id) throw new Refused({ code: 'identity/own-account' })
  return account
}

const pageSize = 50

/** Accounts by name, for those who operate them. */
export async function accountList(ctx: Context, words: string, page: number): Promise<Page<store.AccountLine>> {
  mustOperate(ctx, 'read-accounts')
  const items = await store.accounts(ctx, { words, offset: (page - 1) * pageSize, size: pageSize })
  return { items, total: items[0]?.total ?? 0, page, size: pageSize }
}

/** One account with its postings: names and terms, nothing of what the person works on. */
export async function accountFile(ctx: Context, id: string) {
  mustOperate(ctx, 'read-accounts')
  const account = orMissing(await store.accountById(ctx, id))
  return { account, postings: await postingsOf(ctx, id), sessions: await store.sessionsOf(ctx, id, ctx.now) }
}

/** The account behind a sign-in name. */
export async function accountNamed(ctx: Context, signInName: string, field = 'signInName'): Promise<Account> {
  const account = await store.accountByName(ctx, signInName)
  if (!account) throw new Refused({ code: 'identity/no-such-account', field })
  return account
}

/** A new password by its owner; every other session of the account ends. */
export async function changePassword(
  ctx: Context,
  { current, next, again }: { readonly current: string; readonly next: string; readonly again: string },
  origin: Origin,
  thisSession: string,
): Promise<void> {
  const account = orMissing(await store.accountById(ctx, ctx.actor.id))
  await refuseTooMany(ctx, { signInName: account.signInName, accountId: account.id }, origin, true)
  orRefuse(judgePasswordChange(account, { next, again }))
  const passwordHash = await hashPassword(next)
  await atomically(ctx, async (tx) => {
    const locked = orMissing(await store.lockAccount(tx, account.id))
    if (!(await passwordFits(current, locked.passwordHash))) {
      throw new Refused({ code: 'identity/wrong-password', field: 'current' })
    }
    await store.setPassword(tx, account.id, {
      passwordHash,
      passwordExpiresAt: null,
      passwordResetAt: locked.passwordResetAt,
    })
    await store.endOtherSessions(tx, account.id, thisSession, tx.now)
    await record(tx, 'identity.password-changed', account.id)
  })
  await forgetTries(ctx, account.signInName, origin.address, true)
}

/** What a person sees of the own account. */
export async function ownAccount(ctx: Context) {
  const account = orMissing(await store.accountById(ctx, ctx.actor.id))
  const [postings, sessions] = await Promise.all([
    postingsOf(ctx, account.id),
    store.sessionsOf(ctx, account.id, ctx.now),
  ])
  return { account, postings, sessions }
}

/** The accounts that a demonstration offers on the sign-in page, with what each may do. */
export async function sampleAccounts(ctx: Context) {
  return store.sampleAccounts(ctx)
}

/** Sessions that ended a quarter of a year ago, and tries that no longer count. What was done stays in the book. */
export function forgetOld(ctx: Context): Promise<void> {
  return store.forgetOld(ctx, ctx.now)
}
