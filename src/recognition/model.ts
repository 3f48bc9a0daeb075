import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { optionalText, requiredText, ticked, typedDate } from '../platform/input.ts'

export const decisionKinds = ['recognise', 'approve-result', 'revoke'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** Who may sign: districts recognised 3★ under 148/2023 and are history since 1 July 2025. */
const decisionLevels = ['district', 'province', 'ministry'] as const
export type DecisionLevel = (typeof decisionLevels)[number]

/** Stars that carry a decision and a certificate; 1★ and 2★ get neither (26/2026 Điều 4.1a). */
export type CertifiedStars = 3 | 4 | 5

export const certificateStatuses = ['valid', 'renewal-pending', 'expired', 'suspended', 'revoked'] as const
export type CertificateStatus = (typeof certificateStatuses)[number]

/** The six grounds of 26/2026 Điều 8, in the order of the text. */
export const revocationGrounds = ['untrue', 'criteria-lost', 'breach', 'mark-misuse', 'ceased', 'other'] as const
export type RevocationGround = (typeof revocationGrounds)[number]

/** A decision: a draft until it has a number. */
export interface Decision {
  readonly id: string
  readonly kind: DecisionKind
  readonly level: DecisionLevel
  readonly unitCode: UnitCode
  readonly unitOn: CivilDate
  /** Today's province of the unit, or `VN`; undefined when the unit was split. */
  readonly provinceCode: UnitCode | null
  readonly authority: string
  readonly number: string | null
  readonly year: number | null
  readonly decidedOn: CivilDate | null
  readonly text: string
  readonly roundId: string | null
  readonly signerName: string | null
  readonly signerTitle: string | null
  readonly draftedAt: Instant
  readonly issuedAt: Instant | null
  readonly sourceUrl: string | null
  readonly sample: boolean
}

/** One line of a decision is one recognition, one approved result or one revocation. */
export interface Line {
  readonly id: string
  readonly decisionId: string
  readonly position: number
  readonly productId: string
  readonly producerId: string
  readonly productName: string
  readonly producerName: string
  /** As printed: `Xã Măng Đen, tỉnh Quảng Ngãi`. */
  readonly placeName: string
  readonly dossierId: string | null
  readonly sessionId: string | null
  readonly stars: CertifiedStars | null
  readonly meanHundredths: number | null
  readonly endsCertificate: string | null
  readonly ground: RevocationGround | null
  readonly groundNote: string | null
  readonly concludedOn: CivilDate | null
}

/** How a certificate ended before its own last day; `endedOn` is the first day without it. */
export interface Ending {
  readonly kind: 'revoked' | 'replaced' | 'expiry-recorded'
  readonly endedOn: CivilDate
}

/** What decides whether a certificate is in force on a day. */
export interface CertificateFacts {
  readonly stars: CertifiedStars
  readonly issuedOn: CivilDate
  /** The last day in force by its own term. */
  readonly expiresOn: CivilDate
  readonly ending: Ending | null
  /** `toDate` is the first day on which the mark may be used again. */
  readonly suspensions: readonly { readonly fromDate: CivilDate; readonly toDate: CivilDate | null }[]
  readonly renewals: readonly { readonly filedOn: CivilDate; readonly settledOn: CivilDate | null }[]
}

/** A certificate with everything its public page says. */
export interface Certificate extends CertificateFacts {
  readonly number: string
  readonly layout: string
  readonly file: string | null
  readonly productId: string
  readonly productName: string
  readonly productSlug: string
  readonly productCode: string | null
  readonly group: { readonly text: string; readonly number: string }
  readonly picture: { readonly file: string; readonly description: string } | null
  readonly packs: readonly { readonly label: string; readonly gtin: string | null }[]
  readonly producerId: string
  readonly producerName: string
  readonly producerSlug: string
  readonly placeName: string
  /** Today's province of the product; null when it cannot be told without a person. */
  readonly provinceCode: UnitCode | null
  readonly decision: Pick<Decision, 'id' | 'number' | 'decidedOn' | 'authority' | 'level' | 'text' | 'sourceUrl'>
  readonly endedBy: { readonly id: string; readonly number: string | null } | null
  readonly endGround: string | null
  readonly replacedBy: string | null
  readonly suspensionReason: string | null
  readonly sample: boolean
}

/** What a certificate of the system prints; frozen when it is issued, so that a reprint is equal. */
export interface PrintedFacts {
  readonly number: string
  readonly authority: string
  readonly place: string
  readonly productName: string
  readonly productCode: string | null
  readonly packs: readonly string[]
  readonly producerName: string
  readonly placeName: string
  readonly stars: CertifiedStars
  readonly months: number
  readonly issuedOn: CivilDate
  readonly expiresOn: CivilDate
  readonly decisionNumber: string
  readonly decidedOn: CivilDate
  readonly signerTitle: string
  readonly signerName: string
  readonly sample: boolean
}

/** What a checked text turned out to be (contract.md). */
export const verdicts = [...certificateStatuses, 'cannot-tell', 'not-genuine', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

export const IssueInput = z.object({
  number: requiredText(60, 'Hãy ghi số quyết định, ví dụ 3981/QĐ-UBND.'),
  decidedOn: typedDate,
  signerName: requiredText(120, 'Hãy ghi họ tên người ký.'),
  signerTitle: requiredText(120, 'Hãy ghi chức vụ người ký, ví dụ Phó Chủ tịch.'),
})
export type IssueInput = z.output<typeof IssueInput>

/** The same from the second look, where it was read once more. */
export const ConfirmedIssueInput = IssueInput.extend({ confirmed: ticked })

export const RevocationInput = z.object({
  numbers: requiredText(4_000, 'Hãy ghi ít nhất một số giấy chứng nhận.').transform((text) => [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .map((number) => number.toUpperCase())
        .filter((number) => number !== ''),
    ),
  ]),
  ground: z.enum(revocationGrounds, { error: 'Hãy chọn căn cứ thu hồi.' }),
  note: requiredText(1_000, 'Hãy ghi kết luận hoặc văn bản làm căn cứ.'),
  concludedOn: typedDate,
})
export type RevocationInput = z.output<typeof RevocationInput>

/** What a link may fill in: a certificate, and the conclusion of an inspection with its ground and day. */
export const RevocationQuery = z.object({
  so: optionalText(200).catch(undefined),
  'can-cu': z.enum(revocationGrounds).optional().catch(undefined),
  'ket-luan': optionalText(1_000).catch(undefined),
  ngay: z.iso.date().optional().catch(undefined),
})
export type RevocationQuery = z.output<typeof RevocationQuery>

export const SuspensionInput = z.object({
  reason: requiredText(500, 'Hãy ghi lý do tạm đình chỉ.'),
})
export type SuspensionInput = z.output<typeof SuspensionInput>

export const DecisionQuery = z.object({
  q: optionalText(120).catch(undefined),
  loai: z.enum(decisionKinds).optional().catch(undefined),
  nam: z.coerce.number().int().min(2018).max(2100).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})
export type DecisionQuery = z.output<typeof DecisionQuery>
