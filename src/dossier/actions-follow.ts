import { record } from '../audit/actions.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { producerById, producerSuccessor } from '../producer/actions.ts'
import { productById } from '../product/actions.ts'
import { groupUnder } from '../product/actions-grouping.ts'
import { textForNew } from '../regime/law.ts'
import { placeName } from '../territory/actions.ts'
import { lockedFor, moveDossier, openFor, plainStep, wholeDossier, writable } from './actions.ts'
import type { Aside, Dossier } from './model.ts'
import { generalList } from './model.ts'
import * as store from './store-follow.ts'
import { addStep, lockDossier, replaceAttachments, saveForm } from './store.ts'

export function note(
  tx: Tx,
  { id, state, dueOn }: Pick<Dossier, 'id' | 'state' | 'dueOn'>,
  act: Aside,
  reason: string,
  article: string | null = null,
): Promise<number> {
  return addStep(tx, { ...plainStep(tx, id), act, stateAfter: state, dueOn, reason, article })
}

/**
 * Running dossiers go with their commune to the unit that it became; where it was split and nobody settled which part a
 * dossier belongs to, the dossier waits for that person and is guessed nowhere (invariant 7).
 */
export function followUnits(ctx: Context): Promise<number> {
  return atomically(ctx, async (tx) => {
    const strayed = await store.strayed(tx)
    for (const dossier of strayed) {
      const { id, from, to, filedOn } = dossier
      const before = from === '' ? 'đơn vị chưa xác định' : ((await placeName(tx, from, filedOn)) ?? from)
      const after = to === null ? undefined : ((await placeName(tx, to)) ?? to)
      if (after === undefined)
        await note(tx, dossier, 'wait-for-unit', `${before} đã chia, chờ người có thẩm quyền kết luận`)
      else await note(tx, dossier, 'transfer', `Từ ${before} sang ${after}`)
      await store.layOnDesk(tx, id, to)
      await record(tx, to === null ? 'dossier.unit-unsettled' : 'dossier.transferred', id, { from, to })
    }
    return strayed.length
  })
}

/** Notes on its way that another session was ordered, or that the result stood; upper slices judge and enter it in the book. */
export async function noteScoringAgain(
  tx: Tx,
  dossierId: string,
  act: 'order-again' | 'result-stands',
  reason: string,
): Promise<void> {
  await note(tx, orMissing(await lockDossier(tx, dossierId)), act, reason)
}

/** Running dossiers go with the legal successor of their producer (reaction to `producer.succeeded`). */
export function carryOver(ctx: Context, predecessorId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const successor = await producerSuccessor(tx, predecessorId)
    if (successor === undefined) return
    const [before, after] = await Promise.all([producerById(tx, predecessorId), producerById(tx, successor)])
    const reason = `Từ ${orMissing(before).name} sang ${orMissing(after).name}`
    for (const dossier of await store.moveToProducer(tx, predecessorId, successor)) {
      await note(tx, dossier, 'carry-over', reason)
      await record(tx, 'dossier.carried-over', dossier.id, { from: predecessorId, to: successor })
    }
  })
}

/** Did the text or the product's group change under a draft, so that it can no longer be filed as it is? */
export async function isOutdated(ctx: Context, { state, text, rubric, productId }: Dossier): Promise<boolean> {
  if (state !== 'draft') return false
  if (textForNew(ctx.today)?.id !== text) return true
  const product = orMissing(await productById(ctx, productId))
  return (await groupUnder(ctx, product, text)) !== rubric
}

/**
 * Begins a draft again under the text and group of today. Form 02 and the papers go along, the papers on the general list;
 * the options chosen do not, for nobody may map one rubric to another silently, nor the pledge, which was given for another form.
 */
export function beginAgain(ctx: Context, id: string): Promise<string> {
  return atomically(ctx, async (tx) => {
    await lockedFor(tx, id, 'withdraw')
    const draft = await writable(tx, id)
    if (!(await isOutdated(tx, draft))) throw new Refused({ code: 'dossier/still-current', overtaken: true })
    const { form02, attachments } = await wholeDossier(tx, id)
    await moveDossier(tx, id, 'withdraw', { reason: 'Lập lại theo văn bản và nhóm sản phẩm hiện hành' })
    const next = await openFor(tx, { productId: draft.productId, kind: draft.kind })
    if (form02) await saveForm(tx, next, '02', form02, tx.actor.id, tx.now)
    const papers = new Set(attachments.map(({ paperId }) => paperId))
    await replaceAttachments(
      tx,
      next,
      [...papers].map((paperId) => ({ criterion: generalList, paperId })),
    )
    await record(tx, 'dossier.begun-again', next, { instead: id, papers: papers.size })
    return next
  })
}
