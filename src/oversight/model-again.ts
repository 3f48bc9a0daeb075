import type { CouncilLevel, Verdict } from '../evaluation/model.ts'
import type { AgainOutcome } from '../evaluation/model-again.ts'
import type { DossierState } from '../dossier/model.ts'
import type { CivilDate } from '../kernel/civil-date.ts'

/** Where scoring again stands that the answer to a complaint ordered; both results stay as they were given. */
export interface ScoringAgain {
  readonly level: CouncilLevel
  readonly orderedOn: CivilDate
  readonly firstMeetsOn: CivilDate
  readonly firstStars: number
  readonly firstMeanHundredths: number
  /** The session on whose agenda it stands, or that scored it. */
  readonly sessionId: string | null
  readonly meetsOn: CivilDate | null
  readonly outcome: AgainOutcome | null
  readonly stars: number | null
  readonly meanHundredths: number | null
  readonly verdict: Verdict | null
  readonly dossierId: string
  readonly dossierState: DossierState
  /** In force today on a result of this dossier. */
  readonly certificateNumber: string | null
  readonly certificateStars: number | null
}

/** What comes next; each but the last two has an owner. */
export type AgainStep = 'to-call' | 'to-score' | 'to-decide' | 'to-use' | 'goes-up' | 'to-revoke' | 'stands' | 'decided'
