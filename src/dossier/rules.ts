import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { LegalText } from '../regime/model.ts'
import type { Defect, Dossier, DossierAct, DossierState, Step } from './model.ts'
import type { Consent } from './model-help.ts'
import { dossierActs } from './model.ts'

interface Move {
  readonly from: readonly DossierState[]
  readonly to: DossierState
}

const handedIn = ['filed', 'completed'] as const
const atCommune = [...handedIn, 'received-by-commune', 'commune-checked'] as const
const atProvince = ['received-by-province', 'completed-for-province'] as const
const underAdvice = ['under-advice', 'site-visit', 'lab-test'] as const

/** What is open in which state, and where it leads: buttons, routes and jobs all ask this table. */
export const moves: Readonly<Record<DossierAct, Move>> = {
  file: { from: ['draft'], to: 'filed' },
  return: { from: atCommune, to: 'returned' },
  complete: { from: ['returned'], to: 'completed' },
  'receive-at-commune': { from: handedIn, to: 'received-by-commune' },
  'send-for-signature': { from: [...handedIn, 'received-by-commune'], to: 'commune-checked' },
  'report-from-commune': { from: atCommune, to: 'commune-reported' },
  'take-back': { from: ['commune-reported', 'received-by-district'], to: 'received-by-commune' },
  'receive-at-district': { from: atCommune, to: 'received-by-district' },
  'score-at-district': { from: ['received-by-district'], to: 'scored-by-district' },
  'recognise-at-district': { from: ['scored-by-district'], to: 'recognised-by-district' },
  'propose-to-province': { from: ['scored-by-district'], to: 'proposed-to-province' },
  'receive-at-province': { from: ['commune-reported', 'proposed-to-province'], to: 'received-by-province' },
  'ask-completion': { from: atProvince, to: 'completion-asked' },
  'complete-for-province': { from: ['completion-asked'], to: 'completed-for-province' },
  'start-advice': { from: atProvince, to: 'under-advice' },
  'visit-site': { from: ['under-advice', 'lab-test'], to: 'site-visit' },
  'ask-lab-test': { from: ['under-advice', 'site-visit'], to: 'lab-test' },
  'report-advice': { from: underAdvice, to: 'advised' },
  'put-on-agenda': { from: ['advised'], to: 'on-agenda' },
  'take-off-agenda': { from: ['on-agenda'], to: 'advised' },
  score: { from: ['on-agenda'], to: 'scored' },
  'not-recognise': { from: ['scored', 'scored-by-district', 'below-90'], to: 'not-recognised' },
  recognise: { from: ['scored', 'below-90'], to: 'recognised-by-province' },
  'approve-result': { from: ['scored'], to: 'result-approved' },
  'send-to-ministry': { from: ['result-approved'], to: 'sent-to-ministry' },
  'take-back-from-ministry': { from: ['sent-to-ministry'], to: 'result-approved' },
  'receive-at-ministry': { from: ['sent-to-ministry'], to: 'received-by-ministry' },
  'score-at-ministry': { from: ['sent-to-ministry', 'received-by-ministry'], to: 'scored-by-ministry' },
  'recognise-at-ministry': { from: ['scored-by-ministry'], to: 'recognised-by-ministry' },
  'fall-below-90': { from: ['scored-by-ministry'], to: 'below-90' },
  // 26/2026 Điều 7.4: or the province holds its own evaluation.
  'evaluate-again': { from: ['below-90'], to: 'advised' },
  // Another session, ordered on a complaint, came to another result: what was decided stands until a new decision.
  'score-again': {
    from: ['not-recognised', 'recognised-by-province', 'result-approved', 'notified', 'published'],
    to: 'scored',
  },
  'score-again-at-ministry': {
    from: ['not-recognised', 'recognised-by-province', 'recognised-by-ministry', 'below-90', 'notified', 'published'],
    to: 'scored-by-ministry',
  },
  notify: {
    from: ['not-recognised', 'recognised-by-district', 'recognised-by-province', 'recognised-by-ministry'],
    to: 'notified',
  },
  publish: { from: ['notified'], to: 'published' },
  withdraw: {
    from: [
      'draft',
      ...atCommune,
      'returned',
      'commune-reported',
      'received-by-district',
      ...atProvince,
      'completion-asked',
      ...underAdvice,
      'advised',
    ],
    to: 'withdrawn',
  },
  disqualify: { from: [...atProvince, ...underAdvice, 'advised', 'on-agenda', 'scored'], to: 'disqualified' },
}

const districtActs: readonly DossierAct[] = [
  'receive-at-district',
  'score-at-district',
  'recognise-at-district',
  'propose-to-province',
]

export function dossierCan(act: DossierAct, { state }: Pick<Dossier, 'state'>): boolean {
  return moves[act].from.includes(state)
}

type Standing = Pick<Dossier, 'state'> & Partial<Pick<Dossier, 'stateSince'>>

/** Where it stands, whose step brought it there and since when: what somebody who came second is told, without a name. */
export function movedOn({ state, stateSince }: Standing): Record<string, string> {
  const into = dossierActs.filter((act) => moves[act].to === state)
  const [done, other] = into
  return {
    state,
    ...(stateSince === undefined ? {} : { since: stateSince }),
    ...(done === undefined || other !== undefined ? {} : { done }),
  }
}

/** What was sent up by mistake comes back while the next level has not received it. */
export function isTakingBack(act: DossierAct): boolean {
  return act === 'take-back' || act === 'take-back-from-ministry'
}

