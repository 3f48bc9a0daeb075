import { attachable, stepsOf as ideaSteps } from '../idea/actions-walk.ts'
import { visitsOf } from '../idea/actions-voice.ts'
import { ideaFor } from '../idea/actions.ts'
import type { SeenIdea } from '../idea/actions.ts'
import { isAllowed } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { planFor, planOfIdea, planOfProduct } from '../plan/actions.ts'
import type { Plan } from '../plan/model.ts'
import { ownProducers } from '../producer/actions.ts'
import { placeOfProduct, productAccess } from '../product/access.ts'
import { productById } from '../product/actions.ts'
import type { Product } from '../product/model.ts'
import { readableBy } from './actions.ts'
import { turnOf } from './rules.ts'
import type { Dossier } from './model.ts'
import { wayOf } from './rules-way.ts'
import type { WayFacts, WayStep } from './rules-way.ts'
import * as store from './store.ts'

export interface Way extends SeenIdea {
  readonly facts: WayFacts
  readonly steps: readonly WayStep[]
  readonly plan: Plan | undefined
  readonly product: Product | undefined
  readonly dossier: Dossier | undefined
  /** What of it this reader may open. */
  readonly opens: { readonly plan: boolean; readonly product: boolean; readonly dossier: boolean }
  readonly producers: readonly { id: string; name: string }[]
  /** Products of these producers that the idea may be joined with. */
  readonly attachable: readonly { id: string; name: string; producerName: string }[]
}

/** An idea with all that became of it, for whoever may read the idea: its commune, its proposer, the holder of the code. */
export async function wayFor(ctx: Context, id: string, secret: string | undefined): Promise<Way> {
  const seen = await ideaFor(ctx, id, secret)
  const { idea, mayWalk } = seen
  const [steps, visits] = await Promise.all([ideaSteps(ctx, id), visitsOf(ctx, id)])
  const productId = steps.find(({ kind }) => kind === 'product')?.subject ?? undefined
  const organisation = steps.findLast(({ kind }) => kind === 'organisation')
  const [product, plan, dossier, producers, free] = await Promise.all([
    productId === undefined ? undefined : productById(ctx, productId),
    productId === undefined ? planOfIdea(ctx, id) : planOfProduct(ctx, productId),
    productId === undefined ? undefined : dossierOf(ctx, productId),
    mayWalk ? ownProducers(ctx) : [],
    mayWalk && productId === undefined ? attachable(ctx) : [],
  ])
  const facts: WayFacts = {
    filedOn: idea.filedOn,
    dueOn: idea.dueOn,
    outcome: idea.outcome,
    visitedOn: visits[0]?.visitedOn ?? null,
    organisation: organisation
      ? { kind: organisation.subject ?? '', people: organisation.people, on: organisation.onDate }
      : null,
    producer: productId !== undefined || producers.length > 0 || idea.producerId !== null,
    plan: plan?.state ?? null,
    product: productId !== undefined,
    dossier: dossier ? { state: dossier.state, owner: turnOf(dossier) } : null,
  }
  const opens = {
    plan: plan !== undefined && (await isAllowed(planFor(ctx, plan.id))),
    product: product !== undefined && productAccess.read(ctx.actor, placeOfProduct(product)),
    dossier: dossier !== undefined && readableBy(ctx, dossier),
  }
  return { ...seen, opens, facts, steps: wayOf(facts), plan, product, dossier, producers, attachable: free }
}

/** Whoever had to step back from a dossier learns nothing of it here either. */
async function dossierOf(ctx: Context, productId: string): Promise<Dossier | undefined> {
  const dossier = await store.newestDossierOf(ctx, productId)
  return dossier?.recused.includes(ctx.actor.id) ? undefined : dossier
}
