import { z } from 'zod'
import type { CivilDate } from '../kernel/civil-date.ts'

/** The legal texts a dossier can be governed by. An amendment is a text of its own. */
export const textIds = ['1048-2019', '148-2023', '1489-2025', '26-2026'] as const
export type TextId = (typeof textIds)[number]

/** A text and a number of its list: `26-2026/13`. */
export type RubricId = `${TextId}/${string}`

/** Where something is decided. The district is history since 1 July 2025. */
export const levels = ['commune', 'district', 'province', 'ministry'] as const
export type Level = (typeof levels)[number]

/** 0 is no star at all: a disqualified product, or scoring that was stopped. */
export type Stars = 0 | 1 | 2 | 3 | 4 | 5
export type PartCode = 'A' | 'B' | 'C'
export const partCodes = ['A', 'B', 'C'] as const

export const dossierKinds = ['first', 'upgrade', 'renewal'] as const
export type DossierKind = (typeof dossierKinds)[number]

/** How well a fact is known: printed in the text, told by a portal or the press, or our reading of it. */
export type Certainty = 'printed' | 'reported' | 'inferred'

/** A star and the lowest mean that gives it. */
export interface Band {
  readonly stars: 1 | 2 | 3 | 4 | 5
  readonly from: number
  /** As printed: `70–89`, `từ 70 đến dưới 90`. */
  readonly printed: string
}

export interface Sector {
  readonly code: string
  readonly name: string
}

export interface ProcedureStep {
  readonly level: Level
  /** `report`: writes an opinion without points. `score`: a council scores. */
  readonly role: 'report' | 'score'
  /** The stars this level decides and certifies. */
  readonly recognises: readonly (3 | 4 | 5)[]
  /** The mean from which a result goes to the next level; absent when nothing or everything goes up. */
  readonly proposesFrom?: number
  /** The level signs a decision that approves its own result before it proposes. */
  readonly approvesResult: boolean
  /** A result that this level can neither recognise nor propose: told, or handed back to the level below. */
  readonly otherwise: 'tell' | 'hand-back'
  readonly authority: string
  readonly article: string
  readonly certainty: Certainty
  readonly note?: string
}

export interface Procedure {
  readonly steps: readonly ProcedureStep[]
  /** Must the top star's gates hold too before a result is proposed upward? */
  readonly proposes: 'on-points' | 'on-points-and-gates'
  /**
   * May a level take back what it sent up, while the next one has not received it? No text says; where this is absent
   * our default holds, `until-received` (decision 0033).
   */
  readonly takeBack?: 'until-received' | 'never'
}

/** A limit of time. `working-days` are counted on the programme's calendar, `days` plainly. */
export interface Deadline {
  readonly id: 'commune-report' | 'renewal-decision' | 'revocation' | 'members-read' | 'refile-idea'
  readonly days: number
  readonly counted: 'working-days' | 'days'
  readonly article: string
  readonly what: string
  /**
   * What a return does to the term where the text does not say: counted anew from what was handed in, or running on
   * from the first receipt. Our default is `anew`, decision 0021.
   */
  readonly afterCompletion?: 'anew' | 'runs-on'
}

/** A yearly batch: asked for before one day, done before another (`MM-DD`; `doneBy` may fall in the same year only). */
export interface Batch {
  readonly level: Level
  readonly number: number
  readonly proposeBy: string
  readonly doneBy: string
  readonly article: string
}

export interface FormRule {
  readonly id: '01' | '02' | '03' | '04'
  readonly name: string
  readonly filledBy: 'producer' | 'commune'
}

/** A line of the list of proofs; `criteria` are keys of criteria the line usually proves (our reading). */
export interface EvidenceLine {
  readonly number: number
  readonly kind: string
  readonly name: string
  readonly criteria: readonly string[]
  readonly timeLimited: boolean
}

/** What goes from one level to the next. */
export interface Transfer {
  readonly from: Level
  readonly to: Level
  readonly kinds: readonly DossierKind[]
  readonly contents: readonly string[]
}

export interface DossierRules {
  readonly kinds: readonly DossierKind[]
  readonly forms: readonly FormRule[]
  readonly evidence: readonly EvidenceLine[]
  readonly extras: Partial<Record<DossierKind, readonly string[]>>
  readonly transfers: readonly Transfer[]
  readonly samples: number
  readonly samplesExempt: readonly string[]
  readonly copies: string
  readonly article: string
}

export interface CertificateRules {
  readonly months: number
  /** Days before expiry between which a renewal is filed; absent where the text sets no window. */
  readonly renewalWindow?: { readonly from: number; readonly to: number }
  readonly graceDays?: number
  readonly recognisedFrom: 3
  readonly article: string
  readonly certainty: Certainty
}

