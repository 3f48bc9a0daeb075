import { record } from '../audit/actions.ts'
import { visitor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { describeProduct } from '../product/actions.ts'
import { ideaAccess } from './access.ts'
import { lockedFor, opens, placeOf } from './actions.ts'
import type { IdeaStep, MakeProductInput, OrganiseInput } from './model-voice.ts'
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

function take(tx: Tx, ideaId: string, step: Omit<IdeaStep, 'onDate'>): Promise<void> {
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
    const steps = await store.stepsOf(tx, id)
    if (steps.some(({ kind }) => kind === 'product'))
      throw new Refused({ code: 'idea/product-already', overtaken: true })
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

/** What a summary can hold: whole words, at most three hundred characters. */
function firstSentence(text: string): string {
  const [sentence = ''] = text.split(/(?<=[.!?])\s/)
  return sentence.length <= 300 ? sentence : sentence.slice(0, 300).replace(/\s\S*$/, '')
}

export function stepsOf(ctx: Context, ideaId: string): Promise<IdeaStep[]> {
  return store.stepsOf(ctx, ideaId)
}
