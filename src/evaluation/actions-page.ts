import { record } from '../audit/actions.ts'
import { Refused, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { evaluationAccess, placeOf } from './access.ts'
import { itemIn, lockedSitting, sittingFor } from './actions-sitting.ts'
import { judgeNote } from './rules.ts'
import { sessionFileOf } from './session-file.ts'
import type { SessionFile } from './session-file.ts'
import * as ballots from './store-ballot.ts'
import * as results from './store-result.ts'

/** The page of a session for whoever asks. */
export async function sessionFile(ctx: Context, sessionId: string): Promise<SessionFile> {
  const sitting = await sittingFor(ctx, sessionId)
  const isClosed = sitting.seen.session.state === 'closed'
  return sessionFileOf(sitting, ctx.actor, ctx.today, {
    drafts: await ballots.draftProgress(ctx, sessionId, ctx.actor.id),
    decided: isClosed ? await results.resultsOf(ctx, sessionId) : [],
    notes: await results.notesOf(ctx, sessionId),
    sealed: isClosed && (await results.isSealed(ctx, sessionId)),
  })
}

/** The secretary writes down what was said about one dossier; printed in the minutes. */
export function writeNote(ctx: Context, sessionId: string, dossierId: string, text: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { seen } = await lockedSitting(tx, sessionId, dossierId)
    itemIn(seen, dossierId)
    if (!evaluationAccess['prepare-session'](tx.actor, placeOf(seen.council)))
      throw new Refused({ code: 'kernel/not-found' })
    const said = orRefuse(judgeNote(seen, text))
    await results.saveNote(tx, { sessionId, dossierId, text: said, by: tx.actor.id, at: tx.now })
    await record(tx, 'evaluation.note-written', sessionId, { dossier: dossierId })
  })
}