export interface LegalText {
  readonly id: TextId
  /** As cited: `26/2026/QĐ-TTg`. */
  readonly number: string
  readonly title: string
  readonly signedOn: CivilDate
  readonly inForceFrom: CivilDate
  /** First day on which it is no longer in force; null while it is. */
  readonly inForceTo: CivilDate | null
  /** First day on which new dossiers no longer fall under it; null while they do. */
  readonly newDossiersTo: CivilDate | null
  readonly amends?: TextId
  readonly amendedBy: readonly string[]
  readonly replacedBy?: TextId
  readonly officialUrl?: string
  /** What stands verified and what does not, for everybody to read. */
  readonly standing: string
  readonly parts: Readonly<Record<PartCode, number>>
  readonly bands: readonly Band[]
  /** Bands printed in whole points leave e.g. 89,5 unsaid. */
  readonly wholePointBands: boolean
  readonly sectors: readonly Sector[]
  readonly procedure: Procedure
  readonly deadlines: readonly Deadline[]
  readonly batches: readonly Batch[]
  readonly dossier: DossierRules
  readonly certificate: CertificateRules
  /** The four contents the commune reports on, without points. */
  readonly communeContents: readonly { readonly name: string; readonly criteria: readonly string[] }[]
  readonly revocationGrounds: readonly { readonly id: string; readonly name: string }[]
  readonly gaps: readonly string[]
}

export interface Option {
  /** From 1, in the order of the law API. */
  readonly position: number
  readonly points: number
  /** A paraphrase; the official wording is loaded by an operator. */
  readonly label: string
  /** The option is the printed minimum for this star. */
  readonly minimumFor: 3 | 4 | 5 | null
  readonly case: string | null
}

export type CriterionRuleKind = 'requirement' | 'disqualify_if' | 'stop_if' | 'applies_if' | 'evidence' | 'definition'

export interface CriterionRule {
  readonly kind: CriterionRuleKind
  readonly text: string
  readonly dependsOn: string | null
  readonly zeroInAnyOf: readonly string[]
}

export interface Criterion {
  readonly code: string
  /** Stable name across rubrics, e.g. `local_labour`. */
  readonly key: string
  readonly name: string
  readonly nameEn: string
  readonly part: PartCode
  readonly section: string
  readonly group: string | null
  readonly max: number
  readonly options: readonly Option[]
  /** Several cases: exactly one option of the case that applies is chosen. */
  readonly cases: readonly { readonly code: string; readonly label: string }[]
  readonly rules: readonly CriterionRule[]
  readonly communeReports: boolean
  /** Yes and no are implied by the text, not printed. */
  readonly optionsInferred: boolean
}

export interface Section {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly part: PartCode
  readonly max: number
  readonly groups: readonly { readonly code: string; readonly name: string; readonly max: number }[]
}

/** The least points a criterion must reach for a star; a lower star's gates bind the higher stars too. */
export interface Gate {
  readonly criterion: string
  readonly stars: 3 | 4 | 5
  readonly need: number
}

/** Why a product is out whatever its points. `stop` ends the scoring, `criterion` and `form` reject. */
export interface Disqualifier {
  readonly id: string
  readonly criterion: string | null
  readonly kind: 'form' | 'criterion' | 'stop'
  readonly text: string
}

export interface Anomaly {
  readonly kind: string
  readonly criterion: string | null
  readonly text: string
}

export interface Rubric {
  readonly id: RubricId
  readonly text: TextId
  /** `1` … `26`, as printed. */
  readonly number: string
  readonly slug: string
  readonly name: string
  readonly nameEn: string
  readonly sector: string
  readonly group: string
  readonly agencies: readonly string[]
  /** False when the set is missing or does not total 100: it may be read, never scored with. */
  readonly scorable: boolean
  readonly whyNot: 'not-recovered' | 'sum-mismatch' | null
  readonly total: number
  readonly parts: Readonly<Record<PartCode, { readonly name: string; readonly max: number }>>
  readonly sections: readonly Section[]
  readonly criteria: readonly Criterion[]
  readonly gates: readonly Gate[]
  readonly disqualifiers: readonly Disqualifier[]
  readonly needsSample: boolean
  readonly anomalies: readonly Anomaly[]
  readonly standing: string
  readonly source: string
}

const notAPosition = 'Mức chọn phải là số thứ tự của một mức, bắt đầu từ 1.'

/** What was chosen: criterion code → position of the option, from 1. Nothing chosen = left out = 0 points. */
export const ChoicesInput = z.record(
  z.string().max(12),
  z.coerce.number({ error: notAPosition }).int({ error: notAPosition }).min(1, { error: notAPosition }),
)
export type Choices = Readonly<Record<string, number>>

export const AssessmentInput = z.object({
  text: z.string({ error: 'Thiếu văn bản, ví dụ 26-2026.' }).max(40),
  rubric: z.coerce.string({ error: 'Thiếu số bộ tiêu chí, ví dụ 13.' }).max(12),
  choices: ChoicesInput.default({}),
  /** Ids of grounds that hold, as the rubric lists them. */
  disqualified: z.array(z.string().max(40)).max(40).default([]),
})
export type AssessmentInput = z.output<typeof AssessmentInput>
