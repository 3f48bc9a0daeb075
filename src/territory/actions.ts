import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { compareVietnamese, lowerFirst } from '../kernel/text.ts'
import type { Runs } from '../platform/db.ts'
import type { Placed, PlaceWords, Resolution, UnitToday } from './model.ts'
import { readingsOf } from './names.ts'
import { readPlace, resolve } from './rules.ts'
import * as store from './store.ts'
import { reasonOf } from './words.ts'

/**
 * Today's unit of a place as written in a paper signed on `at`. Exact only when certain; otherwise the candidates and a
 * sentence for the person who must decide.
 */
export async function resolvePlace(runs: Runs, { at, ...given }: PlaceWords & { at: CivilDate }): Promise<Resolution> {
  const words = inParts(given)
  const provinces = await named(runs, 'province', [words.province])
  // Lists put districts into the province column.
  const districts = await named(runs, 'district', [words.district, provinces.length === 0 ? words.province : undefined])
  const communes = await named(runs, 'commune', [words.commune])
  const onLandOf = await store.communesOnLandOf(runs, [...new Set(districts.map(({ code }) => code))])
  const finding = resolve(words, { provinces, districts, communes, onLandOf }, at)
  const today = new Map(
    (await store.unitsToday(runs, [...finding.codes, ...(finding.provinceCode ? [finding.provinceCode] : [])])).map(
      (unit) => [unit.code, unit],
    ),
  )
  const candidates = finding.codes.flatMap((code) => today.get(code) ?? [])
  const province = (finding.provinceCode && today.get(finding.provinceCode)) || null
  const commune = finding.outcome === 'exact' ? (candidates.find(({ kind }) => kind === 'commune') ?? null) : null
  const reason = reasonOf(finding, candidates, province)
  return { outcome: finding.outcome, candidates, reason, province, commune, written: onlyOne(finding.named) }
}

function onlyOne(units: readonly Placed[]): Placed | null {
  return new Set(units.map(({ code }) => code)).size === 1 ? (units[0] ?? null) : null
}

function inParts({ province, district, commune }: PlaceWords): PlaceWords {
  const isWhole = !province?.trim() && !district?.trim() && commune !== undefined && /[,;\n]/.test(commune)
  const words = isWhole ? readPlace(commune) : { province, district, commune }
  const said = (text: string | undefined) => (text?.trim() ? text : undefined)
  return { province: said(words.province), district: said(words.district), commune: said(words.commune) }
}

async function named(runs: Runs, kind: Placed['kind'], written: readonly (string | undefined)[]): Promise<Placed[]> {
  const folds = written.flatMap((text) => (text ? readingsOf(text).map(({ fold }) => fold) : []))
  return folds.length === 0 ? [] : store.unitsNamed(runs, kind, folds)
}

/** The unit a code stood for on a day. */
export function unitAt(runs: Runs, code: UnitCode, at: CivilDate): Promise<Placed | undefined> {
  return store.unitAt(runs, code, at)
}

/** Today's communes on the land that a district had on a day. */
export function communesOnLandThen(runs: Runs, district: UnitCode, at: CivilDate): Promise<UnitCode[]> {
  return store.communesOnLandThen(runs, district, at)
}

/** Today's communes of one of today's provinces, in the order of their names. */
export async function communesOfProvince(runs: Runs, province: UnitCode): Promise<UnitToday[]> {
  const communes = await store.communesOfProvince(runs, province)
  return communes.toSorted((left, right) => compareVietnamese(left.name, right.name))
}

/** The provinces of today, in the order of their codes. */
export function provincesToday(runs: Runs): Promise<UnitToday[]> {
  return store.provincesToday(runs)
}

export function unitsToday(runs: Runs, codes: readonly UnitCode[]): Promise<UnitToday[]> {
  return store.unitsToday(runs, codes)
}

/** Today's province of a province code of before July 2025 (24, once Bắc Giang, is Bắc Ninh's). */
export async function provinceToday(runs: Runs, oldProvinceCode: UnitCode): Promise<UnitToday | undefined> {
  const successor = await store.provinceSuccessor(runs, oldProvinceCode)
  const code = successor?.todayProvinceCode
  return code ? (await store.unitsToday(runs, [code]))[0] : undefined
}

/** `Xã Đức Linh, tỉnh Lâm Đồng`: a place as it was called on a day, today when none is given. */
export async function placeName(
  ctx: Runs & { readonly today: CivilDate },
  code: UnitCode,
  at: CivilDate = ctx.today,
): Promise<string | undefined> {
  const unit = await store.unitAt(ctx, code, at)
  if (!unit) return undefined
  const above = [unit.districtCode, unit.kind === 'province' ? null : unit.provinceCode].filter((one) => one !== null)
  const names = await Promise.all(above.map(async (one) => (await store.unitAt(ctx, one, at))?.fullName))
  return [unit.fullName, ...names.filter((name) => name !== undefined).map(lowerFirst)].join(', ')
}
