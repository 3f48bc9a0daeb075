import { describe, expect, test, vi } from 'vitest'
import { country, systemActor } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import { useWorld } from '../../test/support/world.ts'
import { resolvePlace, unitAt } from './actions.ts'
import { enterReform, settleUnit, turnDay } from './actions-reform.ts'
import { loadUnits } from './load.ts'

// A day that turns works through every unit of the country.
vi.setConfig({ testTimeout: 120_000 })

const world = useWorld()

function officer(role: Role, unit = country): Actor {
  return { id: `mau-${role}`, name: 'Người mẫu', postings: [{ role, unit, province: country }], producers: [] }
}
const ministry = officer('ministry-officer')
const document = '999/NQ-UBTVQH16'

async function refusalOf(act: Promise<unknown>): Promise<string | undefined> {
  try {
    await act
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code
    throw error
  }
  return undefined
}

async function todayCounts() {
  return oneRow(
    world,
    sql`select (select count(*) from territory.pub_province_today) as provinces, (select count(*) from territory.pub_commune_today) as communes,
      (select count(*) from territory.reform) as reforms`,
  )
}

describe('a resolution that contradicts the units in force is refused and leaves no trace', () => {
  const cases: [string, string, string][] = [
    ['nothing', '', 'territory/no-lines'],
    ['a code of four digits', '2319; 23194; Xã Hoài Đức; 68', 'territory/line-unreadable'],
    ['a commune into a province', '23194; 68; Tỉnh Lâm Đồng; 68', 'territory/mixed-kinds'],
    ['a name without a type', '23194; 23194; Hoài Đức; 68', 'territory/name-without-type'],
    ['a district type for a commune', '23194; 23194; Huyện Hoài Đức; 68', 'territory/name-without-type'],
    ['a code that ended in 2025', '23197; 23194; Xã Hoài Đức; 68', 'territory/unit-not-in-force'],
    ['a code that never was', '99999; 23194; Xã Hoài Đức; 68', 'territory/unit-not-in-force'],
    ['a province that is no more', '23194; 23194; Phường Hoài Đức; 60', 'territory/no-such-province'],
    [
      'the same pair twice',
      '23194; 23194; Phường Hoài Đức; 68\n23194; 23194; Phường Hoài Đức; 68',
      'territory/line-twice',
    ],
    ['no change at all', '23194; 23194; Xã Hoài Đức; 68', 'territory/nothing-changes'],
    ['two names for one code', '23194; 23194; Xã Một; 68\n23191; 23194; Xã Hai; 68', 'territory/two-names'],
    ['a code that stands elsewhere', '23194; 23191; Xã Đức Linh; 68', 'territory/code-taken'],
    ['a name that stands in the province', '23194; 23194; Xã Đức Linh; 68', 'territory/name-taken'],
    ['a province into two', '68; 68; Tỉnh Lâm Đồng; 68\n68; 60; Tỉnh Bình Thuận; 60', 'territory/province-split'],
  ]
  test.each(cases)('%s', async (_, lines, code) => {
    const before = await todayCounts()
    expect(await refusalOf(enterReform(world.as(ministry), { effectiveOn: '2026-12-01', document, lines }))).toBe(code)
    expect(await todayCounts()).toEqual(before)
  })

  test('a day the lists speak for', async () => {
    const lines = '23194; 23194; Phường Hoài Đức; 68'
    expect(await refusalOf(enterReform(world.as(ministry), { effectiveOn: '2026-04-30', document, lines }))).toBe(
      'territory/before-lists',
    )
  })

  test.each([officer('province-officer', '68'), officer('auditor'), officer('ministry-officer', '68'), systemActor])(
    'by $id: nothing there for them',
    async (actor) => {
      const lines = '23194; 23194; Phường Hoài Đức; 68'
      expect(await refusalOf(enterReform(world.as(actor), { effectiveOn: '2026-12-01', document, lines }))).toBe(
        'kernel/not-found',
      )
    },
  )
})

