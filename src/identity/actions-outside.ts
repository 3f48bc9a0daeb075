import { newId, newSecret } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { record } from '../audit/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { brokenConstraint } from '../platform/db.ts'
import type { OpenId } from '../platform/open-id.ts'
import { lockOther, mustOperate } from './actions-account.ts'
import { asAccount, hashOf, openSession, tooManyTries } from './actions.ts'
import type { SignedIn } from './actions.ts'
import { countOutside } from './attempts.ts'
import type { Account, Origin, OutsideIdentity } from './model.ts'
import { judgeLink, judgeOutsideEntry, later, outsideRoundLength } from './rules.ts'
import * as accounts from './store.ts'
import * as store from './store-outside.ts'

const over = () => new Refused({ code: 'identity/outside-round-over' })
const since = (ctx: Context) => later(ctx.now, -outsideRoundLength)

/**
 * Sets out to the provider. The browser gets a secret of this round, so that an answer carried into another browser is
 * worth nothing.
 * @param purpose to enter and go on to `next`, or to link the account of whoever is signed in.
 */
export async function setOut(
  ctx: Context,
  openId: OpenId,
  origin: Origin,
  purpose: { readonly next?: string | undefined; readonly link?: boolean },
): Promise<{ readonly address: string; readonly secret: string }> {
  const { waitMinutes } = await countOutside(ctx, origin.address)
  if (waitMinutes !== undefined) throw tooManyTries(waitMinutes)
  const { address, question } = await openId.ask()
  const secret = newSecret()
  const accountId = purpose.link ? ctx.actor.id : null
  await store.addRound(ctx, hashOf(secret), { ...question, next: purpose.next ?? null, accountId }, ctx.now)
  return { address, secret }
}

export type CameBack =
  | { readonly to: 'enter'; readonly entered: SignedIn; readonly next: string | null }
  | { readonly to: 'confirm' }

/**
 * Back from the provider. The round is used up before the provider is asked, so the same address opens nothing twice.
 * @throws {Refused} when the round is over, the provider says no, or the identity opens no account.
 */
export async function comeBack(
  ctx: Context,
  openId: OpenId,
  { query, secret }: { readonly query: string; readonly secret: string },
  origin: Origin,
): Promise<CameBack> {
  const round = await store.takeRound(ctx, hashOf(secret), since(ctx))
  if (!round) throw over()
  const answer = await openId.answer(query, round)
  if (round.accountId === null) {
    return { to: 'enter', entered: await enter(ctx, openId.issuer, answer.subject, origin), next: round.next }
  }
  if (round.accountId !== ctx.actor.id) throw over()
  await store.addConfirmed(ctx, hashOf(secret), { ...answer, accountId: ctx.actor.id, at: ctx.now })
  return { to: 'confirm' }
}

/** Only a link made before lets somebody in; a name or a mail address proves nothing, and nothing is created. */
function enter(ctx: Context, issuer: string, subject: string, origin: Origin): Promise<SignedIn> {
  return atomically(ctx, async (tx) => {
    const identity = await store.identityOf(tx, issuer, subject)
    if (!identity) throw new Refused({ code: 'identity/outside-unknown' })
    const found = orMissing(await accounts.accountById(tx, identity.accountId))
    const account = orRefuse(judgeOutsideEntry(found, tx.now))
    const { actor } = await asAccount(tx, account)
    const token = await openSession({ ...tx, actor }, origin, issuer)
    return { token, accountId: account.id, mustChangePassword: account.passwordExpiresAt !== null }
  })
}

/** Who the provider says is about to be linked, for the owner to look at. */
export async function identityToConfirm(ctx: Context, secret: string): Promise<store.Confirmed> {
  const confirmed = await store.confirmedRound(ctx, hashOf(secret), ctx.actor.id, since(ctx))
  if (!confirmed) throw over()
  return confirmed
}

/** The owner agrees: from now on this identity opens the account. */
export function linkOwn(ctx: Context, issuer: string, secret: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const confirmed = await identityToConfirm(tx, secret)
    const account = orMissing(await accounts.lockAccount(tx, tx.actor.id))
    await link(tx, account, issuer, confirmed)
    await store.dropRound(tx, hashOf(secret))
  })
}

/**
 * An administrator links by the subject that the provider's operator gave. Whoever does that could name themselves, so
 * all postings of the account sleep until the leader who gives them confirms, as after a renewed password.
 */
export function linkForSomebody(ctx: Context, accountId: string, issuer: string, subject: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    mustOperate(tx, 'link-identity')
    const account = await lockOther(tx, accountId)
    await link(tx, account, issuer, { subject, shownName: null })
    const { passwordHash, passwordExpiresAt } = account
    await accounts.setPassword(tx, accountId, { passwordHash, passwordExpiresAt, passwordResetAt: tx.now })
  })
}

async function link(tx: Tx, account: Account, issuer: string, { subject, shownName }: store.Confirmed): Promise<void> {
  const ofIdentity = await store.identityOf(tx, issuer, subject)
  const ofAccount = (await store.identitiesOf(tx, account.id)).find((one) => one.issuer === issuer)
  orRefuse(judgeLink(account, subject, { ofIdentity, ofAccount }))
  const id = newId()
  const { id: accountId } = account
  try {
    await store.addIdentity(tx, { id, accountId, issuer, subject, shownName, linkedBy: tx.actor.id, linkedAt: tx.now })
  } catch (error) {
    // Two accounts asked for one identity in the same moment.
    if (brokenConstraint(error) !== 'outside_identity_opens_one') throw error
    throw new Refused({ code: 'identity/outside-taken', field: 'subject' })
  }
  await record(tx, 'identity.outside-linked', accountId, { link: id, issuer })
}

/** The owner takes the link away; every other session ends, for it may have come in that way. */
export function unlinkOwn(ctx: Context, id: string, thisSession: string): Promise<void> {
  return atomically(ctx, (tx) => unlink(tx, tx.actor.id, id, thisSession))
}

export function unlinkForSomebody(ctx: Context, accountId: string, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    mustOperate(tx, 'unlink-identity')
    await lockOther(tx, accountId)
    await unlink(tx, accountId, id, null)
  })
}

async function unlink(tx: Tx, accountId: string, id: string, keep: string | null): Promise<void> {
  const ended = await store.endIdentity(tx, { accountId, id, by: tx.actor.id, at: tx.now })
  if (ended === 0) throw new Refused({ code: 'kernel/not-found' })
  await accounts.endOtherSessions(tx, accountId, keep, tx.now)
  await record(tx, 'identity.outside-unlinked', accountId, { link: id })
}

/** The links in force; the caller has judged who may see them. */
export function identitiesOf(ctx: Context, accountId: string): Promise<OutsideIdentity[]> {
  return store.identitiesOf(ctx, accountId)
}
