import { dossierById } from '../dossier/actions.ts'
import { turnOf } from '../dossier/rules.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { producerById } from '../producer/actions.ts'
import { productById } from '../product/actions.ts'
import { recognitionAccess } from '../recognition/access.ts'
import { cycleAccess } from './access.ts'
import type { StepFacts } from './model-steps.ts'
import { stepsOf } from './rules-steps.ts'
import { alongTheCycle, districtResultsOf } from './store-steps.ts'
import * as store from './store.ts'

/** One product along the six steps, for its own people and those who look after its place. */
export async function productSteps(ctx: Context, productId: string) {
  const product = orMissing(await productById(ctx, productId))
  const producer = orMissing(await producerById(ctx, product.producerId))
  const at = { unit: producer.communeToday ?? '', province: producer.provinceToday ?? '', producer: producer.id }
  if (!cycleAccess['read-advice'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const asked = { today: ctx.today, since: ctx.today, reader: ctx.actor.id }
  const readsDistrict = recognitionAccess['read-district-result'](ctx.actor, at)
  const [along, made, districtResults] = await Promise.all([
    alongTheCycle(ctx, productId, ctx.today),
    store.productsOf(ctx, [producer.id], asked),
    readsDistrict ? districtResultsOf(ctx, productId) : [],
  ])
  const found = made.find((one) => one.productId === productId)
  const dossier = found?.dossierId == null ? undefined : await dossierById(ctx, found.dossierId)
  const facts: StepFacts = {
    ...orMissing(along),
    dossierId: found?.dossierId ?? null,
    dossierState: found?.dossierState ?? null,
    dossierDue: found?.dossierDue ?? null,
    dossierTurn: dossier === undefined ? null : turnOf(dossier),
    certificate: found?.certificate ?? null,
    inForce: found?.inForce ?? false,
    lastDay: found?.lastDay ?? null,
    offerId: found?.offerId ?? null,
    shelves: found?.shelves ?? 0,
  }
  const own = ctx.actor.producers.includes(producer.id)
  return { product, producer, facts, steps: stepsOf(facts), districtResults, own }
}
export type ProductCycle = Awaited<ReturnType<typeof productSteps>>
