import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { communesOfProvince } from '../territory/actions.ts'
import { enterProduct } from '../../test/support/entered.ts'
import { useWorld } from '../../test/support/world.ts'
import { figureAnswer, figureRecords, placeByCode, recordsSize } from './actions.ts'
import { figureById, figures } from './figures/catalogue-of-figures.ts'
import type { Place } from './model.ts'

const world = useWorld()
const provinces = ['46', '48', '51', '52', '66', '68'] as const

beforeAll(async () => {
  for (const [row, province] of provinces.entries()) {
    const communes = (await communesOfProvince(world.as(), province)).slice(0, 3)
    for (let index = 0; index < 6; index++) {
      await enterProduct(world, {
        name: `Sản phẩm mẫu ${province}-${index}`,
        province,
        commune: communes[index % 3]!.code,
        stars: index % 3 === 0 ? 4 : 3,
        group: String(1 + ((row + index) % 26)),
        kind: index % 2 === 0 ? 'household' : 'cooperative',
        decidedOn: `${2020 + (index % 3)}-${String(1 + row).padStart(2, '0')}-15`,
      })
    }
  }
}, 120_000)

const days = fc.constantFrom(
  '2019-12-31',
  '2020-01-15',
  '2021-06-30',
  '2023-01-15',
  '2023-01-16',
  '2024-03-01',
  '2026-11-24',
)
const places: fc.Arbitrary<Place> = fc
  .subarray([...provinces], { minLength: 1 })
  .map((chosen) => ({ code: 'vung', name: 'Vùng mẫu', provinces: chosen, commune: undefined }))

const value = async (id: string, at: string, place: Place) =>
  (await figureAnswer(world.as(), figureById(id)!, { at, place })).value

it('for every figure, day and set of provinces: parts and remainder make the total, and each part opens onto as many records', async () => {
  await fc.assert(
    fc.asyncProperty(days, places, fc.constantFrom(...figures), async (at, place, figure) => {
      const ctx = world.as()
      for (const by of figure.dimensions) {
        const { value: total, parts, remainder } = await figureAnswer(ctx, figure, { at, place, by })
        expect(parts.reduce((sum, { count }) => sum + count, 0) + remainder).toBe(total)
        if (!figure.overlapping.includes(by)) expect(remainder).toBe(0)
        for (const { key, count } of parts.slice(0, 3)) {
          const part = { by, key: key ?? '' }
          const opened = await figureRecords(ctx, figure, { at, place, part, page: 1 })
          expect([opened.total, opened.items.length]).toEqual([count, Math.min(count, recordsSize)])
        }
      }
      const all = await figureRecords(ctx, figure, { at, place, page: 1 })
      expect(all.total).toBe(await value(figure.id, at, place))
    }),
    { numRuns: 12 },
  )
}, 120_000)

it('for every day and set of provinces: a set is the sum of its provinces, and ever recognised is in force and lapsed', async () => {
  await fc.assert(
    fc.asyncProperty(days, places, async (at, place) => {
      const ever = await value('san-pham-tung-duoc-cong-nhan', at, place)
      const inForce = await value('san-pham-con-hieu-luc', at, place)
      expect(inForce + (await value('san-pham-het-hieu-luc', at, place))).toBe(ever)
      const each = await Promise.all(
        (place.provinces ?? []).map((one) => value('san-pham-con-hieu-luc', at, { ...place, provinces: [one] })),
      )
      expect(each.reduce((sum, count) => sum + count, 0)).toBe(inForce)
    }),
    { numRuns: 12 },
  )
}, 120_000)

it('the last day of the 36 months counts, the day after does not', async () => {
  const place = await placeByCode(world.as(), '46')
  // Two products of 15 January 2020.
  expect(await value('san-pham-con-hieu-luc', '2023-01-15', place)).toBe(6)
  expect(await value('san-pham-con-hieu-luc', '2023-01-16', place)).toBe(4)
})

it('a region of the programme is a set of provinces', async () => {
  const region = await placeByCode(world.as(), 'tay-nguyen')
  expect(region.provinces).toEqual(['52', '66', '68', '51'])
  expect(await value('san-pham-tung-duoc-cong-nhan', '2026-11-24', region)).toBe(24)
})
