import { country } from '../kernel/actor.ts'
import type { Role, UnitCode } from '../kernel/actor.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { record } from '../audit/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { communesOfProvince, placeName, provincesToday } from '../territory/actions.ts'
import { identityAccess } from './access.ts'
import type { Place } from './access.ts'
import { accountNamed } from './actions-account.ts'
import { addPosting, grantPosting, placeOf } from './actions.ts'
import type { Account, HeldPosting, PostingGrant } from './model.ts'
import { judgeConfirmation, judgeEndingPosting, judgeSettlement } from './rules.ts'
import * as store from './store-posting.ts'

const leaders: readonly Role[] = ['commune-leader', 'province-leader', 'ministry-leader']

/** A leader gives a role to the person behind a sign-in name; only leaders learn which names there are. */
export async function grantPostingTo(
  ctx: Context,
  signInName: string,
  grant: Omit<PostingGrant, 'accountId'>,
): Promise<Account> {
  if (!ctx.actor.postings.some(({ role }) => leaders.includes(role))) throw new Refused({ code: 'kernel/not-found' })
  const account = await accountNamed(ctx, signInName)
  await grantPosting(ctx, { ...grant, accountId: account.id })
  return account
}

/** From today the posting gives no rights any more. */
export function endPosting(ctx: Context, id: string, reason: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const posting = orRefuse(judgeEndingPosting(tx.actor, orMissing(await store.lockPosting(tx, id)), tx.today))
    await end(tx, posting, reason)
  })
}

async function end(tx: Tx, { id, accountId, role }: HeldPosting, reason: string): Promise<void> {
  await store.addEnd(tx, { id, on: tx.today, reason, by: tx.actor.id, at: tx.now })
  await record(tx, 'identity.posting-ended', accountId, { posting: id, role, reason })
}

/** The leader says again that the person behind a renewed password is the one who was posted. */
export function confirmPosting(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const posting = orRefuse(judgeConfirmation(tx.actor, orMissing(await store.lockPosting(tx, id)), tx.today))
    await store.confirm(tx, id, tx.now)
    await record(tx, 'identity.posting-confirmed', posting.accountId, { posting: id, role: posting.role })
  })
}

/** The unit of a posting was split: a person says in which of today's units it goes on. */
export function settlePosting(ctx: Context, id: string, unit: UnitCode): Promise<string> {
  return atomically(ctx, async (tx) => {
    const posting = orMissing(await store.lockPosting(tx, id))
    const place = orRefuse(judgeSettlement(tx.actor, posting, await placeOf(tx, unit, tx.today), tx.today))
    await end(tx, posting, `Chuyển sang ${place.unit} sau khi đơn vị được chia`)
    const { accountId, role, toDate } = posting
    const grant = { accountId, role, unit: place.unit, unitOn: tx.today, from: tx.today }
    return addPosting(tx, toDate === null ? grant : { ...grant, to: toDate })
  })
}

/** Units whose postings the actor answers for. */
export function ledUnits({ actor }: Pick<Context, 'actor'>): UnitCode[] {
  const readers = actor.postings.filter(({ role }) => role === 'auditor' || leaders.includes(role))
  return [...new Set(readers.map(({ unit }) => unit))]
}

/** The postings that a leader answers for, and those an auditor may read. */
export async function postingBoard(ctx: Context): Promise<HeldPosting[]> {
  const units = ledUnits(ctx)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const postings = await store.postingsIn(ctx, units, ctx.today)
  return postings.filter(({ today, province }) =>
    identityAccess['read-postings'](ctx.actor, { unit: today ?? province ?? country, province: province ?? country }),
  )
}

export interface PlaceChoice extends Place {
  readonly name: string
}

/** Units in which the actor may give postings, by name: the own ones first, then those of the level below. */
export async function placesToPost(ctx: Context): Promise<PlaceChoice[]> {
  const led = ctx.actor.postings.filter(({ role }) => leaders.includes(role))
  const own = await Promise.all(
    led.map(async ({ unit, province }) => ({
      unit,
      province,
      name: (await placeName(ctx, unit, ctx.today)) ?? 'Cả nước',
    })),
  )
  const below = await Promise.all(led.map(({ role, unit }) => unitsBelow(ctx, role, unit)))
  return [...own, ...below.flat()]
}

async function unitsBelow(ctx: Context, role: Role, unit: UnitCode): Promise<PlaceChoice[]> {
  if (role === 'ministry-leader') {
    return (await provincesToday(ctx)).map(({ code, fullName }) => ({ unit: code, province: code, name: fullName }))
  }
  if (role !== 'province-leader') return []
  return (await communesOfProvince(ctx, unit)).map(({ code, fullName }) => ({
    unit: code,
    province: unit,
    name: fullName,
  }))
}

/** One posting, for those who answer for it. */
export async function postingFile(ctx: Context, id: string): Promise<HeldPosting> {
  const posting = orMissing(await store.postingById(ctx, id))
  const { today, province } = posting
  const may = identityAccess['read-postings'](ctx.actor, {
    unit: today ?? province ?? country,
    province: province ?? country,
  })
  if (!may) throw new Refused({ code: 'kernel/not-found' })
  return posting
}

/** The postings of several accounts, for the list of sample accounts. */
export function postingsOfAccounts(ctx: Context, ids: readonly string[]): Promise<HeldPosting[]> {
  return store.postingsOfAll(ctx, ids)
}

/** The accounts that hold a role in a unit today: whom to tell of its work. */
export function holdersOf(ctx: Context, role: Role, unit: UnitCode): Promise<string[]> {
  return store.holdersOf(ctx, role, unit, ctx.today)
}
