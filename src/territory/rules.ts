import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Because, Finding, Placed, PlaceWords } from './model.ts'
import { lacksMarks, readingsOf } from './names.ts'
import type { Reading } from './names.ts'

/** Every unit whose name, without marks, is one the words may mean. */
export interface PlaceFacts {
  readonly provinces: readonly Placed[]
  readonly districts: readonly Placed[]
  readonly communes: readonly Placed[]
  /** Today's communes on the land of a former district. */
  readonly onLandOf: ReadonlyMap<UnitCode, readonly UnitCode[]>
}

/**
 * Today's unit of a place as written in a paper of a day. Never a guess: whatever leaves two readings goes to a person, with
 * the candidates. Names of units abolished before that day, and of units made after it, are understood when only one fits.
 */
export function resolve(words: PlaceWords, facts: PlaceFacts, at: CivilDate): Finding {
  const provinces = words.province ? within(words.province, facts.provinces) : { units: [], isOtherType: false }
  if (!words.province) return inScopes(words, facts, at, [() => true], null)
  if (provinces.units.length === 0) return provinceUnknown(words, facts, at)
  const meant = ofTheTime(provinces.units, at)
  const today = single(meant.map(({ todayProvinceCode }) => todayProvinceCode))
  if (today === null) return finding('ambiguous', 'several-provinces', [], null, meant)
  if (!words.district && !words.commune) return finding('exact', 'province', [today], today, meant)
  return inScopes(words, facts, at, [liesIn(meant), liesIn(provinces.units)], today)
}

// Lists put a district where the province belongs.
function provinceUnknown(words: PlaceWords, facts: PlaceFacts, at: CivilDate): Finding {
  const { province, district, commune } = words
  if (district || !province || within(province, facts.districts).units.length === 0)
    return finding('unknown', 'no-such-province')
  return inScopes({ district: province, commune }, facts, at, [() => true], null)
}

type Scope = (unit: Placed) => boolean

/** In one of the provinces as it was, in its successor today, or made from its land. */
function liesIn(provinces: readonly Placed[]): Scope {
  return (unit) =>
    provinces.some(
      (province) =>
        (unit.provinceCode === province.code && overlap(unit, province)) ||
        (province.fate === 'same' && unit.todayProvinceCode === province.code) ||
        (province.validTo !== null &&
          province.validTo <= unit.validFrom &&
          unit.formerProvinces.includes(province.code)),
    )
}

function overlap(one: Placed, other: Placed): boolean {
  return (
    (one.validTo === null || other.validFrom < one.validTo) && (other.validTo === null || one.validFrom < other.validTo)
  )
}

/** The narrow scope first: the province as it was on that day; then under all it was ever called so. */
function inScopes(
  words: PlaceWords,
  facts: PlaceFacts,
  at: CivilDate,
  scopes: readonly Scope[],
  province: UnitCode | null,
): Finding {
  const findings = scopes.map((scope) => inScope(words, facts, at, scope, province))
  const misses: readonly Because[] = ['no-such-commune', 'no-such-district', 'another-type']
  return findings.find(({ because }) => !misses.includes(because)) ?? findings[0] ?? finding('unknown', 'nothing-said')
}

function inScope(
  { district, commune }: PlaceWords,
  facts: PlaceFacts,
  at: CivilDate,
  scope: Scope,
  province: UnitCode | null,
): Finding {
  if (!district && !commune) return finding('unknown', 'nothing-said')
  if (!district) return communeIn(commune ?? '', facts.communes.filter(scope), at, province, [])
  const { units, isOtherType } = within(district, facts.districts.filter(scope))
  const provinceCode = province ?? single(units.map(({ todayProvinceCode }) => todayProvinceCode))
  const onLand = landOf(units, facts)
  if (units.length === 0) return finding('unknown', 'no-such-district', [], province)
  if (isOtherType) return finding('unknown', 'another-type', onLand, province, units)
  if (!commune) return districtAlone(ofTheTime(units, at), facts, provinceCode)
  const codes = new Set(units.map(({ code }) => code))
  const inside = facts.communes.filter(
    (unit) =>
      (unit.districtCode !== null && codes.has(unit.districtCode)) ||
      unit.formerDistricts.some((code) => codes.has(code)),
  )
  return communeIn(commune, inside, at, provinceCode, onLand)
}

function landOf(districts: readonly Placed[], { onLandOf }: PlaceFacts): UnitCode[] {
  return [...new Set(districts.flatMap(({ code }) => onLandOf.get(code) ?? []))]
}

function districtAlone(districts: readonly Placed[], facts: PlaceFacts, province: UnitCode | null): Finding {
  const [first] = districts
  if (new Set(districts.map(({ code }) => code)).size > 1) {
    return finding('ambiguous', 'several-districts', landOf(districts, facts), province, districts)
  }
  // Five island districts had no commune below them and became special zones whole.
  if (first?.todayCode) return finding('exact', 'special-zone', [first.todayCode], province, districts)
  return finding('unknown', 'district-only', landOf(districts, facts), province, districts)
}

