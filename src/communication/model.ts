import type { CivilDate } from '../kernel/civil-date.ts'

/** What a producer is told of its dossier or certificate. */
export type NoticeKind =
  | 'acknowledge'
  | 'tell-return'
  | 'tell-result'
  | 'tell-recognition'
  | 'tell-revocation'
  | 'tell-help'

/** What an officer is told of a dossier that came to the desk. */
export type ArrivalKind = 'arrived-at-commune' | 'arrived-at-province' | 'help-asked'

export interface NoticeFacts {
  readonly productName: string
  readonly dossierNumber: string | null
  readonly outcome: string | null
}

/** Something that ends on a day, and how long before it is said. */
export interface Ending {
  readonly key: string
  readonly producerId: string
  readonly title: string
  readonly href: string
  readonly endsOn: CivilDate
  /** `12 tháng`, `30 ngày`. */
  readonly left: string
}
