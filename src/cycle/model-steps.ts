import type { DossierState } from '../dossier/model.ts'
import type { TurnOwner } from '../dossier/rules.ts'
import type { Outcome } from '../idea/model.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { PlanState } from '../plan/model.ts'
import type { RecognitionEvent, EntitlementState } from '../support/model.ts'
import type { ConnectionState } from '../trade/model-connection.ts'

/** The six steps of the programme's cycle, support standing beside the fourth. */
export const cycleSteps = ['learning', 'idea', 'plan', 'implementation', 'support', 'evaluation', 'promotion'] as const
export type CycleStep = (typeof cycleSteps)[number]

/** What is recorded of one product along the cycle; null where nothing happened. */
export interface StepFacts {
  readonly classes: number
  readonly ideaId: string | null
  readonly ideaFiledOn: CivilDate | null
  readonly ideaDueOn: CivilDate | null
  readonly ideaOutcome: Outcome | null
  readonly planId: string | null
  readonly planState: PlanState | null
  readonly papers: number
  readonly papersLapsed: number
  readonly entitlementId: string | null
  readonly entitlementState: EntitlementState | null
  readonly entitlementEvent: RecognitionEvent | null
  readonly dossierId: string | null
  readonly dossierState: DossierState | null
  readonly dossierDue: CivilDate | null
  readonly dossierTurn: TurnOwner | null
  readonly certificate: string | null
  readonly inForce: boolean
  readonly lastDay: CivilDate | null
  readonly offerId: string | null
  readonly connectionId: string | null
  readonly connectionState: ConnectionState | null
  readonly connectionDue: CivilDate | null
  readonly fairSlug: string | null
  readonly fairTitle: string | null
  readonly fairOn: CivilDate | null
  /** Null while the organiser has not chosen. */
  readonly fairOutcome: string | null
  readonly shelves: number
}

export type StepState = 'done' | 'current' | 'ahead' | 'optional'

/** One step with where it stands, whose turn it is and by when. */
export interface ProductStep {
  readonly step: CycleStep
  readonly state: StepState
  readonly turn: string
  readonly dueOn: CivilDate | null
}

/** A star by points at a former district (1048/2019): told or proposed, never a recognition. */
export interface DistrictResult {
  readonly roundId: string
  readonly metOn: CivilDate
  readonly stars: number
}
