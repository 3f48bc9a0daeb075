import { orMissing } from '../kernel/refusal.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { seenBy } from './access.ts'
import { councilById } from './actions-council.ts'
import { countBallot, rubricOf } from './counting.ts'
import type { Counted } from './counting.ts'
import type { Ballot, Council, Session, Sitting, SittingItem } from './model.ts'
import { isScoredAgain } from './rules-again.ts'
import { agendaActs } from './verdict.ts'
import type { Conflict, ItemRow } from './store-ballot.ts'
import * as ballots from './store-ballot.ts'
import * as store from './store.ts'

/** A session as it stands: `whole` for judging, `seen` for showing, standing ballots of every round with their points. */
export interface LoadedSitting {
  readonly whole: Sitting
  readonly seen: Sitting
  readonly counted: ReadonlyMap<string, readonly Counted[]>
}

/**
 * The session under its lock: nobody casts, steps back or closes until this act ends.
 * @throws {Refused} `kernel/not-found` also for who may not know of it.
 */
export async function lockedSitting(tx: Tx, sessionId: string, only?: string): Promise<LoadedSitting> {
  return load(tx, orMissing(await store.lockSession(tx, sessionId)), only)
}

export async function sittingFor(ctx: Context, sessionId: string, only?: string): Promise<LoadedSitting> {
  return load(ctx, orMissing(await store.sessionById(ctx, sessionId)), only)
}

export function itemIn(sitting: Sitting, dossierId: string): SittingItem {
  return orMissing(sitting.items.find((item) => item.dossierId === dossierId))
}

/** `only` limits the work to one item: a ballot is cast under the lock, so it must not score the whole agenda. */
async function load(ctx: Context, session: Session, only?: string): Promise<LoadedSitting> {
  const council = await councilById(ctx, session.councilId)
  const regulation = orMissing(await store.regulationById(ctx, session.regulationId))
  const agenda = await ballots.itemsOf(ctx, session.id, only)
  const conflicts = await ballots.conflictsOf(ctx, session, ctx.today)
  const cast = await ballots.ballotsOf(ctx, session.id, only)
  const present = new Set(await ballots.presentAt(ctx, session.id))
  const counted = new Map(agenda.map((row) => [row.dossierId, standing(row, council, session, conflicts, cast)]))
  const items = agenda.map((row) => sittingItem(row, council, session, conflicts, counted.get(row.dossierId) ?? []))
  const whole = { session, council, regulation, present, items }
  return { whole, seen: seenBy(whole, ctx.actor), counted }
}

function recusedFrom(dossierId: string, conflicts: readonly Conflict[]): ReadonlySet<string> {
  return new Set(conflicts.filter((conflict) => conflict.dossierId === dossierId).map(({ accountId }) => accountId))
}

function foundSince(dossierId: string, conflicts: readonly Conflict[]): SittingItem['found'] {
  const here = conflicts.filter((conflict) => conflict.dossierId === dossierId)
  const known = new Set(
    here.filter(({ cause }) => cause !== 'of-producer' && cause !== 'audits').map(({ accountId }) => accountId),
  )
  return new Map(
    here.flatMap(({ accountId, cause }) =>
      !known.has(accountId) && (cause === 'of-producer' || cause === 'audits') ? [[accountId, cause] as const] : [],
    ),
  )
}

/** Ballots that stand: of seats that vote and are not recused, not superseded. */
function standing(
  row: ItemRow,
  { seats }: Council,
  session: Session,
  conflicts: readonly Conflict[],
  cast: readonly Ballot[],
): readonly Counted[] {
  const recused = recusedFrom(row.dossierId, conflicts)
  const voters = new Set(
    seats.filter(({ votes, accountId }) => votes && !recused.has(accountId)).map(({ accountId }) => accountId),
  )
  const mine = cast.filter(
    (ballot) => ballot.dossierId === row.dossierId && ballot.supersededAt === null && voters.has(ballot.accountId),
  )
  if (mine.length === 0) return []
  const rubric = rubricOf(session.text, row.rubric)
  return mine.map((ballot) => countBallot(rubric, ballot))
}

function sittingItem(
  row: ItemRow,
  { level }: Council,
  { state }: Session,
  conflicts: readonly Conflict[],
  counted: readonly Counted[],
): SittingItem {
  const { dossierId, number, productName, producerId, producerName, rubric, kind, scoringRound, decided, settledAt } =
    row
  const { settledBecause, reexaminationId } = row
  const inPlace =
    reexaminationId === null
      ? agendaActs[level].stands.some((one) => one === row.state)
      : isScoredAgain(level, row.state)
  const waits = settledAt === null && inPlace
  return {
    dossierId,
    number,
    productName,
    producerId,
    producerName,
    rubric,
    kind,
    scoringRound,
    settledBecause,
    reexaminationId,
    stands: state === 'closed' ? decided : waits,
    recused: recusedFrom(dossierId, conflicts),
    found: foundSince(dossierId, conflicts),
    totals: new Map(
      counted
        .filter(({ ballot }) => ballot.scoringRound === scoringRound)
        .map(({ accountId, total }) => [accountId, total]),
    ),
  }
}
