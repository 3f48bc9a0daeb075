import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, ticked } from '../platform/input.ts'
import type { Choices, DossierKind, TextId } from '../regime/model.ts'
import { dossierKinds } from '../regime/model.ts'

/** The states of a dossier (programme.md); the district ones are history. */
export const dossierStates = [
  'draft',
  'filed',
  'returned',
  'completed',
  'received-by-commune',
  'commune-checked',
  'commune-reported',
  'received-by-district',
  'scored-by-district',
  'recognised-by-district',
  'proposed-to-province',
  'received-by-province',
  'completion-asked',
  'completed-for-province',
  'under-advice',
  'site-visit',
  'lab-test',
  'advised',
  'on-agenda',
  'scored',
  'not-recognised',
  'recognised-by-province',
  'result-approved',
  'sent-to-ministry',
  'received-by-ministry',
  'scored-by-ministry',
  'recognised-by-ministry',
  'below-90',
  'notified',
  'published',
  'withdrawn',
  'disqualified',
] as const
export type DossierState = (typeof dossierStates)[number]

export const dossierActs = [
  'file',
  'return',
  'complete',
  'receive-at-commune',
  'send-for-signature',
  'report-from-commune',
  'take-back',
  'receive-at-district',
  'score-at-district',
  'recognise-at-district',
  'propose-to-province',
  'receive-at-province',
  'ask-completion',
  'complete-for-province',
  'start-advice',
  'visit-site',
  'ask-lab-test',
  'report-advice',
  'put-on-agenda',
  'take-off-agenda',
  'score',
  'not-recognise',
  'recognise',
  'approve-result',
  'send-to-ministry',
  'take-back-from-ministry',
  'receive-at-ministry',
  'score-at-ministry',
  'recognise-at-ministry',
  'fall-below-90',
  'evaluate-again',
  'score-again',
  'score-again-at-ministry',
  'notify',
  'publish',
  'withdraw',
  'disqualify',
] as const
export type DossierAct = (typeof dossierActs)[number]

export interface Dossier {
  readonly id: string
  /** Slip number `…/PĐK-(T)-(X)-(year)`, given by the commune when it receives the dossier. */
  readonly number: string | null
  readonly productId: string
  readonly producerId: string
  readonly kind: DossierKind
  /** The governing text, pinned at filing; until then the text a new dossier would fall under. */
  readonly text: TextId
  readonly rubric: string | null
  readonly communeCode: string
  readonly communeOn: CivilDate
  readonly districtCode: string | null
  readonly provinceCode: string
  readonly state: DossierState
  readonly stateSince: Instant
  readonly dueOn: CivilDate | null
  readonly filedOn: CivilDate | null
  readonly openedAt: Instant
  readonly sample: boolean
  /** The commune writes for the producer, whose consent is recorded and stands. */
  readonly assisted: boolean
  /** The producer asked for it by itself: the commune writes, the producer looks again and files. */
  readonly confirms: boolean
  /** The commune has not said yet that it is done writing. */
  readonly helped: boolean
  /** Today's units; null when the commune was split and nobody settled where the dossier belongs. */
  readonly communeToday: string | null
  readonly provinceToday: string | null
  /** Accounts that stepped back from it on a council: its own people may still read it, no officer of these may. */
  readonly recused: readonly string[]
}

/** What happens around a dossier and not in it: the turn and its day stay; the term too, unless a round brought it nearer. */
export type Aside = 'transfer' | 'wait-for-unit' | 'carry-over' | 'order-again' | 'result-stands' | 'follow-round'

export interface Step {
  readonly position: number
  readonly act: DossierAct | 'open' | 'enter-past' | Aside
  readonly stateAfter: DossierState
  readonly dueOn: CivilDate | null
  readonly byAccount: string
  readonly byName: string | null
  readonly at: Instant
  readonly reason: string | null
  readonly article: string | null
}

export interface Defect {
  readonly id: string
  readonly stepPosition: number
  /** Where it is: a form, a criterion, a paper kind; the page links there. */
  readonly place: string
  readonly sentence: string
  readonly article: string
  readonly lateReason: string | null
  readonly mendedAt: Instant | null
}

export interface Attachment {
  readonly criterion: string
  readonly paperId: string
}

/** `hs` is the general list; anything else is a criterion of the rubric. */
export const generalList = 'hs'

/** Per criterion its papers in one line, in one order and each once, so that two lists can be compared. */
export function papersAt(attachments: readonly Attachment[]): Readonly<Record<string, string>> {
  const lists = Map.groupBy(attachments, ({ criterion }) => criterion)
  return Object.fromEntries(
    [...lists].map(([criterion, of]) => [
      criterion,
      [...new Set(of.map(({ paperId }) => paperId))].toSorted().join(' '),
    ]),
  )
}

export interface SelfScore {
  readonly choices: Choices
  readonly notes: Readonly<Record<string, string>>
}

