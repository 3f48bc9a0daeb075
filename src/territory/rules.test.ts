import { beforeAll, describe, expect, test } from 'vitest'
import { fold } from '../kernel/text.ts'
import { followAll, isInForce } from './follow.ts'
import { buildHistory } from './history.ts'
import { listDays } from './list-days.ts'
import { readLists } from './lists.ts'
import type { Finding, Placed, PlaceWords, UnitKind } from './model.ts'
import { readingsOf } from './names.ts'
import { readPlace, resolve } from './rules.ts'

let placed: Placed[]
let named: Map<string, Placed[]>

beforeAll(() => {
  const { units, links } = buildHistory(readLists(), [])
  const all = [...units.values()]
  const places = followAll(all, links, listDays.reform2026)
  const ended = new Map(all.map((unit) => [`${unit.code}@${unit.validTo}`, unit]))
  const into = Map.groupBy(links, ({ newCode, newFrom }) => `${newCode}@${newFrom}`)
  placed = all.map((unit, at) => {
    const former = (into.get(`${unit.code}@${unit.validFrom}`) ?? []).flatMap(
      (one) => ended.get(`${one.oldCode}@${one.onDay}`) ?? [],
    )
    const formerDistricts = former.flatMap(
      ({ kind, code, districtCode }) => districtCode ?? (kind === 'district' ? code : []),
    )
    return { ...unit, ...places[at]!, formerProvinces: former.map(({ provinceCode }) => provinceCode), formerDistricts }
  })
  named = Map.groupBy(placed, ({ kind, nameFold }) => `${kind}/${nameFold}`)
})

function find(words: PlaceWords, at: string): Finding {
  const of = (kind: UnitKind, ...written: (string | undefined)[]) =>
    [...new Set(written.flatMap((text) => (text ? readingsOf(text).map((one) => one.fold) : [])))].flatMap(
      (name) => named.get(`${kind}/${name}`) ?? [],
    )
  const provinces = of('province', words.province)
  const facts = {
    provinces,
    districts: of('district', words.district, provinces.length === 0 ? words.province : undefined),
    communes: of('commune', words.commune),
    onLandOf: new Map(),
  }
  return resolve(words, facts, at)
}

function on(day: string, kind: UnitKind): Placed[] {
  return placed.filter((unit) => unit.kind === kind && isInForce(unit, day))
}

const expected = { same: 'exact', followed: 'exact', split: 'split', disputed: 'ambiguous' } as const

/** What the full words of each commune of a day come to, held against where that very commune is. */
function errors(day: string): { wrong: string[]; unsure: number } {
  const provinces = new Map(on(day, 'province').map((unit) => [unit.code, unit.fullName]))
  const districts = new Map(on(day, 'district').map((unit) => [unit.code, unit.fullName]))
  const wrong: string[] = []
  let unsure = 0
  for (const unit of on(day, 'commune')) {
    const { fullName, code, fate, todayCodes, todayProvinceCode } = unit
    const [district, province] = [districts.get(unit.districtCode ?? ''), provinces.get(unit.provinceCode)]
    const { outcome, codes, provinceCode } = find({ commune: fullName, district, province }, day)
    const isRight =
      fate === 'lost' || fate === 'future'
        ? outcome === 'unknown'
        : outcome === expected[fate] && codes.join() === todayCodes.join()
    // The same name under another code in the next list: which one a paper between the lists means, nobody knows.
    const isUnsure = outcome === 'ambiguous' && todayCodes.every((one) => codes.includes(one))
    if (provinceCode !== todayProvinceCode || !(isRight || isUnsure))
      wrong.push(`${fullName}, ${district}: ${code} ${fate} → ${outcome} ${codes.join()}`)
    if (!isRight) unsure++
  }
  return { wrong, unsure }
}

describe('every unit of the country, in its own full words, is found as itself or left to a person', () => {
  test.each([
    ['2019-06-30', 100],
    ['2022-06-30', 100],
    ['2025-06-30', 0],
  ])('the communes of %s, at most %i of them unsure', (day, most) => {
    const { wrong, unsure } = errors(day)
    expect(wrong).toEqual([])
    expect(unsure).toBeLessThanOrEqual(most)
  })

  test('the communes of today, with all marks and without any', () => {
    const provinces = new Map(on('2026-11-24', 'province').map((unit) => [unit.code, unit.fullName]))
    for (const unit of on('2026-11-24', 'commune')) {
      const province = provinces.get(unit.provinceCode)!
      expect(find({ commune: unit.fullName, province }, '2026-11-24')).toMatchObject({
        outcome: 'exact',
        codes: [unit.code],
      })
      const bare = find({ commune: fold(unit.fullName), province: fold(province) }, '2026-11-24')
      expect(bare.codes).toContain(unit.code)
      expect(['exact', 'ambiguous']).toContain(bare.outcome)
    }
  })
})

describe('one box', () => {
  test.each([
    [
      'xã Đức Tín, huyện Đức Linh, Bình Thuận',
      { commune: 'xã Đức Tín', district: 'huyện Đức Linh', province: 'Bình Thuận' },
    ],
    [
      'phường Hải Châu, thành phố Đà Nẵng',
      { commune: 'phường Hải Châu', district: undefined, province: 'thành phố Đà Nẵng' },
    ],
    ['xã Đức Tín; huyện Đức Linh', { commune: 'xã Đức Tín', district: 'huyện Đức Linh', province: undefined }],
    ['Đức Tín, Đức Linh, Bình Thuận', { commune: 'Đức Tín', district: 'Đức Linh', province: 'Bình Thuận' }],
    [
      'Thôn 4, xã Đức Tín, huyện Đức Linh, tỉnh Bình Thuận',
      { commune: 'xã Đức Tín', district: 'huyện Đức Linh', province: 'tỉnh Bình Thuận' },
    ],
  ])('%s', (text, words) => {
    expect(readPlace(text)).toEqual(words)
  })
})
