import { record } from '../audit/actions.ts'
import { addPaper } from '../evidence/actions.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { fairAccess } from './access.ts'
import { placeOf } from './actions-reading.ts'
import type { ApplyInput, BoothInput, FairAct, FairApplication, FairOutcomeInput, ShownFair } from './model.ts'
import { preparePicture } from './picture.ts'
import { renderAttendance } from './print.ts'
import * as rules from './rules.ts'
import * as applications from './store-application.ts'
import * as store from './store.ts'

interface Own {
  readonly application: FairApplication
  readonly fair: ShownFair
}

/** The application with its fair locked first, as every act on a fair does; of somebody else there is none. */
async function lockOwn(tx: Tx, id: string, right: keyof typeof fairAccess, act: FairAct): Promise<Own> {
  const known = orMissing(await applications.applicationById(tx, id, tx.today))
  const fair = orMissing(await store.lockFair(tx, known.fairId))
  const at = { ...placeOf(fair), producer: known.producerId }
  if (!fairAccess[right](tx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  orRefuse(rules.judgeAct(act, fair))
  return { fair, application: orMissing(await applications.lockApplication(tx, id, tx.today)) }
}

/** A producer answers the call with its own products. */
export function applyToFair(ctx: Context, fairId: string, input: ApplyInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const fair = orMissing(await store.lockFair(tx, fairId))
    if (fair.state === 'draft') throw new Refused({ code: 'kernel/not-found' })
    orRefuse(rules.judgeAct('apply', fair))
    const at = { ...placeOf(fair), producer: input.producer }
    if (!fairAccess['apply-to-fair'](tx.actor, at)) {
      throw new Refused({ code: 'fair/no-such-producer', field: 'producer' })
    }
    const wanted = new Set(input.products)
    const own = await applications.productsOf(tx, [input.producer], tx.today)
    const brought = own.filter((product) => wanted.has(product.id))
    orRefuse(rules.judgeApplication(fair, brought, wanted.size, tx.today))
    const id = newId()
    const { producer: producerId, wish, note = '' } = input
    const application = { id, fairId, producerId, wish, note, appliedOn: tx.today }
    if (!(await applications.addApplication(tx, application, [...wanted], tx.actor.id, tx.now))) {
      throw new Refused({ code: 'fair/applied-already', field: 'producer' })
    }
    await record(tx, 'fair.applied', fairId, { application: id, producer: producerId })
    return id
  })
}

export function withdrawApplication(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { application, fair } = await lockOwn(tx, id, 'apply-to-fair', 'apply')
    orRefuse(rules.judgeWithdrawal(application))
    const by = { by: tx.actor.id, on: tx.today, at: tx.now }
    await applications.addSelection(tx, id, { outcome: 'withdrawn', booth: '', reason: 'Chủ thể rút đăng ký', ...by })
    await record(tx, 'fair.application-withdrawn', fair.id, { application: id })
  })
}

/** Words and a film for the booth on the web. */
export function writeBooth(ctx: Context, id: string, { words, filmUrl }: BoothInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { application, fair } = await lockOwn(tx, id, 'write-booth', 'show')
    orRefuse(rules.judgeChosen(application))
    const film = orRefuse(rules.judgeFilm(filmUrl))
    await applications.keepBooth(tx, id, { words, filmUrl: film }, tx.actor.id, tx.now)
    await record(tx, 'fair.booth-written', fair.id, { application: id })
  })
}

export async function addBoothPicture(ctx: Context, id: string, description: string, bytes: Uint8Array): Promise<void> {
  const known = orMissing(await applications.applicationById(ctx, id, ctx.today))
  if (!ctx.actor.producers.includes(known.producerId)) throw new Refused({ code: 'kernel/not-found' })
  const prepared = await preparePicture(ctx.files, bytes)
  return atomically(ctx, async (tx) => {
    const { application, fair } = await lockOwn(tx, id, 'write-booth', 'show')
    orRefuse(rules.judgeChosen(application))
    orRefuse(rules.judgePictures((await applications.picturesOf(tx, [id])).length))
    await applications.addPicture(tx, id, { ...prepared, id: newId(), description }, tx.actor.id, tx.now)
    await record(tx, 'fair.booth-picture-added', fair.id, { application: id, file: prepared.file })
  })
}

/** Contracts, distributors and revenue, told by the producer or written down by the organiser; the last word counts. */
export function tellFairOutcome(ctx: Context, id: string, { note = '', ...figures }: FairOutcomeInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { application, fair } = await lockOwn(tx, id, 'tell-fair-outcome', 'tell')
    orRefuse(rules.judgeAttended(application))
    const toldBy = tx.actor.producers.includes(application.producerId) ? 'producer' : 'officer'
    await applications.addOutcome(tx, id, { ...figures, note, toldBy, onDate: tx.today }, tx.actor.id, tx.now)
    await record(tx, 'fair.outcome-told', fair.id, { application: id, toldBy })
  })
}

/** The attendance record becomes a paper of the wallet: evidence of promotion, in the rubric's own terms of reach. */
export async function keepAsEvidence(ctx: Context, id: string): Promise<string> {
  const application = orMissing(await applications.applicationById(ctx, id, ctx.today))
  if (!ctx.actor.producers.includes(application.producerId)) throw new Refused({ code: 'kernel/not-found' })
  const fair = orMissing(await store.fairById(ctx, application.fairId))
  const issuedOn = orRefuse(rules.judgeAttended(application))
  const paper = {
    producerId: application.producerId,
    kind: 'promotion',
    title: `Xác nhận tham gia: ${fair.title}`.slice(0, 200),
    issuer: fair.organiser,
    issuedOn,
    sample: fair.sample,
  } as const
  const bytes = await renderAttendance(fair, application)
  return addPaper(ctx, paper, { name: `xac-nhan-tham-gia-${fair.slug}.pdf`, bytes })
}
