import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** Yearly reports of producers, who owes one, and what they sum to. */
export const outcomePaths = {
  mine: () => '/bao-cao-nam',
  owing: (query?: Query) => withQuery('/bao-cao-nam/con-thieu', query),
  terms: () => '/bao-cao-nam/ky-han',
  year: (producer: string, year: number | string) => at('/bao-cao-nam', producer, String(year)),
  sums: (query?: Query) => withQuery('/ket-qua', query),
} as const
