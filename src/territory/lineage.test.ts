import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { followAll, isInForce } from './follow.ts'
import { buildHistory } from './history.ts'
import { listDays } from './list-days.ts'
import { readLists } from './lists.ts'
import type { Link, Unit, Whereabouts } from './model.ts'

let units: Unit[]
let links: readonly Link[]
let places: Whereabouts[]
const asOf = listDays.reform2026

beforeAll(() => {
  const history = buildHistory(readLists(), [])
  units = [...history.units.values()]
  links = history.links
  places = followAll(units, links, asOf)
})

const on = (day: string, kind: Unit['kind']) => units.filter((unit) => unit.kind === kind && isInForce(unit, day))
const someDay = () =>
  fc
    .date({ min: new Date('2005-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10))

describe('lineage', () => {
  test('on any day a code is one unit, and every unit lies in a province, and in a district, of that day', () => {
    fc.assert(
      fc.property(someDay(), (day) => {
        const codes = (kind: Unit['kind']) => on(day, kind).map(({ code }) => code)
        const [provinces, districts, communes] = [
          new Set(codes('province')),
          new Set(codes('district')),
          codes('commune'),
        ]
        expect(new Set(communes).size).toBe(communes.length)
        for (const { provinceCode, districtCode } of [...on(day, 'commune'), ...on(day, 'district')]) {
          expect(provinces.has(provinceCode)).toBe(true)
          if (districtCode !== null) expect(districts.has(districtCode)).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('the communes of the provinces of any day add up to the communes of the country', () => {
    fc.assert(
      fc.property(someDay(), (day) => {
        const byProvince = Map.groupBy(on(day, 'commune'), ({ provinceCode }) => provinceCode)
        const sum = [...byProvince.values()].reduce((total, { length }) => total + length, 0)
        expect(sum).toBe(on(day, 'commune').length)
        expect(byProvince.size).toBe(on(day, 'province').length)
      }),
      { numRuns: 20 },
    )
  })

  test('following a unit of today gives itself', () => {
    const today = units.flatMap((unit, at) => (isInForce(unit, asOf) ? [{ unit, place: places[at] }] : []))
    expect(today).toHaveLength(3_321 + 34)
    for (const { unit, place } of today) {
      expect(place).toMatchObject({
        fate: 'same',
        todayCode: unit.code,
        todayCodes: [unit.code],
        todayProvinceCode: unit.provinceCode,
      })
    }
  })

  test('every commune of today is reached from a unit of June 2025, and every such unit reaches today: none lost, none left over', () => {
    const day = '2025-06-30'
    const old = units.flatMap((unit, at) =>
      isInForce(unit, day) && unit.kind !== 'province' ? [{ unit, place: places[at] }] : [],
    )
    const communes = old.filter(({ unit }) => unit.kind === 'commune')
    expect(communes).toHaveLength(10_035)
    expect(communes.filter(({ place }) => place?.todayCodes.length === 0)).toEqual([])
    const reached = new Set(old.flatMap(({ place }) => place?.todayCodes ?? []))
    expect(reached).toEqual(new Set(on(asOf, 'commune').map(({ code }) => code)))
  })

  test('totals before = totals after: certain, split and disputed communes of June 2025 are all of them', () => {
    const fates = Map.groupBy(
      units.flatMap((unit, at) => (isInForce(unit, '2025-06-30') && unit.kind === 'commune' ? [places[at]?.fate] : [])),
      (fate) => fate,
    )
    expect(Object.fromEntries([...fates].map(([fate, { length }]) => [fate, length]))).toEqual({
      followed: 9_562,
      split: 471,
      disputed: 2,
    })
  })

  test('provinces never split, and a commune followed to one place lies in the province its province became', () => {
    const provinceNow = new Map(
      units.flatMap((unit, at) =>
        unit.kind === 'province' ? [[`${unit.code}@${unit.validFrom}`, places[at]?.todayCode]] : [],
      ),
    )
    expect([...provinceNow.values()].filter((code) => !code)).toEqual([])
    const provinceOf = (unit: Unit) =>
      units.find((one) => one.code === unit.provinceCode && isInForce(one, unit.validFrom))
    fc.assert(
      fc.property(fc.nat(units.length - 1), (at) => {
        const [unit, place] = [units[at] as Unit, places[at] as Whereabouts]
        const province = provinceOf(unit)
        expect(place.todayProvinceCode).toBe(provinceNow.get(`${province?.code}@${province?.validFrom}`))
      }),
      { numRuns: 2_000 },
    )
  })

  test('both ends of every link are units, one ending and one beginning on its day', () => {
    const ending = new Set(units.map(({ code, validTo }) => `${code}@${validTo}`))
    const beginning = new Set(units.map(({ code, validFrom }) => `${code}@${validFrom}`))
    expect(links.filter(({ oldCode, onDay }) => !ending.has(`${oldCode}@${onDay}`))).toEqual([])
    expect(links.filter(({ newCode, newFrom }) => !beginning.has(`${newCode}@${newFrom}`))).toEqual([])
  })

  test('1,131 codes of 2019 and 567 of 2022 were gone by June 2025, and none of them has a successor', () => {
    const before = new Set(on('2025-06-30', 'commune').map(({ code }) => code))
    const gone = (day: string) => on(day, 'commune').filter(({ code }) => !before.has(code))
    expect([gone('2019-12-31').length, gone('2022-06-30').length]).toEqual([1_131, 567])
    const lost = new Set(places.filter(({ fate }) => fate === 'lost').map(({ code }) => code))
    for (const { code } of gone('2019-12-31')) expect(lost.has(code)).toBe(true)
  })
})
