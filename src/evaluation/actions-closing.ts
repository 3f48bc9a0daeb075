import { canonicalJson, sha256 } from '../audit/rules.ts'
import { moveDossier } from '../dossier/actions.ts'
import type { Tx } from '../platform/atomically.ts'
import { settleAgain } from './actions-again.ts'
import type { LoadedSitting } from './actions-sitting.ts'
import { lawOf, rubricOf, tallyOf } from './counting.ts'
import type { CouncilLevel, SittingItem, Verdict } from './model.ts'
import { agendaActs, verdictOf } from './verdict.ts'
import { freeze, recordedSheet } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import * as ballots from './store-ballot.ts'
import * as results from './store-result.ts'
import { tally } from './tally.ts'
import type { Tally } from './tally.ts'

/** What the book keeps of a decided item; the hash binds it to the frozen sheet. */
export interface Decided {
  readonly dossier: string
  readonly totalPoints: number
  readonly ballots: number
  readonly stars: number
  readonly verdict: Verdict
  readonly sheet: string
}

/**
 * Decides one item of a session that may close; an item that left by itself (withdrawn, disqualified) is only settled.
 * @param totals for minutes on paper that give each member's total without options.
 */
export async function decideItem(
  tx: Tx,
  { whole, counted }: LoadedSitting,
  item: SittingItem,
  totals?: readonly number[],
): Promise<readonly Decided[]> {
  const { session, regulation } = whole
  await ballots.settleItem(tx, session.id, item.dossierId, tx.now)
  if (!item.stands) return []
  if (totals) {
    const recorded = totals.map((total, seat) => ({ accountId: String(seat), total, points: {}, stopped: false }))
    return [
      await decide(
        tx,
        whole,
        item,
        tally(recorded, { bands: lawOf(session.text).bands, gates: [] }, regulation),
        recordedSheet(whole, item, totals, tx.today),
      ),
    ]
  }
  const rubric = rubricOf(session.text, item.rubric)
  const all = counted.get(item.dossierId) ?? []
  const last = all.filter(({ ballot }) => ballot.scoringRound === item.scoringRound)
  const earlier = all.filter(({ ballot }) => ballot.scoringRound < item.scoringRound)
  const judged = tallyOf(session.text, rubric, last, regulation)
  return [await decide(tx, whole, item, judged, freeze(whole, item, rubric, last, earlier, tx.today))]
}

async function decide(
  tx: Tx,
  { session, council, regulation }: LoadedSitting['whole'],
  item: SittingItem,
  judged: Tally,
  sheet: Sheet,
): Promise<Decided> {
  const { mean, meanHundredths, spread, stars, gates } = judged
  const verdict = verdictOf(lawOf(session.text), council.level, judged, regulation)
  const { total: totalPoints, ballots: count } = mean
  await results.addResult(tx, {
    sessionId: session.id,
    dossierId: item.dossierId,
    totalPoints,
    ballots: count,
    meanHundredths,
    spread,
    stars,
    verdict,
    gates,
    sheet,
    decidedAt: tx.now,
  })
  const { dossierId, reexaminationId } = item
  if (reexaminationId === null) await moveOn(tx, council.level, dossierId, verdict)
  else await settleAgain(tx, reexaminationId, council.level, { sessionId: session.id, dossierId, stars, verdict })
  return { dossier: item.dossierId, totalPoints, ballots: count, stars, verdict, sheet: sha256(canonicalJson(sheet)) }
}

async function moveOn(tx: Tx, level: CouncilLevel, dossierId: string, verdict: Verdict): Promise<void> {
  const { score, after } = agendaActs[level]
  // No star in the reason: a dossier's way is read by officers who may be recused from its score.
  await moveDossier(tx, dossierId, score)
  const next = after[verdict]
  if (next !== undefined) await moveDossier(tx, dossierId, next)
}
