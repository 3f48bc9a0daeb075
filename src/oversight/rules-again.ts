import type { DossierState } from '../dossier/model.ts'
import type { AgainStep, ScoringAgain } from './model-again.ts'

const stepIn: Partial<Record<DossierState, AgainStep>> = {
  scored: 'to-decide',
  'scored-by-ministry': 'to-decide',
  'below-90': 'to-use',
  'result-approved': 'goes-up',
  'sent-to-ministry': 'goes-up',
  'received-by-ministry': 'goes-up',
}

/** A certificate is never changed in silence: what a new result takes away is taken by a decision (26/2026 Điều 8). */
export function againStep({
  outcome,
  sessionId,
  dossierState,
  stars,
  certificateStars,
}: Pick<ScoringAgain, 'outcome' | 'sessionId' | 'dossierState' | 'stars' | 'certificateStars'>): AgainStep {
  if (outcome === null) return sessionId === null ? 'to-call' : 'to-score'
  if (outcome === 'same') return 'stands'
  const waits = stepIn[dossierState]
  if (waits !== undefined) return waits
  return certificateStars !== null && certificateStars !== stars ? 'to-revoke' : 'decided'
}
