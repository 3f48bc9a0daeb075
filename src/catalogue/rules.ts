import { addDays } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { CatalogueFilter, CatalogueQuery, Listing, PublicStatus } from './model.ts'

/** Article 12.3 of 26/2026: a renewal that waits for the authority carries the mark at most 180 days past expiry. */
export const graceDays = 180
/** From here on a shopper is told that the star ends soon. */
const soonDays = 60

type Standing = Pick<
  Listing,
  'issuedOn' | 'lastDay' | 'expiresOn' | 'endKind' | 'renewalFiledOn' | 'suspendedFrom' | 'suspendedTo'
>

export function publicStatus(listing: Standing, today: CivilDate): PublicStatus {
  if (listing.endKind === 'revoked' && today > listing.lastDay) return 'revoked'
  if (
    listing.suspendedFrom &&
    today >= listing.suspendedFrom &&
    !(listing.suspendedTo && today > listing.suspendedTo)
  ) {
    return 'suspended'
  }
  const waits = listing.renewalFiledOn !== null && listing.endKind === null
  if (today > listing.lastDay) {
    return waits && today <= addDays(listing.expiresOn, graceDays) ? 'renewing' : 'expired'
  }
  if (waits) return 'renewing'
  return today > addDays(listing.lastDay, -soonDays) ? 'expiring' : 'valid'
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
