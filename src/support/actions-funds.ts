import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { supportAccess } from './access.ts'
import { lookedAfter } from './actions-reading.ts'
import type { Funds, PrintedEntry } from './model-ledger.ts'
import * as ledger from './store-ledger.ts'

const size = 20

/** The sources of the units this person looks after. */
export async function fundsList(ctx: Context, page: number): Promise<Page<Funds>> {
  const units = lookedAfter(ctx.actor)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  return { ...(await ledger.listFunds(ctx, units, { page, size })), page, size }
}

async function readable(ctx: Context, id: string): Promise<Funds> {
  const funds = orMissing(await ledger.fundsById(ctx, id))
  const at = { unit: funds.unitToday ?? '', province: funds.provinceToday ?? '' }
  if (!supportAccess['read-funds'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  return funds
}

/** A source with a page of its ledger, and the check of every line of it. */
export async function fundsPage(ctx: Context, id: string, page: number) {
  const funds = await readable(ctx, id)
  const at = { unit: funds.unitToday ?? '', province: funds.provinceToday ?? '' }
  const [entries, check] = await Promise.all([ledger.ledgerOf(ctx, id, { page, size }), ledger.checkLedger(ctx, id)])
  return { funds, entries: { ...entries, page, size }, check, mayKeep: supportAccess['allocate-funds'](ctx.actor, at) }
}
export type FundsFile = Awaited<ReturnType<typeof fundsPage>>

export async function ledgerToExport(ctx: Context, id: string): Promise<readonly PrintedEntry[]> {
  await readable(ctx, id)
  return ledger.wholeLedger(ctx, id, ctx.today)
}

/** Where an entry is written, for whoever may read its source. */
export async function sourceOfEntry(ctx: Context, entryId: string): Promise<string> {
  return orMissing(await ledger.entryById(ctx, entryId)).sourceId
}
