import { z } from 'zod'
import type { CivilDate } from '../kernel/civil-date.ts'
import { tidy } from '../kernel/text.ts'

/** What the public sees of a product's recognition on a day. */
export type PublicStatus = 'valid' | 'expiring' | 'renewing' | 'expired' | 'suspended' | 'revoked'

export interface Listing {
  readonly productId: string
  readonly slug: string
  readonly code: string | null
  readonly name: string
  readonly summary: string
  readonly producerId: string
  readonly producerSlug: string
  readonly producerName: string
  readonly producerKind: string
  readonly groupText: string
  readonly groupNo: string
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly provinceCode: string | null
  readonly provinceName: string | null
  readonly number: string
  readonly stars: number
  readonly issuedOn: CivilDate
  /** The last day in force as far as decisions go; a pending renewal may carry it further. */
  readonly lastDay: CivilDate
  readonly expiresOn: CivilDate
  readonly endKind: 'revoked' | 'replaced' | 'expiry-recorded' | null
  readonly renewalFiledOn: CivilDate | null
  readonly suspendedFrom: CivilDate | null
  readonly suspendedTo: CivilDate | null
  readonly picture: string | null
  readonly pictureDescription: string | null
  readonly sample: boolean
}

const one = z.string().transform(tidy).optional().catch(undefined)

/** The query of the list page; whatever is malformed is read as not asked, so a shared link never breaks. */
export const CatalogueQuery = z.object({
  q: z.string().transform((text) => tidy(text).slice(0, 120)).optional().catch(undefined),
  tinh: one,
  xa: one,
  nhom: one,
  sao: z.coerce.number().int().min(3).max(5).optional().catch(undefined),
  hieuluc: z.enum(['con', 'het', 'tatca']).catch('con'),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type CatalogueQuery = z.output<typeof CatalogueQuery>

export interface CatalogueFilter {
  readonly words: string | undefined
  readonly province: string | undefined
  readonly commune: string | undefined
  readonly group: string | undefined
  readonly stars: number | undefined
  readonly standing: 'in-force' | 'expired' | 'all'
}

export interface Facet {
  readonly key: string
  readonly count: number
}
