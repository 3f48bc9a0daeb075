import type { Refusal } from '../kernel/refusal.ts'
import type { Seat, Sitting, SittingItem } from './model.ts'
import { spreadOf } from './tally.ts'

export function seatOf({ council: { seats } }: Pick<Sitting, 'council'>, accountId: string): Seat | undefined {
  return seats.find((seat) => seat.accountId === accountId)
}

export function votersOf(sitting: Pick<Sitting, 'council'>, item: Pick<SittingItem, 'recused'>): readonly Seat[] {
  return sitting.council.seats.filter(({ votes, accountId }) => votes && !item.recused.has(accountId))
}

/** Recused from anything of this session: then they neither lead it nor see what is missing in it. */
function isRecused({ items }: Pick<Sitting, 'items'>, accountId: string): boolean {
  return items.some(({ stands, recused }) => stands && recused.has(accountId))
}

/**
 * Who leads now: the chair; a vice-chair when the chair is recused from an item or not there. Never somebody recused,
 * for who closes a session reads in each failing rule how its items stand.
 */
export function presiders(sitting: Sitting): readonly Seat[] {
  const able = (seat: Seat) => !isRecused(sitting, seat.accountId)
  const chair = sitting.council.seats.find(({ capacity }) => capacity === 'chair')
  const chairLeads =
    chair !== undefined && able(chair) && (sitting.session.state === 'called' || sitting.present.has(chair.accountId))
  return chairLeads ? [chair] : sitting.council.seats.filter((seat) => seat.capacity === 'vice-chair' && able(seat))
}

export function presides(sitting: Sitting, accountId: string): boolean {
  return presiders(sitting).some((seat) => seat.accountId === accountId)
}

export interface Quorum {
  readonly voters: number
  readonly present: number
  readonly need: number
  readonly met: boolean
  /** The chair, or for an item the chair is recused from a vice-chair, is there. */
  readonly chaired: boolean
}

/** Counted for each item over the seats that vote, minus those recused from it. */
export function quorumOf(sitting: Sitting, item: Pick<SittingItem, 'recused'>): Quorum {
  const { quorumNumerator, quorumDenominator, chairRequired } = sitting.regulation
  const voters = votersOf(sitting, item)
  const present = voters.filter(({ accountId }) => sitting.present.has(accountId)).length
  const leaders = sitting.council.seats.filter(({ capacity }) => capacity === 'chair' || capacity === 'vice-chair')
  const chair = leaders.find(({ capacity }) => capacity === 'chair')
  const needed =
    chair && !item.recused.has(chair.accountId)
      ? [chair]
      : leaders.filter(({ accountId }) => !item.recused.has(accountId))
  return {
    voters: voters.length,
    present,
    need: Math.ceil((quorumNumerator * voters.length) / quorumDenominator),
    met: voters.length > 0 && present * quorumDenominator >= quorumNumerator * voters.length,
    chaired: !chairRequired || needed.some(({ accountId }) => sitting.present.has(accountId)),
  }
}

/** Voters who are there and have not cast in the current round. */
export function missingBallots(sitting: Sitting, item: SittingItem): readonly Seat[] {
  return votersOf(sitting, item).filter(
    ({ accountId }) => sitting.present.has(accountId) && !item.totals.has(accountId),
  )
}

/** Judged only when every ballot is in: before that it would tell the first members how the others scored. */
export function isTooWide(sitting: Sitting, item: SittingItem): boolean {
  return missingBallots(sitting, item).length === 0 && spreadOf(item.totals.values()) > sitting.regulation.spreadPoints
}

export type ClosingFault =
  | 'evaluation/quorum-not-met'
  | 'evaluation/chair-absent'
  | 'evaluation/ballots-missing'
  | 'evaluation/spread-too-wide'

/** Every rule that still stands against closing, item by item; an empty list means the session may close. */
export function closingFaults(sitting: Sitting): readonly (Refusal<ClosingFault> & { readonly dossierId: string })[] {
  return sitting.items
    .filter(({ stands }) => stands)
    .flatMap((item) => {
      const quorum = quorumOf(sitting, item)
      const missing = missingBallots(sitting, item).length
      const facts = {
        product: item.productName,
        present: quorum.present,
        need: quorum.need,
        voters: quorum.voters,
        missing,
        limit: sitting.regulation.spreadPoints,
      }
      const codes: ClosingFault[] = []
      if (!quorum.met) codes.push('evaluation/quorum-not-met')
      if (!quorum.chaired) codes.push('evaluation/chair-absent')
      if (missing > 0 || item.totals.size === 0) codes.push('evaluation/ballots-missing')
      if (isTooWide(sitting, item) && item.settledBecause === null) codes.push('evaluation/spread-too-wide')
      return codes.map((code) => ({ code, facts, dossierId: item.dossierId, article: '26/2026 Điều 7.3.b' }))
    })
}
