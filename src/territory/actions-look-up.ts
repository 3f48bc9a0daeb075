import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Context } from '../platform/context.ts'
import type { Runs } from '../platform/db.ts'
import { communesOfProvince, placeName, provincesToday } from './actions.ts'
import { isInForce } from './follow.ts'
import type { Followed, UnitKind, UnitToday } from './model.ts'
import { nameFold, readingsOf } from './names.ts'
import * as store from './store.ts'

export interface UnitWanted {
  readonly at: CivilDate
  /** A name or a part of it, with or without marks, or a code. */
  readonly q?: string | undefined
  readonly kind?: UnitKind | undefined
  readonly province?: UnitCode | undefined
  readonly limit: number
  readonly offset: number
}

/** Units in force on a day, those whose whole name was asked for first. */
export function searchUnits(runs: Runs, { q, ...wanted }: UnitWanted): Promise<{ items: Followed[]; total: number }> {
  return store.unitsOn(runs, { ...wanted, named: q?.trim() ? sought(q) : undefined })
}

/** Units of any time with such a name: for those who know only an old one. */
export function searchEver(runs: Runs, q: string, limit: number): Promise<Followed[]> {
  return q.trim() ? store.unitsEver(runs, sought(q), limit) : Promise.resolve([])
}

// `xã Đức Tín` looks for `duc tin`; names are kept without their type.
function sought(q: string): store.NameSought {
  const code = q.trim()
  return { fold: /^\d{5}$/.test(code) ? code : (readingsOf(q)[0]?.fold ?? nameFold(q)), code }
}

export interface UnitHistory {
  /** What the code stood for on the day asked for. */
  readonly unit: Followed | undefined
  readonly versions: readonly Followed[]
  readonly alsoSpelt: readonly string[]
}

export async function unitHistory(runs: Runs, code: UnitCode, at: CivilDate): Promise<UnitHistory | undefined> {
  const versions = await store.versionsOf(runs, code)
  if (versions.length === 0) return undefined
  const unit = versions.find((one) => isInForce(one, at))
  return { unit, versions, alsoSpelt: await store.spellingsOf(runs, code) }
}

export interface Lineage {
  readonly versions: readonly Followed[]
  /** Every change the code took part in, either side. */
  readonly links: readonly store.LinkWithNames[]
  /** Where all that the code ever stood for is today. */
  readonly today: readonly UnitToday[]
}

/** Whence a code came and whither it went. */
export async function lineageOf(runs: Runs, code: UnitCode): Promise<Lineage | undefined> {
  const versions = await store.versionsOf(runs, code)
  if (versions.length === 0) return undefined
  const codes = new Set(versions.flatMap(({ todayCodes }) => todayCodes))
  return { versions, links: await store.linksOf(runs, code), today: await store.unitsToday(runs, [...codes]) }
}

export interface UnitPageFacts extends UnitHistory, Pick<Lineage, 'links' | 'today'> {
  readonly code: UnitCode
  readonly at: CivilDate
  /** The place in words, as it was on that day. */
  readonly place: string | undefined
  /** Communes of one of today's provinces. */
  readonly communes: readonly UnitToday[]
}

/** All that a page says of one code on a day. */
export async function unitPageOf(ctx: Context, code: UnitCode, at: CivilDate): Promise<UnitPageFacts | undefined> {
  const [history, lineage] = await Promise.all([unitHistory(ctx, code, at), lineageOf(ctx, code)])
  if (!history || !lineage) return undefined
  const isProvinceNow = history.unit?.kind === 'province' && history.unit.fate === 'same'
  return {
    ...history,
    links: lineage.links,
    today: history.unit ? await todayOf(ctx, history.unit) : lineage.today,
    code,
    at,
    place: await placeName(ctx, code, at),
    communes: isProvinceNow ? await communesOfProvince(ctx, code) : [],
  }
}

// A district has no successor of its own, except the five that became special zones: today's communes stand on its land.
async function todayOf(ctx: Context, { kind, code, todayCodes }: Followed): Promise<UnitToday[]> {
  const onLand = kind === 'district' && todayCodes.length === 0 ? await store.communesOnLandOf(ctx, [code]) : new Map()
  return store.unitsToday(ctx, onLand.get(code) ?? todayCodes)
}

export interface ProvinceLine extends UnitToday {
  readonly communes: number
}

/** The provinces of today with their numbers of communes. */
export async function provinceLines(runs: Runs): Promise<ProvinceLine[]> {
  const [provinces, counts] = [await provincesToday(runs), await store.communeCounts(runs)]
  return provinces.map((province) => ({ ...province, communes: counts.get(province.code) ?? 0 }))
}

/** What waits for a person in one province, and what persons have entered so far. */
export async function changesDesk(runs: Runs, province: UnitCode | undefined) {
  return {
    provinces: await provincesToday(runs),
    entered: await store.enteredReforms(runs),
    doubtful: province ? await store.doubtfulUnits(runs, province, 500) : [],
  }
}
