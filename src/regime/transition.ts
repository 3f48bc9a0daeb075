import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { DossierKind, TextId } from './model.ts'

export interface Filing {
  readonly filedOn: CivilDate
  readonly kind: DossierKind
  /** The day of evaluation; for a dossier not yet evaluated, today. */
  readonly evaluatedOn: CivilDate
}

// 26/2026 Article 12.2: sixty days for a first evaluation or an upgrade, thirty for a re-evaluation, from 22/5/2026.
const lastDayUnderOldRules: Record<DossierKind, CivilDate> = {
  first: '2026-07-21',
  upgrade: '2026-07-21',
  renewal: '2026-06-21',
}

/** Which text governs a dossier: by the day it was filed, its kind, and the day it is evaluated. */
export function regimeFor({ filedOn, kind, evaluatedOn }: Filing) {
  if (evaluatedOn < filedOn) return refuse('regime/evaluated-before-filing')
  // 26/2026 Article 11.1: in force from the day it was signed.
  if (filedOn >= '2026-05-22') return allow<TextId>('26-2026')
  if (filedOn >= '2023-02-24') return underOldRules(filedOn, kind, evaluatedOn)
  if (filedOn >= '2019-08-21') {
    // No clause was found for dossiers of 1048/2019 that were still open when 148/2023 replaced it.
    return evaluatedOn < '2023-02-24'
      ? allow<TextId>('1048-2019')
      : refuse('regime/needs-person', { article: '148/2023' })
  }
  return refuse('regime/no-text-yet')
}

function underOldRules(filedOn: CivilDate, kind: DossierKind, evaluatedOn: CivilDate) {
  if (evaluatedOn > lastDayUnderOldRules[kind]) {
    // Not covered by the text: the stated default is to file again under 26/2026.
    return refuse('regime/refile', { article: '26/2026 Điều 12.2', facts: { until: lastDayUnderOldRules[kind] } })
  }
  // 1489/2025 ended the district level: a dossier evaluated from then on follows the amended procedure.
  return allow<TextId>(filedOn >= '2025-07-06' || evaluatedOn >= '2025-07-06' ? '1489-2025' : '148-2023')
}
