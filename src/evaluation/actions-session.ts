import { record } from '../audit/actions.ts'
import { dossierById, keepFrom, moveDossier } from '../dossier/actions.ts'
import { dossierCan } from '../dossier/rules.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { brokenConstraint } from '../platform/db.ts'
import { rubricById, textById } from '../regime/law.ts'
import { evaluationAccess, placeOf } from './access.ts'
import { councilById } from './actions-council.ts'
import type { Council, Session, SessionInput } from './model.ts'
import { lawOf } from './counting.ts'
import { closingFaults } from './quorum.ts'
import {
  judgeAttendance,
  judgeCall,
  judgeClosing,
  judgeNextRound,
  judgeOpening,
  judgeRecusal,
  judgeSettling,
  judgeTakingOff,
} from './rules.ts'
import { agendaActs } from './verdict.ts'
import type { Callable } from './rules.ts'
import { recusalReasons } from './words.ts'
import { sealSession } from './actions-bundle.ts'
import { decideItem } from './actions-closing.ts'
import { itemIn, lockedSitting } from './actions-sitting.ts'
import { openAmong } from './store-again.ts'
import * as ballots from './store-ballot.ts'
import * as store from './store.ts'
import * as results from './store-result.ts'

export interface SessionCall extends Omit<SessionInput, 'roundId'> {
  readonly councilId: string
  readonly roundId?: string | undefined
}

/**
 * Calls a session with its agenda. Text and regulation are pinned here and never move; people of a producer are recused
 * from its dossier at once.
 * @throws {Refused} what `judgeCall` says; `evaluation/on-another-agenda` when a dossier stands in another session.
 */
export function callSession(ctx: Context, input: SessionCall, { sample = false } = {}): Promise<string> {
  return atomically(ctx, async (tx) => {
    const council = await councilById(tx, input.councilId)
    if (!evaluationAccess['prepare-session'](tx.actor, placeOf(council)))
      throw new Refused({ code: 'kernel/not-found' })
    const inForce = await store.regulationOn(tx, council.id, input.meetsOn)
    const { regulation, text } = orRefuse(
      judgeCall(council, inForce, textById(input.text), input, await callable(tx, input.dossiers), tx.today),
    )
    const { councilId, meetsOn, place } = input
    const session: Session = {
      id: newId(),
      councilId,
      regulationId: regulation.id,
      roundId: input.roundId ?? null,
      text,
      meetsOn,
      place,
      state: 'called',
      openedAt: null,
      closedAt: null,
      sample,
    }
    await store.addSession(tx, { ...session, calledBy: tx.actor.id })
    await putOnAgenda(tx, council, session, input.dossiers)
    await recuseAutomatically(tx, session)
    await record(tx, 'evaluation.session-called', session.id, {
      council: councilId,
      text,
      meetsOn,
      dossiers: input.dossiers,
    })
    return session.id
  })
}

async function callable(tx: Tx, ids: readonly string[]): Promise<readonly Callable[]> {
  const found = await results.dossiersById(tx, ids, tx.actor)
  if (found.length < new Set(ids).size) throw new Refused({ code: 'kernel/not-found' })
  const orders = await openAmong(tx, ids)
  return found.map(({ provinceCode, districtCode, rubric, text, ...dossier }) => ({
    ...dossier,
    text,
    again: orders.find(({ dossierId }) => dossierId === dossier.id),
    units: [provinceCode, ...(districtCode === null ? [] : [districtCode])],
    scorable: rubric !== null && (rubricById(`${text}/${rubric}`)?.scorable ?? false),
  }))
}

export async function putOnAgenda(
  tx: Tx,
  { level }: Council,
  { id, meetsOn }: Session,
  dossiers: readonly string[],
): Promise<void> {
  const ordered = (await openAmong(tx, dossiers)).filter((order) => order.level === level)
  const orders = new Map(ordered.map((order) => [order.dossierId, order.id]))
  try {
    for (const [index, dossierId] of [...new Set(dossiers)].entries()) {
      const reexaminationId = orders.get(dossierId) ?? null
      await ballots.addItem(tx, id, { dossierId, position: index + 1, reexaminationId })
    }
  } catch (error) {
    if (brokenConstraint(error) === 'agenda_item_unsettled')
      throw new Refused({ code: 'evaluation/on-another-agenda', field: 'dossiers', overtaken: true })
    throw error
  }
  const { receive, call } = agendaActs[level]
  for (const dossierId of new Set(dossiers)) {
    // What was decided stands where it is while it is scored again.
    if (orders.has(dossierId)) continue
    if (receive !== null && dossierCan(receive, orMissing(await dossierById(tx, dossierId))))
      await moveDossier(tx, dossierId, receive)
    if (call !== null) await moveDossier(tx, dossierId, call, { dueOn: meetsOn })
  }
}

/** Written down when the session is called and again when it opens; between the two the live register of members holds. */
export async function recuseAutomatically(tx: Tx, session: Session): Promise<void> {
  for (const { dossierId, accountId, cause } of await ballots.conflictsOf(tx, session, tx.today)) {
    // An auditing post ends some day and bars nobody for good; while it lasts the seat is empty all the same.
    // Who scored before is kept from this sitting alone, by its regulation.
    if (cause === 'declared' || cause === 'audits' || cause === 'scored-before') continue
    const reason = recusalReasons[cause]
    const added = await ballots.addRecusal(tx, {
      sessionId: session.id,
      dossierId,
      accountId,
      reason,
      at: tx.now,
      by: 'system',
    })
    await keepFrom(tx, dossierId, accountId)
    if (added)
      await record(tx, 'evaluation.recused', session.id, { dossier: dossierId, account: accountId, automatic: true })
  }
}

