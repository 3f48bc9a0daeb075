import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Where a product's producer is today, and who that is. */
export interface ProductPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly producer?: string
}

const communeStaff = ['commune-officer', 'commune-leader'] as const
const provinceReaders = [
  'province-officer',
  'province-leader',
  'advisory-member',
  'inspector',
  'trade-officer',
] as const
const countryReaders = ['ministry-officer', 'ministry-leader', 'inspector'] as const

/** The producer describes its products; the commune helps the producers of its land. */
function describes(actor: Actor, { unit, producer }: ProductPlace): boolean {
  return actor.producers.includes(producer ?? '') || holds(actor, communeStaff, unit)
}

export const productAccess = {
  describe: describes,
  /** The working page of a product, before anything is public. */
  read: (actor, at) =>
    describes(actor, at) ||
    holds(actor, provinceReaders, at.province) ||
    holds(actor, countryReaders, country) ||
    audits(actor, at.province),
} satisfies Record<string, (actor: Actor, at: ProductPlace) => boolean>

interface Placed {
  readonly producerId: string
  readonly communeToday: UnitCode | null
  readonly provinceToday: UnitCode | null
}

export function placeOfProduct({ producerId, communeToday, provinceToday }: Placed): ProductPlace {
  return { unit: communeToday ?? '', province: provinceToday ?? '', producer: producerId }
}
