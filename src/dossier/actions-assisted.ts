import { record } from '../audit/actions.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { productById } from '../product/actions.ts'
import type { Product } from '../product/model.ts'
import { dossierAccess, placeOf } from './access.ts'
import { dossierById, onBehalf, openDossier, readableBy, writable } from './actions.ts'
import { walletOf } from './actions-filing.ts'
import type { Assistance, Consent } from './model-help.ts'
import { judgeConsent } from './rules.ts'
import * as store from './store-consent.ts'

/** The product, if the actor's commune may open a dossier for its producer. @throws {Refused} not found otherwise. */
export async function productToAssist(ctx: Context, productId: string): Promise<Product> {
  const product = orMissing(await productById(ctx, productId))
  const place = { unit: product.communeToday ?? '', province: product.provinceToday ?? '' }
  if (!dossierAccess['open-for'](ctx.actor, place)) throw new Refused({ code: 'kernel/not-found' })
  return product
}

/** The commune opens a dossier for a producer that agreed; everything it then writes stands in the book as done for it. */
export async function openFor(ctx: Context, productId: string, consent: Consent): Promise<string> {
  const product = await productToAssist(ctx, productId)
  orRefuse(judgeConsent(consent, ctx.today, ctx.actor.name))
  if (consent.means === 'paper') {
    const wallet = await walletOf(ctx, product)
    if (!wallet.some(({ id }) => id === consent.paperId))
      throw new Refused({ code: 'dossier/paper-not-yours', field: 'paperId' })
  }
  return openDossier(ctx, { productId, kind: 'first', consent })
}

/** The producer takes its consent back: from now on only its own people write; what was written stays. */
export function endAssistance(ctx: Context, dossierId: string, why: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const dossier = orMissing(await dossierById(tx, dossierId))
    if (!readableBy(tx, dossier)) throw new Refused({ code: 'kernel/not-found' })
    if (!dossierAccess['end-assistance'](tx.actor, placeOf(dossier)))
      throw new Refused({ code: 'dossier/not-yours-to-do' })
    const ended = await store.endConsent(tx, dossierId, { by: tx.actor.id, at: tx.now, why })
    if (ended === 0) throw new Refused({ code: 'kernel/not-found' })
    await record(tx, 'dossier.consent-ended', dossierId, { why })
  })
}

/** How the commune came to write this dossier, if it did; the caller has judged who may read it. */
export function assistanceOf(ctx: Context, dossierId: string): Promise<Assistance | undefined> {
  return store.consentOf(ctx, dossierId)
}

/**
 * A producer asks its commune to write on in its own dossier; asked again once the commune is done, it goes on writing.
 * @throws {Refused} `dossier/helped-already` while the commune is writing.
 */
export function askHelp(ctx: Context, id: string, askedFor = ''): Promise<void> {
  return atomically(ctx, async (tx) => {
    const dossier = await writable(tx, id)
    if (!dossierAccess['ask-help'](tx.actor, placeOf(dossier))) throw new Refused({ code: 'dossier/not-yours-to-do' })
    if (dossier.communeToday === null) throw new Refused({ code: 'dossier/place-unsettled' })
    if (dossier.helped) throw new Refused({ code: 'dossier/helped-already', overtaken: true })
    const consent = { givenBy: tx.actor.name, givenOn: tx.today, means: 'account' } as const
    if (dossier.assisted) await store.askAgain(tx, id, askedFor)
    else await store.addConsent(tx, id, consent, { by: tx.actor.id, at: tx.now, askedFor })
    await record(tx, 'dossier.help-asked', id, { consent: consent.means, commune: dossier.communeToday })
  })
}

/** The commune says that it is done: the producer looks again and files. */
export function sayWritten(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const dossier = await writable(tx, id)
    if (!dossierAccess['say-written'](tx.actor, placeOf(dossier)))
      throw new Refused({ code: 'dossier/not-yours-to-do' })
    if (!dossier.helped) throw new Refused({ code: 'dossier/written-already', overtaken: true })
    await store.markWritten(tx, id, tx.actor.id, tx.now)
    await record(tx, 'dossier.help-written', id, onBehalf(tx, dossier))
  })
}
