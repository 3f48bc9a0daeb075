import { addDays, addMonths } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { CertifiedStars } from '../recognition/model.ts'
import type { Chance } from './chance.ts'
import { filled } from './chance.ts'
import type { Good, Line } from './goods/model.ts'
import { lines } from './goods/lines.ts'
import { makerName } from './names.ts'
import type { MakerKind } from './names.ts'
import type { OldProvince, Place } from './places.ts'
import { nearestRound } from './rounds.ts'
import type { PastRound } from './rounds.ts'

/** What became of a product, as a list of what was decided about it. */
export type Happening =
  | {
      readonly what: 'recognised'
      readonly round: PastRound
      readonly stars: CertifiedStars
      readonly kind: 'first' | 'renewal' | 'upgrade'
    }
  | { readonly what: 'result-approved'; readonly round: PastRound; readonly sent: boolean }
  | { readonly what: 'failed'; readonly round: PastRound }
  | { readonly what: 'revoked'; readonly on: CivilDate }

export interface ProductPlan {
  readonly name: string
  readonly good: Good
  readonly story: string
  readonly happenings: readonly Happening[]
}

export interface MakerPlan {
  readonly name: string
  readonly kind: MakerKind
  readonly line: Line
  readonly land: 'highland' | 'coast'
  readonly place: Place
  readonly products: readonly ProductPlan[]
}

const fates = {
  standing: 45,
  lapsed: 18,
  renewed: 16,
  upgraded: 7,
  ending: 4,
  revoked: 3,
  failed: 3,
  none: 4,
} as const

type Fate = keyof typeof fates | 'five' | 'potential'

export interface Ground {
  readonly chance: Chance
  readonly today: CivilDate
  readonly rounds: readonly PastRound[]
  /** Brands that no maker has yet; each is taken once in the country. */
  readonly brands: string[]
  /** Names of products so far: provinces are entered side by side, and one must not wait for the address of another. */
  readonly names: Set<string>
}

/** The makers of one old province with everything that was decided about their products. */
export function planMakers(ground: Ground, province: OldProvince, places: readonly Place[]): MakerPlan[] {
  const { chance, brands } = ground
  const here = lines.filter(({ lands }) => lands.some((land) => province.lands.includes(land)))
  return Array.from({ length: province.makers }, (_, index) => {
    const line = here[index % here.length] ?? chance.pick(here)
    const place = chance.pick(places)
    const brand = brands.pop() ?? ''
    const kind = chance.pick(line.kinds)
    const words = { brand, place: shortPlace(place), trade: line.trade }
    const goods = chance.some(line.goods, chance.between(1, 4))
    return {
      name: makerName(chance, kind, words),
      kind,
      line,
      place,
      land: chance.pick(province.lands),
      products: goods.map((good, position) => ({
        name: nameOf(ground, good, words),
        good,
        story: filled(`${good.story} ${line.origin}`, {
          ...words,
          place: place.todayName,
        }),
        happenings: happeningsOf(ground, good, fateOf(ground.chance, index, position)),
      })),
    }
  })
}

function shortPlace({ todayName }: Place): string {
  return todayName.replace(/^(xã|phường|đặc khu) /, '')
}

function nameOf({ chance, names }: Ground, { name }: Good, { brand, place }: { brand: string; place: string }): string {
  const byPlace = `${name} ${place}`
  const chosen = chance.once(3) && !names.has(byPlace) ? byPlace : `${name} ${brand}`
  names.add(chosen)
  return chosen
}

// The first makers of each province carry the stars that are few: one five, one that waits for the ministry.
function fateOf(chance: Chance, maker: number, product: number): Fate {
  if (product === 0 && maker === 0) return 'five'
  if (product === 0 && maker === 1) return 'potential'
  return chance.weighted(fates)
}

function happeningsOf(ground: Ground, { group }: Good, fate: Fate): readonly Happening[] {
  // Ornamental living things entered the list with 148/2023: no earlier round can have had them.
  const isNew = group >= 23 && group <= 25
  return tales[isNew && fate !== 'none' && fate !== 'failed' ? 'standing' : fate](ground)
}

function monthsAgo({ today, rounds, chance }: Ground, from: number, to: number): PastRound {
  return nearestRound(rounds, addDays(addMonths(today, -chance.between(from, to)), chance.between(-15, 15)))
}

function usualStars(chance: Chance): CertifiedStars {
  return chance.next() < 0.72 ? 3 : 4
}

const tales: Record<Fate, (ground: Ground) => readonly Happening[]> = {
  standing: (ground) => [recognised(monthsAgo(ground, 1, 33), usualStars(ground.chance), 'first')],
  lapsed: (ground) => [recognised(monthsAgo(ground, 38, 76), usualStars(ground.chance), 'first')],
  ending: (ground) => [
    recognised(
      nearestRound(ground.rounds, addDays(addMonths(ground.today, -36), 21)),
      usualStars(ground.chance),
      'first',
    ),
  ],
  renewed: (ground) => {
    const stars = usualStars(ground.chance)
    const first = monthsAgo(ground, 37, 70)
    const before = ground.rounds.filter(
      ({ decidedOn }) => decidedOn <= addMonths(first.decidedOn, 36) && decidedOn > addMonths(first.decidedOn, 24),
    )
    const next = before.at(-1)
    return [recognised(first, stars, 'first'), ...(next ? [recognised(next, stars, 'renewal')] : [])]
  },
  upgraded: (ground) => {
    const first = monthsAgo(ground, 22, 50)
    const later = nearestRound(ground.rounds, addMonths(first.decidedOn, ground.chance.between(10, 18)))
    return later.decidedOn > first.decidedOn
      ? [recognised(first, 3, 'first'), recognised(later, 4, 'upgrade')]
      : [recognised(first, 3, 'first')]
  },
  revoked: (ground) => [
    recognised(monthsAgo(ground, 14, 30), usualStars(ground.chance), 'first'),
    { what: 'revoked', on: addDays(ground.today, -ground.chance.between(20, 300)) },
  ],
  failed: (ground) => [{ what: 'failed', round: monthsAgo(ground, 2, 40) }],
  none: () => [],
  five: (ground) => [
    recognised(monthsAgo(ground, 40, 52), 4, 'first'),
    recognised(monthsAgo(ground, 12, 28), 5, 'upgrade'),
  ],
  potential: (ground) => [
    ...(ground.chance.once(2) ? [recognised(monthsAgo(ground, 16, 30), 4, 'first')] : []),
    {
      what: 'result-approved',
      round: nearestRound(ground.rounds, addDays(ground.today, -36)),
      sent: ground.chance.once(2),
    },
  ],
}

function recognised(round: PastRound, stars: CertifiedStars, kind: 'first' | 'renewal' | 'upgrade'): Happening {
  return { what: 'recognised', round, stars, kind }
}
