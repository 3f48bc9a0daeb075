import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, ticked, typedDate } from '../platform/input.ts'

export interface PaperKind {
  /** Line of the suggested list of Form 02 (26/2026 Phụ lục III); 0 for what the list does not name. */
  readonly line: number
  /** The law lets it lapse: a renewal asks for it again, and the form asks until when it holds. */
  readonly timeLimited: boolean
  /** Worth nothing without the day it was made. */
  readonly dated: boolean
}

const lasting = { timeLimited: false, dated: false }
const dated = { timeLimited: false, dated: true }
const limited = { timeLimited: true, dated: true }

/**
 * What a paper is. None of them is a paper of this programme: recognitions, certificates and decisions are in the
 * record already and are asked of nobody.
 */
export const paperKinds = {
  'business-registration': { line: 1, ...dated },
  'production-condition': { line: 2, ...limited },
  'food-safety': { line: 2, ...limited },
  'material-origin': { line: 3, ...lasting },
  'chain-contract': { line: 3, ...limited },
  environment: { line: 4, ...lasting },
  'labour-list': { line: 5, ...dated },
  'classification-or-finance': { line: 6, ...dated },
  'intellectual-property': { line: 7, ...limited },
  'market-contract': { line: 8, ...limited },
  promotion: { line: 9, ...lasting },
  'story-media': { line: 10, ...lasting },
  'quality-declaration': { line: 11, ...dated },
  'test-result': { line: 12, ...dated },
  'barcode-traceability': { line: 13, ...limited },
  'quality-management': { line: 14, ...limited },
  award: { line: 15, ...dated },
  other: { line: 0, ...lasting },
} as const satisfies Record<string, PaperKind>

export type PaperKindId = keyof typeof paperKinds
export const paperKindIds = Object.keys(paperKinds) as PaperKindId[]

export interface Paper {
  readonly id: string
  readonly producerId: string
  readonly productId: string | null
  readonly kind: PaperKindId
  readonly title: string
  readonly issuer: string | null
  readonly number: string | null
  readonly issuedOn: CivilDate | null
  readonly expiresOn: CivilDate | null
  /** SHA-256 of the kept bytes. */
  readonly file: string
  readonly fileName: string
  readonly mediaType: 'application/pdf' | 'image/jpeg'
  readonly bytes: number
  readonly addedAt: Instant
  readonly addedBy: string
  readonly withdrawnAt: Instant | null
  readonly withdrawnWhy: string | null
  readonly sample: boolean
}

/** A paper as the wallet of a producer shows it. */
export interface WalletPaper extends Paper {
  readonly productName: string | null
  /** Name of the earlier producer that it was issued to, when it came by succession. */
  readonly inheritedFrom: string | null
}

export interface NewPaper {
  readonly producerId: string
  readonly productId?: string | undefined
  readonly kind: PaperKindId
  readonly title: string
  readonly issuer?: string | undefined
  readonly number?: string | undefined
  readonly issuedOn?: CivilDate | undefined
  readonly expiresOn?: CivilDate | undefined
  /** Said to hold without an end. */
  readonly openEnded?: boolean | undefined
  readonly sample?: boolean | undefined
}

/** A file as somebody sent it. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export const PaperInput = z.object({
  producerId: z.string().max(60).optional(),
  productId: z.string().max(60).optional(),
  kind: z.enum(paperKindIds as [PaperKindId, ...PaperKindId[]], { error: 'Hãy chọn loại giấy tờ.' }),
  title: requiredText(200, 'Hãy ghi tên giấy tờ như in trên giấy.'),
  issuer: optionalText(200),
  number: optionalText(100),
  issuedOn: typedDate.optional(),
  expiresOn: typedDate.optional(),
  openEnded: ticked,
  file: z.instanceof(File, { error: 'Hãy chọn ảnh hoặc bản quét của giấy tờ.' }),
})

export const WithdrawalInput = z.object({ why: requiredText(300, 'Hãy ghi vì sao rút giấy tờ này.') })
