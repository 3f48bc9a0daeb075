import type {
  Criterion,
  CriterionRule,
  CriterionRuleKind,
  Disqualifier,
  Gate,
  PartCode,
  Rubric,
  TextId,
} from './model.ts'

/** A rubric as the data files hold it (shared with nobody else: the shape ends here). */
export interface RubricFile {
  readonly regime: string
  readonly rubric: {
    readonly no: number
    readonly slug: string
    readonly name_vi: string
    readonly name_en: string
    readonly industry: { readonly code: string }
    readonly group: { readonly name_vi: string }
    readonly managing_agencies_vi?: readonly string[]
    readonly requires_sample?: boolean
  }
  readonly total?: number
  readonly parts?: readonly PartFile[]
  readonly disqualifiers?: readonly { readonly text_vi: string }[]
  readonly anomalies?: readonly { readonly kind: string; readonly criterion?: string; readonly text_vi: string }[]
  readonly verification: { readonly status: string; readonly how: string }
  readonly source: { readonly instrument: string; readonly text_read: string }
}

interface PartFile {
  readonly code: PartCode
  readonly name_vi: string
  readonly max: number
  readonly sections: readonly SectionFile[]
}

interface SectionFile {
  readonly code: string
  readonly name_vi: string
  readonly name_en: string
  readonly max: number
  readonly groups?: readonly { readonly code: string; readonly name_vi: string; readonly max: number }[]
  readonly criteria: readonly CriterionFile[]
}

interface CriterionFile {
  readonly code: string
  readonly key: string
  readonly name_vi: string
  readonly name_en: string
  readonly max: number
  readonly group?: string
  readonly levels: readonly {
    readonly points: number
    readonly label_vi: string
    readonly star_min: 3 | 4 | 5 | null
    readonly case?: string
  }[]
  readonly star_min_points?: Readonly<Record<string, number>>
  readonly rules?: readonly {
    readonly type: CriterionRuleKind
    readonly text_vi: string
    readonly depends_on?: string
    readonly zero_in_any_of?: readonly string[]
  }[]
  readonly cases?: readonly { readonly code: string; readonly label_vi: string }[]
  readonly commune_preassess?: unknown
  readonly levels_inferred?: boolean
}

/** A set that does not total 100 may be read, never scored with. */
export function rubricOf(text: TextId, file: RubricFile): Rubric {
  const { rubric, parts = [], total = 0, verification, source } = file
  const criteria = parts.flatMap((part) =>
    part.sections.flatMap((section) => section.criteria.map((one) => criterionOf(part.code, section.code, one))),
  )
  const whyNot = parts.length === 0 ? 'not-recovered' : total === 100 ? null : 'sum-mismatch'
  return {
    id: `${text}/${rubric.no}`,
    text,
    number: String(rubric.no),
    slug: rubric.slug,
    name: rubric.name_vi,
    nameEn: rubric.name_en,
    sector: rubric.industry.code,
    group: rubric.group.name_vi,
    agencies: rubric.managing_agencies_vi ?? [],
    scorable: whyNot === null,
    whyNot,
    total,
    parts: partsOf(parts),
    sections: parts.flatMap((part) => part.sections.map((section) => sectionOf(part.code, section))),
    criteria,
    gates: parts.flatMap((part) => part.sections.flatMap((section) => section.criteria.flatMap(gatesOf))),
    disqualifiers: disqualifiersOf(file, criteria),
    needsSample: rubric.requires_sample ?? rubric.industry.code !== 'VI',
    anomalies: (file.anomalies ?? []).map(({ kind, criterion, text_vi }) => ({
      kind,
      criterion: criterion ?? null,
      text: text_vi,
    })),
    standing: verification.how,
    source: `${source.instrument}; ${source.text_read}`,
  }
}

function partsOf(parts: readonly PartFile[]): Rubric['parts'] {
  const none = { name: '', max: 0 }
  const named = Object.fromEntries(parts.map(({ code, name_vi, max }) => [code, { name: name_vi, max }]))
  return { A: none, B: none, C: none, ...named }
}

function sectionOf(part: PartCode, { code, name_vi, name_en, max, groups = [] }: SectionFile) {
  return {
    code,
    name: name_vi,
    nameEn: name_en,
    part,
    max,
    groups: groups.map((group) => ({ code: group.code, name: group.name_vi, max: group.max })),
  }
}

function criterionOf(part: PartCode, section: string, file: CriterionFile): Criterion {
  return {
    code: file.code,
    key: file.key,
    name: file.name_vi,
    nameEn: file.name_en,
    part,
    section,
    group: file.group ?? null,
    max: file.max,
    options: file.levels.map(({ points, label_vi, star_min, case: branch }, index) => ({
      position: index + 1,
      points,
      label: label_vi,
      minimumFor: star_min,
      case: branch ?? null,
    })),
    cases: (file.cases ?? []).map(({ code, label_vi }) => ({ code, label: label_vi })),
    rules: (file.rules ?? []).map(ruleOf),
    communeReports: file.commune_preassess !== undefined,
    optionsInferred: file.levels_inferred ?? false,
  }
}

function ruleOf(rule: NonNullable<CriterionFile['rules']>[number]): CriterionRule {
  return {
    kind: rule.type,
    text: rule.text_vi,
    dependsOn: rule.depends_on ?? null,
    zeroInAnyOf: rule.zero_in_any_of ?? [],
  }
}

/** One gate for each star whose minimum is stated; the data already carries a lower star's minimum upward. */
function gatesOf({ code, star_min_points = {} }: CriterionFile): Gate[] {
  return ([3, 4, 5] as const).flatMap((stars) => {
    const need = star_min_points[stars]
    return need === undefined ? [] : [{ criterion: code, stars, need }]
  })
}

function disqualifiersOf({ disqualifiers = [] }: RubricFile, criteria: readonly Criterion[]): Disqualifier[] {
  const form = disqualifiers.map(({ text_vi }, index) => ({
    id: `hs-${index + 1}`,
    criterion: null,
    kind: 'form' as const,
    text: text_vi,
  }))
  const inside = criteria.flatMap(({ code, rules }) =>
    rules
      .filter(({ kind }) => kind === 'disqualify_if' || kind === 'stop_if')
      .map(({ kind, text }, index) => ({
        id: `${code}-${index + 1}`,
        criterion: code,
        kind: kind === 'stop_if' ? ('stop' as const) : ('criterion' as const),
        text,
      })),
  )
  return [...form, ...inside]
}
