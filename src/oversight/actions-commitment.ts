import { record } from '../audit/actions.ts'
import { orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { oversightAccess } from './access.ts'
import { commitmentsFor } from './checklist.ts'
import { judgeCommitting } from './rules.ts'
import { addCommitments, commitmentsOf, papersToKeep } from './store-finding.ts'
import { certificateToInspect, lockCertificate, publicOutcomes } from './store.ts'

function ownLines(typed: string | undefined) {
  return (typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ text, basis: 'Chủ thể tự cam kết' }))
}

/** The producer confirms what it keeps after the recognition: the law's contents, its papers, and lines of its own. */
export function confirmCommitments(ctx: Context, number: string, own: string | undefined): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockCertificate(tx, number)
    const certificate = orMissing(await certificateToInspect(tx, number, tx.today))
    const { productId, producerId, revoked, inForce, sample } = certificate
    const isOwn = oversightAccess['confirm-commitments'](tx.actor, { unit: '', province: '', producer: producerId })
    const confirmed = await commitmentsOf(tx, number)
    orRefuse(judgeCommitting(confirmed.length, { revoked: revoked || !inForce, own: isOwn }))
    const lines = [...commitmentsFor(await papersToKeep(tx, productId, producerId, tx.today)), ...ownLines(own)]
    await addCommitments(tx, number, lines, { by: tx.actor.id, onDate: tx.today, at: tx.now }, sample)
    await record(tx, 'oversight.committed', number, { lines: lines.length })
  })
}

/** What everybody reads beside a certificate: the promises, and inspections that are concluded. Nothing that is open. */
export async function commitmentPage(ctx: Context, number: string) {
  const certificate = orMissing(await certificateToInspect(ctx, number, ctx.today))
  const { productId, producerId, revoked, inForce } = certificate
  const [commitments, outcomes] = await Promise.all([commitmentsOf(ctx, number), publicOutcomes(ctx, number)])
  const own = oversightAccess['confirm-commitments'](ctx.actor, { unit: '', province: '', producer: producerId })
  const mayConfirm = judgeCommitting(commitments.length, { revoked: revoked || !inForce, own }).ok
  const offered = mayConfirm ? commitmentsFor(await papersToKeep(ctx, productId, producerId, ctx.today)) : []
  return { certificate, commitments, outcomes, own, mayConfirm, offered }
}
export type CommitmentFile = Awaited<ReturnType<typeof commitmentPage>>
