import { record } from '../audit/actions.ts'
import { country, systemActor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { producerById } from '../producer/actions.ts'
import type { Producer } from '../producer/model.ts'
import { outcomeAccess } from './access.ts'
import type { OutcomePlace } from './access.ts'
import type { ReportInput, TermInput } from './model.ts'
import { judgeReport, judgeTerm, judgeYear } from './rules.ts'
import * as store from './store.ts'

export type Act = keyof typeof outcomeAccess

export function may({ actor }: Context, act: Act, at: OutcomePlace): boolean {
  return actor.id === systemActor.id || outcomeAccess[act](actor, at)
}

export function placeOf({ id, communeToday, provinceToday }: Producer): OutcomePlace {
  return { unit: communeToday ?? '', province: provinceToday ?? '', producer: id }
}

/** A producer tells of a year that is over, or the commune's officer on its word; told again, the last telling stands. */
export function tellYear(
  ctx: Context,
  producerId: string,
  year: number,
  input: ReportInput,
  sample = false,
): Promise<string> {
  return atomically(ctx, async (tx) => {
    const producer = orMissing(await producerById(tx, producerId))
    const at = placeOf(producer)
    const own = may(tx, 'tell-own', at)
    if (!own && !may(tx, 'tell-for', at)) throw new Refused({ code: 'kernel/not-found' })
    orRefuse(judgeYear(year, tx.today))
    orRefuse(judgeReport(input, own))
    await store.lockYear(tx, producerId, year)
    const told = (await store.reportsOf(tx, producerId)).find((report) => report.year === year)
    const id = newId()
    const version = (told?.version ?? 0) + 1
    const { communeCode, communeOn } = producer
    const facts = { ...factsOf(input), toldFor: own ? null : (input.toldFor ?? null), sample }
    await store.addReport(tx, { id, producerId, year, version, communeCode, communeOn, ...facts }, tx.actor.id, tx.now)
    await record(tx, 'outcome.year-told', id, { producer: producerId, year, version, forOther: !own })
    return id
  })
}

function factsOf(input: ReportInput) {
  return {
    revenue: input.revenue ?? null,
    labourTotal: input.labourTotal,
    labourLocal: input.labourLocal ?? null,
    labourFemale: input.labourFemale ?? null,
    labourMinority: input.labourMinority ?? null,
    monthlyIncome: input.monthlyIncome ?? null,
    closedChain: input.closedChain,
    environmentCare: input.environmentCare,
    cultureKept: input.cultureKept,
    materialSquareMetres: input.materialHectares ?? null,
    materialHouseholds: input.materialHouseholds ?? null,
    note: input.note ?? null,
  }
}

/** The last day for reports and the smallest cell shown, from the report of a year on. */
export function setTerm(ctx: Context, { unit, ...given }: TermInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const at = { unit, province: unit }
    if (!(unit === country || unit.length === 2) || !may(tx, 'set-term', at)) {
      throw new Refused({ code: 'outcome/not-your-unit', field: 'unit' })
    }
    orRefuse(judgeTerm(given))
    await store.saveTerm(tx, { unitCode: unit, ...given }, tx.actor.id, tx.now)
    await record(tx, 'outcome.term-set', unit, { ...given })
  })
}
