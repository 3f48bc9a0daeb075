import { createHash } from 'node:crypto'
import { country, visitor } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { newId, newSecret } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { record } from '../audit/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import { actingAs } from '../platform/context.ts'
import type { Context } from '../platform/context.ts'
import { brokenConstraint } from '../platform/db.ts'
import { anywhere, identityAccess } from './access.ts'
import type { Place } from './access.ts'
import { countOpening, countTry, forgetTries } from './attempts.ts'
import type { Account, LoginSession, NewAccount, Origin, PostingGrant } from './model.ts'
import { hashPassword, passwordFits } from './password.ts'
import {
  deviceOf,
  isLive,
  judgeEntry,
  judgePassword,
  judgePosting,
  later,
  networkOf,
  rightsOf,
  sessionLengths,
} from './rules.ts'
import * as postings from './store-posting.ts'
import * as store from './store.ts'

export const sessionCookie = 'phien'

/** For the whole site, not readable by scripts, only over TLS where the site has it; it ends with the session. */
export function sessionCookieOptions(publicUrl: string) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: sessionLengths.absolute / 1000,
  } as const
}

export interface SignedIn {
  /** What the cookie carries; only its hash is kept. */
  readonly token: string
  readonly accountId: string
  /** The password serves once: the next page is the one where it is changed. */
  readonly mustChangePassword: boolean
}

/**
 * A person signs in. Every try counts before the password is looked at; an unknown name costs the same work and gets
 * the same sentence as a wrong password.
 * @param samplesWelcome sample accounts, whose password is public, exist only in a demonstration.
 */
export async function signIn(
  ctx: Context,
  given: { readonly signInName: string; readonly password: string },
  origin: Origin,
  { samplesWelcome }: { readonly samplesWelcome: boolean },
): Promise<SignedIn> {
  const found = await store.accountByName(ctx, given.signInName)
  const isKnown = await store.knowsNetwork(ctx, found?.id ?? '', networkOf(origin.address))
  await refuseTooMany(ctx, { ...given, accountId: found?.id ?? 'unknown' }, origin, isKnown)
  const fits = await passwordFits(given.password, found?.passwordHash)
  if (!found || !fits) throw new Refused({ code: 'identity/wrong-name-or-password' })
  const account = orRefuse(judgeEntry(found, ctx.now, samplesWelcome))
  const token = await atomically(await asAccount(ctx, account), (tx) => openSession(tx, origin))
  await forgetTries(ctx, given.signInName, origin.address, isKnown)
  return { token, accountId: account.id, mustChangePassword: account.passwordExpiresAt !== null }
}

/** @throws {Refused} when this place, or this name from strange places, was tried too often. */
export async function refuseTooMany(
  ctx: Context,
  { signInName, accountId }: { signInName: string; accountId: string },
  { address }: Origin,
  isKnown: boolean,
): Promise<void> {
  const { waitMinutes, justSlowed } = await countTry(ctx, signInName, address, isKnown)
  if (waitMinutes === undefined) return
  // One entry for each time a limit is reached: ten thousand guesses do not fill the book.
  if (justSlowed) {
    await atomically(ctx, (tx) => record(tx, 'identity.sign-in-slowed', accountId, { network: networkOf(address) }))
  }
  throw tooManyTries(waitMinutes)
}

export function tooManyTries(minutes: number): Refused {
  return new Refused({ code: 'identity/too-many-tries', facts: { minutes }, waitMinutes: minutes })
}

