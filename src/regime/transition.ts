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
    if (evaluatedOn < '2023-02-24') return allow<TextId>('1048-2019')
    // A province's guidance on 148/2023 tells only of upgrades: a new dossier, evaluated under 148. No clause was found
    // for the others that were still open.
    return kind === 'upgrade'
      ? refuse('regime/refile', { article: '148/2023', facts: { text: '148/QĐ-TTg' } })
      : refuse('regime/needs-person', { article: '148/2023' })
  }
  return refuse('regime/no-text-yet')
}

function underOldRules(filedOn: CivilDate, kind: DossierKind, evaluatedOn: CivilDate) {
  if (evaluatedOn > lastDayUnderOldRules[kind]) {
    // Not covered by the text: the stated default is to file again under 26/2026.
    return refuse('regime/refile', { article: '26/2026 Điều 12.2', facts: { text: '26/2026/QĐ-TTg' } })
  }
  if (filedOn >= '2025-07-06') return allow<TextId>('1489-2025')
  if (evaluatedOn < '2025-07-06') return allow<TextId>('148-2023')
  // 26/2026 Article 12.2 sends what is still open back to the rules of 2021–2025 as they then stood: 1489/2025.
  if (evaluatedOn >= '2026-05-22') return allow<TextId>('1489-2025')
  // How a dossier half-way through a district passes to two levels was not found in 1489/2025.
  return refuse('regime/needs-person', { article: '1489/2025' })
}
