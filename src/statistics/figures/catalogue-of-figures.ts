import type { Figure } from './figure.ts'
import { awaitingMinistry } from './awaiting-ministry.ts'
import { communesCovered } from './communes-covered.ts'
import { communesThen } from './communes-then.ts'
import { defectsRaisedLate } from './defects-raised-late.ts'
import { closedChains, cultureKept, environmentCare, materialAreas, producersReported } from './producers-reported.ts'
import { producersInForce } from './producers-in-force.ts'
import { productsEver } from './products-ever.ts'
import { productsInForce } from './products-in-force.ts'
import { productsLapsed } from './products-lapsed.ts'

/** Every published figure, in the order of the page. */
export const figures: readonly Figure[] = [
  productsInForce,
  productsEver,
  productsLapsed,
  awaitingMinistry,
  producersInForce,
  communesCovered,
  communesThen,
  defectsRaisedLate,
  producersReported,
  closedChains,
  environmentCare,
  cultureKept,
  materialAreas,
]

export function figureById(id: string): Figure | undefined {
  return figures.find((figure) => figure.id === id)
}
