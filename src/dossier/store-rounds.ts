import { rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { DossierState } from './model.ts'
import { belongs, lines, readable, windowed } from './store-queue.ts'
import type { QueueFilter, Window } from './store-queue.ts'

export interface RoundCount {
  readonly round: string
  readonly state: DossierState
  readonly dossiers: number
  readonly products: number
}

/** Dossiers of each round that this person may read, by state. */
export function countsByRound(runs: Runs, filter: QueueFilter, windows: readonly Window[]): Promise<RoundCount[]> {
  return rows<RoundCount>(
    runs,
    sql<RoundCount>`select w.id as round, d.state, count(*) as dossiers, count(distinct d.product_id) as products
      ${lines} join ${windowed(windows)} on ${belongs}
      where ${readable(filter)} group by 1, 2`,
  )
}
