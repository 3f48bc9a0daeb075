import type { CivilDate } from '../../kernel/civil-date.ts'
import type { RawBuilder } from '../../platform/db.ts'
import type { Dimension, Fact } from '../model.ts'

export interface Figure {
  readonly id: string
  readonly title: string
  /** What is counted, what is not, and by which rule, in words an auditor can hold us to. */
  readonly definition: string
  readonly unit: string
  readonly dimensions: readonly Dimension[]
  /** A subject may stand in several parts (a producer with 3★ and 4★): parts may then sum to more than the total. */
  readonly overlapping: readonly Dimension[]
  /** The rows, as of a day. */
  readonly facts: (at: CivilDate) => RawBuilder<Fact>
}
