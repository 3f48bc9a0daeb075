import { record } from '../audit/actions.ts'
import { country } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { oversightAccess } from './access.ts'
import { ownUnit, unitsInspected } from './actions.ts'
import type { InspectionPlan, InspectionPlanInput } from './model-plan.ts'
import { chooseForInspection, judgeDraw, judgePlan, reasonsOf, weightOf } from './rules-choice.ts'
import * as store from './store-plan.ts'

const size = 40

function placeOf({ unitToday, provinceToday }: InspectionPlan) {
  return { unit: unitToday ?? '', province: provinceToday ?? '' }
}

/** The units whose post-checks this person makes, leads or looks at; a province brings its communes. */
export function unitsLookedAt({ postings }: Actor): readonly UnitCode[] | 'all' {
  const roles = [
    'inspector',
    'commune-officer',
    'province-officer',
    'ministry-officer',
    'commune-leader',
    'province-leader',
    'ministry-leader',
    'auditor',
  ]
  const units = postings.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit)
  return units.includes(country) ? 'all' : units
}

/**
 * Opens the plan of a unit for a year and freezes whom it may choose and with how many tickets, before anybody knows the
 * seed: that is the first batch of the book sealed afterwards, or a public number entered with the plan.
 */
export function openPlan(ctx: Context, input: InspectionPlanInput, sample = false): Promise<string> {
  return atomically(ctx, async (tx) => {
    await ownUnit(tx, input.unit, 'make-plan')
    orRefuse(judgePlan(input, yearOf(tx.today)))
    const id = newId()
    if (!(await store.addPlan(tx, { id, unitOn: tx.today, sample, ...input }, tx.actor.id, tx.now)))
      throw new Refused({ code: 'oversight/plan-exists', field: 'year' })
    const facts = await store.riskFactsOf(tx, input.unit, tx.today)
    if (facts.length === 0) throw new Refused({ code: 'oversight/nobody-to-choose', field: 'unit' })
    await store.addCandidates(
      tx,
      id,
      facts.map((one) => {
        const reasons = reasonsOf(one)
        const { certificateNumber, productName, producerName, stars } = one
        return { certificateNumber, productName, producerName, stars, reasons, weight: weightOf(reasons) }
      }),
    )
    await record(tx, 'oversight.plan-opened', id, { unit: input.unit, year: input.year, candidates: facts.length })
    return id
  })
}

export function drawPlan(ctx: Context, id: string): Promise<number> {
  return atomically(ctx, async (tx) => {
    const plan = orMissing(await store.lockPlan(tx, id))
    if (!oversightAccess['make-plan'](tx.actor, placeOf(plan))) throw new Refused({ code: 'kernel/not-found' })
    const batch = await store.firstBatchAfter(tx, plan.openedAt)
    const { seed, batchNumber } = orRefuse(judgeDraw(plan, batch))
    const candidates = await store.candidatesOf(tx, id, { limit: null, offset: 0 })
    const drawn = chooseForInspection(candidates, seed, plan.size)
    await store.addDraw(tx, id, { seed, batchNumber, drawn }, tx.actor.id, tx.now)
    await record(tx, 'oversight.plan-drawn', id, { seed, batch: batchNumber, chosen: drawn.length })
    return drawn.length
  })
}

export async function planList(ctx: Context) {
  const units = unitsLookedAt(ctx.actor)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  return { plans: await store.plansOf(ctx, units), mayOpen: unitsInspected(ctx.actor).length > 0 }
}

export async function planFile(ctx: Context, id: string, page: number) {
  const plan = orMissing(await store.planById(ctx, id))
  const at = placeOf(plan)
  if (!oversightAccess['read-plan'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const [candidates, batch] = await Promise.all([
    store.candidatesOf(ctx, id, { limit: size, offset: (page - 1) * size }),
    plan.drawnAt === null ? store.firstBatchAfter(ctx, plan.openedAt) : undefined,
  ])
  const may = { draw: oversightAccess['make-plan'](ctx.actor, at) }
  return { plan, candidates, may, page, size, hasSeed: plan.seedNumber !== null || batch !== undefined }
}
export type PlanFile = Awaited<ReturnType<typeof planFile>>

/** The title of a plan that this person may read, for the form of an inspection it led to. */
export async function planTitle(ctx: Context, id: string): Promise<string | undefined> {
  const plan = await store.planById(ctx, id)
  return plan && oversightAccess['read-plan'](ctx.actor, placeOf(plan)) ? plan.title : undefined
}

/** The whole frozen list with its tickets, for whoever draws again. */
export async function drawToExport(ctx: Context, id: string) {
  const { plan } = await planFile(ctx, id, 1)
  return { plan, candidates: await store.candidatesOf(ctx, id, { limit: null, offset: 0 }) }
}
