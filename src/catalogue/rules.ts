import { addDays } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { graceDays } from '../regime/law.ts'
import type { CatalogueFilter, CatalogueQuery, Listing, PublicStatus } from './model.ts'

/** From here on a shopper is told that the star ends soon. */
const soonDays = 60

type Standing = Pick<Listing, 'lastDay' | 'expiresOn' | 'endKind' | 'renewalFiledOn' | 'suspendedFrom' | 'suspendedTo'>

/** The same answer as recognition gives for the certificate, with "soon" told apart for shoppers. */
export function publicStatus(listing: Standing, today: CivilDate): PublicStatus {
  const { lastDay, expiresOn, endKind, renewalFiledOn, suspendedFrom, suspendedTo } = listing
  if (endKind === 'revoked' && today > lastDay) return 'revoked'
  const waits = renewalFiledOn !== null && endKind === null && today <= addDays(expiresOn, graceDays)
  if (today > lastDay && !waits) return 'expired'
  if (suspendedFrom && today >= suspendedFrom && (suspendedTo === null || today < suspendedTo)) return 'suspended'
  if (today > lastDay) return 'renewing'
  return today > addDays(lastDay, -soonDays) ? 'expiring' : 'valid'
}

/** Gold is shown only for these. */
export function inForce(status: PublicStatus): boolean {
  return status === 'valid' || status === 'expiring' || status === 'renewing'
}

const standings = { con: 'in-force', het: 'expired', 'tat-ca': 'all' } as const

/** @param leavesOf the leaf groups of a sector, from the law. */
export function filterOf(query: CatalogueQuery, leavesOf: (sector: string) => readonly string[]): CatalogueFilter {
  return {
    words: query.q === '' ? undefined : query.q,
    province: query.tinh,
    commune: query.xa,
    groups: query.nhom.flatMap((one) => (/^[IV]+$/.test(one) ? leavesOf(one) : [one])),
    stars: query.sao,
    standing: standings[query['tinh-trang']],
  }
}
