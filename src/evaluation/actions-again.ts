import { record } from '../audit/actions.ts'
import { dossierById, moveDossier } from '../dossier/actions.ts'
import { noteScoringAgain } from '../dossier/actions-follow.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import type { Tx } from '../platform/atomically.ts'
import { brokenConstraint } from '../platform/db.ts'
import type { CouncilLevel, Result } from './model.ts'
import { judgeOrder, outcomeOf } from './rules-again.ts'
import * as store from './store-again.ts'
import { agendaActs } from './verdict.ts'

interface Order {
  readonly dossierId: string
  readonly level: CouncilLevel
  /** The number of the complaint whose answer orders it. */
  readonly cause: string
}

/**
 * A decided dossier is to be scored again by another session of the level that scored it last, as it was filed. Whoever
 * calls has judged who may order it; what was decided stands until a new decision.
 * @throws {Refused} what `judgeOrder` says; `evaluation/ordered-already` to the second of two at once.
 */
export async function orderReexamination(tx: Tx, { dossierId, level, cause }: Order): Promise<void> {
  const { state } = orMissing(await dossierById(tx, dossierId))
  const before = await store.scoredBefore(tx, dossierId)
  const first = before.find((one) => one.level === level)
  orRefuse(
    judgeOrder(level, {
      state,
      lastLevel: before[0]?.level,
      scoredAtLevel: first !== undefined,
      waits: (await store.openAmong(tx, [dossierId])).length > 0,
      onAgenda: await store.isOnAgenda(tx, dossierId),
    }),
  )
  const id = newId()
  const order = { id, dossierId, level, cause, firstSessionId: orMissing(first).sessionId }
  try {
    await store.addReexamination(tx, { ...order, on: tx.today, by: tx.actor.id, at: tx.now })
  } catch (error) {
    if (brokenConstraint(error) !== 'reexamination_open') throw error
    throw new Refused({ code: 'evaluation/ordered-already', overtaken: true })
  }
  await noteScoringAgain(tx, dossierId, 'order-again', cause)
  await record(tx, 'evaluation.reexamination-ordered', dossierId, { level, cause, first: order.firstSessionId })
}

/** The new result stands beside the first: the same changes nothing, another waits for a decision like any result. */
export async function settleAgain(
  tx: Tx,
  id: string,
  level: CouncilLevel,
  { sessionId, dossierId, stars, verdict }: Pick<Result, 'sessionId' | 'dossierId' | 'stars' | 'verdict'>,
): Promise<void> {
  const first = orMissing(await store.reexaminationById(tx, id))
  const outcome = outcomeOf(first, { stars, verdict })
  await store.settleReexamination(tx, id, { sessionId, outcome, at: tx.now })
  const { again, after } = agendaActs[level]
  if (outcome === 'same' || again === null) await noteScoringAgain(tx, dossierId, 'result-stands', first.cause)
  else {
    await moveDossier(tx, dossierId, again, { reason: first.cause })
    const next = after[verdict]
    if (next !== undefined) await moveDossier(tx, dossierId, next)
  }
  await record(tx, 'evaluation.scored-again', dossierId, { session: sessionId, cause: first.cause, outcome })
}
