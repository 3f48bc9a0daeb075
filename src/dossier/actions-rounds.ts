import type { Page } from '../kernel/page.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { roundsFor } from '../programme/actions.ts'
import type { Round } from '../programme/model.ts'
import { opensAfter } from '../programme/rules.ts'
import { placeName } from '../territory/actions.ts'
import { country } from '../kernel/actor.ts'
import { queueOf } from './actions-queue.ts'
import type { QueueRow } from './actions-queue.ts'
import type { DossierState } from './model.ts'
import { dossierStates } from './model.ts'
import { isDecided } from './rules.ts'
import { countsByRound } from './store-rounds.ts'
import type { RoundCount } from './store-rounds.ts'
import type { Window } from './store-queue.ts'

export interface CountedRound extends Round {
  readonly unitName: string
  readonly states: readonly { readonly state: DossierState; readonly dossiers: number }[]
  readonly dossiers: number
  readonly products: number
  readonly decided: number
}

function windowOf(round: Round, all: readonly Round[]): Window {
  return {
    id: round.id,
    level: round.level,
    unit: round.unitCode,
    from: opensAfter(round, all),
    before: round.proposeBy,
  }
}

/** The rounds a person sees, each with what it holds of what this person may read: a count tells no more than the list. */
export async function roundsWithCounts(ctx: Context): Promise<CountedRound[]> {
  const rounds = await roundsFor(ctx)
  const { id, producers, postings } = ctx.actor
  const windows = rounds.map((round) => windowOf(round, rounds))
  const counts = await countsByRound(ctx, { id, producers, postings }, windows)
  const names = new Map<string, string>()
  for (const { unitCode, unitOn } of rounds)
    if (!names.has(unitCode))
      names.set(unitCode, unitCode === country ? 'Trung ương' : ((await placeName(ctx, unitCode, unitOn)) ?? unitCode))
  return rounds.map((round) => ({
    ...round,
    unitName: names.get(round.unitCode) ?? round.unitCode,
    ...summed(counts.filter((count) => count.round === round.id)),
  }))
}

// One open dossier a product: what is counted by state adds up, and a product counts once in each state.
function summed(counts: readonly RoundCount[]) {
  const of = (part: 'dossiers' | 'products', states: readonly RoundCount[]) =>
    states.reduce((sum, count) => sum + count[part], 0)
  return {
    states: dossierStates.flatMap((state) => counts.filter((count) => count.state === state)),
    dossiers: of('dossiers', counts),
    products: of('products', counts),
    decided: of(
      'dossiers',
      counts.filter(({ state }) => isDecided(state)),
    ),
  }
}

export interface RoundFileFacts {
  readonly round: CountedRound
  readonly list: Page<QueueRow>
}

/** One round: its figures and its dossiers. @throws {Refused} not found for those who may not see the round. */
export async function roundFile(
  ctx: Context,
  id: string,
  { state, page }: { state: DossierState | undefined; page: number },
): Promise<RoundFileFacts> {
  const rounds = await roundsWithCounts(ctx)
  const round = orMissing(rounds.find((one) => one.id === id))
  const list = await queueOf(ctx, 'tat-ca', page, {
    window: windowOf(round, rounds),
    ...(state === undefined ? {} : { states: [state] }),
  })
  return { round, list }
}
