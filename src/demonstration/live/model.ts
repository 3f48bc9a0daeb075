import type { MakerKind } from '../names.ts'
import type { Drawing } from '../goods/model.ts'
import type { LiveCommune } from '../sample-people.ts'
import type { Aim } from './choices.ts'

/** How far a dossier has come by its own people's acts; what a council does with it stands in live/sittings.ts. */
export type Reach =
  | 'draft'
  | 'filed'
  | 'received-by-commune'
  | 'commune-checked'
  | 'returned'
  | 'returned-again'
  | 'completed'
  | 'commune-reported'
  | 'received-by-province'
  | 'completion-asked'
  | 'completed-for-province'
  | 'under-advice'
  | 'site-visit'
  | 'lab-test'
  | 'advised'
  | 'withdrawn'
  | 'disqualified'

export interface LiveDossier {
  readonly reach: Reach
  /** Days since it was filed; for a draft, since it was opened. */
  readonly daysAgo: number
  readonly aim: Aim
  /** Of a draft whose producer asks the commune to write on: what it needs help with. */
  readonly asksFor?: string
}

/** A certificate of the past: its stars, and how many days are left of its 36 months (negative: days past them). */
export interface LiveCertificate {
  readonly stars: 3 | 4
  readonly daysLeft: number
  readonly suspendedBecause?: string
}

export interface LiveProduct {
  /** How sittings name it. */
  readonly key: string
  readonly name: string
  readonly group: number
  readonly drawing: Drawing
  readonly packs: readonly string[]
  readonly summary: string
  readonly story: string
  readonly certificate?: LiveCertificate
  /** A dossier on its way; with a certificate in its window it is the renewal. */
  readonly dossier?: LiveDossier
}

export interface LiveMaker {
  readonly key: string
  readonly name: string
  readonly kind: MakerKind
  readonly commune: LiveCommune
  /** Sign-in name of the owner; without one the commune registered it on consent and a delegate acts. */
  readonly owner: string
  readonly capacity: 'owner' | 'delegate'
  readonly history: string
  readonly products: readonly LiveProduct[]
}