describe('reform day', () => {
  test('communes merge on their day: before it nothing moves, on it today’s units switch, history reads as it was', async () => {
    const lines =
      '23194; 23194; Phường Hoài Đức; 68\n23191; 23194; Phường Hoài Đức; 68\n23227; 23229; Xã Trà Tân Mới; 68\n23227; 23194; Phường Hoài Đức; 68'
    const id = await enterReform(world.as(ministry), { effectiveOn: '2026-12-01', document, lines })
    expect(await todayCounts()).toMatchObject({ communes: 3_321, reforms: 1 })
    expect(await turnDay(world.as(systemActor, '2026-11-30T10:00:00.000Z'))).toBe(false)

    // 00:05 on 1 December in Vietnam.
    expect(await turnDay(world.as(systemActor, '2026-11-30T17:05:00.000Z'))).toBe(true)
    expect(await turnDay(world.as(systemActor, '2026-12-01T17:05:00.000Z'))).toBe(false)
    expect(await todayCounts()).toMatchObject({ provinces: 34, communes: 3_320 })

    expect(await unitAt(world, '23191', '2026-11-30')).toMatchObject({
      fullName: 'Xã Đức Linh',
      fate: 'followed',
      todayCode: '23194',
    })
    expect(await unitAt(world, '23194', '2026-11-30')).toMatchObject({ fullName: 'Xã Hoài Đức' })
    expect(await unitAt(world, '23194', '2026-12-01')).toMatchObject({
      fullName: 'Phường Hoài Đức',
      fate: 'same',
      document,
    })
    expect(await unitAt(world, '23227', '2026-11-30')).toMatchObject({ fate: 'split', todayCodes: ['23194', '23229'] })

    const old = { district: 'huyện Đức Linh', province: 'Bình Thuận', at: '2023-06-30' }
    expect(await resolvePlace(world, { commune: 'xã Đức Tín', ...old })).toMatchObject({
      outcome: 'exact',
      commune: { fullName: 'Phường Hoài Đức' },
    })
    expect(await resolvePlace(world, { commune: 'xã Tân Hà', ...old })).toMatchObject({ outcome: 'split' })

    expect(
      await rows(world, sql`select fact, subject from audit.entry where fact like 'territory.%' order by seq`),
    ).toEqual([
      { fact: 'territory.reformed', subject: id },
      { fact: 'territory.day-turned', subject: '2026-12-01' },
    ])
  })

  test('a province that joins another takes its communes along', async () => {
    const lines = '92; 86; Thành phố Cần Thơ; 86\n86; 86; Thành phố Cần Thơ; 86'
    const before = await oneRow<{ count: number }>(
      world,
      sql`select count(*) from territory.pub_commune_today where province_code in ('92', '86')`,
    )
    await enterReform(world.as(officer('administrator'), '2026-12-31T17:00:00.000Z'), {
      effectiveOn: '2027-01-01',
      document,
      lines,
    })
    expect(await todayCounts()).toMatchObject({ provinces: 33, communes: 3_320 })
    expect(
      await oneRow(world, sql`select count(*) from territory.pub_commune_today where province_code = '86'`),
    ).toEqual(before)
    expect(
      await oneRow(world, sql`select count(*) from territory.pub_today where today_province_code is null`),
    ).toEqual({ count: 0 })
    expect(await resolvePlace(world, { province: 'Sóc Trăng', at: '2024-01-01' })).toMatchObject({
      outcome: 'exact',
      province: { code: '86' },
    })
  })

  test('what was entered is there after the lists are loaded anew', async () => {
    await rows(world, sql`update territory.state set data_hash = 'an older program'`)
    await loadUnits(world)
    expect(await todayCounts()).toEqual({ provinces: 33, communes: 3_320, reforms: 2 })
  })

  test('a start after the day catches up with it', async () => {
    await enterReform(world.as(ministry), {
      effectiveOn: '2027-03-01',
      document,
      lines: '22; 22; Thành phố Quảng Ninh; 22',
    })
    await loadUnits({ db: world.db, today: '2027-03-02' })
    expect(await oneRow(world, sql`select full_name from territory.pub_province_today where code = '22'`)).toEqual({
      fullName: 'Thành phố Quảng Ninh',
    })
  })
})

describe('a doubtful successor is settled by a person', () => {
  const settle = (oldCode: string, newCodes: string) =>
    settleUnit(world.as(ministry), { oldCode, newCodes, document: 'Công văn mẫu 12/CV' })

  test('never where the sources are clear, never with a unit that is not, never outside the province', async () => {
    expect(await refusalOf(settle('23197', '23194'))).toBe('territory/not-doubtful')
    expect(await refusalOf(settle('30901', '99999'))).toBe('territory/unit-not-today')
    expect(await refusalOf(settle('30901', ''))).toBe('territory/unit-not-today')
    expect(await refusalOf(settle('30901', '23194'))).toBe('territory/other-province')
    expect(await refusalOf(settleUnit(world.as(), { oldCode: '30901', newCodes: '30886', document }))).toBe(
      'kernel/not-found',
    )
  })

  test('two contradicting mappings, then a commune that vanished in 2021', async () => {
    await settle('30901', '30886')
    expect(
      await resolvePlace(world, {
        commune: 'xã Thạnh Lộc',
        district: 'huyện Châu Thành',
        province: 'Kiên Giang',
        at: '2024-01-01',
      }),
    ).toMatchObject({
      outcome: 'exact',
      commune: { code: '30886' },
    })
    await settle('19999', '19900')
    const found = await resolvePlace(world, {
      commune: 'xã Hải Dương',
      district: 'thị xã Hương Trà',
      province: 'Thừa Thiên Huế',
      at: '2020-06-30',
    })
    expect(found).toMatchObject({ outcome: 'exact', commune: { code: '19900' } })
    expect(await refusalOf(settle('19999', '19900'))).toBe('territory/not-doubtful')
  })
})
