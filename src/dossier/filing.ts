import { refuse } from '../kernel/refusal.ts'
import type { Denied } from '../kernel/refusal.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { LegalText, Rubric } from '../regime/model.ts'
import type { Attachment, Form01, Form02, SelfScore } from './model.ts'

/** A paper as filing looks at it. */
export interface HeldPaper {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly expiresOn: CivilDate | null
}

export interface Filing {
  readonly law: LegalText
  readonly rubric: Rubric
  readonly form01: Form01 | undefined
  readonly form02: Form02 | undefined
  readonly selfScore: SelfScore
  readonly attachments: readonly Attachment[]
  readonly papers: readonly HeldPaper[]
  readonly today: CivilDate
}

type FilingCode =
  | 'dossier/form-missing'
  | 'dossier/self-score-missing'
  | 'dossier/samples-missing'
  | 'dossier/missing-document'
  | 'dossier/document-expired'
type Fault = Denied<FilingCode>['refusal']

// Without these the rubric itself rejects the dossier, so filing says so at once: food safety for rubrics 1–17, the
// quality declaration wherever the rubric asks for one (26/2026 Annex II, head of each rubric).
function mandatoryKinds(rubric: Rubric): readonly (readonly string[])[] {
  const asksSafety = rubric.disqualifiers.some(({ text }) => text.includes('an toàn thực phẩm'))
  const asksDeclaration = rubric.criteria.some(({ key }) => key === 'quality_declaration')
  return [
    ['business-registration'],
    ...(asksSafety ? [['food-safety', 'production-condition']] : []),
    ...(asksDeclaration ? [['quality-declaration']] : []),
  ]
}

/** Everything that stands in the way of filing, all at once; empty when the dossier can go. */
export function faultsOfFiling(filing: Filing): Fault[] {
  return [...formFaults(filing), ...scoreFaults(filing), ...paperFaults(filing)].map(({ refusal }) => refusal)
}

function formFaults({ law, rubric, form01, form02 }: Filing) {
  const article = law.dossier.article
  const faults: Denied<FilingCode>[] = []
  if (!form01) faults.push(refuse('dossier/form-missing', { article, facts: { form: '01' } }))
  if (!form02) faults.push(refuse('dossier/form-missing', { article, facts: { form: '02' } }))
  const due = law.dossier.samplesExempt.includes(rubric.number) ? 0 : law.dossier.samples
  if (form01 && form01.samples < due)
    faults.push(refuse('dossier/samples-missing', { article, facts: { due, given: form01.samples } }))
  return faults
}

function scoreFaults({ rubric, selfScore, law }: Filing) {
  const open = rubric.criteria.filter(({ code }) => selfScore.choices[code] === undefined).length
  return open === 0 ? [] : [refuse('dossier/self-score-missing', { article: law.dossier.article, facts: { open } })]
}

function paperFaults({ rubric, attachments, papers, law, today }: Filing) {
  const attached = new Set(attachments.map(({ paperId }) => paperId))
  const held = papers.filter(({ id }) => attached.has(id))
  const missing = mandatoryKinds(rubric)
    .filter((kinds) => !held.some(({ kind }) => kinds.includes(kind)))
    .map((kinds) =>
      refuse('dossier/missing-document', { article: law.dossier.article, facts: { kind: kinds[0] ?? '' } }),
    )
  const expired = held
    .filter(({ expiresOn }) => expiresOn !== null && expiresOn < today)
    .map(({ title, expiresOn }) => refuse('dossier/document-expired', { facts: { title, expiresOn: expiresOn ?? '' } }))
  return [...missing, ...expired]
}

/** Options that count as sure: chosen, and with a paper in force attached wherever one is usually asked. */
export function sureChoices({ rubric, law, selfScore, attachments, papers, today }: Filing): SelfScore['choices'] {
  const inForce = new Set(
    papers.filter(({ expiresOn }) => expiresOn === null || expiresOn >= today).map(({ id }) => id),
  )
  const proved = new Set(attachments.filter(({ paperId }) => inForce.has(paperId)).map(({ criterion }) => criterion))
  const asked = new Set(law.dossier.evidence.flatMap(({ criteria }) => criteria))
  const sure = rubric.criteria.filter(
    ({ code, key }) => selfScore.choices[code] !== undefined && (!asked.has(key) || proved.has(code)),
  )
  return Object.fromEntries(sure.map(({ code }) => [code, selfScore.choices[code] ?? 0]))
}
