import type { PaperKindId, WalletPaper } from '../evidence/model.ts'
import type { Producer } from '../producer/model.ts'
import type { PartCode, RubricId, TextId } from '../regime/model.ts'
import type { Attachment, Form01, Form02, Form03, SelfScore, Step } from './model.ts'

export const boxIds = [
  'business-registration',
  'quality-declaration',
  'production-papers',
  'intellectual-property',
] as const
/** A box of form 02 part I that the wallet ticks. */
export type BoxId = (typeof boxIds)[number]

/** What the forms take from the register and the wallet, as it stood on the day. */
export interface FiledRegister {
  readonly producer: Pick<
    Producer,
    | 'name'
    | 'kind'
    | 'registrationNo'
    | 'registrationOn'
    | 'foundedOn'
    | 'representativeName'
    | 'representativePosition'
    | 'representativeSex'
    | 'representativeEthnicity'
    | 'representativeDisabled'
    | 'representativeAddress'
    | 'address'
    | 'phone'
    | 'email'
    | 'labourTotal'
    | 'labourLocal'
    | 'history'
    | 'structure'
  >
  readonly product: { readonly name: string; readonly packs: readonly string[] }
  readonly commune: string
  readonly province: string
  /** Titles of the papers in force that tick each box. */
  readonly boxes: Readonly<Record<BoxId, readonly string[]>>
}

export interface AskedCriterion {
  readonly code: string
  readonly name: string
  readonly part?: PartCode
  readonly options: readonly { readonly points: number; readonly label: string }[]
}

export type FiledPaper = Pick<WalletPaper, 'id' | 'title' | 'number' | 'issuer' | 'issuedOn' | 'expiresOn' | 'file'> & {
  readonly kind: PaperKindId
}

/** What was asked with what was answered, as it was handed in; a draft has the same shape, as of today. */
export interface Filed {
  readonly text: TextId
  readonly rubric: RubricId
  readonly asked: readonly AskedCriterion[]
  readonly form01?: Form01 | undefined
  readonly form02?: Form02 | undefined
  /** In the copy that the commune's signature keeps. */
  readonly form03?: Form03 | undefined
  readonly selfScore: SelfScore
  readonly attachments: readonly Attachment[]
  readonly papers: readonly FiledPaper[]
  /** Absent in copies from before the register was kept along. */
  readonly register?: FiledRegister | undefined
}

/** A kept copy and the step that made it. */
export interface FiledCopy {
  readonly position: number
  readonly act: Step['act']
  readonly at: string
  readonly hash: string
  readonly content: Filed
}
