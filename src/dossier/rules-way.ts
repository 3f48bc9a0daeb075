import type { CivilDate } from '../kernel/civil-date.ts'
import type { Outcome } from '../idea/model.ts'
import type { PlanState } from '../plan/model.ts'
import type { DossierState } from './model.ts'

/** The stages between a thought and a star, as the programme's cycle counts them (steps 2 to 5). */
export const wayStages = ['idea', 'answer', 'visit', 'organisation', 'producer', 'plan', 'product', 'dossier'] as const
export type WayStage = (typeof wayStages)[number]

/** `done`, whose turn it is now, still ahead, or passed over without harm. */
export type WayState = 'done' | 'current' | 'ahead' | 'optional'

/** What is known of an idea's way; null where nothing happened yet. */
export interface WayFacts {
  readonly filedOn: CivilDate
  readonly dueOn: CivilDate
  readonly outcome: Outcome | null
  readonly visitedOn: CivilDate | null
  readonly organisation: { readonly kind: string; readonly people: number | null; readonly on: CivilDate } | null
  readonly producer: boolean
  readonly plan: PlanState | null
  readonly product: boolean
  readonly dossier: { readonly state: DossierState; readonly owner: string } | null
}

export interface WayStep {
  readonly stage: WayStage
  readonly state: WayState
  /** Who acts, or acted. */
  readonly owner: string
}

const maker = 'Người có ý tưởng'
const officer = 'Cán bộ xã'

/** Every step with its owner. A look on the spot and a plan help, and neither holds anybody up: no text asks for them first. */
export function wayOf(facts: WayFacts): WayStep[] {
  const done: Record<WayStage, boolean> = {
    idea: true,
    answer: facts.outcome !== null,
    visit: facts.visitedOn !== null,
    organisation: facts.organisation !== null || facts.producer,
    producer: facts.producer,
    plan: facts.plan === 'agreed' || facts.plan === 'sent',
    product: facts.product,
    dossier: facts.dossier !== null && facts.dossier.owner === 'nobody',
  }
  const helps: readonly WayStage[] = ['visit', 'plan']
  const current = wayStages.find((stage) => !done[stage] && !helps.includes(stage))
  return wayStages.map((stage) => ({
    stage,
    owner: ownerOf(stage, facts),
    state: done[stage] ? 'done' : stage === current ? 'current' : helps.includes(stage) ? 'optional' : 'ahead',
  }))
}

function ownerOf(stage: WayStage, { plan, dossier }: WayFacts): string {
  if (stage === 'answer' || stage === 'visit') return officer
  if (stage === 'plan' && plan === 'sent') return officer
  return stage === 'dossier' && dossier !== null ? dossier.owner : maker
}
