import { record } from '../audit/actions.ts'
import { orMissing } from '../kernel/refusal.ts'
import { tell } from '../notice/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import * as store from './store-again.ts'
import { addComplaintStep, lockComplaint } from './store-complaint.ts'
import { scoredAgainNotice, scoredAgainWords, sittingNotice } from './words-again.ts'

/** A session was called: producers whose dossier it scores again hear of its day. */
export function tellSitting(ctx: Context, sessionId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    for (const { id } of await store.complaintsSatOn(tx, sessionId)) {
      const complaint = orMissing(await lockComplaint(tx, id))
      const scoring = orMissing(await store.scoringOf(tx, complaint.number, tx.today))
      await tell(tx, [sittingNotice(complaint, scoring)])
    }
  })
}

/** Another session gave its result: the complaint says what it came to, and the producer hears it. */
export function concludeScoringAgain(ctx: Context, dossierId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    for (const { id } of await store.complaintsScored(tx, dossierId)) {
      const complaint = orMissing(await lockComplaint(tx, id))
      if (complaint.state !== 'reexamining') continue
      const scoring = orMissing(await store.scoringOf(tx, complaint.number, tx.today))
      const reason = scoredAgainWords(scoring)
      await addComplaintStep(tx, id, { act: 'scored-again', stateAfter: 'answered', reason }, tx)
      await record(tx, 'oversight.scored-again', id, { dossier: dossierId, outcome: scoring.outcome })
      await tell(tx, [scoredAgainNotice(complaint, scoring)])
    }
  })
}
