import { record } from '../audit/actions.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { Refused, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { saleAccess } from './access.ts'
import type { SoldPack } from './model.ts'
import { usualTerm } from './model-term.ts'
import type { SaleTerm, TermInput } from './model-term.ts'
import { judgeTerm } from './rules.ts'
import * as store from './store-term.ts'

/** What the province of a pack set, or the default that is shown as such. */
export function termOfPack(ctx: Context, { provinceToday }: Pick<SoldPack, 'provinceToday'>): Promise<SaleTerm> {
  return termIn(ctx, provinceToday ?? '')
}

export async function termIn(ctx: Context, province: UnitCode): Promise<SaleTerm> {
  return (await store.termOf(ctx, province, ctx.today)) ?? usualTerm
}

/** The provinces whose terms this person sets. */
export function provincesSet({ actor }: Context): UnitCode[] {
  const units = new Set(actor.postings.map(({ unit }) => unit))
  return [...units].filter((unit) => saleAccess['set-term'](actor, { unit, province: unit }))
}

/** Orders that were placed keep what was said when they were placed. */
export function setTerm(ctx: Context, province: UnitCode, input: TermInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    if (!saleAccess['set-term'](tx.actor, { unit: province, province })) throw new Refused({ code: 'kernel/not-found' })
    orRefuse(judgeTerm(input, tx.today))
    if (!(await store.addTerm(tx, province, input, { by: tx.actor.id, at: tx.now }))) {
      throw new Refused({ code: 'sale/term-set-already', field: 'fromDate', overtaken: true })
    }
    await record(tx, 'sale.term-set', province, { ...input })
  })
}
