import type { CivilDate } from '../kernel/civil-date.ts'
import type { Stars } from '../regime/model.ts'
import type { CouncilLevel, Verdict } from './model.ts'

/** The same star and the same way on, or another: then a new decision is called for. */
export type AgainOutcome = 'same' | 'changed'

/** Another session of the same level scores a decided dossier again, ordered by the answer to a complaint. */
export interface Reexamination {
  readonly id: string
  readonly dossierId: string
  readonly level: CouncilLevel
  /** The number of the complaint. */
  readonly cause: string
  readonly orderedOn: CivilDate
  readonly firstSessionId: string
  readonly firstMeetsOn: CivilDate
  readonly firstStars: Stars
  readonly firstMeanHundredths: number
  readonly firstVerdict: Verdict
  readonly outcome: AgainOutcome | null
  /** Who cast ballots the first time; empty where minutes on paper gave totals only. */
  readonly sat: readonly { readonly accountId: string; readonly name: string }[]
}
