import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { SalePoint } from './model-point.ts'

/** A place that is closed sells nothing any more. */
export function judgeStillOpen({ closedOn }: Pick<SalePoint, 'closedOn'>) {
  return closedOn === null ? allow(null) : refuse('fair/point-closed', { overtaken: true })
}

/** Goods of a point of sale are OCOP products of three stars and more, in force on the day (950/QĐ-BCT). */
export function judgeShelving(stars: number | null) {
  return stars === null ? refuse('fair/not-in-force', { field: 'code', article: '950/QĐ-BCT' }) : allow(stars)
}

export function judgeClosing({ openedOn }: Pick<SalePoint, 'openedOn'>, closedOn: CivilDate) {
  return closedOn >= openedOn ? allow(null) : refuse('fair/closes-before-opening', { field: 'closedOn' })
}