/** @param via the issuer of an outside identity; absent after a password. */
export async function openSession(tx: Tx, { address, userAgent }: Origin, via?: string): Promise<string> {
  const token = newSecret()
  const session = {
    id: newId(),
    accountId: tx.actor.id,
    network: networkOf(address),
    device: deviceOf(userAgent),
    openedAt: tx.now,
    seenAt: tx.now,
    expiresAt: later(tx.now, sessionLengths.absolute),
  }
  await store.addSession(tx, hashOf(token), session)
  await record(tx, 'identity.signed-in', tx.actor.id, { session: session.id, ...(via !== undefined && { via }) })
  return token
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Somebody of the public opens an account, to act for a producer, and is signed in at once. */
export async function signUp(
  ctx: Context,
  { password, again, ...given }: NewAccount & { readonly password: string; readonly again: string },
  origin: Origin,
): Promise<SignedIn> {
  orRefuse(judgePassword(password, { signInName: given.signInName, sample: false }))
  if (password !== again) throw new Refused({ code: 'identity/password-differs', field: 'again' })
  const { waitMinutes } = await countOpening(ctx, origin.address)
  if (waitMinutes !== undefined) throw tooManyTries(waitMinutes)
  const passwordHash = await hashPassword(password)
  return atomically(ctx, async (tx) => {
    const accountId = await openWith(tx, { ...given, sample: false }, passwordHash, null)
    const token = await openSession({ ...tx, actor: { ...visitor, id: accountId, name: given.name } }, origin)
    return { token, accountId, mustChangePassword: false }
  })
}

export interface LiveSession extends LoginSession {
  /** The password serves once: no rights of any kind until it is changed. */
  readonly mustChangePassword: boolean
}

/** The live session behind a cookie, kept alive by being used; undefined when it is over or never was. */
export async function sessionOf(ctx: Context, token: string): Promise<LiveSession | undefined> {
  const session = await store.sessionByToken(ctx, hashOf(token), ctx.today)
  if (!session || session.closedAt !== null || !isLive(session, session.isOfficer, ctx.now)) return undefined
  // Once a minute is enough to know that somebody is there; a page of many parts should not write many times.
  if (later(session.seenAt, 60_000) <= ctx.now) await store.touchSession(ctx, session.id, ctx.now)
  return { ...session, mustChangePassword: session.passwordExpiresAt !== null }
}

/** Who an account is today, with its postings followed through mergers; a closed or unknown one is a visitor. */
export async function actorOf(ctx: Context, accountId: string): Promise<Actor> {
  const account = await store.accountById(ctx, accountId)
  if (!account || account.closedAt !== null) return visitor
  return (await asAccount(ctx, account)).actor
}

export async function asAccount(ctx: Context, account: Account): Promise<Context> {
  const held = await postings.postingsOf(ctx, account.id)
  const rights = rightsOf(account, held, ctx.today)
  return actingAs(ctx, { id: account.id, name: account.name, postings: rights, producers: [] })
}

/** The session of the cookie ends, here and everywhere it was copied to. */
export async function signOut(ctx: Context, token: string): Promise<void> {
  const session = await store.sessionByToken(ctx, hashOf(token), ctx.today)
  if (session?.endedAt === null)
    await endSession({ ...ctx, actor: { ...ctx.actor, id: session.accountId } }, session.id)
}

/** A person ends one of the own sessions. */
export function endSession(ctx: Context, sessionId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const ended = await store.endSession(tx, tx.actor.id, sessionId, tx.now)
    if (ended === 0) throw new Refused({ code: 'kernel/not-found' })
    await record(tx, 'identity.signed-out', tx.actor.id, { session: sessionId })
  })
}

/** An account with a password of its own choice: the command line and the demonstration. */
export async function openAccount(
  ctx: Context,
  { password, ...given }: NewAccount & { readonly password: string },
): Promise<string> {
  if (!identityAccess['open-account'](ctx.actor, anywhere)) throw new Refused({ code: 'kernel/not-found' })
  orRefuse(judgePassword(password, { signInName: given.signInName, sample: given.sample ?? false }))
  const passwordHash = await hashPassword(password)
  return atomically(ctx, (tx) => openWith(tx, given, passwordHash, null))
}

/** @throws {Refused} `identity/name-taken`, also when two ask for one name in the same second. */
export async function openWith(
  tx: Tx,
  given: NewAccount,
  passwordHash: string,
  expiresAt: string | null,
): Promise<string> {
  const id = newId()
  const account = {
    id,
    signInName: given.signInName.toLowerCase(),
    name: given.name,
    email: given.email ?? null,
    phone: given.phone ?? null,
    passwordHash,
    passwordExpiresAt: expiresAt,
    openedAt: tx.now,
    sample: given.sample ?? false,
  }
  try {
    await store.addAccount(tx, account)
  } catch (error) {
    if (brokenConstraint(error) !== 'account_sign_in_name_key') throw error
    throw new Refused({ code: 'identity/name-taken', field: 'signInName' })
  }
  await record(tx, 'identity.account-opened', id)
  return id
}

/** A leader gives an account a role in a unit for a term. @returns the id of the posting. */
export function grantPosting(ctx: Context, grant: PostingGrant): Promise<string> {
  return atomically(ctx, async (tx) => {
    const account = orMissing(await store.lockAccount(tx, grant.accountId))
    const unitOn = grant.unitOn ?? tx.today
    const place = await placeOf(tx, grant.unit, unitOn)
    const held = await postings.postingsOf(tx, account.id)
    orRefuse(judgePosting({ actor: tx.actor, grant, place, account, held, today: tx.today }))
    return addPosting(tx, { ...grant, unitOn })
  })
}

/** Where a unit of a day is today. */
export async function placeOf(tx: Tx, unit: UnitCode, on: CivilDate): Promise<Place | undefined> {
  return unit === country ? { unit, province: country } : postings.placeToday(tx, unit, on)
}

export async function addPosting(tx: Tx, grant: PostingGrant & { readonly unitOn: CivilDate }): Promise<string> {
  const { accountId, role, unit, unitOn, from, to } = grant
  const id = newId()
  await postings.addPosting(tx, {
    id,
    accountId,
    role,
    unit,
    unitOn,
    from,
    to: to ?? null,
    by: tx.actor.id,
    at: tx.now,
  })
  await record(tx, 'identity.posting-given', accountId, {
    posting: id,
    role,
    unit,
    from,
    ...(to !== undefined && { to }),
  })
  return id
}
