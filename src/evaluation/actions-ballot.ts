import { record } from '../audit/actions.ts'
import { canonicalJson, sha256 } from '../audit/rules.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { Choices, Rubric } from '../regime/model.ts'
import { itemIn, lockedSitting, sittingFor } from './actions-sitting.ts'
import { impossibleChoices, rubricOf } from './counting.ts'
import type { Counted } from './counting.ts'
import type { Ballot, Draft, Sitting, SittingItem } from './model.ts'
import { castChoices, judgeConflict, judgeRecusal, judgeVoting, owesReason, unanswered } from './rules.ts'
import * as ballots from './store-ballot.ts'

export interface Filled {
  readonly choices: Choices
  readonly comment?: string | undefined
}

/**
 * A seated member casts, or recasts, a ballot while the session is open: options, not points. Every criterion has an
 * answer; 0 says that nothing reaches the levels. The ballot before it stays, superseded.
 * @throws {Refused} one refusal at each criterion that is unanswered or impossible; `evaluation/session-closed` …
 */
export function castBallot(
  ctx: Context,
  sessionId: string,
  dossierId: string,
  { choices, comment = '' }: Filled,
): Promise<Ballot> {
  return atomically(ctx, async (tx) => {
    const { whole, seen, counted } = await lockedSitting(tx, sessionId, dossierId)
    refuseConflict(whole, dossierId, tx.actor.id)
    const item = orRefuse(judgeVoting(seen, itemIn(seen, dossierId), tx.actor.id, 'cast'))
    const rubric = rubricOf(seen.session.text, item.rubric)
    const accountId = tx.actor.id
    refuseFaults(rubric, choices, true)
    if (comment === '' && owesReason(seen.regulation, roundBefore(item, counted.get(dossierId)), accountId))
      throw new Refused({ code: 'evaluation/reason-owed', field: 'comment' })
    const again = (await ballots.supersede(tx, sessionId, dossierId, accountId, tx.now)) > 0
    const ballot = {
      id: newId(),
      dossierId,
      accountId,
      scoringRound: item.scoringRound,
      choices: castChoices(rubric, choices),
      comment,
      castAt: tx.now,
    }
    await ballots.addBallots(tx, sessionId, [ballot])
    await ballots.dropDraft(tx, sessionId, dossierId, accountId)
    // The book is read before the session closes, so it binds the ballot by its hash and does not show it.
    const hash = sha256(canonicalJson(ballot))
    await record(tx, 'evaluation.ballot-cast', sessionId, {
      dossier: dossierId,
      round: item.scoringRound,
      ballot: ballot.id,
      hash,
      again,
    })
    return { ...ballot, supersededAt: null }
  })
}

function refuseConflict({ items }: Sitting, dossierId: string, accountId: string): void {
  const item = items.find((one) => one.dossierId === dossierId)
  if (item) orRefuse(judgeConflict(item, accountId))
}

function roundBefore({ scoringRound }: SittingItem, counted: readonly Counted[] = []): readonly Counted[] {
  return counted.filter(({ ballot }) => ballot.scoringRound === scoringRound - 1)
}

/** Keeps what is filled in so far; counts for nothing. */
export function saveDraft(
  ctx: Context,
  sessionId: string,
  dossierId: string,
  { choices, comment = '' }: Filled,
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { whole, seen } = await sittingFor(tx, sessionId, dossierId)
    refuseConflict(whole, dossierId, tx.actor.id)
    const item = orRefuse(judgeVoting(seen, itemIn(seen, dossierId), tx.actor.id, 'draft'))
    refuseFaults(rubricOf(seen.session.text, item.rubric), choices, false)
    await ballots.saveDraft(tx, { sessionId, dossierId, accountId: tx.actor.id }, { choices, comment, savedAt: tx.now })
    await record(tx, 'evaluation.draft-saved', sessionId, { dossier: dossierId, answered: Object.keys(choices).length })
  })
}

function refuseFaults(rubric: Rubric, choices: Choices, complete: boolean): void {
  const at = (code: 'evaluation/unanswered' | 'evaluation/no-such-option') => (criterion: string) => ({
    code,
    field: `chon[${criterion}]`,
    facts: { criterion },
  })
  const faults = [
    ...impossibleChoices(rubric, choices).map(at('evaluation/no-such-option')),
    ...(complete ? unanswered(rubric, choices).map(at('evaluation/unanswered')) : []),
  ]
  if (faults.length > 0) throw new Refused(...faults)
}

export interface BallotPage {
  readonly sitting: Sitting
  readonly item: SittingItem
  readonly rubric: Rubric
  /** What the form opens with: the draft, else the ballot of this round, else the one of the round before. */
  readonly filled: Draft | undefined
  readonly cast: Ballot | undefined
  readonly history: readonly Ballot[]
  readonly mayCast: boolean
  readonly mayDraft: boolean
  readonly mayRecuse: boolean
  /** The regulation asks this member to say why they stood apart in the round before. */
  readonly owesReason: boolean
}

/** The score sheet of one dossier for the member who asks; nothing of anybody else's. */
export async function ballotPage(ctx: Context, sessionId: string, dossierId: string): Promise<BallotPage> {
  const { seen, counted } = await sittingFor(ctx, sessionId, dossierId)
  const item = itemIn(seen, dossierId)
  const history = await ballots.ownBallots(ctx, sessionId, dossierId, ctx.actor.id)
  const mayDraft = judgeVoting(seen, item, ctx.actor.id, 'draft').ok
  if (!mayDraft && history.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const rubric = rubricOf(seen.session.text, item.rubric)
  const draft = await ballots.draftOf(ctx, sessionId, dossierId, ctx.actor.id)
  const cast = history.find((ballot) => ballot.scoringRound === item.scoringRound && ballot.supersededAt === null)
  const last = history[0]
  const owes = owesReason(seen.regulation, roundBefore(item, counted.get(dossierId)), ctx.actor.id)
  return {
    sitting: seen,
    item,
    rubric,
    cast,
    history,
    filled:
      draft ??
      (last && {
        choices: answered(rubric, last.choices),
        // The reason for standing apart is written for this round, not carried over.
        comment: owes && last.scoringRound < item.scoringRound ? '' : last.comment,
        savedAt: last.castAt,
      }),
    mayCast: judgeVoting(seen, item, ctx.actor.id, 'cast').ok,
    mayDraft,
    mayRecuse: judgeRecusal(seen, ctx.actor.id).ok,
    owesReason: owes,
  }
}

/** A cast ballot answered everything: what it leaves out was answered with "nothing". */
function answered(rubric: Rubric, choices: Choices): Choices {
  return Object.fromEntries(rubric.criteria.map(({ code }) => [code, choices[code] ?? 0]))
}
