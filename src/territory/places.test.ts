import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { communesOfProvince, placeName, provincesToday, provinceToday, resolvePlace, unitAt } from './actions.ts'
import type { Outcome } from './model.ts'

const world = useWorld()

type Published = Record<'commune' | 'district' | 'province' | 'at' | 'commune_today' | 'province_today', string> & {
  outcome: Outcome
}
const published = parse(readFileSync(new URL('cases/published-places.csv', import.meta.url)), {
  columns: true,
}) as Published[]

describe('places of published recognition lists', () => {
  test.each(published)('$commune · $district · $province ($at): $outcome $commune_today', async (row) => {
    const { commune, district, province, at, outcome, commune_today, province_today } = row
    const found = await resolvePlace(world, { commune, district, province, at })
    expect([found.outcome, found.commune?.code ?? '', found.province?.code]).toEqual([
      outcome,
      commune_today,
      province_today,
    ])
    expect(found.reason).toMatch(/\.$/)
  })
})

/** commune · district · province · day → outcome · today's codes */
const hard: [string, string, string, string, Outcome, string[]][] = [
  // One box, whole address.
  ['xã Đức Tín, huyện Đức Linh, Bình Thuận', '', '', '2023-01-01', 'exact', ['23194']],
  ['Khu phố 3, thị trấn Đức Tài, huyện Đức Linh, tỉnh Bình Thuận', '', '', '2023-01-01', 'exact', ['23194']],
  // Abolished two years before the decision was signed.
  ['thị trấn Dương Đông', 'huyện Phú Quốc', 'Kiên Giang', '2023-05-01', 'exact', ['31078']],
  ['phường Dương Đông', 'TP. Phú Quốc', 'Kiên Giang', '2023-05-01', 'exact', ['31078']],
  // Written after the reform under the old names, and before it under the new ones.
  ['xã Đức Tín', 'huyện Đức Linh', 'Lâm Đồng', '2026-01-01', 'exact', ['23194']],
  ['xã Đức Tín', 'huyện Đức Linh', 'Bình Thuận', '2026-01-01', 'exact', ['23194']],
  ['xã Nam Thành', '', 'Lâm Đồng', '2025-06-01', 'exact', ['23200']],
  // Once in the district Lâm Hà, now in the former Đức Linh: the day tells which.
  ['xã Hoài Đức', '', 'Lâm Đồng', '2025-06-01', 'exact', ['24916']],
  ['xã Hoài Đức', '', 'Lâm Đồng', '2026-06-01', 'exact', ['23194']],
  ['xã Hoài Đức', 'huyện Đức Linh', 'Bình Thuận', '2026-01-01', 'exact', ['23194']],
  ['xã Đức Linh', 'huyện Đức Linh', 'Lâm Đồng', '2026-01-01', 'exact', ['23191']],
  // The changes of 30 April 2026.
  ['xã Long Thành', '', 'Đồng Nai', '2025-12-01', 'exact', ['26368']],
  ['phường Long Thành', '', 'Thành phố Đồng Nai', '2026-11-01', 'exact', ['26368']],
  ['xã Ba Chẽ', '', 'Quảng Ninh', '2025-08-01', 'exact', ['06978']],
  // Marks: tone placement, missing marks, abbreviations, numbers.
  ['xã Thuỷ Thanh', 'TX. Hương Thuỷ', 'Thừa Thiên-Huế', '2020-06-30', 'exact', ['19969']],
  ['xa Duc Tin', 'huyen Duc Linh', 'Binh Thuan', '2023-01-01', 'exact', ['23194']],
  ['P1', 'Q3', 'TP.HCM', '2023-01-01', 'exact', ['27154']],
  ['Phường 01', 'Quận 3', 'Hồ Chí Minh', '2019-06-01', 'exact', ['27154']],
  ['xã Ea H’leo', '', 'Đăk Lăk', '2026-01-01', 'exact', ['24184']],
  ['Xa Dung', 'Điện Biên Đông', 'Điện Biên', '2023-01-01', 'exact', ['03208']],
  ['Phường Đúc', 'TP Huế', 'Thừa Thiên Huế', '2022-03-01', 'exact', ['19789']],
  ['TT. Ngọc Lặc', 'Ngọc Lặc', 'Thanh Hoá', '2024-01-01', 'exact', ['15061']],
  ['xã Văn Lang', '', 'Thái Nguyên', '2026-01-01', 'exact', ['02143']],
  ['xa van lang', '', 'thai nguyen', '2026-01-01', 'ambiguous', ['02143', '05665']],
  // Provinces renamed or merged; a province alone is certain as such.
  ['', '', 'Thừa Thiên Huế', '2020-01-01', 'exact', ['46']],
  ['', '', 'TT-Huế', '2020-01-01', 'exact', ['46']],
  ['', '', 'Bắc Giang', '2024-01-01', 'exact', ['24']],
  ['', '', 'Kiên Giang', '2024-01-01', 'exact', ['91']],
  // A district without communes became a special zone whole.
  ['', 'Lý Sơn', 'Quảng Ngãi', '2023-01-01', 'exact', ['21548']],
  ['', 'huyện Côn Đảo', 'Bà Rịa – Vũng Tàu', '2023-01-01', 'exact', ['26732']],
  ['xã An Vĩnh', 'huyện Lý Sơn', 'Quảng Ngãi', '2019-06-01', 'unknown', []],
  // Twice in one province; the commune tells which.
  ['xã Kỳ Xuân', 'Kỳ Anh', 'Hà Tĩnh', '2023-01-01', 'exact', ['18766']],
  // Two official mappings contradict each other.
  ['xã Thạnh Lộc', 'huyện Châu Thành', 'Kiên Giang', '2024-01-01', 'ambiguous', ['30886', '30910']],
  ['xã Thạnh Lộc', 'huyện Giồng Riềng', 'Kiên Giang', '2024-01-01', 'ambiguous', ['30886', '30910']],
  // Nothing there, nothing guessed.
  ['', '', 'Sài Gòn', '2023-01-01', 'unknown', []],
  ['xã Đức Tín', 'huyện Không Có', 'Bình Thuận', '2023-01-01', 'unknown', []],
  ['xã Đức Tín', 'huyện Đức Linh', 'Khánh Hòa', '2023-01-01', 'unknown', []],
  ['', '', '', '2023-01-01', 'unknown', []],
  [' ', '???', '', '2023-01-01', 'unknown', []],
]