export function openSession(ctx: Context, sessionId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { whole } = await lockedSitting(tx, sessionId)
    orRefuse(judgeOpening(whole, tx.actor.id, tx.today))
    await recuseAutomatically(tx, whole.session)
    await store.markOpened(tx, sessionId, tx.now)
    await record(tx, 'evaluation.session-opened', sessionId)
  })
}

/** Who is there: members say so themselves; the secretary and whoever leads mark anybody. */
export function markAttendance(
  ctx: Context,
  sessionId: string,
  mark: { readonly accountId: string; readonly present: boolean },
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { whole } = await lockedSitting(tx, sessionId)
    orRefuse(judgeAttendance(whole, tx.actor.id, mark, tx.today))
    await ballots.markAttendance(tx, sessionId, { ...mark, by: tx.actor.id, at: tx.now })
    await record(tx, 'evaluation.attendance-marked', sessionId, { account: mark.accountId, present: mark.present })
  })
}

/**
 * A member steps back from one dossier, for good: from now on nothing of it is shown to them, and a ballot they had cast
 * no longer stands. No act lifts a recusal.
 */
export function declareRecusal(ctx: Context, sessionId: string, dossierId: string, reason: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { seen } = await lockedSitting(tx, sessionId, dossierId)
    itemIn(seen, dossierId)
    const accountId = orRefuse(judgeRecusal(seen, tx.actor.id))
    await ballots.addRecusal(tx, { sessionId, dossierId, accountId, reason, at: tx.now, by: accountId })
    await keepFrom(tx, dossierId, accountId)
    await ballots.supersede(tx, sessionId, dossierId, accountId, tx.now)
    await ballots.dropDraft(tx, sessionId, dossierId, accountId)
    await record(tx, 'evaluation.recused', sessionId, { dossier: dossierId, account: accountId, automatic: false })
  })
}

/** After discussion, everybody scores the dossier again; the ballots of the first round stay as they are. */
export function nextScoringRound(ctx: Context, sessionId: string, dossierId: string): Promise<number> {
  return atomically(ctx, async (tx) => {
    const { whole, seen } = await lockedSitting(tx, sessionId)
    const item = itemIn(seen, dossierId)
    const round = orRefuse(judgeNextRound(whole, item, tx.actor.id))
    await ballots.raiseRound(tx, sessionId, dossierId, round)
    await record(tx, 'evaluation.scoring-round-opened', sessionId, { dossier: dossierId, round })
    return round
  })
}

/** Members still differ after the rounds of the regulation: whoever leads settles the round as it stands, with the reason. */
export function settleSpread(ctx: Context, sessionId: string, dossierId: string, reason: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { whole, seen } = await lockedSitting(tx, sessionId)
    const round = orRefuse(judgeSettling(whole, itemIn(seen, dossierId), tx.actor.id))
    await ballots.settleSpread(tx, sessionId, dossierId, { round, reason, by: tx.actor.id, at: tx.now })
    await record(tx, 'evaluation.spread-settled', sessionId, { dossier: dossierId, round, reason })
  })
}

/** A dossier that cannot be decided today goes back to the advisory body's list, with the reason. */
export function takeOffAgenda(ctx: Context, sessionId: string, dossierId: string, reason: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { whole, seen } = await lockedSitting(tx, sessionId)
    const item = orRefuse(judgeTakingOff(whole, itemIn(seen, dossierId), tx.actor.id))
    const act = agendaActs[whole.council.level].takeOff
    if (act !== null && item.reexaminationId === null) await moveDossier(tx, item.dossierId, act, { reason })
    await ballots.settleItem(tx, sessionId, dossierId, tx.now)
    await record(tx, 'evaluation.taken-off-agenda', sessionId, { dossier: dossierId, reason })
  })
}

/**
 * Closes the session: every rule holds for every item, or nothing happens and each failing rule is named. Sheets are
 * frozen, results decided and dossiers moved in the same transaction, under the lock that ballots take too.
 */
export function closeSession(ctx: Context, sessionId: string, { confirmed = false } = {}): Promise<void> {
  return atomically(ctx, async (tx) => {
    const sitting = await lockedSitting(tx, sessionId)
    await recuseAutomatically(tx, sitting.whole.session)
    orRefuse(judgeClosing(sitting.whole, tx.actor.id, lawOf(sitting.whole.session.text), confirmed))
    const faults = closingFaults(sitting.whole)
    if (faults.length > 0) throw new Refused(...faults)
    const decided = []
    for (const item of sitting.whole.items) decided.push(...(await decideItem(tx, sitting, item)))
    await store.markClosed(tx, sessionId, tx.now)
    const bundle = await sealSession(tx, sessionId)
    const { text } = sitting.whole.session
    await record(tx, 'evaluation.closed', sessionId, { text, confirmed, bundle, results: decided })
  })
}
