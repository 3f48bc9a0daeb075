import { record } from '../audit/actions.ts'
import { systemActor } from '../kernel/actor.ts'
import { Refused, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { ideaAccess } from './access.ts'
import type { Term, TermInput } from './model.ts'
import { defaultTerm, judgeTerm } from './rules.ts'
import * as store from './store-term.ts'

/** What a province set for its communes, or the default that is shown as such. */
export async function termFor(ctx: Context, province: string): Promise<Term> {
  return (await store.termOf(ctx, province, ctx.today)) ?? defaultTerm
}

/** A province sets how long its communes have, and its season; ideas filed before keep their day. */
export function setTerm(ctx: Context, province: string, input: TermInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    if (tx.actor.id !== systemActor.id && !ideaAccess['set-term'](tx.actor, { unit: province, province })) {
      throw new Refused({ code: 'kernel/not-found' })
    }
    const term = orRefuse(judgeTerm(input, tx.today))
    if (!(await store.addTerm(tx, province, term, tx.actor.id, tx.now))) {
      throw new Refused({ code: 'idea/term-set-already', field: 'fromDate', overtaken: true })
    }
    await record(tx, 'idea.term-set', province, {
      workingDays: term.workingDays,
      lookDays: term.lookDays,
      from: term.fromDate,
      basis: term.basis,
    })
  })
}

/** The provinces whose term this person may set. */
export function provincesOfWork(ctx: Context): string[] {
  const provinces = ctx.actor.postings.map(({ unit }) => unit)
  return [...new Set(provinces)].filter((province) => ideaAccess['set-term'](ctx.actor, { unit: province, province }))
}