describe('hard places', () => {
  test.each(hard)('%s · %s · %s (%s): %s %j', async (commune, district, province, at, outcome, codes) => {
    const found = await resolvePlace(world, { commune, district, province, at })
    expect([found.outcome, found.candidates.map(({ code }) => code)]).toEqual([outcome, codes])
  })
})

describe('never a guess', () => {
  test.each([
    'Kỳ Anh · Hà Tĩnh',
    'Duyên Hải · Trà Vinh',
    'Long Mỹ · Hậu Giang',
    'Cai Lậy · Tiền Giang',
    'Cao Lãnh · Đồng Tháp',
    'Hồng Ngự · Đồng Tháp',
  ])('%s is the name of two districts', async (place) => {
    const [district, province] = place.split(' · ')
    const found = await resolvePlace(world, { district, province, at: '2023-01-01' })
    expect(found.outcome).toBe('ambiguous')
    expect(found.commune).toBeNull()
    expect(found.province).not.toBeNull()
  })

  test('a district alone gives the province and the communes on its land to choose from', async () => {
    const found = await resolvePlace(world, { district: 'Hà Trung', province: 'Thanh Hóa', at: '2021-08-05' })
    expect(found).toMatchObject({ outcome: 'unknown', commune: null, province: { code: '38' } })
    expect(found.candidates.length).toBeGreaterThan(1)
    expect(new Set(found.candidates.map(({ provinceCode }) => provinceCode))).toEqual(new Set(['38']))
  })

  test('a district in the province column is read as one when only one has the name', async () => {
    const found = await resolvePlace(world, { province: 'Hà Trung', at: '2021-08-05' })
    expect([found.outcome, found.province?.code]).toEqual(['unknown', '38'])
  })

  test('a split commune waits for a person, with every part', async () => {
    const found = await resolvePlace(world, {
      commune: 'phường Trung Hoà',
      district: 'Quận Cầu Giấy',
      province: 'Hà Nội',
      at: '2024-01-01',
    })
    expect(found.outcome).toBe('split')
    expect(found.candidates.length).toBeGreaterThan(1)
    expect(found.commune).toBeNull()
  })

  test('a type that the name never had is told', async () => {
    const found = await resolvePlace(world, {
      commune: 'xã Đức Tài',
      district: 'Đức Linh',
      province: 'Bình Thuận',
      at: '2023-01-01',
    })
    expect([found.outcome, found.reason]).toEqual(['unknown', expect.stringContaining('Thị trấn Đức Tài')])
  })
})

describe('what others ask', () => {
  test('a unit as it was on a day', async () => {
    expect(await unitAt(world, '31078', '2019-06-01')).toMatchObject({
      fullName: 'Thị trấn Dương Đông',
      todayCode: '31078',
    })
    expect(await unitAt(world, '31078', '2022-06-01')).toMatchObject({ fullName: 'Phường Dương Đông' })
    expect(await unitAt(world, '31078', '2026-06-01')).toMatchObject({ fullName: 'Đặc khu Phú Quốc', fate: 'same' })
    expect(await unitAt(world, '99999', '2026-06-01')).toBeUndefined()
  })

  test('a place in words as it was', async () => {
    expect(await placeName(world.as(), '23197', '2025-06-30')).toMatch(/, huyện Đức Linh, tỉnh Bình Thuận$/)
    expect(await placeName(world.as(), '26368')).toBe('Phường Long Thành, thành phố Đồng Nai')
  })

  test('provinces and their communes today', async () => {
    expect(await provincesToday(world)).toHaveLength(34)
    const communes = await communesOfProvince(world, '22')
    expect(communes.map(({ code }) => code)).toContain('06978')
    expect(await provinceToday(world, '60')).toMatchObject({ code: '68', name: 'Lâm Đồng' })
    expect(await provinceToday(world, '24')).toMatchObject({ code: '24', name: 'Bắc Ninh' })
    expect(await provinceToday(world, '00')).toBeUndefined()
  })
})
