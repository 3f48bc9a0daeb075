import { refuse } from '../kernel/refusal.ts'
import type { Denied } from '../kernel/refusal.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { PaperKindId, WalletPaper } from '../evidence/model.ts'
import { paperInForce } from '../evidence/rules.ts'
import type { DossierKind, LegalText, Rubric } from '../regime/model.ts'
import { form02Fields } from './model.ts'
import type { FiledRegister } from './model-filed.ts'
import type { Attachment, Form01, Form02, Form02Field, SelfScore } from './model.ts'

/** A paper as filing looks at it. */
export type HeldPaper = Pick<WalletPaper, 'id' | 'kind' | 'title' | 'issuedOn' | 'expiresOn' | 'withdrawnAt'>

export interface Filing {
  readonly law: LegalText
  readonly rubric: Rubric
  readonly form01: Form01 | undefined
  readonly form02: Form02 | undefined
  readonly kind: DossierKind
  readonly selfScore: SelfScore
  readonly attachments: readonly Attachment[]
  readonly papers: readonly HeldPaper[]
  readonly today: CivilDate
}

type FilingCode =
  | 'dossier/form-missing'
  | 'dossier/form02-open'
  | 'dossier/self-score-missing'
  | 'dossier/samples-missing'
  | 'dossier/missing-document'
  | 'dossier/document-expired'
  | 'dossier/document-withdrawn'
type Fault = Denied<FilingCode>['refusal']

/** Papers whose lack is a printed ground for rejecting the dossier, by the words of the ground. */
const groundsOfPapers: readonly (readonly [RegExp, readonly PaperKindId[]])[] = [
  [/an toàn thực phẩm/, ['food-safety', 'production-condition']],
  [/giấy phép sản xuất|GMP|điều kiện bắt buộc để sản xuất/, ['production-condition', 'quality-management']],
  [/công bố/, ['quality-declaration']],
]

/**
 * Without these the rubric itself rejects the dossier, so filing says so at once (26/2026 Annex II, head of each rubric):
 * food safety for 1–17, production conditions for 15 and 17–20, the declaration for 18–20. Every other proof is
 * suggested, not required (Annex III, form 02): without it the criterion gets fewer points.
 */
function mandatoryKinds({ disqualifiers }: Rubric): readonly (readonly PaperKindId[])[] {
  const heads = disqualifiers.filter(({ kind }) => kind === 'form')
  return groundsOfPapers.flatMap(([ground, kinds]) => (heads.some(({ text }) => ground.test(text)) ? [kinds] : []))
}

/** Everything that stands in the way of filing, all at once; empty when the dossier can go. */
export function faultsOfFiling(filing: Filing): Fault[] {
  return [...formFaults(filing), ...scoreFaults(filing), ...paperFaults(filing)].map(({ refusal }) => refusal)
}

function formFaults({ law, rubric, form01, form02, kind }: Filing) {
  const article = law.dossier.article
  const faults: Denied<FilingCode>[] = []
  if (!form01) faults.push(refuse('dossier/form-missing', { article, facts: { form: '01' } }))
  if (!form02) faults.push(refuse('dossier/form-missing', { article, facts: { form: '02' } }))
  const open = form02 ? openParts(form02, kind) : []
  if (open.length > 0) faults.push(refuse('dossier/form02-open', { article, facts: { parts: open.join(' ') } }))
  const due = law.dossier.samplesExempt.includes(rubric.number) ? 0 : law.dossier.samples
  if (form01 && form01.samples < due)
    faults.push(refuse('dossier/samples-missing', { article, facts: { due, given: form01.samples } }))
  return faults
}

/** The parts of form 02 that are still blank; a general remark on the results is free, changes are of a renewal. */
export function openParts(form02: Form02, kind: DossierKind): Form02Field[] {
  const asked = form02Fields.filter((field) => field !== 'results' && (field !== 'changes' || kind !== 'first'))
  return asked.filter((field) => !form02[field])
}

function scoreFaults({ rubric, selfScore, law }: Filing) {
  const open = rubric.criteria.map(({ code }) => code).filter((code) => selfScore.choices[code] === undefined)
  if (open.length === 0) return []
  const facts = { open: open.length, codes: open.join(', ') }
  return [refuse('dossier/self-score-missing', { article: law.dossier.article, facts })]
}

function paperFaults({ rubric, attachments, papers, law, today }: Filing) {
  const { article } = law.dossier
  const attached = papers.filter(({ id }) => attachments.some(({ paperId }) => paperId === id))
  const held = attached.filter(({ withdrawnAt }) => withdrawnAt === null)
  const missing = mandatoryKinds(rubric)
    .filter((kinds) => !held.some(({ kind }) => kinds.includes(kind)))
    .map(([kind = 'other']) => refuse('dossier/missing-document', { article, facts: { kind } }))
  const expired = held
    .filter(({ expiresOn }) => expiresOn !== null && expiresOn < today)
    .map(({ title, expiresOn }) => refuse('dossier/document-expired', { facts: { title, expiresOn: expiresOn ?? '' } }))
  const withdrawn = attached
    .filter(({ withdrawnAt }) => withdrawnAt !== null)
    .map(({ title }) => refuse('dossier/document-withdrawn', { facts: { title } }))
  return [...missing, ...expired, ...withdrawn]
}

/** The boxes of form 02 part I, ticked by what the wallet holds in force: nobody is asked for a paper already given. */
export function boxesOf(papers: readonly HeldPaper[], today: CivilDate): FiledRegister['boxes'] {
  const held = papers.filter((paper) => paperInForce(paper, today))
  const titlesOf = (...kinds: PaperKindId[]) =>
    held.filter(({ kind }) => kinds.includes(kind)).map(({ title }) => title)
  return {
    'business-registration': titlesOf('business-registration'),
    'quality-declaration': titlesOf('quality-declaration'),
    'production-papers': titlesOf('food-safety', 'production-condition'),
    'intellectual-property': titlesOf('intellectual-property'),
  }
}

/** Options that count as sure: chosen, and with a paper in force attached wherever one is usually asked. */
export function sureChoices({ rubric, law, selfScore, attachments, papers, today }: Filing): SelfScore['choices'] {
  const inForce = new Set(papers.filter((paper) => paperInForce(paper, today)).map(({ id }) => id))
  const proved = new Set(attachments.filter(({ paperId }) => inForce.has(paperId)).map(({ criterion }) => criterion))
  const asked = new Set(law.dossier.evidence.flatMap(({ criteria }) => criteria))
  const sure = rubric.criteria.filter(
    ({ code, key }) => selfScore.choices[code] !== undefined && (!asked.has(key) || proved.has(code)),
  )
  return Object.fromEntries(sure.map(({ code }) => [code, selfScore.choices[code] ?? 0]))
}
