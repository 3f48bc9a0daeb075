import { dossierById, wholeDossier } from '../dossier/actions.ts'
import { turnOf } from '../dossier/rules.ts'
import { evidenceAccess } from '../evidence/access.ts'
import { ideaFor } from '../idea/actions.ts'
import { Refused, isAllowed, orMissing } from '../kernel/refusal.ts'
import { planFor } from '../plan/actions.ts'
import type { Context } from '../platform/context.ts'
import { producerById } from '../producer/actions.ts'
import { placeOfProduct, productAccess } from '../product/access.ts'
import { productById } from '../product/actions.ts'
import type { Product } from '../product/model.ts'
import { recognitionAccess } from '../recognition/access.ts'
import { entitlementPage } from '../support/actions-reading.ts'
import { connectionPage } from '../trade/actions-desk.ts'
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
  const opens = await opensFor(ctx, facts, product)
  return { product, producer, facts, steps: stepsOf(facts), districtResults, own, opens }
}

/** Which of the things along the way this reader may open: each slice judges its own. */
async function opensFor(ctx: Context, facts: StepFacts, product: Product) {
  const at = placeOfProduct(product)
  const may = (id: string | null, read: (id: string) => Promise<unknown>) => id !== null && isAllowed(read(id))
  const [idea, plan, support, dossier, connection] = await Promise.all([
    may(facts.ideaId, (id) => ideaFor(ctx, id, undefined)),
    may(facts.planId, (id) => planFor(ctx, id)),
    may(facts.entitlementId, (id) => entitlementPage(ctx, id)),
    may(facts.dossierId, (id) => wholeDossier(ctx, id)),
    may(facts.connectionId, (id) => connectionPage(ctx, id)),
  ])
  const papers = evidenceAccess.read(ctx.actor, at)
  return { idea, plan, support, dossier, connection, papers, product: productAccess.read(ctx.actor, at) }
}
export type ProductCycle = Awaited<ReturnType<typeof productSteps>>
