import { turnWords } from '../dossier/words.ts'
import { turnOf as supportTurn } from '../support/words.ts'
import { turnSide } from '../trade/rules-connection.ts'
import type { ProductStep, StepFacts } from './model-steps.ts'

const producer = 'Chủ thể'
const officer = 'Cán bộ xã'
const nobody = '–'

/**
 * The steps of the cycle for one product. No text asks for a class, an idea, a plan or support before a dossier, so none of
 * them holds a product up: what did not happen there is left open, never called missing.
 */
export function stepsOf(facts: StepFacts): ProductStep[] {
  const { classes } = facts
  return [
    { step: 'learning', state: classes > 0 ? 'done' : 'optional', turn: producer, dueOn: null },
    ideaStep(facts),
    planStep(facts),
    implementationStep(facts),
    supportStep(facts),
    evaluationStep(facts),
    promotionStep(facts),
  ]
}

function ideaStep({ ideaId, ideaOutcome, ideaDueOn }: StepFacts): ProductStep {
  if (ideaId === null) return { step: 'idea', state: 'optional', turn: nobody, dueOn: null }
  if (ideaOutcome === null) return { step: 'idea', state: 'current', turn: officer, dueOn: ideaDueOn }
  return { step: 'idea', state: 'done', turn: nobody, dueOn: null }
}

function planStep({ planState }: StepFacts): ProductStep {
  if (planState === null) return { step: 'plan', state: 'optional', turn: producer, dueOn: null }
  if (planState === 'agreed') return { step: 'plan', state: 'done', turn: nobody, dueOn: null }
  return { step: 'plan', state: 'current', turn: planState === 'sent' ? officer : producer, dueOn: null }
}

/** Papers are what implementation leaves behind: none yet, some lapsed, all in term. */
function implementationStep({ papers, papersLapsed }: StepFacts): ProductStep {
  const done = papers > 0 && papersLapsed === 0
  return { step: 'implementation', state: done ? 'done' : 'current', turn: done ? nobody : producer, dueOn: null }
}

function supportStep({ entitlementState: state, entitlementEvent: event }: StepFacts): ProductStep {
  if (state === null) return { step: 'support', state: 'optional', turn: producer, dueOn: null }
  const [turn] = supportTurn({ state, event }) ?? [nobody]
  return { step: 'support', state: turn === nobody ? 'done' : 'current', turn, dueOn: null }
}

/** A dossier on its way is the state of the step, whatever star stands beside it; then the certificate, due on its last day. */
function evaluationStep(facts: StepFacts): ProductStep {
  const { dossierState, dossierTurn, dossierDue, inForce, lastDay, certificate } = facts
  if (dossierState !== null) {
    const turn = dossierTurn === null ? nobody : turnWords[dossierTurn]
    return { step: 'evaluation', state: 'current', turn, dueOn: dossierDue }
  }
  if (inForce) return { step: 'evaluation', state: 'done', turn: nobody, dueOn: lastDay }
  return { step: 'evaluation', state: certificate === null ? 'ahead' : 'current', turn: producer, dueOn: null }
}

function promotionStep(facts: StepFacts): ProductStep {
  const { connectionState, connectionDue, fairOn, fairOutcome, offerId, shelves, inForce } = facts
  const side = connectionState === null ? null : turnSide(connectionState)
  if (side !== null) {
    const turn = side === 'producer' ? producer : 'Bên mua'
    return { step: 'promotion', state: 'current', turn, dueOn: connectionDue }
  }
  if (fairOn !== null) {
    return { step: 'promotion', state: 'current', turn: fairOutcome === null ? 'Ban tổ chức' : producer, dueOn: fairOn }
  }
  if (offerId !== null || shelves > 0) return { step: 'promotion', state: 'done', turn: nobody, dueOn: null }
  return { step: 'promotion', state: inForce ? 'current' : 'ahead', turn: producer, dueOn: null }
}
