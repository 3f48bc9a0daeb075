import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** What to do next, segments of producers, and the six steps of a product. */
export const cyclePaths = {
  next: () => '/buoc-tiep-theo',
  nextOf: (producer: string) => at('/buoc-tiep-theo', producer),
  segments: (query?: Query) => withQuery('/nhom-phat-trien', query),
  product: (id: string) => at('/san-pham-cua-toi', id, 'chu-trinh'),
  seasons: (query?: Query) => withQuery('/lich-chu-trinh', query),
  dropSeason: (id: string) => at('/lich-chu-trinh', id, 'bo'),
  thresholds: () => '/nhom-phat-trien/nguong',
} as const
