import { addDays, addMonths } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Certainty, LegalText } from './model.ts'

type Rules = Pick<LegalText, 'certificate'>

/** The last day of validity: 36 months from the day of issue; that day still counts (Civil Code, Article 148). */
export function expiryOf({ certificate }: Rules, issuedOn: CivilDate): CivilDate {
  return addMonths(issuedOn, certificate.months)
}

/** The days between which a renewal is filed, both counted; undefined where the text sets none. */
export function renewalWindowOf(
  { certificate }: Rules,
  expiresOn: CivilDate,
): { opensOn: CivilDate; closesOn: CivilDate } | undefined {
  const window = certificate.renewalWindow
  return window && { opensOn: addDays(expiresOn, -window.from), closesOn: addDays(expiresOn, -window.to) }
}

export type RenewalTiming = 'no-window' | 'too-early' | 'in-window' | 'late' | 'after-expiry'

export function renewalTiming(rules: Rules, expiresOn: CivilDate, filedOn: CivilDate): RenewalTiming {
  const window = renewalWindowOf(rules, expiresOn)
  if (filedOn > expiresOn) return 'after-expiry'
  if (!window) return 'no-window'
  if (filedOn < window.opensOn) return 'too-early'
  return filedOn <= window.closesOn ? 'in-window' : 'late'
}

/** 26/2026 Điều 12.3 speaks of products that could not meet the window when it began: expiry before 19 September 2026. */
const windowMissedBefore: CivilDate = '2026-09-19'

/**
 * How long a certificate runs on while its renewal is undecided: until the result, at most 180 days past expiry
 * (26/2026 Điều 12.3). Printed for products whose window had passed when the text began; inferred for a renewal
 * filed later, but before expiry. Undefined: it ends on its day.
 */
export function runsOnUntil(
  { certificate }: Rules,
  expiresOn: CivilDate,
  renewalFiledOn: CivilDate | undefined,
): { until: CivilDate; certainty: Certainty } | undefined {
  if (certificate.graceDays === undefined || renewalFiledOn === undefined) return undefined
  const until = addDays(expiresOn, certificate.graceDays)
  const covered = expiresOn >= '2026-05-22' && expiresOn < windowMissedBefore
  if (renewalFiledOn > (covered ? until : expiresOn)) return undefined
  return { until, certainty: covered ? 'printed' : 'inferred' }
}
