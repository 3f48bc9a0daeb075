import { record } from '../audit/actions.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { tell } from '../notice/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { suspend } from '../recognition/actions-certificate.ts'
import { lockFor } from './actions.ts'
import type { AnswerRemedyInput, InspectionFinding, InspectionState, RemedyInput, SanctionInput } from './model.ts'
import * as rules from './rules.ts'
import { addRemedy, addRemedyAnswer, findingsOf, walletOf } from './store-finding.ts'
import { addStep, stepsOf } from './store.ts'
import { answeredNotice, sanctionNotice } from './words-notice.ts'

async function findingIn(tx: Tx, id: string, findingId: string) {
  const findings = await findingsOf(tx, id)
  return { findings, finding: orMissing(findings.find((one) => one.id === findingId)) }
}

function told(tx: Tx) {
  return { by: tx.actor.id, onDate: tx.today, at: tx.now }
}

/** The producer says how a finding was put right, with a photo or a paper of the wallet; late is late, not refused. */
export function tellRemedy(
  ctx: Context,
  id: string,
  { finding: findingId, text, paper }: Omit<RemedyInput, 'photo'>,
  photo: string | null,
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const { producerId } = await lockFor(tx, id, 'tell-remedy', 'remedy')
    const { finding } = await findingIn(tx, id, findingId)
    orRefuse(rules.judgeRemedy(finding))
    if (paper && !(await walletOf(tx, producerId)).some((one) => one.id === paper))
      throw new Refused({ code: 'oversight/no-such-paper', field: 'paper' })
    const remedy = { position: finding.remedies.length + 1, text, photo, paperId: paper ?? null }
    await addRemedy(tx, findingId, remedy, told(tx))
    await record(tx, 'oversight.remedy-told', id, { finding: finding.code })
  })
}

/** The inspector takes a remedy or says what is still missing; the last one taken ends the inspection. */
export function answerRemedy(
  ctx: Context,
  id: string,
  { finding: findingId, ...input }: AnswerRemedyInput,
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const inspection = await lockFor(tx, id, 'conclude-inspection', 'answer-remedy')
    const { findings, finding } = await findingIn(tx, id, findingId)
    const accepted = orRefuse(rules.judgeRemedyAnswer(finding, input))
    const { reason = '' } = input
    const position = finding.remedies.length
    await addRemedyAnswer(tx, findingId, { position, accepted, reason }, told(tx))
    await record(tx, accepted ? 'oversight.remedy-accepted' : 'oversight.remedy-sent-back', id, {
      finding: finding.code,
    })
    await tell(tx, [answeredNotice(inspection, accepted, reason, `${finding.code}-${position}`)])
    if (accepted && others(findings, finding).every(rules.isRemedied)) {
      await addStep(tx, id, { act: 'close', stateAfter: 'closed', outcome: 'remedied' }, tx)
      await record(tx, 'oversight.inspection-closed', id, { number: inspection.number, outcome: 'remedied' })
    }
  })
}

function others(findings: readonly InspectionFinding[], one: InspectionFinding) {
  return findings.filter(({ id }) => id !== one.id)
}

const after: Readonly<Record<SanctionInput['sanction'], { stateAfter: InspectionState; outcome?: 'revocation' }>> = {
  warn: { stateAfter: 'remedying' },
  suspend: { stateAfter: 'remedying' },
  'propose-revocation': { stateAfter: 'closed', outcome: 'revocation' },
}

const facts = {
  warn: 'oversight.warned',
  suspend: 'oversight.suspended',
  'propose-revocation': 'oversight.revocation-proposed',
} as const

/**
 * Not remedied: a warning, the suspension of the certificate, or the conclusion on which it is revoked (26/2026 Điều 8.b).
 * Whoever signs certificates suspends, in the same act; the decision of the revocation is the authority's own, with this
 * conclusion as its ground.
 */
export function sanction(
  ctx: Context,
  id: string,
  { sanction: chosen, conclusion: reason, days }: SanctionInput,
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const right = chosen === 'suspend' ? 'suspend-on-conclusion' : 'conclude-inspection'
    const inspection = await lockFor(tx, id, right, chosen)
    const { dueOn, suspended, number, certificateNumber } = inspection
    const [findings, steps] = await Promise.all([findingsOf(tx, id), stepsOf(tx, id)])
    const next = orRefuse(rules.judgeSanction(chosen, { findings, steps, dueOn, suspended }, days, tx.today))
    await addStep(tx, id, { act: chosen, ...after[chosen], reason, dueOn: next }, tx)
    if (chosen === 'suspend')
      await suspend(tx, certificateNumber, { reason: `Kết luận kiểm tra ${number}: ${reason}`.slice(0, 500) })
    await record(tx, facts[chosen], id, { number, certificate: certificateNumber, dueOn: next })
    await tell(tx, [sanctionNotice(inspection, chosen, reason, next)])
  })
}
