import type { CivilDate } from '../kernel/civil-date.ts'
import { addDays } from '../kernel/civil-date.ts'
import { placeInWords } from '../kernel/text.ts'
import type { ProductCardProps } from '../ui/card.tsx'
import type { MarkProps } from '../ui/mark.tsx'
import { paths } from '../ui/paths.ts'
import { groupName } from './groups.ts'
import type { Listing } from './model.ts'
import { graceDays } from '../regime/law.ts'
import { publicStatus } from './rules.ts'

type Standing = Parameters<typeof publicStatus>[0] & Pick<Listing, 'stars'>

/** The label on the tea box: its colour and its date follow the status of the day. */
export function markOf(listing: Standing, today: CivilDate): MarkProps {
  const state = publicStatus(listing, today)
  const dates: Record<typeof state, CivilDate> = {
    valid: listing.lastDay,
    expiring: listing.lastDay,
    renewing: addDays(listing.expiresOn, graceDays),
    expired: addDays(listing.lastDay, 1),
    suspended: listing.suspendedFrom ?? listing.lastDay,
    revoked: addDays(listing.lastDay, 1),
  }
  return { state, stars: listing.stars, date: dates[state] }
}

export function placeOf({ communeName, provinceName }: Pick<Listing, 'communeName' | 'provinceName'>): string {
  if (provinceName === null) return 'Chưa xác định xã'
  return communeName === null ? `${provinceName} (xã chưa rõ)` : placeInWords(communeName, provinceName)
}

export function cardOf(listing: Listing, today: CivilDate): ProductCardProps {
  return {
    href: paths.catalogue.product(listing.slug),
    name: listing.name,
    kind: groupName(listing.groupText, listing.groupNo),
    maker: listing.producerName,
    place: placeOf(listing),
    picture: listing.picture
      ? { src: paths.product.image(listing.picture), alt: listing.pictureDescription ?? '' }
      : undefined,
    mark: markOf(listing, today),
  }
}
