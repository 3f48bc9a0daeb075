import type { CivilDate } from '../kernel/civil-date.ts'
import type { Fate, Link, Unit, Whereabouts } from './model.ts'

export function isInForce({ validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>, on: CivilDate): boolean {
  return validFrom <= on && (validTo === null || on < validTo)
}

interface End {
  readonly codes: ReadonlySet<string>
  readonly isCertain: boolean
  readonly isLost: boolean
}

/**
 * Where every unit of every time is on a day. Follows the links one change after another; a branch without a link is lost,
 * and a unit any of whose branches is lost or doubtful has no certain unit today.
 */
export function followAll(units: readonly Unit[], links: readonly Link[], asOf: CivilDate): Whereabouts[] {
  const byCode = Map.groupBy(units, ({ code }) => code)
  const byOld = Map.groupBy(links, ({ onDay, oldCode }) => `${oldCode}@${onDay}`)
  const known = new Map<Unit, End>()

  function endOf(unit: Unit): End {
    const found = known.get(unit)
    if (found) return found
    const end =
      isInForce(unit, asOf) || unit.validTo === null || unit.validTo > asOf
        ? { codes: new Set([unit.code]), isCertain: true, isLost: false }
        : joined(byOld.get(`${unit.code}@${unit.validTo}`) ?? [])
    known.set(unit, end)
    return end
  }

  function joined(next: readonly Link[]): End {
    const ends = next.flatMap(({ newCode, newFrom }) => {
      const unit = byCode.get(newCode)?.find(({ validFrom }) => validFrom === newFrom)
      return unit ? [endOf(unit)] : []
    })
    return {
      codes: new Set(ends.flatMap(({ codes }) => [...codes])),
      isCertain: next.every(({ certain }) => certain) && ends.every(({ isCertain }) => isCertain),
      isLost: ends.length < Math.max(1, next.length) || ends.some(({ isLost }) => isLost),
    }
  }

  const at = (code: string, on: CivilDate) => byCode.get(code)?.find((unit) => isInForce(unit, on))
  return units.map((unit) => {
    const end = endOf(unit)
    const place = placeOf(unit, end, asOf)
    const province = at(unit.provinceCode, unit.validFrom)
    const inside = place.todayCode ? at(place.todayCode, asOf)?.provinceCode : undefined
    return { ...place, todayProvinceCode: inside ?? (province ? onlyCode(endOf(province)) : null) }
  })
}

function placeOf(unit: Unit, end: End, asOf: CivilDate): Omit<Whereabouts, 'todayProvinceCode'> {
  const fate = fateOf(unit, end, asOf)
  const todayCode = fate === 'same' || fate === 'followed' ? onlyCode(end) : null
  return { code: unit.code, validFrom: unit.validFrom, fate, todayCode, todayCodes: [...end.codes].toSorted() }
}

function onlyCode({ codes }: End): string | null {
  const [code, ...others] = codes
  return others.length === 0 ? (code ?? null) : null
}

function fateOf(unit: Unit, { codes, isCertain, isLost }: End, asOf: CivilDate): Fate {
  if (unit.validFrom > asOf) return 'future'
  if (isInForce(unit, asOf)) return 'same'
  if (isLost) return 'lost'
  if (!isCertain) return 'disputed'
  return codes.size > 1 ? 'split' : 'followed'
}
