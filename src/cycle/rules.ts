import { addDays, addMonths } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { LegalText } from '../regime/model.ts'
import { helpKinds } from './model.ts'
import type { Advice, Borders, Help, HelpKind, ProducerFacts, ProductFacts, Segment, Threshold } from './model.ts'

/** No text divides producers into segments: ours, shown as such, until a unit sets its own. */
export const usualBorders: Borders = {
  highStars: 4,
  largeYear: 3_000_000_000,
  warnDays: 180,
  marketMonths: 24,
  basis: null,
}

/** The borders of a place on a day: the province's own win over the country's; of each the latest from on. */
export function bordersFor(thresholds: readonly Threshold[], province: UnitCode, today: CivilDate): Borders {
  const held = thresholds
    .filter(({ fromDate }) => fromDate <= today)
    .toSorted((one, other) => other.fromDate.localeCompare(one.fromDate))
  const of = (unit: UnitCode) => held.find(({ unitCode }) => unitCode === unit)
  return of(province) ?? of(country) ?? usualBorders
}

/** Borders are set for days to come, or today: what was advised before was advised by others. */
export function judgeThreshold({ fromDate }: Pick<Threshold, 'fromDate'>, today: CivilDate) {
  return fromDate < today ? refuse('cycle/from-past', { field: 'fromDate' }) : allow(null)
}

export interface Ground {
  readonly today: CivilDate
  /** The year whose report is asked for now. */
  readonly year: number
  readonly bands: LegalText['bands']
  /** So few points short of the next star, in hundredths, that raising is worth advising. */
  readonly pointsShort: number
}

/** From which day on an agreement with a buyer counts as a market. */
export function marketSince(today: CivilDate, { marketMonths }: Borders): CivilDate {
  return addMonths(today, -marketMonths)
}

/** What is recorded of a producer → its segment, what that was read from, and what to do next. Never without a next step. */
export function adviceOf(facts: ProducerFacts, borders: Borders, ground: Ground): Advice {
  const { products } = facts
  const stars = Math.max(0, ...products.filter(({ inForce }) => inForce).map((one) => one.stars ?? 0))
  const volume = volumeOf(facts, ground.year)
  const seen = {
    stars,
    volume,
    agreements: products.reduce((sum, one) => sum + one.agreements, 0),
    shelves: products.reduce((sum, one) => sum + one.shelves, 0),
  }
  const segment = segmentOf(seen, products.length, borders)
  const found = [...ofProducts(products, borders, ground), ...ofProducer(facts, { ...seen, segment }, ground)]
  return { ...seen, segment, help: found.toSorted(byWeight) }
}

/** Revenue of the last two years asked for, else what is offered for sale; an older report tells of another producer. */
function volumeOf({ toldYear, revenue, products }: ProducerFacts, year: number): Advice['volume'] {
  if (revenue !== null && toldYear !== null && toldYear >= year - 1) return { from: 'report', value: revenue }
  const offers = products.flatMap(({ offerYear }) => offerYear ?? [])
  return offers.length === 0 ? null : { from: 'offers', value: offers.reduce((sum, value) => sum + value, 0) }
}

function segmentOf(
  { stars, volume }: Pick<Advice, 'stars' | 'volume'>,
  products: number,
  { highStars, largeYear }: Borders,
): Segment {
  if (products === 0) return 'starting'
  if (volume === null) return 'unknown'
  const large = volume.value >= largeYear
  if (stars >= highStars) return large ? 'leading' : 'craft'
  return large ? 'volume' : 'starting'
}

function byWeight(one: Help, other: Help): number {
  const weight = helpKinds.indexOf(one.kind) - helpKinds.indexOf(other.kind)
  return weight === 0 ? (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999') : weight
}

function ofProducts(products: readonly ProductFacts[], borders: Borders, ground: Ground): Help[] {
  return products.flatMap((product) => {
    const { productId, name, certificate, dossierId } = product
    return helpOn(product, borders, ground).map((help) => ({
      ...help,
      product: { productId, name, certificate, dossierId },
    }))
  })
}

function helpOn(product: ProductFacts, { warnDays }: Borders, ground: Ground): Help[] {
  const offer: Help[] = product.inForce && product.offerId === null ? [{ kind: 'offer' }] : []
  if (product.recused) return offer
  if (product.dossierState !== null) return [...ofDossier(product), ...offer]
  const { certificate, inForce, lastDay } = product
  if (!inForce || lastDay === null) return [{ kind: certificate === null ? 'first-dossier' : 'regain' }]
  if (lastDay <= addDays(ground.today, warnDays)) return [{ kind: 'renew', dueOn: lastDay }, ...offer]
  const short = pointsToNext(product, ground.bands)
  return short !== null && short <= ground.pointsShort ? [{ kind: 'raise', count: short }, ...offer] : offer
}

/** Only the producer's own turn is a step of the producer; else the dossier waits for somebody with a term. */
function ofDossier({ dossierState, dossierDue }: ProductFacts): Help[] {
  const due = dossierDue === null ? {} : { dueOn: dossierDue }
  if (dossierState === 'draft') return [{ kind: 'finish-dossier', ...due }]
  return dossierState === 'returned' || dossierState === 'completion-asked' ? [{ kind: 'mend-dossier', ...due }] : []
}

function pointsToNext({ stars, meanHundredths }: ProductFacts, bands: Ground['bands']): number | null {
  const next = bands.find((band) => band.stars === (stars ?? 0) + 1)
  if (next === undefined || meanHundredths === null) return null
  return Math.max(0, next.from * 100 - meanHundredths)
}

type Seen = Pick<Advice, 'segment' | 'volume' | 'agreements'>

function ofProducer(facts: ProducerFacts, { segment, volume, agreements }: Seen, { year }: Ground): Help[] {
  const { products, papersLapsed, papersEnding, toldYear, classes, supportOpen } = facts
  const once = (kind: HelpKind, when: boolean, count?: number): Help[] =>
    when ? [count === undefined ? { kind } : { kind, count }] : []
  const certified = products.some(({ certificate }) => certificate !== null)
  return [
    ...once('describe', products.length === 0),
    ...once('papers', papersLapsed + papersEnding > 0, papersLapsed + papersEnding),
    ...once('report', certified && (toldYear ?? 0) < year, year),
    ...once('ask-volume', products.length > 0 && volume === null),
    ...once('channel', agreements === 0 && products.some(({ offerId }) => offerId !== null)),
    ...once('train', classes === 0),
    ...once('support', supportOpen > 0 || segment === 'starting', supportOpen),
    ...once('chain', segment === 'volume' || segment === 'leading'),
    ...once('export', segment === 'leading'),
    ...once('gift', segment === 'craft'),
  ]
}
