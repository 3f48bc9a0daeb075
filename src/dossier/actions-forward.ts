import { record } from '../audit/actions.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { giveCode } from '../product/actions.ts'
import { freeze } from './actions-filed.ts'
import { isDone, lawOf, lockedFor, moveDossier, wholeDossier } from './actions.ts'
import type { MoveDetail } from './actions.ts'
import type { Dossier, DossierAct, Whole } from './model.ts'
import { judgeMove } from './rules.ts'
import * as store from './store.ts'

/** One step by whoever holds the right for it; the same press twice is one step. */
function step(ctx: Context, id: string, act: DossierAct, detail: MoveDetail): Promise<Dossier> {
  return atomically(ctx, async (tx) => {
    const dossier = await lockedFor(tx, id, act)
    return (await isDone(tx, id, act, detail.key)) ? dossier : moveDossier(tx, id, act, detail)
  })
}

/** The commune tells the producer that it has the dossier; its term runs from the filing all the same. */
export function receiveAtCommune(ctx: Context, id: string, key?: string): Promise<Dossier> {
  return step(ctx, id, 'receive-at-commune', { key })
}

/** The officer has checked and drafted form 03: the turn passes to the leader. */
export function sendForSignature(ctx: Context, id: string, key?: string): Promise<Dossier> {
  return atomically(ctx, async (tx) => {
    const dossier = await lockedFor(tx, id, 'send-for-signature')
    if (await isDone(tx, id, 'send-for-signature', key)) return dossier
    orRefuse(judgeMove(dossier, 'send-for-signature', lawOf(dossier)))
    await reportDrafted(tx, id)
    return moveDossier(tx, id, 'send-for-signature', { key })
  })
}

async function reportDrafted(ctx: Context, id: string): Promise<Whole> {
  const whole = await wholeDossier(ctx, id)
  if (!whole.form03) throw new Refused({ code: 'dossier/report-missing', article: '26/2026 Điều 7.2' })
  return whole
}

/** Forwarded by mistake: the leader takes it back while the next level has not received it. */
export function takeBack(ctx: Context, id: string, reason: string, key?: string): Promise<Dossier> {
  return step(ctx, id, 'take-back', { reason, key })
}

/** The leader signs form 03 and forwards; the slip number and the product code are given here, by the commune. */
export function reportFromCommune(ctx: Context, id: string, key?: string): Promise<Dossier> {
  return atomically(ctx, async (tx) => {
    const dossier = await lockedFor(tx, id, 'report-from-commune')
    if (await isDone(tx, id, 'report-from-commune', key)) return dossier
    orRefuse(judgeMove(dossier, 'report-from-commune', lawOf(dossier)))
    const whole = await reportDrafted(tx, id)
    const { communeToday, provinceToday } = dossier
    const commune = orMissing(communeToday)
    const province = orMissing(provinceToday)
    const year = yearOf(tx.today)
    // A dossier that was taken back keeps the slip it was given.
    if (dossier.number === null) {
      const serial = await store.nextSlip(tx, commune, year)
      const number = `${String(serial).padStart(2, '0')}/PĐK-${province}-${commune}-${year}`
      await store.giveNumber(tx, id, number)
      await record(tx, 'dossier.slip-given', id, { number })
    }
    await giveCode(tx, { productId: dossier.productId, province, commune, year })
    const sent = await moveDossier(tx, id, 'report-from-commune', { key })
    await freeze(tx, whole, { withReport: true })
    return sent
  })
}

export function receiveAtProvince(ctx: Context, id: string, key?: string): Promise<Dossier> {
  return step(ctx, id, 'receive-at-province', { key })
}

export function receiveAtMinistry(ctx: Context, id: string, key?: string): Promise<Dossier> {
  return step(ctx, id, 'receive-at-ministry', { key })
}

/** The same one level up: the leader of the province, while the ministry has not received it. */
export function takeBackFromMinistry(ctx: Context, id: string, reason: string, key?: string): Promise<Dossier> {
  return step(ctx, id, 'take-back-from-ministry', { reason, key })
}
