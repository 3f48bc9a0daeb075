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
  readonly decisionNumber: string
  readonly decidedOn: CivilDate | null
  readonly authority: string
  readonly picture: string | null
  readonly pictureDescription: string | null
  readonly sample: boolean
}

const word = z.string().transform(tidy).optional().catch(undefined)
const several = z
  .union([z.string().transform((text) => [text]), z.array(z.string())])
  .catch([])
  .default([])

/** The query of the list page; whatever is malformed is read as not asked, so a shared link never breaks. */
export const CatalogueQuery = z.object({
  q: z
    .string()
    .transform((text) => tidy(text).slice(0, 120))
    .optional()
    .catch(undefined),
  tinh: word,
  xa: word,
  /** Sectors (`I` … `VI`) or leaf groups (`1` … `26`). */
  nhom: several,
  sao: several.transform((texts) => texts.map(Number).filter((stars) => stars >= 3 && stars <= 5)),
  'tinh-trang': z.enum(['con', 'het', 'tat-ca']).catch('con').default('con'),
  xep: z.enum(['moi', 'sao', 'ten', 'han']).catch('moi').default('moi'),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type CatalogueQuery = z.output<typeof CatalogueQuery>

export interface CatalogueFilter {
  readonly words?: string | undefined
  readonly province?: string | undefined
  readonly commune?: string | undefined
  /** Leaf groups; empty: all. */
  readonly groups: readonly string[]
  readonly stars: readonly number[]
  readonly standing: 'in-force' | 'expired' | 'all'
}

export type Order = CatalogueQuery['xep']

export interface Facet {
  readonly key: string
  readonly count: number
}
