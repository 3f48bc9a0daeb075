import { record } from '../audit/actions.ts'
import { visitor } from '../kernel/actor.ts'
import { orMissing } from '../kernel/refusal.ts'
import { confirmGuestContact, giveGuestContact, withdrawGuestContact } from '../notice/actions-guest.ts'
import type { ContactInput } from '../notice/model.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { codeHashOf } from './actions.ts'
import { buyerOf } from './actions-buyer.ts'
import * as store from './store.ts'

async function idOfCode(ctx: Context, ma: string): Promise<string> {
  return orMissing(await store.purchaseByCode(ctx, codeHashOf(ma))).id
}

/** The buyer says where to be told of the answer; it counts once the code that goes there comes back. */
export function askToBeTold(ctx: Context, ma: string, given: ContactInput, source: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const id = await idOfCode(tx, ma)
    await giveGuestContact(tx, buyerOf(id), given, source)
    await record({ ...tx, actor: visitor }, 'sale.telling-asked', id, { channel: given.channel })
  })
}

export async function confirmTelling(ctx: Context, ma: string, code: string): Promise<void> {
  await confirmGuestContact(ctx, buyerOf(await idOfCode(ctx, ma)), code)
}

/** No more, and what still waits is not sent. */
export function stopTelling(ctx: Context, ma: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const id = await idOfCode(tx, ma)
    await withdrawGuestContact(tx, buyerOf(id))
    await record({ ...tx, actor: visitor }, 'sale.telling-stopped', id)
  })
}
