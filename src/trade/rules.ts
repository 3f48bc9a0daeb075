import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Ask, Channel, Demand, DemandInput, Holding, Offer, OfferInput } from './model.ts'

/** What one part of a match is worth; together a hundred. */
export const partWorth = { papers: 30, season: 25, volume: 20, stars: 10, terms: 10, place: 5 } as const
export type MatchPart = keyof typeof partWorth
export const matchParts = Object.keys(partWorth) as MatchPart[]

export type MatchScore = Readonly<Record<MatchPart, number>>

type Wanted = Pick<Demand, 'months' | 'quantity' | 'provinceCode'> & {
  readonly channel: Pick<Channel, 'asks' | 'minStars' | 'unit' | 'paymentDays' | 'discountPercent'>
}
type Given = Pick<Offer, 'unit' | 'monthly' | 'paymentDays' | 'discountPercent'> & {
  readonly provinceToday: string | null
  readonly stars: number
  /** Kinds of papers in force, and the code. */
  readonly held: ReadonlySet<Ask>
}

/** How well an offer answers a demand of its group, part by part. It hides nobody: a low score is a list of what to talk about. */
export function scoreMatch({ channel, months, quantity, provinceCode }: Wanted, offer: Given): MatchScore {
  const asked = channel.asks.length
  const held = channel.asks.filter((ask) => offer.held.has(ask)).length
  const inSeason = months.filter((month) => capacityIn(offer, month) > 0)
  // Months without goods are the season's matter; the volume looks at those with some.
  const least = Math.min(quantity, ...inSeason.map((month) => capacityIn(offer, month)))
  const isMeasurable = offer.unit === channel.unit && inSeason.length > 0
  const terms = [offer.paymentDays >= channel.paymentDays, offer.discountPercent >= channel.discountPercent]
  return {
    papers: asked === 0 ? partWorth.papers : Math.floor((partWorth.papers * held) / asked),
    season: Math.floor((partWorth.season * inSeason.length) / months.length),
    volume: isMeasurable ? Math.floor((partWorth.volume * least) / quantity) : 0,
    stars: offer.stars >= channel.minStars ? partWorth.stars : 0,
    terms: (partWorth.terms / 2) * terms.filter(Boolean).length,
    place: provinceCode === null || provinceCode === offer.provinceToday ? partWorth.place : 0,
  }
}

export function totalOf(score: MatchScore): number {
  return matchParts.reduce((sum, part) => sum + score[part], 0)
}

export function capacityIn({ monthly }: Pick<Offer, 'monthly'>, month: number): number {
  return monthly[month - 1] ?? 0
}

export type GapState = 'held' | 'lapsing' | 'missing'

export interface Gap {
  readonly ask: Ask
  readonly state: GapState
  readonly until: CivilDate | null
}

/** What a channel asks against what is in force; a paper that lapses within `soon` is said to. */
export function gapsOf(asks: readonly Ask[], { papers }: Holding, soon: CivilDate): readonly Gap[] {
  return asks.map((ask) => {
    const kept = papers.filter(({ kind }) => kind === ask)
    if (kept.length === 0) return { ask, state: 'missing', until: null }
    // The longest-living paper of the kind counts; one without an end outlives all.
    const until = kept.some((paper) => paper.until === null)
      ? null
      : (kept
          .map((paper) => paper.until as CivilDate)
          .toSorted()
          .at(-1) ?? null)
    return { ask, state: until !== null && until < soon ? 'lapsing' : 'held', until }
  })
}

/** What besides papers stands between an offer and a channel, as what is asked and what is given. */
export function termGaps(channel: Channel, offer: Offer, stars: number) {
  const most = Math.max(...offer.monthly)
  const sameUnit = offer.unit === channel.unit
  return [
    { term: 'stars', met: stars >= channel.minStars, asked: channel.minStars, given: stars },
    { term: 'quantity', met: sameUnit && most >= channel.minQuantity, asked: channel.minQuantity, given: most },
    {
      term: 'payment',
      met: offer.paymentDays >= channel.paymentDays,
      asked: channel.paymentDays,
      given: offer.paymentDays,
    },
    {
      term: 'discount',
      met: offer.discountPercent >= channel.discountPercent,
      asked: channel.discountPercent,
      given: offer.discountPercent,
    },
  ] as const
}

/** Twelve months as typed, a blank for none. @returns a refusal when there is nothing in any month. */
export function judgeMonths({ monthly = {} }: Pick<OfferInput, 'monthly'>) {
  const months = Array.from({ length: 12 }, (_, index) => monthly[String(index + 1)] ?? 0)
  return months.some((amount) => amount > 0) ? allow(months) : refuse('trade/no-month', { field: 'monthly[1]' })
}

export function judgeMinOrder({ minOrder }: Pick<OfferInput, 'minOrder'>, monthly: readonly number[]) {
  return minOrder > Math.max(...monthly) ? refuse('trade/order-over-capacity', { field: 'minOrder' }) : allow(minOrder)
}

export function judgeDemand({ months, until }: Pick<DemandInput, 'months' | 'until'>, today: CivilDate) {
  if (months.length === 0) return refuse('trade/no-wanted-month', { field: 'months' })
  if (until < today) return refuse('trade/until-past', { field: 'until' })
  return allow([...new Set(months)].toSorted((one, other) => one - other))
}

export function judgeConfirmed(confirmedOn: CivilDate | null) {
  return confirmedOn === null ? refuse('trade/buyer-not-confirmed') : allow(confirmedOn)
}
