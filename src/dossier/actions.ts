import { record } from '../audit/actions.ts'
import { systemActor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { brokenConstraint } from '../platform/db.ts'
import { productById } from '../product/actions.ts'
import type { Product } from '../product/model.ts'
import { groupUnder } from '../product/actions-grouping.ts'
import { rubricById, textById, textForNew } from '../regime/law.ts'
import type { DossierKind, LegalText } from '../regime/model.ts'
import { unitAt } from '../territory/actions.ts'
import { dossierAccess, placeOf, rightFor } from './access.ts'
import type { DossierRight } from './access.ts'
import { dueAfter } from './actions-clock.ts'
import type { Dossier, DossierAct, Form01, Form02, Form03, Whole } from './model.ts'
import type { Consent } from './model-help.ts'
import { canWrite, factOf, judgeMove, movedOn } from './rules.ts'
import * as store from './store.ts'
import { addConsent } from './store-consent.ts'

/** @throws {Error} for a text that the register of law does not have: the programme is older than its database. */
export function lawOf({ text }: Pick<Dossier, 'text'>): LegalText {
  const law = textById(text)
  if (!law) throw new Error(`The text ${text} is not in the register of law`)
  return law
}

interface Opening {
  readonly productId: string
  readonly kind: DossierKind
  /** Given when the producer's commune opens it for the producer. */
  readonly consent?: Consent | undefined
}

/** Opens a dossier for a product of one's own; renewals and upgrades come from the certificate they are for. */
export async function openDossier(ctx: Context, asked: Opening): Promise<string> {
  try {
    return await atomically(ctx, (tx) => openFor(tx, asked))
  } catch (error) {
    // Two presses at once: the index lets one in, and the other hears what happened.
    if (brokenConstraint(error) !== 'dossier_one_open') throw error
    throw new Refused({ code: 'dossier/open-already', field: 'productId', overtaken: true })
  }
}

/** Opens a draft inside the act of a caller. */
export async function openFor(tx: Tx, { productId, kind, consent }: Opening): Promise<string> {
  const product = await productById(tx, productId)
  if (!product || !mayOpen(tx, product, consent))
    throw new Refused({ code: 'dossier/no-such-product', field: 'productId' })
  if (await store.openDossierOf(tx, productId))
    throw new Refused({ code: 'dossier/open-already', field: 'productId', overtaken: true })
  if (product.retiredOn !== null) throw new Refused({ code: 'dossier/product-retired', field: 'productId' })
  const law = orMissing(textForNew(tx.today))
  // Numbers of other texts name other groups: 22 is garments today and was herbs in 2019.
  const group = await groupUnder(tx, product, law.id)
  if (group === undefined && product.groupText !== law.id)
    throw new Refused({ code: 'dossier/regroup-first', field: 'productId' })
  const rubric = rubricById(`${law.id}/${group}`)
  if (!rubric?.scorable) throw new Refused({ code: 'dossier/no-rubric', field: 'productId' })
  const unit = orMissing(await unitAt(tx, product.communeCode, product.communeOn))
  const id = newId()
  await store.addDossier(tx, {
    id,
    number: null,
    productId,
    producerId: product.producerId,
    kind,
    text: law.id,
    rubric: rubric.number,
    communeCode: product.communeCode,
    communeOn: product.communeOn,
    districtCode: null,
    provinceCode: unit.provinceCode,
    filedOn: null,
    state: 'draft',
    at: tx.now,
    by: tx.actor.id,
    sample: product.sample,
  })
  // A unit that was split waits for a person: filed there, the dossier would lie where no officer sees it.
  if ((await store.dossierById(tx, id))?.communeToday === null)
    throw new Refused({ code: 'dossier/place-unsettled', field: 'productId' })
  await store.addStep(tx, { ...plainStep(tx, id), act: 'open', stateAfter: 'draft', dueOn: null })
  if (consent) await addConsent(tx, id, consent, { by: tx.actor.id, at: tx.now })
  await record(tx, 'dossier.opened', id, {
    product: productId,
    kind,
    ...(consent && { onBehalfOf: product.producerId, consent: consent.means, consentOn: consent.givenOn }),
  })
  return id
}

function mayOpen(tx: Tx, product: Product, consent: Consent | undefined): boolean {
  if (!consent) return mayFor(tx, product.producerId)
  const place = { unit: product.communeToday ?? '', province: product.provinceToday ?? '' }
  return dossierAccess['open-for'](tx.actor, place)
}

/** Whom an entry of the book was made for, when not by the producer's own people. */
export function onBehalf(tx: Tx, { producerId }: Pick<Dossier, 'producerId'>): { onBehalfOf?: string } {
  return mayFor(tx, producerId) ? {} : { onBehalfOf: producerId }
}

function mayFor(tx: Tx, producerId: string): boolean {
  return tx.actor.id === systemActor.id || tx.actor.producers.includes(producerId)
}

export function plainStep(tx: Tx, dossierId: string) {
  return { dossierId, by: tx.actor.id, at: tx.now, reason: null, article: null, key: null }
}

export interface MoveDetail {
  readonly reason?: string | undefined
  readonly article?: string | undefined
  /** A day somebody set for this step, as of a sitting; otherwise the term of the text. */
  readonly dueOn?: string | undefined
  /** The same key twice is one act. */
  readonly key?: string | undefined
  /** More for the book. */
  readonly told?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Moves a dossier one step, guarded by the state table; upper slices judge their own rights before they call.
 * @throws {Refused} `dossier/not-now` when somebody else was faster, saying where the dossier stands.
 */
export async function moveDossier(
  tx: Tx,
  dossierId: string,
  act: DossierAct,
  detail: MoveDetail = {},
): Promise<Dossier> {
  const dossier = orMissing(await store.lockDossier(tx, dossierId))
  const law = lawOf(dossier)
  const stateAfter = orRefuse(judgeMove(dossier, act, law))
  const dueOn = detail.dueOn ?? (await dueAfter(tx, { ...dossier, state: stateAfter }, act, law)) ?? null
  await store.addStep(tx, {
    ...plainStep(tx, dossierId),
    act,
    stateAfter,
    dueOn,
    reason: detail.reason ?? null,
    article: detail.article ?? null,
    key: detail.key === undefined ? null : keyOf(tx, act, detail.key),
  })
  await record(tx, factOf(act), dossierId, {
    from: dossier.state,
    to: stateAfter,
    ...detail.told,
    ...(rightFor[act] === 'file' ? onBehalf(tx, dossier) : {}),
  })
  return { ...dossier, state: stateAfter, stateSince: tx.now, dueOn }
}

// The same press of the same person is one act; another person's press on the same page is another.
function keyOf({ actor }: Context, act: DossierAct, key: string): string {
  return `${actor.id}:${act}:${key}`
}

/** Was this very press carried out already? */
export async function isDone(tx: Tx, id: string, act: DossierAct, key: string | undefined): Promise<boolean> {
  return key !== undefined && (await store.stepWithKey(tx, id, keyOf(tx, act, key))) !== undefined
}

/** The dossier locked, if the actor may do this with it; what one may not read does not exist. */
export async function lockedFor(tx: Tx, id: string, act: DossierAct): Promise<Dossier> {
  const dossier = orMissing(await store.lockDossier(tx, id))
  const place = placeOf(dossier)
  if (!readableBy(tx, dossier)) throw new Refused({ code: 'kernel/not-found' })
  const right: DossierRight | undefined = rightFor[act]
  if (tx.actor.id !== systemActor.id && (right === undefined || !dossierAccess[right](tx.actor, place))) {
    throw new Refused({ code: 'dossier/not-yours-to-do' })
  }
  return dossier
}

export function readableBy({ actor }: Context, dossier: Dossier): boolean {
  return actor.id === systemActor.id || dossierAccess.read(actor, placeOf(dossier))
}

/** The dossier locked, in a state the producer may write in. */
export async function writable(tx: Tx, id: string): Promise<Dossier> {
  const dossier = orMissing(await store.lockDossier(tx, id))
  if (!readableBy(tx, dossier)) throw new Refused({ code: 'kernel/not-found' })
  if (tx.actor.id !== systemActor.id && !dossierAccess.write(tx.actor, placeOf(dossier)))
    throw new Refused({ code: 'dossier/not-yours-to-do' })
  if (!canWrite(dossier.state))
    throw new Refused({ code: 'dossier/not-your-turn', facts: movedOn(dossier), overtaken: true })
  return dossier
}

export function saveForm01(ctx: Context, id: string, form: Form01): Promise<void> {
  return atomically(ctx, async (tx) => {
    const dossier = await writable(tx, id)
    await store.saveForm(tx, id, '01', form, tx.actor.id, tx.now)
    await record(tx, 'dossier.form-saved', id, { form: '01', ...onBehalf(tx, dossier) })
  })
}

/** The commune drafts its report; signing it is another act. */
export function saveForm03(ctx: Context, id: string, form: Form03): Promise<void> {
  return atomically(ctx, async (tx) => {
    const dossier = orMissing(await store.lockDossier(tx, id))
    const place = placeOf(dossier)
    if (!readableBy(tx, dossier)) throw new Refused({ code: 'kernel/not-found' })
    if (!dossierAccess['check-at-commune'](tx.actor, place) && tx.actor.id !== systemActor.id) {
      throw new Refused({ code: 'dossier/not-yours-to-do' })
    }
    orRefuse(judgeMove(dossier, 'report-from-commune', lawOf(dossier)))
    await store.saveForm(tx, id, '03', form, tx.actor.id, tx.now)
    await record(tx, 'dossier.form-saved', id, { form: '03' })
  })
}

/** A member of a council steps back, or is found to be of the producer: from now on no desk of theirs shows the dossier. */
export function keepFrom(tx: Tx, dossierId: string, accountId: string): Promise<void> {
  return store.keepFrom(tx, dossierId, accountId, tx.now)
}

export async function dossierById(ctx: Context, id: string): Promise<Dossier | undefined> {
  return store.dossierById(ctx, id)
}

/** Everything of one dossier for its page. @throws {Refused} not found for those who may not read it. */
export async function wholeDossier(ctx: Context, id: string): Promise<Whole> {
  const dossier = orMissing(await store.dossierById(ctx, id))
  if (!readableBy(ctx, dossier)) throw new Refused({ code: 'kernel/not-found' })
  const [steps, defects, selfScore, attachments, forms] = await Promise.all([
    store.stepsOf(ctx, id),
    store.defectsOf(ctx, id),
    store.selfScoreOf(ctx, id),
    store.attachmentsOf(ctx, id),
    store.formsOf(ctx, id),
  ])
  const content = (form: '01' | '02' | '03') => forms.find((one) => one.form === form)?.content
  return {
    dossier,
    steps,
    defects,
    selfScore,
    attachments,
    form01: content('01') as Form01 | undefined,
    form02: content('02') as Form02 | undefined,
    form03: content('03') as Form03 | undefined,
  }
}

/** A dossier for a reader whom an upper slice has judged: a member of the council it stands before. */
export async function dossierBefore(
  ctx: Context,
  id: string,
): Promise<Pick<Whole, 'dossier' | 'selfScore' | 'attachments' | 'form02' | 'form03'>> {
  const dossier = orMissing(await store.dossierById(ctx, id))
  const [selfScore, attachments, forms] = await Promise.all([
    store.selfScoreOf(ctx, id),
    store.attachmentsOf(ctx, id),
    store.formsOf(ctx, id),
  ])
  const content = (form: '02' | '03') => forms.find((one) => one.form === form)?.content
  return {
    dossier,
    selfScore,
    attachments,
    form02: content('02') as Form02 | undefined,
    form03: content('03') as Form03 | undefined,
  }
}
