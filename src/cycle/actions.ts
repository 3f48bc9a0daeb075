import { record } from '../audit/actions.ts'
import { country } from '../kernel/actor.ts'
import type { Posting, Role, UnitCode } from '../kernel/actor.ts'
import { addDays } from '../kernel/civil-date.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { yearAsked } from '../outcome/rules.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { ownProducers, producerById } from '../producer/actions.ts'
import { currentText } from '../regime/law.ts'
import { mostPointsShort } from '../statistics/actions.ts'
import { communeReaders, countryReaders, cycleAccess, provinceReaders } from './access.ts'
import { openHelps } from './actions-links.ts'
import { segments } from './model.ts'
import type { Advice, Borders, Help, ProducerFacts, Segment, ThresholdInput } from './model.ts'
import { adviceOf, bordersFor, judgeThreshold, marketSince } from './rules.ts'
import * as store from './store.ts'

export interface Advised {
  readonly facts: ProducerFacts
  readonly borders: Borders
  readonly advice: Advice
}

/** Every producer asked for, all of one province, with its segment and next steps. */
async function advise(ctx: Context, wanted: store.ProducersWanted, province: UnitCode): Promise<readonly Advised[]> {
  const { today } = ctx
  const borders = bordersFor(await store.thresholds(ctx), province, today)
  const producers = await store.producersOf(ctx, wanted, { today, soon: addDays(today, borders.warnDays) })
  const since = marketSince(today, borders)
  const ids = producers.map(({ producerId }) => producerId)
  const products = Map.groupBy(
    await store.productsOf(ctx, ids, { today, since, reader: ctx.actor.id }),
    ({ producerId }) => producerId,
  )
  const { bands } = currentText
  const ground = { today, year: yearAsked(today), bands, pointsShort: mostPointsShort * 100 }
  return producers.map((producer) => {
    const facts = { ...producer, products: products.get(producer.producerId) ?? [] }
    return { facts, borders, advice: adviceOf(facts, borders, ground) }
  })
}

/** The next steps of the producers this person acts for. */
export async function ownAdvice(ctx: Context): Promise<readonly Advised[]> {
  const own = (await ownProducers(ctx)).filter(({ closedOn }) => closedOn === null)
  const found = await Promise.all(
    own.map(({ id, provinceToday }) => advise(ctx, { producers: [id] }, provinceToday ?? country)),
  )
  return found.flat()
}

interface ReadAdvice extends Advised {
  readonly own: boolean
  /** The helps whose place this reader may open. */
  readonly opens: ReadonlySet<Help>
}

/** One producer, for its own people and those who look after it. */
export async function adviceFor(ctx: Context, producerId: string): Promise<ReadAdvice> {
  const producer = orMissing(await producerById(ctx, producerId))
  const at = { unit: producer.communeToday ?? '', province: producer.provinceToday ?? '', producer: producerId }
  if (!cycleAccess['read-advice'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const [found] = await advise(ctx, { producers: [producerId] }, producer.provinceToday ?? country)
  const advised = orMissing(found)
  const own = ctx.actor.producers.includes(producerId)
  const { help } = advised.advice
  return { ...advised, own, opens: own ? new Set(help) : await openHelps(ctx, at, help) }
}

function readersAt(unit: UnitCode): readonly Role[] {
  if (unit === country) return countryReaders
  return unit.length === 5 ? communeReaders : provinceReaders
}

/** Which place this person looks after, or looks at; a whole country is read province by province. */
function placeOfWork({ actor }: Context): Posting | undefined {
  const reads = ({ role, unit }: Posting) => role === 'auditor' || readersAt(unit).some((one) => one === role)
  return actor.postings.find(reads)
}

const size = 30

export interface SegmentsAsked {
  readonly segment: Segment | undefined
  readonly province: UnitCode | undefined
  readonly page: number
}

/** The producers of the own place by segment, with how many stand in each. @throws {Refused} for those without a place. */
export async function segmentList(ctx: Context, { segment, province, page }: SegmentsAsked) {
  const posting = orMissing(placeOfWork(ctx))
  const wholeCountry = posting.unit === country
  const place = wholeCountry ? province : posting.unit
  const ofProvince = wholeCountry ? (province ?? '') : posting.province
  const all = await advise(ctx, place?.length === 5 ? { commune: place } : { province: ofProvince }, ofProvince)
  const counts = Object.fromEntries(
    segments.map((one) => [one, all.filter(({ advice }) => advice.segment === one).length]),
  ) as Record<Segment, number>
  const shown = segment === undefined ? all : all.filter(({ advice }) => advice.segment === segment)
  const borders = bordersFor(await store.thresholds(ctx), ofProvince, ctx.today)
  const list = { items: shown.slice((page - 1) * size, page * size), total: shown.length, page, size }
  return { list, counts, all: all.length, borders, segment, place, wholeCountry }
}
export type SegmentFile = Awaited<ReturnType<typeof segmentList>>

export async function thresholdList(ctx: Context) {
  orMissing(placeOfWork(ctx))
  const units = ctx.actor.postings
    .map(({ unit }) => unit)
    .filter((unit) => cycleAccess['set-threshold'](ctx.actor, { unit, province: unit }))
  return { thresholds: await store.thresholds(ctx), units: [...new Set(units)] }
}

/** A province, or the country for those without borders of their own, moves the borders between segments. */
export function setThreshold(ctx: Context, { unit, ...given }: ThresholdInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const isUnit = unit === country || unit.length === 2
    if (!isUnit || !cycleAccess['set-threshold'](tx.actor, { unit, province: unit })) {
      throw new Refused({ code: 'cycle/not-your-unit', field: 'unit' })
    }
    orRefuse(judgeThreshold(given, tx.today))
    await store.saveThreshold(tx, { unitCode: unit, ...given }, { by: tx.actor.id, at: tx.now })
    await record(tx, 'cycle.threshold-set', unit, { ...given })
  })
}
