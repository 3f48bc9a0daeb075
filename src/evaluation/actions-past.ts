import { record } from '../audit/actions.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Choices, TextId } from '../regime/model.ts'
import { sealSession } from './actions-bundle.ts'
import { decideItem } from './actions-closing.ts'
import type { Decided } from './actions-closing.ts'
import { putOnAgenda, recuseAutomatically } from './actions-session.ts'
import { lockedSitting } from './actions-sitting.ts'
import { councilById } from './actions-council.ts'
import type { Session } from './model.ts'
import { closingFaults, votersOf } from './quorum.ts'
import { castChoices } from './rules.ts'
import { rubricOf } from './counting.ts'
import * as ballots from './store-ballot.ts'
import * as store from './store.ts'

/** What minutes on paper say of one dossier: each member's options, or where only totals are known, the totals. */
export interface PastItem {
  readonly dossierId: string
  readonly ballots?: readonly { readonly accountId: string; readonly choices: Choices; readonly comment?: string }[]
  readonly totals?: readonly number[]
}

export interface PastSession {
  readonly councilId: string
  readonly text: TextId
  readonly meetsOn: CivilDate
  readonly place: string
  readonly roundId?: string | undefined
  readonly present: readonly string[]
  readonly items: readonly PastItem[]
  readonly sample?: boolean
}

/**
 * A whole session of the past in one act, at the moment of `tx.now`: the same agenda, recusals, rules and tally as a
 * session held here; only the hall is missing. Districts of the earlier texts are entered this way too.
 * @throws {Refused} every rule that fails, as closing would; `kernel/not-found` unless the system itself enters it.
 */
export async function enterPastSession(
  tx: Tx,
  past: PastSession,
): Promise<{ readonly sessionId: string; readonly decided: readonly Decided[] }> {
  if (tx.actor.id !== 'system') throw new Refused({ code: 'kernel/not-found' })
  const council = await councilById(tx, past.councilId)
  const regulation = orMissing(await store.regulationOn(tx, council.id, past.meetsOn))
  const session: Session = {
    id: newId(),
    councilId: council.id,
    regulationId: regulation.id,
    roundId: past.roundId ?? null,
    text: past.text,
    meetsOn: past.meetsOn,
    place: past.place,
    state: 'open',
    openedAt: tx.now,
    closedAt: null,
    sample: past.sample ?? false,
  }
  await store.addSession(tx, { ...session, calledBy: tx.actor.id })
  await putOnAgenda(
    tx,
    council,
    session,
    past.items.map(({ dossierId }) => dossierId),
  )
  await recuseAutomatically(tx, session)
  for (const accountId of past.present)
    await ballots.markAttendance(tx, session.id, { accountId, present: true, by: tx.actor.id, at: tx.now })
  await castPast(tx, session, past.items)
  return { sessionId: session.id, decided: await closePast(tx, session, past.items) }
}

async function castPast(tx: Tx, { id, text }: Session, items: readonly PastItem[]): Promise<void> {
  const { whole } = await lockedSitting(tx, id)
  const cast = items.flatMap(({ dossierId, ballots: given = [] }) => {
    const item = orMissing(whole.items.find((one) => one.dossierId === dossierId))
    const voters = new Set(votersOf(whole, item).map(({ accountId }) => accountId))
    return given
      .filter(({ accountId }) => voters.has(accountId))
      .map(({ accountId, choices, comment = '' }) => ({
        id: newId(),
        dossierId,
        accountId,
        scoringRound: 1,
        comment,
        castAt: tx.now,
        choices: castChoices(rubricOf(text, item.rubric), choices),
      }))
  })
  if (cast.length > 0) await ballots.addBallots(tx, id, cast)
}

async function closePast(tx: Tx, session: Session, items: readonly PastItem[]): Promise<readonly Decided[]> {
  const sitting = await lockedSitting(tx, session.id)
  const totalsOf = new Map(items.map(({ dossierId, totals }) => [dossierId, totals]))
  const faults = closingFaults(sitting.whole).filter(({ dossierId }) => totalsOf.get(dossierId) === undefined)
  if (faults.length > 0) throw new Refused(...faults)
  const decided: Decided[] = []
  for (const item of sitting.whole.items)
    decided.push(...(await decideItem(tx, sitting, item, totalsOf.get(item.dossierId))))
  await store.markClosed(tx, session.id, tx.now)
  const bundle = await sealSession(tx, session.id)
  await record(tx, 'evaluation.closed', session.id, { text: session.text, past: true, bundle, results: decided })
  return decided
}