/** Does the act fit the state, and does the governing text know such a step at all? */
export function judgeMove(dossier: Standing, act: DossierAct, { procedure }: Pick<LegalText, 'procedure'>) {
  const district = procedure.steps.find(({ level }) => level === 'district')
  if (districtActs.includes(act) && !district) return refuse('dossier/no-district-level')
  if (act === 'recognise-at-district' && district?.recognises.length === 0)
    return refuse('dossier/district-recognises-none')
  if (act === 'report-from-commune' && district) return refuse('dossier/goes-to-district')
  if (isTakingBack(act) && procedure.takeBack === 'never') return refuse('dossier/no-taking-back')
  if (!dossierCan(act, dossier))
    return refuse('dossier/not-now', { facts: { act, ...movedOn(dossier) }, overtaken: true })
  return allow(moves[act].to)
}

export type TurnOwner =
  | 'producer'
  | 'commune-officer'
  | 'commune-leader'
  | 'province'
  | 'advisory-team'
  | 'council'
  | 'province-leader'
  | 'ministry'
  | 'district'
  | 'nobody'

const turns: Readonly<Record<DossierState, TurnOwner>> = {
  draft: 'producer',
  filed: 'commune-officer',
  returned: 'producer',
  completed: 'commune-officer',
  'received-by-commune': 'commune-officer',
  'commune-checked': 'commune-leader',
  'commune-reported': 'province',
  'received-by-district': 'district',
  'scored-by-district': 'district',
  'recognised-by-district': 'district',
  'proposed-to-province': 'province',
  'received-by-province': 'province',
  'completion-asked': 'producer',
  'completed-for-province': 'province',
  'under-advice': 'advisory-team',
  'site-visit': 'advisory-team',
  'lab-test': 'advisory-team',
  advised: 'province',
  'on-agenda': 'council',
  scored: 'province-leader',
  'not-recognised': 'province',
  'recognised-by-province': 'province',
  'result-approved': 'province',
  'sent-to-ministry': 'ministry',
  'received-by-ministry': 'ministry',
  'scored-by-ministry': 'ministry',
  'recognised-by-ministry': 'ministry',
  'below-90': 'province',
  notified: 'nobody',
  published: 'nobody',
  withdrawn: 'nobody',
  disqualified: 'nobody',
}

/** Every state has one owner, so nobody can wait without knowing for whom. */
export function whoseTurn(state: DossierState): TurnOwner {
  return turns[state]
}

/** While a commune writes for a producer, the turn is the commune's until it says that it is done. */
export function turnOf({ state, helped }: Pick<Dossier, 'state' | 'helped'>): TurnOwner {
  return helped && canWrite(state) ? 'commune-officer' : turns[state]
}

export function isEnded(state: DossierState): boolean {
  return turns[state] === 'nobody'
}

/** Has the level come to a result, whatever is still to be told or sent on? */
export function isDecided(state: DossierState): boolean {
  return decided.includes(state)
}

const decided: readonly DossierState[] = [
  'recognised-by-district',
  'not-recognised',
  'recognised-by-province',
  'result-approved',
  'sent-to-ministry',
  'received-by-ministry',
  'scored-by-ministry',
  'recognised-by-ministry',
  'below-90',
  'notified',
  'published',
]

const ofScoringAgain: readonly Step['act'][] = [
  'order-again',
  'result-stands',
  'score-again',
  'score-again-at-ministry',
]

/** Is another session still to score it again? What was decided stands meanwhile. */
export function waitsToBeScoredAgain(steps: readonly Pick<Step, 'act'>[]): boolean {
  return steps.findLast(({ act }) => ofScoringAgain.includes(act))?.act === 'order-again'
}

/** The producer may write only while it is the producer's turn. */
export function canWrite(state: DossierState): boolean {
  return turns[state] === 'producer'
}

/** A signed paper is in the wallet; what was spoken was heard by somebody other than who writes it down. */
export function judgeConsent({ givenOn, means, paperId, witness }: Consent, today: CivilDate, recorder: string) {
  if (givenOn > today) return refuse('dossier/consent-in-future', { field: 'consentOn' })
  if (means === 'paper' && !paperId) return refuse('dossier/consent-paper-missing', { field: 'paperId' })
  if (means === 'spoken' && !witness) return refuse('dossier/consent-witness-missing', { field: 'witness' })
  if (means === 'spoken' && witness === recorder) return refuse('dossier/witness-is-recorder', { field: 'witness' })
  return allow(null)
}

/**
 * One return per stage, complete (invariant 12): a second return at the same stage needs the leader's reason, which is
 * kept and counted publicly.
 */
export function judgeReturn(
  earlier: readonly Pick<Defect, 'stepPosition'>[],
  { lateReason, byLeader }: { lateReason: string | undefined; byLeader: boolean },
) {
  if (earlier.length === 0) return allow(null)
  if (!byLeader) return refuse('dossier/returned-before', { article: '26/2026 Điều 7.2' })
  if (!lateReason) return refuse('dossier/late-reason-missing', { field: 'lateReason' })
  return allow(lateReason)
}

/** Facts that other slices react to, by the word they know. */
const knownFacts: Partial<Record<DossierAct, string>> = {
  file: 'dossier.submitted',
  return: 'dossier.returned',
  complete: 'dossier.completed',
  'complete-for-province': 'dossier.completed',
  'receive-at-commune': 'dossier.received-by-commune',
  'report-from-commune': 'dossier.commune-reported',
  'take-back': 'dossier.taken-back',
  'receive-at-province': 'dossier.received',
  'take-back-from-ministry': 'dossier.taken-back-from-ministry',
  'receive-at-ministry': 'dossier.received-by-ministry',
  'ask-completion': 'dossier.completion-asked',
  withdraw: 'dossier.withdrawn',
}

/** The fact that an act enters into the book. */
export function factOf(act: DossierAct): string {
  return knownFacts[act] ?? `dossier.${act}`
}
