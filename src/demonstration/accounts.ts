import type { Actor } from '../kernel/actor.ts'
import { addDays } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { actorOf, grantPosting, openWith } from '../identity/actions.ts'
import { samplePassword } from '../identity/model.ts'
import { hashPassword } from '../identity/password.ts'
import type { Tx } from '../platform/atomically.ts'
import { actingAs, contextAt } from '../platform/context.ts'
import type { Context } from '../platform/context.ts'
import { producersOf } from '../producer/actions.ts'
import { samplePeople } from './sample-people.ts'
import type { SamplePerson } from './sample-people.ts'

/** Account ids of the sample people by sign-in name. */
export type Accounts = ReadonlyMap<string, string>

/** Everybody of the sample has been in office since then. */
const openedDaysAgo = 420

/** Opens an account and gives its postings to everybody of the sample. */
export async function openSampleAccounts(tx: Tx): Promise<Accounts> {
  // The password is printed on the sign-in page, so one hash serves all; sixty would take three seconds.
  const hash = await hashPassword(samplePassword)
  const accounts = new Map<string, string>()
  const opened = Date.parse(`${addDays(tx.today, -openedDaysAgo)}T01:00:00.000Z`)
  for (const [index, person] of samplePeople.entries()) {
    // A second apart: the sign-in page lists accounts in the order of opening.
    const moment = contextAt(tx, new Date(opened + index * 1_000).toISOString())
    accounts.set(person.signInName, await openOne({ ...tx, ...moment, db: tx.db }, person, hash, tx.today))
  }
  return accounts
}

async function openOne(
  tx: Tx,
  { signInName, name, postings }: SamplePerson,
  hash: string,
  unitOn: CivilDate,
): Promise<string> {
  const id = await openWith(
    tx,
    { signInName, name, email: `${signInName.replace('mau.', '')}@vidu.vn`, sample: true },
    hash,
    null,
  )
  for (const [role, unit] of postings) await grantPosting(tx, { accountId: id, role, unit, unitOn, from: tx.today })
  return id
}

/** The same surroundings as one of the sample people, who acts for the producers it belongs to. */
export async function asPerson<Ctx extends Context>(ctx: Ctx, accounts: Accounts, signInName: string): Promise<Ctx> {
  return { ...ctx, ...actingAs(ctx, await personActor(ctx, accounts, signInName)) }
}

async function personActor(ctx: Context, accounts: Accounts, signInName: string): Promise<Actor> {
  const id = accounts.get(signInName)
  if (id === undefined) throw new Error(`There is no sample person ${signInName}`)
  return { ...(await actorOf(ctx, id)), producers: await producersOf(ctx, id) }
}
