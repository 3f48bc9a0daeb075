import type { CivilDate } from '../kernel/civil-date.ts'
import { addDays } from '../kernel/civil-date.ts'
export function graceDaysOn(at: CivilDate): number { return at >= '2026-05-22' ? 180 : 0 }
export function renewalStanding(expiresOn: CivilDate, filedOn: CivilDate): 'early' | 'in-window' | 'late' | 'lapsed' {
  if (filedOn < addDays(expiresOn, -180)) return 'early'
  if (filedOn <= addDays(expiresOn, -120)) return 'in-window'
  return filedOn <= expiresOn ? 'late' : 'lapsed'
}
