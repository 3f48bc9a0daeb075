import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { registerOfUnits, territoryAccess } from './access.ts'
import { listDays } from './list-days.ts'
import { rebuild } from './load.ts'
import { judgeReform, judgeSettlement } from './reform.ts'
import type { OpenUnits, ReformInput, SettlementInput } from './reform.ts'
import type { Reform } from './model.ts'
import * as store from './store.ts'
import * as storeLoad from './store-load.ts'

/** Enters a resolution on units: it counts from its day, and everything before reads as it was. */
export function enterReform(ctx: Context, input: ReformInput): Promise<string> {
  return change(ctx, 'enter-reform', async (tx) => {
    const lines = orRefuse(judgeReform(input, byCode(await store.openUnits(tx))))
    const reform: Reform = {
      id: newId(),
      kind: 'reform',
      effectiveOn: input.effectiveOn,
      document: input.document,
      lines,
    }
    await keep(tx, reform)
    await record(tx, 'territory.reformed', reform.id, {
      effectiveOn: reform.effectiveOn,
      document: reform.document,
      lines,
    })
    return reform.id
  })
}

/** Settles where a unit went whose successor no source gives, or sources dispute. */
export function settleUnit(ctx: Context, input: SettlementInput): Promise<string> {
  return change(ctx, 'settle-unit', async (tx) => {
    const today = await store.unitsOn(tx, { at: tx.today, kind: 'commune', limit: 20_000, offset: 0 })
    const lines = orRefuse(judgeSettlement(input, await store.versionsOf(tx, input.oldCode), byCode(today.items)))
    const reform: Reform = { id: newId(), kind: 'settlement', effectiveOn: tx.today, document: input.document, lines }
    await keep(tx, reform)
    await record(tx, 'territory.settled', reform.id, { document: reform.document, lines })
    return reform.id
  })
}

/**
 * On the day a resolution begins to count, "today's unit" of everything moves with it. Asked every night; does nothing on
 * other days.
 */
export function turnDay(ctx: Context): Promise<boolean> {
  return atomically(ctx, async (tx) => {
    await storeLoad.waitForTurn(tx)
    const asOf = (await storeLoad.loadedState(tx))?.asOf ?? listDays.reform2026
    if (tx.today <= asOf || !(await storeLoad.anyChangeBetween(tx, asOf, tx.today))) return false
    await rebuild(tx, tx.today)
    await record(tx, 'territory.day-turned', tx.today, { from: asOf })
    return true
  })
}

async function change<Result>(
  ctx: Context,
  wanted: keyof typeof territoryAccess,
  act: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  if (!territoryAccess[wanted](ctx.actor, registerOfUnits)) throw new Refused({ code: 'kernel/not-found' })
  return atomically(ctx, async (tx) => {
    await storeLoad.waitForTurn(tx)
    return act(tx)
  })
}

async function keep(tx: Tx, reform: Reform): Promise<void> {
  await storeLoad.addReform(tx, { ...reform, enteredAt: tx.now, enteredBy: tx.actor.id })
  await rebuild(tx, tx.today > listDays.reform2026 ? tx.today : listDays.reform2026)
}

function byCode(units: Awaited<ReturnType<typeof store.openUnits>>): OpenUnits {
  return new Map(units.map((unit) => [unit.code, unit]))
}