export interface Whole {
  readonly dossier: Dossier
  readonly steps: readonly Step[]
  readonly defects: readonly Defect[]
  readonly selfScore: SelfScore
  readonly attachments: readonly Attachment[]
  readonly form01: Form01 | undefined
  readonly form02: Form02 | undefined
  readonly form03: Form03 | undefined
}

export const OpenInput = z.object({
  productId: z.string({ error: 'Hãy chọn sản phẩm.' }),
  kind: z.enum(dossierKinds, { error: 'Hãy chọn loại hồ sơ.' }).default('first'),
})

/** Form 01 asks only what the register does not hold (26/2026 Annex III). */
export const Form01Input = z.object({
  samples: z
    .string({ error: 'Hãy ghi số mẫu sản phẩm gửi kèm.' })
    .transform(Number)
    .refine((count) => Number.isInteger(count) && count >= 0 && count <= 100, {
      error: 'Số mẫu là số nguyên từ 0 đến 100.',
    }),
  pledge: ticked.refine((given) => given, { error: 'Cần cam kết về tính trung thực của hồ sơ.' }),
})
export type Form01 = z.output<typeof Form01Input>

/**
 * What form 02 asks a producer to write, in its order (26/2026 Annex III): part I the product, II the results of the
 * business plan, IV the plan ahead. The rest of part I is in the register and the wallet, part III is the self-score.
 */
export const form02Fields = [
  'description',
  'standard',
  'material',
  'technology',
  'quality',
  'packaging',
  'market',
  'revenue',
  'profit',
  'results',
  'plan',
  'changes',
] as const
export type Form02Field = (typeof form02Fields)[number]
/** A part not written yet is absent, one cleared by a person is empty: a draft is saved as far as it goes, and filing says what is missing. */
export type Form02 = { readonly [field in Form02Field]?: string | undefined }

const rows = z.record(z.string(), z.string()).default({})

export const Form02Input = z.object({
  ...(Object.fromEntries(form02Fields.map((field) => [field, optionalText(4_000)])) as Record<
    Form02Field,
    ReturnType<typeof optionalText>
  >),
  /** The texts as they stood when the page was drawn. */
  xem: rows,
  /** The boxes that the page filled with a suggestion. */
  goiY: rows,
})

/** The four contents of the commune's report, without points (26/2026 Article 7.2, form 03). */
export const Form03Input = z.object({
  material: requiredText(2_000, 'Hãy ghi nhận xét về nguồn gốc sản phẩm, nguyên liệu địa phương.'),
  labour: requiredText(2_000, 'Hãy ghi nhận xét về sử dụng lao động địa phương.'),
  idea: requiredText(2_000, 'Hãy ghi nhận xét về nguồn gốc ý tưởng sản phẩm.'),
  identity: requiredText(2_000, 'Hãy ghi nhận xét về bản sắc, trí tuệ địa phương.'),
  proposal: requiredText(1_000, 'Hãy ghi đề nghị của xã.'),
})
export type Form03 = z.output<typeof Form03Input>

/** Every defect at once: rows of place, sentence and article; a row without a sentence is no defect. */
export const ReturnInput = z
  .object({ cho: rows, thieu: rows, dieu: rows, lateReason: optionalText(500), key: z.string().max(60).optional() })
  .superRefine(({ thieu, dieu }, issue) => {
    const listed = Object.keys(thieu)
    if (listed.length === 0)
      issue.addIssue({ code: 'custom', message: 'Hãy nêu ít nhất một thiếu sót.', path: ['thieu', '0'] })
    for (const row of listed) {
      if (!dieu[row]) issue.addIssue({ code: 'custom', message: 'Hãy ghi điều khoản làm căn cứ.', path: ['dieu', row] })
    }
  })
  .transform(({ cho, thieu, dieu, lateReason, key }) => ({
    lateReason,
    key,
    defects: Object.entries(thieu).map(([row, sentence]) => ({
      place: cho[row] ?? 'ho-so',
      sentence,
      article: dieu[row] ?? '',
    })),
  }))
export type ReturnInput = z.output<typeof ReturnInput>

export const KeyInput = z.object({ key: z.string().max(60).optional() })
export const ReasonInput = z.object({
  reason: requiredText(1_000, 'Hãy ghi lý do.'),
  key: z.string().max(60).optional(),
})

export const SelfScoreInput = z.object({
  /** Positions from 1; 0 says that no level is reached. */
  chon: z.record(z.string(), z.coerce.number().int().min(0)).default({}),
  ghi: z.record(z.string(), z.string().max(2_000, { error: 'Tối đa 2000 ký tự.' })).default({}),
  /** Options and descriptions as they stood when the page was drawn. */
  xemChon: rows,
  xemGhi: rows,
})

export const AttachInput = z.object({
  /** Rows `giay[criterion]` = one paper id or several. */
  giay: z.record(z.string(), z.union([z.string().transform((one) => [one]), z.array(z.string())])).default({}),
  /** The papers of each criterion as they stood when the page was drawn: ids with a space between them. */
  xemGiay: rows,
})
