import { addDays, addMonths } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { CertificateRules } from './model.ts'

/** The last day in force: the corresponding day of the last month, to its end (Civil Code Article 148). */
export function lastDayOf(issuedOn: CivilDate, { months }: Pick<CertificateRules, 'months'>): CivilDate {
  return addMonths(issuedOn, months)
}

export interface Window {
  readonly opens: CivilDate
  readonly closes: CivilDate
}

/** When a renewal is filed: 180 to 120 days before expiry (26/2026 Article 7.6); null where the text sets no window. */
export function renewalWindow(expiresOn: CivilDate, { renewalWindow: days }: CertificateRules): Window | null {
  return days === undefined ? null : { opens: addDays(expiresOn, -days.from), closes: addDays(expiresOn, -days.to) }
}

/** A renewal that waits for the authority carries the mark to this day (26/2026 Article 12.3). */
export function lastGraceDay(expiresOn: CivilDate, { graceDays = 0 }: CertificateRules): CivilDate {
  return addDays(expiresOn, graceDays)
}
