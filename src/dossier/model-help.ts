import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, ticked, typedDate } from '../platform/input.ts'

/** How a commune officer records a consent that was given to them. */
export const consentMeans = ['paper', 'spoken'] as const
/** `account`: the producer asked by itself, signed in. */
export type ConsentMeans = (typeof consentMeans)[number] | 'account'

/** How a producer agreed that its commune writes and files a dossier for it. */
export interface Consent {
  readonly givenBy: string
  readonly givenOn: CivilDate
  readonly means: ConsentMeans
  /** The signed paper, scanned into the producer's wallet. */
  readonly paperId?: string | undefined
  /** Who else heard it. */
  readonly witness?: string | undefined
}

/** A consent as it is kept. */
export interface Assistance extends Consent {
  readonly recordedByName: string | null
  readonly recordedAt: Instant
  readonly endedAt: Instant | null
  readonly endedWhy: string | null
  /** What the producer needs help with, in its words. */
  readonly askedFor: string
  /** When the commune said that it is done writing. */
  readonly writtenAt: Instant | null
}

export const AssistedOpenInput = z.object({
  productId: z.string().max(60),
  consentBy: requiredText(100, 'Hãy ghi họ tên người đã đồng ý.'),
  consentOn: typedDate,
  consentMeans: z.enum(consentMeans, { error: 'Hãy chọn cách chủ thể đã đồng ý.' }),
  paperId: z.string().max(60).optional(),
  witness: optionalText(100),
})

export const HelpInput = z.object({
  agrees: ticked.refine((given) => given, { error: 'Cần đồng ý để xã soạn giúp.' }),
  askedFor: optionalText(500),
})
