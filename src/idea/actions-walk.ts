import { record } from '../audit/actions.ts'
import { visitor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { describeProduct, productById, productsOf } from '../product/actions.ts'
import { ideaAccess } from './access.ts'
import { lockedFor, opens, placeOf } from './actions.ts'
import type { AttachProductInput, IdeaStep, MakeProductInput, OrganiseInput } from './model-voice.ts'
import { hasProduct, judgeAttachment } from './rules-walk.ts'
import * as store from './store-voice.ts'
import { lockIdea } from './store.ts'

/** Whoever holds the code of a receipt keeps the idea in an account, to go on with it. */
export function claimIdea(ctx: Context, id: string, secret: string | undefined): Promise<void> {
  return atomically(ctx, async (tx) => {
    const idea = orMissing(await lockIdea(tx, id))
    // An officer who wrote it down for somebody holds the code too, and the idea is not the officer's.
    if (ideaAccess['record-visit'](tx.actor, placeOf(idea))) throw new Refused({ code: 'kernel/not-found' })
    if (tx.actor.id === visitor.id || !(await opens(tx, id, secret))) throw new Refused({ code: 'kernel/not-found' })
    if (!(await store.claim(tx, id, tx.actor.id))) throw new Refused({ code: 'idea/claimed-already', overtaken: true })
    await take(tx, id, { kind: 'claimed', subject: null, note: '', people: null })
    await record(tx, 'idea.claimed', id)
  })
}

function take(tx: Tx, ideaId: string, step: Omit<IdeaStep, 'onDate'>): Promise<boolean> {
  return store.addStep(tx, ideaId, { ...step, id: newId(), onDate: tx.today, by: tx.actor.id, at: tx.now })
}

/** In which form people come together for it; said again when they think better of it. */
export function organise(ctx: Context, id: string, { kind, people, note = '' }: OrganiseInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockedFor(tx, id, 'walk-on')
    await take(tx, id, { kind: 'organisation', subject: kind, note, people })
    await record(tx, 'idea.organised', id, { kind, people })
  })
}

/** The idea enters the register as a product of the own producer; its words go along. @returns the product's id. */
export function makeProduct(ctx: Context, id: string, { producer, name, group }: MakeProductInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const idea = await lockedFor(tx, id, 'walk-on')
    if (hasProduct(await store.stepsOf(tx, id))) throw new Refused({ code: 'idea/product-already', overtaken: true })
    if (!tx.actor.producers.includes(producer)) throw new Refused({ code: 'idea/no-such-producer', field: 'producer' })
    const product = await describeProduct(tx, {
      producerId: producer,
      name,
      group,
      summary: firstSentence(idea.description),
      story: idea.description,
      packs: [],
    })
    await take(tx, id, { kind: 'producer', subject: producer, note: '', people: null })
    await take(tx, id, { kind: 'product', subject: product.id, note: '', people: null })
    await record(tx, 'idea.made-product', id, { product: product.id, producer })
    return product.id
  })
}

/** The idea makes a product better that is in the register already; the product stays as it is written. */
export function attachProduct(ctx: Context, id: string, { product: productId }: AttachProductInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const idea = await lockedFor(tx, id, 'walk-on')
    const [steps, found] = await Promise.all([store.stepsOf(tx, id), productById(tx, productId)])
    const { producerId } = orRefuse(judgeAttachment(idea, steps, found, tx.actor.producers))
    await take(tx, id, { kind: 'producer', subject: producerId, note: '', people: null })
    if (!(await take(tx, id, { kind: 'product', subject: productId, note: '', people: null }))) {
      throw new Refused({ code: 'idea/product-elsewhere', field: 'product' })
    }
    await record(tx, 'idea.attached-product', id, { product: productId, producer: producerId })
  })
}

/** Own products in use that came from no idea yet. */
export async function attachable(ctx: Context): Promise<{ id: string; name: string; producerName: string }[]> {
  const products = (await productsOf(ctx, ...ctx.actor.producers)).filter(({ retiredOn }) => retiredOn === null)
  const taken = await store.fromIdeas(
    ctx,
    products.map(({ id }) => id),
  )
  return products.filter(({ id }) => !taken.includes(id))
}

/** What a summary can hold: whole words, at most three hundred characters. */
function firstSentence(text: string): string {
  const [sentence = ''] = text.split(/(?<=[.!?])\s/)
  return sentence.length <= 300 ? sentence : sentence.slice(0, 300).replace(/\s\S*$/, '')
}

export function stepsOf(ctx: Context, ideaId: string): Promise<IdeaStep[]> {
  return store.stepsOf(ctx, ideaId)
}
