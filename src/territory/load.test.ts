import { expect, test } from 'vitest'
import { oneRow, rows, sql } from '../platform/db.ts'
import { useWorld } from '../../test/support/world.ts'
import { derive } from './derive.ts'
import { loadUnits } from './load.ts'
import { prepareUnits } from './prepare.ts'

const world = useWorld()

async function countsOn(day: string): Promise<Record<string, number>> {
  const found = await rows<{ kind: string; count: number }>(
    world,
    sql`select kind, count(*) from territory.pub_unit where valid_from <= ${day} and (valid_to is null or valid_to > ${day}) group by kind`,
  )
  return Object.fromEntries(found.map(({ kind, count }) => [kind, count]))
}

test.each([
  ['2019-12-31', { province: 63, district: 713, commune: 11_160 }],
  ['2022-06-30', { province: 63, district: 705, commune: 10_599 }],
  ['2025-06-30', { province: 63, district: 696, commune: 10_035 }],
  ['2025-07-01', { province: 34, commune: 3_321 }],
  ['2026-04-29', { province: 34, commune: 3_321 }],
  ['2026-04-30', { province: 34, commune: 3_321 }],
])('on %s the country has the units of the list of that time', async (day, counts) => {
  expect(await countsOn(day)).toEqual(counts)
})

test.each([
  ['2025-06-30', { Xã: 7_692, Phường: 1_726, 'Thị trấn': 617 }],
  ['2025-07-01', { Xã: 2_621, Phường: 687, 'Đặc khu': 13 }],
  ['2026-04-30', { Xã: 2_611, Phường: 697, 'Đặc khu': 13 }],
])('the types of communes on %s follow their full names', async (day, types) => {
  const found = await rows<{ unitType: string; count: number }>(
    world,
    sql`select unit_type, count(*) from territory.pub_unit
      where kind = 'commune' and valid_from <= ${day} and (valid_to is null or valid_to > ${day}) group by unit_type`,
  )
  expect(Object.fromEntries(found.map(({ unitType, count }) => [unitType, count]))).toEqual(types)
})

test('the reform of 2025 has 10,602 published pairs, 471 split communes, and 2 disputed ones with their other reading', async () => {
  const counts = await oneRow(
    world,
    sql`select count(*) filter (where kind <> 'disputed') as pairs, count(*) filter (where not certain) as doubtful,
        count(distinct old_code) filter (where kind = 'split') as split
      from territory.lineage where on_day = '2025-07-01' and length(new_code) = 5`,
  )
  expect(counts).toEqual({ pairs: 10_602, doubtful: 4, split: 471 })
})

test('on 30 April 2026 one province and ten communes change their type and one commune its code', async () => {
  const ended = await rows<{ code: string }>(
    world,
    sql`select code from territory.pub_unit where valid_to = '2026-04-30' order by code`,
  )
  const begun = await rows<{ code: string }>(
    world,
    sql`select code from territory.pub_unit where valid_from = '2026-04-30' order by code`,
  )
  expect([ended.length, begun.length]).toEqual([12, 12])
  const codes = new Set([...ended, ...begun].map(({ code }) => code))
  expect(codes.size).toBe(13)
  expect([...codes]).toEqual(expect.arrayContaining(['75', '06970', '06978', '25270']))
})

test('today: 34 provinces and 3,321 communes with their own addresses', async () => {
  expect(
    await oneRow(world, sql`select count(*), count(distinct slug) as slugs from territory.pub_province_today`),
  ).toEqual({ count: 34, slugs: 34 })
  expect(
    await oneRow(
      world,
      sql`select count(*), count(distinct (province_code, slug)) as slugs from territory.pub_commune_today`,
    ),
  ).toEqual({ count: 3_321, slugs: 3_321 })
})

test('189 names keep the spelling of their resolution; the 190th differs only by a capital', async () => {
  expect(
    await oneRow(
      world,
      sql`select count(*) from territory.spelling where valid_from = '2025-07-01' and length(code) = 5`,
    ),
  ).toEqual({ count: 189 })
})

test('no name carries a decomposed letter, a line break or doubled space', async () => {
  expect(
    await rows(
      world,
      sql`select code from territory.pub_unit where full_name is not nfc normalized or full_name ~ '\\s\\s|\\n'`,
    ),
  ).toEqual([])
})

test('loading again changes nothing and writes nothing', async () => {
  const before = await oneRow(world, sql`select count(*), max(xmin::text::bigint) as written from territory.unit`)
  await loadUnits(world)
  expect(await oneRow(world, sql`select count(*), max(xmin::text::bigint) as written from territory.unit`)).toEqual(
    before,
  )
})

test('other lists are loaded in place of the old ones', async () => {
  await rows(world, sql`update territory.state set data_hash = 'an older program'`)
  await loadUnits(world)
  expect(await countsOn('2026-04-30')).toEqual({ province: 34, commune: 3_321 })
})

test('what a thread prepares for a first start is what the lists give', async () => {
  const { asOf, derived } = prepareUnits('2026-11-24')
  expect(await derived).toEqual(derive([], asOf))
})