function communeIn(
  written: string,
  pool: readonly Placed[],
  at: CivilDate,
  province: UnitCode | null,
  onLand: readonly UnitCode[],
): Finding {
  const { units, isOtherType } = within(written, pool)
  if (units.length === 0) return finding('unknown', 'no-such-commune', onLand, province)
  if (isOtherType) return finding('unknown', 'another-type', todayCodesOf(units), province, units)
  const meant = ofTheTime(units, at)
  const provinceCode = single(meant.map(({ todayProvinceCode }) => todayProvinceCode)) ?? province
  const todayCode = single(meant.map((unit) => unit.todayCode))
  if (todayCode)
    return finding(
      'exact',
      meant.some(({ fate }) => fate === 'same') ? 'same' : 'followed',
      [todayCode],
      provinceCode,
      meant,
    )
  if (new Set(meant.map(({ code }) => code)).size > 1)
    return finding('ambiguous', 'several', todayCodesOf(meant), provinceCode, meant)
  return uncertain(meant, provinceCode, onLand)
}

function uncertain(meant: readonly Placed[], province: UnitCode | null, onLand: readonly UnitCode[]): Finding {
  switch (meant[0]?.fate) {
    case 'split':
      return finding('split', 'split', todayCodesOf(meant), province, meant)
    case 'disputed':
      return finding('ambiguous', 'disputed', todayCodesOf(meant), province, meant)
    case 'future':
      return finding('unknown', 'future', todayCodesOf(meant), province, meant)
    default:
      return finding('unknown', 'lost', onLand, province, meant)
  }
}

/**
 * All marks right first; with marks left out only when nothing has them all, or when the words carry no mark at all and any
 * may be missing. A wrong type word is told, not overlooked.
 */
function within(written: string, pool: readonly Placed[]): { units: Placed[]; isOtherType: boolean } {
  const readings = readingsOf(written)
  const isWithoutMarks = readings.at(-1)?.key === readings.at(-1)?.fold
  const ways = isWithoutMarks ? [lacksMarks] : [(key: string, full: string) => key === full, lacksMarks]
  for (const isNamed of ways) {
    const named = pool.filter((unit) => readings.some(({ key }) => isNamed(key, unit.nameKey)))
    const typed = named.filter((unit) =>
      readings.some(({ key, type }) => isNamed(key, unit.nameKey) && fits(type, unit)),
    )
    if (typed.length > 0) return { units: typed, isOtherType: false }
    if (named.length > 0) return { units: named, isOtherType: true }
  }
  return { units: [], isOtherType: false }
}

// Provinces have been both tỉnh and thành phố; nobody means another by the wrong word.
function fits(type: Reading['type'], { kind, unitType }: Placed): boolean {
  return type === undefined || kind === 'province' || type === unitType
}

/**
 * Those that may have stood on the day; else the last to end before it (papers name units abolished years ago); else the
 * first to begin after it (papers copied under new names).
 */
function ofTheTime(units: readonly Placed[], at: CivilDate): Placed[] {
  const standing = units.filter(({ earliestFrom, validTo }) => earliestFrom <= at && (validTo === null || at < validTo))
  if (standing.length > 0) return standing
  const ended = units
    .flatMap(({ validTo }) => (validTo !== null && validTo <= at ? [validTo] : []))
    .toSorted()
    .at(-1)
  if (ended) return units.filter(({ validTo }) => validTo === ended)
  const begins = units.map(({ validFrom }) => validFrom).toSorted()[0]
  return units.filter(({ validFrom }) => validFrom === begins)
}

/** The one value all share; null when they differ, or one is missing. */
function single(values: readonly (string | null)[]): string | null {
  const [first, ...rest] = new Set(values)
  return rest.length === 0 ? (first ?? null) : null
}

function todayCodesOf(units: readonly Placed[]): UnitCode[] {
  return [...new Set(units.flatMap(({ todayCodes }) => todayCodes))].toSorted()
}

function finding(
  outcome: Finding['outcome'],
  because: Because,
  codes: readonly UnitCode[] = [],
  provinceCode: UnitCode | null = null,
  named: readonly Placed[] = [],
): Finding {
  return { outcome, because, codes, provinceCode, named }
}

const communeTypes = ['Xã', 'Phường', 'Thị trấn', 'Đặc khu']
const districtTypes = ['Huyện', 'Quận', 'Thị xã']

/** `xã Đức Tín, huyện Đức Linh, Bình Thuận` in one box: parts by their type words, the rest from the right. */
export function readPlace(text: string): PlaceWords {
  const parts = text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const words: Record<'province' | 'district' | 'commune', string | undefined> = {
    province: undefined,
    district: undefined,
    commune: undefined,
  }
  for (const part of parts.toReversed()) {
    const type = readingsOf(part)[0]?.type
    const wanted =
      type && communeTypes.includes(type)
        ? 'commune'
        : type && districtTypes.includes(type)
          ? 'district'
          : firstFree(words)
    if (wanted && words[wanted] === undefined) words[wanted] = part
  }
  return words
}

function firstFree(words: Readonly<Record<'province' | 'district' | 'commune', string | undefined>>) {
  return (['province', 'district', 'commune'] as const).find((one) => words[one] === undefined)
}
