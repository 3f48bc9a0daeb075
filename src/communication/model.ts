import type { Instant } from '../kernel/civil-date.ts'

export type NoticeKind = 'acknowledge' | 'tell-return' | 'tell-result' | 'tell-revocation'

/** What the system told a producer; the page shows it, mail carries it where there is an address. */
export interface Notice {
  readonly id: string
  readonly producerId: string
  readonly subject: string
  readonly body: string
  readonly href: string
  readonly madeAt: Instant
  readonly recipient: string | null
  readonly sentAt: Instant | null
}

export interface NoticeFacts {
  readonly productName: string
  readonly dossierNumber: string | null
  readonly outcome: string | null
}
